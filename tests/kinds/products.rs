//! Products of a catalogue, and the animated header that only marketing templates have.

use serde_json::json;
use wa_template::{Gif, Product, ProductList, WaTemplate};

use super::{action, body, check, header, problems, texts};

#[derive(WaTemplate)]
#[wa(
    name = "intro_catalog_offer",
    language = "en_US",
    category = "marketing",
    body = "Now shop for your favorite products right here on WhatsApp! Get Rs {{1}} off on all orders above \
            {{2}}Rs! Valid for your first {{3}} orders placed on WhatsApp!",
    footer = "Best grocery deals on WhatsApp!",
    buttons(catalog("View catalog"))
)]
struct CatalogOffer {
    #[wa(body = 1, example = "100")]
    off: u32,
    #[wa(body = 2, example = "400")]
    above: u32,
    #[wa(body = 3, example = "3")]
    orders: u8,
    #[wa(button = 0)]
    thumbnail: Option<&'static str>,
}

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "marketing",
    positional,
    header = "Forget something, {{customer}}?",
    body = "Looks like you left these items in your cart, still interested? Use code {{code}} to get 10% off!",
    buttons(mpm("View items"))
)]
struct AbandonedCart<'a> {
    #[wa(example = "Pablo")]
    customer: &'a str,
    #[wa(example = "10OFF")]
    code: &'a str,
    #[wa(button = 0)]
    items: &'a ProductList,
}

#[derive(WaTemplate)]
#[wa(
    name = "spm_template_named_params",
    language = "en_US",
    category = "marketing",
    header(product),
    body = "With the code {{code}} our latest plant costs {{percent}} less for you!",
    footer = "Offer ends September 22, 2024",
    buttons(spm("View"))
)]
struct NewestSucculent {
    #[wa(header)]
    succulent: Product,
    #[wa(example = "15OFF")]
    code: String,
    #[wa(example = "15%")]
    percent: String,
}

#[derive(WaTemplate)]
#[wa(
    name = "gif_header_marketing",
    language = "en_US",
    category = "marketing",
    header(gif, example = "4::aW..."),
    body = "No postage until midnight, for all of our succulents. Choose one of them below.",
    buttons(url("Shop", "https://www.luckyshrub.com/shop"))
)]
struct FreeShipping {
    #[wa(header)]
    animation: Gif,
}

#[test]
fn catalogue() {
    let mut offer = CatalogOffer { off: 100, above: 400, orders: 3, thumbnail: Some("2lc20305pt") };
    let thumbnail = json!({ "thumbnail_product_retailer_id": "2lc20305pt" });
    let values = texts(&["100", "400", "3"]);
    check(&offer, &json!([values, action("catalog", 0, &thumbnail)]));
    // The first product of the catalogue is shown.
    offer.thumbnail = None;
    body(&offer, &json!([values]));
}

#[test]
fn several_products() {
    let items = ProductList::new("2lc20305pt")
        .section("Popular Bundles", ["2lc20305pt", "nseiw1x3ch"])
        .section("Premium Packages", ["n6k6x0y7oe"]);
    let cart = AbandonedCart { customer: "Pablo", code: "10OFF", items: &items };
    let product = |id: &str| json!({ "product_retailer_id": id });
    let sections = json!([
        { "title": "Popular Bundles", "product_items": [product("2lc20305pt"), product("nseiw1x3ch")] },
        { "title": "Premium Packages", "product_items": [product("n6k6x0y7oe")] }
    ]);
    let list = json!({ "thumbnail_product_retailer_id": "2lc20305pt", "sections": sections });
    let components = json!([
        { "type": "header", "parameters": [{ "type": "text", "text": "Pablo" }] },
        texts(&["10OFF"]),
        action("mpm", 0, &list)
    ]);
    check(&cart, &components);
    let empty = AbandonedCart { items: &ProductList::new("2lc20305pt"), ..cart };
    assert_eq!(problems(&empty), [(Some("items".to_owned()), "value-product-list".to_owned())]);
}

#[test]
fn one_product() {
    let succulent = Product::new("nqryix03ez", "194836987003835");
    let offer = NewestSucculent { succulent, code: "25OFF".to_owned(), percent: "25%".to_owned() };
    let product = json!({ "product_retailer_id": "nqryix03ez", "catalog_id": "194836987003835" });
    let components = json!([
        header("product", &product),
        { "type": "body", "parameters": [
            { "type": "text", "text": "25OFF", "parameter_name": "code" },
            { "type": "text", "text": "25%", "parameter_name": "percent" }] }
    ]);
    check(&offer, &components);
}

#[test]
fn animation() {
    let link = "https://www.luckyshrub.com/v/free-shipping.mp4";
    check(&FreeShipping { animation: Gif::link(link) }, &json!([header("gif", &json!({ "link": link }))]));
}
