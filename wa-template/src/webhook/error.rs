//! Errors that the platform reports by webhook.

use std::sync::Arc;

use serde_json::Value;

use super::json;
use super::origin::Origin;
use super::redacted::Redacted;

/// One error, as the platform describes it.
///
/// Rely on the code; the texts change. `Debug` shows the code alone, because the texts may quote what was sent.
/// Source: webhooks/reference/messages/errors, Dec 2025.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorObject {
    code: Option<u32>,
    title: Option<Redacted<Box<str>>>,
    message: Option<Redacted<Box<str>>>,
    details: Option<Redacted<Box<str>>>,
    href: Option<Redacted<Box<str>>>,
}

impl ErrorObject {
    /// The error code, such as 131026; `None` if there was none or it was no number.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        self.code
    }

    /// A short text that goes with the code.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Usually the title again; missing in older notifications.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// What went wrong in this case.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        self.details.as_deref()
    }

    /// Where the platform documents the error; lately a path without a host.
    #[must_use]
    pub fn href(&self) -> Option<&str> {
        self.href.as_deref()
    }

    /// Reads an error object; `None` if it is no object.
    pub(super) fn read(error: &Value) -> Option<Self> {
        let part = |value| json::text(value).map(Redacted::new);
        // Older notifications have `details` on the error itself.
        let details = error.get("error_data").and_then(|data| data.get("details")).or(error.get("details"));
        error.as_object().map(|object| Self {
            code: json::number(object.get("code")).and_then(|code| code.try_into().ok()),
            title: part(object.get("title")),
            message: part(object.get("message")),
            details: part(details),
            href: part(object.get("href")),
        })
    }

    /// Reads an `errors` array; what is no object in it is left out.
    pub(super) fn read_all(errors: Option<&Value>) -> Vec<Self> {
        match errors {
            Some(Value::Array(errors)) => errors.iter().filter_map(Self::read).collect(),
            Some(error) => Self::read(error).into_iter().collect(),
            None => Vec::new(),
        }
    }
}

/// An error that belongs to no single message: about the system, the app or the account.
///
/// Errors about a message that was sent are in [`Status::errors`](super::Status::errors).
///
/// # Example
///
/// ```
/// use wa_template::webhook::{Event, Notification};
///
/// let notification: Notification = r#"{ "errors": [{
///     "code": 1014, "title": "Internal error", "details": "Try again later."
/// }] }"#.parse()?;
///
/// let report = notification.events().find_map(Event::as_error).expect("there is an error");
/// assert_eq!(report.error().code(), Some(1014));
/// assert_eq!(report.error().details(), Some("Try again later."));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorReport {
    origin: Arc<Origin>,
    error: ErrorObject,
    raw: Redacted<Box<Value>>,
}

impl ErrorReport {
    /// The error.
    #[must_use]
    pub fn error(&self) -> &ErrorObject {
        &self.error
    }

    /// The id of the business phone number that the error is about; missing On-Premises.
    #[must_use]
    pub fn phone_number_id(&self) -> Option<&str> {
        self.origin.phone_number_id()
    }

    /// The error as it came: an object of the `errors` array, with every field.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.raw
    }

    pub(super) fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    /// Reads an element of `errors` that stands beside `messages` and `statuses`.
    ///
    /// # Errors
    ///
    /// The element itself, when it is not an object.
    pub(super) fn read(origin: &Arc<Origin>, raw: Value) -> Result<Self, Value> {
        match ErrorObject::read(&raw) {
            Some(error) => Ok(Self { origin: Arc::clone(origin), error, raw: Redacted::new(Box::new(raw)) }),
            None => Err(raw),
        }
    }
}
