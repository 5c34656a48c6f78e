//! `key = "…", key(…), "text"`: from tokens to elements.

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Path, Token};

use super::{Element, Form, Item, Lit, written};
use crate::diagnostic::Diagnostic;
use crate::report::Report;

/// The elements of one list. What cannot be read is reported and keeps its place.
pub(crate) fn read_list(report: &Report, tokens: TokenStream) -> Vec<Element> {
    if let Some(elements) = read_plain(tokens.clone()) {
        return elements;
    }
    split(tokens).into_iter().flat_map(|piece| read_piece(report, piece)).collect()
}

/// The elements of a list of which all are plain and nothing is amiss, as most are: read token by token, without a
/// parser, which takes a quarter of the time.
fn read_plain(tokens: TokenStream) -> Option<Vec<Element>> {
    let mut tokens = tokens.into_iter();
    let mut elements = Vec::new();
    while let Some(first) = tokens.next() {
        let (element, behind) = match first {
            TokenTree::Literal(literal) => (Element::Literal(Lit::new(literal)), tokens.next()),
            TokenTree::Ident(word) => read_plain_item(word, &mut tokens)?,
            TokenTree::Group(_) | TokenTree::Punct(_) => return None,
        };
        elements.push(element);
        if behind.is_some_and(|behind| !is(&behind, ',')) {
            return None;
        }
    }
    Some(elements)
}

/// `word`, `word = literal` or `word(…)`, and the token behind it.
fn read_plain_item(word: Ident, tokens: &mut IntoIter) -> Option<(Element, Option<TokenTree>)> {
    let (form, behind) = match tokens.next() {
        Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Parenthesis => {
            (Form::List(list.stream()), tokens.next())
        }
        Some(equals) if is(&equals, '=') => {
            let TokenTree::Literal(literal) = tokens.next()? else { return None };
            (Form::Value(Lit::new(literal)), tokens.next())
        }
        behind => (Form::Word, behind),
    };
    let path = Path::from(word);
    // Two of the words are values.
    let is_value = path.is_ident("true") || path.is_ident("false");
    (!is_value).then(|| (Element::Item(Item { path, form, lacks_comma: false }), behind))
}

fn is(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// Splits at commas that stand between no angle brackets. An empty piece between two commas is left out: half-typed
/// code has them.
fn split(tokens: TokenStream) -> Vec<TokenStream> {
    let mut pieces: Vec<Vec<TokenTree>> = vec![Vec::new()];
    let mut tokens = tokens.into_iter().peekable();
    let mut arguments = Vec::new();
    while let Some(token) = tokens.next() {
        let Some(piece) = pieces.last_mut() else { break };
        if is(&token, ',') {
            pieces.push(Vec::new());
            continue;
        }
        let opens = is(&token, ':') && tokens.peek().is_some_and(|next| is(next, '<'));
        piece.push(token);
        if !opens {
            continue;
        }
        // `Answer::<A, B>::Yes`. Brackets that nobody has closed yet hide no further element.
        arguments.clear();
        let (mut rest, mut depth) = (tokens.clone(), 0_usize);
        for token in rest.by_ref() {
            if is(&token, '<') {
                depth += 1;
            } else if is(&token, '>') {
                depth -= 1;
            }
            arguments.push(token);
            if depth == 0 {
                break;
            }
        }
        if depth == 0 {
            piece.append(&mut arguments);
            tokens = rest;
        }
    }
    pieces.into_iter().filter(|piece| !piece.is_empty()).map(TokenStream::from_iter).collect()
}

/// What stands between two commas: one element, or several if a comma is missing.
fn read_piece(report: &Report, mut tokens: TokenStream) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut lacks_comma = false;
    while let Some(first) = tokens.clone().into_iter().next() {
        let read = |input: ParseStream<'_>| -> syn::Result<(Element, TokenStream)> {
            Ok((read_element(report, input)?, input.parse()?))
        };
        let (element, rest) = read.parse2(tokens).unwrap_or_else(|error| {
            report.push(error);
            (Element::Broken { key: first.to_string(), span: first.span() }, TokenStream::new())
        });
        let element = match element {
            Element::Item(item) => Element::Item(Item { lacks_comma, ..item }),
            other => other,
        };
        elements.push(element);
        tokens = rest;
        if let Some(next) = tokens.clone().into_iter().next() {
            report.add(&no_comma(&next));
            if is_semicolon(&next) {
                tokens = tokens.into_iter().skip(1).collect();
                continue;
            }
            lacks_comma = true;
            if !matches!(next, TokenTree::Ident(_)) {
                // What a text behind a text is for nobody knows.
                elements.push(Element::Broken { key: next.to_string(), span: next.span() });
                break;
            }
        }
    }
    elements
}

fn is_semicolon(token: &TokenTree) -> bool {
    is(token, ';')
}

