//! The wire form of a send: the fixed JSON around the values.

mod table;

pub use self::table::{FilledText, Row, Table};
use crate::slot::{Slot, SlotKind};
use crate::{Definition, ParameterFormat, Section};

/// The fixed JSON around one value. What is written for a slot is `before`, the value, `after`; what is written for
/// all slots in order is the inside of the `components` list, with a comma after its last element.
///
/// What a value looks like between the two depends on its slot:
///
/// | slot | written by the value |
/// |---|---|
/// | header text, payload, URL suffix | the text, escaped, without quotation marks |
/// | body text | the same; a currency or date is written instead of [`BODY_TEXT`], the text and its quotation mark |
/// | media | the link, without quotation marks; an id is written with its key instead of [`MEDIA_LINK`] |
/// | location, product | the members of the inner object |
/// | one-time code, coupon code | the code, escaped, without quotation marks |
/// | flow, catalogue, product list | the members of `action` |
/// | voice call | the elements of `parameters` |
/// | order details, order status | the members of the inner object |
/// | payment request | the members of `payment_setting` |
/// | offer expiration | the number |
/// | tap target | the elements of the inner list |
/// | carousel | the elements of `cards`, each with [`card_pieces`] |
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Piece {
    /// What the value fills.
    pub slot: Slot,
    /// What stands before the value. Empty where the `after` of the piece before ends with it.
    pub before: String,
    /// What stands after the value.
    pub after: String,
}

/// With these members of a parameter ends what stands before a body text; what stands after it begins with the quotation
/// mark. Another value than a text replaces both.
pub const BODY_TEXT: &str = r#""type":"text","text":""#;

/// With this key ends what stands before a file by link; what stands after it begins with the quotation mark. Another key
/// replaces it.
pub const MEDIA_LINK: &str = r#""link":""#;

/// What stands between the recipient and the first value of a message in the definition's language: [`HEAD_TYPE`], the
/// template, and what opens its components. That of the first piece is moved here if it is always written.
#[must_use]
#[inline]
pub fn head(definition: &Definition, pieces: &mut [Piece]) -> String {
    let (name, code) = (definition.name(), definition.language());
    let mut head = format!("{HEAD_TYPE}{HEAD_NAME}{name}{HEAD_LANGUAGE}{code}\"}}");
    if let Some(first) = pieces.first_mut() {
        head.push_str(HEAD_COMPONENTS);
        if first.slot.required {
            head.push_str(&std::mem::take(&mut first.before));
        }
    }
    head
}

/// With these bytes a [`head`] begins; members that do not belong to the template follow them.
pub const HEAD_TYPE: &str = r#"","type":"template""#;

/// What stands before the template's name.
pub const HEAD_NAME: &str = r#","template":{"name":""#;

/// What stands between the name and the code of the language; a quotation mark and a brace stand behind that.
pub const HEAD_LANGUAGE: &str = r#"","language":{"code":""#;

/// With these bytes a [`head`] opens the components, if there are any.
pub const HEAD_COMPONENTS: &str = r#","components":["#;

/// The pieces of a message, one per slot that `wanted` accepts, in wire order. The slots of cards are not among them:
/// the value of the carousel writes them, from [`card_pieces`].
///
/// An optional slot's piece can be left out as a whole; the others always follow each other, so that what opens one is
/// joined with what closes the one before.
#[must_use]
#[inline]
pub fn pieces(definition: &Definition, wanted: impl Fn(&Slot) -> bool) -> Vec<Piece> {
    let own = definition.slots().into_iter().filter(|slot| slot.place.card().is_none() && wanted(slot));
    pieces_of(own, definition)
}

/// The pieces of one card: what stands inside its `components`, with a comma after the last element.
#[must_use]
#[inline]
pub fn card_pieces(definition: &Definition, card: usize, wanted: impl Fn(&Slot) -> bool) -> Vec<Piece> {
    let slots = definition.section_at(Some(card)).map(Section::slots).unwrap_or_default();
    pieces_of(slots.into_iter().filter(|slot| wanted(slot)), definition)
}

