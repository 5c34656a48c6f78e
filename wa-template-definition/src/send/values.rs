//! The values of buttons other than quick replies and addresses.

use serde_json::Value;

use super::Verdict;
use crate::place::Place;
use crate::value::{self, OrderAmounts};
use crate::{Definition, PaymentKind, Violation, limits, rule};

/// Every amount is in hundredths.
const OFFSET: i64 = 100;

/// Where the action of a payment-request button has its setting.
const PAYMENT_SETTING: &str = "/payment_request/payment_setting";

#[inline]
pub(super) fn coupon_code(verdict: &mut Verdict, definition: &Definition, place: &Place, code: &str) {
    verdict.extend(value::coupon_code(code, value::coupon_code_limit(definition), place));
}

#[inline]
pub(super) fn flow(verdict: &mut Verdict, place: &Place, action: &Value) {
    let data = action.get("flow_action_data").filter(|data| !data.is_null());
    verdict.extend(data.and_then(|data| value::flow_data(data, place)));
}

/// The product may be left out; one that is named has an id.
#[inline]
pub(super) fn catalog(verdict: &mut Verdict, place: &Place, action: &Value) {
    if let Some(product) = action.get(THUMBNAIL).filter(|product| !product.is_null()) {
        verdict.extend(value::product(THUMBNAIL, product.as_str().unwrap_or_default(), place));
    }
}

const THUMBNAIL: &str = "thumbnail_product_retailer_id";

#[inline]
pub(super) fn product_list(verdict: &mut Verdict, place: &Place, action: &Value) {
    let thumbnail = action.get(THUMBNAIL).and_then(Value::as_str);
    verdict.extend(value::product(THUMBNAIL, thumbnail.unwrap_or_default(), place));
    let sections = list(action.get("sections"));
    let counts: Vec<usize> =
        sections.iter().map(|section| list(section.get("product_items")).len()).collect();
    verdict.extend(value::product_list(&counts, place));
    for (index, section) in sections.iter().enumerate() {
        let title = section.get("title").and_then(Value::as_str).unwrap_or_default();
        verdict.extend(value::product_section_title(index, title, sections.len(), place));
        for (item, product) in list(section.get("product_items")).iter().enumerate() {
            let id = product.get("product_retailer_id").and_then(Value::as_str).unwrap_or_default();
            let key = format_args!("sections[{index}].product_items[{item}].product_retailer_id");
            verdict.extend(value::product(key, id, place));
        }
    }
}

#[inline]
fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The elements of a call button's `parameters`: a lifetime, a payload, both or none.
#[inline]
pub(super) fn voice_call(verdict: &mut Verdict, place: &Place, parameters: &[Value]) {
    let kinds: Vec<String> = parameters.iter().map(super::parameters::kind).collect();
    for (index, (kind, parameter)) in kinds.iter().zip(parameters).enumerate() {
        match kind.as_str() {
            _ if kinds[..index].contains(kind) => {
                let fact = "the call button has two parameters of one type";
                verdict.add(&rule::SEND_PARAMETER_COUNT, place.clone(), fact, "send one of each");
            }
            "ttl_minutes" => {
                let minutes = parameter.get("ttl_minutes").and_then(Value::as_i64).unwrap_or_default();
                verdict.extend(value::voice_call_ttl(minutes, place));
            }
            "payload" => {
                let payload = parameter.get("payload").and_then(Value::as_str).unwrap_or_default();
                verdict.extend(value::voice_call_payload(payload, place));
            }
            _ => {
                let found = super::parameters::describe(kind);
                let fact = format!("a call button takes `ttl_minutes` and `payload`, the send has {found}");
                let fix = "send parameters of these types";
                verdict.add(&rule::SEND_PARAMETER_KIND, place.clone(), fact, fix);
            }
        }
    }
}

#[inline]
pub(super) fn order_details(verdict: &mut Verdict, place: &Place, action: &Value) {
    let order = action.get("order_details").unwrap_or(&Value::Null);
    if !order.is_object() {
        // Nothing of it is there: one cause.
        return verdict.extend(value::order_reference("", place));
    }
    let text = |path: &str| order.pointer(path).and_then(Value::as_str).unwrap_or_default();
    verdict.extend(value::order_reference(text("/reference_id"), place));
    verdict.extend(value::currency(text("/currency"), place));
    for setting in list(order.get("payment_settings")) {
        verdict.extend(value::payment_setting(setting, place));
    }
    let items = list(order.pointer("/order/items"));
    let with_image = items.iter().filter(|item| item.get("image").is_some()).count();
    verdict.extend(value::order_items(items.len(), with_image, place));
    for (index, item) in items.iter().enumerate() {
        let name = item.get("name").and_then(Value::as_str).unwrap_or_default();
        verdict.extend(value::order_item_name(index, name, place));
        let quantity = item.get("quantity").and_then(Value::as_i64).unwrap_or_default();
        verdict.extend(value::order_item_quantity(index, quantity, place));
    }
    for (path, limit) in DESCRIPTIONS {
        let key = path[1..].replace('/', ".");
        verdict.extend(value::order_description(key, text(path), *limit, place));
    }
    total(verdict, place, order, items);
}