fn no_comma(next: &TokenTree) -> Diagnostic {
    if is_semicolon(next) {
        return Diagnostic::new(next.span(), "expected `,` instead of `;`").help("write `,`");
    }
    let diagnostic = Diagnostic::new(next.span(), "expected `,` before this");
    match next {
        TokenTree::Ident(word) => diagnostic.help(format!("write `, {word}`")),
        TokenTree::Punct(point) if point.as_char() == '.' => {
            Diagnostic::new(next.span(), "a value is named here, not computed")
                .help("write the name of a field into a text: `\"{{name}}\"`")
        }
        _ => diagnostic,
    }
}

fn read_element(report: &Report, input: ParseStream<'_>) -> syn::Result<Element> {
    if at_literal(input) {
        return Ok(Element::Literal(input.parse()?));
    }
    let Some(path) = read_path(input) else {
        if let Some(placeholder) = bare_placeholder(input) {
            return Err(placeholder.to_error());
        }
        let fact = "expected a key, a path or a literal";
        let is_bracket =
            input.peek(syn::token::Bracket) || input.peek(syn::token::Brace) || input.peek(syn::token::Paren);
        let help = is_bracket.then(|| "write what is inside, without the brackets".to_owned());
        return Err(Diagnostic::new(input.span(), fact).help_if(help).to_error());
    };
    let form = if input.peek(Token![=]) {
        let equals: Token![=] = input.parse()?;
        read_value(input, &path, equals.span)?
    } else if input.peek(Token![:]) && !input.peek(Token![::]) {
        let colon: Token![:] = input.parse()?;
        let value = read_value(input, &path, colon.span)?;
        report.add(&no_equals(colon.span, &path, &value));
        value
    } else if input.peek(syn::token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        Form::List(content.parse()?)
    } else if input.peek(syn::token::Bracket) || input.peek(syn::token::Brace) {
        Form::Other(TokenStream::from(input.parse::<TokenTree>()?))
    } else if input.peek(syn::Lit) && path.get_ident().is_some() {
        let value: Lit = input.parse()?;
        return Err(no_equals(value.span(), &path, &Form::Value(value)).to_error());
    } else {
        Form::Word
    };
    Ok(Element::Item(Item { path, form, lacks_comma: false }))
}

pub(super) fn no_equals(span: Span, path: &Path, value: &Form) -> Diagnostic {
    let key = written(path);
    let value = match value {
        Form::Value(value) => value.to_token_stream().to_string(),
        Form::Word | Form::Other(_) | Form::List(_) => String::new(),
    };
    // A whole text would hide what is to be changed.
    let shown = match value.chars().count() {
        1..=20 => value.as_str(),
        _ if value.starts_with('"') => "\"…\"",
        _ => "…",
    };
    Diagnostic::new(span, format!("expected `=` between `{key}` and its value"))
        .help(format!("write `{key} = {shown}`"))
}

/// Whether a literal comes next. `peek(syn::Lit)` alone takes as long as reading it.
fn at_literal(input: ParseStream<'_>) -> bool {
    input.cursor().literal().is_some() || !input.peek(Ident) && input.peek(syn::Lit)
}

/// `{{stop}}` without quotation marks.
fn bare_placeholder(input: ParseStream<'_>) -> Option<Diagnostic> {
    let only = |tokens: TokenStream| {
        let mut tokens = tokens.into_iter();
        tokens.next().filter(|_| tokens.next().is_none())
    };
    let TokenTree::Group(outer) = input.fork().parse().ok()? else { return None };
    let TokenTree::Group(inner) = only(outer.stream())? else { return None };
    let braces = [&outer, &inner].iter().all(|group| group.delimiter() == Delimiter::Brace);
    let TokenTree::Ident(name) = only(inner.stream()).filter(|_| braces)? else { return None };
    let diagnostic = Diagnostic::over(&outer, "a placeholder stands in quotation marks");
    Some(diagnostic.help(format!("write `\"{{{{{name}}}}}\"`")))
}

/// `key`, `Answer::Yes`, `Answer::<u8>::Yes`.
fn read_path(input: ParseStream<'_>) -> Option<Path> {
    let ahead = input.fork();
    if let Ok(path) = ahead.call(Path::parse_mod_style) {
        input.advance_to(&ahead);
        return Some(path);
    }
    input.fork().parse::<Path>().is_ok().then(|| input.parse().ok())?
}

/// What follows `=`; more than a literal is kept, so that the key itself can say what it takes.
fn read_value(input: ParseStream<'_>, path: &Path, equals: Span) -> syn::Result<Form> {
    if input.is_empty() {
        return Err(syn::Error::new(equals, format!("`{} =` has no value yet", written(path))));
    }
    if at_literal(input) {
        return Ok(Form::Value(input.parse()?));
    }
    let mut tokens: Vec<TokenTree> = vec![input.parse()?];
    // Two words beside each other: a comma is missing between them.
    let goes_on = |last: Option<&TokenTree>| {
        matches!(last, Some(TokenTree::Punct(_))) || !(input.peek(syn::Lit) || input.peek(Ident::peek_any))
    };
    while !input.is_empty() && goes_on(tokens.last()) {
        tokens.push(input.parse()?);
    }
    Ok(Form::Other(tokens.into_iter().collect()))
}
