//! What stands around the template in a message: recipient, language, callback data.
//!
//! Nothing here depends on the type of the message, so it is compiled once, not in every application.

use std::sync::Arc;

use crate::buffer::{Appended, Buffer};
use crate::definition::value::{self, PhoneDigits};
use crate::definition::wire::{HEAD_COMPONENTS, HEAD_LANGUAGE, HEAD_NAME, HEAD_TYPE};
use crate::definition::{Category, Violation};
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
    /// Most messages have none: that takes one look.
    extras: Option<Extras>,
}

/// What can be said of a message beside its recipient.
#[derive(Clone, Default)]
pub(crate) struct Extras {
    pub(crate) language: Option<Box<str>>,
    pub(crate) reply_to: Option<Box<str>>,
    pub(crate) callback_data: Option<Arc<str>>,
    pub(crate) identity_hash: Option<Box<str>>,
}

impl Envelope {
    pub(crate) fn new(recipient: Recipient) -> Self {
        Self { recipient, extras: None }
    }

    pub(crate) fn extras(&mut self) -> &mut Extras {
        self.extras.get_or_insert_default()
    }

    fn callback_data(&self) -> Option<&Arc<str>> {
        self.extras.as_ref()?.callback_data.as_ref()
    }

    /// A message for the Cloud API.
    pub(crate) fn build(
        &self,
        template: &'static Template,
        values: Values<'_>,
    ) -> Result<Message, InvalidMessage> {
        self.write(template, values, None, |language, json| {
            Message::new(template, language, self.callback_data().cloned(), json)
        })
    }

    /// A message for the On-Premises API.
    pub(crate) fn build_on_premises(
        &self,
        template: &'static Template,
        values: Values<'_>,
        namespace: &str,
    ) -> Result<OnPremisesMessage, InvalidMessage> {
        self.write(template, values, Some(namespace), |language, json| {
            OnPremisesMessage::new(template, language, self.callback_data().cloned(), json)
        })
    }

    /// Appends the body for the Cloud API.
    pub(crate) fn write_to(
        &self,
        template: &'static Template,
        values: Values<'_>,
        out: &mut Vec<u8>,
    ) -> Result<(), InvalidMessage> {
        let mut appended = Appended::new(out);
        self.fill(template, values, None, appended.buffer())?;
        appended.keep();
        Ok(())
    }

    /// Writes the body in room that is used again; what is made of the index of its language and of it.
    #[inline]
    fn write<T>(
        &self,
        template: &'static Template,
        values: Values<'_>,
        namespace: Option<&str>,
        make: impl FnOnce(usize, Arc<[u8]>) -> T,
    ) -> Result<T, InvalidMessage> {
        let mut out = Buffer::take();
        let written = self
            .fill(template, values, namespace, &mut out)
            .map(|language| (language, Arc::from(out.as_slice())));
        out.give_back();
        // Last, so that the message is made where the caller wants it.
        written.map(|(language, json)| make(language, json))
    }

    /// Writes the body; the index of its language.
    fn fill(
        &self,
        template: &'static Template,
        values: Values<'_>,
        namespace: Option<&str>,
        out: &mut Buffer,
    ) -> Result<usize, InvalidMessage> {
        out.reserve(AROUND + template.pieces.fixed_len() + VALUE * template.pieces.len());
        let mut problems = Vec::new();
        let language = match self.plain_digits() {
            Some(digits) if namespace.is_none() => {
                out.push(TO_PHONE.as_bytes());
                push_digits(out, digits);
                out.push(template.head.as_bytes());
                0
            }
            _ => self.any_head(template, out, namespace, &mut problems),
        };
        let inside = out.len();
        let api = if namespace.is_some() { Api::OnPremises } else { Api::Cloud };
        values(&mut Writer::new(out, template, language, api, &mut problems));
        close(template, out, inside);
        if problems.is_empty() {
            return Ok(language);
        }
        Err(InvalidMessage::new(template.name(), problems))
    }

    /// Everything before the first value; the index of the language.
    #[inline(never)]
    fn any_head(
        &self,
        template: &Template,
        out: &mut Buffer,
        namespace: Option<&str>,
        problems: &mut Vec<InvalidValue>,
    ) -> usize {
        self.problems(template, namespace, problems);
        let language = self.language_index(template, problems);
        self.head(template, out, namespace, language);
        language
    }

