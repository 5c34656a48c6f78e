//! `buttons(…)`.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::Path;

use super::special_buttons::{self, Special, WrittenPlaceholder};
use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Item, Lit, LitStr};
use crate::report::Report;
use crate::suggest;

/// A button as written. The position in the list is its index, so one that could not be read keeps its place.
#[derive(Clone)]
pub(crate) enum WrittenButton {
    QuickReply { span: Span, label: LitStr, payload: WrittenPayload },
    Url { span: Span, label: LitStr, url: LitStr },
    PhoneNumber { span: Span, label: LitStr, number: LitStr },
    Special { span: Span, label: Option<LitStr>, button: Special },
    Broken { span: Span },
}

/// What a tap on a quick reply brings back.
#[derive(Clone)]
pub(crate) enum WrittenPayload {
    /// The label, or what a field with `#[wa(button = 0)]` holds.
    Absent,
    /// `Answer::Yes`
    Constant(Path),
    /// `"{{confirm}}"`
    Placeholder(WrittenPlaceholder),
}

impl WrittenButton {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::QuickReply { span, .. }
            | Self::Url { span, .. }
            | Self::PhoneNumber { span, .. }
            | Self::Special { span, .. }
            | Self::Broken { span } => *span,
        }
    }
}

impl WrittenButton {
    /// Its texts.
    pub(super) fn literals(&self) -> impl Iterator<Item = &LitStr> {
        let (label, other) = match self {
            Self::QuickReply { label, .. } => (Some(label), None),
            Self::Url { label, url: other, .. } | Self::PhoneNumber { label, number: other, .. } => {
                (Some(label), Some(other))
            }
            Self::Special { label, .. } => (label.as_ref(), None),
            Self::Broken { .. } => (None, None),
        };
        label.into_iter().chain(other)
    }

    /// What it carries as its whole value, with its tokens: a payload or a coupon code.
    pub(crate) fn value(&self) -> Option<(String, TokenStream)> {
        match self {
            Self::QuickReply { payload: WrittenPayload::Constant(path), .. } => {
                Some((item::written(path), path.to_token_stream()))
            }
            Self::QuickReply { payload: WrittenPayload::Placeholder(placeholder), .. }
            | Self::Special { button: Special::CopyCode(Some(placeholder)), .. } => {
                Some((format!("{{{{{}}}}}", placeholder.name), placeholder.text.to_token_stream()))
            }
            _ => None,
        }
    }

    /// The same button with another label.
    pub(super) fn relabel(&mut self, new: LitStr) {
        match self {
            Self::QuickReply { label, .. } | Self::Url { label, .. } | Self::PhoneNumber { label, .. } => {
                *label = new;
            }
            Self::Special { label, button, .. } => {
                if let Special::Ready(button, _) = button {
                    **button = (**button).clone().with_label(new.value());
                }
                *label = Some(new);
            }
            Self::Broken { .. } => {}
        }
    }
}

const KINDS: &[(&str, &str)] = &[
    ("quick_reply", "quick_reply(\"Yes\")"),
    ("url", "url(\"Track\", \"https://www.example.com/{{code}}\")"),
    ("phone_number", "phone_number(\"Call\", \"+15550051310\")"),
    ("copy_code", "copy_code(\"{{coupon}}\")"),
    ("flow", "flow(\"Book\", id = \"123\", navigate = \"WELCOME\")"),
    ("catalog", "catalog(\"View catalog\")"),
    ("mpm", "mpm(\"View items\")"),
    ("spm", "spm(\"View\")"),
    ("voice_call", "voice_call(\"Call now\")"),
    ("order_details", "order_details(\"Review and Pay\")"),
    ("payment_request", "payment_request(boleto)"),
    ("request_contact_info", "request_contact_info"),
    ("otp", "otp(one_tap, app(\"com.example.app\", \"K8a/AINcGX7\"))"),
];

/// Kinds whose first value is not a label: the platform supplies it, or it is a key like others.
const WITHOUT_LABEL: &[&str] = &["copy_code", "payment_request", "request_contact_info", "otp"];

pub(super) fn read(report: &Report, tokens: TokenStream) -> Vec<WrittenButton> {
    item::read_list(report, tokens).iter().map(|element| read_one(report, element)).collect()
}

/// One button; one that could not be read keeps its place.
pub(super) fn read_one(report: &Report, element: &Element) -> WrittenButton {
    read_button(report, element).unwrap_or(WrittenButton::Broken { span: element.span() })
}

