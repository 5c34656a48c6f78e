//! Another header than its field has a value for.

use super::super::mutant::Change;
use super::super::source::Fixture;
use super::Operators;

pub(super) const OPERATORS: Operators = &[("other-header", other_header)];

/// Another kind of header than its field has a value for, a text, or none.
fn other_header(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(item) = fixture.item("WaTemplate") else { return Vec::new() };
    let field = item.members.iter().find(|member| member.key("header").is_some());
    let (Some(header), Some(field)) = (item.key("header"), field) else { return Vec::new() };
    let Some(kind) = header.elements().first() else { return Vec::new() };
    let at = field.binding().expect("a key").whole.start;
    // What an offer must not have is told there.
    let of_text = if fixture.text.contains("limited_time_offer(") { header.whole.start } else { at };
    let text = fixture.change("text").replace(&header.whole, "header = \"A bicycle\"");
    let none = fixture.change("none").remove(&header.whole);
    let mut changes = vec![text.at(of_text).names("header"), none.at(at).names("header")];
    // The button of a product needs its header.
    if !fixture.text.contains("spm(") {
        let other = if kind.key.text == "image" { "video" } else { "image" };
        let change = fixture.change(other).replace(&kind.whole, other).at(field.rest.start);
        changes.push(change.names(&fixture.text[field.rest.clone()]));
    }
    changes
}
