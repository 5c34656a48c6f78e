//! Times as they are stored.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A time in whole seconds since 1970, as the platform counts; 0 where something happened and nobody said when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Moment(u64);

impl Moment {
    pub(crate) fn of(time: SystemTime) -> Self {
        Self(time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs())
    }

    pub(crate) fn told(time: Option<SystemTime>) -> Self {
        time.map(Self::of).unwrap_or_default()
    }

    pub(crate) fn time(self) -> Option<SystemTime> {
        if self.0 == 0 { None } else { self.after(Duration::ZERO) }
    }

    /// `None` if this machine cannot represent it.
    pub(crate) fn after(self, duration: Duration) -> Option<SystemTime> {
        UNIX_EPOCH.checked_add(Duration::from_secs(self.0))?.checked_add(duration)
    }

    /// The earlier of two, as far as it was said.
    pub(crate) fn earliest(self, other: Self) -> Self {
        match (self.0, other.0) {
            (0, _) => other,
            (_, 0) => self,
            _ => self.min(other),
        }
    }

    /// Notes that something happened.
    pub(crate) fn note(noted: &mut Option<Self>, at: Self) {
        *noted = Some(noted.map_or(at, |noted| noted.earliest(at)));
    }
}
