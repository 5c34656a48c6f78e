//! What became of messages that were sent.

use serde_json::{Value, json};
use wa_template::webhook::{
    ConversationOrigin, ErrorClass, Event, Notification, PricingCategory, PricingKind, PricingModel,
    StatusKind,
};

use crate::support::*;

#[test]
fn statuses_say_what_happened() {
    for (word, kind) in [
        ("sent", StatusKind::Sent),
        ("delivered", StatusKind::Delivered),
        ("read", StatusKind::Read),
        ("played", StatusKind::Played),
        ("failed", StatusKind::Failed),
        ("deleted", StatusKind::Deleted),
        ("warning", StatusKind::Warning),
        ("expired", StatusKind::Other("expired".into())),
    ] {
        let status = only_status(&cloud(json!({ "statuses": [status(word)] })));
        assert_eq!(*status.kind(), kind);
        assert_eq!(status.kind().as_str(), word);
        assert_eq!(status.message_id(), OUR_ID);
        assert_eq!(status.recipient_id(), Some(NUMBER));
        assert_eq!(status.timestamp(), Some(at(1_750_030_073)));
        assert_eq!(status.phone_number_id(), Some("106540352242922"));
        assert_eq!(status.callback_data(), None);
        assert_eq!(status.group_id(), None);
        assert!(status.errors().is_empty());
    }
}

#[test]
fn a_failed_status_says_why() {
    let mut failed = status("failed");
    failed["biz_opaque_callback_data"] = json!("order=42;attempt=1");
    failed["errors"] = json!([
        {
            "code": 131_026,
            "title": "Message undeliverable",
            "message": "Message undeliverable",
            "error_data": { "details": "Message Undeliverable." },
            "href": "/documentation/business-messaging/whatsapp/support/error-codes"
        },
        { "code": "470", "details": "older form" },
        "no object",
    ]);
    let status = only_status(&cloud(json!({ "statuses": [failed] })));
    assert_eq!(*status.kind(), StatusKind::Failed);
    assert_eq!(status.callback_data(), Some("order=42;attempt=1"));
    let [first, second] = status.errors() else { panic!("two errors are objects") };
    assert_eq!(first.code(), Some(131_026));
    assert_eq!(first.title(), Some("Message undeliverable"));
    assert_eq!(first.message(), Some("Message undeliverable"));
    assert_eq!(first.details(), Some("Message Undeliverable."));
    assert_eq!(first.href(), Some("/documentation/business-messaging/whatsapp/support/error-codes"));
    assert_eq!(second.code(), Some(470));
    assert_eq!(second.details(), Some("older form"));
    assert_eq!(second.title(), None);
    assert_eq!(status.raw()["errors"][2], "no object");
}

#[test]
fn a_status_tells_the_recipient_in_all_known_ways() {
    let hidden = json!({ "id": OUR_ID, "status": "read", "recipient_user_id": USER_ID });
    let hidden = only_status(&cloud(json!({ "statuses": [hidden] })));
    assert_eq!((hidden.recipient_id(), hidden.recipient_user_id()), (None, Some(USER_ID)));

    let nested =
        json!({ "id": OUR_ID, "status": "sent", "type": "message", "message": { "recipient_id": NUMBER } });
    assert_eq!(only_status(&json!({ "statuses": [nested] })).recipient_id(), Some(NUMBER));

    for name in ["recipient_participant_id", "participant_recipient_id"] {
        let mut group = with(status("delivered"), "/recipient_id", json!("Y2FwaV9ncm91cDox"));
        group["recipient_type"] = json!("group");
        group[name] = json!(NUMBER);
        let group = only_status(&cloud(json!({ "statuses": [group] })));
        assert_eq!(group.group_id(), Some("Y2FwaV9ncm91cDox"));
        assert_eq!(group.participant_id(), Some(NUMBER));
    }
}

