//! Orders that can be sent.

use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};

use super::{MEMBERS, writes, written};
use crate::{
    Amount, ImporterAddress, OrderCharge, OrderDetails, OrderDetailsParameter, OrderDiscount,
    OrderExpiration, OrderItem, OrderKind, PaymentGateway, PaymentSetting, PixKey, ShippingAddress,
    ShippingInfo,
};

fn hundredths(amount: i64) -> Amount {
    Amount::hundredths(amount)
}

#[track_caller]
fn json_of(order: &OrderDetails) -> Value {
    let (json, invalid) =
        written(&MEMBERS, |writer| <OrderDetails as OrderDetailsParameter>::fill_slot(order, writer));
    assert!(invalid.problems().is_empty(), "{invalid}");
    serde_json::from_str(&json).expect("JSON")
}

#[test]
fn a_small_order_has_what_is_required() {
    let order = OrderDetails::new("7", OrderKind::DigitalGoods, "BRL").item(OrderItem::new(
        "Cake",
        hundredths(50_000),
        1,
    ));
    writes(
        &MEMBERS,
        |writer| OrderDetailsParameter::fill_slot(&&order, writer),
        concat!(
            r#"{"reference_id":"7","type":"digital-goods","currency":"BRL","#,
            r#""total_amount":{"value":50000,"offset":100},"#,
            r#""order":{"status":"pending","#,
            r#""items":[{"name":"Cake","amount":{"value":50000,"offset":100},"quantity":1}],"#,
            r#""subtotal":{"value":50000,"offset":100},"tax":{"value":0,"offset":100}}}"#,
        ),
    );
}

#[test]
fn an_order_has_all_members() {
    let address = ImporterAddress::new()
        .address_line1("One BKC")
        .city("Mumbai")
        .postal_code("400051")
        .country_code("IN");
    let item = OrderItem::new("Blue \"Elf\" Aloe", hundredths(200_000), 2)
        .retailer_id("nqryix03ez")
        .sale_amount(hundredths(150_000))
        .image_link("https://www.example.com/aloe.png")
        .country_of_origin("India")
        .importer_name("Lucky Shrub Imports")
        .importer_address(address);
    let home =
        ShippingAddress::new().name("Nidhi Tripathi").city("Mumbai").in_pin_code("400051").house_number("12");
    let order = OrderDetails::new("abc.123_xyz-1", OrderKind::PhysicalGoods, "INR")
        .payment_type("upi")
        .payment_configuration("unique_payment_config_id")
        .payment_setting(PaymentSetting::payment_gateway(PaymentGateway::Razorpay, "prod"))
        .payment_setting(PaymentSetting::upi_intent_link("upi://pay?pa=merchant"))
        .item(item)
        .tax(OrderCharge::new(hundredths(10_000)).description("GST"))
        .shipping(hundredths(20_000))
        .discount(OrderDiscount::new(hundredths(15_000)).description("10% off").program_name("Diwali"))
        .catalog_id("194836987003835")
        .expiration(OrderExpiration::timestamp(1_726_627_150).description("Then it is gone"))
        .shipping_info(ShippingInfo::new("IN").address(home));
    let expected = json!({
        "reference_id": "abc.123_xyz-1",
        "type": "physical-goods",
        "payment_type": "upi",
        "payment_configuration": "unique_payment_config_id",
        "payment_settings": [
            { "type": "payment_gateway",
              "payment_gateway": { "type": "razorpay", "configuration_name": "prod" } },
            { "type": "upi_intent_link", "upi_intent_link": { "link": "upi://pay?pa=merchant" } },
        ],
        "currency": "INR",
        "total_amount": { "value": 315_000, "offset": 100 },
        "order": {
            "status": "pending",
            "items": [{
                "retailer_id": "nqryix03ez",
                "name": "Blue \"Elf\" Aloe",
                "amount": { "value": 200_000, "offset": 100 },
                "quantity": 2,
                "sale_amount": { "value": 150_000, "offset": 100 },
                "image": { "link": "https://www.example.com/aloe.png" },
                "country_of_origin": "India",
                "importer_name": "Lucky Shrub Imports",
                "importer_address": { "address_line1": "One BKC", "city": "Mumbai",
                                      "postal_code": "400051", "country_code": "IN" },
            }],
            "subtotal": { "value": 300_000, "offset": 100 },
            "tax": { "value": 10_000, "offset": 100, "description": "GST" },
            "shipping": { "value": 20_000, "offset": 100 },
            "discount": { "value": 15_000, "offset": 100, "description": "10% off",
                          "discount_program_name": "Diwali" },
            "catalog_id": "194836987003835",
            "expiration": { "timestamp": "1726627150", "description": "Then it is gone" },
        },
        "shipping_info": { "country": "IN", "addresses": [
            { "name": "Nidhi Tripathi", "city": "Mumbai", "in_pin_code": "400051", "house_number": "12" },
        ] },
    });
    assert_eq!(json_of(&order), expected);
}

