//! Variants → code.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Path};

use super::parse::{Answer, Written};
use crate::generated::in_own_scope;
use crate::variants::shape;

pub(super) fn expand(input: &DeriveInput, written: &Written<'_>) -> TokenStream {
    let to = written.answers.iter().map(to);
    let (fixed, with_value): (Vec<_>, Vec<_>) =
        written.answers.iter().partition(|answer| answer.value.is_none());
    let fixed = fixed.into_iter().map(|answer| {
        let (payload, shape) = (answer.fixed(), shape(answer.variant));
        quote!(#payload => __wa::Result::Ok(#shape),)
    });
    let with_value = with_value.into_iter().map(from_value);
    let to = quote!(match self { #(#to)* });
    let from = quote! {
        match __payload {
            #(#fixed)*
            _ => {
                #(#with_value)*
                __wa::unknown_payload(__payload)
            }
        }
    };
    impls(input, written.crate_path.as_ref(), &to, &from)
}

/// The impls alone, neutral, so that one mistake is not followed by an error at every use.
pub(super) fn stub(input: &DeriveInput, renamed: Option<&Path>) -> TokenStream {
    impls(input, renamed, &quote!(__wa::Cow::Borrowed("")), &quote!(__wa::unknown_payload(__payload)))
}

fn to(answer: &Answer<'_>) -> TokenStream {
    let (fixed, shape) = (answer.fixed(), shape(answer.variant));
    match answer.value {
        None => quote!(#shape => __wa::Cow::Borrowed(#fixed),),
        // Both directions name type and trait in the same way: of two equal errors rustc shows one.
        Some(ty) => quote!(#shape => <#ty as __wa::PayloadValue>::write_after(__value, #fixed),),
    }
}

fn from_value(answer: &Answer<'_>) -> Option<TokenStream> {
    let (fixed, shape, ty) = (answer.fixed(), shape(answer.variant), answer.value?);
    Some(quote! {
        if let __wa::Option::Some(__value) = <#ty as __wa::PayloadValue>::read_after(__payload, #fixed) {
            return __wa::Result::Ok(#shape);
        }
    })
}

fn impls(input: &DeriveInput, renamed: Option<&Path>, to: &TokenStream, from: &TokenStream) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let items = quote! {
        #[automatically_derived]
        impl #impl_generics __wa::WaPayload for #ident #ty_generics #where_clause {
            fn to_payload(&self) -> __wa::Cow<'static, __wa::str> {
                #to
            }

            fn from_payload(__payload: &__wa::str) -> __wa::Result<Self, __wa::UnknownPayload> {
                #from
            }
        }

        #[automatically_derived]
        impl #impl_generics __wa::PayloadParameter for #ident #ty_generics #where_clause {
            fn write_payload(&self, __writer: &mut __wa::ValueWriter<'_>) {
                __wa::write_payload(__writer, self);
            }
        }

        #[automatically_derived]
        impl #impl_generics __wa::CardParameter for #ident #ty_generics #where_clause {
            const FITS: __wa::u32 = __wa::fits::PAYLOAD;

            fn write_card(&self, _: __wa::u32, __writer: &mut __wa::ValueWriter<'_>) {
                __wa::write_payload(__writer, self);
            }
        }

        #[automatically_derived]
        impl #impl_generics __wa::PayloadParameter for &#ident #ty_generics #where_clause {
            fn write_payload(&self, __writer: &mut __wa::ValueWriter<'_>) {
                __wa::write_payload(__writer, *self);
            }
        }
    };
    in_own_scope(renamed, &items)
}
