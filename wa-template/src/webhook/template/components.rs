//! Templates that were edited.

use super::template_report;
use crate::webhook::json::{Json, Object};
use crate::webhook::redacted::Redacted;
use crate::webhook::word::words;

template_report! {
    /// A template was edited (`message_template_components_update`): what is compiled in may be out of date.
    ///
    /// Source: `webhooks/reference/message_template_components_update`, late 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "message_template_components_update",
    ///     "value": { "message_template_name": "order_update", "message_template_language": "en_US",
    ///                "message_template_element": "Your order {{1}} ships today." }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_template_components).expect("there is an update");
    /// assert_eq!(update.body(), Some("Your order {{1}} ships today."));
    /// assert_eq!(update.header(), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct TemplateComponentsUpdate(Components);
}

#[derive(Clone, Debug, PartialEq)]
struct Components {
    header: Option<Redacted<Box<str>>>,
    body: Option<Redacted<Box<str>>>,
    footer: Option<Redacted<Box<str>>>,
    buttons: Vec<TemplateButton>,
}

/// A button of an edited template (`message_template_buttons`).
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateButton {
    kind: Option<TemplateButtonKind>,
    text: Option<Redacted<Box<str>>>,
    url: Option<Redacted<Box<str>>>,
    phone_number: Option<Redacted<Box<str>>>,
}

words! {
    /// What a button of an edited template does (`message_template_button_type`).
    pub enum TemplateButtonKind {
        /// Opens a page.
        Url = "URL",
        /// Calls a number.
        PhoneNumber = "PHONE_NUMBER",
    }
}

impl TemplateComponentsUpdate {
    /// The text of the header (`message_template_title`), if it is a text.
    #[must_use]
    pub fn header(&self) -> Option<&str> {
        self.content.header.as_deref()
    }

    /// The body (`message_template_element`).
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.content.body.as_deref()
    }

    /// The footer (`message_template_footer`).
    #[must_use]
    pub fn footer(&self) -> Option<&str> {
        self.content.footer.as_deref()
    }

    /// The buttons that open a page or call a number; others are not reported.
    #[must_use]
    pub fn buttons(&self) -> &[TemplateButton] {
        &self.content.buttons
    }
}

impl TemplateButton {
    /// What the button does (`message_template_button_type`).
    #[must_use]
    pub fn kind(&self) -> Option<&TemplateButtonKind> {
        self.kind.as_ref()
    }

    /// The label (`message_template_button_text`).
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// The page (`message_template_button_url`).
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The number (`message_template_button_phone_number`).
    #[must_use]
    pub fn phone_number(&self) -> Option<&str> {
        self.phone_number.as_deref()
    }

    fn read(button: &Object<'_>) -> Self {
        Self {
            kind: button.word("message_template_button_type"),
            text: button.private("message_template_button_text"),
            url: button.private_id("message_template_button_url"),
            phone_number: button.private_id("message_template_button_phone_number"),
        }
    }
}

impl Components {
    fn read(value: &Object<'_>) -> Option<Self> {
        let buttons = value.items("message_template_buttons").filter_map(Json::object);
        let components = Self {
            header: value.private("message_template_title"),
            body: value.private("message_template_element"),
            footer: value.private("message_template_footer"),
            buttons: buttons.map(|button| TemplateButton::read(&button)).collect(),
        };
        let is_empty = components.header.is_none()
            && components.body.is_none()
            && components.footer.is_none()
            && components.buttons.is_empty();
        (!is_empty).then_some(components)
    }
}
