//! One mistake is one error: single mistakes of all kinds in templates that use the whole syntax.

use std::str::FromStr;

use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::DeriveInput;

use crate::half_typed::TEMPLATES;
use crate::template;

/// A button less moves those behind it: two fields then ask for one button, and a third has none.
const TWO_ERRORS: &[&str] = &["without quick_reply (\"No\" , \"{{no}}\") ,"];

/// What was done, and what came out.
type Mutant = (String, TokenStream);

fn mutants(tokens: TokenStream, inside: bool) -> Vec<Mutant> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = if inside || has_commas(&tokens) { of_elements(&tokens, inside) } else { Vec::new() };
    for (index, token) in tokens.iter().enumerate() {
        let new = match token {
            TokenTree::Group(group) => {
                let is_wa = matches!(&tokens[..index], [TokenTree::Ident(ident)] if ident == "wa");
                let inner = mutants(group.stream(), inside || is_wa).into_iter();
                let grouped = |(what, new)| (what, Group::new(group.delimiter(), new).into_token_stream());
                inner.map(grouped).collect()
            }
            TokenTree::Ident(ident) if inside => misspelled(ident).into_iter().collect(),
            TokenTree::Literal(literal) if inside => of_literal(literal),
            _ => Vec::new(),
        };
        found.extend(new.into_iter().map(|(what, new)| {
            let (before, after) = (tokens[..index].iter().cloned(), tokens[index + 1..].iter().cloned());
            (what, before.chain(new).chain(after).collect())
        }));
    }
    found
}

fn has_commas(tokens: &[TokenTree]) -> bool {
    tokens.iter().any(is_comma)
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

/// Each element left out; each of an attribute given twice.
fn of_elements(tokens: &[TokenTree], inside: bool) -> Vec<Mutant> {
    let mut found: Vec<Mutant> = Vec::new();
    for element in tokens.split_inclusive(is_comma) {
        let from = element.as_ptr_range().start;
        let at = tokens.iter().position(|token| std::ptr::eq(token, from)).expect("a part of them");
        let shown: TokenStream = element.iter().cloned().collect();
        let (before, after) = (tokens[..at].iter(), tokens[at + element.len()..].iter());
        found.push((format!("without {shown}"), before.clone().chain(after.clone()).cloned().collect()));
        if inside {
            let comma: Vec<TokenTree> = quote!(,).into_iter().collect();
            let twice = before.chain(element).chain(&comma).chain(element).chain(after);
            found.push((format!("twice {shown}"), twice.cloned().collect()));
        }
    }
    found
}

fn misspelled(ident: &Ident) -> Option<Mutant> {
    let mut letters: Vec<char> = ident.to_string().chars().collect();
    if letters.len() < 4 || letters[1] == letters[2] {
        return None;
    }
    letters.swap(1, 2);
    let misspelled = Ident::new(&letters.into_iter().collect::<String>(), ident.span());
    Some((format!("misspelled {ident}"), misspelled.into_token_stream()))
}

fn of_literal(literal: &Literal) -> Vec<Mutant> {
    let mut found = vec![
        (format!("a number for {literal}"), quote!(77)),
        (format!("nothing in {literal}"), quote!("")),
        (format!("a constant for {literal}"), quote!(BODY)),
    ];
    let text = literal.to_string();
    for (at, _) in text.match_indices("{{") {
        let Some(end) = text[at..].find("}}") else { continue };
        let placeholder = &text[at..at + end + 2];
        let unclosed = &text[at..=at + end];
        for (what, new) in [("renamed", "{{zzz}}"), ("left out", "words"), ("not closed", unclosed)] {
            let changed = text.replacen(placeholder, new, 1);
            let changed = TokenStream::from_str(&changed).expect("a literal");
            found.push((format!("{what} {placeholder} in {text}"), changed));
        }
    }
    found
}

#[test]
fn one_mistake_is_one_error() {
    let mut several: Vec<String> = Vec::new();
    let mut refused = 0;
    for source in TEMPLATES {
        for (what, item) in mutants(TokenStream::from_str(source).expect("tokens"), false) {
            let Ok(input) = syn::parse2::<DeriveInput>(item) else { continue };
            let expansion = template::derive(&input).to_string();
            let errors = expansion.matches("compile_error").count();
            refused += usize::from(errors > 0);
            if errors > 1 && !TWO_ERRORS.contains(&what.as_str()) {
                several.push(format!("{what}: {expansion}"));
            }
        }
    }
    assert!(several.is_empty(), "{}", several.join("\n\n"));
    assert!(refused > 800, "{refused}");
}
