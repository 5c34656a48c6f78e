//! The derive without a compiler: places of errors, half-typed code, and expansions as they are.

use std::path::Path;
use std::str::FromStr;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use syn::DeriveInput;

mod files;
mod translations;

use super::{analyse, derive};
use crate::report::Report;

fn errors(source: &str) -> Vec<syn::Error> {
    let input: DeriveInput = syn::parse_str(source).expect("a struct");
    let report = Report::default();
    analyse(&report, &input);
    report.into_errors()
}

/// Outside a compiler `proc_macro2` can name a part of a literal, as nightly can: the place is exact.
#[track_caller]
fn check(source: &str, expected: &[(&str, &str)]) {
    let errors = errors(source);
    let found: Vec<_> = errors
        .iter()
        .map(|error| {
            let fact = error.to_string().lines().next().unwrap_or_default().to_owned();
            (error.span().source_text().unwrap_or_default(), fact)
        })
        .collect();
    let found: Vec<_> = found.iter().map(|(at, fact)| (at.as_str(), fact.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn errors_are_at_the_smallest_tokens() {
    check(
        r#"#[wa(language = "en", category = "utility", header = "Für {{name}}", body = "Ihr\n\"Paket\" {{nummer}} ist da.")]
        struct Parcel { #[wa(example = "x")] name: String }"#,
        &[("{{nummer}}", "placeholder `{{nummer}}` has no field")],
    );
    check(
        r#"#[wa(language = "en", category = "utility", body = "Your order has left.", buttons(url("Shop", "https://a.example/{{x}}/b")))]
        struct Order { #[wa(example = "x")] x: String, y: u8 }"#,
        &[
            ("{{x}}", "`/b` stands after the placeholder `{{x}}`, which must end the address"),
            ("y", "field `y` has no placeholder `{{y}}`"),
        ],
    );
    check(
        r#"#[wa(language = "en", category = "utility", body = "Your order has left.", buttons(quick_reply("Yes")))]
        struct Order { #[wa(button = 3)] payload: String }"#,
        &[("3", "there is no button 3, the template has 1")],
    );
}

#[test]
fn four_mistakes_are_four_errors() {
    check(
        r#"#[wa(name = "Order", language = "en", category = "offers", body = "Hello {{who}}, your order has left.")]
        struct Order { #[wa(body = "1")] a: u8, b: u8 }"#,
        &[
            ("\"Order\"", "the template name `Order` has the character `O`"),
            ("\"offers\"", "`OFFERS` is not a category"),
            ("\"1\"", "`body` takes the number of a placeholder"),
        ],
    );
    // The field that could not be read may be the one for `{{who}}`: once it can, the other two are told.
    check(
        r#"#[wa(name = "Order", language = "en", category = "offers", body = "Hello {{who}}, your order has left.")]
        struct Order { b: u8, c: u8 }"#,
        &[
            ("\"Order\"", "the template name `Order` has the character `O`"),
            ("\"offers\"", "`OFFERS` is not a category"),
            ("{{who}}", "placeholder `{{who}}` has no field"),
            ("b", "field `b` has no placeholder `{{b}}`"),
            ("c", "field `c` has no placeholder `{{c}}`"),
        ],
    );
}

/// Attributes that use the whole syntax.
const FULL: &str = r#"name = "trip", language = "en", category = "utility", positional, header = "On {{date}}",
    body = "Your {{trip}} starts {{starts}} now.", footer = "Lucky Travel",
    buttons(quick_reply("Yes", Answer::Yes), quick_reply("No", "{{no}}"), url("Open", "https://a.example/{{code}}"),
    phone_number("Call", "+15550051310")), message_send_ttl_seconds = 600, cta_url_link_tracking_opted_out = true,
    allow("body-edge-placeholder"), crate = "a::b""#;

/// Every beginning of a token list, also inside of its groups: what an editor sees while somebody types.
fn beginnings(tokens: TokenStream) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    for length in 0..=tokens.len() {
        found.push(tokens[..length].iter().cloned().collect());
        if let Some(TokenTree::Group(group)) = tokens.get(length) {
            found.extend(beginnings(group.stream()).into_iter().map(|inner| {
                let before = tokens[..length].iter().cloned();
                before
                    .chain([TokenTree::Group(Group::new(group.delimiter(), inner))])
                    .collect::<TokenStream>()
            }));
        }
    }
    found
}

/// The result is code, with both impls and at most a handful of errors.
fn check_half_typed(item: TokenStream) {
    let input: DeriveInput = syn::parse2(item).expect("a struct");
    let expansion = derive(&input);
    let file: syn::File = syn::parse2(expansion.clone()).expect("the expansion is code");
    let text = quote!(#file).to_string();
    assert_eq!(text.matches(":: WaMessage for Trip").count(), 1, "{text}");
    assert_eq!(text.matches(":: WaTemplate for Trip").count(), 1, "{text}");
}

#[test]
fn half_typed_attributes_do_not_panic() {
    let full = TokenStream::from_str(FULL).expect("tokens");
    let field = quote!(name = "other", header = 1, body = 2, button = 0, example = "x", skip);
    let all = beginnings(full.clone());
    assert!(all.len() > 60);
    for attribute in all {
        check_half_typed(quote!(
            #[wa(#attribute)]
            struct Trip<'a> {
                date: &'a str,
                no: String,
            }
        ));
    }
    for attribute in beginnings(field) {
        check_half_typed(quote!(
            #[wa(#full)]
            struct Trip<'a> {
                #[wa(#attribute)]
                date: &'a str,
            }
        ));
    }
    // Each element alone, and with its tokens in the wrong order.
    for token in full {
        let group = Group::new(Delimiter::Brace, token.clone().into());
        check_half_typed(quote!(
            #[wa(#token)]
            struct Trip;
        ));
        check_half_typed(quote!(
            #[wa(#group)]
            struct Trip;
        ));
        check_half_typed(quote!(
            #[wa(= #token, , buttons(#token #token))]
            struct Trip;
        ));
    }
}

/// Compares an expansion with the file that shows it; `UPDATE_GOLDEN=1` writes the file.
#[track_caller]
fn golden(name: &str, expansion: TokenStream) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src/template/golden").join(format!("{name}.expanded"));
    let found = prettyplease::unparse(&syn::parse2(expansion).expect("the expansion is code"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &found).expect("the folder is writable");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        found, expected,
        "{name}: if the change is meant, run with UPDATE_GOLDEN=1 and read the difference"
    );
}

#[track_caller]
fn golden_of(name: &str, source: &str) {
    golden(name, derive(&syn::parse_str(source).expect("a struct")));
}

#[test]
fn expansions() {
    golden_of(
        "static_text",
        r#"#[wa(language = "en_US", category = "utility", body = "Your order has left our warehouse.")] struct HelloWorld;"#,
    );
    golden_of(
        "named",
        r#"#[wa(language = "en", category = "utility", header = "Your trip on {{date}}",
            body = "Your {{trip}} starts {{starts}} at {{place}}. Will you join us?",
            buttons(quick_reply("Yes", Answer::Yes), url("Itinerary", "https://example.com/t/{{code}}")))]
        struct TripReminder<'a> {
            #[wa(example = "12/26")] date: &'a str,
            #[wa(example = "Ski Trip")] trip: &'a str,
            #[wa(example = "8:00am")] starts: DateTime,
            #[wa(example = "Tahoe")] place: String,
            #[wa(example = "9rwnB8RbYm")] code: &'a str,
        }"#,
    );
    golden_of(
        "generic_with_optional_payload",
        r#"#[wa(language = "en", category = "marketing", header(image), body = "New: {{1}} for only {{2}} today.",
            buttons(quick_reply("Stop"), quick_reply("More", "{{more}}")), crate = "crate::messages")]
        struct Offer<T, const N: usize> where T: BodyParameter {
            #[wa(header)] picture: Image,
            #[wa(body = 1, example = "aloe")] r#type: T,
            #[wa(body = 2, example = "$5")] price: [u8; N],
            #[wa(button = 0)] stop: Option<String>,
            more: String,
            #[wa(skip)] own: u8,
        }"#,
    );
    golden_of(
        "cards",
        r#"#[wa(language = "en", category = "marketing", body = "Two offers of this week.", carousel(
            card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More")), examples(percent = "10%")),
            card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More")), examples(percent = "20%"))))]
        struct Offers<'a> { #[wa(cards)] cards: [Offer<'a>; 2] }"#,
    );
    golden_of(
        "with_errors",
        r#"#[wa(language = "en", category = "utility", body = "{{x}}")] struct Wrong<'a> { y: &'a str }"#,
    );
}

#[test]
fn cards_do_not_depend_on_type_parameters() {
    let card = r#"card(header(image), buttons(quick_reply("More")))"#;
    check(
        &format!(
            r#"#[wa(language = "en", category = "marketing", body = "Our rooms.", carousel({card}, {card}))]
            struct Rooms<'a, T> {{ #[wa(cards)] rooms: [Room<'a, T>; 2] }}"#
        ),
        &[("T", "the cards depend on the parameter `T`")],
    );
}
