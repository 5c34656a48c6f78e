//! What is known about the way to one recipient.

use std::fmt;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::Moment;
use crate::webhook::{ErrorObject, Status, StatusKind};

/// Where a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeliveryState {
    /// Nothing was heard of it, not even that the platform accepted it.
    Unknown,
    /// The platform accepted it.
    Accepted,
    /// The platform holds it back until the first readers' reactions to a new template are known; then it is sent, or
    /// fails with code 132015 (templates/template-pacing, December 2025).
    Held,
    /// It left the platform for the recipient.
    Sent,
    /// It was not delivered. A later [`Delivered`](Self::Delivered) beats it.
    Failed,
    /// Its lifetime is over, and no status told that it arrived or failed (templates/time-to-live, October 2025). A
    /// late status beats it.
    PresumedDropped,
    /// It reached at least one of the recipient's devices.
    Delivered,
    /// The recipient has seen it, or listened to it.
    Read,
}

impl DeliveryState {
    /// Whether the recipient has it.
    #[must_use]
    pub fn has_arrived(self) -> bool {
        matches!(self, Self::Delivered | Self::Read)
    }

    /// Whether it may still arrive by all that is known.
    #[must_use]
    pub fn is_pending(self) -> bool {
        matches!(self, Self::Unknown | Self::Accepted | Self::Held | Self::Sent)
    }
}

/// Facts about one recipient: each with the earliest time that was told, so that their order does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Delivery {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sent: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) delivered: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) read: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) failed: Option<Failure>,
}

impl Delivery {
    pub(super) fn observe(&mut self, status: &Status) {
        let at = Moment::told(status.timestamp());
        match status.kind() {
            StatusKind::Sent => Moment::note(&mut self.sent, at),
            StatusKind::Delivered => Moment::note(&mut self.delivered, at),
            StatusKind::Read | StatusKind::Played => Moment::note(&mut self.read, at),
            StatusKind::Failed => {
                let failure = Failure::of(at, status.errors());
                // One of several failures is kept, and always the same one.
                self.failed = Some(match self.failed.take() {
                    Some(kept) => kept.earlier(failure),
                    None => failure,
                });
            }
            // `deleted`, `warning` and words to come say nothing about the delivery.
            _ => {}
        }
    }

    /// Whether a status of this kind was observed.
    pub(super) fn knows(&self, kind: &StatusKind) -> bool {
        match kind {
            StatusKind::Sent => self.sent.is_some(),
            StatusKind::Delivered => self.delivered.is_some(),
            StatusKind::Read | StatusKind::Played => self.read.is_some(),
            StatusKind::Failed => self.failed.is_some(),
            _ => false,
        }
    }

    /// As far as statuses tell; `None` before the first.
    pub(super) fn state(&self) -> Option<DeliveryState> {
        let reached = [
            (self.read.is_some(), DeliveryState::Read),
            (self.delivered.is_some(), DeliveryState::Delivered),
            (self.failed.is_some(), DeliveryState::Failed),
            (self.sent.is_some(), DeliveryState::Sent),
        ];
        reached.into_iter().find_map(|(reached, state)| reached.then_some(state))
    }
}

/// That a message failed, and why.
///
/// Of several reports the earliest is kept. `Debug` shows the codes alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    at: Moment,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<FailureReason>,
}

impl Failure {
    fn of(at: Moment, errors: &[ErrorObject]) -> Self {
        let reason = |error: &ErrorObject| FailureReason {
            code: error.code(),
            title: error.title().map(Box::from),
            details: error.details().map(Box::from),
        };
        Self { at, reasons: errors.iter().map(reason).collect() }
    }

    /// The earlier one; of two at the same time the one that comes first in an order that is always the same.
    fn earlier(self, other: Self) -> Self {
        let key = |failure: &Self| (failure.at.time().is_none(), failure.at);
        let earlier = key(&self).cmp(&key(&other)).then_with(|| self.reasons.cmp(&other.reasons));
        if earlier.is_le() { self } else { other }
    }

    /// When it failed, to the second.
    #[must_use]
    pub fn time(&self) -> Option<SystemTime> {
        self.at.time()
    }

    /// Why, as the platform says; may be empty.
    #[must_use]
    pub fn reasons(&self) -> &[FailureReason] {
        &self.reasons
    }

    /// The first code that was given, such as 131026.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        self.codes().next()
    }

    /// The codes that were given.
    pub fn codes(&self) -> impl Iterator<Item = u32> {
        self.reasons.iter().filter_map(FailureReason::code)
    }
}

/// One reason for a failure, in the platform's words.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FailureReason {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    details: Option<Box<str>>,
}

impl FailureReason {
    /// The code, such as 131026: the part to rely on.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        self.code
    }

    /// A short text that goes with the code.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// What went wrong in this case.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        self.details.as_deref()
    }
}

/// The code alone: the texts may quote what was sent.
impl fmt::Debug for FailureReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FailureReason").field("code", &self.code).finish_non_exhaustive()
    }
}
