//! Variants → code.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Path};

use super::parse::Written;
use crate::generated::in_own_scope;
use crate::variants::shape;

pub(super) fn expand(input: &DeriveInput, written: &Written<'_>) -> TokenStream {
    // Both methods name type and trait in the same way: of two equal errors rustc shows one.
    let template = written.messages.iter().map(|(variant, ty)| {
        let shape = shape(variant);
        quote!(#shape => <#ty as __wa::WaMessage>::template(__value),)
    });
    let write = written.messages.iter().map(|(variant, ty)| {
        let shape = shape(variant);
        quote!(#shape => <#ty as __wa::WaMessage>::write_slots(__value, __writer),)
    });
    let (template, write) = (quote!(match self { #(#template)* }), quote!(match self { #(#write)* }));
    impls(input, written.crate_path.as_ref(), &quote!(__writer), &template, &write)
}

/// The impl alone, neutral, so that one mistake is not followed by an error at every use.
pub(super) fn stub(input: &DeriveInput, renamed: Option<&Path>) -> TokenStream {
    impls(input, renamed, &quote!(_), &quote!(&__wa::NO_TEMPLATE), &TokenStream::new())
}

fn impls(
    input: &DeriveInput,
    renamed: Option<&Path>,
    writer: &TokenStream,
    template: &TokenStream,
    write: &TokenStream,
) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let items = quote! {
        #[automatically_derived]
        impl #impl_generics __wa::WaMessage for #ident #ty_generics #where_clause {
            fn template(&self) -> &'static __wa::Template {
                #template
            }

            fn write_slots(&self, #writer: &mut __wa::Writer<'_>) {
                #write
            }
        }
    };
    in_own_scope(renamed, &items)
}
