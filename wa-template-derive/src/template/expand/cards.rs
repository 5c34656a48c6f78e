//! Cards: one table per card of the template, and the constants in which rustc compares the card struct with them.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};
use wa_template_definition::wire;
use wa_template_definition::{MediaKind, PlaceholderName, Section, Slot, SlotKind};

mod misfit;

use super::literals;
use crate::template::bind::{Bound, Filler};
use crate::template::model::Model;

/// All cards from one field.
pub(super) fn write_all(ident: &Ident, ty: &Type) -> TokenStream {
    // Every mention of the trait has the same form and the same span: a type that is no list of cards is told once.
    let (writer, this) = (quote!(__writer), quote!(&self.#ident));
    let span = ty.span();
    let has_lifetimes = without_lifetimes(ty).to_string() != ty.to_token_stream().to_string();
    let ty = if has_lifetimes { ty.to_token_stream() } else { cards_type(span) };
    let write = quote_spanned!(span=> __wa::cards(#writer, <#ty as __wa::CardSet>::cards(#this)););
    // rustc takes the path with the span of the user's type for the user's own.
    quote!(#[allow(unused_qualifications)] #write)
}

/// The type of a field that holds all cards, by another name.
fn cards_type(span: Span) -> TokenStream {
    Ident::new("__Cards", span).into_token_stream()
}

/// One field per card.
pub(super) fn write_each(model: &Model, fields: &[usize]) -> TokenStream {
    let count = fields.len();
    let arms = fields.iter().enumerate().filter_map(|(index, field)| {
        let field = model.source.written.fields.get(*field)?;
        let (ident, ty) = (&field.ident, &field.ty);
        let (writer, this) = (quote!(__writer, __index), quote!(&self.#ident));
        let write = quote_spanned!(ty.span()=> <#ty as __wa::WaCard>::write_at(#this, #writer));
        Some(quote!(#[allow(unused_qualifications)] #index => #write,))
    });
    quote!(__wa::each_card(__writer, #count, |__writer, __index| match __index { #(#arms)* _ => {} });)
}

/// The tables of all cards, and the items that they name: constants, and the checks of the types that fill them.
pub(super) fn tables(model: &Model, bound: &[Bound]) -> Option<(TokenStream, TokenStream)> {
    let carousel = bound.iter().find(|bound| bound.slot.kind == SlotKind::Carousel)?;
    let fields = &model.source.written.fields;
    let any_number = model.definition.has_product_cards();
    let cards: Vec<Section<'_>> = model.definition.cards().collect();
    let slots: Vec<Vec<CardSlot>> = cards.iter().map(|card| card_slots(model, *card)).collect();
    let asked = Slots::of(&slots);
    let mut items = asked.constants();
    let structs: Vec<CardStruct> = match &carousel.source {
        Filler::Field(index) => {
            let ty = &fields.get(*index)?.ty;
            let (span, of_field) = (ty.span(), without_lifetimes(ty));
            // One token stands for all of the type: what is wrong with it is told at one span.
            let ty = cards_type(span);
            items.extend(quote!(type #ty = #of_field;));
            items.extend(misfit::count(&ty, span, cards.len(), any_number));
            let card = quote_spanned!(span=> <#ty as __wa::CardSet>::Card);
            vec![CardStruct::new(0, card, span, (0..cards.len()).collect())]
        }
        Filler::Cards(indexes) => {
            let types = indexes.iter().filter_map(|index| Some(&fields.get(*index)?.ty)).enumerate();
            types.map(|(at, ty)| CardStruct::new(at, without_lifetimes(ty), ty.span(), vec![at])).collect()
        }
        Filler::Constant(_) => return None,
    };
    let mut tables = Vec::new();
    for of in &structs {
        items.extend(of.constants());
        items.extend(misfit::slots(of, &slots, &asked));
        items.extend(of.check_fields(&asked));
        for card in &of.cards {
            tables.push(table(model, *cards.get(*card)?, &of.fields, &asked.name(*card)));
        }
    }
    Some((quote!(.with_cards(&[#(#tables),*], #any_number)), items))
}

/// A type that fills some of the cards.
struct CardStruct {
    /// An alias for it.
    name: Ident,
    /// The constant with its fields.
    fields: Ident,
    ty: TokenStream,
    span: Span,
    /// Which cards.
    cards: Vec<usize>,
}

impl CardStruct {
    fn new(index: usize, ty: TokenStream, span: Span, cards: Vec<usize>) -> Self {
        let name = |name| Ident::new(&format!("{name}_{index}"), span);
        Self { name: name("__Card"), fields: name("__FIELDS"), ty, span, cards }
    }

    /// Each mention of a trait has the same span: a type that is no card is told once. In an alias the user's type means
    /// what it means outside, whatever the names of placeholders are.
    fn constants(&self) -> TokenStream {
        let Self { name, fields, ty, span, .. } = self;
        let value = quote_spanned!(*span=> <#ty as __wa::WaCard>::FIELDS);
        quote! {
            #[allow(non_camel_case_types)]
            type #name = #ty;
            #[allow(unused_qualifications)]
            const #fields: &[__wa::CardField] = #value;
        }
    }

    fn check_fields(&self, asked: &Slots) -> TokenStream {
        let fields = &self.fields;
        let mut slots: Vec<Ident> = self.cards.iter().map(|card| asked.name(*card)).collect();
        slots.dedup();
        let check = quote_spanned!(self.span=> __wa::check_fields(#fields, &[#(#slots),*]));
        quote!(#[allow(unused_qualifications)] const _: () = #check;)
    }
}

/// The different lists of slots: most cards of a carousel ask for the same.
struct Slots {
    lists: Vec<TokenStream>,
    /// For each card the index of its list.
    of_card: Vec<usize>,
}

impl Slots {
    fn of(cards: &[Vec<CardSlot>]) -> Self {
        let mut lists: Vec<TokenStream> = Vec::new();
        let of_card = cards.iter().map(|slots| {
            let list = quote!(#(#slots),*);
            let known = lists.iter().position(|known| known.to_string() == list.to_string());
            known.unwrap_or_else(|| {
                lists.push(list);
                lists.len() - 1
            })
        });
        let of_card = of_card.collect();
        Self { lists, of_card }
    }

    /// The constant with the slots of a card.
    fn name(&self, card: usize) -> Ident {
        format_ident!("__SLOTS_{}", self.of_card.get(card).copied().unwrap_or_default())
    }

    fn constants(&self) -> TokenStream {
        let lists = self.lists.iter().enumerate().map(|(index, list)| {
            let name = format_ident!("__SLOTS_{index}");
            quote!(const #name: &[__wa::CardSlot] = &[#list];)
        });
        lists.collect()
    }
}

/// A slot of a card, as the card struct is asked for it.
struct CardSlot {
    slot: Slot,
    /// What stands between the braces.
    name: Option<String>,
    required: bool,
    tokens: TokenStream,
}

impl ToTokens for CardSlot {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// The slots of a card.
fn card_slots(model: &Model, card: Section<'_>) -> Vec<CardSlot> {
    let read = |slot: Slot| {
        let whole = slot.kind.button().and_then(|index| model.source.value_placeholder(card.card(), index));
        let name = slot.authored.clone().or_else(|| whole.map(|placeholder| placeholder.name.clone()));
        let number = match &slot.placeholder {
            Some(PlaceholderName::Number(number)) if !model.source.written.positional => *number,
            _ => 0,
        };
        let kind = kind(slot.kind);
        let button = slot.kind.button().map_or(0, |index| index + 1);
        let required = slot.required || whole.is_some();
        let shown = name.as_deref().unwrap_or_default();
        let tokens = quote!(__wa::CardSlot::new(#shown, #number, __wa::fits::#kind, #button, #required));
        CardSlot { slot, name, required, tokens }
    };
    card.slots().into_iter().map(read).collect()
}

fn kind(kind: SlotKind) -> TokenStream {
    match kind {
        SlotKind::HeaderText => quote!(HEADER_TEXT),
        SlotKind::BodyText => quote!(BODY),
        SlotKind::UrlSuffix(_) => quote!(URL),
        SlotKind::HeaderMedia(MediaKind::Video) => quote!(VIDEO),
        SlotKind::HeaderMedia(_) => quote!(IMAGE),
        SlotKind::HeaderProduct => quote!(PRODUCT),
        SlotKind::OrderDetails(_) => quote!(ORDER_DETAILS),
        _ => quote!(PAYLOAD),
    }
}

fn table(model: &Model, card: Section<'_>, fields: &Ident, slots: &Ident) -> TokenStream {
    let index = card.card().unwrap_or_default();
    let pieces = wire::card_pieces(&model.definition, index, |_| true);
    let names = pieces.iter().map(|piece| piece.slot.authored.clone().unwrap_or_default());
    let literals = literals(&super::table(model, &pieces, names));
    let languages = model.definitions().count();
    let count = pieces.len();
    quote! {
        __wa::CardTable::new((#literals), #languages, #slots, &__wa::fields_of::<#count>(#fields, #slots))
    }
}

/// The type with `'static` for every lifetime: constants know of no others, and which it is changes no shape.
fn without_lifetimes(ty: &Type) -> TokenStream {
    fn replace(tokens: TokenStream) -> TokenStream {
        let mut after_quote = false;
        tokens
            .into_iter()
            .map(|token| match token {
                TokenTree::Group(group) => {
                    let mut replaced = proc_macro2::Group::new(group.delimiter(), replace(group.stream()));
                    replaced.set_span(group.span());
                    TokenTree::Group(replaced)
                }
                TokenTree::Ident(ident) if std::mem::take(&mut after_quote) => {
                    TokenTree::Ident(Ident::new("static", ident.span()))
                }
                other => {
                    after_quote = matches!(&other, TokenTree::Punct(punct) if punct.as_char() == '\'');
                    other
                }
            })
            .collect()
    }
    replace(quote!(#ty))
}
