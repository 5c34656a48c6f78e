//! A message that was accepted.

use std::fmt;
use std::sync::Arc;

use serde_json::Value;
use wa_template_definition::{Definition, Rendered};

use crate::recipient::Recipient;

/// A message that the emulator accepted; cheap to clone.
#[derive(Clone)]
pub struct Accepted(Arc<Message>);

struct Message {
    id: String,
    rendered: Rendered,
    order: Order,
}

/// The two interfaces by which messages are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Api {
    /// The one that the platform hosts.
    Cloud,
    /// The retired one, which businesses host themselves.
    OnPremises,
}

/// A send that was found good.
pub(crate) struct Order {
    pub(crate) api: Api,
    pub(crate) phone_number_id: Option<String>,
    pub(crate) recipient: Recipient,
    pub(crate) definition: Arc<Definition>,
    pub(crate) json: Value,
}

impl Accepted {
    pub(crate) fn new(id: String, order: Order) -> Self {
        let rendered = order.definition.render(template(&order.json));
        Self(Arc::new(Message { id, rendered, order }))
    }

    /// The id that the sender was given; webhooks carry it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// By which interface it came.
    #[must_use]
    pub fn api(&self) -> Api {
        self.0.order.api
    }

    /// The id of the business's phone number, from the path of the call; none in the On-Premises API.
    #[must_use]
    pub fn phone_number_id(&self) -> Option<&str> {
        self.0.order.phone_number_id.as_deref()
    }

    /// The recipient as it was sent: a phone number, or the id of a user or group.
    #[must_use]
    pub fn to(&self) -> &str {
        self.0.order.recipient.input()
    }

    /// The name of its template.
    #[must_use]
    pub fn template_name(&self) -> &str {
        self.0.order.definition.name()
    }

    /// The language of its template, `en_US` for example.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.order.definition.language()
    }

    /// The whole body of the call.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.0.order.json
    }

    /// What the customer reads.
    #[must_use]
    pub fn rendered(&self) -> &Rendered {
        &self.0.rendered
    }

    /// The `biz_opaque_callback_data` of the call, which comes back in every status.
    #[must_use]
    pub fn callback_data(&self) -> Option<&str> {
        self.json().get("biz_opaque_callback_data")?.as_str()
    }

    pub(crate) fn recipient(&self) -> &Recipient {
        &self.0.order.recipient
    }

    pub(crate) fn definition(&self) -> &Definition {
        &self.0.order.definition
    }

    pub(crate) fn template(&self) -> &Value {
        template(self.json())
    }
}

fn template(json: &Value) -> &Value {
    json.get("template").unwrap_or(&Value::Null)
}

/// Without recipient and values: they are the customer's data.
impl fmt::Debug for Accepted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accepted")
            .field("id", &self.id())
            .field("api", &self.api())
            .field("template_name", &self.template_name())
            .field("language", &self.language())
            .finish_non_exhaustive()
    }
}