#[test]
fn errors_beside_the_messages_are_reported() {
    let body = json!({ "messages": [tap()], "errors": [{ "code": 1014, "title": "Internal error" }] });
    let notification = read(&body);
    assert_eq!(notification.button_replies().count(), 1);
    let report = notification.events().find_map(Event::as_error).expect("there is an error");
    assert_eq!(report.error().code(), Some(1014));
    assert_eq!(report.raw()["title"], "Internal error");
    assert_eq!(report.phone_number_id(), None);
}

#[test]
fn a_status_says_what_the_message_costs() {
    let mut sent = status("sent");
    sent["pricing"] = json!({ "billable": true, "pricing_model": "PMP", "type": "free_entry_point", "category": "marketing" });
    sent["conversation"] = json!({ "id": "5fc5", "expiration_timestamp": 1_750_116_480, "origin": { "type": "referral_conversion" } });
    let sent = only_status(&cloud(json!({ "statuses": [sent] })));
    let pricing = sent.pricing().expect("there is a price");
    assert_eq!(pricing.model(), Some(&PricingModel::PerMessage));
    assert_eq!(pricing.kind(), Some(&PricingKind::FreeEntryPoint));
    assert_eq!(pricing.category(), Some(&PricingCategory::Marketing));
    // The kind counts more than `billable`, which is about to be withdrawn.
    assert_eq!(pricing.is_billable(), Some(false));
    let conversation = sent.conversation().expect("there is a conversation");
    assert_eq!(conversation.id(), Some("5fc5"));
    assert_eq!(conversation.expiration(), Some(at(1_750_116_480)));
    assert_eq!(conversation.origin(), Some(&ConversationOrigin::ReferralConversion));
}

#[test]
fn prices_are_open_sets() {
    for (pricing, kind, billable) in [
        (json!({ "billable": false, "pricing_model": "CBP" }), None, Some(false)),
        (
            json!({ "billable": "true", "type": "barter" }),
            Some(PricingKind::Other("barter".into())),
            Some(true),
        ),
        (json!({ "type": "regular", "category": 7 }), Some(PricingKind::Regular), Some(true)),
        (json!({}), None, None),
    ] {
        let mut sent = status("sent");
        sent["pricing"] = pricing;
        let sent = only_status(&cloud(json!({ "statuses": [sent] })));
        let pricing = sent.pricing().expect("there is a price");
        assert_eq!((pricing.kind(), pricing.is_billable()), (kind.as_ref(), billable));
    }
    let mut odd = status("sent");
    odd["pricing"] = json!("free");
    odd["conversation"] = json!([1]);
    let odd = only_status(&cloud(json!({ "statuses": [odd] })));
    assert_eq!((odd.pricing(), odd.conversation()), (None, None));
}

#[test]
fn a_price_may_stand_inside_of_the_conversation() {
    let inside = json!({ "id": "5fc5", "pricing": { "category": "group_utility" } });
    for (outside, category) in
        [(None, PricingCategory::GroupUtility), (Some("group_service"), PricingCategory::GroupService)]
    {
        let mut sent = status("sent");
        sent["conversation"] = inside.clone();
        if let Some(outside) = outside {
            sent["pricing"] = json!({ "category": outside });
        }
        let sent = only_status(&cloud(json!({ "statuses": [sent] })));
        assert_eq!(sent.pricing().and_then(|pricing| pricing.category()), Some(&category));
    }
}

#[test]
fn both_spellings_of_a_category_are_the_same() {
    for word in ["authentication-international", "authentication_international"] {
        let mut sent = status("sent");
        sent["pricing"] = json!({ "category": word });
        sent["conversation"] = json!({ "origin": { "type": word } });
        let sent = only_status(&cloud(json!({ "statuses": [sent] })));
        let category = sent.pricing().and_then(|pricing| pricing.category());
        assert_eq!(category, Some(&PricingCategory::AuthenticationInternational));
        let origin = sent.conversation().and_then(|conversation| conversation.origin());
        assert_eq!(origin, Some(&ConversationOrigin::AuthenticationInternational));
    }
}

