//! Components and fields that only some templates have.

use super::{Findings, one_time_password};
use crate::component::{Component, HeaderFormat, MediaKind};
use crate::place::{Part, Place};
use crate::{ButtonKind, Category, Definition, Header, limits, rule};

#[inline]
pub(super) fn check(findings: &mut Findings, definition: &Definition) {
    one_time_password::check_expiration(findings, definition);
    limited_time_offer(findings, definition);
    header_kind(findings, definition);
    order_status(findings, definition);
    library(findings, definition);
}

#[inline]
fn limited_time_offer(findings: &mut Findings, definition: &Definition) {
    let Some(offer) = definition.limited_time_offer() else { return };
    if *definition.category() == Category::Authentication {
        // Refused as a whole.
        return;
    }
    let place = Place::new(Part::LimitedTimeOffer);
    if !definition.may_be_marketing() {
        let fact = format!("a limited-time offer in a {} template", definition.category());
        findings.add(&rule::MARKETING_ONLY, place.clone(), fact, "make its category `marketing`");
    }
    let length = offer.text().chars().count();
    if length == 0 {
        let fact = "the limited-time offer has no heading";
        findings.add(&rule::LIMITED_TIME_OFFER_TEXT, place, fact, "write one: `\"Expiring offer!\"`");
    } else {
        let (rule, limit) = (&rule::LIMITED_TIME_OFFER_TEXT, limits::LIMITED_TIME_OFFER_TEXT);
        findings.too_long(rule, place, "the heading of the offer", length, limit);
    }
    if definition.footer().is_some() {
        let fact = "a limited-time offer cannot have a footer";
        findings.add(&rule::LIMITED_TIME_OFFER_FOOTER, Place::new(Part::Footer), fact, "remove it");
    }
    let fits = |header: &Header| {
        matches!(header.format(), HeaderFormat::Media { kind: MediaKind::Image | MediaKind::Video, .. })
    };
    if definition.header().is_some_and(|header| !fits(header)) {
        let fact = "the header of a limited-time offer must be an image or a video";
        findings.add(&rule::LIMITED_TIME_OFFER_HEADER, Place::header(), fact, "use `header(image)` or none");
    }
    let position =
        |kind: fn(&ButtonKind) -> bool| definition.buttons().iter().position(|button| kind(button.kind()));
    let coupon = position(|kind| matches!(kind, ButtonKind::CopyCode { .. }));
    let is_url = |kind: &ButtonKind| matches!(kind, ButtonKind::Url { .. });
    let url = position(is_url);
    if let (Some(coupon), Some(url)) = (coupon, url)
        && url < coupon
    {
        let fact = "the coupon code of a limited-time offer must stand before its address";
        let place = Place::new(Part::Button(coupon));
        findings.add(&rule::LIMITED_TIME_OFFER_BUTTONS, place, fact, "put it first");
    }
    let mut urls = (0..).zip(definition.buttons()).filter(|(_, button)| is_url(button.kind()));
    if let Some((second, _)) = urls.nth(1) {
        let fact = "a limited-time offer cannot have a second address";
        let place = Place::new(Part::Button(second));
        findings.add(&rule::LIMITED_TIME_OFFER_BUTTONS, place, fact, "remove it");
    }
}

/// Headers that only some templates have.
#[inline]
fn header_kind(findings: &mut Findings, definition: &Definition) {
    let format = definition.header().map(Header::format);
    let single_product =
        definition.buttons().iter().any(|button| *button.kind() == ButtonKind::SingleProduct);
    let catalog = definition.buttons().iter().any(|button| *button.kind() == ButtonKind::Catalog);
    if catalog && format.is_some() {
        let fact = "a template with a catalogue button cannot have a header";
        findings.add(&rule::CATALOG_HEADER, Place::header(), fact, "remove it: the platform shows its own");
        return;
    }
    match format {
        // An authentication template with a header is refused as such.
        _ if *definition.category() == Category::Authentication => {}
        Some(HeaderFormat::Product) if !single_product => {
            let fact = "a product header without a single-product button";
            findings.add(
                &rule::PRODUCT_HEADER,
                Place::header(),
                fact,
                "add the button, or use another header",
            );
        }
        Some(HeaderFormat::Media { kind: MediaKind::Gif, .. }) if !definition.may_be_marketing() => {
            let fact = format!("a GIF header in a {} template", definition.category());
            findings.add(&rule::MARKETING_ONLY, Place::header(), fact, "make its category `marketing`");
        }
        _ => {}
    }
}

#[inline]
fn order_status(findings: &mut Findings, definition: &Definition) {
    // An authentication template with an order status is refused as a whole.
    if definition.is_order_status() && *definition.category() == Category::Marketing {
        let fact = format!("an order status in a {} template", definition.category());
        let place = Place::new(Part::SubCategory);
        findings.add(&rule::ORDER_STATUS_CATEGORY, place, fact, "make its category `utility`");
    }
}

#[inline]
fn library(findings: &mut Findings, definition: &Definition) {
    let own = definition.components().iter().any(|component| !matches!(component, Component::Other(_)));
    // Answers name the library entry beside the components that it was cloned to.
    if definition.field("library_template_name").is_some() && own && definition.field("status").is_none() {
        let fact = "a clone of a library template has components of its own";
        let fix = "leave `components` out, or do not name a library template";
        findings.add(&rule::LIBRARY_COMPONENTS, Place::new(Part::Definition), fact, fix);
    }
}
