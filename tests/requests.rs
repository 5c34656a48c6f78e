//! The request bodies of the platform's sample programs, from derived structs: each equal to an expectation written
//! by hand, accepted by the template's own definition, and equal to the documented body where that is at hand.

use serde_json::{Value, json};
use tests::vectors;
use wa_template::{
    Currency, DateTime, DayOfWeek, Document, Image, Location, Message, OnPremisesMessage, Recipient, Video,
    WaMessage, WaPayload, WaTemplate,
};

const NAMESPACE: &str = "88b39973_f0d5_54e1_29cf_e80f1e3da4f2";

#[derive(WaTemplate)]
#[wa(
    name = "upcoming_trip_reminder",
    language = "en",
    category = "utility",
    positional,
    header = "Trip reminder {{date}}",
    body = "Your {{trip}} starts on {{starts}}. We will meet you at {{place}} and wait at the main entrance. \
            Are you still coming with us?",
    buttons(quick_reply("Yes", TripAnswer::Yes), quick_reply("No", TripAnswer::No))
)]
struct TripReminder<'a> {
    #[wa(example = "12/26")]
    date: &'a str,
    #[wa(example = "*Ski Trip*")]
    trip: &'a str,
    #[wa(example = "29th July 2019, 8:00am")]
    starts: DateTime,
    #[wa(example = "*Squaw Valley Ski Resort, Tahoe*")]
    place: String,
}

#[derive(WaPayload, Debug, PartialEq)]
enum TripAnswer {
    #[wa(payload = "Yes-Button-Payload")]
    Yes,
    #[wa(payload = "No-Button-Payload")]
    No,
}

fn trip() -> TripReminder<'static> {
    TripReminder {
        date: "12/26",
        trip: "*Ski Trip*",
        starts: DateTime::new("29th July 2019, 8:00am")
            .day_of_month(29)
            .year(2019)
            .month(7)
            .hour(8)
            .minute(0),
        place: "*Squaw Valley Ski Resort, Tahoe*".to_owned(),
    }
}

#[derive(WaTemplate)]
#[wa(
    name = "oculus_shipment_update",
    language = "en",
    category = "utility",
    positional,
    header(image, example = "4::aW..."),
    body = "Hello {{customer}}, your {{product}} order {{order}} shipped on {{date}} and is now on its way to you.",
    buttons(
        url("Track package", "https://www.luckyshrub.com/track/{{tracking}}"),
        phone_number("Call support", "15550051310")
    )
)]
struct ProductShipment {
    #[wa(header)]
    picture: Image,
    #[wa(example = "Anand")]
    customer: String,
    #[wa(example = "Quest")]
    product: String,
    #[wa(example = "113-0921387")]
    order: String,
    #[wa(example = "23rd Nov 2019")]
    date: DateTime,
    #[wa(example = "1Z999AA10123456784")]
    tracking: String,
}

fn shipment() -> ProductShipment {
    ProductShipment {
        picture: Image::link("https://www.luckyshrub.com/img/quest.jpg"),
        customer: "Anand".to_owned(),
        product: "Quest".to_owned(),
        order: "113-0921387".to_owned(),
        date: DateTime::new("23rd Nov 2019").day_of_month(20).year(2019).month(9),
        tracking: "1Z999AA10123456784".to_owned(),
    }
}

/// The generic sample of the On-Premises guide: two URL buttons with values beside a quick reply.
#[derive(WaTemplate)]
#[wa(
    name = "your_template_name",
    language = "en",
    category = "utility",
    header = "Booking {{1}}",
    body = "We booked {{1}} for you, it costs {{2}} and takes place on {{3}}. Keep this for the door.",
    buttons(
        quick_reply("Cancel", "{{cancel}}"),
        url("Open", "https://www.luckyshrub.com/t/{{1}}"),
        url("Download", "https://www.luckyshrub.com/d/{{1}}")
    )
)]
struct Generic {
    #[wa(header = 1, example = "12/26")]
    date: &'static str,
    #[wa(body = 1, example = "your ticket")]
    what: &'static str,
    #[wa(body = 2, example = "$100.99")]
    price: Currency,
    #[wa(body = 3, example = "February 25, 1977")]
    on: DateTime,
    cancel: &'static str,
    #[wa(button = 1, example = "9rwnB8RbYmPF5t2Mn09x4h")]
    ticket: &'static str,
    #[wa(button = 2, example = "ticket.pdf")]
    file: &'static str,
}

fn generic(on: DateTime) -> Generic {
    Generic {
        date: "replacement_text",
        what: "replacement_text",
        price: Currency::new("USD", 100_990, "$100.99"),
        on,
        cancel: "aGlzIHRoaXMgaXMgY29vZHNhc2phZHdpcXdlMGZoIGFTIEZISUQgV1FEV0RT",
        ticket: "9rwnB8RbYmPF5t2Mn09x4h",
        file: "ticket.pdf",
    }
}

