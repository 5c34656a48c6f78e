//! What the kinds of templates need beyond the rules: violations that follow from something that was reported already,
//! fixes in the words of attributes, samples that do not stand where others do.

use proc_macro2::Span;
use wa_template_definition::rule::{
    AUTHENTICATION_CONTENT, BODY_MISSING, BODY_PLACEHOLDER_GAP, BUTTON_FLOW_ACTION, BUTTON_FLOW_SOURCE,
    BUTTON_LABEL_TOO_LONG, BUTTONS_EMPTY, CAROUSEL_CARD_BUTTONS, CAROUSEL_CARD_COUNT, CAROUSEL_CARD_HEADER,
    CAROUSEL_CARDS_ALIKE, CATEGORY_UNKNOWN, HEADER_PLACEHOLDER_GAP, HEADER_PLACEHOLDERS, LANGUAGE_UNKNOWN,
    MARKETING_ONLY, MESSAGE_SEND_TTL_RANGE, ONE_TIME_PASSWORD_APPS, ONE_TIME_PASSWORD_HASH,
    ONE_TIME_PASSWORD_PACKAGE, ONE_TIME_PASSWORD_TERMS, ORDER_STATUS_CATEGORY, PLACEHOLDER_ADJACENT,
    PLACEHOLDER_BRACES, PLACEHOLDER_MIXED, PLACEHOLDER_NAME, PRODUCT_HEADER, Rule,
};
use wa_template_definition::{
    Body, Button, ButtonKind, Category, OneTimePasswordKind, Part, PlaceholderName, Section, Slot, Violation,
    language, limits,
};

use super::Language;
use super::samples::missing_example;
use crate::diagnostic::Diagnostic;
use crate::item::LitStr;
use crate::report::Report;
use crate::suggest;
use crate::template::parse::{Argument, Special, WrittenButton, WrittenField, WrittenSection};

/// Whether another error already says what this violation says.
pub(super) fn follows_from_another(model: &Language<'_>, violation: &Violation) -> bool {
    let written = &model.source.written;
    let is = |rules: &[&Rule]| rules.iter().any(|rule| rule.id == violation.rule());
    let of_category =
        [&AUTHENTICATION_CONTENT, &MARKETING_ONLY, &MESSAGE_SEND_TTL_RANGE, &ORDER_STATUS_CATEGORY];
    if is(&of_category) && category_is_unknown(model) {
        return true;
    }
    let section = written.section_at(violation.place().card());
    let incomplete = section.is_some_and(|section| !section.is_complete());
    if is(&[&BODY_MISSING]) && violation.place().card().is_none() {
        // The text beside a one-time code is the platform's: what is wrong there is the category.
        written.authentication.is_some() || has_one_time_password(model)
    } else if is(&[&AUTHENTICATION_CONTENT, &PRODUCT_HEADER, &CAROUSEL_CARD_HEADER, &CAROUSEL_CARD_BUTTONS]) {
        // What is missing, or one too many, may be what could not be read.
        incomplete || written.is_broken("buttons")
    } else {
        // What could not be read may be several cards.
        let is_unread = |card: &WrittenSection| card.broken.iter().any(|key| key == "card");
        let unread = || written.carousel.iter().flat_map(|(_, cards)| cards).any(is_unread);
        is(&[&CAROUSEL_CARDS_ALIKE]) && !model.complete || is(&[&CAROUSEL_CARD_COUNT]) && unread()
    }
}

fn category_is_unknown(model: &Language<'_>) -> bool {
    model.source.written.is_broken("category") || matches!(model.definition.category(), Category::Other(_))
}

fn has_one_time_password(model: &Language<'_>) -> bool {
    model.definition.buttons().iter().any(Button::is_one_time_password)
}

/// The fact where the definition has another spelling than the attributes.
pub(super) fn fact(model: &Language<'_>, violation: &Violation) -> Option<String> {
    let written =
        model.source.written.category.as_ref().filter(|_| violation.rule() == CATEGORY_UNKNOWN.id)?;
    Some(format!("`{}` is not a category", written.value()))
}

