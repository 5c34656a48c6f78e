//! Numbers that the platform sets for one-time codes and payloads.

use wa_template::definition::limits;

use super::super::mutant::Change;
use super::super::source::Fixture;
use super::{Operators, find};

pub(super) const OPERATORS: Operators =
    &[("code-limits", code_limits), ("long-coupon", coupon), ("long-payload", long)];

fn code_limits(fixture: &Fixture) -> Vec<Change<'_>> {
    if fixture.name != "code_one_tap" {
        return Vec::new();
    }
    let minutes = find(fixture, "code_expiration_minutes = 5");
    let app = find(fixture, "app(\"com.example.bikes\", \"K8a/AINcGX7\"),");
    let range = limits::CODE_EXPIRATION_MINUTES;
    let minute = |minutes_: i64| {
        let key = format!("code_expiration_minutes = {minutes_}");
        fixture.change(format!("minutes-{minutes_}")).replace(&minutes, key).names(minutes_)
    };
    let apps = fixture.text[app.clone()].repeat(limits::SUPPORTED_APPS.end() + 1);
    let long = format!("com.{}", "x".repeat(limits::PACKAGE_NAME));
    let package = find(fixture, "com.example.bikes");
    let autofill = find(fixture, "Fill in");
    vec![
        minute(range.start() - 1),
        minute(range.end() + 1),
        fixture.change("apps").replace(&app, apps).on("app(").names(limits::SUPPORTED_APPS.end() + 1),
        fixture.change("package").replace(&package, long).names(limits::PACKAGE_NAME),
        fixture
            .change("autofill")
            .replace(&autofill, "x".repeat(limits::BUTTON_LABEL + 1))
            .names(limits::BUTTON_LABEL),
    ]
}

/// Codes of an offer are shorter than others.
fn coupon(fixture: &Fixture) -> Vec<Change<'_>> {
    let (sample, limit) = match fixture.name.as_str() {
        "coupon_by_index" => ("TYRE2", limits::COUPON_CODE),
        "offer" => ("E20", limits::LIMITED_TIME_OFFER_COUPON_CODE),
        _ => return Vec::new(),
    };
    let sample = find(fixture, sample);
    vec![fixture.change("sample").replace(&sample, "X".repeat(limit + 1)).names(limit)]
}

fn long(fixture: &Fixture) -> Vec<Change<'_>> {
    if fixture.name != "payloads" {
        return Vec::new();
    }
    let limit = limits::QUICK_REPLY_PAYLOAD;
    let text = find(fixture, "call-me");
    let variant = find(fixture, "Decline");
    let with_value = find(fixture, "Reschedule");
    vec![
        fixture.change("text").replace(&text, "x".repeat(limit + 1)).names(limit),
        fixture.change("variant").replace(&variant, format!("D{}", "x".repeat(limit))).names(limit),
        fixture
            .change("before-the-value")
            .replace(&with_value, format!("R{}", "x".repeat(limit)))
            .names(limit),
    ]
}
