//! Buttons: how many, in which order, and each by itself.

use super::{Findings, kinds, placeholders};
use crate::component::Component;
use crate::place::{Part, Place};
use crate::{Button, ButtonKind, Definition, Section, Text, characters, limits, rule};

#[inline]
pub(super) fn check(findings: &mut Findings, definition: &Definition, section: Section<'_>) {
    let buttons = section.buttons();
    let listed = section.components().iter().any(|component| matches!(component, Component::Buttons(_)));
    if listed && buttons.is_empty() {
        let fact = "the list of buttons is empty";
        let fix = "add a button, or leave the list out";
        findings.add(&rule::BUTTONS_EMPTY, section.place(Part::Buttons), fact, fix);
    }
    if section.card().is_none() {
        count(findings, section);
        grouping(findings, section);
    }
    // The button of an authentication template that is read back is generated: its address is not the author's.
    let own =
        |button: &Button| !matches!(button.kind(), ButtonKind::Url { .. }) || !button.is_one_time_password();
    for (index, button) in buttons.iter().enumerate().filter(|(_, button)| own(button)) {
        let here = Here { section, index };
        label(findings, &here, button);
        match button.kind() {
            ButtonKind::Url { url, example } => {
                address(findings, &here, url);
                sample(findings, &here, url, example.as_deref());
            }
            ButtonKind::PhoneNumber { phone_number } => self::phone_number(findings, &here, phone_number),
            _ => kinds::check(findings, definition, &here, button),
        }
    }
}

/// The button that is looked at.
pub(super) struct Here<'d> {
    section: Section<'d>,
    index: usize,
}

impl Here<'_> {
    /// A part of it as a place.
    #[inline]
    pub(super) fn place(&self, part: impl FnOnce(usize) -> Part) -> Place {
        self.section.place(part(self.index))
    }

    #[inline]
    pub(super) fn index(&self) -> usize {
        self.index
    }

    /// Whether it is a button of the template itself, not of a card.
    #[inline]
    pub(super) fn in_template(&self) -> bool {
        self.section.card().is_none()
    }

    /// Whether no button before it is of the same kind.
    #[inline]
    pub(super) fn is_first_of_kind(&self, button: &Button) -> bool {
        let before = self.section.buttons().iter().take(self.index);
        before.clone().all(|other| other.type_name() != button.type_name())
    }
}

#[inline]
fn count(findings: &mut Findings, section: Section<'_>) {
    let buttons = section.buttons();
    if buttons.len() > limits::BUTTONS {
        let fact = format!("the template has {} buttons, the limit is {}", buttons.len(), limits::BUTTONS);
        let fix = format!("remove {}", buttons.len() - limits::BUTTONS);
        findings.add(&rule::BUTTONS_TOO_MANY, section.place(Part::Button(limits::BUTTONS)), fact, fix);
        return;
    }
    let certain = &rule::BUTTONS_TOO_MANY_OF_KIND;
    let kinds = [
        ("QUICK_REPLY", "quick-reply", limits::QUICK_REPLY_BUTTONS, certain),
        ("URL", "URL", limits::URL_BUTTONS, certain),
        ("PHONE_NUMBER", "phone-number", limits::PHONE_NUMBER_BUTTONS, certain),
        ("COPY_CODE", "copy-code", 1, certain),
        ("ORDER_DETAILS", "order-details", 1, certain),
        ("PAYMENT_REQUEST", "payment-request", limits::PAYMENT_REQUEST_BUTTONS, certain),
        ("FLOW", "flow", 1, &rule::BUTTONS_KIND_ONCE),
        ("VOICE_CALL", "call", 1, &rule::BUTTONS_KIND_ONCE),
    ];
    for (kind, words, limit, rule) in kinds {
        let of_kind: Vec<_> =
            buttons.iter().enumerate().filter(|(_, button)| button.type_name() == kind).collect();
        if let Some((index, _)) = of_kind.get(limit) {
            let fact = format!("the template has {} {words} buttons, the limit is {limit}", of_kind.len());
            let fix = format!("remove {}", of_kind.len() - limit);
            findings.add(rule, section.place(Part::Button(*index)), fact, fix);
        }
    }
}

/// Quick replies stand together: the kind changes at most once along the list.
#[inline]
fn grouping(findings: &mut Findings, section: Section<'_>) {
    let buttons = section.buttons();
    let quick_reply = |button: &Button| *button.kind() == ButtonKind::QuickReply;
    let changes: Vec<usize> = buttons
        .windows(2)
        .enumerate()
        .filter_map(|(index, pair)| (quick_reply(&pair[0]) != quick_reply(&pair[1])).then_some(index + 1))
        .collect();
    if let Some(index) = changes.get(1) {
        let fact = "quick replies and other buttons alternate";
        let fix = "put all quick replies before or after all other buttons";
        findings.add(&rule::BUTTONS_GROUPING, section.place(Part::Button(*index)), fact, fix);
    }
}

