//! What became of accounts and phone numbers.

use serde_json::{Value, json};
use wa_template::webhook::{
    AccountEvent, Event, NameDecision, PhoneNumberEvent, RestrictionType, ReviewDecision, SecurityEvent,
    UsernameStatus,
};

use crate::support::*;

fn report(field: &str, value: &Value) -> Event {
    let mut body = change(field, value);
    body["entry"][0]["time"] = json!(1_751_247_548);
    only(&body)
}

#[test]
fn an_account_may_be_restricted() {
    let event = report(
        "account_update",
        &json!({ "event": "ACCOUNT_RESTRICTION", "restriction_info": [
            { "restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": "1751334000" },
            { "restriction_type": "RESTRICTED_SINGING", "remediation": "practise" },
            "odd",
        ] }),
    );
    let update = event.as_account_update().expect("it is an update");
    assert_eq!(*update.event(), AccountEvent::AccountRestriction);
    assert_eq!((update.time(), update.waba_id()), (Some(at(1_751_247_548)), Some("102290129340398")));
    let [sending, singing] = update.restrictions() else { panic!("two are objects") };
    assert!(sending.forbids_templates() && !singing.forbids_templates());
    assert_eq!(sending.expiration(), Some(at(1_751_334_000)));
    assert_eq!(*singing.kind(), RestrictionType::Other("RESTRICTED_SINGING".into()));
    assert_eq!(singing.remediation(), Some("practise"));
}

#[test]
fn an_account_update_has_what_its_event_needs() {
    let event = report(
        "account_update",
        &json!({
            "event": "DISABLED_UPDATE", "ban_info": { "waba_ban_state": "DISABLE", "waba_ban_date": "May 2, 2025" },
            "violation_info": { "violation_type": "SCAM" }, "country": "BR",
            "volume_tier_info": { "tier_update_time": 1_743_451_903, "pricing_category": "UTILITY", "tier": "1:2",
                                  "effective_month": "2025-11", "region": "Brazil" },
        }),
    );
    let update = event.as_account_update().expect("it is an update");
    assert_eq!(*update.event(), AccountEvent::DisabledUpdate);
    assert_eq!((update.ban_state(), update.ban_date()), (Some("DISABLE"), Some("May 2, 2025")));
    assert_eq!((update.violation_type(), update.country()), (Some("SCAM"), Some("BR")));
    let tier = update.volume_tier().expect("there is a tier");
    assert_eq!((tier.tier(), tier.pricing_category()), (Some("1:2"), Some("UTILITY")));
    assert_eq!((tier.effective_month(), tier.region()), (Some("2025-11"), Some("Brazil")));
    assert_eq!(tier.updated(), Some(at(1_743_451_903)));

    let event = report("account_update", &json!({ "event": "ACCOUNT_PAINTED" }));
    let update = event.as_account_update().expect("it is an update");
    assert_eq!(update.event().as_str(), "ACCOUNT_PAINTED");
    assert!(update.restrictions().is_empty() && update.volume_tier().is_none());
}

#[test]
fn a_field_inside_of_the_value_counts() {
    let value = json!({ "field": "account_update", "object": "whatsapp_business_account", "event": "PARTNER_APP_UNINSTALLED" });
    let body = json!({ "entry": [{ "id": "1", "changes": [{ "value": value }] }] });
    let event = only(&body);
    assert_eq!(
        event.as_account_update().map(|update| update.event()),
        Some(&AccountEvent::PartnerAppUninstalled)
    );
}

