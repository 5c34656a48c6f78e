//! A template as the platform has it.

use std::fmt;

use serde_json::Value;

use crate::client::json;
use crate::definition::{Category, Definition};

/// What is asked for unless the caller says otherwise. Without a list the platform leaves out the reason of a rejection
/// and the quality (`templates/template-management`, November 2025).
pub(super) const FIELDS: &str = "id,name,language,status,category,sub_category,previous_category,\
    correct_category,components,parameter_format,rejected_reason,quality_score,library_template_name,\
    message_send_ttl_seconds,cta_url_link_tracking_opted_out";

/// A template as the platform has it. Every part may be absent: the platform tells what it was asked for, and old
/// templates lack what came later.
///
/// ```
/// use wa_template::client::{StoredTemplate, TemplateStatus};
///
/// let json = r#"{ "id": "1387372356726668", "name": "order_update", "status": "REJECTED",
///                 "rejected_reason": "INVALID_FORMAT" }"#;
/// let template = StoredTemplate::from_json(serde_json::from_str(json)?).ok_or("no template")?;
/// assert_eq!(template.status(), TemplateStatus::Rejected);
/// assert!(template.rejection().is_some_and(|explanation| explanation.contains("placeholder")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct StoredTemplate(Value);

/// What the platform does with a template (`templates/template-management`, November 2025).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TemplateStatus {
    /// It can be sent. The only status that can.
    Approved,
    /// It is in review.
    Pending,
    /// Review has refused it; it can be edited.
    Rejected,
    /// Its quality is low or pacing has stopped it; it can be edited.
    Paused,
    /// It was paused too often, for good.
    Disabled,
    /// A refusal is being looked at again.
    InAppeal,
    /// It is deleted once messages on their way are delivered, after 30 days.
    PendingDeletion,
    /// It is deleted.
    Deleted,
    /// The account has too many templates.
    LimitExceeded,
    /// It was not used for 12 months, or archived by hand; it is deleted 28 days later
    /// (`templates/template-archival`, September 2026).
    Archived,
    /// A status that this release does not know, in the platform's words; empty if none was told.
    Other(String),
}

impl StoredTemplate {
    /// Reads a template; `None` if this is no JSON object.
    #[must_use]
    pub fn from_json(json: Value) -> Option<Self> {
        json.is_object().then_some(Self(json))
    }

    /// Its id: decimal digits.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.text("id")
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.text("name")
    }

    /// Its language code, `en_US` for example.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.text("language")
    }

    /// What the platform does with it.
    #[must_use]
    pub fn status(&self) -> TemplateStatus {
        TemplateStatus::from_word(self.text("status").unwrap_or_default())
    }

    /// Its category; the platform may have chosen another one than was asked for.
    #[must_use]
    pub fn category(&self) -> Option<Category> {
        self.text("category").map(Category::parse)
    }

    /// The category that the platform is going to give it, or would.
    #[must_use]
    pub fn correct_category(&self) -> Option<Category> {
        self.text("correct_category").map(Category::parse)
    }

    /// The category that it had before the platform changed it.
    #[must_use]
    pub fn previous_category(&self) -> Option<Category> {
        self.text("previous_category").map(Category::parse)
    }

    /// The platform's word for why review refused it: `INVALID_FORMAT`, `PROMOTIONAL`, `SCAM` and others.
    #[must_use]
    pub fn rejected_reason(&self) -> Option<&str> {
        self.text("rejected_reason").filter(|reason| !reason.eq_ignore_ascii_case("NONE"))
    }

    /// What that word means, if this release knows it (`templates/template-review`, October 2025; webhooks/reference/
    /// `message_template_status_update`, September 2026).
    #[must_use]
    pub fn rejection(&self) -> Option<&'static str> {
        let reason = self.rejected_reason()?.to_ascii_uppercase();
        let (_, explanation) = REJECTIONS.iter().find(|(word, _)| *word == reason)?;
        Some(explanation)
    }

    /// What recipients think of it: `GREEN`, `YELLOW`, `RED` or `UNKNOWN` (`templates/template-quality`).
    #[must_use]
    pub fn quality(&self) -> Option<&str> {
        match self.0.get("quality_score")? {
            Value::String(score) => Some(score),
            object => object.get("score")?.as_str(),
        }
    }

    /// Its content, to be compared with a definition of your own
    /// ([`differences`](Definition::differences)); `None` if the platform did not tell it.
    #[must_use]
    pub fn definition(&self) -> Option<Definition> {
        self.0.get("components").filter(|components| components.is_array())?;
        Definition::from_value(self.0.clone()).ok()
    }

    /// The whole answer, with what this release does not know.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.0
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.as_str().filter(|text| !text.is_empty())
    }
}

const REJECTIONS: &[(&str, &str)] = &[
    ("ABUSIVE_CONTENT", "the content is abusive or breaks a policy"),
    ("CATEGORY_NOT_AVAILABLE", "the category cannot be used"),
    ("INCORRECT_CATEGORY", "the content does not fit the category"),
    ("INVALID_FORMAT", "a placeholder or another part is malformed"),
    ("PROMOTIONAL", "the content advertises, which the category does not allow"),
    ("SCAM", "the content looks like fraud"),
    ("TAG_CONTENT_MISMATCH", "language or category do not fit the content"),
];

