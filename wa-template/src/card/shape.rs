//! Does a card struct fit the cards of a template? Answered in constants, so that the compiler says it.

use crate::writer::Writer;

/// A field of a card struct.
#[derive(Debug)]
pub struct CardField {
    /// What it is called in the struct.
    field: &'static str,
    /// The placeholder that it fills.
    name: &'static str,
    target: CardTarget,
    /// The kinds of slots that its type fits, as bits of [`fits`](super::fits).
    fits: u32,
    /// What is said when no card of a template asks for it.
    unused: &'static str,
    /// What is said when an earlier field fills the same slot.
    twice: &'static str,
}

/// What a field of a card struct says that it fills.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "for the derives only; the names are those of the attributes")]
pub enum CardTarget {
    Name,
    Header,
    HeaderNumber(u32),
    BodyNumber(u32),
    Button(usize),
    Skip,
    Unreadable,
}

/// A slot of a card.
#[derive(Debug)]
pub struct CardSlot {
    /// What stands between the braces; empty if the slot is no placeholder.
    name: &'static str,
    /// The number between the braces; 0 if there is none.
    number: u32,
    /// One bit of [`fits`](super::fits).
    kind: u32,
    /// One more than the index of the button whose value it is; 0 if it is none.
    button: usize,
    required: bool,
    /// Writes the value that the template itself gives.
    constant: Option<fn(&mut Writer<'_>)>,
}

impl CardField {
    /// Called by the derive.
    #[must_use]
    pub const fn new(
        field: &'static str,
        name: &'static str,
        target: CardTarget,
        fits: u32,
        unused: &'static str,
        twice: &'static str,
    ) -> Self {
        Self { field, name, target, fits, unused, twice }
    }

    /// Called by the derive: it has reported what is wrong with the struct, and nothing follows from that.
    #[must_use]
    pub const fn unreadable() -> Self {
        Self { field: "", name: "", target: CardTarget::Unreadable, fits: 0, unused: "", twice: "" }
    }
}

impl CardField {
    pub(crate) fn field(&self) -> &'static str {
        self.field
    }
}

impl CardSlot {
    /// Called by the derive.
    #[must_use]
    pub const fn new(name: &'static str, number: u32, kind: u32, button: usize, required: bool) -> Self {
        Self { name, number, kind, button, required, constant: None }
    }

