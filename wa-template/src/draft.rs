//! A message that has an address, but no body yet.

use std::borrow::Cow;
use std::fmt;

use crate::definition::{Category, value};
use crate::escape::escape;
use crate::invalid::{InvalidMessage, InvalidValue};
use crate::message::{Message, OnPremisesMessage, Parts};
use crate::recipient::{Kind, Recipient};
use crate::traits::WaMessage;
use crate::writer::{Api, Writer};

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
    recipient: Recipient,
    language: Option<Box<str>>,
    reply_to: Option<Box<str>>,
    callback_data: Option<Box<str>>,
    identity_hash: Option<Box<str>>,
}

impl<'m, M: WaMessage + ?Sized> Draft<'m, M> {
    /// Addresses a message. [`WaMessage::to`] is the usual way; this one also takes a `&dyn WaMessage`.
    pub fn new(message: &'m M, recipient: impl Into<Recipient>) -> Self {
        Self {
            message,
            recipient: recipient.into(),
            language: None,
            reply_to: None,
            callback_data: None,
            identity_hash: None,
        }
    }

    /// Sends another language than the template's first, `"es"` for example. The template must have it: the platform
    /// falls back to no other.
    pub fn language<'l>(mut self, language: impl Into<Cow<'l, str>>) -> Self {
        self.language = Some(language.into().into());
        self
    }

    /// Quotes an earlier message, by the id that its receipt or webhook gave.
    pub fn reply_to(mut self, message_id: impl Into<String>) -> Self {
        self.reply_to = Some(message_id.into().into());
        self
    }

    /// A text of at most 512 characters that every status webhook of this message will carry: the key by which the
    /// application finds it again.
    pub fn callback_data(mut self, data: impl Into<String>) -> Self {
        self.callback_data = Some(data.into().into());
        self
    }

    /// Delivers only if the customer's identity still has this hash (`recipient_identity_key_hash`).
    pub fn identity_hash(mut self, hash: impl Into<String>) -> Self {
        self.identity_hash = Some(hash.into().into());
        self
    }

    /// The request body for the Cloud API.
    ///
    /// # Errors
    ///
    /// All values, and everything around them, that the platform would refuse. Nothing is sent.
    pub fn build(&self) -> Result<Message, InvalidMessage> {
        let (language, json) = self.body(None)?;
        Ok(Message::new(self.parts(language, json)))
    }

    /// The request body for the On-Premises API; `namespace` is the account's template namespace.
    ///
    /// # Errors
    ///
    /// As [`Draft::build`], and for what this API does not know: user ids, callback data, identity hashes.
    pub fn build_on_premises(&self, namespace: &str) -> Result<OnPremisesMessage, InvalidMessage> {
        let (language, json) = self.body(Some(namespace))?;
        Ok(OnPremisesMessage::new(self.parts(language, json)))
    }

    /// Appends the request body for the Cloud API to a buffer, which allocates nothing when it is large enough.
    ///
    /// # Errors
    ///
    /// As [`Draft::build`]; the buffer is then as it was.
    pub fn write_to(&self, out: &mut Vec<u8>) -> Result<(), InvalidMessage> {
        self.write(out, None).map(drop)
    }

    fn parts(&self, language: &'static str, json: String) -> Parts {
        Parts {
            template: self.message.template().name(),
            language,
            callback_data: self.callback_data.clone(),
            json,
        }
    }

    fn body(&self, namespace: Option<&str>) -> Result<(&'static str, String), InvalidMessage> {
        /// Enough for what stands around the template, and for values of usual length.
        const AROUND: usize = 256;
        const VALUE: usize = 48;
        let template = self.message.template();
        let mut out = Vec::with_capacity(AROUND + template.fixed_len + VALUE * template.pieces.len());
        let language = self.write(&mut out, namespace)?;
        // Only texts and JSON were written; the check costs less than proving that to the compiler would.
        let json = String::from_utf8(out)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        Ok((language, json))
    }

    /// Appends the body; the language that was used.
    fn write(&self, out: &mut Vec<u8>, namespace: Option<&str>) -> Result<&'static str, InvalidMessage> {
        let template = self.message.template();
        let start = out.len();
        let mut problems = self.problems_around(namespace);
        let language = self.language_index(&mut problems);
        let code = template.languages.get(language).copied().unwrap_or_default();
        let api = if namespace.is_some() { Api::OnPremises } else { Api::Cloud };
        self.head(out, namespace, code);
        let components = out.len();
        out.extend_from_slice(b",\"components\":[");
        let inside = out.len();
        let mut writer = Writer::new(out, template, language, api);
        self.message.write_slots(&mut writer);
        problems.extend(writer.finish());
        if out.len() == inside {
            out.truncate(components);
        } else {
            // The comma behind the last component.
            out.pop();
            out.push(b']');
        }
        out.extend_from_slice(b"}}");
        if problems.is_empty() {
            return Ok(code);
        }
        out.truncate(start);
        Err(InvalidMessage::new(template.name(), problems))
    }

    /// Everything before the components, in the order of the platform's own description of a send.
    fn head(&self, out: &mut Vec<u8>, namespace: Option<&str>, language: &str) {
        out.extend_from_slice(b"{");
        if namespace.is_none() {
            out.extend_from_slice(b"\"messaging_product\":\"whatsapp\",");
        }
        let group = matches!(self.recipient.kind, Kind::Group(_));
        let recipient_type: &[u8] =
            if group { b"\"recipient_type\":\"group\"," } else { b"\"recipient_type\":\"individual\"," };
        out.extend_from_slice(recipient_type);
        match &self.recipient.kind {
            Kind::Phone { digits, length } => {
                // Samples of the On-Premises API have no plus, and it knows no country code to put in front.
                let open: &[u8] = if namespace.is_none() { b"\"to\":\"+" } else { b"\"to\":\"" };
                out.extend_from_slice(open);
                out.extend_from_slice(&digits[..*length]);
                out.push(b'"');
            }
            Kind::Group(id) => string(out, "\"to\":\"", id),
            Kind::User(id) => string(out, "\"recipient\":\"", id),
            // Already among the problems.
            Kind::Invalid(_) => string(out, "\"to\":\"", ""),
        }
        out.extend_from_slice(b",\"type\":\"template\"");
        if let Some(id) = &self.reply_to {
            string(out, ",\"context\":{\"message_id\":\"", id);
            out.push(b'}');
        }
        if let Some(data) = &self.callback_data {
            string(out, ",\"biz_opaque_callback_data\":\"", data);
        }
        if let Some(hash) = &self.identity_hash {
            string(out, ",\"recipient_identity_key_hash\":\"", hash);
        }
        self.template_head(out, namespace, language);
    }

    fn template_head(&self, out: &mut Vec<u8>, namespace: Option<&str>, language: &str) {
        out.extend_from_slice(b",\"template\":{");
        if let Some(namespace) = namespace {
            string(out, "\"namespace\":\"", namespace);
            out.push(b',');
        }
        // Names and codes are checked at compile time: nothing in them needs an escape.
        out.extend_from_slice(b"\"name\":\"");
        out.extend_from_slice(self.message.template().name().as_bytes());
        let policy: &[u8] = if namespace.is_none() {
            b"\",\"language\":{"
        } else {
            b"\",\"language\":{\"policy\":\"deterministic\","
        };
        out.extend_from_slice(policy);
        out.extend_from_slice(b"\"code\":\"");
        out.extend_from_slice(language.as_bytes());
        out.extend_from_slice(b"\"}");
    }

    fn language_index(&self, problems: &mut Vec<InvalidValue>) -> usize {
        let languages = self.message.template().languages();
        let Some(wanted) = &self.language else { return 0 };
        languages.iter().position(|code| **code == **wanted).unwrap_or_else(|| {
            let violation = value::language(wanted, languages);
            problems.extend(violation.map(|violation| InvalidValue::new(None, violation)));
            0
        })
    }

    /// What cannot be sent around the values.
    fn problems_around(&self, namespace: Option<&str>) -> Vec<InvalidValue> {
        let mut problems = Vec::new();
        let mut add = |violation| problems.extend(violation);
        add(self.recipient.violation());
        if *self.message.template().category() == Category::Authentication {
            let what = match self.recipient.kind {
                Kind::Group(_) => Some("group"),
                Kind::User(_) => Some("user id"),
                Kind::Phone { .. } | Kind::Invalid(_) => None,
            };
            add(what.map(value::recipient_of_authentication));
        }
        add(self.reply_to.as_deref().and_then(value::message_id));
        add(self.callback_data.as_deref().and_then(value::callback_data));
        if let Some(namespace) = namespace {
            add(value::namespace(namespace));
            let unknown = [
                (matches!(self.recipient.kind, Kind::User(_)), "business-scoped user ids"),
                (self.callback_data.is_some(), "callback data"),
                (self.identity_hash.is_some(), "identity hashes"),
            ];
            for (_, what) in unknown.into_iter().filter(|(given, _)| *given) {
                add(Some(value::not_on_premises(what)));
            }
        }
        problems.into_iter().map(|violation| InvalidValue::new(None, violation)).collect()
    }
}

/// Appends an opening, a text that may hold anything, and a quotation mark.
fn string(out: &mut Vec<u8>, open: &str, text: &str) {
    out.extend_from_slice(open.as_bytes());
    escape(out, text);
    out.push(b'"');
}

/// Names the template only: recipient, values and callback data are the customer's data.
impl<M: WaMessage + ?Sized> fmt::Debug for Draft<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("template", &self.message.template().name())
            .field("recipient", &self.recipient)
            .finish_non_exhaustive()
    }
}

impl<M: WaMessage + ?Sized> Clone for Draft<'_, M> {
    fn clone(&self) -> Self {
        Self {
            message: self.message,
            recipient: self.recipient.clone(),
            language: self.language.clone(),
            reply_to: self.reply_to.clone(),
            callback_data: self.callback_data.clone(),
            identity_hash: self.identity_hash.clone(),
        }
    }
}
