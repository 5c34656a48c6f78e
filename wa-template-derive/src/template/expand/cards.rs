//! Cards: one table per card of the template, and the constants in which rustc compares the card struct with them.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};
use wa_template_definition::wire;
use wa_template_definition::{MediaKind, PlaceholderName, Section, Slot, SlotKind};

mod misfit;

use super::{ends, fill, fill_constant, literals, value};
use crate::template::bind::{Bound, Filler, constant};
use crate::template::model::Model;
use crate::template::parse::WrittenField;

/// All cards from one field. The list stands at the place of its type: what is no card is underlined there.
pub(super) fn write_all(field: &WrittenField) -> TokenStream {
    let WrittenField { ident, ty, .. } = field;
    let (begin, end) = ends(ty);
    let (list, value) = if let Type::Reference(_) = ty {
        let open = quote_spanned!(begin=> <);
        (quote!(#open #ty as __wa::CardSet>), quote!(&self.#ident))
    } else {
        (quote_spanned!(begin=> __wa::CardSet), value(ident, begin, end))
    };
    let cards = quote_spanned!(end=> ::cards);
    let mut arguments = Group::new(Delimiter::Parenthesis, value);
    arguments.set_span(end);
    quote!(__wa::OneCard::fill_all(#list #cards #arguments, __writer))
}

/// One field per card.
pub(super) fn write_each(model: &Model, fields: &[usize]) -> TokenStream {
    let count = fields.len();
    let arms = fields.iter().enumerate().filter_map(|(index, field)| {
        let field = model.source.written.fields.get(*field)?;
        let fill = fill(field, "OneCard", Some(&quote!(, __index)));
        Some(quote!(#index => #fill,))
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
            let (span, list) = (ty.span(), without_lifetimes(ty));
            items.extend(quote! {
                #[allow(unused_imports)]
                use __wa::NoList as _;
                type __Cards = #list;
                const __FOUND: __wa::FoundCards = __wa::List::<__Cards>::FOUND;
            });
            items.extend(misfit::count(span, cards.len(), any_number));
            let card = quote!(<__Cards as __wa::CardOf<{ __FOUND.is_list }>>::Card);
            vec![CardStruct::new(0, card, quote!(__FOUND.fields()), span, (0..cards.len()).collect())]
        }
        Filler::Cards(indexes) => {
            let fields: Vec<&WrittenField> = indexes.iter().filter_map(|index| fields.get(*index)).collect();
            items.extend(misfit::places(&fields, &asked));
            let of = |(at, field): (usize, &&WrittenField)| {
                let found = quote!(__wa::in_place(__PLACED, #at));
                CardStruct::new(at, without_lifetimes(&field.ty), found, field.ty.span(), vec![at])
            };
            fields.iter().enumerate().map(of).collect()
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
    /// What its fields are.
    found: TokenStream,
    span: Span,
    /// Which cards.
    cards: Vec<usize>,
}

impl CardStruct {
    fn new(index: usize, ty: TokenStream, found: TokenStream, span: Span, cards: Vec<usize>) -> Self {
        let name = |name| Ident::new(&format!("{name}_{index}"), span);
        Self { name: name("__Card"), fields: name("__FIELDS"), ty, found, span, cards }
    }

    /// In an alias the user's type means what it means outside, whatever the names of placeholders are.
    fn constants(&self) -> TokenStream {
        let Self { name, fields, ty, found, .. } = self;
        quote! {
            #[allow(non_camel_case_types)]
            type #name = #ty;
            const #fields: &[__wa::CardField] = #found;
        }
    }

    fn check_fields(&self, asked: &Slots) -> TokenStream {
        let fields = &self.fields;
        let mut slots: Vec<Ident> = self.cards.iter().map(|card| asked.name(*card)).collect();
        slots.dedup();
        let check = quote_spanned!(self.span=> __wa::check_fields(#fields, &[#(#slots),*]));
        // rustc says that the evaluation of this name failed.
        let name = format_ident!("__EVERY_FIELD_OF_CARD_{}_FILLS_A_SLOT", self.cards.first().unwrap_or(&0));
        quote!(#[allow(unused_qualifications)] const #name: () = #check;)
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
    /// Whether the template itself says its value, so that no field is asked for.
    is_constant: bool,
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
        let constant = constant(model, &slot);
        let tokens = constant.map_or_else(
            || quote!(__wa::CardSlot::new(#shown, #number, __wa::fits::#kind, #button, #required)),
            |path| {
                let fill = fill_constant(path);
                quote!(__wa::CardSlot::constant(|__writer| #fill))
            },
        );
        CardSlot { slot, name, required, is_constant: constant.is_some(), tokens }
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
                    let mut replaced = Group::new(group.delimiter(), replace(group.stream()));
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
