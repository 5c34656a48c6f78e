//! Cards: one table per card of the template, and the constants in which rustc compares the card struct with them.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};
use wa_template_definition::wire::{self, Piece};
use wa_template_definition::{MediaKind, Part, Place, PlaceholderName, Section, Slot, SlotKind};

use super::{FilledTexts, part};
use crate::literal;
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
    let slots: Vec<TokenStream> = cards.iter().map(|card| card_slots(model, *card)).collect();
    let types: Vec<TokenStream> = match &carousel.source {
        Filler::Field(index) => {
            let ty = without_lifetimes(&fields.get(*index)?.ty);
            checks.extend(check_count(&ty, fields.get(*index)?.ty.span(), cards.len(), any_number));
            let span = fields.get(*index)?.ty.span();
            let card = fields_of(&quote_spanned!(span=> <#ty as __wa::CardSet>::Card), span);
            checks.extend(check_fields(&card, span, &slots));
            vec![card; cards.len()]
        }
        Filler::Cards(indexes) => {
            let types: Vec<_> = indexes.iter().filter_map(|index| Some(&fields.get(*index)?.ty)).collect();
            let cards = types.iter().map(|ty| fields_of(&without_lifetimes(ty), ty.span()));
            let cards: Vec<_> = cards.collect();
            for ((ty, card), slots) in types.iter().zip(&cards).zip(&slots) {
                checks.extend(check_fields(card, ty.span(), std::slice::from_ref(slots)));
            }
            cards
        }
        Filler::Constant(_) => return None,
    };
    let tables =
        cards.iter().zip(&types).zip(&slots).map(|((card, ty), slots)| table(model, *card, ty, slots));
    Some((quote!(.with_cards(&[#(#tables),*], #any_number)), checks))
}

fn check_count(ty: &TokenStream, span: Span, count: usize, any_number: bool) -> TokenStream {
    let wrong = if any_number {
        "product cards are sent in any number from 2 to 10: write `Vec<Card>` or `[Card; 3]`".to_owned()
    } else {
        format!("the carousel has {count} cards and is sent with exactly as many: write `[Card; {count}]`")
    };
    quote_spanned!(span=> #[allow(unused_qualifications)] const _: () = __wa::check_count(<#ty as __wa::CardSet>::COUNT, #count, #any_number, #wrong);)
}

/// The fields of a card struct. Each mention of the trait has the same form and span: a type that is no card is told
/// once.
fn fields_of(card: &TokenStream, span: Span) -> TokenStream {
    quote_spanned!(span=> <#card as __wa::WaCard>::FIELDS)
}

fn check_fields(card: &TokenStream, span: Span, slots: &[TokenStream]) -> TokenStream {
    quote_spanned!(span=> #[allow(unused_qualifications)] const _: () = __wa::check_fields(#card, &[#(#slots)*]);)
}

/// The slots of a card as a list that ends with a comma.
fn card_slots(model: &Model, card: Section<'_>) -> TokenStream {
    card.slots()
        .iter()
        .map(|slot| {
            let whole =
                slot.kind.button().and_then(|index| model.source.value_placeholder(card.card(), index));
            let name = slot.authored.clone().or_else(|| whole.map(|placeholder| placeholder.name.clone()));
            let name = name.unwrap_or_default();
            let number = match &slot.placeholder {
                Some(PlaceholderName::Number(number)) if !model.source.written.positional => *number,
                _ => 0,
            };
            let kind = kind(slot.kind);
            let button = slot.kind.button().map_or(0, |index| index + 1);
            let required = slot.required || whole.is_some();
            quote!(__wa::CardSlot::new(#name, #number, __wa::fits::#kind, #button, #required),)
        })
        .collect()
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

fn table(model: &Model, card: Section<'_>, fields: &TokenStream, slots: &TokenStream) -> TokenStream {
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
    let indexes = pieces.iter().enumerate().map(|(position, Piece { slot, .. })| {
        let what = slot.authored.as_ref().map_or_else(
            || match slot.place.part() {
                Part::Header => "the header".to_owned(),
                part => format!("`{part}`"),
            },
            |name| format!("placeholder `{{{{{name}}}}}`"),
        );
        let (ty, written) = value(slot);
        let missing = format!(
            "{what} of card {index} has no field in the card struct\nhelp: add a field `{written}` to it"
        );
        let wrong = format!(
            "the field for {what} of card {index} has a type that does not fit there\nhelp: use {ty}"
        );
        let span = span(model, &slot.place);
        quote_spanned!(span=> __wa::field_of(#fields, &[#slots][#position], #missing, #wrong))
    });
    quote! {
        __wa::CardTable::new(&[#(#piece_tokens),*], &[#(#text_tokens),*], &[#slots], &[#(#indexes),*])
    }
}

/// What fills a slot of a card, and the field as it is written.
fn value(slot: &Slot) -> (&'static str, String) {
    let name = slot.authored.as_deref().unwrap_or("value");
    let header = |kind: &str, ty: &str| format!("#[wa(header)] {kind}: wa_template::{ty}");
    match slot.kind {
        SlotKind::HeaderMedia(MediaKind::Video) => ("`wa_template::Video`", header("video", "Video")),
        SlotKind::HeaderMedia(_) => ("`wa_template::Image`", header("image", "Image")),
        SlotKind::HeaderProduct => ("`wa_template::Product`", header("product", "Product")),
        SlotKind::OrderDetails(index) => (
            "`wa_template::OrderDetails`",
            format!("#[wa(button = {index})] order: wa_template::OrderDetails"),
        ),
        SlotKind::QuickReplyPayload(_) => {
            ("a string, or an enum that derives `WaPayload`", format!("{name}: String"))
        }
        SlotKind::BodyText => {
            ("a string, an integer, a `Currency` or a `DateTime`", format!("{name}: String"))
        }
        _ => ("a string or an integer", format!("{name}: String")),
    }
}

/// The literal or word of the template that stands for a slot.
fn span(model: &Model, place: &Place) -> Span {
    match (model.source.literal(place), place.range()) {
        (Some(literal), Some(range)) => literal::locate(literal, &range).span,
        _ => model.source.span(place),
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
