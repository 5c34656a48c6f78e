//! Name, category, language, lifetime and silenced rules.

use wa_template::definition::limits::{NAME, ttl};

use super::super::mutant::Change;
use super::super::source::{Element, Fixture};
use super::{Operators, is_told_elsewhere, misspelled};

pub(super) const OPERATORS: Operators = &[
    ("misspell-category", misspell_category),
    ("other-category", other_category),
    ("wrong-language", wrong_language),
    ("wrong-name", wrong_name),
    ("lifetime-out-of-range", lifetime),
];

/// Values of a key, of all templates of a fixture.
fn values<'f>(fixture: &'f Fixture, key: &str) -> Vec<&'f super::Word> {
    let keys = fixture.items("WaTemplate").filter_map(|item| item.key(key));
    keys.filter_map(|key: &Element| key.value.as_ref()).collect()
}

fn first<'f>(fixture: &'f Fixture, key: &str) -> Option<&'f super::Word> {
    values(fixture, key).into_iter().next()
}

fn misspell_category(fixture: &Fixture) -> Vec<Change<'_>> {
    if is_told_elsewhere(fixture, "category") {
        return Vec::new();
    }
    let misspell = |value: &super::Word| {
        let wrong = misspelled(value.inside());
        fixture.change(&wrong).replace(&value.at, format!("\"{wrong}\"")).names(wrong)
    };
    first(fixture, "category").map(misspell).into_iter().collect()
}

/// Where a template of another category has something that this one must not have.
fn other_category(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(value) = first(fixture, "category") else { return Vec::new() };
    let item = fixture.item("WaTemplate").expect("it has a category");
    let categories = ["marketing", "utility", "authentication"];
    let others = categories.into_iter().filter(|category| *category != value.inside());
    let place_of = |key: &str| item.key(key).map(|key| key.key.at.start);
    // A lifetime and an order status are said to be of the wrong category.
    let of_category = place_of("order_status").or(place_of("message_send_ttl_seconds"));
    let of_category = of_category.filter(|_| value.inside() == "utility");
    let first_of_header = item.key("header").and_then(|header| Some(header.elements().first()?.whole.start));
    let first_button = item.key("buttons").and_then(|buttons| Some(buttons.elements().first()?.whole.start));
    let other = |category: &str| {
        let change = fixture.change(category).replace(&value.at, format!("\"{category}\""));
        // What only marketing templates have is the smaller token.
        let marketing = [
            ("carousel", place_of("carousel"), "carousel"),
            ("limited_time_offer", place_of("limited_time_offer"), "offer"),
            ("header(gif", first_of_header, "GIF"),
            ("header(product", first_button, "SPM"),
            ("catalog(", first_button, "CATALOG"),
            ("mpm(", first_button, "MPM"),
        ];
        let has = |(text, ..): &&(&str, _, _)| fixture.text.contains(*text);
        match marketing.iter().find(has) {
            Some((_, Some(place), names)) if category == "utility" => change.at(*place).names(names),
            _ if category == "marketing" => {
                change.at(of_category.unwrap_or(value.at.start)).names(category.to_uppercase())
            }
            _ if category == "authentication" => change.names(category),
            _ => change.names(category.to_uppercase()),
        }
    };
    others.map(other).collect()
}

fn wrong_language(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(value) = first(fixture, "language").filter(|_| !is_told_elsewhere(fixture, "language")) else {
        return Vec::new();
    };
    let wrong = match value.inside() {
        "en_US" => ["en-US", "en_us", "english"],
        "pt_BR" => ["pt-BR", "pt", "português"],
        _ => ["EN", "zz", "en_XX"],
    };
    let change = |code: &str| {
        fixture.change(code.replace('-', "-with-")).replace(&value.at, format!("\"{code}\"")).names(code)
    };
    wrong.into_iter().map(change).collect()
}

fn wrong_name(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(value) = first(fixture, "name").filter(|_| !is_told_elsewhere(fixture, "name")) else {
        return Vec::new();
    };
    let long = "x".repeat(NAME + 1);
    let limit = NAME.to_string();
    let capital = format!("Order_{}", value.inside());
    let hyphen = value.inside().replacen('_', "-", 1);
    let blank = value.inside().replacen('_', " ", 1);
    let wrong = [
        ("capital", &capital, &capital),
        ("hyphen", &hyphen, &hyphen),
        ("blank", &blank, &blank),
        ("long", &long, &limit),
    ];
    let change = |(what, name, names): (&str, &String, &String)| {
        fixture.change(what).replace(&value.at, format!("\"{name}\"")).names(names)
    };
    let mut changes: Vec<_> = wrong.into_iter().map(change).collect();
    changes.push(fixture.change("empty").replace(&value.at, "\"\"").names("name"));
    changes
}

fn lifetime(fixture: &Fixture) -> Vec<Change<'_>> {
    let (Some(value), Some(category)) =
        (first(fixture, "message_send_ttl_seconds"), first(fixture, "category"))
    else {
        return Vec::new();
    };
    let range = if category.inside() == "utility" { ttl::UTILITY } else { ttl::AUTHENTICATION };
    let change =
        |seconds: i64| fixture.change(seconds).replace(&value.at, seconds.to_string()).names(seconds);
    let mut changes: Vec<_> = [range.start() - 1, range.end() + 1, 0].into_iter().map(change).collect();
    changes.push(fixture.change("text").replace(&value.at, "\"600\"").names("message_send_ttl_seconds"));
    changes
}
