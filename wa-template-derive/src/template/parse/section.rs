//! Header, body, footer and buttons: the keys that a template and its cards share.

use proc_macro2::Span;

use super::{WrittenButton, WrittenHeader, buttons, header};
use crate::item::{Form, Item, Lit, LitStr};
use crate::report::Report;

/// The parts of a template or of a card, as written.
#[derive(Clone, Default)]
pub(crate) struct WrittenSection {
    /// The word `card`; none for the template itself.
    pub(crate) span: Option<Span>,
    pub(crate) header: Option<WrittenHeader>,
    pub(crate) body: Option<LitStr>,
    pub(crate) footer: Option<LitStr>,
    pub(crate) buttons: Option<(Span, Vec<WrittenButton>)>,
    /// The samples of a card's placeholders, which its fields cannot give: they fill all cards.
    pub(crate) examples: Vec<(String, LitStr)>,
    /// Keys whose value could not be read.
    pub(crate) broken: Vec<String>,
}

/// What became of a key.
pub(super) enum Read {
    Done,
    /// It could not be read, which has been reported.
    Broken,
    /// It is none of these keys.
    Unknown,
}

impl WrittenSection {
    /// Reads one of the shared keys.
    pub(super) fn read_key(&mut self, report: &Report, key: &str, item: &Item) -> Read {
        let read = match key {
            "header" => keep(&mut self.header, read_header(report, item)),
            "body" => {
                let example = "Your order {{number}} has left our warehouse.";
                keep(&mut self.body, item.text(report, example))
            }
            "footer" => keep(&mut self.footer, item.text(report, "Lucky Shrub")),
            "buttons" => keep(&mut self.buttons, read_buttons(report, item)),
            _ => return Read::Unknown,
        };
        if read { Read::Done } else { Read::Broken }
    }

    /// Its texts.
    pub(crate) fn literals(&self) -> impl Iterator<Item = &LitStr> {
        let header = self.header.as_ref().and_then(|header| match header {
            WrittenHeader::Text(text) => Some(text),
            _ => None,
        });
        let buttons = self.buttons.iter().flat_map(|(_, buttons)| buttons);
        header
            .into_iter()
            .chain(&self.body)
            .chain(&self.footer)
            .chain(buttons.flat_map(WrittenButton::literals))
    }

    /// Whether everything that holds placeholders could be read.
    pub(crate) fn is_complete(&self) -> bool {
        let broken_button = |button: &WrittenButton| matches!(button, WrittenButton::Broken { .. });
        self.broken.is_empty() && !self.buttons.iter().flat_map(|(_, buttons)| buttons).any(broken_button)
    }
}

fn keep<T>(slot: &mut Option<T>, read: Option<T>) -> bool {
    let found = read.is_some();
    *slot = read;
    found
}

fn read_header(report: &Report, item: &Item) -> Option<WrittenHeader> {
    match &item.form {
        Form::Value(Lit::Str(text)) => Some(WrittenHeader::Text(text.clone())),
        Form::List(tokens) => header::read(report, item, tokens.clone()),
        Form::Value(_) | Form::Other(_) | Form::Word => {
            let help = header::meant(&item.form).map_or_else(
                || "write `header = \"Your order\"` or `header(image)`".to_owned(),
                |kind| format!("write `header({kind})`"),
            );
            report.add(&item.wrong_form("`header` takes a text or a kind").help(help));
            None
        }
    }
}

fn read_buttons(report: &Report, item: &Item) -> Option<(Span, Vec<WrittenButton>)> {
    let Some(tokens) = item.list(report) else {
        let diagnostic = item.wrong_form("`buttons` takes a list");
        report.add(&diagnostic.help("write `buttons(quick_reply(\"Yes\"))`"));
        return None;
    };
    Some((item.span(), buttons::read(report, tokens)))
}
