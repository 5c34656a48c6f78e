//! Buttons of kinds that have a syntax of their own.

use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use wa_template_definition::{
    Button, ButtonKind, Flow, OneTimePassword, OneTimePasswordKind, PaymentKind, SupportedApp,
};

use super::first_time;
use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Item, Lit, LitStr};
use crate::report::Report;
use crate::suggest;

/// A placeholder that stands for a whole value: `"{{coupon}}"`.
#[derive(Clone)]
pub(crate) struct WrittenPlaceholder {
    pub(crate) text: LitStr,
    pub(crate) name: String,
}

/// A button of a kind that has a syntax of its own.
#[derive(Clone)]
pub(crate) enum Special {
    /// `copy_code("{{coupon}}")`; its sample is that of the field.
    CopyCode(Option<WrittenPlaceholder>),
    /// `payment_request(boleto)`; its sample is that of the field.
    PaymentRequest(PaymentKind),
    /// Everything else is complete. What stands in its brackets is kept for errors.
    Ready(Box<Button>, Vec<Argument>),
}

/// What stands in the brackets of a button, each with its token: `("hash", "K8a/AINcGX7")` of an application.
#[derive(Clone)]
pub(crate) struct Argument {
    pub(crate) key: &'static str,
    pub(crate) value: String,
    pub(crate) span: Span,
}

impl Argument {
    fn text(key: &'static str, literal: &LitStr) -> Self {
        Self { key, value: literal.value(), span: literal.span() }
    }

    fn word(key: &'static str, item: &Item) -> Self {
        Self { key, value: String::new(), span: item.span() }
    }
}

impl WrittenPlaceholder {
    /// Reads `"{{name}}"`.
    pub(super) fn read(text: &LitStr) -> Option<Self> {
        let value = text.value();
        let name = value.strip_prefix("{{")?.strip_suffix("}}")?.trim().to_owned();
        Some(Self { text: text.clone(), name })
    }
}

/// Reads what stands in the brackets of a button without a leading label; its label, if it has one all the same.
pub(super) fn read(
    report: &Report,
    kind: &str,
    item: &Item,
    elements: &[Element],
    syntax: &str,
) -> Option<(Option<LitStr>, Special)> {
    let button = match kind {
        "copy_code" => copy_code(report, elements, syntax),
        "payment_request" => payment_request(report, item, elements, syntax),
        "otp" => return one_time_password(report, item, elements),
        _ => contact_info(report, elements),
    };
    Some((None, button?))
}

fn contact_info(report: &Report, elements: &[Element]) -> Option<Special> {
    match elements {
        [] => Some(Special::Ready(Box::new(Button::request_contact_info()), Vec::new())),
        [Element::Broken { .. }, ..] => None,
        [other, ..] => {
            let fact = "the label of this button is the platform's";
            report.add(&Diagnostic::new(other.span(), fact).help("write `request_contact_info`"));
            None
        }
    }
}

/// A button that is its label and, if it is a flow, a few keys.
pub(super) fn labelled(
    report: &Report,
    kind: &str,
    label: &LitStr,
    rest: &[Element],
    syntax: &str,
) -> Option<Special> {
    let label = label.value();
    let what = kind;
    let kind = match kind {
        "catalog" => ButtonKind::Catalog,
        "mpm" => ButtonKind::MultiProduct,
        "spm" => ButtonKind::SingleProduct,
        "voice_call" => ButtonKind::VoiceCall,
        "order_details" => ButtonKind::OrderDetails,
        _ => {
            let (flow, arguments) = flow(report, rest, syntax)?;
            return Some(Special::Ready(Box::new(Button::flow(label, flow)), arguments));
        }
    };
    if let Some(extra) = rest.first() {
        let diagnostic = Diagnostic::new(extra.span(), format!("`{what}` has a label only"));
        report.add(&diagnostic.help(format!("write `{syntax}`")));
    }
    Some(Special::Ready(Box::new(Button::labelled(label, kind)), Vec::new()))
}

