//! The questions that rustc answers about a card struct; what is said if the answer is no stands in the runtime.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use wa_template_definition::{MediaKind, PlaceholderName, Section, SlotKind, limits};

use super::CardSlot;

/// Whether a type of cards has as many as the template.
pub(super) fn count(ty: &TokenStream, span: Span, count: usize, any_number: bool) -> TokenStream {
    let (min, max) = if any_number { (*limits::CARDS.start(), *limits::CARDS.end()) } else { (count, count) };
    let found = quote_spanned!(span=> <#ty as __wa::CardSet>::COUNT);
    let answer = quote!({ __wa::has_count(#found, #min, #max) });
    let asked = if any_number {
        quote_spanned!(span=> <#ty as __wa::HasCountBetween<#answer, #min, #max>>::CHECKED)
    } else {
        quote_spanned!(span=> <#ty as __wa::HasCount<#answer, #count>>::CHECKED)
    };
    quote!(#[allow(unused_qualifications)] const _: () = #asked;)
}

/// Whether the fields of a card struct fill the slots of these cards. Cards that ask for the same ask once.
pub(super) fn slots<'m>(
    card: &TokenStream,
    span: Span,
    cards: impl Iterator<Item = (Section<'m>, &'m Vec<CardSlot>)>,
) -> TokenStream {
    let fields = super::fields_of(card, span);
    let mut known: Vec<String> = Vec::new();
    let mut names: Vec<Ident> = Vec::new();
    let mut asked = TokenStream::new();
    for (section, slots) in cards {
        let index = section.card().unwrap_or_default();
        for slot in slots {
            let key = slot.tokens.to_string();
            if known.contains(&key) {
                continue;
            }
            known.push(key);
            let Questions { name, has, fits, about } = Questions::about(slot);
            names.extend(name.filter(|name| !names.contains(name)));
            let has =
                slot.required.then(|| quote!(#has<{ __wa::has_field(#fields, &#slot) }, #index, #about>));
            let fits = quote!(#fits<{ __wa::has_type(#fields, &#slot) }, #index, #about>);
            for question in has.into_iter().chain([fits]) {
                asked.extend(quote_spanned!(span=> let () = <__Card as __wa::#question>::CHECKED;));
            }
        }
    }
    // The names of placeholders are type parameters: rustc prints them as they are. They must not hide the card.
    quote! {
        #[allow(unused_qualifications)]
        const _: () = {
            type __Card = #card;
            #[allow(non_camel_case_types, dead_code)]
            const fn __fits<#(#names),*>() {
                #asked
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
