//! From the envelope to the events in it.
//!
//! The body is walked over once. Statuses, which come by the thousand, are read on the way; the place of everything
//! else is noted until its change was seen whole. What is not understood reaches the application as [`Other`], so
//! nothing gets lost without a word.
//!
//! Members come in any order. An account that stands behind its changes is handed down to their events in the end. Only
//! a field, which decides how everything in it is read, makes the object be walked over a second time if it stands behind
//! a list that inherits it. There are two such levels, so the time stays linear in the length of the body.

use std::borrow::Cow;
use std::sync::Arc;

use super::content::Content;
use super::json::{Json, Malformed, Reader};
use super::origin::{Last, Origin};
use super::redacted::Keyword;
use super::rest::Rest;
use super::{Event, Other, field};

/// All events of a notification, in the order of its body.
pub(super) fn events(body: &str) -> Result<Vec<Event>, Malformed> {
    // A status takes 250 bytes at least, and a single one twice as much with its envelope.
    let events = Vec::with_capacity((body.len() / 256).max(1));
    let mut envelope = Envelope { events, last: Last::default() };
    let mut reader = Reader::new(body);
    envelope.read_root(&mut reader)?;
    reader.end()?;
    Ok(envelope.events)
}

/// The events so far, and the origin of the last of them.
struct Envelope<'a> {
    events: Vec<Event>,
    last: Last<'a>,
}

/// Reads each item of a list, or the only one where there is no list.
pub(super) fn each<'a>(
    reader: &mut Reader<'a>,
    mut read: impl FnMut(&mut Reader<'a>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    match reader.peek()? {
        b'[' => {
            reader.enter(b'[')?;
            let mut is_first = true;
            while reader.item(&mut is_first)? {
                read(reader)?;
            }
            Ok(())
        }
        b'n' => reader.value().map(drop),
        _ => read(reader),
    }
}

impl<'a> Envelope<'a> {
    /// Reads the body: a list of entries, or the flat form of an On-Premises client.
    fn read_root(&mut self, reader: &mut Reader<'a>) -> Result<(), Malformed> {
        let start = reader.position()?;
        let mut origin = Origin::default();
        let inherits_late = self.walk_root(reader, &mut origin)?;
        if inherits_late {
            self.events.clear();
            self.walk_root(&mut Reader::new(reader.since(start)), &mut origin)?;
        }
        Ok(())
    }

    /// Walks over the body; whether something came late that the entries inherit.
    fn walk_root(&mut self, reader: &mut Reader<'a>, origin: &mut Origin) -> Result<bool, Malformed> {
        let (mut has_entries, mut inherits_late) = (false, false);
        // The flat form is the same as the value of a change.
        let mut flat = Content::default();
        reader.enter(b'{')?;
        let mut is_first = true;
        while let Some(key) = reader.key(&mut is_first)? {
            match &*key {
                "entry" => {
                    has_entries = true;
                    each(reader, |reader| self.read_entry(reader, origin))?;
                }
                "object" | "field" => {
                    let value = reader.value()?;
                    let had_field = origin.field().is_some();
                    if !origin.take(&key, value) {
                        flat.rest.push(key, value);
                    }
                    inherits_late |= has_entries && origin.field().is_some() != had_field;
                }
                _ => flat.read(&mut self.events, key, reader)?,
            }
        }
        if !flat.is_empty() {
            let first = self.events.iter().position(Event::is_without_origin).unwrap_or(self.events.len());
            flat.report(&mut self.events, first, &Arc::new(origin.clone()));
        }
        Ok(inherits_late)
    }

    /// Reads an element of `entry`: the account and a list of changes.
    fn read_entry(&mut self, reader: &mut Reader<'a>, outer: &Origin) -> Result<(), Malformed> {
        if reader.peek()? != b'{' {
            let entry = reader.value()?;
            self.other(outer, entry);
            return Ok(());
        }
        let start = reader.position()?;
        let first = self.events.len();
        let mut origin = outer.clone();
        let inherits_late = self.walk_entry(reader, &mut origin)?;
        if inherits_late {
            self.events.truncate(first);
            self.walk_entry(&mut Reader::new(reader.since(start)), &mut origin)?;
        }
        Ok(())
    }

