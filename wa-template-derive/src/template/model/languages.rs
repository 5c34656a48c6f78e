//! A template in several languages: inline, or one file each.

use wa_template_definition::{Body, Category, Definition, Examples, Place, Text};

use super::file::{self, File};
use super::{Model, Source};
use crate::diagnostic::Diagnostic;
use crate::item::LitStr;
use crate::report::Report;
use crate::template::parse::{WrittenTarget, WrittenTranslation};

/// A template in a further language.
pub(crate) struct Translation {
    pub(crate) definition: Definition,
    pub(crate) source: Source,
    /// What the translation says itself; none if it is a file, which says everything.
    written: Option<WrittenTranslation>,
    /// The language as it stands in the attributes.
    pub(crate) language: LitStr,
    /// Whether everything that it says could be read.
    pub(crate) is_complete: bool,
    /// Lists of buttons that are not those of the first language.
    pub(crate) mismatches: Vec<Diagnostic>,
}

impl Translation {
    /// Whether mistakes at a place are its own, and not inherited.
    pub(crate) fn owns(&self, place: &Place) -> bool {
        self.written.as_ref().is_none_or(|written| written.owns(place))
    }
}

/// The translations that stand in the attributes.
pub(super) fn inline(report: &Report, base: &Source, first: &Definition) -> Vec<Translation> {
    let mut translations: Vec<Translation> = Vec::new();
    for written in &base.written.translations {
        let code = written.language.value();
        let known = std::iter::once(first.language().to_owned())
            .chain(translations.iter().map(|translation| translation.language.value()))
            .any(|known| known == code);
        if known {
            let diagnostic =
                Diagnostic::new(written.language.span(), format!("the language `{code}` is given twice"));
            report.add(&diagnostic.help("keep one of them"));
            continue;
        }
        let mut inherited = written.inherit(&base.written);
        let mismatches = written.apply(&mut inherited);
        let is_complete = super::is_complete(&inherited) && mismatches.is_empty();
        let source = base.in_language(inherited);
        let definition = source.definition(Some(first));
        let (language, written) = (written.language.clone(), Some(written.clone()));
        translations.push(Translation { definition, source, written, language, is_complete, mismatches });
    }
    translations
}

/// The model of a struct whose text stands in files.
pub(super) fn from_files(report: &Report, source: Source) -> Model {
    let mut files = Vec::new();
    if let Some(path) = source.written.definition.clone() {
        refuse_text(report, &source);
        files = read_files(report, &source, &path);
    }
    let complete = !files.is_empty()
        && report.is_clean()
        && !source.written.fields.iter().any(|field| matches!(field.target, WrittenTarget::Broken));
    let mut files = files.into_iter();
    let Some((literal, first)) = files.next() else {
        // Something that breaks no rule: what is wrong has been said.
        let body = Body::new(Text::parse("No text could be read."), Examples::Absent);
        let definition = Definition::new("unknown", "en", Category::Utility).with_body(body);
        return Model { definition, source, translations: Vec::new(), complete };
    };
    let translation = |(language, file): (LitStr, File)| Translation {
        definition: file.definition,
        source: source.in_file(language.span(), &file.shown),
        written: None,
        language,
        is_complete: true,
        mismatches: Vec::new(),
    };
    let translations = files.map(translation).collect();
    let source = source.in_file(literal.span(), &first.shown);
    Model { definition: first.definition, source, translations, complete }
}

/// What may stand beside `definition`.
const BESIDE_FILES: &[&str] = &["definition", "languages", "name", "allow", "crate"];

/// The text of such a template stands in its files alone, and the samples do.
fn refuse_text(report: &Report, source: &Source) {
    let written = &source.written;
    let refused = |key: &str| !BESIDE_FILES.contains(&key) && !written.is_broken(key);
    let keys = written.keys.iter().filter(|(key, _)| refused(key)).map(|(key, span)| (key.as_str(), *span));
    let examples =
        written.fields.iter().filter_map(|field| Some(("example", field.example.as_ref()?.span())));
    for (key, span) in keys.chain(examples) {
        let fact = format!("`{key}` stands in the definition file");
        report.add(&Diagnostic::new(span, fact).help("remove it here"));
    }
}

/// The files with the literals that name them, the first language first. All problems are reported.
fn read_files(report: &Report, source: &Source, path: &LitStr) -> Vec<(LitStr, File)> {
    let shown = path.value();
    let languages = &source.written.languages;
    if file::is_file(&shown) {
        if let Some(language) = languages.first() {
            let diagnostic = Diagnostic::new(language.span(), "one file is one language");
            report
                .add(&diagnostic.help("name the folder of the files in `definition`, or remove `languages`"));
        }
        return read_one(report, source, path, &shown, None).into_iter().collect();
    }
    if languages.is_empty() && !source.written.is_broken("languages") {
        let diagnostic =
            Diagnostic::new(path.span(), "a folder of definitions does not say which languages it has");
        report.add(
            &diagnostic.help("add `languages(\"en\", \"es\")`, the default first, or name one `.json` file"),
        );
    }
    if !languages.is_empty() && !file::is_folder(&shown) {
        let fact = format!("there is no folder `{shown}`");
        report.add(&Diagnostic::new(path.span(), fact).help(file::PATHS));
        return Vec::new();
    }
    let file = |language: &LitStr| {
        let code = language.value();
        let shown = format!("{}/{code}.json", shown.trim_end_matches('/'));
        read_one(report, source, language, &shown, Some(&code))
    };
    let files: Vec<_> = languages.iter().filter_map(file).collect();
    for (index, language) in languages.iter().enumerate() {
        if languages.iter().take(index).any(|earlier| earlier.value() == language.value()) {
            let fact = format!("the language `{}` is given twice", language.value());
            report.add(&Diagnostic::new(language.span(), fact).help("keep one of them"));
        }
    }
    if source.written.name.is_none() {
        same_name(report, &files);
    }
    files
}

/// All languages of a folder are one template. Beside `name` each file is compared with that.
fn same_name(report: &Report, files: &[(LitStr, File)]) {
    let Some(((_, first), others)) = files.split_first() else { return };
    for (language, file) in others {
        let (name, wanted) = (file.definition.name(), first.definition.name());
        if name != wanted {
            let (shown, of_first) = (&file.shown, &first.shown);
            let fact = format!("`{shown}` is template `{name}`, `{of_first}` is template `{wanted}`");
            let help = "give them the same `name`, or remove the language";
            report.add(&Diagnostic::new(language.span(), fact).help(help));
        }
    }
}

fn read_one(
    report: &Report,
    source: &Source,
    literal: &LitStr,
    shown: &str,
    language: Option<&str>,
) -> Option<(LitStr, File)> {
    let file = match file::read(shown) {
        Ok(file) => file,
        Err(problem) => {
            let diagnostic = Diagnostic::new(literal.span(), problem.fact).place(problem.place);
            report.add(&diagnostic.help(problem.help));
            return None;
        }
    };
    let found = file.definition.language();
    if let Some(wanted) = language.filter(|wanted| *wanted != found) {
        let fact = format!("`{shown}` is in language `{found}`, not `{wanted}`");
        report.add(&Diagnostic::new(literal.span(), fact).help("rename the file, or correct its `language`"));
    }
    if let Some(name) = source.written.name.as_ref().filter(|name| name.value() != file.definition.name()) {
        let fact = format!("`{shown}` is template `{}`, not `{}`", file.definition.name(), name.value());
        report.add(&Diagnostic::new(name.span(), fact).help("name the right file, or remove `name`"));
    }
    Some((literal.clone(), file))
}