#[derive(WaTemplate)]
#[wa(
    name = "generic_text_based",
    language = "en_US",
    category = "utility",
    body = "We thank you for {{1}} of {{2}}, which reached our account on the day of {{3}} this month."
)]
struct TextBased {
    #[wa(body = 1, example = "a payment")]
    what: &'static str,
    #[wa(body = 2, example = "$100.99")]
    price: Currency,
    #[wa(body = 3, example = "February 25, 1977")]
    on: DateTime,
}

#[derive(WaTemplate)]
#[wa(
    name = "generic_media_based",
    language = "en_US",
    category = "utility",
    header(image, example = "4::aW..."),
    body = "We thank you for {{1}} of {{2}}, which reached our account on the day of {{3}} this month."
)]
struct MediaBased {
    #[wa(header)]
    receipt: Image,
    #[wa(body = 1, example = "a payment")]
    what: &'static str,
    #[wa(body = 2, example = "$100.99")]
    price: Currency,
    #[wa(body = 3, example = "February 25, 1977")]
    on: DateTime,
}

#[derive(WaTemplate)]
#[wa(
    name = "generic_interactive",
    language = "en_US",
    category = "utility",
    header(image, example = "4::aW..."),
    body = "We thank you for {{1}} of {{2}}, which reached our account on the day of {{3}} this month.",
    buttons(quick_reply("Fine"), quick_reply("Not mine", "{{second}}"))
)]
struct Interactive {
    #[wa(header)]
    receipt: Image,
    #[wa(body = 1, example = "a payment")]
    what: &'static str,
    #[wa(body = 2, example = "$100.99")]
    price: Currency,
    #[wa(body = 3, example = "February 25, 1977")]
    on: DateTime,
    #[wa(button = 0)]
    first: Option<&'static str>,
    second: &'static str,
}

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "utility",
    header(location),
    body = "Hi {{1}}! The parcel with number {{2}} travels to the place on this map. Thanks for shopping!",
    footer = "To stop receiving delivery updates, tap the button below.",
    buttons(quick_reply("Stop Delivery Updates"))
)]
struct OrderDeliveryUpdate {
    #[wa(header)]
    place: Location,
    #[wa(body = 1, example = "Mark")]
    customer: &'static str,
    #[wa(body = 2, example = "566701")]
    order: u32,
}

fn price() -> Currency {
    Currency::new("USD", 100_990, "$100.99")
}

fn day() -> DateTime {
    DateTime::new("February 25, 1977")
}

/// The expectation of the three generic samples' body.
fn generic_body() -> Value {
    json!({ "type": "body", "parameters": [
        { "type": "text", "text": "text-string" },
        { "type": "currency", "currency": { "fallback_value": "$100.99", "code": "USD", "amount_1000": 100_990 } },
        { "type": "date_time", "date_time": { "fallback_value": "February 25, 1977" } }
    ] })
}

fn receipt_header() -> Value {
    json!({ "type": "header", "parameters": [
        { "type": "image", "image": { "link": "https://www.luckyshrub.com/img/receipt.jpg" } }] })
}

/// Compares a Cloud body with its expectation and has it judged by the template's own definition.
#[track_caller]
fn check_cloud<M: WaTemplate>(message: &M, name: &str, components: &Value) {
    let message: Message = message.to("16505551234").build().expect("a valid message");
    let found: Value = serde_json::from_str(message.json()).expect("JSON");
    let template = json!({ "name": name, "language": { "code": "en_US" }, "components": components });
    let expected = json!({ "messaging_product": "whatsapp", "recipient_type": "individual", "to": "+16505551234",
        "type": "template", "template": template });
    assert_eq!(found, expected);
    accepted::<M>(&found["template"]);
    vectors::compare_send(name, &found);
}

/// The same for an On-Premises body; `vector` is the file of the documented one.
#[track_caller]
fn check_on_premises<M: WaTemplate>(message: &M, namespace: &str, vector: &str, template: &Value) {
    let message: OnPremisesMessage =
        message.to("16505551234").build_on_premises(namespace).expect("a valid message");
    let found: Value = serde_json::from_str(message.json()).expect("JSON");
    let expected = json!({ "recipient_type": "individual", "to": "16505551234", "type": "template", "template": template });
    assert_eq!(found, expected);
    accepted::<M>(&found["template"]);
    vectors::compare_send(vector, &found);
}

#[track_caller]
fn accepted<M: WaTemplate>(template: &Value) {
    let definition = M::definitions().remove(0);
    assert_eq!(definition.validate().iter().filter(|violation| violation.is_error()).count(), 0);
    assert_eq!(definition.check_send(template), []);
}