#[test]
fn a_limit_is_a_tier_or_a_number() {
    for (limit, customers, is_unlimited) in [
        (json!("TIER_10K"), Some(10_000), false),
        (json!(2000), Some(2_000), false),
        (json!("TIER_UNLIMITED"), None, true),
        (json!(-1), None, true),
    ] {
        let event = report(
            "business_capability_update",
            &json!({ "max_daily_conversations_per_business": limit, "max_daily_conversation_per_phone": limit,
                     "max_phone_numbers_per_waba": 25, "max_phone_numbers_per_business": "20" }),
        );
        let update = event.as_business_capability().expect("it is an update");
        for limit in [update.messaging_limit(), update.messaging_limit_per_phone()] {
            let limit = limit.expect("there is a limit");
            assert_eq!((limit.customers(), limit.is_unlimited()), (customers, is_unlimited));
        }
        assert_eq!(update.max_phone_numbers_per_waba(), Some(25));
        assert_eq!(update.max_phone_numbers_per_business(), Some(20));

        let event = report(
            "phone_number_quality_update",
            &json!({ "display_phone_number": "15550783881", "event": "UPGRADE", "old_limit": "TIER_1K",
                     "current_limit": limit, "max_daily_conversations_per_business": limit }),
        );
        let update = event.as_phone_number_quality().expect("it is an update");
        assert_eq!(*update.event(), PhoneNumberEvent::Upgrade);
        assert_eq!(update.display_phone_number(), Some("15550783881"));
        assert_eq!(update.old_limit().and_then(|limit| limit.customers()), Some(1_000));
        assert_eq!(update.current_limit().and_then(|limit| limit.customers()), customers);
        assert_eq!(update.business_limit(), update.current_limit());
    }
}

#[test]
fn a_name_is_judged() {
    let event = report(
        "phone_number_name_update",
        &json!({ "display_phone_number": 15_550_783_881_u64, "decision": "REJECTED",
                 "requested_verified_name": "Fern & Moss", "rejection_reason": "NAME_TAKEN" }),
    );
    let update = event.as_phone_number_name().expect("it is an update");
    assert_eq!(*update.decision(), NameDecision::Rejected);
    assert_eq!(update.display_phone_number(), Some("15550783881"));
    assert_eq!(update.requested_name(), Some("Fern & Moss"));
    assert_eq!(update.rejection_reason(), Some("NAME_TAKEN"));
}

#[test]
fn alerts_reviews_and_pins_are_known() {
    let event = report(
        "account_alerts",
        &json!({ "entity_type": "WABA", "entity_id": 7, "alert_info": { "alert_severity": "CRITICAL",
                 "alert_status": "ACTIVE", "alert_type": "OUT_OF_PAINT", "alert_description": "Buy some." } }),
    );
    let alert = event.as_account_alert().expect("it is an alert");
    assert_eq!((alert.entity_type(), alert.entity_id()), (Some("WABA"), Some("7")));
    assert_eq!((alert.severity(), alert.status()), (Some("CRITICAL"), Some("ACTIVE")));
    assert_eq!((alert.kind(), alert.description()), (Some("OUT_OF_PAINT"), Some("Buy some.")));

    for (word, decision) in [
        ("APPROVED", ReviewDecision::Approved),
        ("REJECTED", ReviewDecision::Rejected),
        ("PENDING", ReviewDecision::Pending),
        ("DEFERRED", ReviewDecision::Deferred),
        ("FRAMED", ReviewDecision::Other("FRAMED".into())),
    ] {
        let event = report("account_review_update", &json!({ "decision": word }));
        assert_eq!(event.as_account_review().map(|review| review.decision()), Some(&decision));
    }

    let event = report(
        "security",
        &json!({ "display_phone_number": "15550783881", "event": "PIN_RESET_REQUEST", "requester": 61_555_822_107_539_u64 }),
    );
    let update = event.as_security().expect("it is an update");
    assert_eq!(*update.event(), SecurityEvent::PinResetRequest);
    assert_eq!(
        (update.display_phone_number(), update.requester()),
        (Some("15550783881"), Some("61555822107539"))
    );
}

#[test]
fn a_user_name_is_known_under_both_names_of_the_field() {
    for field in ["business_username_updates", "business_username_update"] {
        let event = report(field, &json!({ "display_phone_number": "15550783881", "status": "deleted" }));
        let update = event.as_business_username().expect("it is an update");
        assert_eq!((update.status(), update.username()), (&UsernameStatus::Deleted, None));
        assert_eq!(update.display_phone_number(), Some("15550783881"));
    }
}

#[test]
fn a_report_that_says_nothing_is_kept() {
    for field in [
        "account_update",
        "account_alerts",
        "account_review_update",
        "business_capability_update",
        "business_username_updates",
        "phone_number_quality_update",
        "phone_number_name_update",
        "security",
    ] {
        for value in [json!({ "beta": 1 }), json!("text"), json!([]), json!(null)] {
            let event = report(field, &value);
            assert_eq!(event.as_other().map(|other| other.raw()), Some(&value), "{field}");
        }
    }
}
