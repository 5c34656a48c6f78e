//! Categories that the platform changes.

use std::time::SystemTime;

use super::{TemplateCategory, template_report};
use crate::webhook::json::Object;

template_report! {
    /// The platform changes the category of a template (`template_category_update`).
    ///
    /// It comes twice: 24 hours ahead as an announcement, and when it is done. The platform's key `new_category` means
    /// the *present* category in the first and the new one in the second;
    /// [`present_category`](Self::present_category) and [`coming_category`](Self::coming_category) mean what they say.
    /// Source: `webhooks/reference/template_category_update`, late 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, TemplateCategory};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "template_category_update",
    ///     "value": { "message_template_name": "order_update", "message_template_language": "en_US",
    ///                "new_category": "UTILITY", "correct_category": "MARKETING",
    ///                "category_update_timestamp": 1746169200 }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_template_category).expect("there is an update");
    /// assert!(update.is_announcement());
    /// assert_eq!(update.present_category(), Some(&TemplateCategory::Utility));
    /// assert_eq!(update.coming_category(), Some(&TemplateCategory::Marketing));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct TemplateCategoryUpdate(Change);
}

template_report! {
    /// The platform holds another category for the right one (`template_correct_category_detection`).
    ///
    /// Direct Send only, and a beta: the names of the keys are uncertain [?]. Source: direct-send, mid 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, TemplateCategory};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "template_correct_category_detection",
    ///     "value": { "message_template_id": 278077987957091,
    ///                "category": "UTILITY", "correct_category": "MARKETING" }
    /// }] }] }"#.parse()?;
    ///
    /// let event = notification.events().find_map(Event::as_template_category_detection).expect("there is one");
    /// assert_eq!(event.correct_category(), Some(&TemplateCategory::Marketing));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct TemplateCategoryDetection(Detection);
}

#[derive(Clone, Debug, PartialEq)]
struct Change {
    previous: Option<TemplateCategory>,
    new: Option<TemplateCategory>,
    correct: Option<TemplateCategory>,
    time: Option<SystemTime>,
}

#[derive(Clone, Debug, PartialEq)]
struct Detection {
    category: Option<TemplateCategory>,
    correct: Option<TemplateCategory>,
}

impl TemplateCategoryUpdate {
    /// Whether the change is still to come.
    #[must_use]
    pub fn is_announcement(&self) -> bool {
        self.content.correct.is_some()
    }

    /// The category at the time of the report (`new_category` of both shapes).
    #[must_use]
    pub fn present_category(&self) -> Option<&TemplateCategory> {
        self.content.new.as_ref()
    }

    /// The category until now (`previous_category`); only when the change is done.
    #[must_use]
    pub fn previous_category(&self) -> Option<&TemplateCategory> {
        self.content.previous.as_ref()
    }

    /// The category to come (`correct_category`); only in an announcement.
    #[must_use]
    pub fn coming_category(&self) -> Option<&TemplateCategory> {
        self.content.correct.as_ref()
    }

    /// When the category changes (`category_update_timestamp`), to the second; only in an announcement.
    #[must_use]
    pub fn change_time(&self) -> Option<SystemTime> {
        self.content.time
    }
}

impl TemplateCategoryDetection {
    /// The category that the template has (`category`).
    #[must_use]
    pub fn category(&self) -> Option<&TemplateCategory> {
        self.content.category.as_ref()
    }

    /// The category that the platform holds for right (`correct_category`).
    #[must_use]
    pub fn correct_category(&self) -> Option<&TemplateCategory> {
        self.content.correct.as_ref()
    }
}

impl Change {
    fn read(value: &Object<'_>) -> Option<Self> {
        let change = Self {
            previous: value.word("previous_category"),
            new: value.word("new_category"),
            correct: value.word("correct_category"),
            time: value.seconds("category_update_timestamp"),
        };
        (change.new.is_some() || change.correct.is_some()).then_some(change)
    }
}

impl Detection {
    fn read(value: &Object<'_>) -> Option<Self> {
        let detection = Self { category: value.word("category"), correct: value.word("correct_category") };
        (detection.category.is_some() || detection.correct.is_some()).then_some(detection)
    }
}
