//! A fixture as a mutation sees it: items, keys, fields and texts, each with its place in the source.

use std::ops::Range;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

/// Bytes of the source.
pub(crate) type At = Range<usize>;

/// A valid source file.
pub(crate) struct Fixture {
    /// The name of its file.
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) items: Vec<Item>,
}

/// A struct or an enum.
pub(crate) struct Item {
    /// What is derived on it.
    pub(crate) derive: String,
    pub(crate) name: Word,
    pub(crate) keys: Vec<Element>,
    /// Everything in all `#[wa(…)]` of the item.
    pub(crate) attributes: Vec<At>,
    /// Fields or variants.
    pub(crate) members: Vec<Member>,
    /// Between the braces.
    pub(crate) inside: At,
}

/// A field or a variant.
pub(crate) struct Member {
    pub(crate) name: Word,
    pub(crate) keys: Vec<Element>,
    /// The type of a field, what follows the name of a variant.
    pub(crate) rest: At,
    /// From the attributes to the comma.
    pub(crate) whole: At,
}

/// A word and where it stands.
#[derive(Clone)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) at: At,
}

/// One element of a list: `key`, `key = literal`, `key(…)` or a literal alone.
pub(crate) struct Element {
    /// Empty if it is a literal alone.
    pub(crate) key: Word,
    pub(crate) value: Option<Word>,
    pub(crate) list: Option<List>,
    /// All of it, without the comma.
    pub(crate) whole: At,
}

/// What stands between parentheses.
pub(crate) struct List {
    pub(crate) elements: Vec<Element>,
    pub(crate) inside: At,
}

impl Word {
    fn new(text: &impl ToString, span: Span) -> Self {
        Self { text: text.to_string(), at: span.byte_range() }
    }

    /// What stands between the quotes; the fixtures have no escapes.
    pub(crate) fn inside(&self) -> &str {
        self.text.trim_matches('"')
    }

    pub(crate) fn is_text(&self) -> bool {
        self.text.starts_with('"')
    }

    /// The placeholders of a text, each between its braces.
    pub(crate) fn placeholders(&self) -> Vec<Word> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(open) = self.text[from..].find("{{").map(|at| from + at) {
            let close = open + self.text[open..].find("}}").expect("fixtures close their braces");
            let at = self.at.start + open + 2..self.at.start + close;
            found.push(Word { text: self.text[open + 2..close].to_owned(), at });
            from = close;
        }
        found
    }
}

impl Element {
    /// The elements between its parentheses.
    pub(crate) fn elements(&self) -> &[Element] {
        self.list.as_ref().map_or(&[], |list| &list.elements)
    }

    /// The element itself and all that stand in it, from the outside to the inside.
    pub(crate) fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        all.extend(self.elements().iter().flat_map(Element::all));
        all
    }

    pub(crate) fn child(&self, key: &str) -> Option<&Element> {
        self.elements().iter().find(|element| element.key.text == key)
    }
}

impl Item {
    pub(crate) fn key(&self, key: &str) -> Option<&Element> {
        self.keys.iter().find(|element| element.key.text == key)
    }

    /// All elements, of whatever depth.
    pub(crate) fn all(&self) -> Vec<&Element> {
        self.keys.iter().flat_map(Element::all).collect()
    }

    /// The first literal that has the placeholder.
    pub(crate) fn text_with(&self, placeholder: &str) -> Option<&Word> {
        let braced = format!("{{{{{placeholder}}}}}");
        self.all()
            .into_iter()
            .filter_map(|element| element.value.as_ref())
            .find(|value| value.text.contains(&braced))
    }
}

impl Member {
    pub(crate) fn key(&self, key: &str) -> Option<&Element> {
        self.keys.iter().find(|element| element.key.text == key)
    }

    /// The key that says what the field fills.
    pub(crate) fn binding(&self) -> Option<&Element> {
        self.keys.iter().find(|element| element.key.text != "example")
    }

    /// The name of the placeholder that a field fills.
    pub(crate) fn placeholder(&self) -> &str {
        self.name.text.trim_start_matches("r#")
    }
}

impl Fixture {
    pub(crate) fn read(name: &str, text: String) -> Self {
        let tokens: Vec<TokenTree> = text.parse::<TokenStream>().expect("Rust").into_iter().collect();
        let mut items = Vec::new();
        let mut from = 0;
        for (index, token) in tokens.iter().enumerate() {
            let TokenTree::Ident(keyword) = token else { continue };
            if keyword == "struct" || keyword == "enum" {
                items.push(Item::read(&tokens[from..index], &tokens[index..]));
            }
            if keyword == "use" || keyword == "struct" || keyword == "enum" {
                from = index + 1;
            }
        }
        Self { name: name.to_owned(), text, items }
    }

