//! `buttons(…)`.

use proc_macro2::{Span, TokenStream};
use syn::{Lit, LitStr, Path};

use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Item};
use crate::report::Report;
use crate::suggest;

/// A button as written. The position in the list is its index, so one that could not be read keeps its place.
pub(crate) enum WrittenButton {
    QuickReply { span: Span, label: LitStr, payload: WrittenPayload },
    Url { span: Span, label: LitStr, url: LitStr },
    PhoneNumber { span: Span, label: LitStr, number: LitStr },
    Broken { span: Span },
}

/// What a tap on a quick reply brings back.
pub(crate) enum WrittenPayload {
    /// The label, or what a field with `#[wa(button = 0)]` holds.
    Absent,
    /// `Answer::Yes`
    Constant(Path),
    /// `"{{confirm}}"`
    Placeholder { text: LitStr, name: String },
}

impl WrittenButton {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::QuickReply { span, .. }
            | Self::Url { span, .. }
            | Self::PhoneNumber { span, .. }
            | Self::Broken { span } => *span,
        }
    }
}

const KINDS: &[(&str, &str)] = &[
    ("quick_reply", "quick_reply(\"Yes\")"),
    ("url", "url(\"Track\", \"https://www.example.com/{{code}}\")"),
    ("phone_number", "phone_number(\"Call\", \"+15550051310\")"),
];

pub(super) fn read(report: &Report, tokens: TokenStream) -> Vec<WrittenButton> {
    item::read_list(report, tokens)
        .into_iter()
        .map(|element| {
            read_button(report, &element).unwrap_or(WrittenButton::Broken { span: element.span() })
        })
        .collect()
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
        let help = suggest::help(&kind, "known kinds", &kinds);
        report.add(&Diagnostic::over(&item.path, format!("unknown kind of button `{kind}`")).help_if(help));
        return None;
    };
    let Form::List(tokens) = &item.form else {
        report.add(&item.wrong_form(format!("`{kind}` needs a label")).help(format!("write `{syntax}`")));
        return None;
    };
    let elements = item::read_list(report, tokens.clone());
    let arguments = Arguments { report, item, syntax, elements: &elements };
    let label = arguments.text(0, "label")?;
    match kind.as_str() {
        "quick_reply" => {
            let payload = read_payload(report, elements.get(1))?;
            arguments.end(2);
            Some(WrittenButton::QuickReply { span, label, payload })
        }
        "url" => {
            let url = arguments.text(1, "address")?;
            arguments.end(2);
            Some(WrittenButton::Url { span, label, url })
        }
        _ => {
            let number = arguments.text(1, "phone number")?;
            arguments.end(2);
            Some(WrittenButton::PhoneNumber { span, label, number })
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
    /// The text at a position.
    fn text(&self, index: usize, what: &str) -> Option<LitStr> {
        let kind = self.item.key();
        let diagnostic = match self.elements.get(index) {
            Some(Element::Literal(Lit::Str(text))) => return Some(text.clone()),
            Some(Element::Broken { .. }) => return None,
            Some(other) => Diagnostic::new(other.span(), format!("the {what} of `{kind}` is a text")),
            None => Diagnostic::over(&self.item.path, format!("`{kind}` needs its {what}")),
        };
        self.report.add(&diagnostic.help(format!("write `{}`", self.syntax)));
        None
    }

    /// Makes sure that nothing follows.
    fn end(&self, count: usize) {
        if let Some(extra) = self.elements.get(count) {
            let fact = format!("`{}` takes at most {count} values", self.item.key());
            self.report.add(&Diagnostic::new(extra.span(), fact).help(format!("write `{}`", self.syntax)));
        }
    }
}

fn read_payload(report: &Report, element: Option<&Element>) -> Option<WrittenPayload> {
    match element {
        None => Some(WrittenPayload::Absent),
        Some(Element::Broken { .. }) => None,
        Some(Element::Item(Item { path, form: Form::Word })) => Some(WrittenPayload::Constant(path.clone())),
        Some(Element::Literal(Lit::Str(text))) => {
            let value = text.value();
            if let Some(name) = value.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")) {
                let name = name.trim().to_owned();
                return Some(WrittenPayload::Placeholder { text: text.clone(), name });
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
