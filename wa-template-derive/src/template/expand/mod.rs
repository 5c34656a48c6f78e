//! Model → code. It cannot fail: every question was answered before.

mod cards;

use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{DeriveInput, Ident, Path, Type};
use wa_template_definition::wire::{self, FilledText, Piece, Table};
use wa_template_definition::{
    Button, ButtonKind, Category, Definition, MediaKind, Place, SlotKind, Text, value,
};

use super::bind::{Bound, Filler};
use super::model::Model;
use super::parse::WrittenField;
use crate::generated::in_own_scope;

/// One static table and two impls.
pub(crate) fn expand(input: &DeriveInput, model: &Model, bound: &[Bound]) -> TokenStream {
    let definition = &model.definition;
    let mut pieces = wire::pieces(definition, |slot| bound.iter().any(|bound| bound.slot == *slot));
    let head = wire::head(definition, &mut pieces);
    let fields = bound.iter().map(|bound| field_name(model, bound));
    let table = literals(&table(model, &pieces, fields));
    let name = definition.name();
    let category = category(definition.category());
    let languages = model.definitions().map(Definition::language);
    let writes = bound.iter().map(|bound| write(model, bound));
    let json = model.definitions().map(Definition::to_creation_json);
    let tracking = tracking(model);
    let (with_cards, card_checks) = cards::tables(model, bound).unwrap_or_default();
    let table = quote! {
        __wa::Template::new(
            #name,
            __wa::Category::#category,
            &[#(#languages),*],
            #head,
            #table,
        )
    };
    // A static is evaluated by `cargo check`, which takes time, and a constant of a trait only when code is made. Cards
    // need the former: there rustc finds what does not fit. It takes a path with the span of the user's type for the
    // user's own.
    let (table, statics) = if with_cards.is_empty() {
        (table, card_checks)
    } else {
        let statics = quote! {
            #[allow(unused_qualifications)]
            static __TEMPLATE: __wa::Template = #table #with_cards;
            #card_checks
        };
        (quote!(__TEMPLATE), statics)
    };
    let writer = if bound.is_empty() { quote!(_) } else { quote!(__writer) };
    let impls = impls(input, &table, &writer, &quote!(#(#writes)*), &quote!(&[#(#json),*]));
    in_own_scope(model.source.written.crate_path.as_ref(), &quote!(#statics #tracking #impls))
}

/// Makes cargo compile again when a definition file changes. The path is put together by the compiler, so that the
/// expansion is the same on every machine.
fn tracking(model: &Model) -> TokenStream {
    let sources = std::iter::once(&model.source)
        .chain(model.translations.iter().map(|translation| &translation.source));
    sources
        .filter_map(|source| source.file())
        .map(|file| {
            quote! {
                const _: &[__wa::u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #file));
            }
        })
        .collect()
}

/// The impls alone, neutral, so that one mistake in an attribute is not followed by an error at every use.
pub(crate) fn stub(input: &DeriveInput, renamed: Option<&Path>) -> TokenStream {
    let table = quote!(__wa::NO_TEMPLATE);
    let items = impls(input, &table, &quote!(_), &TokenStream::new(), &quote!(&[]));
    in_own_scope(renamed, &items)
}

fn impls(
    input: &DeriveInput,
    table: &TokenStream,
    writer: &TokenStream,
    writes: &TokenStream,
    definitions: &TokenStream,
) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics __wa::WaMessage for #ident #ty_generics #where_clause {
            fn template(&self) -> &'static __wa::Template {
                <Self as __wa::WaTemplate>::TEMPLATE
            }

            fn write_slots(&self, #writer: &mut __wa::Writer<'_>) {
                #writes
            }
        }

        #[automatically_derived]
        impl #impl_generics __wa::WaTemplate for #ident #ty_generics #where_clause {
            const TEMPLATE: &'static __wa::Template = &#table;

            const DEFINITIONS: &'static [&'static __wa::str] = #definitions;
        }
    }
}

