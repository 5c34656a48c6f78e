//! Files and products above the text.

use super::{MEDIA, MEMBERS, refuses, writes};
use crate::{Document, DocumentParameter, Gif, GifParameter, Product, ProductParameter};

#[test]
fn a_gif_is_written_like_an_image() {
    let link = Gif::link("https://www.example.com/a.mp4");
    writes(
        &MEDIA,
        |writer| <Gif as GifParameter>::fill_slot(&link, writer),
        r#"{"link":"https://www.example.com/a.mp4"}"#,
    );
    let id = Gif::id("2871834006348767");
    writes(&MEDIA, |writer| <&Gif as GifParameter>::fill_slot(&&id, writer), r#"{"id":"2871834006348767"}"#);
}

#[test]
fn the_name_of_a_document_stands_behind_its_file() {
    let named = |file: Document| file.filename("a \"receipt\".pdf");
    writes(
        &MEDIA,
        |writer| {
            DocumentParameter::fill_slot(&named(Document::link("https://www.example.com/a.pdf")), writer);
        },
        r#"{"link":"https://www.example.com/a.pdf","filename":"a \"receipt\".pdf"}"#,
    );
    writes(
        &MEDIA,
        |writer| DocumentParameter::fill_slot(&named(Document::id("2871834006348767")), writer),
        r#"{"id":"2871834006348767","filename":"a \"receipt\".pdf"}"#,
    );
}

#[test]
fn a_gif_needs_an_id_or_an_address() {
    let fact = "value-media: the media link is not an absolute `http` or `https` address";
    refuses(&MEDIA, |writer| GifParameter::fill_slot(&Gif::link("s3cr3t.mp4"), writer), &[fact]);
}

#[test]
fn a_product_has_two_ids() {
    writes(
        &MEMBERS,
        |writer| ProductParameter::fill_slot(&Product::new("nqryix03ez", "194836987003835"), writer),
        r#"{"product_retailer_id":"nqryix03ez","catalog_id":"194836987003835"}"#,
    );
    writes(
        &MEMBERS,
        |writer| ProductParameter::fill_slot(&Product::new("a\"b\\c", "1"), writer),
        r#"{"product_retailer_id":"a\"b\\c","catalog_id":"1"}"#,
    );
}

#[test]
fn both_ids_of_a_product_are_needed() {
    refuses(
        &MEMBERS,
        |writer| ProductParameter::fill_slot(&Product::new("", ""), writer),
        &["value-product: `product_retailer_id` is empty", "value-product: `catalog_id` is empty"],
    );
}
