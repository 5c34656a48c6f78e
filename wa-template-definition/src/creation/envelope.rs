//! Name, language, category, the set of components and the fields beside them.

use super::Findings;
use crate::component::Component;
use crate::name::nearest;
use crate::place::{Part, Place};
use crate::{Body, ButtonKind, Category, Definition, Footer, language, limits, rule};

#[inline]
pub(super) fn check(findings: &mut Findings, definition: &Definition) {
    name(findings, definition.name());
    language(findings, definition.language());
    category(findings, definition.category());
    authentication(findings, definition);
    duplicates(findings, definition.components());
    message_send_ttl(findings, definition);
}

#[inline]
fn name(findings: &mut Findings, name: &str) {
    let place = Place::new(Part::Name);
    let length = name.chars().count();
    if let Some(bad) = name.chars().find(|char| !matches!(char, 'a'..='z' | '0'..='9' | '_')) {
        let fact = format!("the template name `{name}` has the character `{}`", bad.escape_debug());
        let fix =
            format!("use lower-case letters, digits and underscores: `{}`", nearest(name, "order_update"));
        findings.add(&rule::NAME_FORMAT, place, fact, fix);
    } else if length == 0 {
        findings.add(&rule::NAME_FORMAT, place, "the template has no name", "give it one: `order_update`");
    } else {
        findings.too_long(&rule::NAME_FORMAT, place, "the template name", length, limits::NAME);
    }
}

#[inline]
fn language(findings: &mut Findings, code: &str) {
    if language::is_known(code) {
        return;
    }
    let fact = format!("`{code}` is not a language code of WhatsApp templates");
    let similar: Vec<_> = language::similar(code).iter().take(12).map(|code| format!("`{code}`")).collect();
    let fix = match similar.as_slice() {
        [] => "use a code of the platform's list, `en` or `pt_BR` for example".to_owned(),
        [one] => format!("write {one}"),
        several => format!("use one of {}", several.join(", ")),
    };
    findings.add(&rule::LANGUAGE_UNKNOWN, Place::new(Part::Language), fact, fix);
}

#[inline]
fn category(findings: &mut Findings, category: &Category) {
    if let Category::Other(other) = category {
        let fact = if other.is_empty() {
            "the template has no category".to_owned()
        } else {
            format!("`{other}` is not a category")
        };
        let fix = "use `marketing`, `utility` or `authentication`";
        findings.add(&rule::CATEGORY_UNKNOWN, Place::new(Part::Category), fact, fix);
    }
}

/// One violation for everything that an authentication template may not have: marking an ordinary template
/// `authentication` is one mistake.
#[inline]
fn authentication(findings: &mut Findings, definition: &Definition) {
    let buttons = definition.buttons();
    let one_time_password = buttons.iter().any(crate::Button::is_one_time_password);
    if *definition.category() != Category::Authentication {
        if one_time_password {
            let fact = format!("a one-time-password button in a {} template", definition.category());
            let fix = "make its category `authentication`";
            findings.add(&rule::AUTHENTICATION_CONTENT, Place::new(Part::Category), fact, fix);
        }
        return;
    }
    let mut has = Vec::new();
    if definition.header().is_some() {
        has.push("a header");
    }
    // The text of a body or footer that is read back was written by the platform; the button is then an address.
    let generated = definition.field("status").is_some()
        || buttons.iter().any(|button| matches!(button.kind(), ButtonKind::Url { .. }));
    let generated = generated && one_time_password;
    if !generated && definition.body().and_then(Body::text).is_some() {
        has.push("a body text");
    }
    if !generated && definition.footer().and_then(Footer::text).is_some() {
        has.push("a footer text");
    }
    if buttons.len() > 1 || (buttons.len() == 1 && !one_time_password) {
        has.push("buttons other than one one-time-password button");
    }
    for component in definition.components() {
        match component {
            Component::LimitedTimeOffer(_) => has.push("a limited-time offer"),
            Component::Carousel(_) => has.push("a carousel"),
            Component::CallPermissionRequest => has.push("a call permission request"),
            Component::Header(_)
            | Component::Body(_)
            | Component::Footer(_)
            | Component::Buttons(_)
            | Component::Other(_) => {}
        }
    }
    if definition.is_order_status() {
        has.push("an order status");
    }
    let fix = "make its category `utility` or `marketing`, or leave the text to the platform";
    if !has.is_empty() {
        let fact = format!("an authentication template cannot have {}", has.join(", "));
        findings.add(&rule::AUTHENTICATION_CONTENT, Place::new(Part::Category), fact, fix);
    } else if buttons.is_empty() && definition.field("library_template_name").is_none() {
        let fact = "an authentication template without its one-time-password button";
        findings.add(&rule::AUTHENTICATION_CONTENT, Place::new(Part::Category), fact, fix);
    }
}

#[inline]
fn duplicates(findings: &mut Findings, components: &[Component]) {
    for (index, component) in components.iter().enumerate() {
        let earlier = &components[..index];
        let (kind, earlier) = match component {
            Component::Header(_) => {
                ("header", earlier.iter().any(|other| matches!(other, Component::Header(_))))
            }
            Component::Body(_) => ("body", earlier.iter().any(|other| matches!(other, Component::Body(_)))),
            Component::Footer(_) => {
                ("footer", earlier.iter().any(|other| matches!(other, Component::Footer(_))))
            }
            Component::Buttons(_) => {
                ("list of buttons", earlier.iter().any(|other| matches!(other, Component::Buttons(_))))
            }
            Component::LimitedTimeOffer(_) => (
                "limited-time offer",
                earlier.iter().any(|other| matches!(other, Component::LimitedTimeOffer(_))),
            ),
            Component::Carousel(_) => {
                ("carousel", earlier.iter().any(|other| matches!(other, Component::Carousel(_))))
            }
            Component::CallPermissionRequest => (
                "call permission request",
                earlier.iter().any(|other| matches!(other, Component::CallPermissionRequest)),
            ),
            Component::Other(_) => continue,
        };
        if earlier {
            let fact = format!("the template has a second {kind}");
            let place = Place::new(Part::Component(index));
            findings.add(&rule::COMPONENT_DUPLICATE, place, fact, "keep one of them");
        }
    }
}

#[inline]
fn message_send_ttl(findings: &mut Findings, definition: &Definition) {
    let Some(value) = definition.field("message_send_ttl_seconds") else {
        return;
    };
    let place = Place::new(Part::MessageSendTtl);
    let (range, thirty_days) = match definition.category() {
        Category::Authentication => (limits::ttl::AUTHENTICATION, true),
        Category::Utility => (limits::ttl::UTILITY, true),
        Category::Marketing => (limits::ttl::MARKETING, false),
        Category::Other(_) => return,
    };
    // Answers of the platform also print the number as a string.
    let seconds = value.as_i64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
    let in_range =
        |seconds: i64| range.contains(&seconds) || (thirty_days && seconds == limits::ttl::THIRTY_DAYS);
    if !seconds.is_some_and(in_range) {
        let fact = format!("a lifetime of {value} seconds in a {} template", definition.category());
        let or = if thirty_days { ", or -1 for 30 days" } else { "" };
        let fix = format!("use {} to {} seconds{or}", range.start(), range.end());
        findings.add(&rule::MESSAGE_SEND_TTL_RANGE, place, fact, fix);
    }
}
