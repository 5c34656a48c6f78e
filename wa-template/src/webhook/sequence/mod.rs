//! Several messages to one recipient, each only after the one before has arrived.
//!
//! The platform delivers in any order. To force one, a message is sent only when `delivered`, or `read`, of the one
//! before has come in by webhook, and never if its lifetime ends before that (messages/send-messages, September 2026).
//!
//! A [`Sequence`] is a plain value that decides: it takes answers to sends, statuses and the time, and says what to do
//! [`Next`]. It serialises, so that a restart is possible at any point, and it knows nothing of HTTP.
//! `Sequences`, with the crate feature `client`, keeps them in a store and sends through a `CloudApi`.
//!
//! Repeated and shuffled statuses lead to the same end, also those that are faster than the answer to the send. A send
//! that ended in doubt is never repeated: the sequence waits for the status that carries its callback data.
//!
//! # Example
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use std::time::{Duration, SystemTime};
//!
//! use wa_template::webhook::Notification;
//! use wa_template::webhook::sequence::{Next, Sequence};
//! use wa_template::webhook::tracker::{Acceptance, Lifetime};
//! use wa_template::{WaMessage, WaTemplate};
//!
//! #[derive(WaTemplate)]
//! #[wa(language = "en", category = "utility", body = "Part {{part}} of your instructions follows.")]
//! struct Instructions {
//!     #[wa(example = "1")]
//!     part: u32,
//! }
//!
//! let message = |part| Instructions { part }.to("+16505551234").callback_data(format!("order=42/{part}")).build();
//! let lifetime = Lifetime::of_template::<Instructions>();
//! let mut sequence = Sequence::new([(message(1)?, lifetime), (message(2)?, lifetime)])?;
//!
//! let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_750_030_000);
//! assert!(matches!(sequence.next(now), Next::Send { step: 0, .. }));
//! sequence.begin(0, now); // Store the sequence, then send.
//! sequence.accepted(0, Acceptance::new("wamid.one"), now);
//! assert!(matches!(sequence.next(now), Next::Wait { .. }));
//!
//! let read: Notification = r#"{ "statuses": [{ "id": "wamid.one", "status": "read" }] }"#.parse()?;
//! for status in read.statuses() {
//!     sequence.observe(status, now);
//! }
//! assert!(matches!(sequence.next(now), Next::Send { step: 1, .. }));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(feature = "client")]
mod driver;
mod end;
#[cfg(feature = "client")]
mod report;
mod state;
mod step;

#[cfg(feature = "client")]
pub use self::driver::Sequences;
pub use self::end::GaveUp;
#[cfg(feature = "client")]
pub use self::report::{Report, SequenceError, SequenceProgress};
pub use self::state::{InvalidSequence, Next, Sequence};