#[test]
fn the_origin_of_a_conversation_may_be_a_bare_word() {
    let origin = |origin: Value| {
        let mut sent = status("sent");
        sent["conversation"] = json!({ "origin": origin });
        only_status(&cloud(json!({ "statuses": [sent] })))
            .conversation()
            .expect("it is there")
            .origin()
            .cloned()
    };
    assert_eq!(origin(json!("service")), Some(ConversationOrigin::Service));
    assert_eq!(origin(json!({ "type": "service", "id": 7 })), Some(ConversationOrigin::Service));
    for odd in
        [json!(""), json!(["service"]), json!({ "type": "" }), json!({ "type": ["service"] }), json!({})]
    {
        assert_eq!(origin(odd.clone()), None, "{odd}");
    }
}

#[test]
fn a_status_tells_every_id_of_a_participant() {
    let group = json!({
        "id": OUR_ID, "status": "read", "recipient_id": "Y2FwaV9ncm91cDox", "recipient_type": "group",
        "recipient_participant_user_id": USER_ID, "recipient_participant_parent_user_id": "US.ENT.1",
        "recipient_identity_key_hash": "c2VjcmV0",
    });
    let group = only_status(&cloud(json!({ "statuses": [group] })));
    assert_eq!(group.participant_id(), None);
    assert_eq!(group.participant_user_id(), Some(USER_ID));
    assert_eq!(group.participant_parent_user_id(), Some("US.ENT.1"));
    assert_eq!(group.recipient_identity_key_hash(), Some("c2VjcmV0"));
    assert_eq!(group.recipient_parent_user_id(), None);
}

#[test]
fn the_old_and_the_new_name_of_the_parent_id_are_the_same() {
    for name in ["recipient_parent_user_id", "parent_recipient_user_id"] {
        let mut hidden = json!({ "id": OUR_ID, "status": "read", "recipient_user_id": USER_ID });
        hidden[name] = json!("US.ENT.1");
        let hidden = only_status(&cloud(json!({ "statuses": [hidden] })));
        assert_eq!(hidden.recipient_parent_user_id(), Some("US.ENT.1"));
        assert_eq!(hidden.recipient_key(), Some(USER_ID));
    }
    assert_eq!(only_status(&cloud(json!({ "statuses": [status("read")] }))).recipient_key(), Some(NUMBER));
}

#[test]
fn a_template_id_is_a_text_or_a_number() {
    for id in [json!("1689556908129832"), json!(1_689_556_908_129_832_u64)] {
        let mut sent = status("sent");
        sent["template_id"] = id;
        let sent = only_status(&cloud(json!({ "statuses": [sent] })));
        assert_eq!(sent.template_id(), Some("1689556908129832"));
    }
}

#[test]
fn a_code_says_what_to_do() {
    for (code, class) in [
        (json!(131_049), Some(ErrorClass::Day)),
        (json!("131056"), Some(ErrorClass::Pair)),
        (json!(1026), Some(ErrorClass::Ask)),
        (json!(131_052), None),
        (json!(999_999), None),
        (json!(-1), None),
        (json!("many"), None),
    ] {
        let mut failed = status("failed");
        failed["errors"] = json!([{ "code": code }]);
        let failed = only_status(&cloud(json!({ "statuses": [failed] })));
        let error = failed.errors().first().expect("there is an error");
        assert_eq!(error.class(), class, "{code}");
        let is_listed = class.is_some() || code == json!(131_052);
        assert_eq!(error.explanation().is_some(), is_listed, "{code}");
    }
}

#[test]
fn texts_with_escapes_are_texts() {
    let body = r#"{"statuses":[{"\u0069d":"wamid.\u0041\/B","status":"\u0072ead","biz_opaque_callback_data":"a\n\"b\" \ud83d\ude00"}]}"#;
    let notification: Notification = body.parse().expect("it is JSON");
    let read = notification.statuses().next().expect("there is a status");
    assert_eq!(read.message_id(), "wamid.A/B");
    assert_eq!(*read.kind(), StatusKind::Read);
    assert_eq!(read.callback_data(), Some("a\n\"b\" 😀"));
    assert_eq!(read.raw()["status"], "read");
    assert!(read.raw_json().contains(r#""\u0072ead""#));
}
