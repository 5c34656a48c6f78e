//! Who does not want marketing messages.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::{Moment, Preference, Store, StoreError, Stored, read, update};
use crate::definition::value;
use crate::webhook::Event;

const PREFERENCE: &str = "preference:";

/// Ten years: a wish does not end by itself.
const KEPT: Duration = Duration::from_hours(10 * 365 * 24);

/// Remembers who has stopped marketing messages, from what customers say and from what the platform refuses.
///
/// The latest wish holds, whatever the order in which they come in; of two in the same second the one to stop. Ask before
/// each marketing template: the platform would refuse it with code 131050, and repeated attempts cost quality. If the
/// memory is lost or full, that refusal is also what fills it again.
///
/// # Example
///
/// ```
/// use std::time::SystemTime;
///
/// use wa_template::webhook::Notification;
/// use wa_template::webhook::tracker::{OptOuts, Store, StoreError};
///
/// async fn receive<S: Store>(
///     opt_outs: &OptOuts<S>,
///     notification: &Notification,
/// ) -> Result<(), StoreError<S::Error>> {
///     for event in notification.events() {
///         opt_outs.observe(event, SystemTime::now()).await?;
///     }
///     if opt_outs.allow_marketing_to("+16505551234").await? {
///         println!("send the offer");
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug)]
pub struct OptOuts<S> {
    store: S,
}

impl<S: Store> OptOuts<S> {
    /// Keeps everything in this store.
    #[must_use]
    pub fn new(store: S) -> Self {
        Self { store }
    }

    /// Notes what an event tells; most tell nothing. The wish that it told.
    ///
    /// # Errors
    ///
    /// The store's. Then answer the webhook so that the platform repeats it.
    pub async fn observe(
        &self,
        event: &Event,
        now: SystemTime,
    ) -> Result<Option<Preference>, StoreError<S::Error>> {
        let preference = Preference::told_by(event);
        if let Some(preference) = &preference {
            self.note(preference, now).await?;
        }
        Ok(preference)
    }

    /// Notes a wish.
    ///
    /// # Errors
    ///
    /// The store's.
    pub async fn note(&self, preference: &Preference, now: SystemTime) -> Result<(), StoreError<S::Error>> {
        let wish =
            Wish { at: Moment::of(preference.time().unwrap_or(now)), stopped: !preference.wants_marketing() };
        for customer in preference.customers() {
            update(&self.store, &key(customer), now, |known: Option<Wish>| {
                (Some(known.map_or(wish, |known| known.max(wish))), ())
            })
            .await?;
        }
        Ok(())
    }

    /// Whether a customer, known by phone number in any form or by user id, has not stopped marketing messages.
    ///
    /// The number is the platform's form of it (`Receipt::wa_id`): in Brazil and Mexico it may differ from the one that
    /// was written to.
    ///
    /// # Errors
    ///
    /// The store's. Then better do not send.
    pub async fn allow_marketing_to(&self, customer: &str) -> Result<bool, StoreError<S::Error>> {
        let (wish, _) = read::<S, Wish>(&self.store, &key(customer)).await?;
        Ok(!wish.is_some_and(|wish| wish.stopped))
    }
}

/// A customer's latest wish. The order is that of importance: later, then to stop.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Wish {
    at: Moment,
    stopped: bool,
}

impl Stored for Wish {
    fn due(&self) -> Option<SystemTime> {
        None
    }

    fn keep_until(&self, now: SystemTime) -> SystemTime {
        now.checked_add(KEPT).unwrap_or(now)
    }
}

/// Numbers are known by their digits, everything else as it is.
fn key(customer: &str) -> String {
    match value::phone_digits(customer) {
        Ok(digits) => format!("{PREFERENCE}{digits}"),
        Err(_) => format!("{PREFERENCE}{customer}"),
    }
}
