//! What became of templates.

use serde_json::{Value, json};
use wa_template::webhook::{
    Event, QualityScore, RejectionReason, TemplateButtonKind, TemplateCategory, TemplateEvent, TemplateNote,
    TemplateUse,
};

use crate::support::*;

/// The event of a report about a template.
fn report(field: &str, content: Value) -> Event {
    let mut value = json!({
        "message_template_id": 1_689_556_908_129_832_u64,
        "message_template_name": "spring_sale",
        "message_template_language": "pt-BR",
    });
    let Value::Object(content) = content else { panic!("the content is an object") };
    value.as_object_mut().expect("it is an object").extend(content);
    let mut body = change(field, &value);
    body["entry"][0]["time"] = json!(1_751_247_548);
    let event = only(&body);
    assert_eq!((event.waba_id(), event.field()), (Some("102290129340398"), Some(field)));
    event
}

fn status_update(content: Value) -> Event {
    report("message_template_status_update", content)
}

#[test]
fn a_state_says_whether_the_template_may_be_sent() {
    for (word, event, usage) in [
        ("APPROVED", TemplateEvent::Approved, TemplateUse::MaySend),
        ("REINSTATED", TemplateEvent::Reinstated, TemplateUse::MaySend),
        ("UNARCHIVED", TemplateEvent::Unarchived, TemplateUse::MaySend),
        ("PAUSED", TemplateEvent::Paused, TemplateUse::Stop),
        ("DISABLED", TemplateEvent::Disabled, TemplateUse::Stop),
        ("ARCHIVED", TemplateEvent::Archived, TemplateUse::Stop),
        ("DELETED", TemplateEvent::Deleted, TemplateUse::Stop),
        ("PENDING_DELETION", TemplateEvent::PendingDeletion, TemplateUse::Stop),
        ("REJECTED", TemplateEvent::Rejected, TemplateUse::Stop),
        ("PENDING", TemplateEvent::Pending, TemplateUse::Stop),
        ("FLAGGED", TemplateEvent::Flagged, TemplateUse::Unchanged),
        ("LOCKED", TemplateEvent::Locked, TemplateUse::Unchanged),
        ("IN_APPEAL", TemplateEvent::InAppeal, TemplateUse::Unchanged),
        ("LIMIT_EXCEEDED", TemplateEvent::LimitExceeded, TemplateUse::Unchanged),
        ("LAMINATED", TemplateEvent::Other("LAMINATED".into()), TemplateUse::Unchanged),
    ] {
        let report = status_update(json!({ "event": word }));
        let update = report.as_template_status().expect("it is an update");
        assert_eq!((update.event(), update.event().as_str()), (&event, word));
        assert_eq!(update.event().usage(), usage);
        assert_eq!(update.template_id(), Some(1_689_556_908_129_832));
        assert_eq!((update.template_name(), update.language()), (Some("spring_sale"), Some("pt_BR")));
        assert!(update.is_about("spring_sale", "pt_BR") && update.is_about("spring_sale", "pt-BR"));
        assert!(!update.is_about("spring_sale", "pt"));
        assert_eq!(update.time(), Some(at(1_751_247_548)));
        assert_eq!((update.reason(), update.category(), update.note()), (None, None, None));
    }
}

#[test]
fn a_rejection_says_why() {
    let report = status_update(json!({
        "event": "REJECTED", "reason": "INVALID_FORMAT", "message_template_category": "MARKETING",
        "rejection_info": { "reason": "side by side", "recommendation": "write between them" },
        "other_info": { "title": "SECOND_PAUSE", "description": "for six hours" },
    }));
    let update = report.as_template_status().expect("it is an update");
    assert_eq!(update.reason(), Some(&RejectionReason::InvalidFormat));
    assert_eq!(update.category(), Some(&TemplateCategory::Marketing));
    assert_eq!(update.rejection_reason(), Some("side by side"));
    assert_eq!(update.recommendation(), Some("write between them"));
    assert_eq!(update.note(), Some(&TemplateNote::SecondPause));
    assert_eq!(update.description(), Some("for six hours"));

    let report = status_update(json!({ "event": "PENDING_DELETION", "reason": null }));
    assert_eq!(report.as_template_status().map(|update| update.reason()), Some(None));
}

