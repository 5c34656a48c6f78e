//! What all expansions have in common.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// Wraps generated items, so that no name leaks into the user's module.
pub(crate) fn in_own_scope(items: &TokenStream) -> TokenStream {
    quote! {
        const _: () = {
            #items
        };
    }
}

/// `::wa_template`, or what `crate = "…"` says.
pub(crate) fn crate_path(renamed: Option<&Path>) -> TokenStream {
    renamed.map_or_else(|| quote!(::wa_template), |path| quote!(#path))
}
