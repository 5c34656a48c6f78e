//! The wire form of a send: the fixed JSON around the values.

use crate::slot::{Slot, SlotKind};
use crate::{Definition, ParameterFormat};

/// The fixed JSON around one value. What is written for a slot is `before`, the value, `after`; what is written for
/// all slots in order is the inside of the `components` list, with a comma after its last element.
///
/// What a value looks like between the two depends on its slot:
///
/// | slot | written by the value |
/// |---|---|
/// | header text, payload, URL suffix | the text, escaped, without quotation marks |
/// | body text | the members `"type":"text","text":"…"` (or those of a currency or date) |
/// | media, location | the members of the inner object: `"link":"…"` |
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Piece {
    /// What the value fills.
    pub slot: Slot,
    /// What stands before the value.
    pub before: String,
    /// What stands after the value. Empty where the next piece's `before` begins with it.
    pub after: String,
}

/// The pieces of a message, one per slot that `wanted` accepts, in wire order.
///
/// An optional slot's piece can be left out as a whole; the others always follow each other, so that what closes one
/// is joined with what opens the next.
#[must_use]
pub fn pieces(definition: &Definition, wanted: impl Fn(&Slot) -> bool) -> Vec<Piece> {
    let named = definition.parameter_format() == ParameterFormat::Named;
    let mut pieces: Vec<Piece> = Vec::new();
    for slot in definition.slots().into_iter().filter(|slot| wanted(slot)) {
        let (open, mut before) = opening(&slot);
        let continues = pieces.last().is_some_and(|last| same_component(last.slot.kind, slot.kind));
        if let Some(last) = pieces.last_mut().filter(|_| continues) {
            // The last value opened and closed a component of its own: the next one goes on inside it.
            let inner = last.after.len() - COMPONENT_END.len();
            last.after.truncate(inner);
            last.after.push(',');
        } else {
            before = format!("{open}{before}");
        }
        let after = format!("{}{COMPONENT_END}", closing(&slot, named));
        pieces.push(Piece { slot, before, after });
    }
    join(&mut pieces);
    pieces
}

const COMPONENT_END: &str = "]},";

/// Moves what closes a required piece into the opening of the required piece behind it.
fn join(pieces: &mut [Piece]) {
    for index in 1..pieces.len() {
        let [first, second] = &mut pieces[index - 1..=index] else {
            continue;
        };
        if first.slot.required && second.slot.required {
            second.before.insert_str(0, &first.after);
            first.after.clear();
        }
    }
}

fn same_component(one: SlotKind, other: SlotKind) -> bool {
    one == SlotKind::BodyText && other == SlotKind::BodyText
}

/// The opening of the component and that of the parameter.
fn opening(slot: &Slot) -> (String, String) {
    let header = |inner: &str| ("{\"type\":\"header\",\"parameters\":[".to_owned(), inner.to_owned());
    match slot.kind {
        SlotKind::HeaderText => header("{\"type\":\"text\",\"text\":\""),
        SlotKind::HeaderMedia(kind) => {
            let kind = kind.parameter();
            header(&format!("{{\"type\":\"{kind}\",\"{kind}\":{{"))
        }
        SlotKind::HeaderLocation => header("{\"type\":\"location\",\"location\":{"),
        SlotKind::BodyText => ("{\"type\":\"body\",\"parameters\":[".to_owned(), "{".to_owned()),
        SlotKind::QuickReplyPayload(index) => {
            button("quick_reply", index, "{\"type\":\"payload\",\"payload\":\"")
        }
        SlotKind::UrlSuffix(index) => button("url", index, "{\"type\":\"text\",\"text\":\""),
    }
}

fn button(sub_type: &str, index: usize, parameter: &str) -> (String, String) {
    let open =
        format!("{{\"type\":\"button\",\"sub_type\":\"{sub_type}\",\"index\":\"{index}\",\"parameters\":[");
    (open, parameter.to_owned())
}

/// The closing of the parameter.
fn closing(slot: &Slot, named: bool) -> String {
    let name = match (&slot.placeholder, slot.kind) {
        // The placeholder of an address is a number, also in a template with names.
        (Some(name), SlotKind::HeaderText | SlotKind::BodyText) if named => {
            // Names are checked to be letters, digits and underscores; what is not goes through the escaper.
            let name = serde_json::Value::String(name.to_string());
            format!(",\"parameter_name\":{name}")
        }
        _ => String::new(),
    };
    match slot.kind {
        SlotKind::HeaderText | SlotKind::QuickReplyPayload(_) | SlotKind::UrlSuffix(_) => {
            format!("\"{name}}}")
        }
        SlotKind::BodyText => format!("{name}}}"),
        SlotKind::HeaderMedia(_) | SlotKind::HeaderLocation => "}}".to_owned(),
    }
}

#[cfg(test)]
mod tests;
