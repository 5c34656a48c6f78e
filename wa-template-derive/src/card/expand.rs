//! Fields → code.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{DeriveInput, Path};

use crate::generated::in_own_scope;
use crate::template::parse::{WrittenField, WrittenTarget};

pub(super) fn expand(input: &DeriveInput, renamed: Option<&Path>, fields: &[WrittenField]) -> TokenStream {
    let values: Vec<_> =
        fields.iter().filter(|field| !matches!(field.target, WrittenTarget::Skip(_))).collect();
    let table = values.iter().map(|field| {
        let (name, ty) = (&field.name, &field.ty);
        let target = target(field);
        let ident = field.ident.unraw().to_string();
        let unused = format!("field `{ident}` of the card struct fills nothing in any card of this template\nhelp: remove it, or mark it `#[wa(skip)]`");
        let twice = format!("field `{ident}` of the card struct fills what an earlier field of it fills\nhelp: keep one of them, or mark one `#[wa(skip)]`");
        let fits = quote!(<#ty as __wa::CardParameter>::FITS);
        quote!(__wa::CardField::new(#ident, #name, #target, #fits, #unused, #twice))
    });
    let writes = values.iter().enumerate().map(|(index, field)| {
        let (ident, ty) = (&field.ident, &field.ty);
        quote!(#index => <#ty as __wa::CardParameter>::write_card(&self.#ident, __kind, __writer),)
    });
    let absences = values.iter().enumerate().map(|(index, field)| {
        let (ident, ty) = (&field.ident, &field.ty);
        quote!(#index => <#ty as __wa::CardParameter>::is_absent(&self.#ident),)
    });
    let write = quote!(match __field { #(#writes)* _ => {} });
    let absent = quote!(match __field { #(#absences)* _ => true });
    impls(input, renamed, &quote!(&[#(#table),*]), &write, &absent)
}

/// The impl alone, neutral, so that one mistake is not followed by an error at every use.
pub(super) fn stub(input: &DeriveInput, renamed: Option<&Path>) -> TokenStream {
    impls(
        input,
        renamed,
        &quote!(&[__wa::CardField::unreadable()]),
        &quote!({
            let _ = (__field, __kind, __writer);
        }),
        &quote!(__field == 0),
    )
}

fn target(field: &WrittenField) -> TokenStream {
    match field.target {
        WrittenTarget::Header(_) => quote!(__wa::CardTarget::Header),
        WrittenTarget::HeaderNumber(number, _) => quote!(__wa::CardTarget::HeaderNumber(#number)),
        WrittenTarget::BodyNumber(number, _) => quote!(__wa::CardTarget::BodyNumber(#number)),
        WrittenTarget::Button(index, _) => quote!(__wa::CardTarget::Button(#index)),
        _ => quote!(__wa::CardTarget::Name),
    }
}

fn impls(
    input: &DeriveInput,
    renamed: Option<&Path>,
    fields: &TokenStream,
    write: &TokenStream,
    absent: &TokenStream,
) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let items = quote! {
        #[automatically_derived]
        impl #impl_generics __wa::WaCard for #ident #ty_generics #where_clause {
            const FIELDS: &'static [__wa::CardField] = #fields;

            fn write_field(&self, __field: __wa::usize, __kind: __wa::u32, __writer: &mut __wa::ValueWriter<'_>) {
                #write
            }

            fn is_absent(&self, __field: __wa::usize) -> __wa::bool {
                #absent
            }
        }
    };
    in_own_scope(renamed, &items)
}