    /// The struct that the fixture is about: the first one that derives this.
    pub(crate) fn item(&self, derive: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.derive == derive)
    }

    /// All structs and enums that derive this.
    pub(crate) fn items(&self, derive: &str) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.derive == derive)
    }
}

impl Item {
    fn read(before: &[TokenTree], from_keyword: &[TokenTree]) -> Self {
        let word = |token: &TokenTree| Word::new(token, token.span());
        let mut item = Self {
            derive: String::new(),
            name: word(&from_keyword[1]),
            keys: Vec::new(),
            attributes: Vec::new(),
            members: Vec::new(),
            inside: 0..0,
        };
        for (path, tokens, inside) in attributes(before) {
            match path.as_str() {
                "derive" => item.derive = tokens.to_string(),
                "wa" => {
                    item.attributes.push(inside);
                    item.keys.extend(elements(tokens));
                }
                _ => {}
            }
        }
        let end = |token: &&TokenTree| match token {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        if let Some(TokenTree::Group(group)) = from_keyword.iter().find(end) {
            item.inside = inside(group);
            item.members = pieces(group.stream()).iter().map(|piece| Member::read(piece)).collect();
        }
        item
    }
}

impl Member {
    fn read(tokens: &[TokenTree]) -> Self {
        let attributes = attributes(tokens);
        let name = tokens.iter().find(|token| matches!(token, TokenTree::Ident(_))).expect("a name");
        let index = tokens.iter().position(|token| token.span().byte_range() == name.span().byte_range());
        let mut rest = &tokens[index.expect("it is there") + 1..];
        if let Some((TokenTree::Punct(colon), ty)) = rest.split_first()
            && colon.as_char() == ':'
        {
            rest = ty;
        }
        let name = Word::new(name, name.span());
        let rest = if rest.is_empty() { name.at.end..name.at.end } else { around(rest) };
        let keys = attributes.into_iter().filter(|(path, ..)| path == "wa");
        let keys = keys.flat_map(|(_, tokens, _)| elements(tokens)).collect();
        Self { name, keys, rest, whole: around(tokens) }
    }
}

/// Path, tokens and inside of every `#[path(…)]`.
fn attributes(tokens: &[TokenTree]) -> Vec<(String, TokenStream, At)> {
    let mut found = Vec::new();
    for pair in tokens.windows(2) {
        let [TokenTree::Punct(hash), TokenTree::Group(brackets)] = pair else { continue };
        let mut tokens = brackets.stream().into_iter();
        if let ('#', Some(path), Some(TokenTree::Group(list))) =
            (hash.as_char(), tokens.next(), tokens.next())
        {
            found.push((path.to_string(), list.stream(), inside(&list)));
        }
    }
    found
}

fn elements(tokens: TokenStream) -> Vec<Element> {
    pieces(tokens).iter().map(|piece| element(piece)).collect()
}

fn element(piece: &[TokenTree]) -> Element {
    let nothing = |token: &TokenTree| Word { text: String::new(), at: token.span().byte_range() };
    let literal = piece.iter().find(|token| matches!(token, TokenTree::Literal(_)));
    // `true` is an identifier to `proc_macro2`.
    let value =
        literal.or(piece.get(2).filter(|token| matches!(token, TokenTree::Ident(_)) && piece.len() == 3));
    let key = match &piece[0] {
        TokenTree::Ident(key) => Word::new(key, key.span()),
        other => nothing(other),
    };
    let list = piece.iter().find_map(|token| match token {
        TokenTree::Group(group) => Some(List { elements: elements(group.stream()), inside: inside(group) }),
        _ => None,
    });
    Element { key, value: value.map(|token| Word::new(token, token.span())), list, whole: around(piece) }
}

/// Splits at commas.
fn pieces(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut pieces = vec![Vec::new()];
    let mut angles = 0;
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                ',' if angles == 0 => {
                    pieces.push(Vec::new());
                    continue;
                }
                '<' => angles += 1,
                '>' => angles -= 1,
                _ => {}
            }
        }
        pieces.last_mut().expect("never empty").push(token);
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn around(tokens: &[TokenTree]) -> At {
    let (first, last) = (tokens.first().expect("a token"), tokens.last().expect("a token"));
    first.span().byte_range().start..last.span().byte_range().end
}

fn inside(group: &proc_macro2::Group) -> At {
    group.span_open().byte_range().end..group.span_close().byte_range().start
}