fn copy_code(report: &Report, elements: &[Element], syntax: &str) -> Option<Special> {
    match elements {
        [] => Some(Special::CopyCode(None)),
        [Element::Literal(Lit::Str(text))] => {
            if let Some(placeholder) = WrittenPlaceholder::read(text) {
                return Some(Special::CopyCode(Some(placeholder)));
            }
            let diagnostic = Diagnostic::new(text.span(), "the label of this button is the platform's");
            report.add(&diagnostic.help(format!("name the field of the code: `{syntax}`")));
            None
        }
        [Element::Literal(Lit::Str(label)), Element::Literal(Lit::Str(code))]
            if WrittenPlaceholder::read(label).is_none() && WrittenPlaceholder::read(code).is_some() =>
        {
            let diagnostic = Diagnostic::new(label.span(), "the label of this button is the platform's");
            report.add(&diagnostic.help(format!("write `copy_code({})`", code.token())));
            None
        }
        [Element::Broken { .. }, ..] => None,
        [Element::Literal(Lit::Str(_)), other, ..] | [other, ..] => {
            let diagnostic = Diagnostic::new(other.span(), "a copied code is one placeholder");
            report.add(&diagnostic.help(format!("write `{syntax}`")));
            None
        }
    }
}

fn payment_request(report: &Report, item: &Item, elements: &[Element], syntax: &str) -> Option<Special> {
    let kinds: Vec<&str> = vec!["pix_dynamic_code", "boleto", "payment_link"];
    let [Element::Item(kind @ Item { form: Form::Word, .. })] = elements else {
        if !elements.iter().any(|element| matches!(element, Element::Broken { .. })) {
            let help = format!("write `{syntax}`; known kinds: {}", suggest::list(&kinds));
            report.add(&item.wrong_form("`payment_request` takes one way to pay").help(help));
        }
        return None;
    };
    let key = kind.key();
    let Some(known) = PaymentKind::KNOWN.into_iter().find(|known| known.as_str() == key) else {
        let help = suggest::help(&key, "known kinds", &kinds);
        report.add(&Diagnostic::over(&kind.path, format!("unknown kind of payment `{key}`")).help_if(help));
        return None;
    };
    Some(Special::PaymentRequest(known))
}

const FLOW: &[&str] = &["id", "name", "json", "navigate", "data_exchange", "icon"];

fn flow(report: &Report, elements: &[Element], syntax: &str) -> Option<(Flow, Vec<Argument>)> {
    let (mut flow, mut arguments) = (Flow::default(), Vec::new());
    let mut seen = Vec::new();
    for element in elements {
        let Element::Item(item) = element else {
            if !matches!(element, Element::Broken { .. }) {
                let diagnostic = Diagnostic::new(element.span(), "a value without a key");
                report.add(&diagnostic.help(format!("write `{syntax}`")));
            }
            return None;
        };
        if !first_time(report, &mut seen, item) {
            continue;
        }
        let mut text = |key, example| {
            let text = item.text(report, example)?;
            arguments.push(Argument { span: item.span(), ..Argument::text(key, &text) });
            Some(text.value())
        };
        match item.key().as_str() {
            "id" => flow.id = Some(text("source", "123")?),
            "name" => flow.name = Some(text("source", "booking")?),
            "json" => flow.json = Some(text("source", "{…}")?),
            "navigate" => flow.navigate_screen = Some(text("navigate", "WELCOME")?),
            "icon" => flow.icon = Some(text("icon", "REVIEW")?.to_ascii_uppercase()),
            "data_exchange" => {
                item.word(report);
                flow.action = Some("DATA_EXCHANGE".to_owned());
            }
            key => {
                let help = suggest::keys(key, "known keys", FLOW);
                report
                    .add(&Diagnostic::over(&item.path, format!("unknown key `{key}` of a flow")).help(help));
                return None;
            }
        }
    }
    if flow.navigate_screen.is_some() && flow.action.is_none() {
        flow.action = Some("NAVIGATE".to_owned());
    }
    Some((flow, arguments))
}

const OTP: &[&str] =
    &["copy_code", "one_tap", "zero_tap", "app", "text", "autofill_text", "zero_tap_terms_accepted"];