#[test]
fn every_way_to_pay_has_its_shape() {
    let cases = [
        (
            PaymentSetting::pix_dynamic_code("0002", "Lucky Shrub", PixKey::cnpj("11222333000181")),
            json!({ "type": "pix_dynamic_code", "pix_dynamic_code": {
                "code": "0002", "merchant_name": "Lucky Shrub", "key": "11222333000181", "key_type": "CNPJ" } }),
        ),
        (
            PaymentSetting::payment_link("https://pay.example.com"),
            json!({ "type": "payment_link", "payment_link": { "uri": "https://pay.example.com" } }),
        ),
        (PaymentSetting::boleto("0339"), json!({ "type": "boleto", "boleto": { "digitable_line": "0339" } })),
        (
            PaymentSetting::offsite_card_pay("0042", "card-1"),
            json!({ "type": "offsite_card_pay",
                    "offsite_card_pay": { "last_four_digits": "0042", "credential_id": "card-1" } }),
        ),
        (
            PaymentSetting::other(json!({ "type": "by_cheque", "by_cheque": [1, { "a": null }] })),
            json!({ "type": "by_cheque", "by_cheque": [1, { "a": null }] }),
        ),
    ];
    let item = OrderItem::new("Cake", hundredths(1), 1);
    for (setting, expected) in cases {
        let order = OrderDetails::new("7", OrderKind::DigitalGoods, "BRL").item(item.clone());
        let found = json_of(&order.payment_setting(setting));
        assert_eq!(found["payment_settings"], json!([expected]));
    }
}

#[test]
fn gateways_and_pix_keys_have_the_names_of_the_platform() {
    let gateways = [
        (PaymentGateway::Razorpay, "razorpay"),
        (PaymentGateway::PayU, "payu"),
        (PaymentGateway::BillDesk, "billdesk"),
        (PaymentGateway::Zaakpay, "zaakpay"),
    ];
    let keys = [
        (PixKey::cpf("k"), "CPF"),
        (PixKey::cnpj("k"), "CNPJ"),
        (PixKey::email("k"), "EMAIL"),
        (PixKey::phone("k"), "PHONE"),
        (PixKey::evp("k"), "EVP"),
    ];
    let mut order =
        OrderDetails::new("7", OrderKind::DigitalGoods, "BRL").item(OrderItem::new("Cake", hundredths(1), 1));
    for (gateway, _) in gateways {
        order = order.payment_setting(PaymentSetting::payment_gateway(gateway, "c"));
    }
    for (key, _) in keys.clone() {
        order = order.payment_setting(PaymentSetting::pix_dynamic_code("0002", "m", key));
    }
    let found = json_of(&order);
    let settings = found["payment_settings"].as_array().expect("a list");
    for (setting, (_, name)) in settings.iter().zip(gateways) {
        assert_eq!(setting["payment_gateway"]["type"], name);
    }
    for (setting, (_, name)) in settings[gateways.len()..].iter().zip(keys) {
        assert_eq!(setting["pix_dynamic_code"]["key_type"], name);
    }
}

#[test]
fn a_given_subtotal_takes_the_place_of_the_sum() {
    let order = OrderDetails::new("7", OrderKind::DigitalGoods, "INR")
        .item(OrderItem::new("Aloe", hundredths(400), 1))
        .subtotal(hundredths(399))
        .tax(hundredths(1));
    let found = json_of(&order);
    assert_eq!(found.pointer("/order/subtotal/value"), Some(&json!(399)));
    assert_eq!(found.pointer("/total_amount/value"), Some(&json!(400)));
}

#[test]
fn an_expiration_counts_seconds_in_a_string() {
    let order =
        OrderDetails::new("7", OrderKind::DigitalGoods, "INR").item(OrderItem::new("Aloe", hundredths(1), 1));
    let moment = UNIX_EPOCH + Duration::from_millis(1_726_627_150_999);
    let found = json_of(&order.expiration(OrderExpiration::at(moment)));
    assert_eq!(found.pointer("/order/expiration"), Some(&json!({ "timestamp": "1726627150" })));
}

#[test]
fn no_known_address_is_left_out() {
    let order = OrderDetails::new("7", OrderKind::PhysicalGoods, "INR").item(OrderItem::new(
        "Aloe",
        hundredths(1),
        1,
    ));
    let found = json_of(&order.shipping_info(ShippingInfo::new("IN")));
    assert_eq!(found["shipping_info"], json!({ "country": "IN" }));
}
