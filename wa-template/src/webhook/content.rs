//! The value of the field `messages`, which is also the flat form of an On-Premises client.

use std::borrow::Cow;
use std::sync::Arc;

use super::envelope::each;
use super::json::{Json, Malformed, Reader};
use super::message;
use super::origin::Origin;
use super::redacted::Keyword;
use super::rest::Rest;
use super::sender::Contacts;
use super::{ErrorReport, Event, Other, Status};

/// What is in the value beside statuses, which become events at once and get their origin in the end.
#[derive(Default)]
pub(super) struct Content<'a> {
    messages: Vec<Json<'a>>,
    errors: Vec<Json<'a>>,
    /// Whether there is a list of anything, be it empty.
    has_list: bool,
    product: Option<Json<'a>>,
    metadata: Option<Json<'a>>,
    contacts: Option<Json<'a>>,
    pub(super) rest: Rest<'a>,
}

impl<'a> Content<'a> {
    /// Reads the member whose value comes next.
    pub(super) fn read(
        &mut self,
        events: &mut Vec<Event>,
        key: Cow<'a, str>,
        reader: &mut Reader<'a>,
    ) -> Result<(), Malformed> {
        self.has_list |= matches!(&*key, "messages" | "statuses" | "errors");
        match &*key {
            "messages" => note(&mut self.messages, reader)?,
            "statuses" => each(reader, |reader| Status::read(events, reader))?,
            "errors" => note(&mut self.errors, reader)?,
            "messaging_product" => self.product = Some(reader.value()?),
            "metadata" => self.metadata = Some(reader.value()?),
            "contacts" => self.contacts = Some(reader.value()?),
            _ => self.rest.push(key, reader.value()?),
        }
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        let described = [self.product, self.metadata, self.contacts];
        !self.has_list && self.rest.is_empty() && described.iter().all(Option::is_none)
    }

    pub(super) fn metadata(&self) -> Option<Json<'a>> {
        self.metadata
    }

    /// Takes out the field, which one sample has inside of the value.
    pub(super) fn take_field(&mut self) -> Option<Keyword> {
        self.rest.take_text("field").map(Keyword::of)
    }

    /// Reports everything: messages, statuses, errors, the rest. The statuses are the last events from `first` on.
    pub(super) fn report(self, events: &mut Vec<Event>, first: usize, origin: &Arc<Origin>) {
        let statuses = events.get_mut(first..).unwrap_or_default();
        for event in &mut *statuses {
            event.set_origin(origin);
        }
        if !self.messages.is_empty() {
            let count = statuses.len();
            let contacts = Contacts::read(self.contacts);
            let messages = self.messages.iter();
            events.extend(messages.map(|json| message::event(origin, &contacts, *json)));
            events.get_mut(first..).unwrap_or_default().rotate_left(count);
        }
        events.extend(self.errors.iter().map(|json| match ErrorReport::read(origin, *json) {
            Some(report) => Event::Error(report),
            None => Event::Other(Other::new(origin, *json)),
        }));
        self.report_rest(events, origin);
    }

    fn report_rest(mut self, events: &mut Vec<Event>, origin: &Arc<Origin>) {
        if self.rest.is_empty() && self.has_list {
            return;
        }
        // Without anything that they describe, these are all there is to tell.
        let described =
            [("messaging_product", self.product), ("metadata", self.metadata), ("contacts", self.contacts)];
        for (key, value) in described {
            if let Some(value) = value {
                self.rest.push(Cow::Borrowed(key), value);
            }
        }
        self.rest.report(events, origin);
    }
}

/// Notes the items of the list that comes next.
fn note<'a>(items: &mut Vec<Json<'a>>, reader: &mut Reader<'a>) -> Result<(), Malformed> {
    each(reader, |reader| {
        items.push(reader.value()?);
        Ok(())
    })
}