/// What was probably meant.
pub(super) fn suggestion(model: &Language<'_>, violation: &Violation) -> Option<String> {
    let literal = model.source.literal(violation.place())?;
    let written = literal.value();
    if violation.rule() == PLACEHOLDER_NAME.id {
        return without_format(&written, violation);
    }
    let meant = if violation.rule() == CATEGORY_UNKNOWN.id {
        suggest::similar(&written, ["marketing", "utility", "authentication"])
    } else if violation.rule() == LANGUAGE_UNKNOWN.id {
        // A country is as near to most others: of these the rule lists all.
        let other_length = |code: &&str| code.len() != written.len();
        suggest::similar(&written, language::CODES.iter().copied().filter(other_length))
            .filter(|_| !written.contains('-'))
    } else {
        None
    };
    meant.map(|meant| format!("did you mean `{meant}`?"))
}

/// `{{price:>8}}` is a placeholder of `format!`.
fn without_format(text: &str, violation: &Violation) -> Option<String> {
    let braces = text.get(violation.place().range()?)?;
    let (name, _) = braces.trim_start_matches('{').split_once(':')?;
    let is_name = PlaceholderName::is_valid(name);
    is_name.then(|| format!("write `{{{{{name}}}}}`: a value is sent as the field has it, without a format"))
}

/// The fix where attributes have another word for it than definitions.
pub(super) fn fix(model: &Language<'_>, violation: &Violation) -> Option<&'static str> {
    let definition = model.definition;
    let is = |rule: &Rule| rule.id == violation.rule();
    let bare = definition.buttons().is_empty()
        && definition.header().is_none()
        && definition.body().and_then(Body::text).is_none();
    let copies = definition.buttons().iter().any(|button| match button.kind() {
        ButtonKind::OneTimePassword(password) => password.kind == OneTimePasswordKind::CopyCode,
        _ => false,
    });
    let coupons =
        definition.buttons().iter().any(|button| matches!(button.kind(), ButtonKind::CopyCode { .. }));
    if is(&BUTTON_FLOW_SOURCE) {
        Some("give exactly one of `id`, `name` and `json`: `flow(\"Book\", id = \"123\")`")
    } else if is(&BUTTON_FLOW_ACTION) {
        Some("remove `navigate`, or remove `data_exchange`")
    } else if is(&PRODUCT_HEADER) {
        Some("add `buttons(spm(\"View\"))`, or use another header")
    } else if is(&AUTHENTICATION_CONTENT) && coupons {
        Some("write `otp(copy_code)` in place of `copy_code(…)`, or make its category `marketing`")
    } else if is(&AUTHENTICATION_CONTENT) && bare {
        Some("add `buttons(otp(copy_code))`")
    } else if is(&ONE_TIME_PASSWORD_APPS) && !copies {
        Some("name 1 to 5 of them: `app(\"com.example.app\", \"K8a/AINcGX7\")`")
    } else {
        None
    }
}

/// The fields whose sample a violation is about: the value of a button without a placeholder in a text.
fn fields_of_sample<'m>(
    model: &Language<'m>,
    violation: &Violation,
) -> Option<impl Iterator<Item = &'m WrittenField>> {
    let place = violation.place();
    match (place.part(), place.card(), model.source.file()) {
        (Part::ButtonExample(index), None, None) => Some(model.source.fields_of_button(index)),
        _ => None,
    }
}

/// The sample of a button's value, which stands on its field.
pub(super) fn sample_of_button<'m>(model: &Language<'m>, violation: &Violation) -> Option<&'m LitStr> {
    fields_of_sample(model, violation)?.find_map(|field| field.example.as_ref())
}

