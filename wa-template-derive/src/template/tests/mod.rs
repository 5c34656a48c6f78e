//! The derive without a compiler: places of errors, half-typed code, and expansions as they are.

use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
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
            ("\"offers\"", "`offers` is not a category"),
            ("\"1\"", "`body` takes the number of a placeholder"),
        ],
    );
    // The field that could not be read may be the one for `{{who}}`: once it can, the other two are told.
    check(
        r#"#[wa(name = "Order", language = "en", category = "offers", body = "Hello {{who}}, your order has left.")]
        struct Order { b: u8, c: u8 }"#,
        &[
            ("\"Order\"", "the template name `Order` has the character `O`"),
            ("\"offers\"", "`offers` is not a category"),
            ("{{who}}", "placeholder `{{who}}` has no field"),
            ("b", "field `b` has no placeholder `{{b}}`"),
            ("c", "field `c` has no placeholder `{{c}}`"),
        ],
    );
}

/// Where "go to definition" and "find references" begin: what is generated for a placeholder names the field itself.
#[test]
fn expansions_point_at_the_fields() {
    fn fields_read(tokens: TokenStream, found: &mut Vec<proc_macro2::Ident>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for window in tokens.windows(3) {
            if let [TokenTree::Ident(this), TokenTree::Punct(dot), TokenTree::Ident(field)] = window
                && (this == "self" && dot.as_char() == '.')
            {
                found.push(field.clone());
            }
        }
        for token in tokens {
            if let TokenTree::Group(group) = token {
                fields_read(group.stream(), found);
            }
        }
    }
    let source = r#"#[wa(language = "en", category = "utility", header(image), body = "Your {{trip}} starts {{type}} at {{place}} now.",
        buttons(quick_reply("No", "{{no}}"), url("Open", "https://a.example/{{code}}")))]
        struct Trip<'a> {
            #[wa(header)] picture: Image, #[wa(example = "Ski")] trip: &'a str, #[wa(name = "type", example = "x")] kind: u8,
            #[wa(example = "Tahoe")] place: String, no: String, #[wa(example = "9rwn")] code: u32,
        }"#;
    let input: DeriveInput = syn::parse_str(source).expect("a struct");
    let syn::Data::Struct(data) = &input.data else { panic!("a struct") };
    let mut found = Vec::new();
    fields_read(derive(&input), &mut found);
    assert_eq!(found.len(), data.fields.len());
    for field in &data.fields {
        let ident = field.ident.as_ref().expect("a name");
        let read = found.iter().find(|read| *read == ident).expect("every field is read");
        assert_eq!(read.span().start(), ident.span().start(), "{ident}");
        // The text at the place is the field: not the placeholder, not the derive.
        assert_eq!(read.span().source_text().as_deref(), Some(ident.to_string().as_str()));
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
