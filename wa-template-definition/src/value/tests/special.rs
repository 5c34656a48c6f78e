//! The values of special templates, each limit below, at and above.

use serde_json::{Value, json};

use crate::value::{
    coupon_code, expiration, flow_data, one_time_code, product, product_list, product_section_title,
    tap_target, voice_call_payload, voice_call_ttl,
};
use crate::{Place, Violation, limits};

/// Checks the rule and that it says what to do.
#[track_caller]
fn breaks(found: Option<Violation>, rule: Option<&str>) {
    assert_eq!(found.as_ref().map(Violation::rule), rule, "{found:?}");
    assert!(found.is_none_or(|violation| !violation.fact().is_empty() && !violation.fix().is_empty()));
}

#[test]
fn coupon_codes() {
    let rule = Some("value-coupon-code");
    for limit in [limits::COUPON_CODE, limits::LIMITED_TIME_OFFER_COUPON_CODE] {
        let check = |code: &str| coupon_code(code, limit, &Place::body());
        breaks(check("a"), None);
        breaks(check(&"Z9".repeat(limit)[..limit]), None);
        breaks(check(&"a".repeat(limit + 1)), rule);
        for bad in ["", " ", "25 OFF", "25-OFF", "25%", "é", "２５", "25\0"] {
            breaks(check(bad), rule);
        }
    }
}

#[test]
fn one_time_codes() {
    let check = |code: &str| one_time_code(code, &Place::body());
    breaks(check("0"), None);
    breaks(check("J$FpnYnP"), None);
    breaks(check("12 34"), None);
    breaks(check(&"é".repeat(limits::ONE_TIME_CODE)), None);
    breaks(check(&"1".repeat(limits::ONE_TIME_CODE + 1)), Some("value-one-time-code"));
    breaks(check(""), Some("value-empty"));
    breaks(check("12\n34"), Some("value-white-space"));
}

#[test]
fn products() {
    breaks(product("catalog_id", "1", &Place::header()), None);
    let violation = product("catalog_id", "", &Place::header()).expect("a violation");
    assert_eq!(violation.to_string(), "header: `catalog_id` is empty; send the id that the catalogue shows");
    assert_eq!(violation.code(), Some(131_009));
}

#[test]
fn product_lists() {
    let rule = Some("value-product-list");
    let check = |sections: &[usize]| product_list(sections, &Place::body());
    breaks(check(&[]), rule);
    breaks(check(&[0]), rule);
    breaks(check(&[1]), None);
    breaks(check(&[1, 0]), rule);
    breaks(check(&[30]), None);
    breaks(check(&[31]), rule);
    breaks(check(&[15, 15]), None);
    breaks(check(&[15, 16]), rule);
    breaks(check(&[1; 9]), None);
    breaks(check(&[3; 10]), None);
    breaks(check(&[1; 11]), rule);
    breaks(check(&[usize::MAX, usize::MAX]), rule);
}

#[test]
fn titles_of_sections() {
    let rule = Some("value-product-list");
    let check = |title: &str, sections| product_section_title(0, title, sections, &Place::body());
    breaks(check("", 1), None);
    breaks(check("", 2), rule);
    breaks(check("A", 2), None);
    breaks(check("*A*", 2), rule);
    breaks(check(&"é".repeat(24), 1), None);
    breaks(check(&"é".repeat(25), 1), rule);
}

#[test]
fn data_of_flows() {
    let check = |data: Value| flow_data(&data, &Place::body());
    breaks(check(json!({})), None);
    breaks(check(json!({ "a": [1, null] })), None);
    for bad in [json!(null), json!([]), json!("{}"), json!(1)] {
        breaks(check(bad), Some("value-flow-data"));
    }
}

#[test]
fn calls() {
    let rule = Some("value-voice-call");
    let ttl = |minutes| voice_call_ttl(minutes, &Place::body());
    let payload = |length: usize| voice_call_payload(&"é".repeat(length), &Place::body());
    breaks(ttl(0), rule);
    breaks(ttl(1), None);
    breaks(ttl(43_200), None);
    breaks(ttl(43_201), rule);
    breaks(ttl(i64::MIN), rule);
    breaks(payload(0), rule);
    breaks(payload(1), None);
    breaks(payload(512), None);
    breaks(payload(513), rule);
}

#[test]
fn tap_targets() {
    let rule = Some("value-tap-target");
    let check = |url: &str, title: &str| tap_target(url, title, &Place::body());
    breaks(check("https://www.example.com/", "Offer"), None);
    breaks(check("http://example.com", "O"), None);
    breaks(check("https://www.example.com/", ""), rule);
    for url in ["", "www.example.com", "ftp://example.com", "https://a b"] {
        breaks(check(url, "Offer"), rule);
    }
}

#[test]
fn expirations() {
    breaks(expiration(Some(0), &Place::body()), None);
    breaks(expiration(Some(u64::MAX), &Place::body()), None);
    breaks(expiration(None, &Place::body()), Some("value-expiration"));
}
