//! Cards, and structs that do not fit them.

use wa_template::definition::limits::CARDS;

use super::super::mutant::Change;
use super::super::source::{Element, Fixture, Item, Member};
use super::{Operators, misspelled};

pub(super) const OPERATORS: Operators = &[
    ("drop-card-field", drop_field),
    ("misspell-card-field", misspell_field),
    ("stray-card-field", stray_field),
    ("duplicate-card-field", duplicate_field),
    ("number-of-cards", number_of_cards),
    ("drop-card-example", drop_example),
    ("empty-card-example", empty_example),
    ("card-example-not-a-text", example_not_a_text),
    ("duplicate-card-key", duplicate_key),
    ("drop-card-key", drop_key),
];

/// The cards of a template.
fn cards(fixture: &Fixture) -> Vec<(usize, &Element)> {
    let carousel = fixture.item("WaTemplate").and_then(|item| item.key("carousel"));
    carousel.map_or(&[][..], Element::elements).iter().enumerate().collect()
}

/// The fields of card structs.
pub(super) fn values(fixture: &Fixture) -> Vec<(&Item, &Member)> {
    let cards = fixture.items("WaCard");
    let all = cards.flat_map(|card| card.members.iter().map(move |member| (card, member)));
    all.filter(|(_, member)| member.key("skip").is_none()).collect()
}

/// The field of the template that holds this card struct, and its first card.
fn holder<'f>(fixture: &'f Fixture, card: &Item) -> (&'f Member, &'f Element) {
    let template = fixture.item("WaTemplate").expect("a template");
    let holds = |member: &&Member| fixture.text[member.rest.clone()].contains(&card.name.text);
    let holder = template.members.iter().find(holds).expect("a field with cards");
    let number = holder.key("card").and_then(|card| card.value.as_ref());
    let index = number.map_or(0, |number| number.text.parse().expect("a number"));
    (holder, cards(fixture)[index].1)
}

/// What the slot of a card that a field fills is called. Whether a struct fits its cards is told where the template
/// names the struct.
pub(super) fn slot(fixture: &Fixture, card: &Item, member: &Member) -> (usize, String) {
    let (holder, _) = holder(fixture, card);
    let binding = member.binding().map(|binding| (binding.key.text.as_str(), &binding.value));
    let names = match binding {
        None => format!("{{{{{}}}}}", member.placeholder()),
        Some(("button", Some(number))) => format!("button {}", number.text),
        Some((_, Some(number))) => format!("{{{{{}}}}}", number.text),
        Some((key, None)) => key.to_owned(),
    };
    (holder.rest.start, names)
}

fn drop_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let drop = |(card, member): (&Item, &Member)| {
        let (place, names) = slot(fixture, card, member);
        let change = fixture.change(format!("{}-{}", card.name.text, member.name.text));
        change.remove(&member.whole).at(place).names(names)
    };
    values(fixture).into_iter().map(drop).collect()
}

fn misspell_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let named = values(fixture).into_iter().filter(|(_, member)| member.keys.is_empty());
    let misspell = |(card, member): (&Item, &Member)| {
        let (place, names) = slot(fixture, card, member);
        let change = fixture.change(format!("{}-{}", card.name.text, member.name.text));
        change.replace(&member.name.at, misspelled(&member.name.text)).at(place).names(names)
    };
    named.map(misspell).collect()
}

/// The derive of a card does not see its template: told where the template names the struct.
fn stray_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let stray = |card: &Item| {
        let (holder, _) = holder(fixture, card);
        let change = fixture.change(&card.name.text).insert(card.inside.start, "\n    zebra: String,");
        change.at(holder.rest.start).names("zebra")
    };
    fixture.items("WaCard").map(stray).collect()
}

fn duplicate_field(fixture: &Fixture) -> Vec<Change<'_>> {
    let twice = |(card, member): (&Item, &Member)| {
        let name = &member.name.text;
        let text = &fixture.text[member.whole.clone()];
        let mut copy = text.replacen(&format!("{name}:"), "zebra:", 1);
        if member.keys.is_empty() {
            copy = format!("#[wa(name = \"{name}\")]\n    {copy}");
        }
        let change = fixture.change(format!("{}-{name}", card.name.text));
        change
            .insert(member.whole.start, format!("{copy},\n    "))
            .at(member.name.at.start)
            .names("zebra")
            .names(name)
    };
    values(fixture).into_iter().map(twice).collect()
}