fn read_button(report: &Report, element: &Element) -> Option<WrittenButton> {
    let Element::Item(item) = element else {
        if matches!(element, Element::Broken { .. }) {
            return None;
        }
        let help = "say what kind of button it is: `quick_reply(\"Yes\")`";
        report.add(&Diagnostic::new(element.span(), "a button is more than its label").help(help));
        return None;
    };
    let kind = item.key();
    let span = item.span();
    let Some((_, syntax)) = KINDS.iter().find(|(known, _)| *known == kind) else {
        let kinds: Vec<_> = KINDS.iter().map(|(kind, _)| *kind).collect();
        let help = suggest::keys(&kind, "known kinds", &kinds);
        report.add(&Diagnostic::over(&item.path, format!("unknown kind of button `{kind}`")).help(help));
        return None;
    };
    if WITHOUT_LABEL.contains(&kind.as_str()) {
        let elements = match &item.form {
            Form::List(tokens) => item::read_list(report, tokens.clone()),
            Form::Word => Vec::new(),
            Form::Value(_) | Form::Other(_) => {
                report.add(
                    &item.wrong_form(format!("`{kind}` takes a list")).help(format!("write `{syntax}`")),
                );
                return None;
            }
        };
        let (label, button) = special_buttons::read(report, &kind, item, &elements, syntax)?;
        return Some(WrittenButton::Special { span, label, button });
    }
    let Some(tokens) = item.list(report) else {
        report.add(&item.wrong_form(format!("`{kind}` needs a label")).help(format!("write `{syntax}`")));
        return None;
    };
    let elements = item::read_list(report, tokens);
    let arguments = Arguments { report, item, syntax, elements: &elements };
    if ["quick_reply", "url", "phone_number"].contains(&kind.as_str()) {
        arguments.without_keys()?;
    }
    let label = arguments.text(0, "label")?;
    match kind.as_str() {
        "quick_reply" => {
            let payload = read_payload(report, elements.get(1))?;
            arguments.end(2)?;
            Some(WrittenButton::QuickReply { span, label, payload })
        }
        "url" => {
            let url = arguments.text(1, "address")?;
            arguments.end(2)?;
            Some(WrittenButton::Url { span, label, url })
        }
        "phone_number" => {
            let number = arguments.text(1, "phone number")?;
            arguments.end(2)?;
            Some(WrittenButton::PhoneNumber { span, label, number })
        }
        _ => {
            let rest = elements.get(1..).unwrap_or_default();
            let button = special_buttons::labelled(report, &kind, &label, rest, syntax)?;
            Some(WrittenButton::Special { span, label: Some(label), button })
        }
    }
}

/// What stands in the brackets of one button.
struct Arguments<'a> {
    report: &'a Report,
    item: &'a Item,
    syntax: &'a str,
    elements: &'a [Element],
}

impl Arguments<'_> {
    /// Makes sure that no value is written like one of the platform's JSON: `text = "Shop"`.
    fn without_keys(&self) -> Option<()> {
        let keyed = self.elements.iter().find_map(|element| match element {
            Element::Item(item @ Item { form: Form::Value(value), .. }) => Some((item, value)),
            _ => None,
        });
        let Some((keyed, value)) = keyed else { return Some(()) };
        let kind = self.item.key();
        let (fact, help) = match (keyed.key().as_str(), value) {
            ("example", Lit::Str(text)) => (
                format!("the example of `{kind}` belongs to the field of the placeholder"),
                format!("remove it here and write `#[wa(example = {})]` on the field", text.token()),
            ),
            _ => (format!("the values of `{kind}` have no keys"), format!("write `{}`", self.syntax)),
        };
        self.report.add(&Diagnostic::over(&keyed.path, fact).help(help));
        None
    }

    /// The text at a position.
    fn text(&self, index: usize, what: &str) -> Option<LitStr> {
        let kind = self.item.key();
        if let ("url", 1, [Element::Literal(Lit::Str(only))]) = (kind.as_str(), index, self.elements)
            && only.value().starts_with("http")
        {
            let diagnostic = Diagnostic::over(&self.item.path, "`url` needs its label");
            self.report.add(&diagnostic.help("write it before the address: `url(\"Track\", \"https://…\")`"));
            return None;
        }
        if let ("quick_reply", 0, [Element::Item(Item { path, .. }), Element::Literal(Lit::Str(label))]) =
            (kind.as_str(), index, self.elements)
        {
            let help = format!("write `quick_reply({}, {})`", label.token(), item::written(path));
            let diagnostic = Diagnostic::over(path, "the label of a quick reply stands before its payload");
            self.report.add(&diagnostic.help(help));
            return None;
        }
        let diagnostic = match self.elements.get(index) {
            Some(Element::Literal(Lit::Str(text))) => return Some(text.clone()),
            Some(Element::Broken { .. }) => return None,
            Some(other) => Diagnostic::new(other.span(), format!("the {what} of `{kind}` is a text")),
            None => Diagnostic::over(&self.item.path, format!("`{kind}` needs its {what}")),
        };
        self.report.add(&diagnostic.help(format!("write `{}`", self.syntax)));
        None
    }

    /// Makes sure that nothing follows: with a value too many, nobody knows which is which.
    fn end(&self, count: usize) -> Option<()> {
        let Some(extra) = self.elements.get(count) else { return Some(()) };
        if matches!(extra, Element::Broken { .. }) {
            return None;
        }
        let fact = format!("`{}` takes at most {count} values", self.item.key());
        self.report.add(&Diagnostic::new(extra.span(), fact).help(format!("write `{}`", self.syntax)));
        None
    }
}

fn read_payload(report: &Report, element: Option<&Element>) -> Option<WrittenPayload> {
    match element {
        None => Some(WrittenPayload::Absent),
        Some(Element::Broken { .. }) => None,
        Some(Element::Item(Item { path, form: Form::Word, .. })) => {
            Some(WrittenPayload::Constant(path.clone()))
        }
        Some(Element::Literal(Lit::Str(text))) => {
            if let Some(placeholder) = WrittenPlaceholder::read(text) {
                return Some(WrittenPayload::Placeholder(placeholder));
            }
            report.add(
                &Diagnostic::new(text.span(), "the payload of a quick reply is a variant or one placeholder").help(
                    "write `Answer::Yes`, with `#[derive(WaPayload)]` and `#[wa(payload = \"…\")]` on the variant for \
                     an exact text, or `\"{{field}}\"`",
                ),
            );
            None
        }
        Some(other) => {
            report.add(
                &Diagnostic::new(
                    other.span(),
                    "the payload of a quick reply is a variant or one placeholder",
                )
                .help("write `Answer::Yes` or `\"{{field}}\"`"),
            );
            None
        }
    }
}
