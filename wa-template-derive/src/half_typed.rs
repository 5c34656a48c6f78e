//! What an editor sees while somebody types: every beginning of attributes that use the whole syntax, inside of all
//! brackets, with and without what follows them, and with texts that end early. No derive panics, and each result is
//! code with its impls.

use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote;
use syn::DeriveInput;

use crate::{card, message, payload, template};

/// Templates that use every key, every kind of header and button, and every attribute of fields.
pub(crate) const TEMPLATES: &[&str] = &[
    r#"#[wa(name = "trip", language = "en", category = "utility", header = "On {{date}}",
        body = "{{trip}} starts {{starts}} now.", footer = "Lucky Travel",
        buttons(quick_reply("Yes", Answer::<u8>::Yes), quick_reply("No", "{{no}}"), quick_reply("Later"),
        url("Open", "https://a.example/{{code}}"), phone_number("Call", "+15550051310")),
        message_send_ttl_seconds = 600, cta_url_link_tracking_opted_out = true, allow("body-edge-placeholder"),
        crate = "a::b")]
    struct Trip<'a> {
        #[wa(example = "12/26")] date: &'a str, #[wa(name = "trip", example = "Ski Trip")] what: String,
        #[wa(example = "8:00am")] starts: DateTime, no: Option<String>, #[wa(button = 2)] later: Answer,
        #[wa(example = "9rwn")] code: u32, #[wa(skip)] own: u8,
    }"#,
    r#"#[wa(language = "en", category = "marketing", header(image, example = "samples/a.png"), body = "Up to {{1}} off {{2}} now.",
        limited_time_offer("Expiring offer!", has_expiration),
        buttons(copy_code("{{coupon}}"), url("Shop", "https://a.example/{{1}}")))]
    struct Trip<T> where T: BodyParameter {
        #[wa(header)] picture: Image, #[wa(body = 1, example = "50%")] percent: T,
        #[wa(body = 2, example = "aloe")] plant: String, #[wa(expiration)] ends: SystemTime,
        #[wa(button = 1, example = "x")] path: String, #[wa(example = "25OFF")] coupon: String,
    }"#,
    r#"#[wa(language = "en", category = "marketing", positional, body = "Two offers for {{who}} and friends.",
        carousel(card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More"),
        url("Book", "https://a.example/{{code}}")), examples(percent = "10%", code = "x")),
        card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More"),
        url("Book", "https://a.example/{{code}}")), examples(percent = "20%", code = "y"))))]
    struct Trip { #[wa(example = "Pablo")] who: String, #[wa(card = 0)] one: Card, #[wa(card = 1)] two: Card }"#,
    r#"#[wa(language = "en", category = "authentication", authentication(security_recommendation, code_expiration_minutes = 10),
        buttons(otp(one_tap, app("com.example.app", "K8a/AINcGX7"), text = "Copy code", autofill_text = "Autofill")))]
    struct Trip { #[wa(code)] code: String }"#,
    r#"#[wa(language = "en", category = "authentication", buttons(otp(zero_tap, zero_tap_terms_accepted,
        app("com.example.app", "K8a/AINcGX7"))))]
    struct Trip { #[wa(code)] code: String }"#,
    r#"#[wa(language = "en", category = "utility", display_format = "ORDER_DETAILS", header(document),
        body = "Please review your order.", buttons(order_details("Review and Pay"), payment_request(boleto),
        flow("Rate", id = "1", navigate = "WELCOME", icon = "REVIEW"), voice_call("Call us"), request_contact_info))]
    struct Trip { #[wa(header)] file: Document, #[wa(button = 0)] order: OrderDetails,
        #[wa(button = 1, example = "x")] payment: PaymentRequest, #[wa(button = 2)] flow: FlowAction,
        #[wa(button = 3)] call: VoiceCall }"#,
    r#"#[wa(language = "en", category = "utility", body = "Your order has been shipped today.", order_status)]
    struct Trip { #[wa(order_status)] status: OrderStatus }"#,
    r#"#[wa(language = "en", category = "marketing", header = "Forget something?", body = "Your cart is waiting.",
        buttons(mpm("View items")))]
    struct Trip { #[wa(button = 0)] items: ProductList }"#,
    r#"#[wa(language = "en", category = "marketing", header(image), body = "Have a look at our shop.",
        buttons(url("Shop", "https://a.example/")))]
    struct Trip { #[wa(header)] image: Image, #[wa(tap_target)] target: TapTarget }"#,
    r#"#[wa(language = "en", category = "marketing", body = "May we call you?", call_permission_request)] struct Trip;"#,
    r#"#[wa(language = "en", category = "marketing", header = "For {{who}}", body = "Two offers for {{who}} and friends.",
        footer = "Yours", buttons(quick_reply("Yes"), quick_reply("No")),
        translation("es", header = "Para {{who}}", body = "Dos ofertas para {{who}} y amigos.", footer = "Suyo",
        buttons("Sí", keep)), translation("de", buttons(quick_reply("Ja"), keep)))]
    struct Trip { #[wa(example = "Pablo")] who: String }"#,
    r#"#[wa(language = "en", category = "marketing", body = "Two offers for you.", limited_time_offer("Expiring offer!"),
        carousel(card(header(product), buttons(spm("View"))), card(header(product), buttons(spm("View")))),
        translation("es", body = "Dos ofertas.", limited_time_offer("Se acaba"), carousel(card(buttons("Ver")), card())))]
    struct Trip { #[wa(cards)] cards: Vec<Card> }"#,
    r#"#[wa(name = "trip", definition = "src/template/files/trip", languages("en"))]
    struct Trip { trip: String, place: String, #[wa(button = 1)] code: String }"#,
];

const CARDS: &[&str] = &[r#"#[wa(crate = "a::b")] struct Trip<'a> {
    #[wa(header)] picture: &'a Image, #[wa(name = "percent")] off: u8, #[wa(body = 1)] one: String,
    #[wa(button = 1)] code: String, #[wa(skip)] own: u8 }"#];

const PAYLOADS: &[&str] = &[r#"#[wa(crate = "a::b")] enum Trip<T> {
    #[wa(payload = "yes-please")] Yes, No {}, Confirm(T), #[wa(payload = "again")] Again { order: u32 } }"#];

const MESSAGES: &[&str] =
    &[r#"#[wa(crate = "a::b")] enum Trip<'a> { Shipped(Shipped<'a>), Late { late: Late } }"#];

/// All ways to stop typing inside of the attributes.
fn unfinished(tokens: TokenStream, inside: bool) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let (before, after) = (&tokens[..index], &tokens[index + 1..]);
        let with = |token: TokenTree, after: &[TokenTree]| -> TokenStream {
            before.iter().cloned().chain([token]).chain(after.iter().cloned()).collect()
        };
        if inside {
            found.push(before.iter().cloned().collect());
        }
        match token {
            TokenTree::Group(group) => {
                let is_wa = matches!(before, [TokenTree::Ident(ident)] if ident == "wa");
                for inner in unfinished(group.stream(), inside || is_wa) {
                    let mut group = Group::new(group.delimiter(), inner);
                    group.set_span(token.span());
                    found.push(with(TokenTree::Group(group.clone()), after));
                    if inside {
                        found.push(with(TokenTree::Group(group), &[]));
                    }
                }
            }
            TokenTree::Literal(literal) if inside => {
                for cut in beginnings(literal) {
                    found.push(with(TokenTree::Literal(cut), after));
                }
            }
            _ => {}
        }
    }
    if inside {
        found.push(tokens.into_iter().collect());
    }
    found
}

/// The beginnings of a text.
fn beginnings(literal: &Literal) -> Vec<Literal> {
    let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) else { return Vec::new() };
    let text = text.value();
    text.char_indices().map(|(end, _)| Literal::string(&text[..end])).collect()
}

/// How many there were.
fn check(sources: &[&str], derive: impl Fn(&DeriveInput) -> TokenStream, impls: &[&str]) -> usize {
    let mut count = 0;
    for source in sources {
        let complete = TokenStream::from_str(source).expect("tokens");
        let expansion = derive(&syn::parse2(complete.clone()).expect("an item")).to_string();
        assert!(!expansion.contains("compile_error"), "{source}\n{expansion}");
        for item in unfinished(complete, false) {
            count += 1;
            check_one(&item, &derive, impls);
        }
    }
    count
}

#[track_caller]
fn check_one(item: &TokenStream, derive: impl Fn(&DeriveInput) -> TokenStream, impls: &[&str]) {
    let input: DeriveInput = syn::parse2(item.clone()).expect("an item");
    let expansion = derive(&input);
    let text = expansion.to_string();
    syn::parse2::<syn::File>(expansion).unwrap_or_else(|error| panic!("{error}: {item}"));
    for wanted in impls {
        assert_eq!(text.matches(&format!(":: {wanted} for Trip")).count(), 1, "{wanted}: {item}\n{text}");
    }
    // Either the whole of it, or what is wrong.
    let is_stub = text.contains(r#"Template :: new ("" ,"#)
        || text.contains("NO_TEMPLATE")
        || text.contains("unreadable");
    assert_eq!(is_stub, text.contains("compile_error") && !impls.contains(&"WaPayload"), "{item}\n{text}");
}

#[test]
fn templates() {
    let count = check(TEMPLATES, template::derive, &["WaMessage", "WaTemplate"]);
    assert!(count > 3000, "{count}");
}

#[test]
fn cards() {
    assert!(check(CARDS, card::derive, &["WaCard"]) > 30);
}

#[test]
fn payloads() {
    assert!(check(PAYLOADS, payload::derive, &["WaPayload", "PayloadParameter", "CardParameter"]) > 30);
}

#[test]
fn messages() {
    assert!(check(MESSAGES, message::derive, &["WaMessage"]) > 5);
}

/// Each element in brackets that do not belong there, and with its tokens in the wrong order.
#[test]
fn elements_in_the_wrong_place() {
    for source in TEMPLATES.iter().step_by(3) {
        let item: DeriveInput = syn::parse_str(source).expect("an item");
        let tokens =
            item.attrs.first().expect("an attribute").meta.require_list().expect("a list").tokens.clone();
        for token in tokens {
            for delimiter in [Delimiter::Bracket, Delimiter::None] {
                let group = Group::new(delimiter, token.clone().into());
                for attribute in [
                    quote!(#group),
                    quote!(body = #group),
                    quote!(buttons = #group),
                    quote!(header #group, footer: #group),
                    quote!(= #token, , buttons(#token #token)),
                    quote!(carousel(card(#token, #group)), translation(#group, #token)),
                    quote!(buttons(quick_reply(#token #group), flow(#group), otp(#token), Answer::<#token)),
                ] {
                    check_one(
                        &quote!(
                            #[wa(#attribute)]
                            struct Trip;
                        ),
                        template::derive,
                        &["WaMessage", "WaTemplate"],
                    );
                    let field = quote!(
                        struct Trip {
                            #[wa(#attribute)]
                            x: u8,
                        }
                    );
                    check_one(&field, template::derive, &["WaMessage", "WaTemplate"]);
                    check_one(&field, card::derive, &["WaCard"]);
                }
            }
        }
    }
}
