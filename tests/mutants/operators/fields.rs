//! Fields that are missing, misnamed, too many or bound to the wrong thing.

use super::super::mutant::Change;
use super::super::source::{Element, Fixture, Item, Member};
use super::{Operators, fields, misspelled};

pub(super) const OPERATORS: Operators = &[
    ("drop-field", drop_field),
    ("skip-field", skip_field),
    ("rename-field", rename_field),
    ("misspell-field", misspell_field),
    ("duplicate-field", duplicate_field),
    ("stray-field", stray_field),
    ("bind-in-two-ways", bind_in_two_ways),
    ("unbind-field", unbind_field),
    ("bind-to-nothing", bind_to_nothing),
];

/// Where the slot of a field stands, and what it is called in a message.
pub(super) fn slot(item: &Item, member: &Member) -> (usize, String) {
    let name = member.placeholder();
    let key = |key: &str| item.key(key).expect("what the field fills");
    if let Some(file) = item.key("definition") {
        let folder = item.key("languages").and_then(|languages| languages.elements()[0].value.as_ref());
        let place = folder.or(file.value.as_ref()).expect("a path or a language");
        let value = if member.binding().is_some() { "{{1}}".to_owned() } else { format!("{{{{{name}}}}}") };
        return (place.at.start, value);
    }
    let Some(binding) = member.binding() else {
        let text = item.text_with(name).expect("a text with the placeholder");
        return (text.at.start, format!("{{{{{name}}}}}"));
    };
    let number = binding.value.as_ref().map(|number| number.text.clone()).unwrap_or_default();
    let index = number.parse().unwrap_or(0);
    let kind = binding.key.text.as_str();
    match (kind, binding.value.is_some()) {
        ("header", false) => {
            let header = &key("header").elements()[0];
            (header.whole.start, format!("{} header", header.key.text))
        }
        ("header" | "body", true) => {
            (key(kind).value.as_ref().expect("a text").at.start, format!("{{{{{number}}}}}"))
        }
        ("button", _) => (key("buttons").elements()[index].whole.start, format!("button {number}")),
        ("card", _) => (key("carousel").elements()[index].whole.start, format!("card {number}")),
        ("cards", _) => (key("carousel").whole.start, "carousel".to_owned()),
        ("expiration", _) => {
            (key("limited_time_offer").elements()[0].whole.start, "end of the offer".to_owned())
        }
        ("code", _) => (key("buttons").elements()[0].whole.start, "one-time code".to_owned()),
        ("order_status", _) => (key("order_status").whole.start, "order status".to_owned()),
        _ => (member.whole.start, String::new()),
    }
}

/// Whether a template can be sent without what the field fills.
fn is_optional(fixture: &Fixture, member: &Member) -> bool {
    let ty = &fixture.text[member.rest.clone()];
    let named = ["thumbnail", "form", "second"].contains(&member.name.text.as_str());
    named || ty.starts_with("Option")
}

fn drop_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let drop = |(item, member): (_, &Member)| {
        let (place, names) = slot(item, member);
        fixture.change(&member.name.text).remove(&member.whole).at(place).names(names)
    };
    fields(fixture).into_iter().map(drop).collect()
}

/// The field is the application's own: what it filled has nothing.
fn skip_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let with_keys = fields(fixture).into_iter().filter(|(_, member)| !member.keys.is_empty());
    let skip = |(item, member): (_, &Member)| {
        let (place, names) = slot(item, member);
        let keys = member.keys[0].whole.start..member.keys[member.keys.len() - 1].whole.end;
        let place = if member.binding().is_none() { keys.start } else { place };
        fixture.change(&member.name.text).replace(&keys, "skip").at(place).names(names)
    };
    with_keys.map(skip).collect()
}

/// Fields that are bound by their name.
fn by_name(fixture: &Fixture) -> Vec<(&Item, &Member)> {
    let mut fields = fields(fixture);
    fields.retain(|(_, member)| member.binding().is_none());
    fields
}

