//! Orders to review and pay, their status, and requests to pay.

use serde_json::{Value, json};
use wa_template::{
    Amount, Document, Image, ImporterAddress, OrderCharge, OrderDetails, OrderItem, OrderKind, OrderState,
    OrderStatus, PaymentGateway, PaymentRequest, PaymentSetting, PixKey, WaTemplate,
};

use super::{action, check, header, problems};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header(image, example = "4::aW..."),
    body = "We have put everything together. Check the list, pay, and we send it off.",
    footer = "Lucky Shrub India",
    buttons(order_details("Review and Pay"))
)]
struct OrderDetailsIndia {
    #[wa(header)]
    picture: Image,
    #[wa(button = 0)]
    order: OrderDetails,
}

#[derive(WaTemplate)]
#[wa(
    language = "pt_BR",
    category = "utility",
    display_format = "ORDER_DETAILS",
    header(document, example = "4::YX..."),
    body = "A conta deste mês chegou. Pague com Pix pelo aplicativo que você preferir.",
    footer = "Lucky Shrub Brasil",
    buttons(order_details("Copy Pix code"))
)]
struct OrderDetailsBrazilPix {
    #[wa(header)]
    invoice: Document,
    #[wa(button = 0)]
    order: OrderDetails,
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    display_format = "order_details",
    header = "Your festive basket",
    body = "What you chose is still set aside for you. Once it is paid we hand it to the carrier.",
    buttons(order_details("Review and Pay"))
)]
struct OrderDetailsMarketingDisplayFormat<'a> {
    #[wa(button = 0)]
    basket: &'a OrderDetails,
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    order_status,
    body = "Something has changed with your parcel. Have a look at where it is.",
    footer = "Lucky Shrub India"
)]
struct OrderStatusUpdate {
    #[wa(order_status)]
    status: OrderStatus,
}

#[derive(WaTemplate)]
#[wa(
    language = "pt_BR",
    category = "utility",
    header = "Header Text",
    body = "Body Text",
    footer = "Footer text",
    buttons(payment_request(boleto), payment_request(pix_dynamic_code), payment_request(payment_link))
)]
struct PaymentRequestThreeMethods {
    #[wa(button = 0, example = "03399026944140000002628346101018898510000008848")]
    boleto: PaymentRequest,
    #[wa(button = 1, example = "00020101021226700014br.gov.bcb.pix2548pix.example.com...")]
    pix: PaymentRequest,
    #[wa(button = 2, example = "https://my-payment-link-url")]
    link: PaymentRequest,
}

const PIX: &str = "00020101021226700014br.gov.bcb.pix2548pix.example.com...";

pub(super) fn hundredths(value: i64) -> Value {
    json!({ "value": value, "offset": 100 })
}

pub(super) fn order(index: usize, order: &Value) -> Value {
    action("order_details", index, &json!({ "order_details": order }))
}

#[test]
fn order_of_india() {
    let item = OrderItem::new("Blue Elf Aloe", Amount::hundredths(400), 1)
        .retailer_id("nqryix03ez")
        .country_of_origin("India")
        .importer_name("Lucky Shrub Imports")
        .importer_address(
            ImporterAddress::new()
                .address_line1("One BKC")
                .city("Mumbai")
                .country_code("IN")
                .postal_code("400051"),
        );
    let link =
        "upi://pay?pa=merchant_vpa&pn=merchant%20Name&mc=mc_code&purpose=purpose_code&tr=transaction_record";
    let details = OrderDetails::new("reference_id_value", OrderKind::DigitalGoods, "INR")
        .payment_type("upi")
        .payment_configuration("unique_payment_config_id")
        .payment_setting(PaymentSetting::upi_intent_link(link))
        .item(item)
        .subtotal(Amount::hundredths(400))
        .tax(Amount::hundredths(500))
        .shipping(Amount::hundredths(0))
        .discount(Amount::hundredths(250));
    let picture = Image::link("https://www.luckyshrub.com/img/order.jpg");
    let expected = json!({
        "reference_id": "reference_id_value", "type": "digital-goods", "payment_type": "upi",
        "payment_configuration": "unique_payment_config_id",
        "payment_settings": [{ "type": "upi_intent_link", "upi_intent_link": { "link": link } }],
        "currency": "INR", "total_amount": hundredths(650),
        "order": {
            "status": "pending",
            "items": [{
                "retailer_id": "nqryix03ez", "name": "Blue Elf Aloe", "amount": hundredths(400), "quantity": 1,
                "country_of_origin": "India", "importer_name": "Lucky Shrub Imports",
                "importer_address": { "address_line1": "One BKC", "city": "Mumbai", "country_code": "IN",
                    "postal_code": "400051" } }],
            "subtotal": hundredths(400), "tax": hundredths(500), "shipping": hundredths(0),
            "discount": hundredths(250) } });
    let header = header("image", &json!({ "link": "https://www.luckyshrub.com/img/order.jpg" }));
    check(&OrderDetailsIndia { picture, order: details }, &json!([header, order(0, &expected)]));
}

