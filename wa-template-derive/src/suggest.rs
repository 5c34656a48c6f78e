//! "Did you mean".

/// The candidate that was probably meant: close to what was written, by at most a third of its length. Of names of
/// one or two letters none is close to another.
pub(crate) fn similar<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .filter(|candidate| *candidate != written)
        .map(|candidate| {
            let same = same_words(written, candidate);
            (if same { 0 } else { strsim::damerau_levenshtein(written, candidate) }, candidate)
        })
        .filter(|(distance, candidate)| {
            let longer = candidate.chars().count().max(written.chars().count());
            *distance <= longer / 3
        })
        // The closest; among equally close ones the first in the alphabet, so that the text is stable.
        .min_by_key(|(distance, candidate)| (*distance, *candidate))
        .map(|(_, candidate)| candidate)
}

/// What keys and kinds are called elsewhere, above all in the JSON of the platform and in other derives.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("call", "phone_number"),
    ("card", "carousel"),
    ("cards", "carousel"),
    ("carousel", "cards"),
    ("coupon", "copy_code"),
    ("coupon_code", "copy_code"),
    ("file", "definition"),
    ("document", "header"),
    ("file", "document"),
    ("image", "header"),
    ("flow_id", "id"),
    ("flow_json", "json"),
    ("flow_name", "name"),
    ("ignore", "skip"),
    ("lang", "language"),
    ("link", "url"),
    ("locale", "language"),
    ("numbered", "positional"),
    ("numbers", "positional"),
    ("package_name", "app"),
    ("param_name", "name"),
    ("path", "definition"),
    ("pdf", "document"),
    ("phone", "phone_number"),
    ("photo", "image"),
    ("picture", "image"),
    ("reply", "quick_reply"),
    ("sample", "example"),
    ("screen", "navigate"),
    ("signature_hash", "app"),
    ("text", "body"),
    ("ttl", "message_send_ttl_seconds"),
    ("video", "header"),
    ("website", "url"),
];

/// The key or kind that was probably meant: what is close, or what the written word stands for elsewhere.
pub(crate) fn key<'a>(written: &str, keys: impl IntoIterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let elsewhere = |key: &&str| OTHER_NAMES.contains(&(written, *key));
    let named = keys.clone().into_iter().find(elsewhere);
    named.or_else(|| similar(written, keys))
}

/// "did you mean `x`?", or the list of what there is.
pub(crate) fn help(written: &str, what: &str, candidates: &[&str]) -> Option<String> {
    if let Some(meant) = similar(written, candidates.iter().copied()) {
        return Some(format!("did you mean `{meant}`?"));
    }
    if candidates.is_empty() {
        return None;
    }
    Some(format!("{what}: {}", list(candidates)))
}

/// "did you mean `x`?" of keys or kinds, or the list of them.
pub(crate) fn keys(written: &str, what: &str, keys: &[&str]) -> String {
    match key(written, keys.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("{what}: {}", list(keys)),
    }
}

/// "did you mean `x = …`?" of keys with the way each is written, or the list of the keys.
pub(crate) fn syntax(written: &str, what: &str, keys: &[(&str, &str)]) -> String {
    let names: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
    let meant = key(written, names.iter().copied());
    match keys.iter().find(|(key, _)| Some(*key) == meant) {
        Some((_, syntax)) => format!("did you mean `{syntax}`?"),
        None => format!("{what}: {}", list(&names)),
    }
}

/// Whether two names differ only in the way their words are put together: `orderNumber`, `order_number`, `Order number`.
pub(crate) fn same_words(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    !letters(one).is_empty() && letters(one) == letters(other)
}

/// `a`, `b` and `c`.
pub(crate) fn list(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{help, key, similar};

    #[test]
    fn suggests_only_what_is_close() {
        assert_eq!(similar("custmer", ["customer", "order"]), Some("customer"));
        assert_eq!(similar("buton", ["body", "button"]), Some("button"));
        assert_eq!(similar("xyz", ["customer", "order"]), None);
        assert_eq!(similar("a", ["b", "c"]), None);
    }

    #[test]
    fn knows_what_keys_are_called_elsewhere() {
        assert_eq!(key("ignore", ["header", "skip"]), Some("skip"));
        assert_eq!(key("file", ["definition", "footer"]), Some("definition"));
        assert_eq!(key("file", ["image", "document"]), Some("document"));
        assert_eq!(key("heder", ["header", "skip"]), Some("header"));
    }

    #[test]
    fn lists_when_nothing_is_close() {
        assert_eq!(
            help("zzzz", "known keys", &["a_key", "other"]).unwrap(),
            "known keys: `a_key` and `other`"
        );
        assert_eq!(help("othr", "known keys", &["a_key", "other"]).unwrap(), "did you mean `other`?");
        assert_eq!(help("zzzz", "known keys", &[]), None);
    }
}
