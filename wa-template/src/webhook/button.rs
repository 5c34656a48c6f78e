//! Taps on quick-reply buttons.

use super::json::Object;
use super::message::message;
use super::redacted::Redacted;
use crate::{UnknownPayload, WaPayload};

message! {
    /// A tap on a quick-reply button of a template (a message of type `button`).
    ///
    /// Choices from free-form interactive messages (type `interactive`) are another kind of message:
    /// [`InteractiveReply`](super::InteractiveReply). Source: webhooks/reference/messages/button, Dec 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::WaPayload;
    /// use wa_template::webhook::Notification;
    /// # use std::borrow::Cow;
    /// # use wa_template::UnknownPayload;
    /// # #[derive(Debug, PartialEq)]
    /// # enum Answer { Yes, No }
    /// # impl WaPayload for Answer {
    /// #     fn to_payload(&self) -> Cow<'static, str> {
    /// #         Cow::Borrowed(match self { Answer::Yes => "answer:yes", Answer::No => "answer:no" })
    /// #     }
    /// #     fn from_payload(payload: &str) -> Result<Self, UnknownPayload> {
    /// #         match payload {
    /// #             "answer:yes" => Ok(Answer::Yes),
    /// #             "answer:no" => Ok(Answer::No),
    /// #             other => Err(UnknownPayload::new(other)),
    /// #         }
    /// #     }
    /// # }
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234",
    ///     "id": "ABGGFmkiWVVPAgo-sKD87hgxPHdF",
    ///     "context": { "id": "gBGGFmkiWVVPAgkgQkwi7IORac0" },
    ///     "timestamp": "1591210827",
    ///     "type": "button",
    ///     "button": { "payload": "answer:yes", "text": "Yes, please" }
    /// }] }"#.parse()?;
    ///
    /// for reply in notification.button_replies() {
    ///     assert_eq!(reply.payload(), Ok(Answer::Yes));
    ///     assert_eq!(reply.in_reply_to(), Some("gBGGFmkiWVVPAgkgQkwi7IORac0"));
    /// }
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct ButtonReply(Button);
}

/// The `button` object: at least one of the two is there.
#[derive(Clone, Debug, PartialEq)]
struct Button {
    payload: Option<Redacted<Box<str>>>,
    text: Option<Redacted<Box<str>>>,
}

impl ButtonReply {
    /// The answer that the sender of the template put behind the button.
    ///
    /// It is read from the payload, or from the label where there is no payload: the platform itself reports the
    /// label when the sender set no payload, and old On-Premises clients reported `null`.
    ///
    /// # Errors
    ///
    /// [`UnknownPayload`] when the text belongs to no value of `P`. That happens in good order: the button may
    /// belong to another template, or to an older release of the application.
    pub fn payload<P: WaPayload>(&self) -> Result<P, UnknownPayload> {
        let payload = self.raw_payload().filter(|payload| !payload.is_empty());
        P::from_payload(payload.unwrap_or_else(|| self.text()))
    }

    /// The payload as it came; `None` if it was missing or `null`.
    #[must_use]
    pub fn raw_payload(&self) -> Option<&str> {
        self.content.payload.as_deref()
    }

    /// The label of the button, in the language of the template that was sent; empty if it was missing.
    #[must_use]
    pub fn text(&self) -> &str {
        self.content.text.as_deref().unwrap_or_default()
    }
}

impl Button {
    fn read(message: &Object<'_>) -> Option<Self> {
        let button = message.object("button")?;
        let button = Self { payload: button.private("payload"), text: button.private("text") };
        (button.payload.is_some() || button.text.is_some()).then_some(button)
    }
}