#[inline]
fn label(findings: &mut Findings, here: &Here<'_>, button: &Button) {
    if *button.kind() == ButtonKind::Other {
        return;
    }
    let place = here.place(Part::ButtonLabel);
    let Some(label) = button.label().filter(|label| !label.trim().is_empty()) else {
        if button.label().is_none() && kinds::label_is_optional(button) {
            return;
        }
        let fact = "the button has no label";
        findings.add(&rule::BUTTON_LABEL_MISSING, place, fact, "say what it does: `\"Yes\"`");
        return;
    };
    let length = label.chars().count();
    findings.too_long(&rule::BUTTON_LABEL_TOO_LONG, place.clone(), "the label", length, limits::BUTTON_LABEL);
    let text = Text::parse(label);
    let (found, range) = if let Some(placeholder) = text.placeholders().first() {
        (format!("the placeholder `{{{{{}}}}}`", placeholder.authored), Some(placeholder.range.clone()))
    } else if characters::line_break(label).is_some() {
        ("a line break".to_owned(), None)
    } else if let Some(emoji) = characters::emoji(label) {
        (format!("the emoji `{emoji}`"), None)
    } else if let Some(mark) = characters::formatting_mark(label) {
        (format!("the formatting mark `{mark}`"), None)
    } else {
        return;
    };
    let place = range.map_or_else(|| place.clone(), |range| place.clone().at(range));
    let fact = format!("the label has {found}, labels are plain fixed text");
    findings.add(&rule::BUTTON_LABEL_STYLE, place, fact, "write the label without it");
}

#[inline]
fn address(findings: &mut Findings, here: &Here<'_>, url: &Text) {
    let place = here.place(Part::ButtonUrl);
    let text = url.authored();
    findings.too_long(
        &rule::BUTTON_URL_TOO_LONG,
        place.clone(),
        "the address",
        url.characters(),
        limits::URL,
    );
    if !is_absolute(url) {
        let fact = format!("`{text}` is not an absolute `http` or `https` address");
        let begins_with_host =
            text.split('/').next().is_some_and(|host| host.contains('.') && !host.contains(':'));
        let host = if begins_with_host { "https://" } else { "https://www.example.com/" };
        let rest = text.trim_start_matches('/');
        let fix = if text.contains(char::is_whitespace) {
            "write it without blanks: `%20`".to_owned()
        } else if text.contains(':') {
            "begin it with `https://` and a host".to_owned()
        } else {
            format!("begin it with scheme and host: `{host}{rest}`")
        };
        findings.add(&rule::BUTTON_URL_FORMAT, place, fact, fix);
        return;
    }
    placeholders::check_braces(findings, url, &place);
    let placeholders = url.placeholders();
    let Some(first) = placeholders.first() else { return };
    let name = &first.authored;
    if let Some(second) = placeholders.get(1) {
        let fact = format!("the address has {} placeholders, the limit is 1", placeholders.len());
        let fix = "keep the one at the end";
        findings.add(&rule::BUTTON_URL_PLACEHOLDER, place.at(second.range.clone()), fact, fix);
    } else if first.range.end != text.len() {
        let after = &text[first.range.end..];
        let fact =
            format!("`{after}` stands after the placeholder `{{{{{name}}}}}`, which must end the address");
        let fix = format!("remove `{after}`, or send it as a part of the value");
        findings.add(&rule::BUTTON_URL_PLACEHOLDER, place.at(first.range.clone()), fact, fix);
    } else if first.name != crate::PlaceholderName::Number(1) {
        let fact = format!("the placeholder of an address is `{{{{1}}}}`, not `{{{{{name}}}}}`");
        findings.add(&rule::BUTTON_URL_PLACEHOLDER, place.at(first.range.clone()), fact, "write `{{1}}`");
    }
}

/// `http` or `https`, a host that does not begin with a placeholder, and no blanks.
#[inline]
fn is_absolute(url: &Text) -> bool {
    let lower = url.authored().to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else {
        return false;
    };
    rest.chars()
        .next()
        .is_some_and(|char| char.is_alphanumeric() || char == '[')
        // Blanks between braces are a mistake of their own.
        && !url.fixed().any(|fixed| fixed.contains(char::is_whitespace))
}

#[inline]
fn sample(findings: &mut Findings, here: &Here<'_>, url: &Text, example: Option<&str>) {
    let place = here.place(Part::ButtonUrl);
    match (url.placeholders().first(), example.filter(|example| !example.is_empty())) {
        (Some(placeholder), None) => {
            let fact = format!("the placeholder `{{{{{}}}}}` has no example", placeholder.authored);
            let place = place.at(placeholder.range.clone());
            findings.add(&rule::BUTTON_URL_EXAMPLE, place, fact, "give a sample value");
        }
        (None, Some(_)) => {
            let fact = "the address has no placeholder, but an example";
            let place = here.place(Part::ButtonExample);
            findings.add(&rule::BUTTON_URL_EXAMPLE, place, fact, "remove the example");
        }
        _ => {}
    }
}

#[inline]
fn phone_number(findings: &mut Findings, here: &Here<'_>, number: &str) {
    let place = here.place(Part::ButtonPhoneNumber);
    let length = number.chars().count();
    let digits = number.strip_prefix('+').unwrap_or(number);
    let tolerated = |char: char| char.is_ascii_digit() || matches!(char, ' ' | '-' | '(' | ')');
    if !digits.chars().all(tolerated) || !digits.contains(|char: char| char.is_ascii_digit()) {
        let fact = format!("`{number}` is not a phone number");
        let fix = "write digits with the country code: `+15550051310`";
        findings.add(&rule::BUTTON_PHONE_NUMBER_FORMAT, place, fact, fix);
    } else {
        let rule = &rule::BUTTON_PHONE_NUMBER_TOO_LONG;
        findings.too_long(rule, place, "the phone number", length, limits::PHONE_NUMBER);
    }
}