#[test]
fn order_of_brazil() {
    let key = PixKey::cnpj("11222333000181");
    let details = OrderDetails::new("BM345A-12", OrderKind::DigitalGoods, "BRL")
        .payment_type("br")
        .payment_setting(PaymentSetting::pix_dynamic_code(PIX, "Account holder name", key))
        .item(OrderItem::new("Cake", Amount::hundredths(50_000), 1).retailer_id("1234567"))
        .subtotal(Amount::hundredths(50_000))
        .tax(OrderCharge::new(Amount::hundredths(0)).description("optional text"));
    let link = "https://www.luckyshrub.com/f/1.pdf";
    let message =
        OrderDetailsBrazilPix { invoice: Document::link(link).filename("fatura.pdf"), order: details };
    let expected = json!({
        "reference_id": "BM345A-12", "type": "digital-goods", "payment_type": "br",
        "payment_settings": [{ "type": "pix_dynamic_code", "pix_dynamic_code": { "code": PIX,
            "merchant_name": "Account holder name", "key": "11222333000181", "key_type": "CNPJ" } }],
        "currency": "BRL", "total_amount": hundredths(50_000),
        "order": {
            "status": "pending",
            "items": [{ "retailer_id": "1234567", "name": "Cake", "amount": hundredths(50_000), "quantity": 1 }],
            "subtotal": hundredths(50_000),
            "tax": { "value": 0, "offset": 100, "description": "optional text" } } });
    let header = header("document", &json!({ "link": link, "filename": "fatura.pdf" }));
    check(&message, &json!([header, order(0, &expected)]));
}

#[test]
fn basket_of_a_marketing_template() {
    let details = OrderDetails::new("basket-77", OrderKind::PhysicalGoods, "INR")
        .payment_setting(razorpay())
        .item(OrderItem::new("Blue Elf Aloe", Amount::hundredths(10_000), 2).retailer_id("nqryix03ez"))
        .catalog_id("194836987003835")
        .subtotal(Amount::hundredths(20_000))
        .tax(Amount::hundredths(1_000))
        .shipping(Amount::hundredths(500))
        .discount(Amount::hundredths(0));
    let expected = json!({
        "reference_id": "basket-77", "type": "physical-goods", "payment_settings": [razorpay_json()],
        "currency": "INR", "total_amount": hundredths(21_500),
        "order": {
            "status": "pending", "catalog_id": "194836987003835",
            "items": [{ "retailer_id": "nqryix03ez", "name": "Blue Elf Aloe", "amount": hundredths(10_000),
                "quantity": 2 }],
            "subtotal": hundredths(20_000), "tax": hundredths(1_000), "shipping": hundredths(500),
            "discount": hundredths(0) } });
    check(&OrderDetailsMarketingDisplayFormat { basket: &details }, &json!([order(0, &expected)]));
    let reference = OrderDetails::new("basket 77", OrderKind::PhysicalGoods, "INR").item(OrderItem::new(
        "Blue Elf Aloe",
        Amount::hundredths(10_000),
        2,
    ));
    assert_eq!(
        problems(&OrderDetailsMarketingDisplayFormat { basket: &reference }),
        [(Some("basket".to_owned()), "value-order-reference".to_owned())]
    );
}

pub(super) fn razorpay() -> PaymentSetting {
    PaymentSetting::payment_gateway(PaymentGateway::Razorpay, "prod-razor-pay-config-05")
}

pub(super) fn razorpay_json() -> Value {
    json!({ "type": "payment_gateway", "payment_gateway": { "type": "razorpay",
        "configuration_name": "prod-razor-pay-config-05" } })
}

#[test]
fn status_of_an_order() {
    let status = OrderStatus::new("reference_id_value", OrderState::Shipped)
        .description("Left our warehouse this morning");
    let expected = json!({ "reference_id": "reference_id_value",
        "order": { "status": "shipped", "description": "Left our warehouse this morning" } });
    let component = json!({ "type": "order_status", "parameters": [
        { "type": "order_status", "order_status": expected }] });
    check(&OrderStatusUpdate { status }, &json!([component]));
}

#[test]
fn requests_to_pay() {
    let line = "03399026944140000002628346101018898510000008848";
    let message = PaymentRequestThreeMethods {
        boleto: PaymentRequest::boleto(line),
        pix: PaymentRequest::pix_dynamic_code(PIX),
        link: PaymentRequest::payment_link("https://my-payment-link-url"),
    };
    let request = |index: usize, kind: &str, value: &Value| {
        let setting = json!({ "type": kind, kind: value });
        action("payment_request", index, &json!({ "payment_request": { "payment_setting": setting } }))
    };
    let components = json!([
        request(0, "boleto", &json!({ "digitable_line": line })),
        request(1, "pix_dynamic_code", &json!({ "code": PIX })),
        request(2, "payment_link", &json!({ "uri": "https://my-payment-link-url" }))
    ]);
    check(&message, &components);
}

#[test]
fn a_payment_is_of_the_kind_of_its_button() {
    let swapped = PaymentRequestThreeMethods {
        boleto: PaymentRequest::pix_dynamic_code(PIX),
        pix: PaymentRequest::boleto("0339"),
        link: PaymentRequest::payment_link("https://example.com/pay/7"),
    };
    let broken = |field: &str| (Some(field.to_owned()), "value-payment".to_owned());
    assert_eq!(problems(&swapped), [broken("boleto"), broken("pix")]);
}
