//! The checkout button of a marketing template: an order beside a quick reply.

use serde_json::{Value, json};
use wa_template::{
    Amount, Image, ImporterAddress, OrderDetails, OrderDiscount, OrderExpiration, OrderItem, OrderKind,
    ShippingAddress, ShippingInfo, WaTemplate,
};

use super::orders::{hundredths, order, razorpay, razorpay_json};
use super::{check, header, texts};

#[derive(WaTemplate)]
#[wa(
    name = "item_back_in_stock_v2",
    language = "en_US",
    category = "marketing",
    positional,
    header(image, example = "3:NDU..."),
    body = "Hi {{customer}}! The {{plant}} is back in stock! Order now before it's gone!",
    footer = "Tap 'Stop' below to stop back-in-stock reminders.",
    buttons(order_details("Buy now"), quick_reply("Stop"))
)]
struct BackInStock {
    #[wa(header)]
    picture: Image,
    #[wa(example = "Pablo")]
    customer: &'static str,
    #[wa(example = "Blue Elf Aloe")]
    plant: &'static str,
    #[wa(button = 0)]
    order: OrderDetails,
    #[wa(button = 1)]
    stop: Option<&'static str>,
}

/// The order of the checkout samples, in a template and on cards.
pub(super) fn checkout(reference_id: &str) -> OrderDetails {
    let item = OrderItem::new("Blue Elf Aloe", Amount::hundredths(200_000), 1)
        .sale_amount(Amount::hundredths(150_000))
        .country_of_origin("India")
        .importer_name("Lucky Shrub Imports and Exports")
        .importer_address(
            ImporterAddress::new()
                .address_line1("One BKC")
                .address_line2("Bandra Kurla Complex")
                .city("Mumbai")
                .zone_code("MH")
                .postal_code("400051")
                .country_code("IN"),
        );
    let address = ShippingAddress::new()
        .name("Nidhi Tripathi")
        .phone_number("911234567890")
        .address("Bandra Kurla Complex")
        .city("Mumbai")
        .state("Maharastra")
        .in_pin_code("400051")
        .house_number("12")
        .tower_number("5")
        .building_name("One BKC")
        .landmark_area("Near BKC Circle");
    OrderDetails::new(reference_id, OrderKind::PhysicalGoods, "INR")
        .payment_setting(razorpay())
        .shipping_info(ShippingInfo::new("IN").address(address))
        .item(item)
        .subtotal(Amount::hundredths(150_000))
        .shipping(Amount::hundredths(20_000))
        .tax(Amount::hundredths(10_000))
        .discount(OrderDiscount::new(Amount::hundredths(15_000)).description("Additional 10% off"))
        .expiration(OrderExpiration::timestamp(1_726_627_150))
}

/// The component of the button with that order.
pub(super) fn checkout_json(reference_id: &str) -> Value {
    let expected = json!({
        "reference_id": reference_id, "type": "physical-goods", "payment_settings": [razorpay_json()],
        "currency": "INR", "total_amount": hundredths(165_000),
        "shipping_info": { "country": "IN", "addresses": [{
            "name": "Nidhi Tripathi", "phone_number": "911234567890", "address": "Bandra Kurla Complex",
            "city": "Mumbai", "state": "Maharastra", "in_pin_code": "400051", "house_number": "12",
            "tower_number": "5", "building_name": "One BKC", "landmark_area": "Near BKC Circle" }] },
        "order": {
            "status": "pending", "expiration": { "timestamp": "1726627150" },
            "items": [{
                "name": "Blue Elf Aloe", "amount": hundredths(200_000), "quantity": 1,
                "sale_amount": hundredths(150_000), "country_of_origin": "India",
                "importer_name": "Lucky Shrub Imports and Exports",
                "importer_address": { "address_line1": "One BKC", "address_line2": "Bandra Kurla Complex",
                    "city": "Mumbai", "zone_code": "MH", "postal_code": "400051", "country_code": "IN" } }],
            "subtotal": hundredths(150_000), "shipping": hundredths(20_000), "tax": hundredths(10_000),
            "discount": { "value": 15_000, "offset": 100, "description": "Additional 10% off" } } });
    order(0, &expected)
}

#[test]
fn checkout_beside_a_quick_reply() {
    let message = BackInStock {
        picture: Image::id("1558081531584829"),
        customer: "Nidhi",
        plant: "Blue Elf Aloe",
        order: checkout("abc.123_xyz-1"),
        stop: None,
    };
    let header = header("image", &json!({ "id": "1558081531584829" }));
    check(&message, &json!([header, texts(&["Nidhi", "Blue Elf Aloe"]), checkout_json("abc.123_xyz-1")]));
}
