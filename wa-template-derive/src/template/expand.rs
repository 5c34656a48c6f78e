//! Model → code. It cannot fail: every question was answered before.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{DeriveInput, Path};
use wa_template_definition::wire::{self, Piece};
use wa_template_definition::{Category, Definition, MediaKind, Part, Place, SlotKind, value};

use super::bind::{Bound, Filler};
use super::model::Model;
use crate::generated::{crate_path, in_own_scope};

/// One static table and two impls.
pub(crate) fn expand(input: &DeriveInput, model: &Model, bound: &[Bound]) -> TokenStream {
    let definition = &model.definition;
    let krate = crate_path(model.source.written.crate_path.as_ref());
    let pieces = wire::pieces(definition, |slot| bound.iter().any(|bound| bound.slot == *slot));
    let texts = FilledTexts::of(definition, &pieces);
    let name = definition.name();
    let category = category(definition.category());
    let language = definition.language();
    let piece_tokens = pieces.iter().zip(bound).map(|(piece, bound)| {
        let Piece { before, after, .. } = piece;
        let field = field_name(model, bound);
        let part = part(piece.slot.place.part());
        let text = texts.number_of(piece.slot.place.part());
        quote!(__wa::Piece::new(#before, #after, #field, __wa::Part::#part, #text))
    });
    let text_tokens = texts.tokens();
    let writes = bound.iter().map(|bound| write(model, bound));
    let json = definition.to_creation_json();
    let table = quote! {
        static __TEMPLATE: __wa::Template = __wa::Template::new(
            #name,
            __wa::Category::#category,
            &[#language],
            &[#(#piece_tokens),*],
            &[#(#text_tokens),*],
        );
    };
    let writer = if bound.is_empty() { quote!(_) } else { quote!(__writer) };
    let impls = impls(input, &krate, &writer, &quote!(#(#writes)*), &quote!(__wa::definitions(&[#json])));
    in_own_scope(&quote! {
        use #krate::__private as __wa;
        #table
        #impls
    })
}

/// The impls alone, neutral, so that one mistake in an attribute is not followed by an error at every use.
pub(crate) fn stub(input: &DeriveInput, renamed: Option<&Path>) -> TokenStream {
    let krate = crate_path(renamed);
    let impls = impls(input, &krate, &quote!(_), &TokenStream::new(), &quote!(__wa::Vec::new()));
    in_own_scope(&quote! {
        use #krate::__private as __wa;
        static __TEMPLATE: __wa::Template =
            __wa::Template::new("", __wa::Category::Utility, &["en"], &[], &[]);
        #impls
    })
}

fn impls(
    input: &DeriveInput,
    krate: &TokenStream,
    writer: &TokenStream,
    writes: &TokenStream,
    definitions: &TokenStream,
) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::WaMessage for #ident #ty_generics #where_clause {
            fn template(&self) -> &'static __wa::Template {
                &__TEMPLATE
            }

            fn write_slots(&self, #writer: &mut __wa::Writer<'_>) {
                #writes
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::WaTemplate for #ident #ty_generics #where_clause {
            const TEMPLATE: &'static __wa::Template = &__TEMPLATE;

            fn definitions() -> __wa::Vec<__wa::Definition> {
                #definitions
            }
        }
    }
}

/// One call per slot. The type stands in a turbofish, so that one that does not fit is underlined itself.
fn write(model: &Model, bound: &Bound) -> TokenStream {
    match &bound.source {
        Filler::Constant(path) => quote_spanned!(path.span()=> __wa::constant(__writer, &#path);),
        Filler::Field(index) => {
            let Some(field) = model.source.written.fields.get(*index) else {
                return TokenStream::new();
            };
            let (ident, ty) = (&field.ident, &field.ty);
            let function = match bound.slot.kind {
                SlotKind::HeaderText | SlotKind::UrlSuffix(_) => quote!(text),
                SlotKind::HeaderMedia(MediaKind::Image) => quote!(image),
                SlotKind::HeaderMedia(MediaKind::Video) => quote!(video),
                SlotKind::HeaderMedia(_) => quote!(document),
                SlotKind::HeaderLocation => quote!(location),
                SlotKind::QuickReplyPayload(_) => quote!(payload),
                _ => quote!(body),
            };
            quote!(__wa::#function::<#ty>(__writer, &self.#ident);)
        }
    }
}

fn field_name(model: &Model, bound: &Bound) -> String {
    match bound.source {
        Filler::Field(index) => {
            model.source.written.fields.get(index).map(|field| field.ident.unraw().to_string())
        }
        Filler::Constant(_) => None,
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

fn part(part: Part) -> TokenStream {
    match part {
        Part::Header => quote!(Header),
        Part::Button(index) => quote!(Button(#index)),
        Part::ButtonUrl(index) => quote!(ButtonUrl(#index)),
        _ => quote!(Body),
    }
}

/// The texts whose length depends on values, in wire order.
struct FilledTexts(Vec<(Part, usize, usize)>);

impl FilledTexts {
    fn of(definition: &Definition, pieces: &[Piece]) -> Self {
        let mut texts: Vec<(Part, usize, usize)> = Vec::new();
        for piece in pieces {
            let part = piece.slot.place.part();
            if texts.iter().any(|(known, ..)| *known == part) {
                continue;
            }
            let Some(text) = definition.text(part) else {
                continue;
            };
            if let Some(limit) = value::filled_limit(definition, &Place::new(part)) {
                texts.push((part, limit, text.fixed_characters()));
            }
        }
        Self(texts)
    }

    /// Counted from 1; 0 is none.
    fn number_of(&self, part: Part) -> usize {
        self.0.iter().position(|(known, ..)| *known == part).map_or(0, |index| index + 1)
    }

    fn tokens(&self) -> impl Iterator<Item = TokenStream> {
        self.0.iter().map(|(text, limit, fixed)| {
            let part = part(*text);
            quote!(__wa::FilledText::new(__wa::Part::#part, #limit, &[#fixed]))
        })
    }
}
