//! The fields of the struct and their `#[wa(…)]`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, Ident, Type};

use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Lit, LitStr};
use crate::report::Report;
use crate::suggest;

/// A field as written.
#[derive(Clone)]
pub(crate) struct WrittenField {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The placeholder name: that of the field, without `r#`, or what `name = "…"` says.
    pub(crate) name: String,
    /// The literal of `name = "…"`.
    pub(crate) renamed: Option<LitStr>,
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
    /// `cards`
    Cards(Span),
    /// `card = 0`
    Card(usize, Span),
    /// `expiration`
    Expiration(Span),
    /// `code`
    Code(Span),
    /// `order_status`
    OrderStatus(Span),
    /// `tap_target`
    TapTarget(Span),
    /// `skip`
    Skip(Span),
    /// Something that could not be read.
    Broken,
}

/// All keys, with the way each is written.
const KEYS: &[(&str, &str)] = &[
    ("header", "header"),
    ("body", "body = 1"),
    ("button", "button = 0"),
    ("cards", "cards"),
    ("card", "card = 0"),
    ("expiration", "expiration"),
    ("code", "code"),
    ("order_status", "order_status"),
    ("tap_target", "tap_target"),
    ("name", "name = \"…\""),
    ("example", "example = \"…\""),
    ("skip", "skip"),
];

/// What a struct is called in a message, and what is derived on it.
pub(crate) struct Owner {
    what: &'static str,
    derive: &'static str,
    example: &'static str,
}

/// `#[derive(WaTemplate)]`
pub(crate) const TEMPLATE: Owner =
    Owner { what: "template", derive: "WaTemplate", example: "struct Order { number: u32 }" };

/// `#[derive(WaCard)]`
pub(crate) const CARD: Owner =
    Owner { what: "card", derive: "WaCard", example: "struct Room { price: u32 }" };

/// The fields; `None` if they cannot be those of a template, which has then been reported.
pub(crate) fn read(report: &Report, input: &DeriveInput, owner: &Owner) -> Option<Vec<WrittenField>> {
    let fields = match &input.data {
        Data::Struct(data) => &data.fields,
        Data::Enum(data) => {
            not_a_struct(report, data.enum_token.span, "an enum", owner);
            return None;
        }
        Data::Union(data) => {
            not_a_struct(report, data.union_token.span, "a union", owner);
            return None;
        }
    };
    match fields {
        Fields::Unit => Some(Vec::new()),
        Fields::Named(fields) => {
            let read = |field: &syn::Field| Some(read_field(report, field.ident.clone()?, field));
            let read: Vec<_> = fields.named.iter().filter_map(read).collect();
            cards_of_no_parameter(report, input, &read);
            if read.iter().any(|field| !matches!(field.target, WrittenTarget::Skip(_))) {
                not_packed(report, input, owner);
            }
            Some(read)
        }
        Fields::Unnamed(fields) if fields.unnamed.is_empty() => Some(Vec::new()),
        Fields::Unnamed(fields) => {
            let Owner { what, example, .. } = owner;
            let help = format!("name each field like the placeholder it fills: `{example}`");
            report.add(&Diagnostic::over(fields, format!("the fields of a {what} need names")).help(help));
            None
        }
    }
}

fn not_a_struct(report: &Report, span: Span, found: &str, owner: &Owner) {
    let Owner { what, derive, .. } = owner;
    let diagnostic = Diagnostic::new(span, format!("a {what} is a struct, this is {found}"));
    report.add(&diagnostic.help(format!("derive `{derive}` on a struct with one field per placeholder")));
}

/// The values are borrowed while a message is written, which rustc allows for no field that may be misaligned.
fn not_packed(report: &Report, input: &DeriveInput, owner: &Owner) {
    let reprs = input.attrs.iter().filter(|attribute| attribute.path().is_ident("repr"));
    let packed = reprs
        .filter_map(|attribute| attribute.meta.require_list().ok())
        .find_map(|list| list.tokens.clone().into_iter().find(|token| token.to_string() == "packed"));
    if let Some(packed) = packed {
        let what = owner.what;
        let fact = format!("the struct of a {what} cannot be packed: its fields are borrowed");
        report.add(&Diagnostic::new(packed.span(), fact).help("remove `packed`"));
    }
}

