//! What each kind of slot is called, and how its field is written.

use wa_template_definition::{Button, SlotKind};

use super::mark;
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::template::model::Model;
use crate::template::parse::{WrittenField, WrittenTarget};

/// What a slot is called in a message: "the image header".
pub(super) fn name(model: &Model, kind: SlotKind) -> String {
    match kind {
        SlotKind::HeaderMedia(kind) => format!("the {} header", kind.parameter()),
        SlotKind::HeaderLocation => "the location header".to_owned(),
        SlotKind::HeaderProduct => "the product header".to_owned(),
        SlotKind::OfferExpiration => "the end of the offer".to_owned(),
        SlotKind::OneTimeCode | SlotKind::OneTimeCodeButton(_) => "the one-time code".to_owned(),
        SlotKind::Carousel => "the carousel".to_owned(),
        SlotKind::OrderStatus => "the order status".to_owned(),
        SlotKind::TapTarget => "the tap target".to_owned(),
        kind => match kind.button().and_then(|index| Some((index, model.definition.buttons().get(index)?))) {
            Some((index, button)) => format!("button {index} ({})", label(button)),
            None => "the template".to_owned(),
        },
    }
}

fn label(button: &Button) -> String {
    button.type_name().to_ascii_lowercase()
}

/// The field that fills a slot, as it is written.
pub(super) fn field(model: &Model, kind: SlotKind) -> String {
    let button =
        |index: usize, name: &str, ty: &str| format!("#[wa(button = {index})] {name}: wa_template::{ty}");
    match kind {
        SlotKind::HeaderMedia(kind) => {
            let kind = kind.parameter();
            format!("#[wa(header)] {kind}: wa_template::{}", capitalised(kind))
        }
        SlotKind::HeaderLocation => "#[wa(header)] location: wa_template::Location".to_owned(),
        SlotKind::HeaderProduct => "#[wa(header)] product: wa_template::Product".to_owned(),
        SlotKind::OfferExpiration => "#[wa(expiration)] ends: std::time::SystemTime".to_owned(),
        SlotKind::OneTimeCode | SlotKind::OneTimeCodeButton(_) => "#[wa(code)] code: String".to_owned(),
        SlotKind::Carousel => {
            let count = model.definition.cards().len();
            format!("#[wa(cards)] cards: [Card; {count}]")
        }
        SlotKind::OrderStatus => "#[wa(order_status)] status: wa_template::OrderStatus".to_owned(),
        SlotKind::TapTarget => "#[wa(tap_target)] target: wa_template::TapTarget".to_owned(),
        SlotKind::CouponCode(index) => format!("#[wa(button = {index}, example = \"25OFF\")] coupon: String"),
        SlotKind::ProductList(index) => button(index, "products", "ProductList"),
        SlotKind::OrderDetails(index) => button(index, "order", "OrderDetails"),
        SlotKind::PaymentRequest(index) => {
            format!("#[wa(button = {index}, example = \"…\")] payment: wa_template::PaymentRequest")
        }
        SlotKind::FlowAction(index) => button(index, "flow", "FlowAction"),
        SlotKind::CatalogThumbnail(index) => format!("#[wa(button = {index})] product: String"),
        SlotKind::VoiceCall(index) => button(index, "call", "VoiceCall"),
        _ => "value: String".to_owned(),
    }
}

pub(super) fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The fields of a carousel that has one per card (`card = 0`, `card = 1`, …), in the order of the cards. `None` if
/// one field holds all cards, or if there is none.
pub(super) fn separate_cards(
    report: &Report,
    model: &Model,
    candidates: &[usize],
    used: &mut [bool],
) -> Option<Vec<usize>> {
    let fields = &model.source.written.fields;
    let target = |index: &usize| fields.get(*index).map(|field| field.target);
    let separate: Vec<(usize, usize, proc_macro2::Span)> = candidates
        .iter()
        .filter_map(|field| match target(field)? {
            WrittenTarget::Card(card, span) => Some((card, *field, span)),
            _ => None,
        })
        .collect();
    if separate.is_empty() || separate.len() != candidates.len() {
        return None;
    }
    let count = model.definition.cards().len();
    if !model.complete {
        return Some(separate.iter().map(|(_, field, _)| *field).collect());
    }
    let mut misnumbered = false;
    for (position, (card, _, span)) in separate.iter().enumerate() {
        if *card >= count {
            let fact = format!("there is no card {card}, the carousel has {count}");
            let help = format!("cards are counted from 0: use 0 to {}", count.saturating_sub(1));
            report.add(&Diagnostic::new(*span, fact).help(help));
            misnumbered = true;
        } else if separate.iter().take(position).any(|(earlier, ..)| earlier == card) {
            let ident = |position: usize| Some(&fields.get(separate.get(position)?.1)?.ident);
            let earlier = separate.iter().position(|(earlier, ..)| earlier == card).and_then(ident);
            let fact = match (earlier, ident(position)) {
                (Some(one), Some(other)) => format!("card {card} is filled by `{one}` and by `{other}`"),
                _ => format!("card {card} is filled by two fields"),
            };
            report.add(&Diagnostic::new(*span, fact).help("keep one of them"));
            misnumbered = true;
        }
    }
    let of = |card: usize| separate.iter().find(|(found, ..)| *found == card).map(|(_, field, _)| *field);
    // A card without a field is probably the one that a wrong number was meant for.
    let unread = fields.iter().any(|field| field.broken && matches!(field.target, WrittenTarget::Name));
    let silent = misnumbered || unread || !model.complete;
    // A field that fills nothing else only lacks the attribute.
    let slots = model.definition.slots();
    let is_unmarked = |field: &WrittenField| {
        let named = |slot: &wa_template_definition::Slot| {
            super::placeholder_of(model, slot).as_ref() == Some(&field.name)
        };
        matches!(field.target, WrittenTarget::Name) && !slots.iter().any(named)
    };
    let unmarked = fields.iter().enumerate().find(|(_, field)| is_unmarked(field));
    for card in (0..count).filter(|card| of(*card).is_none() && !silent) {
        let place = wa_template_definition::Place::new(wa_template_definition::Part::Card).in_card(card);
        let diagnostic = Diagnostic::new(model.source.span(&place), format!("card {card} has no field"));
        report.add(&diagnostic.help(match unmarked {
            Some((at, field)) => {
                mark(used, at);
                format!("add `#[wa(card = {card})]` to field `{}`", field.ident)
            }
            None => format!("add a field `#[wa(card = {card})] card_{card}: Card`"),
        }));
    }
    Some((0..count).filter_map(of).collect())
}
