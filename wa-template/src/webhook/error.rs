//! Errors that the platform reports by webhook.

use std::fmt;
use std::sync::Arc;

use super::envelope::each;
use super::json::{Json, Malformed, Object, Raw, Reader, Span};
use super::origin::{Origin, Report, report_facts};
use crate::codes::{ErrorClass, ListedCode};

/// One error, as the platform describes it.
///
/// Rely on the code; the texts change. `Debug` shows the code alone, because the texts may quote what was sent.
/// Sources: webhooks/reference/messages/errors, Dec 2025; docs/whatsapp/api/webhooks (archived) for On-Premises.
///
/// # Example
///
/// ```
/// use wa_template::webhook::{ErrorClass, Notification};
///
/// let notification: Notification = r#"{ "statuses": [{
///     "id": "gBGEkYiEB1VXAglK1ZEqA1YKPrU", "status": "failed", "recipient_id": "16505551234",
///     "errors": [{ "code": 131050, "title": "stopped" }]
/// }] }"#.parse()?;
///
/// let error = notification.statuses().flat_map(|status| status.errors()).next().expect("there is an error");
/// assert_eq!(error.class(), Some(ErrorClass::Never));
/// assert!(error.explanation().is_some());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct ErrorObject {
    code: Option<u32>,
    texts: Texts,
    raw: Raw,
}

/// The texts of an error.
#[derive(Clone, Debug, Default)]
struct Texts {
    title: Span,
    message: Span,
    details: Span,
    href: Span,
}

impl ErrorObject {
    /// The error code, such as 131026; `None` if there was none or it was no number.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        self.code
    }

    /// What a sender should do about it; `None` for a code that is not listed or never concerns a send.
    #[must_use]
    pub fn class(&self) -> Option<ErrorClass> {
        self.listed()?.class()
    }

    /// What the code means, in a few plain words of this crate; `None` for a code that is not listed.
    #[must_use]
    pub fn explanation(&self) -> Option<&'static str> {
        self.listed().map(ListedCode::explanation)
    }

    /// What is known about the code, of the Cloud API or the On-Premises API; the two have no code in common.
    #[must_use]
    pub fn listed(&self) -> Option<&'static ListedCode> {
        let code = self.code?;
        ListedCode::cloud(code).or_else(|| ListedCode::on_premises(code))
    }

    /// A short text that goes with the code.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.texts.title.of(&self.raw)
    }

    /// Usually the title again; missing in older notifications.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.texts.message.of(&self.raw)
    }

    /// What went wrong in this case.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        self.texts.details.of(&self.raw)
    }

    /// Where the platform documents the error; lately a path without a host.
    #[must_use]
    pub fn href(&self) -> Option<&str> {
        self.texts.href.of(&self.raw)
    }

    /// Reads the list of errors that comes next; what is no object in it is left out.
    pub(super) fn read_list(errors: &mut Vec<Self>, reader: &mut Reader<'_>) -> Result<(), Malformed> {
        each(reader, |reader| {
            errors.extend(Self::read_next(reader)?);
            Ok(())
        })
    }

    /// Reads the `errors` of an item.
    pub(super) fn read_of(item: &Object<'_>) -> Vec<Self> {
        item.items("errors").filter_map(Self::read).collect()
    }

    /// Reads an error object; `None` if it is no object.
    pub(super) fn read(error: Json<'_>) -> Option<Self> {
        Self::read_next(&mut Reader::new(error.as_str())).ok()?
    }

    fn read_next(reader: &mut Reader<'_>) -> Result<Option<Self>, Malformed> {
        let start = reader.position()?;
        if reader.peek()? != b'{' {
            return reader.value().map(|_| None);
        }
        let (mut code, mut texts) = (None, Texts::default());
        reader.enter(b'{')?;
        let mut is_first = true;
        while let Some(key) = reader.key(&mut is_first)? {
            match &*key {
                "error_data" if reader.peek()? == b'{' => texts.read_data(reader, start)?,
                "code" => code = reader.value()?.number().and_then(|code| code.try_into().ok()),
                key => texts.read(key, reader, start)?,
            }
        }
        Ok(Some(Self { code, texts, raw: Raw::new(reader.since(start)) }))
    }
}

impl Texts {
    /// Reads the member whose value comes next, of an error that starts at a position.
    fn read(&mut self, key: &str, reader: &mut Reader<'_>, start: usize) -> Result<(), Malformed> {
        match key {
            "title" => self.title = Span::text(reader, start)?,
            "message" => self.message = Span::text(reader, start)?,
            // Older notifications have `details` on the error itself.
            "details" if self.details.is_missing() => self.details = Span::text(reader, start)?,
            "href" => self.href = Span::text(reader, start)?,
            _ => drop(reader.value()?),
        }
        Ok(())
    }

    /// Reads `error_data`, whose details count more than those beside it.
    fn read_data(&mut self, reader: &mut Reader<'_>, start: usize) -> Result<(), Malformed> {
        reader.enter(b'{')?;
        let mut is_first = true;
        while let Some(key) = reader.key(&mut is_first)? {
            if key != "details" {
                reader.value()?;
                continue;
            }
            let details = Span::text(reader, start)?;
            if !details.is_missing() {
                self.details = details;
            }
        }
        Ok(())
    }
}

/// All facts come from the text, so that it decides.
impl PartialEq for ErrorObject {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl fmt::Debug for ErrorObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorObject")
            .field("code", &self.code)
            .field("texts", &self.texts)
            .finish_non_exhaustive()
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
    report: Report,
    error: ErrorObject,
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
        self.report.origin.phone_number_id()
    }

    report_facts!();

    /// Reads an element of `errors` that stands beside `messages` and `statuses`; `None` if it is no object.
    pub(super) fn read(origin: &Arc<Origin>, json: Json<'_>) -> Option<Self> {
        Some(Self { report: Report::new(origin, json), error: ErrorObject::read(json)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_means_two_things() {
        for code in 0..200_000 {
            assert!(ListedCode::cloud(code).is_none() || ListedCode::on_premises(code).is_none(), "{code}");
        }
    }
}