/// Whether the cards fit the template is asked before anybody knows what a type parameter stands for.
fn cards_of_no_parameter(report: &Report, input: &DeriveInput, fields: &[WrittenField]) {
    let types = input.generics.type_params().map(|parameter| &parameter.ident);
    let parameters: Vec<_> =
        types.chain(input.generics.const_params().map(|parameter| &parameter.ident)).collect();
    for field in fields {
        let (WrittenTarget::Cards(_) | WrittenTarget::Card(..)) = field.target else { continue };
        if let Some(found) = mentioned(field.ty.to_token_stream(), &parameters) {
            let fact = format!("the cards depend on the parameter `{found}`");
            let help = format!("name the type in place of `{found}`");
            let note = "whether the cards fit the template is checked before `{found}` is known";
            let note = note.replace("{found}", &found.to_string());
            report.add(&Diagnostic::new(found.span(), fact).help(help).note(note));
        }
    }
}

/// The first of these names that a type mentions.
fn mentioned(tokens: TokenStream, names: &[&Ident]) -> Option<Ident> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) => names.contains(&&ident).then_some(ident),
        TokenTree::Group(group) => mentioned(group.stream(), names),
        _ => None,
    })
}

fn read_field(report: &Report, ident: Ident, field: &syn::Field) -> WrittenField {
    let mut read = WrittenField {
        name: ident.unraw().to_string(),
        renamed: None,
        ident,
        ty: field.ty.clone(),
        target: WrittenTarget::Name,
        example: None,
        broken: false,
    };
    let mut bound_by: Option<String> = None;
    for element in item::read_attributes(report, &field.attrs, "example = \"…\"") {
        let Element::Item(item) = element else {
            read.broken = true;
            if matches!(element, Element::Broken { .. }) {
                continue;
            }
            let help = match &element {
                Element::Literal(Lit::Int(number)) => format!("write `body = {number}`"),
                Element::Literal(text @ Lit::Str(_)) => {
                    format!("write `example = {}`", text.to_token_stream())
                }
                _ => "write `example = \"…\"`".to_owned(),
            };
            report.add(&Diagnostic::new(element.span(), "a value without a key").help(help));
            continue;
        };
        let key = item.key();
        match key.as_str() {
            "example" if read.example.is_some() => twice(report, &item),
            "example" => {
                read.example = item.text(report, "860198");
                read.broken |= read.example.is_none();
            }
            "name" | "header" | "body" | "button" | "cards" | "card" | "expiration" | "code"
            | "order_status" | "tap_target" | "skip" => {
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
                let fact = format!("unknown key `{key}` on a field");
                report.add(&Diagnostic::over(&item.path, fact).help(suggest::syntax(
                    &key,
                    "known keys",
                    KEYS,
                )));
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
        "card" => item
            .number(report, "the index of a card, counted from 0", "0")
            .map_or(WrittenTarget::Broken, |(index, span)| WrittenTarget::Card(index, span)),
        word @ ("cards" | "expiration" | "code" | "order_status" | "tap_target" | "skip") => {
            item.word(report);
            match word {
                "cards" => WrittenTarget::Cards(span),
                "expiration" => WrittenTarget::Expiration(span),
                "code" => WrittenTarget::Code(span),
                "order_status" => WrittenTarget::OrderStatus(span),
                "tap_target" => WrittenTarget::TapTarget(span),
                _ => WrittenTarget::Skip(span),
            }
        }
        _ => match item.text(report, "first_name") {
            Some(name) => {
                field.name = name.value();
                field.renamed = Some(name);
                WrittenTarget::Name
            }
            None => WrittenTarget::Broken,
        },
    };
}
