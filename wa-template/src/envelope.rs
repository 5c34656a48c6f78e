//! What stands around the template in a message: recipient, language, callback data.
//!
//! Nothing here depends on the type of the message, so it is compiled once, not in every application.

use std::cell::Cell;
use std::sync::Arc;

use crate::definition::wire::{HEAD_COMPONENTS, HEAD_LANGUAGE, HEAD_NAME, HEAD_TYPE};
use crate::definition::{Category, Violation, limits, value};
use crate::escape::escape;
use crate::invalid::{InvalidMessage, InvalidValue};
use crate::message::{Message, OnPremisesMessage};
use crate::recipient::{Kind, Recipient};
use crate::template::Template;
use crate::writer::{Api, Writer};

/// What writes the values of a message.
pub(crate) type Values<'v> = &'v mut dyn FnMut(&mut Writer<'_>);

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

    /// A message for the Cloud API.
    pub(crate) fn build(
        &self,
        template: &'static Template,
        values: Values<'_>,
    ) -> Result<Message, InvalidMessage> {
        let mut room = Room::take();
        let language = self.write(template, values, &mut room.0, None)?;
        Ok(Message::new(template.name(), language, self.callback_data.clone(), &room.0))
    }

    /// A message for the On-Premises API.
    pub(crate) fn build_on_premises(
        &self,
        template: &'static Template,
        values: Values<'_>,
        namespace: &str,
    ) -> Result<OnPremisesMessage, InvalidMessage> {
        let mut room = Room::take();
        let language = self.write(template, values, &mut room.0, Some(namespace))?;
        Ok(OnPremisesMessage::new(template.name(), language, self.callback_data.clone(), &room.0))
    }

    /// Appends the body for the Cloud API.
    pub(crate) fn write_to(
        &self,
        template: &'static Template,
        values: Values<'_>,
        out: &mut Vec<u8>,
    ) -> Result<(), InvalidMessage> {
        self.write(template, values, out, None).map(drop)
    }

    /// Appends the body; the language that was used.
    fn write(
        &self,
        template: &'static Template,
        values: Values<'_>,
        out: &mut Vec<u8>,
        namespace: Option<&str>,
    ) -> Result<&'static str, InvalidMessage> {
        let start = out.len();
        out.reserve(AROUND + template.pieces.fixed_len() + VALUE * template.pieces.len());
        let (language, problems) = match self.plain_digits() {
            Some((digits, length)) if namespace.is_none() => {
                out.extend_from_slice(TO_PHONE.as_bytes());
                // A copy of a fixed length takes less time.
                out.extend_from_slice(digits);
                out.truncate(out.len() - (digits.len() - length));
                out.extend_from_slice(template.head.as_bytes());
                (0, Vec::new())
            }
            _ => self.any_head(template, out, namespace),
        };
        let inside = out.len();
        let api = if namespace.is_some() { Api::OnPremises } else { Api::Cloud };
        let mut writer = Writer::new(out, template, language, api, problems);
        values(&mut writer);
        let problems = writer.finish();
        close(template, out, inside);
        if problems.is_empty() {
            return Ok(template.languages.get(language).copied().unwrap_or_default());
        }
        out.truncate(start);
        Err(InvalidMessage::new(template.name(), problems))
    }

    /// Everything before the first value, and what cannot be sent of it.
    #[inline(never)]
    fn any_head(
        &self,
        template: &Template,
        out: &mut Vec<u8>,
        namespace: Option<&str>,
    ) -> (usize, Vec<InvalidValue>) {
        let mut problems = self.problems(template, namespace);
        let language = self.language_index(template, &mut problems);
        self.head(template, out, namespace, language);
        (language, problems)
    }

    /// Everything before the first value, in the order of the platform's own description of a send.
    fn head(&self, template: &Template, out: &mut Vec<u8>, namespace: Option<&str>, language: usize) {
        let on_premises = namespace.is_some();
        let open = match (&self.recipient.kind, on_premises) {
            (Kind::Phone { .. } | Kind::Invalid(_), false) => TO_PHONE,
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
        out.extend_from_slice(HEAD_TYPE.as_bytes());
        self.extras(out);
        // Names and codes are checked at compile time: nothing in them needs an escape.
        let (name, default) = (template.name(), template.languages.first().copied().unwrap_or_default());
        let code = template.languages.get(language).copied().unwrap_or_default();
        let rest = HEAD_TYPE.len() + HEAD_NAME.len() + name.len() + HEAD_LANGUAGE.len() + default.len();
        let (open, of_language) = match namespace {
            None => (HEAD_NAME, HEAD_LANGUAGE),
            Some(namespace) => {
                string(out, ",\"template\":{\"namespace\":\"", namespace);
                (",\"name\":\"", "\",\"language\":{\"policy\":\"deterministic\",\"code\":\"")
            }
        };
        for json in [open, name, of_language, code, template.head.get(rest..).unwrap_or_default()] {
            out.extend_from_slice(json.as_bytes());
        }
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

    /// The digits of a phone number, and how many they are, if nothing else was said.
    fn plain_digits(&self) -> Option<(&[u8; limits::RECIPIENT_DIGITS], usize)> {
        match &self.recipient.kind {
            Kind::Phone { digits, length }
                if self.language.is_none()
                    && self.reply_to.is_none()
                    && self.callback_data.is_none()
                    && self.identity_hash.is_none() =>
            {
                Some((digits, *length))
            }
            _ => None,
        }
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

/// The length of a body is known when it is written: here first, then it is copied to where it stays.
struct Room(Vec<u8>);

impl Room {
    /// That of the thread's last message, so that it allocates nothing.
    fn take() -> Self {
        let mut room = ROOM.try_with(Cell::take).unwrap_or_default();
        room.clear();
        Self(room)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if self.0.capacity() <= KEPT {
            // It fails when the thread ends; then nobody writes another message.
            let _ = ROOM.try_with(|kept| kept.set(std::mem::take(&mut self.0)));
        }
    }
}

/// Bytes of the room in which a thread writes its messages that it keeps for the next one: no more than bodies usually
/// have.
const KEPT: usize = 64 << 10;

thread_local! {
    static ROOM: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Ends the components, if anything was written after the opening that stands before this place, and the body.
fn close(template: &Template, out: &mut Vec<u8>, inside: usize) {
    if out.len() > inside {
        // The comma behind the last component.
        out.pop();
        out.push(b']');
    } else if template.pieces.len() > 0 {
        out.truncate(inside - HEAD_COMPONENTS.len());
    }
    out.extend_from_slice(b"}}");
}

/// What opens most messages.
const TO_PHONE: &str = r#"{"messaging_product":"whatsapp","recipient_type":"individual","to":"+"#;

/// Bytes for what stands around the template, and for one value: enough for most messages.
const AROUND: usize = 256;
const VALUE: usize = 48;

/// Appends an opening, a text that may hold anything, and a quotation mark.
fn string(out: &mut Vec<u8>, open: &str, text: &str) {
    out.extend_from_slice(open.as_bytes());
    escape(out, text);
    out.push(b'"');
}
