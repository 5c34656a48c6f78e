//! How far many sends have come.

use super::super::journal::SendOutcome;

/// How far a [`SendAll`](super::SendAll) has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SendProgress {
    taken: u64,
    accepted: u64,
    rejected: u64,
    not_sent: u64,
    unknown: u64,
}

impl SendProgress {
    /// Messages that were taken from the stream.
    #[must_use]
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// Messages that were taken and have no result yet, or one that was not handed out yet.
    #[must_use]
    pub fn in_flight(&self) -> u64 {
        self.taken.saturating_sub(self.finished())
    }

    /// Messages with a result.
    #[must_use]
    pub fn finished(&self) -> u64 {
        self.accepted + self.rejected + self.not_sent + self.unknown
    }

    /// Messages that the platform has accepted.
    #[must_use]
    pub fn accepted(&self) -> u64 {
        self.accepted
    }

    /// Messages to which the platform said no.
    #[must_use]
    pub fn rejected(&self) -> u64 {
        self.rejected
    }

    /// Messages of which nothing left this machine.
    #[must_use]
    pub fn not_sent(&self) -> u64 {
        self.not_sent
    }

    /// Messages that may have been accepted.
    #[must_use]
    pub fn unknown(&self) -> u64 {
        self.unknown
    }

    pub(super) fn take(&mut self) {
        self.taken += 1;
    }

    pub(super) fn finish(&mut self, outcome: SendOutcome) {
        match outcome {
            SendOutcome::Accepted => self.accepted += 1,
            SendOutcome::Rejected { .. } => self.rejected += 1,
            SendOutcome::NotSent => self.not_sent += 1,
            SendOutcome::Unknown => self.unknown += 1,
        }
    }
}
