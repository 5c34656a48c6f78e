//! Types that cannot be sent where they stand.

use super::super::mutant::Change;
use super::super::source::{Fixture, Item, Member};
use super::{Operators, cards, fields};

pub(super) const OPERATORS: Operators =
    &[("wrong-type", wrong_type), ("wrong-type-on-card", wrong_type_on_card)];

/// What no text is made of.
const NO_TEXTS: [&str; 4] = ["Vec<String>", "f64", "std::time::Instant", "wa_template::Image"];

/// A type without the `Option` around it.
fn own(ty: &str) -> &str {
    ty.strip_prefix("Option<").and_then(|ty| ty.strip_suffix('>')).unwrap_or(ty)
}

fn option_of(ty: &str) -> String {
    format!("Option<{ty}>")
}

/// One card of a list of them.
fn card(ty: &str) -> &str {
    let list = ty.trim_start_matches("Vec<").trim_start_matches('[');
    if list == ty { ty } else { list.split_once("; ").map_or(&list[..list.len() - 1], |(card, _)| card) }
}

/// Types that do not fit a field of a template.
fn wrong(item: &Item, member: &Member, own: &str) -> Vec<String> {
    let binding = member.binding();
    let number = binding.and_then(|binding| binding.value.as_ref());
    let key = binding.map_or("", |binding| binding.key.text.as_str());
    let option = option_of(own);
    let card = card(own);
    let optional = own.replacen(card, &option_of(card), 1);
    let types: &[&str] = match (key, number) {
        ("header", None) if own == "Image" => &["String", "wa_template::Document", &option],
        ("header", None) => &["String", "wa_template::Image", &option],
        ("expiration", _) => &["String", "u64", "std::time::Instant"],
        ("code", _) => &["u32", "wa_template::Image", &option],
        ("order_status", _) => &["String", "wa_template::OrderDetails", &option],
        ("tap_target", _) => &["String", "wa_template::Image"],
        ("cards", _) => &["String", "Vec<String>", &option, card, &optional],
        ("card", _) => &["String", &option],
        ("button", Some(index)) => match button(item, &index.text) {
            "" | "copy_code" => &["f64", "wa_template::Image", &option],
            "quick_reply" | "catalog" => &NO_TEXTS,
            "flow" | "voice_call" => &["String", "u32", "wa_template::Image"],
            _ => &["String", "wa_template::Product", &option],
        },
        _ if fills_payload(item, member) => &NO_TEXTS,
        _ => &["Vec<String>", "f64", "std::time::Instant", "wa_template::Image", &option],
    };
    types.iter().map(|ty| (*ty).to_owned()).collect()
}

/// The kind of a button; none if it stands in a file.
fn button<'i>(item: &'i Item, index: &str) -> &'i str {
    let index: usize = index.parse().unwrap_or_default();
    item.key("buttons").map_or("", |buttons| buttons.elements()[index].key.text.as_str())
}

fn is_bound_by(member: &Member, key: &str) -> bool {
    member.binding().is_some_and(|binding| binding.key.text == key)
}

fn fills_payload(item: &Item, member: &Member) -> bool {
    let alone = format!("\"{{{{{}}}}}\"", member.placeholder());
    item.text_with(member.placeholder()).is_some_and(|text| text.text == alone)
}

fn wrong_type(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for (item, member) in fields(fixture) {
        let old = &fixture.text[member.rest.clone()];
        for ty in wrong(item, member, own(old)) {
            changes.push(change(fixture, item, member, &ty));
        }
    }
    changes
}

/// A field with another type. A lifetime that only this field needs stays in use.
fn change<'f>(fixture: &'f Fixture, item: &Item, member: &Member, ty: &str) -> Change<'f> {
    let old = &fixture.text[member.rest.clone()];
    let borrow = if old.contains("'a") && !ty.contains("'a") { "&'a " } else { "" };
    let short = ty.rsplit("::").next().unwrap_or(ty);
    let change = fixture.change(format!("{}-{}-{short}", item.name.text, member.name.text));
    // The compiler writes out the path of what is in an `Option`, and shows lifetimes in its own way. Of a list of no
    // cards it names what is none.
    let names = match short {
        _ if ty.contains("Option<") => "Option<",
        "Vec<String>" if is_bound_by(member, "cards") => "`String`",
        _ => short.split("<'").next().unwrap_or(short),
    };
    change.replace(&member.rest, format!("{borrow}{ty}")).names(names)
}

/// What can be no value of a card is told at the card struct; what is of the wrong kind, where the card is.
fn wrong_type_on_card(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for (card, member) in cards::values(fixture) {
        let own = own(&fixture.text[member.rest.clone()]);
        let (place, names) = cards::slot(fixture, card, member);
        for ty in ["f64", "Vec<String>", "std::time::Instant"] {
            changes.push(change(fixture, card, member, ty));
        }
        let other = if own == "Image" { "wa_template::Product" } else { "wa_template::Image" };
        let is_text = !["Image", "Video", "Product", "OrderDetails"].contains(&own);
        let is_payload = fixture.text[member.rest.clone()].starts_with("Option") || own == "NotNow";
        let mut misfits = vec![other.to_owned()];
        misfits.extend((!is_payload).then(|| format!("Option<{own}>")));
        misfits.extend((!is_text).then(|| "String".to_owned()));
        changes.extend(misfits.iter().map(|ty| {
            // The type itself stands elsewhere: what it should fill is named.
            fixture
                .change(format!("{}-{}-misfit-{ty}", card.name.text, member.name.text))
                .replace(&member.rest, lifetime(fixture, member, ty))
                .at(place)
                .names(&names)
        }));
    }
    changes
}

fn lifetime(fixture: &Fixture, member: &Member, ty: &str) -> String {
    let lost = fixture.text[member.rest.clone()].contains("'a") && !ty.contains("'a");
    if lost { format!("&'a {ty}") } else { ty.to_owned() }
}