fn language() -> Value {
    json!({ "policy": "deterministic", "code": "en" })
}

#[test]
fn trip_reminder() {
    check_on_premises(
        &trip(),
        NAMESPACE,
        "on_premises_upcoming_trip_reminder",
        &json!({ "namespace": NAMESPACE, "name": "upcoming_trip_reminder", "language": language(), "components": [
            { "type": "header", "parameters": [{ "type": "text", "text": "12/26" }] },
            { "type": "body", "parameters": [
                { "type": "text", "text": "*Ski Trip*" },
                { "type": "date_time", "date_time": { "fallback_value": "29th July 2019, 8:00am",
                    "day_of_month": 29, "year": 2019, "month": 7, "hour": 8, "minute": 0 } },
                { "type": "text", "text": "*Squaw Valley Ski Resort, Tahoe*" }] },
            { "type": "button", "sub_type": "quick_reply", "index": "0",
                "parameters": [{ "type": "payload", "payload": "Yes-Button-Payload" }] },
            { "type": "button", "sub_type": "quick_reply", "index": "1",
                "parameters": [{ "type": "payload", "payload": "No-Button-Payload" }] }] }),
    );
    assert_eq!(TripAnswer::from_payload("No-Button-Payload"), Ok(TripAnswer::No));
}

#[test]
fn product_shipment() {
    check_on_premises(
        &shipment(),
        NAMESPACE,
        "on_premises_oculus_shipment_update",
        &json!({ "namespace": NAMESPACE, "name": "oculus_shipment_update", "language": language(), "components": [
            { "type": "header", "parameters": [
                { "type": "image", "image": { "link": "https://www.luckyshrub.com/img/quest.jpg" } }] },
            { "type": "body", "parameters": [
                { "type": "text", "text": "Anand" },
                { "type": "text", "text": "Quest" },
                { "type": "text", "text": "113-0921387" },
                { "type": "date_time", "date_time": { "fallback_value": "23rd Nov 2019",
                    "day_of_month": 20, "year": 2019, "month": 9 } }] },
            { "type": "button", "sub_type": "url", "index": "0",
                "parameters": [{ "type": "text", "text": "1Z999AA10123456784" }] }] }),
    );
}

#[test]
fn generic_sample_with_both_forms_of_a_date() {
    let parts = DateTime::new("February 25, 1977")
        .day_of_week(DayOfWeek::Friday)
        .day_of_month(25)
        .year(1977)
        .month(2)
        .hour(15)
        .minute(33);
    let expected = |date: Value| {
        let mut date_time = json!({ "fallback_value": "February 25, 1977" });
        date_time.as_object_mut().unwrap().extend(date.as_object().unwrap().clone());
        json!({ "namespace": "your_namespace", "name": "your_template_name", "language": language(), "components": [
            { "type": "header", "parameters": [{ "type": "text", "text": "replacement_text" }] },
            { "type": "body", "parameters": [
                { "type": "text", "text": "replacement_text" },
                { "type": "currency", "currency": { "fallback_value": "$100.99", "code": "USD", "amount_1000": 100_990 } },
                { "type": "date_time", "date_time": date_time }] },
            { "type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [
                { "type": "payload", "payload": "aGlzIHRoaXMgaXMgY29vZHNhc2phZHdpcXdlMGZoIGFTIEZISUQgV1FEV0RT" }] },
            { "type": "button", "sub_type": "url", "index": "1",
                "parameters": [{ "type": "text", "text": "9rwnB8RbYmPF5t2Mn09x4h" }] },
            { "type": "button", "sub_type": "url", "index": "2",
                "parameters": [{ "type": "text", "text": "ticket.pdf" }] }] })
    };
    let date =
        json!({ "day_of_week": 5, "day_of_month": 25, "year": 1977, "month": 2, "hour": 15, "minute": 33 });
    check_on_premises(
        &generic(parts),
        "your_namespace",
        "on_premises_generic_date_components",
        &expected(date),
    );
    let stamp = DateTime::new("February 25, 1977").timestamp(1_485_470_276);
    let date = json!({ "timestamp": 1_485_470_276 });
    check_on_premises(
        &generic(stamp),
        "your_namespace",
        "on_premises_generic_date_timestamp",
        &expected(date),
    );
}

#[test]
fn text_template() {
    let message = TextBased { what: "text-string", price: price(), on: day() };
    check_cloud(&message, "generic_text_based", &json!([generic_body()]));
}

#[test]
fn media_template() {
    let receipt = Image::link("https://www.luckyshrub.com/img/receipt.jpg");
    let message = MediaBased { receipt, what: "text-string", price: price(), on: day() };
    check_cloud(&message, "generic_media_based", &json!([receipt_header(), generic_body()]));
}

