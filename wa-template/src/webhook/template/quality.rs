//! What customers think of templates.

use super::template_report;
use crate::webhook::json::Object;
use crate::webhook::word::words;

template_report! {
    /// Customers' opinion of a template changed (`message_template_quality_update`).
    ///
    /// The platform's own sample carries the name of the field `message_template_status_update`; it is read all the
    /// same. Source: `webhooks/reference/message_template_quality_update`, late 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, QualityScore};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "message_template_quality_update",
    ///     "value": { "message_template_name": "spring_sale", "message_template_language": "en_US",
    ///                "previous_quality_score": "GREEN", "new_quality_score": "YELLOW" }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_template_quality).expect("there is an update");
    /// assert_eq!(*update.new_score(), QualityScore::Yellow);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct TemplateQualityUpdate(Quality);
}

words! {
    /// What customers think of a template.
    pub enum QualityScore {
        /// They like it.
        Green = "GREEN",
        /// Some block or report it.
        Yellow = "YELLOW",
        /// Many block or report it: it will be paused.
        Red = "RED",
        /// There are too few opinions.
        Unknown = "UNKNOWN",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Quality {
    previous: Option<QualityScore>,
    new: QualityScore,
}

impl TemplateQualityUpdate {
    /// The score before (`previous_quality_score`).
    #[must_use]
    pub fn previous_score(&self) -> Option<&QualityScore> {
        self.content.previous.as_ref()
    }

    /// The score from now on (`new_quality_score`).
    #[must_use]
    pub fn new_score(&self) -> &QualityScore {
        &self.content.new
    }
}

impl Quality {
    fn read(value: &Object<'_>) -> Option<Self> {
        Some(Self { previous: value.word("previous_quality_score"), new: value.word("new_quality_score")? })
    }
}
