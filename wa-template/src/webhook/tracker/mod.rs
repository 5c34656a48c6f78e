//! What became of messages that were sent: from statuses in any order to one answer.
//!
//! Statuses arrive repeatedly, out of order and not all of them (webhooks/reference/messages/status, September 2026).
//! A [`MessageRecord`] is what is known about one message. It keeps facts, never their order, so that the same statuses
//! lead to the same [`DeliveryState`] however they come in:
//!
//! * `read` implies `delivered`, and either beats `failed`: several devices may report both;
//! * what comes late, `sent` after `delivered` for example, changes nothing but the times that are known;
//! * a message that is held for quality assessment is pending, and stays it until it is sent or dropped;
//! * a message without a status is pending until its [`Lifetime`] is over, and then presumed to be dropped: the
//!   platform does not promise to say so.
//!
//! [`Tracker`] keeps such records in a [`Store`], recognises repetitions and finds messages whose sending ended in doubt
//! by their callback data. [`OptOuts`] remembers who does not want marketing. Both take the time as an argument: they
//! never look at a clock, so that tests and late webhooks are judged alike.
//!
//! # Example
//!
//! ```
//! use std::time::SystemTime;
//!
//! use wa_template::definition::Category;
//! use wa_template::webhook::Notification;
//! use wa_template::webhook::tracker::{Acceptance, DeliveryState, Lifetime, MemoryStore, Tracker};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let tracker = Tracker::new(MemoryStore::new());
//! let now = SystemTime::now();
//! // After `CloudApi::send`: `Acceptance::from(&receipt)`.
//! tracker.accepted(Acceptance::new("wamid.one"), Lifetime::of_category(&Category::Utility), now).await?;
//!
//! # let body = br#"{ "statuses": [
//! #   { "id": "wamid.one", "status": "failed", "timestamp": "1750030073", "errors": [{ "code": 131026 }] },
//! #   { "id": "wamid.one", "status": "delivered", "timestamp": "1750030075" },
//! #   { "id": "wamid.one", "status": "delivered", "timestamp": "1750030075" }] }"#;
//! for status in Notification::from_slice(body)?.statuses() {
//!     let observed = tracker.observe(status, now).await?;
//!     if observed.is_change() {
//!         println!("{:?} is now {:?}", observed.before(), observed.after());
//!     }
//! }
//! let record = tracker.message("wamid.one").await?.ok_or("it is known")?;
//! assert_eq!(record.state(now), DeliveryState::Delivered);
//! # Ok(())
//! # }
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example()).unwrap();
//! ```

mod delivery;
mod lifetime;
mod memory;
mod moment;
mod opt_outs;
mod preference;
mod record;
mod settlement;
mod store;
mod stored;
mod tracking;

pub use self::delivery::{DeliveryState, Failure, FailureReason};
pub use self::lifetime::Lifetime;
pub use self::memory::MemoryStore;
pub use self::opt_outs::OptOuts;
pub use self::preference::Preference;
pub use self::record::{Acceptance, MessageRecord, Observed};
pub use self::settlement::Settlement;
pub use self::store::{Entry, Store, StoreError};
pub use self::tracking::{Overdue, Tracker};

pub(super) use self::moment::Moment;
pub(super) use self::stored::{Stored, read, update};