fn one_time_password(
    report: &Report,
    item: &Item,
    elements: &[Element],
) -> Option<(Option<LitStr>, Special)> {
    let (mut kind, mut label): (Option<(OneTimePasswordKind, String)>, Option<LitStr>) = (None, None);
    let (mut seen, mut arguments) = (Vec::new(), Vec::new());
    let mut password = OneTimePassword::new(OneTimePasswordKind::CopyCode);
    for element in elements {
        let Element::Item(item) = element else {
            if let Element::Literal(value) = element {
                report.add(&without_key(value));
            }
            return None;
        };
        let key = item.key();
        if key != "app" && !first_time(report, &mut seen, item) {
            continue;
        }
        let found = match key.as_str() {
            "copy_code" => Some(OneTimePasswordKind::CopyCode),
            "one_tap" => Some(OneTimePasswordKind::OneTap),
            "zero_tap" => Some(OneTimePasswordKind::ZeroTap),
            _ => None,
        };
        if let Some(found) = found {
            if let Form::List(tokens) = &item.form {
                let is_app = matches!(tokens.clone().into_iter().next(), Some(TokenTree::Literal(_)));
                let is_app = is_app && found != OneTimePasswordKind::CopyCode;
                let help =
                    if is_app { format!("write `{key}, app({tokens})`") } else { format!("write `{key}`") };
                report.add(&item.wrong_form(format!("`{key}` takes no value")).help(help));
                return None;
            }
            item.word(report);
            if let Some((_, earlier)) = &kind {
                let fact = format!("`{earlier}` and `{key}` both say how the code is delivered");
                report.add(&Diagnostic::over(&item.path, fact).help("keep one of them"));
                // What else it needs depends on that.
                return None;
            }
            kind = Some((found, key));
            arguments.push(Argument::word("kind", item));
            continue;
        }
        match key.as_str() {
            "zero_tap_terms_accepted" => {
                item.word(report);
                password.zero_tap_terms_accepted = Some(true);
            }
            "text" => label = Some(item.text(report, "Copy code")?),
            "autofill_text" => {
                let text = item.text(report, "Autofill")?;
                arguments.push(Argument::text("autofill_text", &text));
                password.autofill_text = Some(text.value());
            }
            "app" => password.supported_apps.push(supported_app(report, item, &mut arguments)?),
            key => {
                let help = match suggest::key(key, OTP.iter().copied()) {
                    Some("app") => "write `app(\"com.example.app\", \"K8a/AINcGX7\")`".to_owned(),
                    _ => suggest::keys(key, "known keys", OTP),
                };
                report.add(
                    &Diagnostic::over(&item.path, format!("unknown key `{key}` of a one-time code"))
                        .help(help),
                );
                return None;
            }
        }
    }
    let Some((kind, _)) = kind else {
        let diagnostic = item.wrong_form("`otp` does not say how the code is delivered");
        report.add(
            &diagnostic.help("write `otp(copy_code)`; known kinds: `copy_code`, `one_tap` and `zero_tap`"),
        );
        return None;
    };
    password.kind = kind;
    let button = Button::one_time_password(label.as_ref().map(LitStr::value), password);
    Some((label, Special::Ready(Box::new(button), arguments)))
}

/// A text among the keys of a one-time code.
fn without_key(value: &Lit) -> Diagnostic {
    let diagnostic = Diagnostic::over(value, "a value without a key");
    diagnostic.help(match value {
        Lit::Str(text) if OTP.contains(&text.value().as_str()) => {
            format!("write `{}`, without quotation marks", text.value())
        }
        Lit::Str(text) if !text.value().contains("{{") => {
            format!("write `otp(copy_code, text = {})`", text.to_token_stream())
        }
        _ => "write `otp(copy_code)`, and mark the field of the code `#[wa(code)]`".to_owned(),
    })
}

/// `app("com.example", "K8a/AINcGX7")`.
fn supported_app(report: &Report, item: &Item, arguments: &mut Vec<Argument>) -> Option<SupportedApp> {
    if let Form::List(tokens) = &item.form
        && let [Element::Literal(Lit::Str(package)), Element::Literal(Lit::Str(hash))] =
            item::read_list(report, tokens.clone()).as_slice()
    {
        arguments.push(Argument::word("app", item));
        arguments.push(Argument::text("package", package));
        arguments.push(Argument::text("hash", hash));
        return Some(SupportedApp::new(package.value(), hash.value()));
    }
    let diagnostic = item.wrong_form("an application is its package name and its signature hash");
    report.add(&diagnostic.help("write `app(\"com.example.app\", \"K8a/AINcGX7\")`"));
    None
}
