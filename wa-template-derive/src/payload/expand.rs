//! Variants → code.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Path};

use super::parse::{Variant, Written};
use crate::generated::{crate_path, in_own_scope};

pub(super) fn expand(input: &DeriveInput, written: &Written) -> TokenStream {
    let to = written.variants.iter().map(|Variant { ident, payload }| {
        let payload = payload.text();
        quote!(Self::#ident => #payload,)
    });
    let from = written.variants.iter().map(|Variant { ident, payload }| {
        let payload = payload.text();
        quote!(#payload => __wa::Result::Ok(Self::#ident),)
    });
    let to = quote!(__wa::Cow::Borrowed(match self { #(#to)* }));
    let from = quote!(match __payload { #(#from)* _ => __wa::unknown_payload(__payload), });
    impls(input, written.crate_path.as_ref(), &to, &from)
}

/// The impls alone, neutral, so that one mistake is not followed by an error at every use.
pub(super) fn stub(input: &DeriveInput, renamed: Option<&Path>) -> TokenStream {
    impls(input, renamed, &quote!(__wa::Cow::Borrowed("")), &quote!(__wa::unknown_payload(__payload)))
}

fn impls(input: &DeriveInput, renamed: Option<&Path>, to: &TokenStream, from: &TokenStream) -> TokenStream {
    let krate = crate_path(renamed);
    let ident = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    in_own_scope(&quote! {
        use #krate::__private as __wa;

        #[automatically_derived]
        impl #impl_generics #krate::WaPayload for #ident #ty_generics #where_clause {
            fn to_payload(&self) -> __wa::Cow<'static, str> {
                #to
            }

            fn from_payload(__payload: &str) -> __wa::Result<Self, #krate::UnknownPayload> {
                #from
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::PayloadParameter for #ident #ty_generics #where_clause {
            fn write_payload(&self, __writer: &mut __wa::ValueWriter<'_>) {
                __wa::write_payload(__writer, self);
            }
        }
    })
}