    /// Everything before the first value, in the order of the platform's own description of a send.
    fn head(&self, template: &Template, out: &mut Buffer, namespace: Option<&str>, language: usize) {
        let on_premises = namespace.is_some();
        let open = match (&self.recipient.kind, on_premises) {
            (Kind::Phone(_) | Kind::Invalid(_), false) => TO_PHONE,
            // Samples of the On-Premises API have no plus, and it knows no country code to put in front.
            (Kind::Phone(_) | Kind::Invalid(_), true) => r#"{"recipient_type":"individual","to":""#,
            (Kind::Group(_), false) => r#"{"messaging_product":"whatsapp","recipient_type":"group","to":""#,
            (Kind::Group(_), true) => r#"{"recipient_type":"group","to":""#,
            (Kind::User(_), false) => {
                r#"{"messaging_product":"whatsapp","recipient_type":"individual","recipient":""#
            }
            (Kind::User(_), true) => r#"{"recipient_type":"individual","recipient":""#,
        };
        out.push(open.as_bytes());
        match &self.recipient.kind {
            Kind::Phone(digits) => push_digits(out, *digits),
            Kind::Group(id) | Kind::User(id) => escape(out, id),
            // Already among the problems.
            Kind::Invalid(_) => {}
        }
        out.push(HEAD_TYPE.as_bytes());
        self.write_extras(out);
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
            out.push(json.as_bytes());
        }
    }

    fn write_extras(&self, out: &mut Buffer) {
        let Some(extras) = &self.extras else { return };
        if let Some(id) = &extras.reply_to {
            string(out, ",\"context\":{\"message_id\":\"", id);
            out.push(b"}");
        }
        if let Some(data) = &extras.callback_data {
            string(out, ",\"biz_opaque_callback_data\":\"", data);
        }
        if let Some(hash) = &extras.identity_hash {
            string(out, ",\"recipient_identity_key_hash\":\"", hash);
        }
    }

    fn language_index(&self, template: &Template, problems: &mut Vec<InvalidValue>) -> usize {
        let languages = template.languages();
        let Some(wanted) = self.extras.as_ref().and_then(|extras| extras.language.as_deref()) else {
            return 0;
        };
        languages.iter().position(|code| *code == wanted).unwrap_or_else(|| {
            let violation = value::language(wanted, languages);
            problems.extend(violation.map(|violation| InvalidValue::new(None, violation)));
            0
        })
    }

    /// The digits of a phone number, if nothing else was said.
    fn plain_digits(&self) -> Option<PhoneDigits> {
        match &self.recipient.kind {
            Kind::Phone(digits) if self.extras.is_none() => Some(*digits),
            _ => None,
        }
    }

    /// What cannot be sent around the values.
    fn problems(&self, template: &Template, namespace: Option<&str>, problems: &mut Vec<InvalidValue>) {
        let mut add = |violation: Option<Violation>| {
            problems.extend(violation.map(|violation| InvalidValue::new(None, violation)));
        };
        add(self.recipient.violation());
        if *template.category() == Category::Authentication {
            let what = match self.recipient.kind {
                Kind::Group(_) => Some("group"),
                Kind::User(_) => Some("user id"),
                Kind::Phone(_) | Kind::Invalid(_) => None,
            };
            add(what.map(value::recipient_of_authentication));
        }
        let extras = self.extras.as_ref();
        add(extras.and_then(|extras| value::message_id(extras.reply_to.as_deref()?)));
        add(self.callback_data().and_then(|data| value::callback_data(data)));
        if let Some(namespace) = namespace {
            add(value::namespace(namespace));
            let unknown = [
                (matches!(self.recipient.kind, Kind::User(_)), "business-scoped user ids"),
                (self.callback_data().is_some(), "callback data"),
                (extras.is_some_and(|extras| extras.identity_hash.is_some()), "identity hashes"),
            ];
            for (_, what) in unknown.into_iter().filter(|(given, _)| *given) {
                add(Some(value::not_on_premises(what)));
            }
        }
    }
}

/// Ends the components, if anything was written after the opening that stands before this place, and the body.
fn close(template: &Template, out: &mut Buffer, inside: usize) {
    if out.len() > inside {
        // Instead of the comma behind the last component.
        out.truncate(out.len() - 1);
        out.push(b"]}}");
    } else {
        if template.pieces.len() > 0 {
            out.truncate(inside - HEAD_COMPONENTS.len());
        }
        out.push(b"}}");
    }
}

/// What opens most messages.
const TO_PHONE: &str = r#"{"messaging_product":"whatsapp","recipient_type":"individual","to":"+"#;

/// Bytes for what stands around the template, and for one value: enough for most messages.
const AROUND: usize = 256;
const VALUE: usize = 48;

#[inline]
fn push_digits(out: &mut Buffer, digits: PhoneDigits) {
    let (ascii, length) = digits.to_ascii();
    out.push_start(&ascii, length);
}

/// Appends an opening, a text that may hold anything, and a quotation mark.
fn string(out: &mut Buffer, open: &str, text: &str) {
    out.push(open.as_bytes());
    escape(out, text);
    out.push(b"\"");
}
