//! Answers to a Flow.

use serde_json::Value;

use crate::webhook::json::{Json, Object, Raw};
use crate::webhook::message::message;
use crate::webhook::redacted::Redacted;

message! {
    /// A completed Flow, also one that a template's Flow button opened (`interactive` of type `nfm_reply`).
    ///
    /// What the customer filled in comes as a JSON text inside of the JSON; it is read here.
    /// Source: docs/whatsapp/flows, guides on receiving the response webhook.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "interactive",
    ///     "interactive": { "type": "nfm_reply", "nfm_reply": {
    ///         "name": "flow", "body": "Sent",
    ///         "response_json": "{\"flow_token\":\"order-7\",\"rating\":\"4\"}"
    ///     } }
    /// }] }"#.parse()?;
    ///
    /// let reply = notification.events().find_map(Event::as_flow_reply).expect("there is an answer");
    /// assert_eq!(reply.flow_token(), Some("order-7"));
    /// assert_eq!(reply.response()["rating"], "4");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct FlowReply(Answer);
}

#[derive(Clone, Debug, PartialEq)]
struct Answer {
    name: Option<Redacted<Box<str>>>,
    body: Option<Redacted<Box<str>>>,
    response: Raw,
    flow_token: Option<Redacted<Box<str>>>,
}

impl FlowReply {
    /// The token that the sender of the Flow gave along (`flow_token`); may be missing.
    #[must_use]
    pub fn flow_token(&self) -> Option<&str> {
        self.content.flow_token.as_deref()
    }

    /// What the customer filled in: in good order an object with a member for each input, and the `flow_token`.
    ///
    /// `null` if the text is not JSON.
    #[must_use]
    pub fn response(&self) -> &Value {
        self.content.response.tree()
    }

    /// What the customer filled in, as the JSON text that came (`response_json`).
    #[must_use]
    pub fn response_json(&self) -> &str {
        self.content.response.as_str()
    }

    /// The platform's word for the kind of Flow (`name`): `flow`, `address_message`, …
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.content.name.as_deref()
    }

    /// What the customer sees in the chat (`body`), `Sent` for example.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.content.body.as_deref()
    }
}

impl Answer {
    fn read(message: &Object<'_>) -> Option<Self> {
        let reply = message.object("interactive")?.object("nfm_reply")?;
        let json = reply.get("response_json")?;
        // A text by the documents; an object would be as good.
        let response = if json.is_object() { json.as_str().into() } else { json.text()? };
        let flow_token = Json::new(&response).object().and_then(|values| values.private("flow_token"));
        Some(Self {
            name: reply.private("name"),
            body: reply.private("body"),
            response: Raw::new(response),
            flow_token,
        })
    }
}
