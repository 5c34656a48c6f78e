//! The questions that rustc answers about a card struct; what is said if the answer is no stands in the runtime.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use wa_template_definition::{MediaKind, PlaceholderName, SlotKind, limits};

use super::{CardSlot, CardStruct, Slots};
use crate::template::parse::{WrittenField, WrittenTarget};

/// Whether the list of cards has as many as the template.
pub(super) fn count(span: Span, count: usize, any_number: bool) -> TokenStream {
    let (min, max) = if any_number { (*limits::CARDS.start(), *limits::CARDS.end()) } else { (count, count) };
    let answer = quote!({ __FOUND.has_count(#min, #max) });
    let asked = if any_number {
        quote_spanned!(span=> <__Cards as __wa::HasCountBetween<#answer, #min, #max>>::CHECKED)
    } else {
        quote_spanned!(span=> <__Cards as __wa::HasCount<#answer, #count>>::CHECKED)
    };
    quote!(#[allow(unused_qualifications)] const _: () = #asked;)
}

/// Whether each card struct stands for the card that it fits.
pub(super) fn places(fields: &[&WrittenField], asked: &Slots) -> TokenStream {
    let placed = (0..fields.len()).map(|at| {
        let (card, slots) = (format_ident!("__Card_{at}"), asked.name(at));
        quote!((__wa::One::<#card>::FIELDS, #slots))
    });
    let questions = fields.iter().enumerate().map(|(at, field)| {
        let WrittenTarget::Card(_, span) = field.target else { return TokenStream::new() };
        let card = format_ident!("__Card_{at}", span = span);
        let place = quote!({ __wa::place_of(__PLACED, #at) });
        quote_spanned!(span=> let () = <#card as __wa::InPlace<#place, #at>>::CHECKED;)
    });
    quote! {
        #[allow(unused_imports)]
        use __wa::NoCard as _;
        const __PLACED: &[__wa::Placed] = &[#(#placed),*];
        #[allow(unused_qualifications)]
        const _: () = { #(#questions)* };
    }
}

/// Whether the fields of a card struct fill the slots of its cards. What several cards ask for is asked once, so that a
/// field that does not fit is told once.
pub(super) fn slots(of: &CardStruct, slots: &[Vec<CardSlot>], asked: &Slots) -> TokenStream {
    let CardStruct { name: card, fields, span, .. } = of;
    let mut known: Vec<String> = Vec::new();
    let mut names: Vec<Ident> = Vec::new();
    let mut questions = TokenStream::new();
    for index in &of.cards {
        let list = asked.name(*index);
        let asked_for = slots.get(*index).into_iter().flatten().enumerate();
        for (at, slot) in asked_for.filter(|(_, slot)| !slot.is_constant) {
            let question = slot.tokens.to_string();
            if known.contains(&question) {
                continue;
            }
            known.push(question);
            let Questions { name, has, fits, about } = Questions::about(slot);
            names.extend(name.filter(|name| !names.contains(name)));
            let has = slot
                .required
                .then(|| quote!(#has<{ __wa::has_field(#fields, &#list[#at]) }, #index, #about>));
            let fits = quote!(#fits<{ __wa::has_type(#fields, &#list[#at]) }, #index, #about>);
            for question in has.into_iter().chain([fits]) {
                questions.extend(quote_spanned!(*span=> let () = <#card as __wa::#question>::CHECKED;));
            }
        }
    }
    // The names of placeholders are type parameters: rustc prints them as they are.
    quote! {
        #[allow(unused_qualifications)]
        const _: () = {
            #[allow(non_camel_case_types, dead_code)]
            const fn __fits<#(#names),*>() {
                #questions
            }
        };
    }
}

/// What is asked about a slot.
struct Questions {
    /// A type parameter that stands for its name.
    name: Option<Ident>,
    has: Ident,
    fits: Ident,
    /// What tells it from others.
    about: TokenStream,
}

impl Questions {
    fn about(slot: &CardSlot) -> Self {
        let new = |has: &str, fits: &str, about: TokenStream| Self {
            name: None,
            has: format_ident!("{has}"),
            fits: format_ident!("{fits}"),
            about,
        };
        let header = |value: TokenStream| new("HasHeader", "FitsHeader", value);
        let button =
            |index: usize, value: TokenStream| new("HasButton", "FitsButton", quote!(#index, #value));
        let name = slot.name.as_deref().and_then(parameter);
        match (slot.slot.kind, name) {
            (SlotKind::HeaderMedia(MediaKind::Video), _) => header(quote!(__wa::Video)),
            (SlotKind::HeaderMedia(_), _) => header(quote!(__wa::Image)),
            (SlotKind::HeaderProduct, _) => header(quote!(__wa::Product)),
            (SlotKind::OrderDetails(index), _) => button(index, quote!(__wa::OrderDetails)),
            (kind, Some(name)) => {
                let fits = match kind {
                    SlotKind::BodyText => "FitsBody",
                    SlotKind::UrlSuffix(_) => "FitsUrl",
                    _ => "FitsPayload",
                };
                let about = quote!(#name);
                Self { name: Some(name), ..new("HasPlaceholder", fits, about) }
            }
            (kind, None) => match (kind.button(), &slot.slot.placeholder) {
                (Some(index), _) => button(index, quote!(__wa::String)),
                (None, Some(PlaceholderName::Number(number))) => {
                    new("HasNumber", "FitsNumber", quote!(#number))
                }
                (None, _) => new("HasNumber", "FitsNumber", quote!(0)),
            },
        }
    }
}

/// The name of a placeholder as a type parameter; numbers cannot be one.
fn parameter(name: &str) -> Option<Ident> {
    syn::parse_str(name).or_else(|_| syn::parse_str(&format!("r#{name}"))).ok()
}