#[inline]
fn pieces_of(slots: impl Iterator<Item = Slot>, definition: &Definition) -> Vec<Piece> {
    let named = definition.parameter_format() == ParameterFormat::Named;
    let mut pieces: Vec<Piece> = Vec::new();
    for slot in slots {
        let (open, mut before) = opening(slot.kind);
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

/// Moves what opens a required piece behind what closes the required piece before it.
#[inline]
fn join(pieces: &mut [Piece]) {
    for index in 1..pieces.len() {
        let [first, second] = &mut pieces[index - 1..=index] else {
            continue;
        };
        if first.slot.required && second.slot.required {
            first.after.push_str(&second.before);
            second.before.clear();
        }
    }
}

#[inline]
fn same_component(one: SlotKind, other: SlotKind) -> bool {
    one == SlotKind::BodyText && other == SlotKind::BodyText
}

/// The opening of the component and that of the parameter.
#[inline]
fn opening(kind: SlotKind) -> (String, String) {
    let component =
        |name: &str, inner: &str| (format!("{{\"type\":\"{name}\",\"parameters\":["), inner.to_owned());
    let single =
        |name: &str, inner: &str| component(name, &format!("{{\"type\":\"{name}\",\"{name}\":{inner}"));
    match kind {
        SlotKind::HeaderText => component("header", "{\"type\":\"text\",\"text\":\""),
        SlotKind::HeaderMedia(kind) => {
            let kind = kind.parameter();
            component("header", &format!("{{\"type\":\"{kind}\",\"{kind}\":{{{MEDIA_LINK}"))
        }
        SlotKind::HeaderLocation => component("header", "{\"type\":\"location\",\"location\":{"),
        SlotKind::HeaderProduct => component("header", "{\"type\":\"product\",\"product\":{"),
        SlotKind::BodyText => component("body", &format!("{{{BODY_TEXT}")),
        SlotKind::OneTimeCode => component("body", "{\"type\":\"text\",\"text\":\""),
        SlotKind::OfferExpiration => single("limited_time_offer", "{\"expiration_time_ms\":"),
        SlotKind::Carousel => ("{\"type\":\"carousel\",\"cards\":[".to_owned(), String::new()),
        SlotKind::OrderStatus => single("order_status", "{"),
        SlotKind::TapTarget => single("tap_target_configuration", "["),
        SlotKind::QuickReplyPayload(index) => {
            button("quick_reply", index, "{\"type\":\"payload\",\"payload\":\"")
        }
        // A one-time code is sent like the value of a URL button, whatever the kind of its button.
        SlotKind::UrlSuffix(index) | SlotKind::OneTimeCodeButton(index) => {
            button("url", index, "{\"type\":\"text\",\"text\":\"")
        }
        SlotKind::CouponCode(index) => {
            button("copy_code", index, "{\"type\":\"coupon_code\",\"coupon_code\":\"")
        }
        SlotKind::FlowAction(index) => action("flow", index, ""),
        SlotKind::CatalogThumbnail(index) => action("catalog", index, ""),
        SlotKind::ProductList(index) => action("mpm", index, ""),
        SlotKind::OrderDetails(index) => action("order_details", index, "\"order_details\":{"),
        SlotKind::PaymentRequest(index) => {
            action("payment_request", index, "\"payment_request\":{\"payment_setting\":{")
        }
        SlotKind::VoiceCall(index) => button("voice_call", index, ""),
    }
}

#[inline]
fn button(sub_type: &str, index: usize, parameter: &str) -> (String, String) {
    let open =
        format!("{{\"type\":\"button\",\"sub_type\":\"{sub_type}\",\"index\":\"{index}\",\"parameters\":[");
    (open, parameter.to_owned())
}

#[inline]
fn action(sub_type: &str, index: usize, inner: &str) -> (String, String) {
    button(sub_type, index, &format!("{{\"type\":\"action\",\"action\":{{{inner}"))
}

/// The closing of the parameter.
#[inline]
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
        SlotKind::HeaderText
        | SlotKind::BodyText
        | SlotKind::OneTimeCode
        | SlotKind::OneTimeCodeButton(_)
        | SlotKind::QuickReplyPayload(_)
        | SlotKind::CouponCode(_)
        | SlotKind::UrlSuffix(_) => format!("\"{name}}}"),
        SlotKind::Carousel | SlotKind::VoiceCall(_) => String::new(),
        SlotKind::TapTarget => "]}".to_owned(),
        SlotKind::HeaderMedia(_) => "\"}}".to_owned(),
        SlotKind::HeaderLocation
        | SlotKind::HeaderProduct
        | SlotKind::OfferExpiration
        | SlotKind::OrderStatus
        | SlotKind::FlowAction(_)
        | SlotKind::CatalogThumbnail(_)
        | SlotKind::ProductList(_) => "}}".to_owned(),
        SlotKind::OrderDetails(_) => "}}}".to_owned(),
        SlotKind::PaymentRequest(_) => "}}}}".to_owned(),
    }
}

#[cfg(test)]
mod tests;
