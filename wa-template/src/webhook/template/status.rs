//! Approved, paused, rejected: the states of templates.

use std::time::SystemTime;

use super::{TemplateCategory, template_report};
use crate::webhook::json::{Json, Object};
use crate::webhook::redacted::Redacted;
use crate::webhook::word::words;

template_report! {
    /// A template changed its state (`message_template_status_update`).
    ///
    /// Source: `webhooks/reference/message_template_status_update`, Sep 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, TemplateEvent, TemplateUse};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "time": 1751247548, "changes": [{
    ///     "field": "message_template_status_update",
    ///     "value": {
    ///         "event": "PAUSED",
    ///         "message_template_id": 1689556908129832,
    ///         "message_template_name": "spring_sale",
    ///         "message_template_language": "en-US",
    ///         "reason": "NONE",
    ///         "other_info": { "title": "FIRST_PAUSE", "description": "Paused for 3 hours." }
    ///     }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_template_status).expect("there is an update");
    /// assert!(update.is_about("spring_sale", "en_US"));
    /// assert_eq!(*update.event(), TemplateEvent::Paused);
    /// assert_eq!(update.event().usage(), TemplateUse::Stop);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct TemplateStatusUpdate(State);
}

words! {
    /// What happened to a template (`event`).
    pub enum TemplateEvent {
        /// It may be sent.
        Approved = "APPROVED",
        /// It was put away and cannot be sent.
        Archived = "ARCHIVED",
        /// It was fetched back from the archive.
        Unarchived = "UNARCHIVED",
        /// It was deleted.
        Deleted = "DELETED",
        /// It is disabled for good.
        Disabled = "DISABLED",
        /// Customers do not like it: it may be paused soon.
        Flagged = "FLAGGED",
        /// A rejection is being appealed.
        InAppeal = "IN_APPEAL",
        /// The account has too many templates.
        LimitExceeded = "LIMIT_EXCEEDED",
        /// It cannot be edited for the moment.
        Locked = "LOCKED",
        /// It cannot be sent for a while; [`TemplateStatusUpdate::note`] says for how long.
        Paused = "PAUSED",
        /// It is under review.
        Pending = "PENDING",
        /// It may be sent again.
        Reinstated = "REINSTATED",
        /// It is about to be deleted.
        PendingDeletion = "PENDING_DELETION",
        /// It was rejected; see [`TemplateStatusUpdate::reason`].
        Rejected = "REJECTED",
    }
}

/// What an event means for somebody who sends the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TemplateUse {
    /// The template may be sent.
    MaySend,
    /// Sending the template fails from now on.
    Stop,
    /// The event says nothing about sending.
    Unchanged,
}

impl TemplateEvent {
    /// What it means for somebody who sends the template.
    #[must_use]
    pub fn usage(&self) -> TemplateUse {
        match self {
            Self::Approved | Self::Reinstated | Self::Unarchived => TemplateUse::MaySend,
            Self::Paused
            | Self::Disabled
            | Self::Archived
            | Self::Deleted
            | Self::PendingDeletion
            | Self::Rejected
            | Self::Pending => TemplateUse::Stop,
            Self::Flagged | Self::Locked | Self::InAppeal | Self::LimitExceeded | Self::Other(_) => {
                TemplateUse::Unchanged
            }
        }
    }
}

words! {
    /// Why a template was rejected (`reason`).
    pub enum RejectionReason {
        /// The content is abusive.
        AbusiveContent = "ABUSIVE_CONTENT",
        /// The category cannot be used.
        CategoryNotAvailable = "CATEGORY_NOT_AVAILABLE",
        /// The content belongs to another category.
        IncorrectCategory = "INCORRECT_CATEGORY",
        /// Placeholders or texts are not formed as they must be.
        InvalidFormat = "INVALID_FORMAT",
        /// There is no reason to give.
        None = "NONE",
        /// The content sells something, which its category must not.
        Promotional = "PROMOTIONAL",
        /// The content looks like a fraud.
        Scam = "SCAM",
        /// The content does not match the language or the category.
        TagContentMismatch = "TAG_CONTENT_MISMATCH",
    }
}