const DESCRIPTIONS: &[(&str, usize)] = &[
    ("/order/tax/description", limits::ORDER_DESCRIPTION),
    ("/order/shipping/description", limits::ORDER_DESCRIPTION),
    ("/order/discount/description", limits::ORDER_DESCRIPTION),
    ("/order/discount/discount_program_name", limits::ORDER_DESCRIPTION),
    ("/order/expiration/description", limits::ORDER_EXPIRATION_DESCRIPTION),
];

/// The amounts that an order needs, and those that it may have.
const AMOUNTS: &[(&str, bool)] = &[
    ("total_amount", true),
    ("order.subtotal", true),
    ("order.tax", false),
    ("order.shipping", false),
    ("order.discount", false),
];

/// The first amount that is missing or cannot be read. A missing tax is none: samples leave it out.
#[inline]
fn unreadable_amount(order: &Value, items: &[Value]) -> Option<String> {
    let fault = |name: &str, amount: Option<&Value>, required: bool| match amount {
        None => required.then(|| format!("`{name}` is missing")),
        Some(amount) if amount.get("value").is_none_or(|value| !value.is_i64()) => {
            Some(format!("`{name}.value` is no integer"))
        }
        Some(amount) if amount.get("offset").and_then(Value::as_i64) != Some(OFFSET) => {
            Some(format!("`{name}.offset` is not {OFFSET}"))
        }
        Some(_) => None,
    };
    let of_order = |(name, required): &(&str, bool)| {
        fault(name, order.pointer(&format!("/{}", name.replace('.', "/"))), *required)
    };
    let of_item = |(index, item): (usize, &Value)| {
        let of = |key: &str, required| fault(&format!("order.items[{index}].{key}"), item.get(key), required);
        of("amount", true).or_else(|| of("sale_amount", false))
    };
    AMOUNTS.iter().find_map(of_order).or_else(|| items.iter().enumerate().find_map(of_item))
}

/// No amount is negative, and the total is the sum of its parts, in as far as all of them are given.
#[inline]
fn total(verdict: &mut Verdict, place: &Place, order: &Value, items: &[Value]) {
    if let Some(fact) = unreadable_amount(order, items) {
        let fix = "send `{ \"value\": 1250, \"offset\": 100 }`";
        return verdict.add(&rule::VALUE_ORDER_TOTAL, place.clone(), fact, fix);
    }
    let amount = |of: &Value, path: &str| of.pointer(path)?.get("value")?.as_i64();
    let negative = |key: &dyn std::fmt::Display, of: &Value, path: &str| -> Option<Violation> {
        value::order_amount(key, amount(of, path)?, place)
    };
    let of_items = items.iter().enumerate().flat_map(|(index, item)| {
        ["amount", "sale_amount"].map(|key| {
            let name = format!("order.items[{index}].{key}");
            negative(&name, item, &format!("/{key}"))
        })
    });
    let of_order = ["subtotal", "tax", "shipping", "discount"]
        .map(|key| negative(&format!("order.{key}"), order, &format!("/order/{key}")));
    let found: Vec<Violation> = of_items.chain(of_order).flatten().collect();
    if !found.is_empty() {
        // Whether the sum is right is no further question.
        return found.into_iter().for_each(|violation| verdict.extend(Some(violation)));
    }
    let amount = |path: &str| amount(order, path);
    let (Some(stated), Some(subtotal)) = (amount("/total_amount"), amount("/order/subtotal")) else { return };
    let amounts = OrderAmounts {
        subtotal,
        tax: amount("/order/tax").unwrap_or_default(),
        shipping: amount("/order/shipping").unwrap_or_default(),
        discount: amount("/order/discount").unwrap_or_default(),
    };
    verdict.extend(value::order_total_stated(stated, amounts, place));
}

#[inline]
pub(super) fn payment_request(verdict: &mut Verdict, place: &Place, action: &Value) {
    let setting = action.pointer(PAYMENT_SETTING).unwrap_or(&Value::Null);
    verdict.extend(value::payment_setting(setting, place));
}

/// A payment of another kind than its button's; one that is broken in itself is told by [`payment_request`].
#[inline]
pub(super) fn payment_of_another_kind(
    kind: &PaymentKind,
    place: &Place,
    action: &Value,
) -> Option<Violation> {
    let setting = action.pointer(PAYMENT_SETTING)?;
    if value::payment_setting(setting, place).is_some() {
        return None;
    }
    value::payment_of_another_kind(setting.get("type")?.as_str()?, kind.as_str(), place)
}