#[test]
fn a_template_is_disabled_at_a_time_or_in_words() {
    for (date, text, time) in [
        (json!(1_751_234_563), "1751234563", Some(at(1_751_234_563))),
        (json!("1751234563"), "1751234563", Some(at(1_751_234_563))),
        (json!("May 2, 2021"), "May 2, 2021", None),
    ] {
        let report = status_update(json!({ "event": "DISABLED", "disable_info": { "disable_date": date } }));
        let update = report.as_template_status().expect("it is an update");
        let date = update.disable_date().expect("there is a date");
        assert_eq!((date.text(), date.time()), (text, time));
    }
}

#[test]
fn a_quality_is_known_under_both_names_of_the_field() {
    for field in ["message_template_quality_update", "message_template_status_update"] {
        let scores = json!({ "previous_quality_score": "GREEN", "new_quality_score": "YELLOW" });
        let report = report(field, scores);
        let update = report.as_template_quality().expect("it is an update");
        assert_eq!(update.previous_score(), Some(&QualityScore::Green));
        assert_eq!(*update.new_score(), QualityScore::Yellow);
        assert!(update.is_about("spring_sale", "pt_BR"));
    }
}

#[test]
fn an_edited_template_shows_its_texts() {
    let report = report(
        "message_template_components_update",
        json!({
            "message_template_title": "Sale", "message_template_element": "Hello {{1}}", "message_template_footer": "F",
            "message_template_buttons": [
                { "message_template_button_type": "URL", "message_template_button_text": "Shop",
                  "message_template_button_url": "https://www.example.com" },
                { "message_template_button_type": "PHONE_NUMBER", "message_template_button_text": "Call",
                  "message_template_button_phone_number": "+15550783881" },
                7,
            ],
        }),
    );
    let update = report.as_template_components().expect("it is an update");
    assert_eq!(
        (update.header(), update.body(), update.footer()),
        (Some("Sale"), Some("Hello {{1}}"), Some("F"))
    );
    let [url, call] = update.buttons() else { panic!("two buttons are objects") };
    assert_eq!((url.kind(), url.text()), (Some(&TemplateButtonKind::Url), Some("Shop")));
    assert_eq!((url.url(), url.phone_number()), (Some("https://www.example.com"), None));
    assert_eq!(
        (call.kind(), call.phone_number()),
        (Some(&TemplateButtonKind::PhoneNumber), Some("+15550783881"))
    );
}

#[test]
fn a_category_changes_in_two_steps() {
    use TemplateCategory::{Marketing, Utility};
    let field = "template_category_update";
    let ahead = report(
        field,
        json!({ "correct_category": "MARKETING", "new_category": "UTILITY", "category_update_timestamp": 1_746_169_200 }),
    );
    let ahead = ahead.as_template_category().expect("it is an update");
    assert!(ahead.is_announcement());
    assert_eq!((ahead.present_category(), ahead.coming_category()), (Some(&Utility), Some(&Marketing)));
    assert_eq!((ahead.previous_category(), ahead.change_time()), (None, Some(at(1_746_169_200))));

    let done = report(field, json!({ "previous_category": "UTILITY", "new_category": "MARKETING" }));
    let done = done.as_template_category().expect("it is an update");
    assert!(!done.is_announcement());
    assert_eq!((done.previous_category(), done.present_category()), (Some(&Utility), Some(&Marketing)));
    assert_eq!((done.coming_category(), done.change_time()), (None, None));

    let sparse = report(field, json!({ "new_category": "MARKETING" }));
    assert!(sparse.as_template_category().is_some());

    let wrong = report(
        "template_correct_category_detection",
        json!({ "category": "UTILITY", "correct_category": "MARKETING" }),
    );
    let wrong = wrong.as_template_category_detection().expect("it is a detection");
    assert_eq!((wrong.category(), wrong.correct_category()), (Some(&Utility), Some(&Marketing)));
}

#[test]
fn a_report_that_says_nothing_is_kept() {
    for field in [
        "message_template_status_update",
        "message_template_quality_update",
        "message_template_components_update",
        "template_category_update",
        "template_correct_category_detection",
    ] {
        assert!(report(field, json!({ "beta": 1 })).as_other().is_some(), "{field}");
        let nameless = json!({ "event": "APPROVED", "new_quality_score": "RED", "new_category": "UTILITY" });
        assert!(only(&change(field, &nameless)).as_other().is_some(), "{field}");
    }
}