/// Another word altogether: one mistake, but nothing tells that the two belong together.
fn rename_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let renamed = |(item, member): (_, &Member)| {
        let (place, names) = slot(item, member);
        fixture.change(&member.name.text).replace(&member.name.at, "zebra").at(place).names(names)
    };
    by_name(fixture).into_iter().map(renamed).collect()
}

fn misspell_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let misspell = |(item, member): (_, &Member)| {
        let (place, names) = slot(item, member);
        let name = misspelled(member.placeholder());
        fixture.change(&member.name.text).replace(&member.name.at, name).at(place).names(names)
    };
    by_name(fixture).into_iter().map(misspell).collect()
}

/// Two fields for one slot: the second is the one too many.
fn duplicate_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let duplicate = |(_, member): (_, &Member)| {
        let (text, name) = (&fixture.text[member.whole.clone()], &member.name.text);
        let same = match member.binding() {
            Some(_) => "zebra:".to_owned(),
            None => format!("#[wa(name = \"{}\")]\n    zebra:", member.placeholder()),
        };
        let copy = format!("{},\n    ", text.replacen(&format!("{name}:"), &same, 1));
        let change = fixture.change(name).insert(member.whole.start, copy);
        // The copy comes first: the field itself is the second.
        let place = member.binding().map_or(member.name.at.start, |binding| binding.whole.start);
        change.at(place).names(name).names("zebra")
    };
    fields(fixture).into_iter().map(duplicate).collect()
}

fn stray_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let stray = |item: &Item| {
        let change = fixture.change(&item.name.text).insert(item.inside.start, "\n    zebra: String,");
        change.on("zebra: String").names("zebra")
    };
    fixture.items("WaTemplate").filter(|item| !item.members.is_empty()).map(stray).collect()
}

fn bind_in_two_ways(fixture: &Fixture) -> Vec<Change<'_>> {
    let bound = fields(fixture).into_iter().filter_map(|(_, member)| Some((member, member.binding()?)));
    let twice = |(member, binding): (&Member, &Element)| {
        let other = if binding.key.text == "cards" { "tap_target" } else { "cards" };
        let change =
            fixture.change(&member.name.text).insert(binding.whole.end, format!(",\n/* again */ {other}"));
        change.on("/* again */").names(&binding.key.text).names(other)
    };
    bound.map(twice).collect()
}

/// Without its key a field waits for a placeholder of its name.
fn unbind_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let whole =
        fields(fixture).into_iter().filter_map(|(item, member)| Some((item, member, member.binding()?)));
    let unbind = |(item, member, binding): (_, &Member, &Element)| {
        let (mut place, mut names) = slot(item, member);
        if is_optional(fixture, member) {
            // Nothing waits for it.
            (place, names) = (member.name.at.start, member.name.text.clone());
        }
        fixture.change(&member.name.text).remove(&binding.whole).at(place).names(names)
    };
    whole.map(unbind).collect()
}

/// What the template does not have: each key that is none of its own.
fn bind_to_nothing(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(item) = fixture.item("WaTemplate") else { return Vec::new() };
    let has = |text: &str| fixture.text.contains(text);
    let absent = [
        ("header", "header", has("header")),
        ("expiration", "offer", has("has_expiration")),
        ("code", "one-time code", has("otp(")),
        ("order_status", "order status", has("order_status,")),
        ("cards", "carousel", has("carousel")),
        ("card = 0", "carousel", has("carousel")),
        ("button = 0", "button 0", has("buttons")),
    ];
    let absent = absent.into_iter().filter(|(.., has)| !has && !item.members.is_empty());
    let bind = |(key, names, _): (&str, &str, _)| {
        let field = format!("\n    #[wa({key})]\n    zebra: String,");
        let change = fixture.change(key.replace(" = ", "-")).insert(item.inside.start, field);
        change.on(format!("#[wa({key})]")).names(names)
    };
    if item.key("definition").is_some() { Vec::new() } else { absent.map(bind).collect() }
}
