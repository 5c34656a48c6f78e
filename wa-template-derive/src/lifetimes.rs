//! Lifetimes that nobody has declared.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Data, DeriveInput};

/// Whether a field names a lifetime that the item does not declare. rustc says so at the field, and again wherever an
/// expansion repeats the type: nothing may be built on it.
pub(crate) fn are_undeclared(input: &DeriveInput) -> bool {
    let declared: HashSet<String> =
        input.generics.lifetimes().map(|parameter| parameter.lifetime.ident.to_string()).collect();
    let fields: Vec<&syn::Field> = match &input.data {
        Data::Struct(data) => data.fields.iter().collect(),
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.fields).collect(),
        Data::Union(_) => return false,
    };
    let mut named = HashSet::new();
    for field in fields {
        if !collect(field.ty.to_token_stream(), &mut named) {
            return false;
        }
    }
    named.iter().any(|name| !declared.contains(name) && !["static", "_"].contains(&name.as_str()))
}

/// The lifetimes of a type. `false` if it declares some itself, `for<'a> fn(&'a str)`.
fn collect(tokens: TokenStream, named: &mut HashSet<String>) -> bool {
    let mut after_quote = false;
    for token in tokens {
        match &token {
            TokenTree::Ident(ident) if after_quote => {
                named.insert(ident.to_string());
            }
            TokenTree::Ident(ident) if ident == "for" => return false,
            TokenTree::Group(group) if !collect(group.stream(), named) => return false,
            _ => {}
        }
        after_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
    }
    true
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::are_undeclared;

    #[test]
    fn only_what_nobody_declares() {
        assert!(are_undeclared(&parse_quote! { struct Order { number: &'a str } }));
        assert!(are_undeclared(
            &parse_quote! { struct Order<'b> { number: [Cow<'a, str>; 2], other: &'b str } }
        ));
        assert!(are_undeclared(&parse_quote! { enum Outgoing { Order(Order<'a>) } }));
        assert!(!are_undeclared(&parse_quote! { struct Order<'a> { number: &'a str, rest: &'static str } }));
        assert!(!are_undeclared(
            &parse_quote! { struct Order { number: Cow<'_, str>, f: for<'a> fn(&'a str) } }
        ));
    }
}
