//! What all expansions have in common.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Path;

/// Wraps generated items, so that no name leaks into the user's module. A template that is to be retired may be
/// deprecated: the impls for it are no use of it.
///
/// Everything that they name is below `__wa`, which has the version of this crate in its path: with a `wa-template` of
/// another one there is one error, which says so, instead of as many as there are differences.
pub(crate) fn in_own_scope(renamed: Option<&Path>, items: &TokenStream) -> TokenStream {
    let krate = crate_path(renamed);
    let version = env!("CARGO_PKG_VERSION").replace(|char: char| !char.is_ascii_alphanumeric(), "_");
    let private = format_ident!("made_for_derive_{version}");
    quote! {
        #[allow(deprecated)]
        const _: () = {
            use #krate::__private::#private as __wa;
            #items
        };
    }
}

/// `::wa_template`, or what `crate = "…"` says.
fn crate_path(renamed: Option<&Path>) -> TokenStream {
    renamed.map_or_else(|| quote!(::wa_template), |path| quote!(#path))
}