/// The token between a button's brackets that a violation is about.
pub(super) fn argument(model: &Language<'_>, violation: &Violation) -> Option<Span> {
    let (Part::Button(index) | Part::ButtonLabel(index)) = violation.place().part() else { return None };
    let source = Some(model.source).filter(|source| source.file().is_none())?;
    let button = source.button_at(violation.place().card(), index)?;
    let WrittenButton::Special { button: Special::Ready(_, arguments), .. } = button else { return None };
    let nth = |key: &str, count: usize| arguments.iter().filter(|argument| argument.key == key).nth(count);
    let quoted = |key: &str| {
        let is_quoted = |argument: &&Argument| violation.fact().contains(&format!("`{}`", argument.value));
        let mut of_key = arguments.iter().filter(|argument| argument.key == key);
        // What is too long is not quoted.
        of_key.clone().find(is_quoted).or_else(|| of_key.next())
    };
    let is = |rule: &Rule| rule.id == violation.rule();
    let found = if is(&ONE_TIME_PASSWORD_PACKAGE) {
        quoted("package")
    } else if is(&ONE_TIME_PASSWORD_HASH) {
        quoted("hash")
    } else if is(&ONE_TIME_PASSWORD_APPS) {
        let copies = match model.definition.buttons().get(index).map(Button::kind) {
            Some(ButtonKind::OneTimePassword(password)) => password.kind == OneTimePasswordKind::CopyCode,
            _ => false,
        };
        let copied = nth("app", 0).or(nth("autofill_text", 0).filter(|_| copies));
        nth("app", *limits::SUPPORTED_APPS.end()).or(copied).or(nth("kind", 0))
    } else if is(&ONE_TIME_PASSWORD_TERMS) {
        nth("kind", 0)
    } else if is(&BUTTON_FLOW_SOURCE) {
        nth("source", 1)
    } else if is(&BUTTON_FLOW_ACTION) {
        nth("navigate", 0)
    } else if is(&BUTTON_LABEL_TOO_LONG) && violation.place().part() == Part::Button(index) {
        nth("autofill_text", 0)
    } else {
        None
    };
    found.map(|argument| argument.span)
}

/// Keeps a coupon code or a payment without a sample, at the field that lacks it. `false` if it has to be told otherwise.
pub(super) fn example_of_value(
    model: &Language<'_>,
    violation: &Violation,
    told: &mut Vec<(String, Diagnostic)>,
) -> bool {
    let Some(mut fields) = fields_of_sample(model, violation) else { return false };
    // Without a field the button is reported for that.
    if let Some(field) = fields.next() {
        missing_example(field, violation, told);
    }
    true
}

/// `authentication(…)` in a template of another category. One with the button is refused for that.
pub(super) fn authentication(report: &Report, model: &Language<'_>) {
    let category = model.definition.category();
    let Some(authentication) = &model.source.written.authentication else { return };
    if model.source.file().is_some() {
        // Refused beside a file.
        return;
    }
    if *category == Category::Authentication || category_is_unknown(model) || has_one_time_password(model) {
        return;
    }
    let fact = format!("`authentication` in a {category} template");
    let help = "make its category `authentication`, or remove this";
    report.add(&Diagnostic::new(authentication.span, fact).help(help));
}

/// Of violations that have one cause, keeps the one that names it.
pub(super) fn keep_causes(violations: &mut Vec<Violation>) {
    let rules: Vec<&'static str> = violations.iter().map(Violation::rule).collect();
    let has = |rule: &Rule| rules.contains(&rule.id);
    let follows = |violation: &Violation| {
        let (place, is) = (violation.place(), |known: &Rule| known.id == violation.rule());
        is(&BUTTONS_EMPTY) && (has(&AUTHENTICATION_CONTENT) || has(&CAROUSEL_CARD_BUTTONS))
            || (is(&BODY_PLACEHOLDER_GAP) || is(&HEADER_PLACEHOLDER_GAP))
                && (has(&PLACEHOLDER_MIXED) || has(&PLACEHOLDER_BRACES))
            || is(&PLACEHOLDER_ADJACENT) && has(&HEADER_PLACEHOLDERS) && place.part() == Part::Header
            // It is the category that does not fit.
            || is(&MESSAGE_SEND_TTL_RANGE) && has(&AUTHENTICATION_CONTENT)
            || is(&PRODUCT_HEADER) && has(&BUTTONS_EMPTY)
    };
    violations.retain(|violation| !follows(violation));
}

