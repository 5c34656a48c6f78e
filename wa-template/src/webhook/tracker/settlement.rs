//! What became of sends that ended in doubt.

use std::fmt;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::{Lifetime, MessageRecord, Moment, Stored};

/// The ids that are kept per callback data; data that is not unique to a message settles nothing anyhow.
const IDS: usize = 8;

/// Which messages carried some callback data, and whether somebody is waiting for that.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Callback {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) message_ids: Vec<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) doubt: Option<Doubt>,
    /// Whether somebody was told that nothing was heard of it in time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) given_up: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Doubt {
    pub(super) since: Moment,
    pub(super) lifetime: Lifetime,
}

impl Callback {
    pub(super) fn add(&mut self, message_id: &str) {
        if self.message_ids.len() < IDS && !self.message_ids.iter().any(|known| **known == *message_id) {
            self.message_ids.push(message_id.into());
        }
    }

    /// When to stop waiting for the first status; `None` if there was one, or nobody waits.
    pub(super) fn deadline(&self) -> Option<SystemTime> {
        let doubt = self.doubt.filter(|_| self.message_ids.is_empty())?;
        doubt.since.after(doubt.lifetime.total())
    }
}

impl Stored for Callback {
    fn due(&self) -> Option<SystemTime> {
        self.deadline().filter(|_| !self.given_up)
    }

    fn keep_until(&self, now: SystemTime) -> SystemTime {
        // As long as a message of which nothing is known but that it was accepted.
        let mut record = MessageRecord::default();
        record.expect(self.doubt.map(|doubt| doubt.lifetime).unwrap_or_default(), now);
        record.keep_until(now)
    }
}

/// What is known about a send that ended in doubt.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Settlement {
    /// No status has come: the message may have been accepted, so do not send it again.
    Waiting {
        /// Until when.
        until: SystemTime,
    },
    /// The platform has the message: statuses came under this id, of which the tracker knows the rest.
    ///
    /// The first of several, if the callback data was not unique.
    Accepted {
        /// The id of the message.
        message_id: String,
    },
    /// Its lifetime is over without a status: if it was accepted at all, it can no longer arrive.
    PresumedLost,
    /// Nobody noted a doubt about this callback data, and no status had it.
    Unknown,
}

/// Without the id: it holds the recipient's number.
impl fmt::Debug for Settlement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Waiting { until } => f.debug_struct("Waiting").field("until", until).finish(),
            Self::Accepted { .. } => f.debug_struct("Accepted").finish_non_exhaustive(),
            Self::PresumedLost => f.write_str("PresumedLost"),
            Self::Unknown => f.write_str("Unknown"),
        }
    }
}
