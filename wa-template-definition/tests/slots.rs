//! What a definition says must be filled in is what a send is judged by.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use wa_template_definition::{Definition, PlaceholderName, Slot, SlotKind, Violation};

const BUTTONS: &[&str] = &[
    "QUICK_REPLY",
    "URL",
    "DYNAMIC",
    "PHONE_NUMBER",
    "COPY_CODE",
    "FLOW",
    "CATALOG",
    "MPM",
    "SPM",
    "VOICE_CALL",
    "ORDER_DETAILS",
    "PAYMENT_REQUEST",
    "REQUEST_CONTACT_INFO",
];

/// Definitions without mistakes of consequence for a send: every kind of header and button, names or numbers.
fn definition() -> impl Strategy<Value = Definition> {
    let header = prop_oneof![
        Just(None),
        prop::sample::select(vec!["IMAGE", "VIDEO", "GIF", "DOCUMENT", "LOCATION", "PRODUCT"])
            .prop_map(|format| Some(json!({ "type": "HEADER", "format": format }))),
        Just(Some(json!({ "type": "HEADER", "format": "TEXT", "text": "News" }))),
        Just(Some(json!({ "type": "HEADER", "format": "TEXT", "text": "News for {{}}" }))),
    ];
    let button = prop::sample::select(BUTTONS);
    (header, 0_usize..6, vec(button, 0..6), any::<[bool; 3]>()).prop_map(
        |(header, placeholders, buttons, [named, offer, status])| {
            let name = |index: usize| {
                if named { format!("name_{}", "x".repeat(index)) } else { (index + 1).to_string() }
            };
            let mut components: Vec<Value> = header.into_iter().collect();
            for header in &mut components {
                if let Some(text) = header["text"].as_str() {
                    header["text"] = json!(text.replace("{{}}", &format!("{{{{{}}}}}", name(0))));
                }
            }
            let body: Vec<_> =
                (0..placeholders).map(|index| format!("and {{{{{}}}}} ", name(index))).collect();
            components.push(json!({ "type": "BODY", "text": format!("Hello {}there", body.concat()) }));
            let buttons: Vec<_> = buttons
                .into_iter()
                .map(|kind| match kind {
                    "URL" => json!({ "type": "URL", "text": "Open", "url": "https://example.com/" }),
                    "DYNAMIC" => json!({ "type": "URL", "text": "Open", "url": "https://example.com/{{1}}" }),
                    kind => {
                        let setting = json!({ "type": "boleto", "boleto": { "digitable_line": "0339" } });
                        json!({ "type": kind, "text": "Label", "phone_number": "+15550051310",
                                "payment_setting": setting })
                    }
                })
                .collect();
            if !buttons.is_empty() {
                components.push(json!({ "type": "BUTTONS", "buttons": buttons }));
            }
            if offer {
                components.push(json!({ "type": "LIMITED_TIME_OFFER",
                    "limited_time_offer": { "text": "Ends", "has_expiration": true } }));
            }
            let sub_category = if status { "ORDER_STATUS" } else { "CUSTOM" };
            let format = if named { "NAMED" } else { "POSITIONAL" };
            let definition = json!({ "name": "ticket", "language": "en", "category": "UTILITY",
                                 "parameter_format": format, "components": components, "sub_category": sub_category });
            Definition::from_value(definition).expect("an object")
        },
    )
}

/// A send that fills these slots.
fn send(slots: &[Slot]) -> Value {
    let mut components: Vec<Value> = Vec::new();
    for slot in slots {
        let (component, parameter) = filled(slot);
        let same = |other: &&mut Value| {
            other["type"] == component["type"] && other.get("index") == component.get("index")
        };
        match components.iter_mut().find(same) {
            Some(component) => component["parameters"].as_array_mut().expect("a list").push(parameter),
            None => components.push({
                let mut component = component;
                component["parameters"] = json!([parameter]);
                component
            }),
        }
    }
    json!({ "name": "ticket", "language": { "code": "en" }, "components": components })
}

/// The component and the parameter that fill a slot.
fn filled(slot: &Slot) -> (Value, Value) {
    let mut text = json!({ "type": "text", "text": "value" });
    match slot.kind {
        SlotKind::HeaderText | SlotKind::BodyText => {
            if let Some(PlaceholderName::Name(name)) = &slot.placeholder {
                text["parameter_name"] = json!(name);
            }
            let kind = if slot.kind == SlotKind::BodyText { "body" } else { "header" };
            (json!({ "type": kind }), text)
        }
        SlotKind::HeaderMedia(kind) => {
            let mut parameter = json!({ "type": kind.parameter() });
            parameter[kind.parameter()] = json!({ "link": "https://example.com/a" });
            (json!({ "type": "header" }), parameter)
        }
        SlotKind::HeaderLocation => {
            let location = json!({ "latitude": "37.48", "longitude": "-122.14" });
            (json!({ "type": "header" }), json!({ "type": "location", "location": location }))
        }
        SlotKind::HeaderProduct => {
            let product = json!({ "product_retailer_id": "a", "catalog_id": "1" });
            (json!({ "type": "header" }), json!({ "type": "product", "product": product }))
        }
        SlotKind::OfferExpiration => {
            alone("limited_time_offer", json!({ "expiration_time_ms": 1_798_761_600_000_i64 }))
        }
        SlotKind::OrderStatus => {
            alone("order_status", json!({ "reference_id": "a", "order": { "status": "shipped" } }))
        }
        SlotKind::TapTarget => {
            alone("tap_target_configuration", json!([{ "url": "https://example.com/", "title": "Details" }]))
        }
        SlotKind::UrlSuffix(index) => (button("url", index), text),
        kind => {
            let index =
                kind.button().unwrap_or_else(|| panic!("a kind that this test does not know: {kind:?}"));
            filled_button(kind, index)
        }
    }
}

