//! A derived struct, the real client, the emulator, and the tap back: the whole way over HTTP.

use wa_template::webhook::{Event, Notification};
use wa_template::{
    CloudApi, DateTime, Draft, Image, Message, OnPremisesApi, SendError, WaMessage, WaPayload, WaTemplate,
};
use wa_template_emulator::{Api, Definition, Emulator};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header(image),
    body = "Your {{trip}} starts {{starts}}. Will you join us?",
    buttons(
        quick_reply("Yes", Answer::Yes),
        quick_reply("No", Answer::No),
        quick_reply("Later"),
        url("Itinerary", "https://www.example.com/t/{{code}}")
    )
)]
struct TripReminder<'a> {
    #[wa(header)]
    picture: Image,
    #[wa(example = "Ski Trip")]
    trip: &'a str,
    #[wa(example = "tomorrow")]
    starts: DateTime,
    #[wa(example = "9rwnB8RbYm")]
    code: &'a str,
}

#[derive(WaPayload, Debug, PartialEq)]
enum Answer {
    Yes,
    No,
}

fn reminder() -> TripReminder<'static> {
    TripReminder {
        picture: Image::id("2871834006348767"),
        trip: "Ski \"Trip\" ⛷",
        starts: DateTime::new("tomorrow").year(2026).month(12).day_of_month(26),
        code: "a/b?c=d",
    }
}

fn emulator() -> Emulator {
    let emulator = Emulator::start().expect("a free port");
    emulator.add_all(TripReminder::definitions());
    emulator
}

fn cloud(emulator: &Emulator) -> CloudApi {
    CloudApi::new("106540352242922", "token").base_url(emulator.base_url())
}

fn taps(webhook: &str) -> Vec<Result<Answer, String>> {
    let notification = Notification::from_slice(webhook.as_bytes()).expect("a notification");
    let payload = |reply: &wa_template::webhook::ButtonReply| {
        reply.payload().map_err(|error| error.payload().to_owned())
    };
    notification.button_replies().map(payload).collect()
}

#[tokio::test]
async fn a_message_goes_out_and_the_tap_comes_back() {
    let emulator = emulator();
    let message = reminder().to("+16505551234").callback_data("trip=7").build().expect("valid");
    let receipt = cloud(&emulator).send(&message).await.expect("accepted");

    let accepted = emulator.accepted();
    assert_eq!(accepted.len(), 1);
    assert_eq!(accepted[0].id(), receipt.message_id().as_str());
    assert_eq!(accepted[0].json().to_string().len(), message.json().len());
    assert_eq!(accepted[0].rendered().body, "Your Ski \"Trip\" ⛷ starts tomorrow. Will you join us?");
    assert_eq!(accepted[0].rendered().buttons[3], "Itinerary → https://www.example.com/t/a/b?c=d");
    assert_eq!(accepted[0].callback_data(), Some("trip=7"));

    assert_eq!(taps(&emulator.tap(&accepted[0], "Yes").expect("a button")), [Ok(Answer::Yes)]);
    assert_eq!(taps(&emulator.tap(&accepted[0], "No").expect("a button")), [Ok(Answer::No)]);
    // A button without payload brings its label back: an error value, no panic.
    assert_eq!(taps(&emulator.tap(&accepted[0], "Later").expect("a button")), [Err("Later".to_owned())]);
}

#[tokio::test]
async fn the_same_over_the_on_premises_api() {
    let emulator = emulator();
    let message = reminder()
        .to("16505551234")
        .build_on_premises("88b39973_f0d5_54e1_29cf_e80f1e3da4f2")
        .expect("valid");
    let api = OnPremisesApi::new(emulator.base_url(), "token");
    let receipt = api.send(&message).await.expect("accepted");

    let accepted = &emulator.accepted()[0];
    assert_eq!(accepted.api(), Api::OnPremises);
    assert_eq!(accepted.id(), receipt.message_id().as_str());
    let date = &accepted.json()["template"]["components"][1]["parameters"][1]["date_time"];
    assert_eq!(date["day_of_month"], 26);
    assert_eq!(taps(&emulator.tap(accepted, "No").expect("a button")), [Ok(Answer::No)]);
}

#[tokio::test]
async fn free_text_is_an_event_of_its_own() {
    let emulator = emulator();
    let message = reminder().to("+16505551234").build().expect("valid");
    cloud(&emulator).send(&message).await.expect("accepted");
    let accepted = &emulator.accepted()[0];
    let webhook = emulator.reply(accepted, "which day again?");
    let notification = Notification::from_slice(webhook.as_bytes()).expect("a notification");
    let events: Vec<_> = notification.events().collect();
    let [Event::Text(text)] = events.as_slice() else { panic!("not one text: {events:?}") };
    assert_eq!(text.body(), "which day again?");
    assert_eq!(text.in_reply_to().map(|id| id == accepted.id()), Some(true));
}

/// A definition that has moved on since the application was compiled.
async fn send_to(definition: &str) -> SendError {
    let emulator = Emulator::start().expect("a free port");
    emulator.add(Definition::from_json(definition).expect("a definition"));
    let message = reminder().to("+16505551234").build().expect("valid");
    let error = cloud(&emulator).send(&message).await.expect_err("refused");
    assert!(emulator.accepted().is_empty());
    assert_eq!(emulator.refused().len(), 1);
    error
}

