//! JSON that looks like definitions and sends, to any degree: right, nearly right, wrong, absurd.

mod definition;
mod send;
mod words;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

pub(crate) use self::definition::definition;
pub(crate) use self::send::send;
use self::words::{KEYS, WORDS};

/// Texts in which braces, placeholders and odd characters are likely.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(vec!["{{1}}", "{{2}}", "{{name}}", "{{ 1 }}", "{{Name}}", "{{}}", "{{0}}"]).prop_map(str::to_owned),
        2 => select(vec!["{{", "}}", "{", "}", " ", "\n", "*", "_", "."]).prop_map(str::to_owned),
        4 => "[a-zé中😀\u{200d} ]{0,8}",
        1 => "\\PC{0,3}",
    ];
    vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

fn string() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => select(WORDS).prop_map(|word| json!(word)),
        2 => text().prop_map(Value::String),
    ]
}

/// Any JSON; real keys are likely.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => string(),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => any::<i64>().prop_map(|number| json!(number)),
        1 => any::<u64>().prop_map(|number| json!(number)),
        // Of few digits: the last ones of longer fractions are not kept by the JSON reader.
        1 => (-9000_i32..9000).prop_map(|number| json!(f64::from(number) / 8.0)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let key = prop_oneof![8 => select(KEYS).prop_map(str::to_owned), 1 => "[a-z{}é]{0,4}"];
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            btree_map(key, inner, 0..4).prop_map(|keys| Value::Object(keys.into_iter().collect())),
        ]
    })
}

/// Mostly `usual`, sometimes anything, sometimes nothing.
fn field(usual: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Option<Value>> {
    prop_oneof![8 => usual.prop_map(Some), 1 => value().prop_map(Some), 2 => Just(None)].boxed()
}

fn words(words: &'static [&'static str]) -> impl Strategy<Value = Value> {
    select(words).prop_map(|word| json!(word))
}

fn object(fields: Vec<(&'static str, BoxedStrategy<Option<Value>>)>) -> BoxedStrategy<Value> {
    let (keys, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    values
        .prop_map(move |values| {
            let present =
                keys.iter().zip(values).filter_map(|(key, value)| Some(((*key).to_owned(), value?)));
            Value::Object(present.collect::<Map<_, _>>())
        })
        .boxed()
}

fn list(value: impl Strategy<Value = Value>, most: usize) -> impl Strategy<Value = Value> {
    vec(value, 0..most).prop_map(Value::Array)
}