/// One call per slot: of a method of the trait that the value must have, so that no note of rustc leads to our functions.
fn write(model: &Model, bound: &Bound) -> TokenStream {
    match &bound.source {
        Filler::Constant(path) => {
            let fill = fill_constant(path);
            quote!(#fill;)
        }
        Filler::Cards(fields) => cards::write_each(model, fields),
        Filler::Field(index) => {
            let Some(field) = model.source.written.fields.get(*index) else {
                return TokenStream::new();
            };
            let fill = match bound.slot.kind {
                SlotKind::Carousel => cards::write_all(field),
                SlotKind::PaymentRequest(button) => {
                    let kind = payment_kind(model, button);
                    fill(field, "PaymentRequestParameter", Some(&quote!(, #kind)))
                }
                kind => fill(field, parameter(kind), None),
            };
            quote!(#fill;)
        }
    }
}

/// Fills a slot with the variant of an enum.
fn fill_constant(path: &Path) -> TokenStream {
    // Where the variant stands rustc underlines it; an editor that asks for its definition finds no name of ours there.
    let reference = quote_spanned!(path.span()=> &);
    quote!(__wa::ConstantPayload::fill_slot(#reference #path, __writer))
}

/// Fills a slot from a field. Call and value stand at the place of the field's type, where rustc then underlines what does
/// not fit: if the type was mentioned again, one that does not exist would be told twice.
fn fill(field: &WrittenField, parameter: &str, further: Option<&TokenStream>) -> TokenStream {
    let WrittenField { ident, ty, .. } = field;
    let parameter = Ident::new(parameter, Span::call_site());
    // Of a reference to a reference rustc underlines what is behind it, which stands nowhere.
    if let Type::Reference(_) = ty {
        return quote!(<#ty as __wa::#parameter>::fill_slot(&self.#ident, __writer #further));
    }
    let (begin, end) = ends(ty);
    let (krate, method) = (Ident::new("__wa", begin), Ident::new("fill_slot", end));
    let value = value(ident, begin, end);
    quote!(#krate::#parameter::#method(#value, __writer #further))
}

/// A field, borrowed, as an expression from here to there.
fn value(ident: &Ident, begin: Span, end: Span) -> TokenStream {
    let mut reference = Punct::new('&', Spacing::Alone);
    let mut value = Group::new(Delimiter::Parenthesis, quote!(self.#ident));
    reference.set_span(begin);
    value.set_span(end);
    [TokenTree::Punct(reference), TokenTree::Group(value)].into_iter().collect()
}

/// Where a type begins and ends.
fn ends(ty: &Type) -> (Span, Span) {
    let mut places = ty.to_token_stream().into_iter().map(|token| token.span());
    let begin = places.next().unwrap_or_else(Span::call_site);
    (begin, places.last().unwrap_or(begin))
}

/// The trait of what fills a slot of a kind.
fn parameter(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::HeaderText | SlotKind::UrlSuffix(_) => "TextParameter",
        SlotKind::HeaderMedia(MediaKind::Image) => "ImageParameter",
        SlotKind::HeaderMedia(MediaKind::Video) => "VideoParameter",
        SlotKind::HeaderMedia(MediaKind::Gif) => "GifParameter",
        SlotKind::HeaderMedia(_) => "DocumentParameter",
        SlotKind::HeaderLocation => "LocationParameter",
        SlotKind::HeaderProduct => "ProductParameter",
        SlotKind::QuickReplyPayload(_) => "PayloadParameter",
        SlotKind::OneTimeCode | SlotKind::OneTimeCodeButton(_) => "OneTimeCodeParameter",
        SlotKind::OfferExpiration => "ExpirationParameter",
        SlotKind::CouponCode(_) => "CouponCodeParameter",
        SlotKind::FlowAction(_) => "FlowActionParameter",
        SlotKind::CatalogThumbnail(_) => "CatalogParameter",
        SlotKind::ProductList(_) => "ProductListParameter",
        SlotKind::VoiceCall(_) => "VoiceCallParameter",
        SlotKind::OrderDetails(_) => "OrderDetailsParameter",
        SlotKind::OrderStatus => "OrderStatusParameter",
        SlotKind::TapTarget => "TapTargetParameter",
        _ => "BodyParameter",
    }
}

/// For what a payment-request button was made.
fn payment_kind(model: &Model, button: usize) -> &str {
    match model.definition.buttons().get(button).map(Button::kind) {
        Some(ButtonKind::PaymentRequest { kind, .. }) => kind.as_str(),
        _ => "",
    }
}

fn field_name(model: &Model, bound: &Bound) -> String {
    match bound.source {
        Filler::Field(index) => {
            model.source.written.fields.get(index).map(|field| field.ident.unraw().to_string())
        }
        Filler::Constant(_) | Filler::Cards(_) => None,
    }
    .unwrap_or_default()
}

fn category(category: &Category) -> TokenStream {
    match category {
        Category::Marketing => quote!(Marketing),
        Category::Authentication => quote!(Authentication),
        // Others were refused.
        _ => quote!(Utility),
    }
}

/// The pieces, each with its field, and the texts whose length depends on values, in wire order.
fn table(model: &Model, pieces: &[Piece], fields: impl Iterator<Item = String>) -> Table {
    let limits = limits(model, pieces);
    let texts = model.definitions().flat_map(|definition| {
        limits.iter().map(|(place, limit)| {
            let fixed = definition.text_at(place).map_or(0, Text::fixed_characters);
            FilledText { part: place.part().code(), limit: *limit, fixed }
        })
    });
    let mut table = Table::new(texts);
    let parts = pieces.iter().map(|piece| piece.slot.place.part());
    let next_parts = parts.clone().skip(1).map(Some).chain([None]);
    for (((piece, field), part), next) in pieces.iter().zip(fields).zip(parts).zip(next_parts) {
        let ends = next != Some(part);
        let text = limits.iter().position(|(place, _)| ends && place.part() == part);
        table.push(piece, &field, text.map_or(0, |index| index + 1));
    }
    table
}

/// The four arguments that are a table.
fn literals(table: &Table) -> TokenStream {
    let Table { json, fields, rows, texts, .. } = table;
    let (rows, texts) = (Literal::byte_string(rows), Literal::byte_string(texts));
    quote!(#json, #fields, #rows, #texts)
}

/// The limits of the texts whose length depends on values, in characters.
fn limits(model: &Model, pieces: &[Piece]) -> Vec<(Place, usize)> {
    let definition = &model.definition;
    let mut limits: Vec<(Place, usize)> = Vec::new();
    for Piece { slot, .. } in pieces {
        if limits.iter().any(|(known, _)| known.part() == slot.place.part()) {
            continue;
        }
        // A coupon code is the only value of its text; its limit depends on the template.
        let limit = if matches!(slot.kind, SlotKind::CouponCode(_)) {
            Some(value::coupon_code_limit(definition))
        } else {
            definition.text_at(&slot.place).and_then(|_| value::filled_limit(definition, &slot.place))
        };
        limits.extend(limit.map(|limit| (slot.place.clone(), limit)));
    }
    limits
}