#[tokio::test]
async fn refusals_are_typed() {
    let name = r#""name":"trip_reminder","language":"en","category":"UTILITY""#;
    let body = r#"{"type":"BODY","text":"Your {{trip}} starts {{starts}}. Will you join us?"}"#;
    let image = r#"{"type":"HEADER","format":"IMAGE"}"#;
    let buttons = r#"{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes"},
        {"type":"QUICK_REPLY","text":"No"},{"type":"QUICK_REPLY","text":"Later"},
        {"type":"URL","text":"Itinerary","url":"https://www.example.com/t/{{1}}"}]}"#;
    let definition = |components: &[&str]| {
        let components = components.join(",");
        format!(r#"{{{name},"parameter_format":"NAMED","components":[{components}]}}"#)
    };
    let one = r#"{"type":"BODY","text":"Your {{trip}} is near. Will you join us?"}"#;
    let video = r#"{"type":"HEADER","format":"VIDEO"}"#;
    let moved = r#"{"type":"BUTTONS","buttons":[{"type":"URL","text":"Itinerary","url":"https://www.example.com/t/{{1}}"},
        {"type":"QUICK_REPLY","text":"Yes"},{"type":"QUICK_REPLY","text":"No"}]}"#;
    for (definition, code) in [
        (r#"{"name":"other","language":"en","category":"UTILITY","components":[]}"#.to_owned(), 132_001),
        (definition(&[image, one, buttons]), 132_000),
        (definition(&[video, body, buttons]), 132_012),
        (definition(&[image, body, moved]), 131_008),
    ] {
        let error = send_to(&definition).await;
        assert!(error.is_rejected());
        assert_eq!(error.code(), Some(code), "{error}");
        let graph_error = error.graph_error().expect("an answer of the platform");
        assert!(graph_error.trace_id().is_some() && graph_error.details().is_some());
    }
}

#[tokio::test]
async fn anything_that_is_a_message_can_be_sent() {
    let emulator = emulator();
    let api = cloud(&emulator);
    let boxed: Box<dyn WaMessage + Send + Sync> = Box::new(reminder());
    api.send(&boxed.to("+16505551234").build().expect("valid")).await.expect("accepted");
    let plain: &dyn WaMessage = &reminder();
    api.send(&Draft::new(plain, "+16505551234").build().expect("valid")).await.expect("accepted");
    api.send(&(&&reminder()).to("+16505551234").build().expect("valid")).await.expect("accepted");
    assert_eq!(emulator.accepted().len(), 3);
}

#[tokio::test]
async fn nothing_leaves_when_the_message_is_invalid() {
    let emulator = emulator();
    let mut message = reminder();
    message.trip = "two\nlines";
    let refused = message.to("+16505551234").build().expect_err("refused");
    assert_eq!(refused.problems()[0].field(), Some("trip"));
    assert!(emulator.accepted().is_empty() && emulator.refused().is_empty());
}

#[test]
fn futures_and_drafts_cross_threads() {
    fn crosses<T: Send>(_: &T) {}
    fn shared<T: Send + Sync>(_: &T) {}
    let reminder = reminder();
    let draft = reminder.to("+16505551234");
    shared(&draft);
    let message: Message = draft.build().expect("valid");
    shared(&message);
    let api = CloudApi::new("1", "token");
    shared(&api);
    crosses(&api.send(&message));
    let on_premises = OnPremisesApi::new("http://127.0.0.1:9", "token");
    let message = draft.build_on_premises("namespace").expect("valid");
    crosses(&on_premises.send(&message));
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    header(gif, example = "4::aW..."),
    body = "The summer sale begins on {{day}} in all shops.",
    buttons(url("Shop", "https://www.example.com/sale"))
)]
struct SummerSale {
    #[wa(header)]
    clip: wa_template::Gif,
    #[wa(example = "Monday")]
    day: &'static str,
}

#[tokio::test]
async fn marketing_messages_have_an_endpoint_of_their_own() {
    use wa_template::client::{MarketingOptions, ProductPolicy};

    let emulator = emulator();
    emulator.add_all(SummerSale::definitions());
    let api = cloud(&emulator);
    let sale = SummerSale { clip: wa_template::Gif::id("2871834006348767"), day: "Friday" };
    let message = sale.to("+16505551234").build().expect("valid");
    let options = MarketingOptions::new().product_policy(ProductPolicy::Strict);
    api.send_marketing(&message, options).await.expect("accepted");
    assert_eq!(emulator.accepted()[0].json()["product_policy"], "STRICT");

    let message = reminder().to("+16505551234").build().expect("valid");
    let error =
        api.send_marketing(&message, MarketingOptions::new()).await.expect_err("no marketing template");
    assert_eq!(error.code(), Some(134_100));
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "authentication",
    authentication(security_recommendation, code_expiration_minutes = 10),
    buttons(otp(copy_code))
)]
struct LoginCode<'a> {
    #[wa(code)]
    code: &'a str,
}

#[tokio::test]
async fn one_time_codes_go_to_phone_numbers_only() {
    use wa_template::Recipient;

    let emulator = Emulator::start().expect("a free port");
    emulator.add_all(LoginCode::definitions());
    let code = LoginCode { code: "049213" };
    for recipient in [Recipient::user("US.13491208655302741918"), Recipient::group("Y2FwaV9ncm91cDo")] {
        let refused = code.to(recipient).build().expect_err("refused before anything is sent");
        assert_eq!(refused.problems()[0].rule(), "recipient-authentication");
    }
    let message = code.to("+16505551234").build().expect("valid");
    cloud(&emulator).send(&message).await.expect("accepted");
    assert_eq!(emulator.accepted()[0].rendered().body, "049213 is your verification code.");
    // The platform judges the same: a body that was not built here.
    let body = message.json().replace(r#""to":"+16505551234""#, r#""recipient":"US.13491208655302741918""#);
    let carried =
        serde_json::json!({ "version": 1, "template": "login_code", "language": "en", "json": body });
    let forged: Message = serde_json::from_value(carried).expect("a message");
    let error = cloud(&emulator).send(&forged).await.expect_err("refused");
    assert_eq!(error.code(), Some(131_062));
}