/// Samples of cards that belong to no placeholder.
pub(super) fn samples_of_nothing(model: &Language<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for card in model.definition.cards() {
        let names = placeholders(model, card);
        let lacking: Vec<&String> = lacking(model, card, &names).collect();
        for (name, example) in strangers(model, card) {
            let fact = format!("the card has no placeholder `{{{{{name}}}}}`");
            let meant = suggest::similar(name, names.iter().map(String::as_str));
            let help = match (meant, lacking.as_slice(), names.first()) {
                (Some(meant), ..) => format!("did you mean `{meant}`?"),
                (None, [lacking], _) if !is_number(lacking) => {
                    format!("`{{{{{lacking}}}}}` has no example: write `{lacking} = \"…\"`")
                }
                (None, _, Some(placeholder)) if is_number(name) && !is_number(placeholder) => {
                    format!("say whose it is: `examples({placeholder} = \"…\")`")
                }
                (None, ..) => "remove it".to_owned(),
            };
            found.push(Diagnostic::new(example.span(), fact).help(help));
        }
    }
    found
}

/// The placeholders of a card without a sample.
fn lacking<'m>(
    model: &Language<'m>,
    card: Section<'m>,
    names: &'m [String],
) -> impl Iterator<Item = &'m String> {
    let examples = model.source.written.section_at(card.card()).map(|section| &section.examples);
    let known = move |name: &&String| examples.into_iter().flatten().any(|(known, _)| known == *name);
    names.iter().filter(move |name| !known(name))
}

/// What to write for all samples that a card lacks; told at the first of them.
pub(super) fn all_samples(model: &Language<'_>, index: usize, placeholder: &str) -> Option<String> {
    let card = model.definition.cards().nth(index)?;
    let names = placeholders(model, card);
    let mut lacking: Vec<&String> = lacking(model, card, &names).collect();
    // A payload needs no sample.
    let slots = card.slots();
    lacking.retain(|name| slots.iter().any(|slot| slot.authored.as_ref() == Some(*name)));
    lacking.dedup();
    if lacking.first().is_some_and(|first| *first != placeholder) {
        return None;
    }
    if lacking.iter().any(|name| is_number(name)) {
        return Some("add `examples(\"…\", \"…\")` to the card, one text for each number".to_owned());
    }
    let samples: Vec<String> = lacking.iter().map(|name| format!("{name} = \"…\"")).collect();
    Some(format!("add `examples({})` to the card", samples.join(", ")))
}

/// The sample of a card's placeholder, which is there but empty.
pub(super) fn empty_sample<'m>(model: &Language<'m>, index: usize, placeholder: &str) -> Option<&'m LitStr> {
    let section = model.source.written.section_at(Some(index))?;
    section.examples.iter().find(|(name, _)| name == placeholder).map(|(_, example)| example)
}

/// Whether the missing sample of a card's placeholder is explained by another error.
pub(super) fn sample_is_explained(model: &Language<'_>, index: usize, placeholder: &str) -> bool {
    let incomplete =
        model.source.written.section_at(Some(index)).is_none_or(|section| !section.is_complete());
    let misspelled = |card| {
        let strangers = strangers(model, card);
        let unnamed = !is_number(placeholder) && strangers.iter().any(|(name, _)| is_number(name));
        let names = placeholders(model, card);
        // The only one without a sample, and the only sample of nothing: one of the two was renamed.
        let renamed = strangers.len() == 1 && lacking(model, card, &names).count() == 1;
        unnamed || renamed || suggest::similar(placeholder, strangers.iter().map(|(name, _)| *name)).is_some()
    };
    incomplete || model.definition.cards().nth(index).is_some_and(misspelled)
}

/// Whether a placeholder is numbered, not named.
pub(super) fn is_number(placeholder: &str) -> bool {
    placeholder.bytes().all(|byte| byte.is_ascii_digit())
}

fn placeholders(model: &Language<'_>, card: Section<'_>) -> Vec<String> {
    let whole = |slot: &Slot| {
        let placeholder = model.source.value_placeholder(card.card(), slot.kind.button()?)?;
        Some(placeholder.name.clone())
    };
    card.slots().iter().filter_map(|slot| slot.authored.clone().or_else(|| whole(slot))).collect()
}

fn strangers<'m>(model: &Language<'m>, card: Section<'_>) -> Vec<(&'m str, &'m LitStr)> {
    let names = placeholders(model, card);
    let section = model.source.written.section_at(card.card()).filter(|section| section.is_complete());
    let examples = section.into_iter().flat_map(|section| &section.examples);
    examples
        .filter(|(name, _)| !names.contains(name))
        .map(|(name, example)| (name.as_str(), example))
        .collect()
}