fn alone(kind: &str, value: Value) -> (Value, Value) {
    let mut parameter = json!({ "type": kind });
    parameter[kind] = value;
    (json!({ "type": kind }), parameter)
}

fn button(sub_type: &str, index: usize) -> Value {
    json!({ "type": "button", "sub_type": sub_type, "index": index.to_string() })
}

fn filled_button(kind: SlotKind, index: usize) -> (Value, Value) {
    let action =
        |sub_type, action: Value| (button(sub_type, index), json!({ "type": "action", "action": action }));
    match kind {
        SlotKind::QuickReplyPayload(_) => {
            (button("quick_reply", index), json!({ "type": "payload", "payload": "value" }))
        }
        SlotKind::CouponCode(_) => {
            (button("copy_code", index), json!({ "type": "coupon_code", "coupon_code": "value" }))
        }
        SlotKind::VoiceCall(_) => {
            (button("voice_call", index), json!({ "type": "ttl_minutes", "ttl_minutes": 100 }))
        }
        SlotKind::FlowAction(_) => action("flow", json!({ "flow_token": "value" })),
        SlotKind::CatalogThumbnail(_) => action("catalog", json!({ "thumbnail_product_retailer_id": "a" })),
        SlotKind::ProductList(_) => action(
            "mpm",
            json!({ "thumbnail_product_retailer_id": "a",
                    "sections": [{ "product_items": [{ "product_retailer_id": "a" }] }] }),
        ),
        SlotKind::OrderDetails(_) => action(
            "order_details",
            json!({ "order_details": {
                "reference_id": "a", "currency": "INR", "total_amount": { "value": 1, "offset": 100 },
                "order": {
                    "items": [{ "name": "a", "amount": { "value": 1, "offset": 100 }, "quantity": 1 }],
                    "subtotal": { "value": 1, "offset": 100 },
                },
            } }),
        ),
        SlotKind::PaymentRequest(_) => action(
            "payment_request",
            json!({ "payment_request": { "payment_setting":
                { "type": "boleto", "boleto": { "digitable_line": "0339" } } } }),
        ),
        other => panic!("a kind that this test does not know: {other:?}"),
    }
}

fn rules(violations: &[Violation]) -> Vec<&'static str> {
    violations.iter().map(Violation::rule).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_slots_filled_is_a_send_that_fits(definition in definition()) {
        let slots = definition.slots();
        prop_assert!(!definition.has_unknown_parts());
        prop_assert_eq!(definition.check_send(&send(&slots)), []);
        let required: Vec<_> = slots.iter().filter(|slot| slot.required).cloned().collect();
        prop_assert_eq!(definition.check_send(&send(&required)), []);
        // And the customer reads all of them.
        let rendered = definition.render(&send(&required)).to_string();
        prop_assert!(!rendered.contains("{{"), "{}", rendered);
    }

    #[test]
    fn a_required_slot_left_empty_is_one_violation(definition in definition()) {
        let slots = definition.slots();
        for (index, slot) in slots.iter().enumerate() {
            let mut others = slots.clone();
            others.remove(index);
            let violations = definition.check_send(&send(&others));
            let expected = match slot.kind {
                _ if !slot.required => vec![],
                SlotKind::OfferExpiration | SlotKind::OrderStatus => vec!["send-component-missing"],
                SlotKind::HeaderMedia(_) | SlotKind::HeaderLocation | SlotKind::HeaderProduct => {
                    vec!["send-header-missing"]
                }
                kind if kind.button().is_some() => vec!["send-button-missing"],
                _ => vec!["send-parameter-count"],
            };
            prop_assert_eq!(rules(&violations), expected, "without {:?}", slot);
            prop_assert_eq!(violations.is_empty(), !slot.required);
        }
    }

    #[test]
    fn slots_stand_in_wire_order(definition in definition()) {
        let rank = |slot: &Slot| match slot.kind {
            SlotKind::BodyText => 1,
            SlotKind::OfferExpiration => 2,
            SlotKind::OrderStatus => usize::MAX - 1,
            SlotKind::TapTarget => usize::MAX,
            kind => kind.button().map_or(0, |index| 3 + index),
        };
        let slots = definition.slots();
        prop_assert!(slots.is_sorted_by_key(rank), "{:?}", slots);
        let numbers: Vec<_> = slots.iter().filter(|slot| slot.kind == SlotKind::BodyText).collect();
        for (number, slot) in (1..).zip(numbers) {
            if let Some(PlaceholderName::Number(found)) = slot.placeholder {
                prop_assert_eq!(found, number);
            }
        }
    }
}
