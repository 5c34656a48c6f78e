//! Buttons that open or ask for something, permission to call, and what a tap on the message opens.

use serde_json::{Value, json};
use wa_template::{FlowAction, Image, TapTarget, VoiceCall, WaPayload, WaTemplate};

use super::{action, body, button, check, header, problems, reply, texts};

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "marketing",
    body = "Check out this new offer",
    buttons(flow("Check out this offer!", id = "1234567890123456", navigate = "WELCOME_SCREEN"))
)]
struct FlowById {
    #[wa(button = 0)]
    flow: Option<FlowAction>,
}

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "marketing",
    body = "Check out this new offer",
    buttons(flow("Check out this offer!", name = "appointment_booking_v1", navigate = "WELCOME_SCREEN"))
)]
struct FlowByName {
    #[wa(button = 0)]
    flow: FlowAction,
}

#[derive(WaTemplate)]
#[wa(
    name = "flow_by_json",
    language = "en_US",
    category = "marketing",
    body = "Check out this new offer",
    buttons(flow(
        "Check out this offer!",
        json = r#"{"version":"5.0","screens":[{"id":"WELCOME_SCREEN","layout":{"type":"SingleColumnLayout","children":[{"type":"TextHeading","text":"Hello World"},{"type":"Footer","label":"Complete","on-click-action":{"name":"complete","payload":{}}}]},"title":"Welcome","terminal":true,"success":true,"data":{}}]}"#,
        navigate = "WELCOME_SCREEN"
    ))
)]
struct FlowByJson<'a> {
    #[wa(button = 0)]
    flow: &'a FlowAction,
}

#[derive(WaTemplate)]
#[wa(
    name = "flow_data_exchange_icon",
    language = "en_US",
    category = "utility",
    body = "You are expected soon. Look through what we noted down and tell us if it is right.",
    buttons(flow("Review details", id = "1234567890123456", data_exchange, icon = "review"))
)]
struct ReviewDetails {
    #[wa(button = 0)]
    flow: FlowAction,
}

/// A flow that is always opened with nothing.
#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "utility",
    body = "Please rate your last order.",
    buttons(flow("Rate it", id = "1234567890123456"))
)]
struct Rating;

#[derive(WaTemplate)]
#[wa(
    name = "wa_voice_call",
    language = "en",
    category = "utility",
    body = "You can call us on WhatsApp now for faster service!",
    buttons(voice_call("Call Now"), url("Contact Support", "https://www.luckyshrub.com/support"))
)]
struct CallUs {
    #[wa(button = 0)]
    call: Option<VoiceCall>,
}

#[derive(WaTemplate)]
#[wa(
    name = "sample_cpr_template",
    language = "en",
    category = "utility",
    body = "We would like to call you to help support your order.",
    call_permission_request
)]
struct MayWeCall;

#[derive(WaTemplate)]
#[wa(
    name = "call_permission_with_variable",
    language = "en",
    category = "marketing",
    body = "Hi {{1}}, would a call from one of our gardeners help you with what you bought?",
    call_permission_request
)]
struct MayWeCallYou {
    #[wa(body = 1, example = "John Smith")]
    customer: String,
}

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "utility",
    body = "Which number did you give us for the delivery? One tap on the button sends it to us.",
    buttons(request_contact_info, quick_reply("Not now", Parcel::Later))
)]
struct RequestContactInfo;

#[derive(WaPayload)]
enum Parcel {
    #[wa(payload = "later")]
    Later,
}

#[derive(WaTemplate)]
#[wa(
    name = "august_promotion",
    language = "en",
    category = "marketing",
    positional,
    header(image, example = "4::aW..."),
    body = "A message from Lucky Shrub: {{message}} Have a great day and see you soon in our store!",
    buttons(url("Offer", "https://www.luckyshrubs.com/"))
)]
struct AugustPromotion {
    #[wa(header)]
    picture: Image,
    #[wa(example = "Hello Andy...")]
    message: String,
    #[wa(tap_target)]
    target: Option<TapTarget>,
}

fn open(flow: &Value) -> Value {
    json!([action("flow", 0, flow)])
}

#[test]
fn flow_that_shows_something() {
    let data = json!({ "product_name": "Blue Elf Aloe", "product_price": 100 });
    let token = "AQAAAAACS5FpgQ_cAAAAAD0QI3s.";
    let mut offer = FlowById { flow: Some(FlowAction::new().token(token).data(data.clone())) };
    check(&offer, &open(&json!({ "flow_token": token, "flow_action_data": data })));
    offer.flow = None;
    body(&offer, &Value::Null);
    offer.flow = Some(FlowAction::new().data(7));
    assert_eq!(problems(&offer), [(Some("flow".to_owned()), "value-flow-data".to_owned())]);
}

#[test]
fn flows_of_other_sources() {
    check(&FlowByName { flow: FlowAction::new() }, &open(&json!({})));
    check(
        &FlowByJson { flow: &FlowAction::new().token("unused") },
        &open(&json!({ "flow_token": "unused" })),
    );
    let review = ReviewDetails { flow: FlowAction::new().token("appt-991") };
    check(&review, &open(&json!({ "flow_token": "appt-991" })));
    check(&Rating, &Value::Null);
}

#[test]
fn call_button() {
    let mut message = CallUs { call: Some(VoiceCall::new().ttl_minutes(100).payload("payload data")) };
    let values = json!([{ "type": "ttl_minutes", "ttl_minutes": 100 }, { "type": "payload", "payload": "payload data" }]);
    check(&message, &json!([button("voice_call", 0, &values)]));
    message.call = None;
    let plain = body(&message, &Value::Null);
    tests::vectors::compare_send("wa_voice_call__no_component", &plain);
    message.call = Some(VoiceCall::new().ttl_minutes(43_201));
    assert_eq!(problems(&message), [(Some("call".to_owned()), "value-voice-call".to_owned())]);
}

#[test]
fn permission_to_call() {
    check(&MayWeCall, &Value::Null);
    check(&MayWeCallYou { customer: "John Smith".to_owned() }, &json!([texts(&["John Smith"])]));
}

#[test]
fn contact_info() {
    check(&RequestContactInfo, &json!([reply(1, "later")]));
}

#[test]
fn tap_target() {
    let link = "https://www.luckyshrubs.com/img/offer.jpg";
    let mut promotion = AugustPromotion {
        picture: Image::link(link),
        message: "Hello Andy...".to_owned(),
        target: Some(TapTarget::new("https://www.luckyshrubs.com/", "Offer Details")),
    };
    let targets = json!([{ "url": "https://www.luckyshrubs.com/", "title": "Offer Details" }]);
    let target = json!({ "type": "tap_target_configuration", "parameters": [
        { "type": "tap_target_configuration", "tap_target_configuration": targets }] });
    let (picture, message) = (header("image", &json!({ "link": link })), texts(&["Hello Andy..."]));
    check(&promotion, &json!([picture, message, target]));
    promotion.target = None;
    body(&promotion, &json!([picture, message]));
    promotion.target = Some(TapTarget::new("www.luckyshrubs.com", "Offer Details"));
    assert_eq!(problems(&promotion), [(Some("target".to_owned()), "value-tap-target".to_owned())]);
}
