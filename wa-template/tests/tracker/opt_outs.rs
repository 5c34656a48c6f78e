//! Who does not want marketing.

use serde_json::{Value, json};
use wa_template::webhook::Notification;
use wa_template::webhook::tracker::{MemoryStore, OptOuts, Preference};

use crate::*;

fn preference(value: &str, seconds: u64, ids: &Value) -> Notification {
    let mut preference = json!({
        "detail": "User requested to stop marketing messages", "category": "marketing_messages", "value": value,
        "timestamp": 1_750_030_000 + seconds
    });
    preference.as_object_mut().expect("it is one").extend(ids.as_object().expect("it is one").clone());
    let body = json!({ "object": "whatsapp_business_account", "entry": [{ "id": "1", "changes": [{
        "field": "user_preferences", "value": { "messaging_product": "whatsapp",
            "metadata": { "phone_number_id": "106540352242922" }, "user_preferences": [preference] } }] }] });
    body.to_string().parse().expect("JSON")
}

pub(crate) async fn observe(opt_outs: &OptOuts<MemoryStore>, notification: &Notification) -> usize {
    let mut told = 0;
    for event in notification.events() {
        told += usize::from(opt_outs.observe(event, at(900)).await.expect("stored").is_some());
    }
    told
}

#[tokio::test]
async fn the_latest_wish_holds() {
    let number = json!({ "wa_id": NUMBER });
    let [stop, resume] = ["stop", "resume"].map(|value| move |seconds| (value, seconds));
    for (wishes, allowed) in [
        (vec![], true),
        (vec![stop(1)], false),
        (vec![stop(1), resume(2)], true),
        (vec![resume(2), stop(1)], true),
        (vec![resume(1), stop(2)], false),
        (vec![stop(2), resume(1), stop(2)], false),
        (vec![stop(1), resume(1)], false),
        (vec![resume(1), stop(1)], false),
        (vec![("pause", 1)], true),
    ] {
        let opt_outs = OptOuts::new(MemoryStore::new());
        for (value, seconds) in &wishes {
            observe(&opt_outs, &preference(value, *seconds, &number)).await;
        }
        assert_eq!(opt_outs.allow_marketing_to(NUMBER).await.expect("read"), allowed, "{wishes:?}");
    }
}

#[tokio::test]
async fn customers_are_known_by_number_in_any_form_and_by_user_id() {
    let opt_outs = OptOuts::new(MemoryStore::new());
    observe(&opt_outs, &preference("stop", 1, &json!({ "wa_id": NUMBER, "user_id": USER_ID }))).await;
    for customer in [NUMBER, "+16505551234", "+1 (650) 555-1234", USER_ID] {
        assert!(!opt_outs.allow_marketing_to(customer).await.expect("read"), "{customer}");
    }
    assert!(opt_outs.allow_marketing_to("+16505551235").await.expect("read"));
    // A hidden number is no reason to miss the wish.
    let hidden = "US.13491208655302741919";
    assert_eq!(observe(&opt_outs, &preference("stop", 1, &json!({ "user_id": hidden }))).await, 1);
    assert!(!opt_outs.allow_marketing_to(hidden).await.expect("read"));
    assert_eq!(observe(&opt_outs, &preference("stop", 1, &json!({}))).await, 0);
    let other = preference("stop", 1, &json!({ "wa_id": NUMBER, "category": "service_messages" }));
    assert_eq!(observe(&opt_outs, &other).await, 0);
}

#[tokio::test]
async fn a_refusal_by_the_platform_is_a_wish_to_stop() {
    let opt_outs = OptOuts::new(MemoryStore::new());
    let one = |status: Value| -> Notification {
        json!({ "statuses": [status] }).to_string().parse().expect("JSON")
    };
    assert_eq!(observe(&opt_outs, &one(failed(131_049, 5))).await, 0);
    assert!(opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
    assert_eq!(observe(&opt_outs, &one(failed(131_050, 5))).await, 1);
    assert!(!opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
    observe(&opt_outs, &preference("resume", 6, &json!({ "wa_id": NUMBER }))).await;
    assert!(opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
    // The refusal comes again, late.
    observe(&opt_outs, &one(failed(131_050, 5))).await;
    assert!(opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
    // The number may be hidden.
    let mut hidden = failed(131_050, 5);
    hidden.as_object_mut().expect("it is one").remove("recipient_id");
    observe(&opt_outs, &one(with(hidden, "recipient_user_id", USER_ID))).await;
    assert!(!opt_outs.allow_marketing_to(USER_ID).await.expect("read"));
    // In a group it is the participant who has stopped.
    observe(&opt_outs, &one(of_participant(failed(131_050, 5), "16505551299"))).await;
    assert!(!opt_outs.allow_marketing_to("16505551299").await.expect("read"));
    let whole = with(with(failed(131_050, 5), "recipient_type", "group"), "recipient_id", "Y2FwaV9ncm91cDo");
    assert_eq!(observe(&opt_outs, &one(whole)).await, 0);
}

#[tokio::test]
async fn a_wish_in_words_is_noted_by_the_application() {
    let opt_outs = OptOuts::new(MemoryStore::new());
    opt_outs.note(&Preference::stop("+1 650 555 1234", at(3)), at(3)).await.expect("stored");
    assert!(!opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
    opt_outs.note(&Preference::resume(NUMBER, at(4)), at(4)).await.expect("stored");
    assert!(opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
}
