//! The fields of the struct and their `#[wa(…)]`.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, Ident, LitStr, Type};

use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form};
use crate::report::Report;
use crate::suggest;

/// A field as written.
pub(crate) struct WrittenField {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The placeholder name: that of the field, without `r#`, or what `name = "…"` says.
    pub(crate) name: String,
    pub(crate) target: WrittenTarget,
    pub(crate) example: Option<LitStr>,
    /// Whether one of its keys could not be read: nothing may be said about what it lacks.
    pub(crate) broken: bool,
}

/// What a field is bound to.
#[derive(Clone, Copy)]
pub(crate) enum WrittenTarget {
    /// Every placeholder of its name.
    Name,
    /// `header`
    Header(Span),
    /// `header = 1`
    HeaderNumber(u32, Span),
    /// `body = 1`
    BodyNumber(u32, Span),
    /// `button = 0`
    Button(usize, Span),
    /// `skip`
    Skip,
    /// Something that could not be read.
    Broken,
}

const KEYS: &[&str] = &["header", "body", "button", "name", "example", "skip"];

/// The fields; `None` if they cannot be those of a template, which has then been reported.
pub(super) fn read(report: &Report, input: &DeriveInput) -> Option<Vec<WrittenField>> {
    let fields = match &input.data {
        Data::Struct(data) => &data.fields,
        Data::Enum(data) => {
            not_a_struct(report, data.enum_token.span, "an enum");
            return None;
        }
        Data::Union(data) => {
            not_a_struct(report, data.union_token.span, "a union");
            return None;
        }
    };
    match fields {
        Fields::Unit => Some(Vec::new()),
        Fields::Named(fields) => {
            let read = |field: &syn::Field| Some(read_field(report, field.ident.clone()?, field));
            Some(fields.named.iter().filter_map(read).collect())
        }
        Fields::Unnamed(fields) if fields.unnamed.is_empty() => Some(Vec::new()),
        Fields::Unnamed(fields) => {
            report.add(
                &Diagnostic::over(fields, "the fields of a template need names")
                    .help("name each field like the placeholder it fills: `struct Order { number: u32 }`"),
            );
            None
        }
    }
}

fn not_a_struct(report: &Report, span: Span, what: &str) {
    let diagnostic = Diagnostic::new(span, format!("a template is a struct, this is {what}"));
    report.add(&diagnostic.help("derive `WaTemplate` on a struct with one field per placeholder"));
}

fn read_field(report: &Report, ident: Ident, field: &syn::Field) -> WrittenField {
    let mut read = WrittenField {
        name: ident.unraw().to_string(),
        ident,
        ty: field.ty.clone(),
        target: WrittenTarget::Name,
        example: None,
        broken: false,
    };
    let mut bound_by: Option<String> = None;
    for element in item::read_attributes(report, &field.attrs) {
        let Element::Item(item) = element else {
            read.broken = true;
            if matches!(element, Element::Broken { .. }) {
                continue;
            }
            let diagnostic = Diagnostic::new(element.span(), "a value without a key");
            report.add(&diagnostic.help("write `example = \"…\"`"));
            continue;
        };
        let key = item.key();
        match key.as_str() {
            "example" if read.example.is_some() => twice(report, &item),
            "example" => {
                read.example = item.text(report, "860198");
                read.broken |= read.example.is_none();
            }
            "name" | "header" | "body" | "button" | "skip" => {
                match &bound_by {
                    Some(earlier) if *earlier == key => twice(report, &item),
                    Some(earlier) => {
                        let fact = format!("`{earlier}` and `{key}` both say what the field fills");
                        report.add(&Diagnostic::over(&item.path, fact).help("keep one of them"));
                    }
                    None => bind(report, &mut read, &item),
                }
                bound_by = Some(key);
            }
            _ => {
                let help = suggest::help(&key, "known keys", KEYS);
                let fact = format!("unknown key `{key}` on a field");
                report.add(&Diagnostic::over(&item.path, fact).help_if(help));
                read.broken = true;
            }
        }
    }
    read
}

fn twice(report: &Report, item: &item::Item) {
    report.add(
        &Diagnostic::over(&item.path, format!("`{}` is given twice", item.key())).help("keep one of them"),
    );
}

fn bind(report: &Report, field: &mut WrittenField, item: &item::Item) {
    let span = item.span();
    field.target = match item.key().as_str() {
        "header" if matches!(item.form, Form::Word) => WrittenTarget::Header(span),
        "header" => item
            .number(report, "the number of a placeholder", "1")
            .map_or(WrittenTarget::Broken, |(number, span)| WrittenTarget::HeaderNumber(number, span)),
        "body" => item
            .number(report, "the number of a placeholder", "1")
            .map_or(WrittenTarget::Broken, |(number, span)| WrittenTarget::BodyNumber(number, span)),
        "button" => item
            .number(report, "the index of a button, counted from 0", "0")
            .map_or(WrittenTarget::Broken, |(index, span)| WrittenTarget::Button(index, span)),
        "skip" => {
            item.word(report);
            WrittenTarget::Skip
        }
        _ => match item.text(report, "first_name") {
            Some(name) => {
                field.name = name.value();
                WrittenTarget::Name
            }
            None => WrittenTarget::Broken,
        },
    };
}
