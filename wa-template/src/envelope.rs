//! What stands around the template in a message: recipient, language, callback data.
//!
//! Nothing here depends on the type of the message, so it is compiled once, not in every application.

use std::sync::Arc;

use crate::definition::{Category, Violation, value};
use crate::escape::escape;
use crate::invalid::{InvalidMessage, InvalidValue};
use crate::recipient::{Kind, Recipient};
use crate::template::Template;
use crate::writer::{Api, Writer};

/// Recipient and extras of one message.
#[derive(Clone)]
pub(crate) struct Envelope {
    pub(crate) recipient: Recipient,
    pub(crate) language: Option<Box<str>>,
    pub(crate) reply_to: Option<Box<str>>,
    pub(crate) callback_data: Option<Arc<str>>,
    pub(crate) identity_hash: Option<Box<str>>,
}

impl Envelope {
    pub(crate) fn new(recipient: Recipient) -> Self {
        Self { recipient, language: None, reply_to: None, callback_data: None, identity_hash: None }
    }

    /// Appends the body; the language that was used.
    pub(crate) fn write(
        &self,
        template: &'static Template,
        values: &mut dyn FnMut(&mut Writer<'_>),
        out: &mut Vec<u8>,
        namespace: Option<&str>,
    ) -> Result<&'static str, InvalidMessage> {
        let start = out.len();
        let mut problems = if self.is_plain() && namespace.is_none() {
            Vec::new()
        } else {
            self.problems(template, namespace)
        };
        let language = self.language_index(template, &mut problems);
        let code = template.languages.get(language).copied().unwrap_or_default();
        let api = if namespace.is_some() { Api::OnPremises } else { Api::Cloud };
        out.reserve(AROUND + template.pieces.fixed_len() + VALUE * template.pieces.len());
        self.head(template, out, namespace, code);
        let components = out.len();
        out.extend_from_slice(b",\"components\":[");
        let inside = out.len();
        let mut writer = Writer::new(out, template, language, api).with_problems(problems);
        values(&mut writer);
        let problems = writer.finish();
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
    fn head(&self, template: &Template, out: &mut Vec<u8>, namespace: Option<&str>, language: &str) {
        let on_premises = namespace.is_some();
        let open = match (&self.recipient.kind, on_premises) {
            (Kind::Phone { .. } | Kind::Invalid(_), false) => {
                r#"{"messaging_product":"whatsapp","recipient_type":"individual","to":"+"#
            }
            // Samples of the On-Premises API have no plus, and it knows no country code to put in front.
            (Kind::Phone { .. } | Kind::Invalid(_), true) => r#"{"recipient_type":"individual","to":""#,
            (Kind::Group(_), false) => r#"{"messaging_product":"whatsapp","recipient_type":"group","to":""#,
            (Kind::Group(_), true) => r#"{"recipient_type":"group","to":""#,
            (Kind::User(_), false) => {
                r#"{"messaging_product":"whatsapp","recipient_type":"individual","recipient":""#
            }
            (Kind::User(_), true) => r#"{"recipient_type":"individual","recipient":""#,
        };
        out.extend_from_slice(open.as_bytes());
        match &self.recipient.kind {
            Kind::Phone { digits, length } => out.extend_from_slice(&digits[..*length]),
            Kind::Group(id) | Kind::User(id) => escape(out, id),
            // Already among the problems.
            Kind::Invalid(_) => {}
        }
        out.extend_from_slice(b"\",\"type\":\"template\"");
        self.extras(out);
        // Names and codes are checked at compile time: nothing in them needs an escape.
        if let Some(namespace) = namespace {
            string(out, ",\"template\":{\"namespace\":\"", namespace);
            out.extend_from_slice(b",\"name\":\"");
            out.extend_from_slice(template.name().as_bytes());
            out.extend_from_slice(b"\",\"language\":{\"policy\":\"deterministic\",\"code\":\"");
        } else {
            out.extend_from_slice(b",\"template\":{\"name\":\"");
            out.extend_from_slice(template.name().as_bytes());
            out.extend_from_slice(b"\",\"language\":{\"code\":\"");
        }
        out.extend_from_slice(language.as_bytes());
        out.extend_from_slice(b"\"}");
    }

    fn extras(&self, out: &mut Vec<u8>) {
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
    }

    fn language_index(&self, template: &Template, problems: &mut Vec<InvalidValue>) -> usize {
        let languages = template.languages();
        let Some(wanted) = &self.language else { return 0 };
        languages.iter().position(|code| **code == **wanted).unwrap_or_else(|| {
            let violation = value::language(wanted, languages);
            problems.extend(violation.map(|violation| InvalidValue::new(None, violation)));
            0
        })
    }

    /// A number that was found to be one, and nothing else that could be wrong.
    fn is_plain(&self) -> bool {
        let phone = matches!(self.recipient.kind, Kind::Phone { .. });
        phone && self.reply_to.is_none() && self.callback_data.is_none()
    }

    /// What cannot be sent around the values.
    fn problems(&self, template: &Template, namespace: Option<&str>) -> Vec<InvalidValue> {
        let mut problems = Vec::new();
        let mut add = |violation: Option<Violation>| {
            problems.extend(violation.map(|violation| InvalidValue::new(None, violation)));
        };
        add(self.recipient.violation());
        if *template.category() == Category::Authentication {
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
        problems
    }
}

/// Bytes for what stands around the template, and for one value: enough for most messages.
const AROUND: usize = 256;
const VALUE: usize = 48;

/// Appends an opening, a text that may hold anything, and a quotation mark.
fn string(out: &mut Vec<u8>, open: &str, text: &str) {
    out.extend_from_slice(open.as_bytes());
    escape(out, text);
    out.push(b'"');
}
