//! What the platform says when it refuses a request.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use serde_json::Value;

use super::json;
use crate::codes::{ErrorClass, ListedCode};

/// An error that the platform itself reported.
///
/// The Cloud API answers with an object `error`, the On-Premises API with a list `errors`; both are read.
/// Decide on [`code`](Self::code) or [`class`](Self::class): Meta advises against building on titles, subcodes
/// and the HTTP status (support/error-codes, Sep 2026).
///
/// `Display` and `Debug` hold what this crate knows of the code and nothing that the platform wrote, since its texts
/// may quote a recipient or a value: [`text`](Self::text) and the accessors beside it return them as they came.
#[derive(Clone, PartialEq, Eq)]
pub struct GraphError {
    interface: Interface,
    status: u16,
    code: Option<u32>,
    subcode: Option<u32>,
    error_type: Option<Box<str>>,
    message: Option<Box<str>>,
    details: Option<Box<str>>,
    trace_id: Option<Box<str>>,
    is_transient: Option<bool>,
    user_title: Option<Box<str>>,
    user_message: Option<Box<str>>,
    href: Option<Box<str>>,
    others: Vec<GraphError>,
}

/// Whose codes the error uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Interface {
    Cloud,
    OnPremises,
}

impl GraphError {
    /// Reads the answer of either API; `None` if it reports no error.
    pub(crate) fn from_json(status: u16, answer: &Value) -> Option<Self> {
        if let Some(error) = answer.get("error").filter(|error| error.is_object()) {
            return Some(Self::from_object(Interface::Cloud, status, error));
        }
        let mut errors = answer
            .get("errors")?
            .as_array()?
            .iter()
            .filter(|error| error.is_object())
            .map(|error| Self::from_object(Interface::OnPremises, status, error));
        let mut primary = errors.next()?;
        primary.others = errors.collect();
        Some(primary)
    }

    fn from_object(interface: Interface, status: u16, error: &Value) -> Self {
        Self {
            interface,
            status,
            code: json::number(error, "code"),
            subcode: json::number(error, "error_subcode"),
            error_type: json::text(error, "type"),
            message: json::text(error, "message").or_else(|| json::text(error, "title")),
            details: json::text(error, "details").or_else(|| details(error.get("error_data")?)),
            trace_id: json::text(error, "fbtrace_id"),
            is_transient: json::truth(error, "is_transient"),
            user_title: json::text(error, "error_user_title"),
            user_message: json::text(error, "error_user_msg"),
            href: json::text(error, "href"),
            others: Vec::new(),
        }
    }