/// A list of another length than the carousel has cards, or of a length that is not known.
fn number_of_cards(fixture: &Fixture) -> Vec<Change<'_>> {
    let template = fixture.item("WaTemplate").filter(|_| fixture.item("WaCard").is_some());
    let field = template.and_then(|item| item.members.iter().find(|member| member.key("cards").is_some()));
    let (Some(field), Some(template)) = (field, template) else { return Vec::new() };
    let ty = &fixture.text[field.rest.clone()];
    let all = cards(fixture);
    let last = all[all.len() - 1].1;
    let copy = format!(", {}", &fixture.text[last.whole.clone()]);
    let carousel = template.key("carousel").expect("it has cards").whole.start;
    let mut changes = vec![fixture.change("one").remove(&last.whole).at(carousel).names("1 card")];
    let too_many = copy.repeat(CARDS.end() + 1 - all.len());
    let names = format!("{} cards", CARDS.end() + 1);
    changes.push(fixture.change("too-many").insert(last.whole.end, too_many).at(carousel).names(names));
    if ty.starts_with('[') {
        let at = field.rest.start;
        let list =
            |what: &str, ty: String| fixture.change(what).replace(&field.rest, ty).at(at).names("2 cards");
        changes.push(list("longer-array", ty.replace("; 2]", "; 3]")));
        changes.push(list("shorter-array", ty.replace("; 2]", "; 1]")));
        changes.push(list("vec", ty.replace('[', "Vec<").replace("; 2]", ">")));
        changes.push(fixture.change("third").insert(last.whole.end, copy).at(at).names("3 cards"));
    } else {
        let array = ty.replace("Vec<", "[").replace('>', "; 1]");
        changes.push(fixture.change("one-in-array").replace(&field.rest, array).names(format!(
            "{} to {}",
            CARDS.start(),
            CARDS.end()
        )));
    }
    changes
}

/// The samples of a card, with the card.
fn examples(fixture: &Fixture) -> Vec<(String, &Element, &Element)> {
    let mut found = Vec::new();
    for (index, card) in cards(fixture) {
        let examples = card.child("examples").map_or(&[][..], Element::elements);
        for (number, example) in examples.iter().enumerate() {
            let name = &example.key.text;
            let name = if name.is_empty() { (number + 1).to_string() } else { name.clone() };
            found.push((format!("card-{index}-{name}"), card, example));
        }
    }
    found
}

/// The line of the text for which a sample stands.
fn sampled<'e>(card: &'e Element, example: &Element, number: &str) -> (&'e super::Word, String) {
    let name = if example.key.text.is_empty() { number } else { &example.key.text };
    let braced = format!("{{{{{name}}}}}");
    let text = card
        .all()
        .into_iter()
        .filter_map(|element| element.value.as_ref())
        .find(|text| text.text.contains(&braced));
    (text.expect("a text of the card"), braced)
}

fn drop_example(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for (what, card, example) in examples(fixture) {
        // Without the first of two numbers, the second is the one that is missing.
        let (text, braced) = sampled(card, example, "2");
        changes.push(fixture.change(what).remove(&example.whole).at(text.at.start).names(braced));
    }
    changes
}

fn empty_example(fixture: &Fixture) -> Vec<Change<'_>> {
    let empty = |(what, _, example): (String, &Element, &Element)| {
        let value = example.value.as_ref().expect("a text");
        let name = what.rsplit('-').next().unwrap_or_default().to_owned();
        fixture.change(what).replace(&value.at, "\"\"").names(name)
    };
    examples(fixture).into_iter().map(empty).collect()
}

fn example_not_a_text(fixture: &Fixture) -> Vec<Change<'_>> {
    let number = |(what, _, example): (String, &Element, &Element)| {
        let value = example.value.as_ref().expect("a text");
        let names = if example.key.text.is_empty() {
            "example".to_owned()
        } else {
            format!("`{}`", example.key.text)
        };
        fixture.change(what).replace(&value.at, "7").names(names)
    };
    examples(fixture).into_iter().map(number).collect()
}

fn keys<'f>(
    fixture: &'f Fixture,
    change: impl Fn(Change<'f>, &Element, &Element) -> Change<'f>,
) -> Vec<Change<'f>> {
    let mut changes = Vec::new();
    for (index, card) in cards(fixture) {
        for key in card.elements() {
            changes.push(change(fixture.change(format!("card-{index}-{}", key.key.text)), card, key));
        }
    }
    changes
}

fn duplicate_key(fixture: &Fixture) -> Vec<Change<'_>> {
    keys(fixture, |change, _, key| {
        let copy = format!("{},\n", &fixture.text[key.whole.clone()]);
        change.insert(key.whole.start, copy).at(key.whole.start).names(format!("`{}`", key.key.text))
    })
}

/// Header and buttons belong to every card.
fn drop_key(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for (index, card) in cards(fixture) {
        for name in ["header", "buttons"] {
            let key = card.child(name).expect("a part of the card");
            let has_values = name == "buttons" && fixture.text[card.whole.clone()].contains("{{answer}}");
            if !has_values {
                let change = fixture.change(format!("card-{index}-{name}")).remove(&key.whole);
                changes.push(change.at(card.whole.start).names(if name == "header" {
                    "no image"
                } else {
                    "button"
                }));
            }
        }
    }
    changes
}