#[test]
fn interactive_template() {
    let receipt = Image::link("https://www.luckyshrub.com/img/receipt.jpg");
    let mut message = Interactive {
        receipt,
        what: "text-string",
        price: price(),
        on: day(),
        first: Some("PAYLOAD-0"),
        second: "PAYLOAD-1",
    };
    let button = |index: u8| {
        json!({ "type": "button", "sub_type": "quick_reply", "index": index.to_string(),
            "parameters": [{ "type": "payload", "payload": format!("PAYLOAD-{index}") }] })
    };
    let components = json!([receipt_header(), generic_body(), button(0), button(1)]);
    check_cloud(&message, "generic_interactive", &components);
    // Without its payload the first button has no component at all; the second keeps its index.
    message.first = None;
    let built = message.to("16505551234").build().expect("a valid message");
    let found: Value = serde_json::from_str(built.json()).expect("JSON");
    assert_eq!(found["template"]["components"], json!([receipt_header(), generic_body(), button(1)]));
    accepted::<Interactive>(&found["template"]);
}

#[test]
fn location_template() {
    let place = Location::new(37.483_307, 122.148_981)
        .name("Pablo Morales")
        .address("1 Hacker Way, Menlo Park, CA 94025");
    check_cloud(
        &OrderDeliveryUpdate { place, customer: "Pablo", order: 566_701 },
        "order_delivery_update",
        &json!([
            { "type": "header", "parameters": [{ "type": "location", "location": {
                "latitude": "37.483307", "longitude": "122.148981",
                "name": "Pablo Morales", "address": "1 Hacker Way, Menlo Park, CA 94025" } }] },
            { "type": "body", "parameters": [{ "type": "text", "text": "Pablo" }, { "type": "text", "text": "566701" }] }
        ]),
    );
}

#[test]
fn video_and_document_templates() {
    #[derive(WaTemplate)]
    #[wa(language = "en_US", category = "marketing", header(video), body = "Our new garden is open.")]
    struct Launch {
        #[wa(header)]
        clip: Video,
    }
    #[derive(WaTemplate)]
    #[wa(
        language = "en_US",
        category = "utility",
        header(document),
        body = "Here is your receipt for the order."
    )]
    struct Receipt {
        #[wa(header)]
        receipt: Document,
    }
    check_cloud(
        &Launch { clip: Video::id("2871834006348767") },
        "launch",
        &json!([{ "type": "header", "parameters": [{ "type": "video", "video": { "id": "2871834006348767" } }] }]),
    );
    check_cloud(
        &Receipt { receipt: Document::link("https://www.example.com/r/1.pdf").filename("receipt \"1\".pdf") },
        "receipt",
        &json!([{ "type": "header", "parameters": [{ "type": "document", "document": {
            "link": "https://www.example.com/r/1.pdf", "filename": "receipt \"1\".pdf" } }] }]),
    );
}

#[test]
fn definitions_are_those_of_the_samples() {
    vectors::compare_definition("on_premises_upcoming_trip_reminder", &TripReminder::definitions()[0]);
    vectors::compare_definition("on_premises_oculus_shipment_update", &ProductShipment::definitions()[0]);
    vectors::compare_definition("on_premises_generic", &Generic::definitions()[0]);
    vectors::compare_definition("generic_text_based", &TextBased::definitions()[0]);
    vectors::compare_definition("generic_media_based", &MediaBased::definitions()[0]);
    vectors::compare_definition("order_delivery_update", &OrderDeliveryUpdate::definitions()[0]);
}

#[test]
fn envelope_of_a_message() {
    #[derive(WaTemplate)]
    #[wa(language = "en_US", category = "utility", body = "Your order has left our warehouse.")]
    struct Shipped;
    let message = Shipped
        .to(Recipient::group("Y2FwaV9ncm91cDo"))
        .reply_to("wamid.HBgL")
        .callback_data("order=\"42\"")
        .identity_hash("DF2lS5v2W6x=")
        .build()
        .expect("a valid message");
    assert_eq!(
        message.json(),
        concat!(
            r#"{"messaging_product":"whatsapp","recipient_type":"group","to":"Y2FwaV9ncm91cDo","type":"template","#,
            r#""context":{"message_id":"wamid.HBgL"},"biz_opaque_callback_data":"order=\"42\"","#,
            r#""recipient_identity_key_hash":"DF2lS5v2W6x=","#,
            r#""template":{"name":"shipped","language":{"code":"en_US"}}}"#
        )
    );
    assert_eq!(message.callback_data(), Some("order=\"42\""));
    let user = Shipped.to(Recipient::user("US.13491208655302741918")).build().expect("a valid message");
    let user: Value = serde_json::from_str(user.json()).expect("JSON");
    assert_eq!(user["recipient"], "US.13491208655302741918");
    assert_eq!(user.get("to"), None);
}
