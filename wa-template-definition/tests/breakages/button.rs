//! Buttons.

use serde_json::{Value, json};
use wa_template_definition::SlotKind;

use super::{Breakage, Part};

/// What the platform refuses to do without.
const REQUIRED: &[&str] = &["url", "copy_code", "mpm", "order_details", "payment_request"];

fn sub_type(component: &Value) -> String {
    component["sub_type"].as_str().unwrap_or_default().to_lowercase()
}

/// None for a call button as the platform's own sample has it.
fn position(component: &Value) -> Option<usize> {
    match component.get("index")? {
        Value::String(text) => Some(text.parse().expect("an index")),
        number => usize::try_from(number.as_u64().expect("an index")).ok(),
    }
}

impl Part<'_> {
    pub(super) fn button(&self) -> Vec<Breakage> {
        let sub_type = sub_type(self.component);
        let required = REQUIRED.contains(&&*sub_type).then_some(131_008);
        let mut breakages: Vec<_> = required.map(|code| self.left_out(code)).into_iter().collect();
        let without = if sub_type == "quick_reply" { Some(132_018) } else { required };
        breakages.extend(self.number_and_kind(without));
        breakages.extend(self.addressed(required.is_some()));
        if !self.parameters().is_empty() {
            breakages.extend(self.button_values(&sub_type));
        }
        breakages
    }

    fn addressed(&self, required: bool) -> Vec<Breakage> {
        let count = self.scope.section.buttons().len();
        let mut breakages = vec![
            self.at("far index", 131_008, |component| component["index"] = json!(count)),
            self.at("no index", 131_008, |component| component["index"] = json!(null)),
            self.at("unknown sub_type", 100, |component| component["sub_type"] = json!("phone_number")),
        ];
        let Some(index) = position(self.component) else { return breakages };
        // One that the platform knows, but none of its buttons takes.
        breakages.push(
            self.at("another sub_type", 132_018, |component| component["sub_type"] = json!("reminder")),
        );
        for other in (0..count).filter(|other| *other != index) {
            let sent = self.scope.components().iter().any(|sent| position(sent) == Some(other));
            let code = match self.takes(other) {
                // It is needed at its own index, wherever it is sent instead.
                _ if required => 131_008,
                // The other button has its value, or one more of the same kind.
                _ if sent => 100,
                Some(takes) if takes == sub_type(self.component) => continue,
                Some(_) => 132_018,
                None => 100,
            };
            breakages.push(self.at(&format!("index {other} instead of {index}"), code, |component| {
                component["index"] = json!(other.to_string());
            }));
        }
        breakages
    }

    /// With which `sub_type` another button is sent, if it is sent at all.
    fn takes(&self, index: usize) -> Option<&'static str> {
        let slots = self.scope.section.slots();
        let slot = slots.into_iter().find(|slot| slot.kind.button() == Some(index))?;
        Some(match slot.kind {
            SlotKind::QuickReplyPayload(_) => "quick_reply",
            SlotKind::UrlSuffix(_) | SlotKind::OneTimeCodeButton(_) => "url",
            SlotKind::CouponCode(_) => "copy_code",
            SlotKind::FlowAction(_) => "flow",
            SlotKind::CatalogThumbnail(_) => "catalog",
            SlotKind::ProductList(_) => "mpm",
            SlotKind::VoiceCall(_) => "voice_call",
            SlotKind::OrderDetails(_) => "order_details",
            SlotKind::PaymentRequest(_) => "payment_request",
            other => panic!("no kind of a button: {other:?}"),
        })
    }

    fn button_values(&self, sub_type: &str) -> Vec<Breakage> {
        let text = |key: &str, values: &[(&str, u32)]| -> Vec<Breakage> {
            let pointer = format!("/{key}");
            let value = |(text, code): &(&str, u32)| {
                let what = format!("the {key} {:?}", text.chars().take(20).collect::<String>());
                self.below(&what, *code, &pointer, json!(text))
            };
            values.iter().map(value).collect()
        };
        let action = |values: &[(&str, &str, Value)]| -> Vec<Breakage> {
            let value = |(what, pointer, value): &(&str, &str, Value)| {
                self.below(what, 131_009, &format!("/action{pointer}"), value.clone())
            };
            values.iter().map(value).collect()
        };
        match sub_type {
            "url" if self.scope.has_one_time_code() => {
                let long = "1".repeat(16);
                text("text", &[("", 131_008), ("a\nb", 132_018), (&long, 100), ("000000", 100)])
            }
            "url" => {
                let long = "x".repeat(2001);
                text("text", &[("", 131_008), ("a\nb", 132_018), ("a\tb", 132_018), (&long, 132_005)])
            }
            "quick_reply" => text("payload", &[("", 132_018), (&"x".repeat(257), 131_009)]),
            "copy_code" => text("coupon_code", &[("", 100), ("25 OFF", 100), (&"x".repeat(21), 100)]),
            "flow" => vec![self.at("data that is no object", 131_009, |component| {
                component["parameters"][0]["action"]["flow_action_data"] = json!("x");
            })],
            "catalog" => action(&[("no product", "/thumbnail_product_retailer_id", json!(""))]),
            "mpm" => action(&[
                ("no thumbnail", "/thumbnail_product_retailer_id", json!("")),
                ("no sections", "/sections", json!([])),
                ("no products", "/sections/0/product_items", json!([])),
                ("no product", "/sections/0/product_items/0/product_retailer_id", json!("")),
                ("a long title", "/sections/0/title", json!("x".repeat(25))),
            ]),
            "voice_call" => {
                let kind = super::kind(&self.parameters()[0]);
                vec![
                    self.below("an empty value", 131_009, &format!("/{kind}"), json!("")),
                    self.at("two values of a kind", 132_000, |component| {
                        let parameters = component["parameters"].as_array_mut().expect("a list");
                        parameters.push(parameters[0].clone());
                    }),
                ]
            }
            "order_details" => action(&[
                ("no reference", "/order_details/reference_id", json!("")),
                ("no items", "/order_details/order/items", json!([])),
                ("no quantity", "/order_details/order/items/0/quantity", json!(0)),
                ("no name", "/order_details/order/items/0/name", json!("")),
                ("another total", "/order_details/total_amount/value", json!(1)),
                ("a negative tax", "/order_details/order/tax/value", json!(-1)),
            ]),
            "payment_request" => action(&[
                ("no setting", "/payment_request/payment_setting", json!(null)),
                ("no type", "/payment_request/payment_setting/type", json!("")),
            ]),
            other => panic!("a sub_type that this test does not know: {other}"),
        }
    }
}