    /// Walks over an element of `entry`; whether a field came late that its changes inherit.
    fn walk_entry(&mut self, reader: &mut Reader<'a>, origin: &mut Origin) -> Result<bool, Malformed> {
        let start = reader.position()?;
        let first = self.events.len();
        let (mut has_changes, mut inherits_late) = (false, false);
        let mut known = None;
        let mut rest = Rest::default();
        reader.enter(b'{')?;
        let mut is_first = true;
        while let Some(key) = reader.key(&mut is_first)? {
            match &*key {
                "changes" => {
                    has_changes = true;
                    known.get_or_insert_with(|| (origin.waba_id.clone(), origin.time));
                    each(reader, |reader| self.read_change(reader, origin))?;
                }
                "id" => origin.waba_id = reader.text()?.filter(|id| !id.is_empty()).map(Arc::from),
                "time" => origin.time = reader.seconds()?,
                _ => {
                    let value = reader.value()?;
                    let field = origin.field.clone();
                    if !origin.take(&key, value) {
                        rest.push(key, value);
                    }
                    inherits_late |= has_changes && origin.field != field;
                }
            }
        }
        if known.is_some_and(|(waba_id, time)| waba_id != origin.waba_id || time != origin.time) {
            origin.hand_down(self.events.get_mut(first..).unwrap_or_default());
        }
        if !has_changes {
            self.other(origin, Json::nested(reader.since(start)));
        } else if !rest.is_empty() {
            rest.report(&mut self.events, &Arc::new(origin.clone()));
        }
        Ok(inherits_late)
    }

    /// Reads an element of `changes`: a field and its value.
    fn read_change(&mut self, reader: &mut Reader<'a>, outer: &Origin) -> Result<(), Malformed> {
        if reader.peek()? != b'{' {
            let change = reader.value()?;
            self.other(outer, change);
            return Ok(());
        }
        let first = self.events.len();
        let mut change = Change::default();
        reader.enter(b'{')?;
        let mut is_first = true;
        while let Some(key) = reader.key(&mut is_first)? {
            change.read(&mut self.events, key, reader, outer.field())?;
        }
        self.report_change(change, first, outer);
        Ok(())
    }

    /// Reports a change that was seen whole. Its statuses are the events from `first` on.
    fn report_change(&mut self, mut change: Change<'a>, first: usize, outer: &Origin) {
        let field = change.field.take().or_else(|| match outer.field() {
            Some(_) => None,
            None => change.content.take_field(),
        });
        let field = field.as_deref();
        if is_messages(field.or(outer.field())) {
            let origin = outer.of_change(field, change.content.metadata(), &mut self.last);
            change.content.report(&mut self.events, first, &origin);
            for value in change.earlier.iter().chain(&change.value).filter(|value| !value.is_object()) {
                self.events.push(Event::Other(Other::new(&origin, *value)));
            }
            return change.rest.report(&mut self.events, &origin);
        }
        self.events.truncate(first);
        let metadata = change.value.into_iter().flat_map(Json::members).find(|(key, _)| key == "metadata");
        let origin = outer.of_change(field, metadata.map(|(_, metadata)| metadata), &mut self.last);
        for value in change.earlier.iter().chain(&change.value) {
            field::report(&mut self.events, &origin, *value);
        }
        change.rest.report(&mut self.events, &origin);
    }

    fn other(&mut self, origin: &Origin, json: Json<'_>) {
        self.events.push(Event::Other(Other::new(&Arc::new(origin.clone()), json)));
    }
}

/// A change, as far as it was seen.
#[derive(Default)]
struct Change<'a> {
    field: Option<Keyword>,
    /// Whatever is in values that are those of `messages`, or may be.
    content: Content<'a>,
    value: Option<Json<'a>>,
    /// Values before the last one; in good order there are none.
    earlier: Vec<Json<'a>>,
    rest: Rest<'a>,
}

impl<'a> Change<'a> {
    /// Reads the member whose value comes next.
    fn read(
        &mut self,
        events: &mut Vec<Event>,
        key: Cow<'a, str>,
        reader: &mut Reader<'a>,
        inherited_field: Option<&str>,
    ) -> Result<(), Malformed> {
        if key != "value" {
            let value = reader.value()?;
            match &*key {
                "field" if value.is_string() => self.field = value.text().map(Keyword::of),
                "object" if value.is_string() => {}
                _ => self.rest.push(key, value),
            }
            return Ok(());
        }
        let field = self.field.as_deref().or(inherited_field);
        let value = if is_messages(field) && reader.peek()? == b'{' {
            // The field may be known only after the value. If it is another one, this was in vain.
            let start = reader.position()?;
            reader.enter(b'{')?;
            let mut is_first = true;
            while let Some(key) = reader.key(&mut is_first)? {
                self.content.read(events, key, reader)?;
            }
            Json::nested(reader.since(start))
        } else {
            reader.value()?
        };
        self.earlier.extend(self.value.replace(value));
        Ok(())
    }
}

/// Whether the values of a field hold messages for this application to answer.
///
/// Other fields (`standby`, `history`) may hold messages too, and these are not.
fn is_messages(field: Option<&str>) -> bool {
    field.is_none_or(|field| field == "messages")
}
