//! Products of a catalogue.

use std::fmt;

use crate::place::Place;
use crate::{Violation, characters, limits, rule};

/// The violation of an id of a product or catalogue that cannot be one; `key` is the one under which it is sent.
#[must_use]
pub fn product(key: impl fmt::Display, id: &str, place: &Place) -> Option<Violation> {
    id.is_empty().then(|| {
        let fact = format!("`{key}` is empty");
        Violation::new(&rule::VALUE_PRODUCT, place.clone(), fact, "send the id that the catalogue shows")
    })
}

/// The violation of a list of products whose sections are too few or too many; `sections` is the number of products
/// in each.
#[must_use]
pub fn product_list(sections: &[usize], place: &Place) -> Option<Violation> {
    let products = sections.iter().fold(0, |sum: usize, products| sum.saturating_add(*products));
    let (fact, fix) = if sections.is_empty() {
        ("the product list has no section".to_owned(), "send at least one section with a product".to_owned())
    } else if let Some(empty) = sections.iter().position(|products| *products == 0) {
        (format!("`sections[{empty}]` has no product"), "add a product, or leave the section out".to_owned())
    } else if sections.len() > limits::PRODUCT_SECTIONS {
        (
            format!(
                "the product list has {} sections, the limit is {}",
                sections.len(),
                limits::PRODUCT_SECTIONS
            ),
            format!("send at most {}", limits::PRODUCT_SECTIONS),
        )
    } else if products > limits::PRODUCTS {
        (
            format!("the product list has {products} products, the limit is {}", limits::PRODUCTS),
            format!("leave {} out", products - limits::PRODUCTS),
        )
    } else {
        return None;
    };
    Some(Violation::new(&rule::VALUE_PRODUCT_LIST, place.clone(), fact, fix))
}

/// The violation of the title of the section at `index` in a list of `sections`. A single section needs none.
#[must_use]
pub fn product_section_title(index: usize, title: &str, sections: usize, place: &Place) -> Option<Violation> {
    let length = title.chars().count();
    let (fact, fix) = if title.is_empty() && sections > 1 {
        (
            format!("`sections[{index}]` has no title"),
            "give each section a title where there is more than one",
        )
    } else if length > limits::PRODUCT_SECTION_TITLE {
        (
            format!(
                "`sections[{index}].title` has {length} characters, the limit is {}",
                limits::PRODUCT_SECTION_TITLE
            ),
            "send a shorter one",
        )
    } else if let Some(mark) = characters::formatting_mark(title) {
        (format!("`sections[{index}].title` has the formatting mark `{mark}`"), "send it without")
    } else {
        return None;
    };
    Some(Violation::new(&rule::VALUE_PRODUCT_LIST, place.clone(), fact, fix))
}
