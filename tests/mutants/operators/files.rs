//! What stands beside a definition file.

use super::super::mutant::Change;
use super::super::source::Fixture;
use super::Operators;

pub(super) const OPERATORS: Operators = &[("beside-file", beside)];

/// What a file says is said nowhere else.
fn beside(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(item) = fixture.item("WaTemplate").filter(|item| item.key("definition").is_some()) else {
        return Vec::new();
    };
    let keys = [
        ("language", "language = \"en\""),
        ("category", "category = \"utility\""),
        ("header", "header(image)"),
        ("body", "body = \"We expect you.\""),
        ("footer", "footer = \"Harbour Bikes\""),
        ("buttons", "buttons(quick_reply(\"Yes\"))"),
        ("positional", "positional"),
        ("translation", "translation(\"fr\", body = \"Bonjour.\")"),
    ];
    let add = |(key, code): (&str, &str)| {
        let attribute = format!("/* beside */ {code}, ");
        fixture
            .change(key)
            .insert(item.attributes[1].start, attribute)
            .on("/* beside */")
            .names(format!("`{key}`"))
    };
    keys.into_iter().map(add).collect()
}
