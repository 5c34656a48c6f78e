//! How long a message may be on its way.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::WaTemplate;
use crate::definition::{Category, Definition, limits};

/// Our own choice; the platform states none. A status that is on its way when the lifetime ends comes within it.
const MARGIN: Duration = Duration::from_mins(10);

/// How long the platform tries to deliver a message, and how long to wait for a status beyond that.
///
/// Past its lifetime an undelivered message is dropped, and no webhook is guaranteed: who has seen no status by then,
/// plus a margin, should assume so (templates/time-to-live, October 2025). The numbers are those of
/// [`limits::ttl`](crate::definition::limits::ttl); the margin is ten minutes at first.
///
/// # Example
///
/// ```
/// use std::time::Duration;
///
/// use wa_template::definition::Category;
/// use wa_template::webhook::tracker::Lifetime;
///
/// let lifetime = Lifetime::of_category(&Category::Authentication).margin(Duration::ZERO);
/// assert_eq!(lifetime.total(), Duration::from_secs(600));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Lifetime {
    /// In seconds.
    seconds: u64,
    /// In seconds.
    margin: u64,
}

impl Lifetime {
    /// The lifetime of templates of this category that do not say it: ten minutes for authentication, thirty days
    /// otherwise.
    #[must_use]
    pub fn of_category(category: &Category) -> Self {
        Self::of_seconds(match category {
            Category::Authentication => limits::ttl::AUTHENTICATION_DEFAULT,
            _ => limits::ttl::DEFAULT,
        })
    }

    /// The lifetime that a definition states (`message_send_ttl_seconds`), or that of its category.
    ///
    /// The one that a marketing template states holds for `/marketing_messages` only, so it is not looked at:
    /// [`of_marketing_send`](Self::of_marketing_send) does. A lifetime that is too long makes waiting longer, one that
    /// is too short gives up on messages that still arrive.
    #[must_use]
    pub fn of(definition: &Definition) -> Self {
        match definition.category() {
            Category::Authentication | Category::Utility => Self::stated(definition),
            category => Self::of_category(category),
        }
    }

    /// The lifetime of a message that was sent through `/marketing_messages`.
    #[must_use]
    pub fn of_marketing_send(definition: &Definition) -> Self {
        Self::stated(definition)
    }

    /// The lifetime of a derived template: the longest, should its languages differ.
    #[must_use]
    pub fn of_template<T: WaTemplate>() -> Self {
        let stated = T::definitions().iter().map(Self::of).max_by_key(|lifetime| lifetime.seconds);
        stated.unwrap_or_else(|| Self::of_category(T::TEMPLATE.category()))
    }

    /// Another margin for statuses that are late.
    #[must_use]
    pub fn margin(self, margin: Duration) -> Self {
        Self { margin: margin.as_secs(), ..self }
    }

    /// Lifetime and margin.
    #[must_use]
    pub fn total(self) -> Duration {
        Duration::from_secs(self.seconds.saturating_add(self.margin))
    }

    /// The longer of two, so that it does not matter which was told first.
    pub(crate) fn longer(self, other: Self) -> Self {
        if (self.total(), self.seconds) < (other.total(), other.seconds) { other } else { self }
    }

    fn stated(definition: &Definition) -> Self {
        let stated = definition.field("message_send_ttl_seconds");
        // Answers of the platform also print the number as a string.
        let seconds = stated
            .and_then(|value| value.as_i64().or_else(|| value.as_str().and_then(|text| text.parse().ok())));
        match seconds {
            Some(limits::ttl::THIRTY_DAYS) => Self::of_seconds(limits::ttl::DEFAULT),
            Some(seconds) if seconds > 0 => Self::of_seconds(seconds),
            _ => Self::of_category(definition.category()),
        }
    }

    fn of_seconds(seconds: i64) -> Self {
        Self { seconds: seconds.unsigned_abs(), margin: MARGIN.as_secs() }
    }
}

/// Thirty days: no message is on its way longer.
impl Default for Lifetime {
    fn default() -> Self {
        Self::of_seconds(limits::ttl::DEFAULT)
    }
}
