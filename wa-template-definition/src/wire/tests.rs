//! Pieces with values between them are sends.

mod kinds;

use serde_json::{Value, json};

use super::{BODY_TEXT, HEAD_COMPONENTS, HEAD_TYPE, MEDIA_LINK, Piece, card_pieces, head, pieces};
use crate::{Definition, SlotKind};

#[track_caller]
fn definition(json: &Value) -> Definition {
    Definition::from_value(json.clone()).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// Whether optional slots are filled in as well.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Filled {
    Required,
    All,
}

/// A value of the form that a slot takes.
fn value(definition: &Definition, kind: SlotKind, filled: Filled) -> String {
    let value = match kind {
        SlotKind::HeaderMedia(_) => "https://v",
        SlotKind::HeaderLocation => r#""latitude":"1","longitude":"2""#,
        SlotKind::HeaderProduct => r#""product_retailer_id":"v","catalog_id":"1""#,
        SlotKind::HeaderText
        | SlotKind::BodyText
        | SlotKind::OneTimeCode
        | SlotKind::OneTimeCodeButton(_)
        | SlotKind::QuickReplyPayload(_)
        | SlotKind::UrlSuffix(_)
        | SlotKind::CouponCode(_) => "v",
        SlotKind::OfferExpiration => "1798761600000",
        SlotKind::FlowAction(_) => r#""flow_token":"v","flow_action_data":{}"#,
        SlotKind::CatalogThumbnail(_) => r#""thumbnail_product_retailer_id":"v""#,
        SlotKind::ProductList(_) => {
            r#""thumbnail_product_retailer_id":"v","sections":[{"product_items":[{"product_retailer_id":"v"}]}]"#
        }
        SlotKind::VoiceCall(_) => {
            r#"{"type":"ttl_minutes","ttl_minutes":100},{"type":"payload","payload":"v"}"#
        }
        SlotKind::OrderDetails(_) => {
            r#""reference_id":"v","currency":"INR","total_amount":{"value":1,"offset":100},"order":{"items":[{"name":"v","amount":{"value":1,"offset":100},"quantity":1}],"subtotal":{"value":1,"offset":100}}"#
        }
        SlotKind::PaymentRequest(_) => r#""type":"boleto","boleto":{"digitable_line":"v"}"#,
        SlotKind::OrderStatus => r#""reference_id":"v","order":{"status":"shipped"}"#,
        SlotKind::TapTarget => r#"{"url":"https://v","title":"v"}"#,
        SlotKind::Carousel => return cards(definition, filled),
    };
    value.to_owned()
}

fn cards(definition: &Definition, filled: Filled) -> String {
    let card = |index| {
        let pieces = card_pieces(definition, index, |slot| slot.required || filled == Filled::All);
        format!("{{\"card_index\":{index},\"components\":{}}}", list(definition, &pieces, filled))
    };
    (0..definition.cards().len()).map(card).collect::<Vec<_>>().join(",")
}

/// Fills every piece.
fn list(definition: &Definition, pieces: &[Piece], filled: Filled) -> String {
    let inside: String = pieces
        .iter()
        .flat_map(|piece| {
            [piece.before.clone(), value(definition, piece.slot.kind, filled), piece.after.clone()]
        })
        .collect();
    // A comma stands after the last element.
    let inside = if pieces.is_empty() { "" } else { inside.strip_suffix(',').expect("a comma") };
    format!("[{inside}]")
}

/// The components of a send.
#[track_caller]
fn components(definition: &Definition, filled: Filled) -> Value {
    let pieces = pieces(definition, |slot| slot.required || filled == Filled::All);
    let json = list(definition, &pieces, filled);
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

fn trip() -> Definition {
    definition(
        &json!({ "name": "trip", "language": "en", "category": "UTILITY", "parameter_format": "NAMED", "components": [
        { "type": "HEADER", "format": "TEXT", "text": "On {{date}}" },
        { "type": "BODY", "text": "Your {{trip}} starts at {{place}} now." },
        { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Yes" },
            { "type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550051310" },
            { "type": "URL", "text": "Open", "url": "https://example.com/{{1}}" }] }] }),
    )
}

#[test]
fn pieces_make_a_send_that_is_accepted() {
    for (filled, count) in [(Filled::Required, 3), (Filled::All, 5)] {
        let components = components(&trip(), filled);
        assert_eq!(components.as_array().map(Vec::len), Some(count));
        let send = json!({ "name": "trip", "language": { "code": "en" }, "components": components });
        assert_eq!(trip().check_send(&send), []);
    }
}

#[test]
fn required_pieces_are_joined() {
    let pieces = pieces(&trip(), |slot| slot.required);
    let opened = pieces.iter().filter(|piece| !piece.before.is_empty()).count();
    assert_eq!(opened, 1, "only the first piece opens itself: {pieces:#?}");
}

#[test]
fn the_head_opens_what_is_always_written() {
    let mut required = pieces(&trip(), |slot| slot.required);
    let head_of_required = head(&trip(), &mut required);
    assert!(head_of_required.starts_with(HEAD_TYPE) && required[0].before.is_empty());
    let inside = list(&trip(), &required, Filled::Required);
    let inside = inside.strip_prefix('[').expect("a list");
    let json = format!("{{\"to\":\"1{head_of_required}{inside}}}}}");
    let send: Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(trip().check_send(&send["template"]), []);

    let mut optional = pieces(&trip(), |slot| !slot.required);
    assert!(head(&trip(), &mut optional).ends_with(HEAD_COMPONENTS) && !optional[0].before.is_empty());
    let json = format!("{{\"to\":\"1{}}}}}", head(&trip(), &mut []));
    let send: Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(send["template"], json!({ "name": "trip", "language": { "code": "en" } }));
}

#[test]
fn another_value_can_stand_for_a_body_text() {
    let pieces = pieces(&trip(), |slot| slot.required);
    let before: String = pieces[..2].iter().flat_map(|piece| [&*piece.before, &piece.after]).collect();
    assert!(before.ends_with(BODY_TEXT), "{before}");
    assert!(pieces[2].after.starts_with('"'), "{}", pieces[2].after);
}

#[test]
fn another_key_can_stand_for_that_of_a_link() {
    let definition =
        definition(&json!({ "name": "a", "language": "en", "category": "UTILITY", "components": [
        { "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::aW..."] } },
        { "type": "BODY", "text": "Here it is." }] }));
    let pieces = pieces(&definition, |slot| slot.required);
    assert!(pieces[0].before.ends_with(MEDIA_LINK), "{}", pieces[0].before);
    assert!(pieces[0].after.starts_with('"'), "{}", pieces[0].after);
}

#[test]
fn placeholders_that_cannot_be_names_are_escaped() {
    let definition = definition(&json!({ "name": "a", "language": "en", "category": "UTILITY",
        "parameter_format": "NAMED", "components": [{ "type": "BODY", "text": "Hello {{a\"b}} and {{c\\d}} there." }] }));
    let components = components(&definition, Filled::All);
    assert_eq!(components[0]["parameters"][0]["parameter_name"], "a\"b");
    assert_eq!(components[0]["parameters"][1]["parameter_name"], "c\\d");
}
