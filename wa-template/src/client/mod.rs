//! Sending finished messages over HTTP.
//!
//! [`CloudApi`] sends a [`Message`](crate::Message) and returns the platform's [`Receipt`]. A failure is a
//! [`SendError`], which says first of all whether the message was certainly rejected, certainly not sent, or may
//! have been accepted: a send is not idempotent, and no failure but a certain one may be repeated.
//!
//! ```no_run
//! use wa_template::Message;
//! use wa_template::client::CloudApi;
//!
//! # async fn example(message: Message, access_token: String) {
//! let api = CloudApi::new("106540352242922", access_token);
//! match api.send(&message).await {
//!     Ok(receipt) => println!("accepted as {:?}", receipt.message_id()),
//!     Err(error) if error.is_unknown() => println!("wait for the status of {:?}", error.callback_data()),
//!     Err(error) => println!("{error}"),
//! }
//! # }
//! ```
//!
//! | what happened | [`SendErrorKind`] |
//! |---|---|
//! | no connection, an unusable setting, no Tokio runtime | [`NotSent`](SendErrorKind::NotSent) |
//! | HTTP status 4xx, whatever the body | [`Rejected`](SendErrorKind::Rejected) |
//! | another status with an error whose code is listed ([`ListedCode`]) | [`Rejected`](SendErrorKind::Rejected) |
//! | another status with an error whose code is not listed, or with no error | [`Unknown`](SendErrorKind::Unknown) |
//! | a redirect, which is not followed | [`Unknown`](SendErrorKind::Unknown) |
//! | status 2xx without a message id | [`Unknown`](SendErrorKind::Unknown) |
//! | time limit or broken connection after connecting | [`Unknown`](SendErrorKind::Unknown) |
//!
//! Beside it stand `MediaApi` for the files of messages and `UploadApi` for the samples of templates (feature `media`),
//! and `TemplateApi` for the templates of an account (feature `templates`). Their failure is an `ApiError`.
//!
//! One call is one request. [`CloudApi::retry`] repeats what is certainly nowhere ([`RetryPolicy`] says what that is),
//! [`CloudApi::rate`] keeps the platform's limits ([`RateLimit`]), and [`CloudApi::send_all`] sends many messages with
//! a [`Journal`], so that a campaign can be resumed after any end.
//!
//! # With the crates `tower` and `tracing`
//!
//! With the feature `tower`, [`CloudApi`] and [`OnPremisesApi`] are `tower_service::Service`s, so that layers of one's
//! own apply to sends. With the feature `tracing`, every send is a span `wa_send` (level INFO; fields `template` and
//! `language`) with an event for each attempt (DEBUG; `attempt`, `milliseconds`, and the end of the message id or
//! `kind`, `class`, `code`, `status`) and for each repetition (INFO; `attempt`, `code`, `wait_milliseconds`). No
//! recipient, value or token is in any of them.
//!
//! # Without asynchronous code
//!
//! Three lines give a blocking send; a program makes the runtime once and keeps it.
//!
//! ```
//! # fn example(message: &wa_template::Message) -> Result<(), Box<dyn std::error::Error>> {
//! let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
//! let api = wa_template::CloudApi::new("106540352242922", "token");
//! let receipt = runtime.block_on(api.send(message))?;
//! # let _ = receipt;
//! # Ok(())
//! # }
//! ```

mod answer;
#[cfg(feature = "media")]
mod api;
mod clock;
mod cloud;
mod error;
mod explain;
mod graph_error;
mod http;
mod journal;
mod json;
mod marketing;
#[cfg(feature = "media")]
mod media;
mod on_premises;
mod pace;
mod path;
mod rate;
mod receipt;
mod retry;
mod secret;
mod send_all;
#[cfg(feature = "templates")]
mod templates;
#[cfg(feature = "tower")]
mod tower;
mod trace;
mod transport;
#[cfg(feature = "media")]
mod upload;
mod usage;

pub use self::clock::{Clock, TokioClock};
pub use self::cloud::CloudApi;
pub use self::error::{SendError, SendErrorKind};
pub use self::graph_error::GraphError;
pub use self::journal::{FileJournal, Journal, JournalHistory, KeyState, NoJournal, SendOutcome};
pub use self::marketing::{MarketingOptions, ProductPolicy};
pub use self::on_premises::OnPremisesApi;
pub use self::rate::RateLimit;
pub use self::receipt::{MessageId, MessageStatus, Receipt};
pub use self::retry::RetryPolicy;
pub use self::send_all::{FinishedSend, SendAll, SendProgress};
pub use crate::codes::{ErrorClass, ListedCode};

#[cfg(feature = "media")]
pub use self::api::{ApiError, ApiErrorKind};
#[cfg(feature = "media")]
pub use self::media::{
    CachedMedia, InMemoryMediaCache, MediaApi, MediaCache, MediaDownload, MediaId, MediaInfo, MediaKey,
    MediaLibrary, MediaReference,
};
#[cfg(feature = "templates")]
pub use self::templates::{
    ArchiveOutcome, CreatedTemplate, LibraryButton, LibraryClone, LibraryQuery, LibraryTemplate, Paged,
    PreviewButton, PreviewOptions, StoredTemplate, TemplateApi, TemplateEdit, TemplatePreview, TemplateQuery,
    TemplateStatus, WaitError, WaitOptions,
};
#[cfg(feature = "media")]
pub use self::upload::{SampleHandle, Upload, UploadApi, UploadProgress, UploadSession};
