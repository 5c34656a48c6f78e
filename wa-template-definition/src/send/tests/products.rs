//! Products: one above the text, one of a catalogue, a list of them.

use serde_json::{Value, json};

use super::{Refused, accepted, action_send, changed, header_send, refused, with_buttons, with_header};

fn labelled(kind: &str) -> Value {
    with_buttons(&[json!({ "type": kind, "text": "View" })])
}

fn product_list() -> Value {
    json!({ "thumbnail_product_retailer_id": "2lc20305pt", "sections": [
        { "title": "Popular", "product_items": [{ "product_retailer_id": "2lc20305pt" }] },
        { "title": "Bundles", "product_items": [{ "product_retailer_id": "nqryix03ez" }] }] })
}

pub(super) fn refused_sends() -> Vec<Refused> {
    let list_of = |change: &dyn Fn(&mut Value)| action_send("mpm", changed(product_list(), change));
    let broken =
        |rule, change: &dyn Fn(&mut Value)| refused(rule, "buttons[1]", labelled("MPM"), list_of(change));
    let section = |products: usize| json!({ "title": "Popular", "product_items": vec![json!({ "product_retailer_id": "a" }); products] });
    let mut table = vec![
        broken("value-product", &|list| list["thumbnail_product_retailer_id"] = json!("")),
        broken("value-product", &|list| list["thumbnail_product_retailer_id"] = json!(null)),
        broken("value-product", &|list| list["sections"][1]["product_items"][0] = json!({})),
        broken("value-product", &|list| {
            list["sections"][0]["product_items"][0]["product_retailer_id"] = json!("");
        }),
        broken("value-product-list", &|list| list["sections"] = json!([])),
        broken("value-product-list", &|list| list["sections"] = json!(null)),
        broken("value-product-list", &|list| list["sections"][1]["product_items"] = json!([])),
        broken("value-product-list", &|list| list["sections"][1]["title"] = json!("")),
        broken("value-product-list", &|list| list["sections"][1]["title"] = json!(null)),
        broken("value-product-list", &|list| list["sections"][0]["title"] = json!("é".repeat(25))),
        broken("value-product-list", &|list| list["sections"] = json!(vec![section(1); 11])),
        broken("value-product-list", &|list| list["sections"] = json!([section(31)])),
        broken("value-product-list", &|list| list["sections"] = json!([section(15), section(16)])),
        refused(
            "value-product",
            "buttons[1]",
            labelled("CATALOG"),
            action_send("catalog", json!({ "thumbnail_product_retailer_id": "" })),
        ),
    ];
    for key in ["product_retailer_id", "catalog_id"] {
        for id in [json!(""), json!(null), json!(7)] {
            let mut product = json!({ "product_retailer_id": "2lc20305pt", "catalog_id": "194836987003835" });
            product[key] = id;
            table.push(refused(
                "value-product",
                "header",
                with_header("PRODUCT"),
                header_send("product", product),
            ));
        }
    }
    table
}

#[test]
fn products_that_are_accepted() {
    for sections in [
        json!([{ "product_items": [{ "product_retailer_id": "a" }] }]),
        json!(vec![
            json!({ "title": "é".repeat(24), "product_items": vec![json!({ "product_retailer_id": "a" }); 3] });
            10
        ]),
        json!([{ "title": "", "product_items": vec![json!({ "product_retailer_id": "a" }); 30] }]),
    ] {
        let list = changed(product_list(), |list| list["sections"] = sections);
        accepted(&labelled("MPM"), &action_send("mpm", list));
    }
    accepted(
        &labelled("CATALOG"),
        &action_send("catalog", json!({ "thumbnail_product_retailer_id": "2lc20305pt" })),
    );
    accepted(&labelled("CATALOG"), &action_send("catalog", json!({})));
}