    /// Called by the derive: no field is asked for.
    #[must_use]
    pub const fn constant(fill: fn(&mut Writer<'_>)) -> Self {
        Self { name: "", number: 0, kind: 0, button: 0, required: false, constant: Some(fill) }
    }

    /// What fills it, if no field does.
    pub(crate) const fn constant_value(&self) -> Option<fn(&mut Writer<'_>)> {
        self.constant
    }

    /// The one bit of its kind.
    pub(crate) const fn kind(&self) -> u32 {
        self.kind
    }

    const fn is_filled_by(&self, field: &CardField) -> bool {
        use super::fits::{BODY, HEADER_TEXT, IMAGE, PRODUCT, VIDEO};
        match field.target {
            CardTarget::Name => !self.name.is_empty() && same(self.name, field.name),
            CardTarget::Header => self.kind & (IMAGE | VIDEO | PRODUCT) != 0,
            CardTarget::HeaderNumber(number) => self.kind == HEADER_TEXT && self.number == number,
            CardTarget::BodyNumber(number) => self.kind == BODY && self.number == number,
            CardTarget::Button(index) => self.button == index + 1,
            CardTarget::Skip | CardTarget::Unreadable => false,
        }
    }
}

/// Stands for "no field" among the indexes of fields.
pub(crate) const NO_FIELD: usize = usize::MAX;

/// The index of the field that fills a slot.
const fn field_of(fields: &[CardField], slot: &CardSlot) -> usize {
    let mut index = 0;
    while index < fields.len() {
        if slot.is_filled_by(&fields[index]) {
            return index;
        }
        index += 1;
    }
    NO_FIELD
}

/// The indexes of the fields that fill the slots of a card.
#[must_use]
pub const fn fields_of<const N: usize>(fields: &[CardField], slots: &[CardSlot]) -> [usize; N] {
    let mut found = [NO_FIELD; N];
    let mut index = 0;
    while index < N && index < slots.len() {
        found[index] = field_of(fields, &slots[index]);
        index += 1;
    }
    found
}

/// Whether a slot has a field, or needs none.
#[must_use]
pub const fn has_field(fields: &[CardField], slot: &CardSlot) -> bool {
    !slot.required || is_unreadable(fields) || field_of(fields, slot) != NO_FIELD
}

/// Whether the field of a slot, if there is one, has a type that fits there.
#[must_use]
pub const fn has_type(fields: &[CardField], slot: &CardSlot) -> bool {
    let index = field_of(fields, slot);
    index == NO_FIELD || fields[index].fits & slot.kind != 0
}

/// Whether a card struct fills the slots of a card, and has no field for anything else.
pub(super) const fn fits_all(fields: &[CardField], slots: &[CardSlot]) -> bool {
    let mut slot = 0;
    while slot < slots.len() {
        if !has_field(fields, &slots[slot]) || !has_type(fields, &slots[slot]) {
            return false;
        }
        slot += 1;
    }
    let mut field = 0;
    while field < fields.len() {
        if !is_used(&fields[field], slots) {
            return false;
        }
        field += 1;
    }
    true
}

/// Whether a field fills one of the slots, or is not meant to.
const fn is_used(field: &CardField, slots: &[CardSlot]) -> bool {
    let mut slot = 0;
    while slot < slots.len() {
        if slots[slot].is_filled_by(field) {
            return true;
        }
        slot += 1;
    }
    matches!(field.target, CardTarget::Skip | CardTarget::Unreadable)
}

/// Makes sure that every field of a card struct is asked for by some card, and no slot has two fields; `cards` are the
/// slots of each.
///
/// # Panics
///
/// While compiling, with what the derive has prepared for it: a field fills nothing, or what another one fills.
#[track_caller]
pub const fn check_fields(fields: &[CardField], cards: &[&[CardSlot]]) {
    if is_unreadable(fields) || lacks_a_field(fields, cards) {
        // Said where the slot is; the field that nobody asks for is probably the one that was meant.
        return;
    }
    let mut index = 0;
    while index < fields.len() {
        let field = &fields[index];
        let mut used = matches!(field.target, CardTarget::Skip);
        let mut card = 0;
        while card < cards.len() {
            let mut slot = 0;
            while slot < cards[card].len() {
                if cards[card][slot].is_filled_by(field) {
                    assert!(!is_filled_before(fields, index, &cards[card][slot]), "{}", field.twice);
                    used = true;
                }
                slot += 1;
            }
            card += 1;
        }
        assert!(used, "{}", field.unused);
        index += 1;
    }
}

/// Whether a field before this one fills the slot.
const fn is_filled_before(fields: &[CardField], end: usize, slot: &CardSlot) -> bool {
    let mut index = 0;
    while index < end {
        if slot.is_filled_by(&fields[index]) {
            return true;
        }
        index += 1;
    }
    false
}

/// Whether the derive could not read the struct.
const fn is_unreadable(fields: &[CardField]) -> bool {
    matches!(fields, [CardField { target: CardTarget::Unreadable, .. }])
}

/// Whether some slot that needs a field has none.
const fn lacks_a_field(fields: &[CardField], cards: &[&[CardSlot]]) -> bool {
    let mut card = 0;
    while card < cards.len() {
        let mut slot = 0;
        while slot < cards[card].len() {
            if !has_field(fields, &cards[card][slot]) {
                return true;
            }
            slot += 1;
        }
        card += 1;
    }
    false
}

/// Strings cannot be compared with `==` in constants.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}
