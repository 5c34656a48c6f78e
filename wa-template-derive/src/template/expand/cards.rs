//! Cards: one table per card of the template, and the constants in which rustc compares the card struct with them.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};
use wa_template_definition::wire::{self, Piece};
use wa_template_definition::{MediaKind, PlaceholderName, Section, Slot, SlotKind};

mod misfit;

use super::{FilledTexts, part};
use crate::template::bind::{Bound, Filler};
use crate::template::model::Model;

/// All cards from one field.
pub(super) fn write_all(ident: &Ident, ty: &Type) -> TokenStream {
    // Every mention of the trait has the same form and the same span: a type that is no list of cards is told once.
    let (writer, this) = (quote!(__writer), quote!(&self.#ident));
    let write = quote_spanned!(ty.span()=> __wa::cards(#writer, <#ty as __wa::CardSet>::cards(#this)););
    // rustc takes the path with the span of the user's type for the user's own.
    quote!(#[allow(unused_qualifications)] #write)
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

/// The tables of all cards, and the checks of the types that fill them.
pub(super) fn tables(model: &Model, bound: &[Bound]) -> Option<(TokenStream, TokenStream)> {
    let carousel = bound.iter().find(|bound| bound.slot.kind == SlotKind::Carousel)?;
    let fields = &model.source.written.fields;
    let any_number = model.definition.has_product_cards();
    let mut checks = TokenStream::new();
    let cards: Vec<Section<'_>> = model.definition.cards().collect();
    let slots: Vec<Vec<CardSlot>> = cards.iter().map(|card| card_slots(model, *card)).collect();
    let types: Vec<TokenStream> = match &carousel.source {
        Filler::Field(index) => {
            let ty = &fields.get(*index)?.ty;
            let (span, ty) = (ty.span(), without_lifetimes(ty));
            checks.extend(misfit::count(&ty, span, cards.len(), any_number));
            let card = quote_spanned!(span=> <#ty as __wa::CardSet>::Card);
            checks.extend(misfit::slots(&card, span, cards.iter().copied().zip(&slots)));
            let fields = fields_of(&card, span);
            checks.extend(check_fields(&fields, span, slots.iter().flatten()));
            vec![fields; cards.len()]
        }
        Filler::Cards(indexes) => {
            let types: Vec<_> = indexes.iter().filter_map(|index| Some(&fields.get(*index)?.ty)).collect();
            let types: Vec<_> = types.iter().map(|ty| (without_lifetimes(ty), ty.span())).collect();
            let of_type: Vec<_> = types.iter().map(|(ty, span)| fields_of(ty, *span)).collect();
            for ((((ty, span), fields), card), slots) in types.iter().zip(&of_type).zip(&cards).zip(&slots) {
                checks.extend(misfit::slots(ty, *span, std::iter::once((*card, slots))));
                checks.extend(check_fields(fields, *span, slots));
            }
            of_type
        }
        Filler::Constant(_) => return None,
    };
    let tables =
        cards.iter().zip(&types).zip(&slots).map(|((card, ty), slots)| table(model, *card, ty, slots));
    Some((quote!(.with_cards(&[#(#tables),*], #any_number)), checks))
}

/// The fields of a card struct. Each mention of the trait has the same form and span: a type that is no card is told
/// once.
fn fields_of(card: &TokenStream, span: Span) -> TokenStream {
    quote_spanned!(span=> <#card as __wa::WaCard>::FIELDS)
}

fn check_fields<'m>(
    card: &TokenStream,
    span: Span,
    slots: impl IntoIterator<Item = &'m CardSlot>,
) -> TokenStream {
    let slots = slots.into_iter();
    quote_spanned!(span=> #[allow(unused_qualifications)] const _: () = __wa::check_fields(#card, &[#(#slots),*]);)
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

fn table(model: &Model, card: Section<'_>, fields: &TokenStream, slots: &[CardSlot]) -> TokenStream {
    let index = card.card().unwrap_or_default();
    let pieces = wire::card_pieces(&model.definition, index, |_| true);
    let texts = FilledTexts::of(model, &pieces);
    let piece_tokens = pieces.iter().map(|Piece { slot, before, after, .. }| {
        let text = texts.number_of(slot.place.part());
        let name = slot.authored.clone().unwrap_or_default();
        let part = part(slot.place.part());
        quote!(__wa::Piece::new(#before, #after, #name, __wa::Part::#part, #text))
    });
    let text_tokens = texts.tokens();
    let indexes = slots.iter().map(|slot| quote!(__wa::field_of(#fields, &#slot)));
    quote! {
        __wa::CardTable::new(&[#(#piece_tokens),*], &[#(#text_tokens),*], &[#(#slots),*], &[#(#indexes),*])
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
