//! Text copied from a word processor: `“en”` in place of `"en"`.
//!
//! rustc reports every such character and says what to type, but goes on without them: what the derives then find is no
//! text any more, and nothing that they could say about it helps.

use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput};

use crate::item;

/// Whether rustc has found one of these characters in an attribute, outside of texts and comments.
pub(crate) fn are_curly(input: &DeriveInput) -> bool {
    let fields: Vec<&syn::Field> = match &input.data {
        Data::Struct(data) => data.fields.iter().collect(),
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.fields).collect(),
        Data::Union(data) => data.fields.named.iter().collect(),
    };
    let of_variants = match &input.data {
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.attrs).collect(),
        Data::Struct(_) | Data::Union(_) => Vec::new(),
    };
    let of_fields = fields.into_iter().flat_map(|field| &field.attrs);
    input
        .attrs
        .iter()
        .chain(of_variants)
        .chain(of_fields)
        .filter(|attribute| item::is_ours(attribute))
        .any(in_attribute)
}

fn in_attribute(attribute: &Attribute) -> bool {
    let list = attribute.meta.to_token_stream().into_iter().last();
    let source = list.and_then(|list| list.span().source_text());
    source.is_some_and(|source| source.contains(CURLY) && in_code(&source))
}

const CURLY: [char; 6] = ['“', '”', '„', '‘', '’', '‟'];

/// Whether one of these characters stands outside of texts and comments.
fn in_code(source: &str) -> bool {
    let mut rest = source;
    while let Some(char) = rest.chars().next() {
        if CURLY.contains(&char) {
            return true;
        }
        rest = behind_token(rest, char);
    }
    false
}

/// What stands behind a text, a comment, a word or a single character.
fn behind_token(source: &str, first: char) -> &str {
    let word = source.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(source.len());
    let (word, behind_word) = source.split_at(word);
    let hashes: String = behind_word.chars().take_while(|char| *char == '#').collect();
    let is_raw = word.ends_with('r') && behind_word.trim_start_matches('#').starts_with('"');
    let end = if is_raw {
        let opened = behind_word.get(hashes.len() + 1..).unwrap_or_default();
        return opened.split_once(&format!("\"{hashes}")).map_or("", |(_, rest)| rest);
    } else if !word.is_empty() {
        return behind_word;
    } else if source.starts_with("//") {
        "\n"
    } else if source.starts_with("/*") {
        "*/"
    } else if first == '"' || first == '\'' && is_char(source) {
        return behind_quoted(source, first);
    } else {
        return source.get(first.len_utf8()..).unwrap_or_default();
    };
    source.split_once(end).map_or("", |(_, rest)| rest)
}

/// A character, and not a lifetime: `'a'`, `'\n'`.
fn is_char(source: &str) -> bool {
    let mut chars = source.chars().skip(1);
    chars.next() == Some('\\') || chars.next() == Some('\'')
}

fn behind_quoted(source: &str, quote: char) -> &str {
    let mut is_escaped = false;
    let mut chars = source.chars();
    chars.next();
    for char in chars.by_ref() {
        if char == quote && !is_escaped {
            break;
        }
        is_escaped = char == '\\' && !is_escaped;
    }
    chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::in_code;

    #[test]
    fn only_characters_outside_of_texts_count() {
        for code in ["(language = “en”)", "(“en”)", r#"(a = "x", b = „y”)"#, "(r = r\"x\", b = ‘y’)"]
        {
            assert!(in_code(code), "{code}");
        }
        for code in [
            r#"(body = "He said “yes” \" “no”", b = 'a')"#,
            r##"(body = r#"“a" “b"#, footer = "”")"##,
            "(a = \"x\", // “comment”\n b = \"y\" /* ”more” */)",
            "(a = '“', b = '\\'', c = 'a', d = Answer::<'a>::Yes)",
            "(a = \"“not closed",
            "",
        ] {
            assert!(!in_code(code), "{code}");
        }
    }
}
