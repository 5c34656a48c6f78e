//! Each limit from below, at it and above it, in characters of one to four bytes.

use serde_json::{Value, json};

use super::{
    BODY, Broken, accepted, authored, broken, codes_problem, phone_number, quick_reply, read, rules, set,
    template, url, with, with_body, with_buttons, with_footer, with_header,
};
use crate::rule::{self, Severity};

/// Letters of one, two, three and four bytes; none is an emoji.
pub(super) const LETTERS: [&str; 4] = ["a", "é", "中", "𝒳"];

pub(super) fn broken_definitions() -> Vec<Broken> {
    let address = format!("https://example.com/{}", "a".repeat(1981));
    vec![
        broken("name-format", "name", with("name", "a".repeat(513))),
        broken("header-too-long", "header", with_header(&"中".repeat(61), &[])),
        broken("body-too-long", "body", with_body(&"😀".repeat(1025), &[])),
        broken("footer-too-long", "footer", with_footer(&"é".repeat(61))),
        broken("button-label-too-long", "buttons[0].text", with_buttons(vec![quick_reply(&"é".repeat(26))])),
        broken("button-url-too-long", "buttons[0].url", with_buttons(vec![url(&address, None)])),
        broken(
            "button-phone-number-too-long",
            "buttons[0].phone_number",
            with_buttons(vec![phone_number("+12345678901234567890")]),
        ),
    ]
}

/// `make(n)` has n of what is limited.
#[track_caller]
pub(super) fn limit(rule: &str, limit: usize, make: impl Fn(usize) -> Value) {
    accepted(&make(limit - 1));
    accepted(&make(limit));
    let definition = make(limit + 1);
    let definition_read = read(&definition);
    let violations = definition_read.validate();
    assert_eq!(rules(&definition), [rule], "{definition}");
    assert_eq!(codes_problem(&violations[0]), None);
    // The excess is named, so that nobody has to count.
    let words = violations[0].to_string();
    assert!(words.contains(&format!("{} ", limit + 1)) && words.contains(&limit.to_string()), "{words}");
    if let Some(range) = violations[0].place().range() {
        assert!(authored(&definition_read, violations[0].place()).get(range).is_some());
    }
}

#[test]
fn names() {
    limit("name-format", 512, |length| with("name", "a".repeat(length)));
}

#[test]
fn headers() {
    for letter in LETTERS {
        limit("header-too-long", 60, |length| with_header(&letter.repeat(length), &[]));
        // The placeholder counts as it is written on the wire.
        limit("header-too-long", 60, |length| {
            with_header(&format!("{}{{{{1}}}}", letter.repeat(length - 5)), &["x"])
        });
    }
}

#[test]
fn bodies() {
    for letter in LETTERS.into_iter().chain(["😀"]) {
        limit("body-too-long", 1024, |length| with_body(&letter.repeat(length), &[]));
        limit("body-too-long", 1024, |length| {
            let text = format!("to {{{{1}}}} and {}", letter.repeat(length - 13));
            with_body(&text, &["x"])
        });
    }
}

#[test]
fn footers() {
    for letter in LETTERS.into_iter().chain(["😀"]) {
        limit("footer-too-long", 60, |length| with_footer(&letter.repeat(length)));
    }
}

#[test]
fn labels() {
    for letter in LETTERS {
        limit("button-label-too-long", 25, |length| with_buttons(vec![quick_reply(&letter.repeat(length))]));
    }
}

#[test]
fn addresses() {
    for letter in LETTERS {
        limit("button-url-too-long", 2000, |length| {
            let address = format!("https://example.com/{}", letter.repeat(length - 20));
            with_buttons(vec![url(&address, None)])
        });
    }
    limit("button-url-too-long", 2000, |length| {
        let address = format!("https://example.com/{}{{{{1}}}}", "a".repeat(length - 25));
        with_buttons(vec![url(&address, Some("x"))])
    });
}

#[test]
fn phone_numbers() {
    limit("button-phone-number-too-long", 20, |length| with_buttons(vec![phone_number(&"1".repeat(length))]));
    limit("button-phone-number-too-long", 20, |length| {
        with_buttons(vec![phone_number(&format!("+{}", "1".repeat(length - 1)))])
    });
}

#[test]
fn numbers_of_buttons() {
    limit("buttons-too-many", 10, |count| with_buttons((0..count).map(|_| quick_reply("Yes")).collect()));
    limit("buttons-too-many-of-kind", 2, |count| {
        with_buttons((0..count).map(|_| url("https://example.com/", None)).collect())
    });
    let calls = |count| {
        let mut buttons = vec![quick_reply("Yes")];
        buttons.extend((0..count).map(|_| phone_number("+15550051310")));
        with_buttons(buttons)
    };
    limit("buttons-too-many-of-kind", 1, calls);
}

#[test]
fn placeholders_of_a_header() {
    limit("header-placeholders", 1, |count| {
        let text: Vec<_> = (1..=count).map(|number| format!("no. {{{{{number}}}}}")).collect();
        let examples = vec!["x"; count];
        with_header(&format!("See {}", text.join(", ")), &examples)
    });
}

#[test]
fn lengths_of_placeholder_names() {
    limit("placeholder-digit", 20, |length| {
        let name = "n".repeat(length);
        let body = json!({ "type": "BODY", "text": format!("Hello {{{{{name}}}}}, welcome back."),
            "example": { "body_text_named_params": [{ "param_name": name, "example": "Pablo" }] } });
        set(template(vec![body]), "parameter_format", "NAMED")
    });
}

/// The measured minimum is 3n + 1 words for n placeholders.
#[test]
fn words_per_placeholder() {
    for placeholders in 1..=6 {
        let text = |words: usize| {
            let numbered = (1..=placeholders).map(|number| format!("{{{{{number}}}}} word"));
            let words = (2 * placeholders..words).map(|_| "word".to_owned()).chain(numbered);
            with_body(&words.collect::<Vec<_>>().join(" "), &vec!["x"; placeholders])
        };
        assert_eq!(rules(&text(3 * placeholders)), ["body-placeholder-ratio"]);
        accepted(&text(3 * placeholders + 1));
        accepted(&text(3 * placeholders + 2));
    }
}

/// Names of the author's choice do not count, the numbers that they become on the wire do.
#[test]
fn lengths_are_those_of_the_wire_text() {
    let definition = |fixed: usize| {
        let text = crate::Text::parse(format!("{}{{{{a_name_of_some_length}}}}", "x".repeat(fixed)));
        let examples = crate::Examples::positional([Some("y".to_owned())]);
        crate::Definition::new("order_update", "en", crate::Category::Utility)
            .with_header(crate::Header::text(text.numbered(), examples))
            .with_body(crate::Body::new(crate::Text::parse(BODY), crate::Examples::Absent))
    };
    assert_eq!(definition(55).validate(), []);
    let violations = definition(56).validate();
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0].details(), &rule::HEADER_TOO_LONG);
    assert_eq!(violations[0].severity(), Severity::Error);
}
