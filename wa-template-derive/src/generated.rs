//! What all expansions have in common.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// Wraps generated items, so that no name leaks into the user's module. A template that is to be retired may be
/// deprecated: the impls for it are no use of it.
pub(crate) fn in_own_scope(items: &TokenStream) -> TokenStream {
    quote! {
        #[allow(deprecated)]
        const _: () = {
            #items
        };
    }
}

/// `::wa_template`, or what `crate = "…"` says.
pub(crate) fn crate_path(renamed: Option<&Path>) -> TokenStream {
    renamed.map_or_else(|| quote!(::wa_template), |path| quote!(#path))
}
