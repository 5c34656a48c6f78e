//! The button of a one-time code, and what stands around it.

use super::Findings;
use super::buttons::Here;
use crate::button::{OneTimePassword, OneTimePasswordKind, SupportedApp};
use crate::place::{Part, Place};
use crate::{Definition, limits, rule};

#[inline]
pub(super) fn check(findings: &mut Findings, here: &Here<'_>, password: &OneTimePassword) {
    let place = here.place(Part::Button);
    if let OneTimePasswordKind::Other(kind) = &password.kind {
        let fact = if kind.is_empty() {
            "the button has no `otp_type`".to_owned()
        } else {
            format!("`{kind}` is not a kind of one-time code")
        };
        let fix = "use `copy_code`, `one_tap` or `zero_tap`";
        findings.add(&rule::ONE_TIME_PASSWORD_KIND, place, fact, fix);
        return;
    }
    let copies = password.kind == OneTimePasswordKind::CopyCode;
    if let Some(text) = password.autofill_text.as_ref().filter(|_| !copies) {
        let length = text.chars().count();
        findings.too_long(
            &rule::BUTTON_LABEL_TOO_LONG,
            place.clone(),
            "the autofill label",
            length,
            limits::BUTTON_LABEL,
        );
    }
    // Up to Graph v20 one application stood directly on the button: still read, no longer taken.
    apps(findings, &place, password, copies);
    if password.kind == OneTimePasswordKind::ZeroTap && password.zero_tap_terms_accepted != Some(true) {
        let fact = "the terms of zero-tap delivery are not accepted";
        findings.add(&rule::ONE_TIME_PASSWORD_TERMS, place, fact, "accept them: `zero_tap_terms_accepted`");
    }
}

#[inline]
fn apps(findings: &mut Findings, place: &Place, password: &OneTimePassword, copies: bool) {
    let count = password.supported_apps.len();
    if copies {
        if count > 0 || password.autofill_text.is_some() {
            let fact = "a copied code goes to no application";
            let fix = "remove the applications and the autofill label, or use `one_tap`";
            findings.add(&rule::ONE_TIME_PASSWORD_APPS, place.clone(), fact, fix);
        }
        return;
    }
    if !limits::SUPPORTED_APPS.contains(&count) {
        let fact = format!("the code is for {count} applications");
        let fix = format!(
            "name {} to {}: package name and signature hash",
            limits::SUPPORTED_APPS.start(),
            limits::SUPPORTED_APPS.end()
        );
        findings.add(&rule::ONE_TIME_PASSWORD_APPS, place.clone(), fact, fix);
    }
    for app in &password.supported_apps {
        supported_app(findings, place, app);
    }
}

#[inline]
fn supported_app(findings: &mut Findings, place: &Place, app: &SupportedApp) {
    let name = &app.package_name;
    let segment = |segment: &str| {
        segment.starts_with(|char: char| char.is_ascii_alphabetic())
            && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let length = name.chars().count();
    if length > limits::PACKAGE_NAME {
        let rule = &rule::ONE_TIME_PASSWORD_PACKAGE;
        findings.too_long(rule, place.clone(), "the package name", length, limits::PACKAGE_NAME);
    } else if name.split('.').count() < 2 || !name.split('.').all(segment) {
        let fact = format!("`{name}` is not the package name of an application");
        findings.add(
            &rule::ONE_TIME_PASSWORD_PACKAGE,
            place.clone(),
            fact,
            "write it like `com.example.app`",
        );
    }
    let hash = &app.signature_hash;
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    if hash.len() != limits::SIGNATURE_HASH || !hash.bytes().all(allowed) {
        let fact = format!("`{hash}` is not a signature hash");
        let fix = format!("write the {} characters of it, not percent-encoded", limits::SIGNATURE_HASH);
        findings.add(&rule::ONE_TIME_PASSWORD_HASH, place.clone(), fact, fix);
    }
}

/// The footer of an authentication template says how long the code is valid.
#[inline]
pub(super) fn check_expiration(findings: &mut Findings, definition: &Definition) {
    let Some(minutes) = definition.footer().and_then(crate::Footer::code_expiration_minutes) else { return };
    let range = limits::CODE_EXPIRATION_MINUTES;
    if !range.contains(&minutes) {
        let fact = format!("the code is valid for {minutes} minutes");
        let fix = format!("use {} to {} minutes", range.start(), range.end());
        findings.add(&rule::CODE_EXPIRATION_RANGE, Place::new(Part::Footer), fact, fix);
    }
}
