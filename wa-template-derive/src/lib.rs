//! The derive macros of `wa-template`. Use them through that crate, which re-exports and documents them.
//!
//! Each derive has four stages: *parse* (tokens → attributes as written), *model* (attributes → one typed template),
//! *check* (model and rules → errors at tokens) and *expand* (model → code, cannot fail). Every platform rule is asked
//! from `wa-template-definition`; none stands here.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)
)]

mod card;
mod diagnostic;
#[cfg(test)]
mod expected;
mod generated;
#[cfg(test)]
mod half_typed;
mod item;
mod lifetimes;
mod literal;
mod message;
#[cfg(test)]
mod mutants;
mod payload;
mod quotes;
mod report;
mod suggest;
mod template;
mod variants;

use proc_macro::TokenStream;

/// Turns a struct into a message template; see the crate `wa-template`.
#[proc_macro_derive(WaTemplate, attributes(wa, wa_template))]
pub fn derive_wa_template(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    template::derive(&input).into()
}

/// Turns an enum into the payloads of quick replies; see the crate `wa-template`.
#[proc_macro_derive(WaPayload, attributes(wa, wa_template))]
pub fn derive_wa_payload(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    payload::derive(&input).into()
}

/// Turns a struct into the values of a carousel's card; see the crate `wa-template`.
#[proc_macro_derive(WaCard, attributes(wa, wa_template))]
pub fn derive_wa_card(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    card::derive(&input).into()
}

/// Turns an enum of templates into a message; see the crate `wa-template`.
#[proc_macro_derive(WaMessage, attributes(wa, wa_template))]
pub fn derive_wa_message(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    message::derive(&input).into()
}