impl TemplateStatus {
    const KNOWN: [Self; 10] = [
        Self::Approved,
        Self::Pending,
        Self::Rejected,
        Self::Paused,
        Self::Disabled,
        Self::InAppeal,
        Self::PendingDeletion,
        Self::Deleted,
        Self::LimitExceeded,
        Self::Archived,
    ];

    fn from_word(word: &str) -> Self {
        let known = Self::KNOWN.into_iter().find(|known| known.as_str().eq_ignore_ascii_case(word));
        known.unwrap_or_else(|| Self::Other(word.to_owned()))
    }

    /// The platform's word for it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Approved => "APPROVED",
            Self::Pending => "PENDING",
            Self::Rejected => "REJECTED",
            Self::Paused => "PAUSED",
            Self::Disabled => "DISABLED",
            Self::InAppeal => "IN_APPEAL",
            Self::PendingDeletion => "PENDING_DELETION",
            Self::Deleted => "DELETED",
            Self::LimitExceeded => "LIMIT_EXCEEDED",
            Self::Archived => "ARCHIVED",
            Self::Other(word) => word,
        }
    }

    /// Whether messages can be sent with it.
    #[must_use]
    pub fn can_be_sent(&self) -> bool {
        *self == Self::Approved
    }

    /// Whether a template with this status can be edited: approved, rejected or paused.
    #[must_use]
    pub fn can_be_edited(&self) -> bool {
        matches!(self, Self::Approved | Self::Rejected | Self::Paused)
    }
}

impl fmt::Display for TemplateStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Leaves out the content, in which the addresses of samples are signed.
impl fmt::Debug for StoredTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredTemplate")
            .field("id", &self.id())
            .field("name", &self.name())
            .field("language", &self.language())
            .field("status", &self.status())
            .field("category", &self.category())
            .field("rejected_reason", &self.rejected_reason())
            .finish_non_exhaustive()
    }
}

/// What the platform answers when a template was created (`templates/overview`, May 2026).
#[derive(Clone, Debug, PartialEq)]
pub struct CreatedTemplate {
    id: Box<str>,
    raw: Value,
}

impl CreatedTemplate {
    /// `None` without an id, by which alone the template could be found again.
    pub(super) fn from_json(raw: Value) -> Option<Self> {
        Some(Self { id: json::text(&raw, "id")?, raw })
    }

    /// Its id: decimal digits.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the platform does with it at first: mostly it reviews it, sometimes it has already decided.
    #[must_use]
    pub fn status(&self) -> TemplateStatus {
        TemplateStatus::from_word(self.word("status").unwrap_or_default())
    }

    /// The category that the platform has decided on; it may differ from the one that was asked for.
    #[must_use]
    pub fn category(&self) -> Option<Category> {
        self.word("category").map(Category::parse)
    }

    /// Its language, which only the answer to an upsert names.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.word("language")
    }

    /// The whole answer.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.raw
    }

    fn word(&self, key: &str) -> Option<&str> {
        self.raw.get(key)?.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_and_written() {
        for status in TemplateStatus::KNOWN {
            assert_eq!(TemplateStatus::from_word(status.as_str()), status);
            assert_eq!(TemplateStatus::from_word(&status.as_str().to_ascii_lowercase()), status);
        }
        assert_eq!(TemplateStatus::from_word("FLAGGED"), TemplateStatus::Other("FLAGGED".to_owned()));
        assert!(TemplateStatus::Approved.can_be_sent() && !TemplateStatus::Paused.can_be_sent());
        assert!(TemplateStatus::Paused.can_be_edited() && !TemplateStatus::Pending.can_be_edited());
    }

    #[test]
    fn odd_answers_lack_things_and_no_more() {
        for json in ["{}", r#"{"id":7,"name":[],"status":null,"quality_score":3,"components":{}}"#] {
            let template =
                StoredTemplate::from_json(serde_json::from_str(json).expect("JSON")).expect("an object");
            assert_eq!((template.id(), template.name(), template.quality()), (None, None, None));
            assert_eq!(template.status(), TemplateStatus::Other(String::new()));
            assert!(template.definition().is_none());
        }
        assert!(StoredTemplate::from_json(Value::Null).is_none());
    }

    #[test]
    fn reasons_that_are_none_are_none() {
        let template = |reason: &str| {
            StoredTemplate::from_json(serde_json::json!({ "rejected_reason": reason })).expect("an object")
        };
        assert_eq!(template("NONE").rejected_reason(), None);
        assert_eq!(template("A_NEW_ONE").rejected_reason(), Some("A_NEW_ONE"));
        assert_eq!(template("A_NEW_ONE").rejection(), None);
        assert_eq!(template("scam").rejection(), Some("the content looks like fraud"));
    }
}
