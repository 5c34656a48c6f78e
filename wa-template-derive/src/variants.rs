//! Enums whose variants hold one value each: what the derives on them have in common.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Data, DeriveInput, Field, Fields, Path, Variant};

use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Item};
use crate::report::Report;
use crate::suggest;

/// What a variant holds.
pub(crate) enum Held<'a> {
    Nothing,
    One(&'a Field),
    /// More than one: the name or type of the second.
    Several(TokenStream),
}

impl<'a> Held<'a> {
    pub(crate) fn by(variant: &'a Variant) -> Self {
        let mut fields = variant.fields.iter();
        match (fields.next(), fields.next()) {
            (None, _) => Self::Nothing,
            (Some(field), None) => Self::One(field),
            (Some(_), Some(second)) => Self::Several(match &second.ident {
                Some(ident) => ident.to_token_stream(),
                None => second.ty.to_token_stream(),
            }),
        }
    }
}

/// `Self::Yes`, `Self::Confirm(__value)` or `Self::Confirm { order: __value }`: a pattern, and an expression as well.
pub(crate) fn shape(variant: &Variant) -> TokenStream {
    let ident = &variant.ident;
    let names = variant.fields.iter().map(|field| &field.ident);
    match &variant.fields {
        Fields::Unit => quote!(Self::#ident),
        Fields::Unnamed(fields) => {
            let values = fields.unnamed.iter().map(|_| quote!(__value));
            quote!(Self::#ident(#(#values),*))
        }
        Fields::Named(_) => quote!(Self::#ident { #(#names: __value),* }),
    }
}

/// Where keys stand, and which of them is known there.
pub(crate) struct Spot<'a> {
    /// Ends the sentence "unknown key on …".
    pub(crate) name: &'a str,
    /// The only known key.
    pub(crate) key: &'a str,
    /// How it is written.
    pub(crate) syntax: &'a str,
    /// What is said about any other.
    pub(crate) help: &'a str,
}

/// What was found where one key is known.
pub(crate) struct Found {
    pub(crate) item: Option<Item>,
    /// Whether nothing else was there: nothing may be said about what depends on a key that could not be read.
    pub(crate) readable: bool,
}

/// Reads the only key that the enum itself takes: `crate = "path"`.
pub(crate) fn crate_key(report: &Report, input: &DeriveInput, name: &str, help: &str) -> Option<Path> {
    // On anything but an enum the derive itself is the mistake, and the keys may well be those of another.
    let unread = Report::default();
    let report = if matches!(input.data, Data::Enum(_)) { report } else { &unread };
    let spot = Spot { name, key: "crate", syntax: "crate = \"path\"", help };
    spot.read(report, &input.attrs).item?.path_in_text(report)
}

/// Refuses every key where none is known.
pub(crate) fn no_keys(report: &Report, attributes: &[Attribute], name: &str, help: &str) {
    Spot { name, key: "", syntax: "", help }.read(report, attributes);
}

impl Spot<'_> {
    /// The known key, the first if it is given twice. All else is reported.
    pub(crate) fn read(&self, report: &Report, attributes: &[Attribute]) -> Found {
        let mut found = Found { item: None, readable: true };
        for element in
            item::read_attributes(report, attributes, if self.syntax.is_empty() { "…" } else { self.syntax })
        {
            match element {
                Element::Item(item) if item.key() != self.key => {
                    found.readable = false;
                    let fact = format!("unknown key `{}` on {}", item.key(), self.name);
                    report.add(&Diagnostic::over(&item.path, fact).help(self.help_for(&item.key())));
                }
                Element::Item(item) if found.item.is_some() => {
                    let fact = format!("`{}` is given twice", self.key);
                    report.add(&Diagnostic::new(item.span(), fact).help("keep one of them"));
                }
                Element::Item(item) => found.item = Some(item),
                Element::Literal(literal) => {
                    found.readable = false;
                    report.add(&Diagnostic::new(literal.span(), "a value without a key").help(self.help));
                }
                Element::Broken { .. } => found.readable = false,
            }
        }
        found
    }

    fn help_for(&self, written: &str) -> String {
        match suggest::similar(written, [self.key]) {
            Some(_) => format!("did you mean `{}`?", self.syntax),
            None => self.help.to_owned(),
        }
    }
}
