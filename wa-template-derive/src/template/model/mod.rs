//! Attributes → one typed template, and the tokens that each of its parts came from.

mod definition;
mod file;
mod languages;
mod source;

use syn::DeriveInput;
use wa_template_definition::Definition;

pub(crate) use self::languages::Translation;
pub(crate) use self::source::Source;
use super::parse::{self, Written, WrittenSection, WrittenTarget};
use crate::diagnostic::Diagnostic;
use crate::item;
use crate::report::Report;

/// A template, complete enough to be checked.
pub(crate) struct Model {
    /// In its first language.
    pub(crate) definition: Definition,
    pub(crate) source: Source,
    /// In its further languages, in order.
    pub(crate) translations: Vec<Translation>,
    /// Whether everything that holds placeholders could be read; if not, nothing is said about fields without one.
    pub(crate) complete: bool,
}

impl Model {
    /// The definitions of all languages, the first before the others.
    pub(crate) fn definitions(&self) -> impl Iterator<Item = &Definition> {
        std::iter::once(&self.definition)
            .chain(self.translations.iter().map(|translation| &translation.definition))
    }
}

/// Builds the model. What is missing is reported and filled with something neutral, so that the rest can be checked.
pub(crate) fn build(report: &Report, input: &DeriveInput, written: Written) -> Model {
    let mut source = Source::new(input, written);
    if source.written.definition.is_some() || source.written.names_unread_files() {
        return languages::from_files(report, source);
    }
    if let Some(first) = source.written.languages.first().filter(|_| !source.written.is_broken("definition"))
    {
        let diagnostic =
            Diagnostic::new(first.span(), "`languages` names the files of a `definition` folder");
        report.add(
            &diagnostic.help(
                "write `definition = \"templates/order_update\"`, or `translation(…)` for each language",
            ),
        );
        // Without the folder everything is missing.
        source.written.broken.extend(parse::ALL.map(ToOwned::to_owned));
    }
    require_keys(report, &mut source);
    let definition = source.definition(None);
    let translations = languages::inline(report, &source, &definition);
    let complete = is_complete(&source.written);
    Model { definition, source, translations, complete }
}

fn is_complete(written: &Written) -> bool {
    let broken_field = written.fields.iter().any(|field| matches!(field.target, WrittenTarget::Broken));
    let cards = written.carousel.iter().flat_map(|(_, cards)| cards);
    // Fields may be bound to whatever could not be read: `limited_time_offer(` half typed, for example.
    let ignored = ["name", "language", "category", "allow", "crate", "translation", "languages"];
    let broken_key = written.broken.iter().any(|key| !ignored.contains(&key.as_str()));
    !broken_field
        && !broken_key
        && written.section.is_complete()
        && cards.into_iter().all(WrittenSection::is_complete)
}

/// The keys that every template has.
fn require_keys(report: &Report, source: &mut Source) {
    let ident = source.ident().clone();
    let written = &mut source.written;
    if !written.any_attribute {
        // What is no struct of named fields is no template yet: that has been said.
        if let Some(misnamed) = &written.misnamed {
            let fact =
                format!("the attribute of a template is called `wa`, not `{}`", item::written(misnamed));
            report.add(
                &Diagnostic::over(misnamed, fact).help("write `#[wa(…)]`, on the struct and on its fields"),
            );
        } else if !written.is_broken("fields") {
            let add =
                "add `#[wa(language = \"en\", category = \"utility\", body = \"Your order has shipped.\")]`";
            let or = if written.is_like_a_card() { ", or derive `WaCard` if it is a card" } else { "" };
            let fact = format!("`{ident}` does not say which template it is");
            report.add(&Diagnostic::new(ident.span(), fact).help(format!("{add}{or}")));
        }
        written.broken.extend(parse::ALL.map(ToOwned::to_owned));
    }
    for (key, given, example) in
        [("language", written.language.is_some(), "en"), ("category", written.category.is_some(), "utility")]
    {
        if !given && !written.is_broken(key) && !written.is_broken("definition") {
            let fact = format!("the template has no `{key}`");
            let help = format!("add `{key} = \"{example}\"`");
            report.add(&Diagnostic::new(ident.span(), fact).help(help));
            written.broken.push(key.to_owned());
        }
    }
}
