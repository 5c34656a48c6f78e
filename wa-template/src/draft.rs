//! A message that has an address, but no body yet.

use std::borrow::Cow;
use std::fmt;

use crate::envelope::Envelope;
use crate::invalid::InvalidMessage;
use crate::message::{Message, OnPremisesMessage};
use crate::recipient::Recipient;
use crate::traits::WaMessage;
use crate::writer::Writer;

/// A message on its way: what is sent, to whom, and with which extras. Made by [`WaMessage::to`].
///
/// # Example
///
/// ```
/// use wa_template::{WaMessage, WaTemplate};
///
/// #[derive(WaTemplate)]
/// #[wa(language = "en", category = "utility", body = "Your order {{order}} has left our warehouse.")]
/// struct OrderShipped {
///     #[wa(example = "860198")]
///     order: u32,
/// }
///
/// let message = OrderShipped { order: 7 }.to("+16505551234").callback_data("order=7").build()?;
/// assert!(message.json().contains(r#""to":"+16505551234""#));
/// # Ok::<(), wa_template::InvalidMessage>(())
/// ```
#[must_use = "a draft does nothing until it is built and sent"]
pub struct Draft<'m, M: WaMessage + ?Sized> {
    message: &'m M,
    envelope: Envelope,
}

impl<'m, M: WaMessage + ?Sized> Draft<'m, M> {
    /// Addresses a message. [`WaMessage::to`] is the usual way; this one also takes a `&dyn WaMessage`.
    pub fn new(message: &'m M, recipient: impl Into<Recipient>) -> Self {
        Self { message, envelope: Envelope::new(recipient.into()) }
    }

    /// Sends another language than the template's first, `"es"` for example. The template must have it: the platform
    /// falls back to no other.
    pub fn language<'l>(mut self, language: impl Into<Cow<'l, str>>) -> Self {
        self.envelope.extras().language = Some(language.into().into());
        self
    }

    /// Quotes an earlier message, by the id that its receipt or webhook gave.
    pub fn reply_to(mut self, message_id: impl Into<String>) -> Self {
        self.envelope.extras().reply_to = Some(message_id.into().into());
        self
    }

    /// A text of at most 512 characters that every status webhook of this message will carry: the key by which the
    /// application finds it again.
    pub fn callback_data(mut self, data: impl Into<String>) -> Self {
        self.envelope.extras().callback_data = Some(data.into().into());
        self
    }

    /// Delivers only if the customer's identity still has this hash (`recipient_identity_key_hash`).
    pub fn identity_hash(mut self, hash: impl Into<String>) -> Self {
        self.envelope.extras().identity_hash = Some(hash.into().into());
        self
    }

    /// The request body for the Cloud API.
    ///
    /// # Errors
    ///
    /// All values, and everything around them, that the platform would refuse. Nothing is sent.
    pub fn build(&self) -> Result<Message, InvalidMessage> {
        let values = &mut |writer: &mut Writer<'_>| self.message.write_slots(writer);
        self.envelope.build(self.message.template(), values)
    }

    /// The request body for the On-Premises API; `namespace` is the account's template namespace.
    ///
    /// # Errors
    ///
    /// As [`Draft::build`], and for what this API does not know: user ids, callback data, identity hashes.
    pub fn build_on_premises(&self, namespace: &str) -> Result<OnPremisesMessage, InvalidMessage> {
        let values = &mut |writer: &mut Writer<'_>| self.message.write_slots(writer);
        self.envelope.build_on_premises(self.message.template(), values, namespace)
    }

    /// Appends the request body for the Cloud API to a buffer. One that is used again allocates nothing as soon as it has
    /// grown: to the body, and about a kibibyte more.
    ///
    /// # Errors
    ///
    /// As [`Draft::build`]; the buffer is then as it was.
    pub fn write_to(&self, out: &mut Vec<u8>) -> Result<(), InvalidMessage> {
        let values = &mut |writer: &mut Writer<'_>| self.message.write_slots(writer);
        self.envelope.write_to(self.message.template(), values, out)
    }
}

/// Names the template only: recipient, values and callback data are the customer's data.
impl<M: WaMessage + ?Sized> fmt::Debug for Draft<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("template", &self.message.template().name())
            .field("recipient", &self.envelope.recipient)
            .finish_non_exhaustive()
    }
}

impl<M: WaMessage + ?Sized> Clone for Draft<'_, M> {
    fn clone(&self) -> Self {
        Self { message: self.message, envelope: self.envelope.clone() }
    }
}
