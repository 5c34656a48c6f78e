//! Taps on buttons of templates, and free text.

use serde_json::json;
use wa_template::UnknownPayload;

use crate::support::*;

#[test]
fn a_tap_gives_back_the_answer_from_the_cloud() {
    let event = only(&cloud(json!({ "contacts": contacts(), "messages": [tap()] })));
    assert_eq!(event.phone_number_id(), Some("106540352242922"));
    assert_eq!(event.waba_id(), Some("102290129340398"));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.raw_payload(), Some("answer:yes"));
    assert_eq!(reply.text(), "Yes, please");
    assert_eq!(reply.in_reply_to(), Some(OUR_ID));
    assert_eq!(reply.message_id(), THEIR_ID);
    assert_eq!(reply.timestamp(), Some(at(1_750_091_045)));
    assert_eq!(reply.sender().wa_id(), Some(NUMBER));
    assert_eq!(reply.sender().user_id(), None);
    assert_eq!(reply.sender().name(), Some(NAME));
    assert_eq!(reply.phone_number_id(), Some("106540352242922"));
    assert_eq!(reply.message().display_phone_number(), Some("15550783881"));
    assert_eq!(reply.group_id(), None);
    assert_eq!(*reply.raw(), tap());
}

#[test]
fn a_tap_gives_back_the_answer_from_on_premises() {
    let event = only(&json!({ "contacts": contacts(), "messages": [tap()] }));
    assert_eq!(event.waba_id(), None);
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.in_reply_to(), Some(OUR_ID));
    assert_eq!(reply.sender().name(), Some(NAME));
    assert_eq!(reply.phone_number_id(), None);
}

#[test]
fn a_tap_with_a_hidden_phone_number_has_a_user_id() {
    let mut message = without(tap(), "", "from");
    message["from_user_id"] = json!(USER_ID);
    let profile = json!({ "name": NAME, "username": "@sheena" });
    let contacts = json!([{ "profile": profile, "user_id": USER_ID, "parent_user_id": "US.ENT.1181579921" }]);
    let event = only(&cloud(json!({ "contacts": contacts, "messages": [message] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.sender().wa_id(), None);
    assert_eq!(reply.sender().user_id(), Some(USER_ID));
    assert_eq!(reply.sender().parent_user_id(), Some("US.ENT.1181579921"));
    assert_eq!(reply.sender().name(), Some(NAME));
    assert_eq!(reply.sender().username(), Some("sheena"));
}

#[test]
fn a_tap_without_context_is_a_tap() {
    let event = only(&cloud(json!({ "contacts": contacts(), "messages": [without(tap(), "", "context")] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.in_reply_to(), None);
}

#[test]
fn a_tap_without_payload_is_known_by_its_label() {
    let label = with(tap(), "/button/text", json!("answer:no"));
    for (message, raw) in [
        (with(label.clone(), "/button/payload", json!(null)), None),
        (without(label.clone(), "/button", "payload"), None),
        (with(label.clone(), "/button/payload", json!("")), Some("")),
    ] {
        let event = only(&cloud(json!({ "messages": [message] })));
        let reply = event.as_button_reply().expect("it is a tap");
        assert_eq!(reply.raw_payload(), raw);
        assert_eq!(reply.payload(), Ok(Answer::No));
    }
}

#[test]
fn a_tap_without_label_is_a_tap() {
    let event = only(&cloud(json!({ "messages": [without(tap(), "/button", "text")] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.text(), "");
}

#[test]
fn an_unknown_payload_is_an_error_value() {
    let event = only(&cloud(json!({ "messages": [with(tap(), "/button/payload", json!("STOP"))] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload::<Answer>(), Err(UnknownPayload::new("STOP")));
}

#[test]
fn a_text_is_an_event_of_its_own() {
    let free = text("Can I change the date?");
    let mut answer = free.clone();
    answer["context"] = json!({ "from": "15550783881", "id": OUR_ID });
    let mut forwarded = free.clone();
    forwarded["context"] = json!({ "forwarded": true });
    for (message, in_reply_to) in [(free, None), (answer, Some(OUR_ID)), (forwarded, None)] {
        let event = only(&cloud(json!({ "contacts": contacts(), "messages": [message] })));
        assert_eq!(event.as_button_reply(), None);
        let text = event.as_text().expect("it is a text");
        assert_eq!(text.body(), "Can I change the date?");
        assert_eq!(text.in_reply_to(), in_reply_to);
        assert_eq!(text.sender().wa_id(), Some(NUMBER));
        assert_eq!(text.message_id(), THEIR_ID);
    }
}

#[test]
fn a_text_in_a_group_tells_the_group() {
    let mut message = text("Hello all");
    message["group_id"] = json!("Y2FwaV9ncm91cDoxODA1NTU1MDE3MjoxMjAzNjMyMjI3NzE5NjMwNjcZD");
    let event = only(&cloud(json!({ "messages": [message] })));
    let group = event.as_text().expect("it is a text").group_id();
    assert_eq!(group, Some("Y2FwaV9ncm91cDoxODA1NTU1MDE3MjoxMjAzNjMyMjI3NzE5NjMwNjcZD"));
}

#[test]
fn a_name_belongs_to_the_contact_with_the_same_id() {
    let contacts = json!([
        { "profile": { "name": "Pablo M." }, "wa_id": "16505551235" },
        { "profile": { "name": NAME }, "wa_id": NUMBER, "user_id": USER_ID },
    ]);
    let event = only(&cloud(json!({ "contacts": contacts, "messages": [tap()] })));
    let sender = event.as_button_reply().expect("it is a tap").sender();
    assert_eq!(sender.name(), Some(NAME));
    assert_eq!(sender.user_id(), Some(USER_ID));

    let stranger = json!([{ "profile": { "name": "Pablo M." }, "wa_id": "16505551235" }]);
    let event = only(&cloud(json!({ "contacts": stranger, "messages": [tap()] })));
    assert_eq!(event.as_button_reply().expect("it is a tap").sender().name(), None);
}

#[test]
fn ids_and_times_may_be_numbers() {
    let contacts = json!([{ "profile": { "name": NAME }, "wa_id": 16_505_551_234_u64 }]);
    let message = with(tap(), "/timestamp", json!(1_750_091_045));
    let event = only(&cloud(json!({ "contacts": contacts, "messages": [message] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.timestamp(), Some(at(1_750_091_045)));
    assert_eq!(reply.sender().name(), Some(NAME));
}