    /// The HTTP status of the answer.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The platform's number for what went wrong; absent only from answers that break the documented form.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        self.code
    }

    /// A number that refines the code, above all when a template is created.
    ///
    /// Officially withdrawn for sending since v16.0, and still seen (support/error-codes, Dec 2025).
    #[must_use]
    pub fn subcode(&self) -> Option<u32> {
        self.subcode
    }

    /// The platform's name for the kind of error, mostly `OAuthException` whatever happened.
    #[must_use]
    pub fn error_type(&self) -> Option<&str> {
        self.error_type.as_deref()
    }

    /// The most telling of the platform's texts, without the code in front: the [details](Self::details), else the
    /// [text for people](Self::user_message), else the [title](Self::message).
    ///
    /// It is as it came, and may quote a recipient or a value: treat it as personal data.
    ///
    /// ```
    /// fn show(error: &wa_template::client::ApiError) {
    ///     let text = error.graph_error().and_then(|error| error.text());
    ///     eprintln!("{error}; the platform says: {}", text.unwrap_or("nothing"));
    /// }
    /// # let _ = show;
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        let text = self.details().or(self.user_message()).or(self.message())?;
        let title = text.strip_prefix("(#").and_then(|text| text.split_once(") "));
        Some(title.map_or(text, |(_, title)| title))
    }

    /// The short text, `(#code) title` from the Cloud API and the title from the On-Premises API.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The text that names the parameter at fault; the most useful one when it is there.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        self.details.as_deref()
    }

    /// The id to give to Meta's support.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.trace_id.as_deref()
    }

    /// Whether the platform said that the error will pass by itself.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        self.is_transient == Some(true)
    }

    /// A title for people, seen when a template is created.
    #[must_use]
    pub fn user_title(&self) -> Option<&str> {
        self.user_title.as_deref()
    }

    /// A text for people; when a template is created, the actual reason.
    #[must_use]
    pub fn user_message(&self) -> Option<&str> {
        self.user_message.as_deref()
    }

    /// A link to documentation, from the On-Premises API only.
    #[must_use]
    pub fn href(&self) -> Option<&str> {
        self.href.as_deref()
    }

    /// Further errors of the same answer, from the On-Premises API only.
    #[must_use]
    pub fn others(&self) -> &[GraphError] {
        &self.others
    }

    /// What to do about it.
    ///
    /// A code that is not listed counts as [`Backoff`](ErrorClass::Backoff) if the platform calls the error
    /// transient or the HTTP status is 429 or 5xx, and as [`Fix`](ErrorClass::Fix) otherwise.
    #[must_use]
    pub fn class(&self) -> ErrorClass {
        match self.listing().and_then(ListedCode::class) {
            Some(class) => class,
            None if self.is_transient() => ErrorClass::Backoff,
            None => class_of_status(self.status),
        }
    }

    /// What the code means, in a few plain words; `None` for a code that is not listed.
    #[must_use]
    pub fn explanation(&self) -> Option<&'static str> {
        self.listing().or_else(|| self.listed()).map(ListedCode::explanation)
    }

    /// How long to wait at least before a new try, where the platform states it for this code.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.listing()?.retry_after()
    }

    /// Whether the code is a known answer to a send, so that the platform certainly did not accept the message.
    pub(crate) fn is_known_refusal(&self) -> bool {
        self.listed().is_some_and(|code| code.class().is_some())
    }

    /// What is known about it as the answer to a send: of the subcode if that says more, otherwise of the code.
    pub(crate) fn listing(&self) -> Option<&'static ListedCode> {
        let answers = |listed: &&ListedCode| listed.class().is_some();
        self.refined().filter(answers).or_else(|| self.listed().filter(answers))
    }

    fn listed(&self) -> Option<&'static ListedCode> {
        match self.interface {
            Interface::Cloud => ListedCode::cloud(self.code?),
            Interface::OnPremises => ListedCode::on_premises(self.code?),
        }
    }

    fn refined(&self) -> Option<&'static ListedCode> {
        ListedCode::subcode(self.code?, self.subcode?)
    }
}

/// What an error that names no listed code is taken for.
pub(crate) fn class_of_status(status: u16) -> ErrorClass {
    match status {
        429 | 500..=599 => ErrorClass::Backoff,
        _ => ErrorClass::Fix,
    }
}

/// The details in `error_data`, which is an object, or the JSON text of one, or a plain text.
fn details(data: &Value) -> Option<Box<str>> {
    let Value::String(data) = data else {
        return json::text(data, "details");
    };
    match data.parse::<Value>() {
        Ok(data) if data.is_object() => json::text(&data, "details"),
        _ if data.is_empty() => None,
        _ => Some(data.as_str().into()),
    }
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Some(code) => write!(f, "code {code}")?,
            None => write!(f, "HTTP status {}", self.status)?,
        }
        if let Some(subcode) = self.subcode {
            write!(f, ", subcode {subcode}")?;
        }
        match self.explanation() {
            Some(explanation) => write!(f, ": {explanation}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GraphError")
            .field("status", &self.status)
            .field("code", &self.code)
            .field("subcode", &self.subcode)
            .field("trace_id", &self.trace_id())
            .field("others", &self.others)
            .finish_non_exhaustive()
    }
}

impl Error for GraphError {}
