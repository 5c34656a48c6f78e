//! Places of a request and the fields that fill them.

use std::fmt;

use crate::Template;
use crate::definition::Part;
use crate::pieces::Pieces;

/// One value of a request.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) card: Option<usize>,
    pub(super) part: Part,
    /// Which component of the request it is in, counted from 0, if nothing before it can be left out.
    pub(super) component: usize,
    /// Which value of its part it is, counted from 1.
    pub(super) value: usize,
    is_only_value: bool,
    /// The name that a named placeholder has in the request.
    name: Option<&'static str>,
    /// The struct's field, empty for a constant.
    field: &'static str,
}

impl Slot {
    /// Everything that a template fills in, in wire order.
    pub(super) fn all(template: &'static Template) -> Vec<Self> {
        let mut slots = of_pieces(None, &template.pieces);
        for (card, table) in template.cards.iter().enumerate() {
            slots.extend(of_pieces(Some(card), &table.pieces));
        }
        slots
    }

    /// Whether it has this name, in the request or in the struct.
    pub(super) fn is_called(&self, name: &str) -> bool {
        !name.is_empty() && (self.name == Some(name) || self.field == name)
    }
}

fn of_pieces(card: Option<usize>, pieces: &Pieces) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let (after, part, field) = (piece.after, piece.part(), pieces.field(index));
        let (component, value) = match slots.last() {
            Some(last) if last.part == part => (last.component, last.value + 1),
            Some(last) => (last.component + 1, 1),
            None => (0, 1),
        };
        let name = wire_name(std::str::from_utf8(after).unwrap_or_default());
        slots.push(Slot { card, part, component, value, is_only_value: true, name, field });
    }
    let counts: Vec<usize> =
        slots.iter().map(|slot| slots.iter().filter(|other| other.part == slot.part).count()).collect();
    for (slot, count) in slots.iter_mut().zip(counts) {
        slot.is_only_value = count == 1;
    }
    slots
}

/// The placeholder's name in the fixed JSON behind a value.
fn wire_name(behind: &'static str) -> Option<&'static str> {
    let own = behind.split('}').next()?;
    let (_, name) = own.split_once("\"parameter_name\":\"")?;
    name.split('"').next()
}

/// The place, and what fills it.
impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(card) = self.card {
            write!(f, "card {card} ")?;
        }
        match self.part {
            Part::Body => write!(f, "body value {}", self.value)?,
            part if self.is_only_value => write!(f, "{part}")?,
            part => write!(f, "{part} value {}", self.value)?,
        }
        match self.field {
            // A template knows the fields of its cards by the names of their placeholders only.
            "" if self.card.is_some() => f.write_str(" is filled by the card"),
            "" => f.write_str(" is a constant"),
            field => write!(f, " is field `{field}`"),
        }
    }
}