words! {
    /// What kind of remark goes with an event (`other_info.title`).
    pub enum TemplateNote {
        /// Paused for the first time.
        FirstPause = "FIRST_PAUSE",
        /// Paused for the second time.
        SecondPause = "SECOND_PAUSE",
        /// Held back while opinions of customers are collected.
        RateLimitingPause = "RATE_LIMITING_PAUSE",
        /// The pause is over.
        Unpause = "UNPAUSE",
        /// Disabled.
        Disabled = "DISABLED",
    }
}

/// When a template was disabled (`disable_info.disable_date`).
///
/// The platform gives seconds, as a number or a text; older notifications give a date in words.
#[derive(Clone, Debug, PartialEq)]
pub struct DisableDate {
    time: Option<SystemTime>,
    text: Redacted<Box<str>>,
}

impl DisableDate {
    /// The time, to the second; `None` if it came in words.
    #[must_use]
    pub fn time(&self) -> Option<SystemTime> {
        self.time
    }

    /// The date as it came, such as `1751234563` or `January 31, 2021`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn read(date: Json<'_>) -> Option<Self> {
        Some(Self { time: date.seconds(), text: Redacted::new(date.id()?) })
    }
}

#[derive(Clone, Debug, PartialEq)]
struct State {
    event: TemplateEvent,
    reason: Option<RejectionReason>,
    category: Option<TemplateCategory>,
    disable_date: Option<DisableDate>,
    note: Option<TemplateNote>,
    description: Option<Redacted<Box<str>>>,
    rejection_reason: Option<Redacted<Box<str>>>,
    recommendation: Option<Redacted<Box<str>>>,
}

impl TemplateStatusUpdate {
    /// What happened.
    #[must_use]
    pub fn event(&self) -> &TemplateEvent {
        &self.content.event
    }

    /// Why the template was rejected (`reason`); [`RejectionReason::None`] or missing for other events.
    #[must_use]
    pub fn reason(&self) -> Option<&RejectionReason> {
        self.content.reason.as_ref()
    }

    /// The category of the template (`message_template_category`); missing in older notifications.
    #[must_use]
    pub fn category(&self) -> Option<&TemplateCategory> {
        self.content.category.as_ref()
    }

    /// When the template was disabled (`disable_info.disable_date`).
    #[must_use]
    pub fn disable_date(&self) -> Option<&DisableDate> {
        self.content.disable_date.as_ref()
    }

    /// What kind of remark there is (`other_info.title`), above all which pause it is.
    #[must_use]
    pub fn note(&self) -> Option<&TemplateNote> {
        self.content.note.as_ref()
    }

    /// The remark in words (`other_info.description`).
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.content.description.as_deref()
    }

    /// Why the template was rejected, in words (`rejection_info.reason`).
    #[must_use]
    pub fn rejection_reason(&self) -> Option<&str> {
        self.content.rejection_reason.as_deref()
    }

    /// What to do about the rejection, in words (`rejection_info.recommendation`).
    #[must_use]
    pub fn recommendation(&self) -> Option<&str> {
        self.content.recommendation.as_deref()
    }
}

impl State {
    fn read(value: &Object<'_>) -> Option<Self> {
        let (info, rejection) = (value.object("other_info"), value.object("rejection_info"));
        let rejection = |part| rejection.as_ref().and_then(|rejection| rejection.private(part));
        Some(Self {
            event: value.word("event")?,
            reason: value.word("reason"),
            category: value.word("message_template_category"),
            disable_date: value
                .object("disable_info")
                .and_then(|info| DisableDate::read(info.get("disable_date")?)),
            note: info.as_ref().and_then(|info| info.word("title")),
            description: info.as_ref().and_then(|info| info.private("description")),
            rejection_reason: rejection("reason"),
            recommendation: rejection("recommendation"),
        })
    }
}
