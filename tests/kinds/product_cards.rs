//! Carousels of product cards, which may be sent in any number.
#![expect(clippy::duplicated_attributes, reason = "cards are alike")]

use serde_json::{Value, json};
use wa_template::{Product, WaCard, WaTemplate};

use super::carousels::cards;
use super::{address, check, header, problems, texts};

#[derive(WaTemplate)]
#[wa(
    name = "carousel_template_product_cards_v1",
    language = "en_US",
    category = "marketing",
    body = "Rare succulents for sale! {{1}}, add these unique plants to your collection. All three of these rare \
            succulents are available for purchase on our website, and they come with a 100% satisfaction guarantee. \
            Whether you're a seasoned succulent enthusiast or just starting your plant collection, these rare \
            succulents are sure to impress. Shop now and add some unique and beautiful plants to your collection!",
    carousel(card(header(product), buttons(spm("View"))), card(header(product), buttons(spm("View"))))
)]
struct ForSale {
    #[wa(body = 1, example = "Pablo")]
    customer: String,
    #[wa(cards)]
    plants: Vec<OnSale>,
}

#[derive(WaCard)]
struct OnSale {
    #[wa(header)]
    product: Product,
}

#[derive(WaTemplate)]
#[wa(
    name = "carousel_product_cards_url_button",
    language = "en_US",
    category = "marketing",
    positional,
    body = "Picked for {{customer}} by our gardeners: plants that need almost no water at all.",
    carousel(
        card(
            header(product),
            buttons(url("Buy now", "https://www.luckyshrub.com/p/{{plant}}")),
            examples(plant = "aloe")
        ),
        card(
            header(product),
            buttons(url("Buy now", "https://www.luckyshrub.com/p/{{plant}}")),
            examples(plant = "aloe")
        )
    )
)]
struct Picked<'a> {
    #[wa(example = "Pablo")]
    customer: &'a str,
    #[wa(cards)]
    plants: &'a [Buy],
}

#[derive(WaCard)]
struct Buy {
    #[wa(header)]
    product: Product,
    #[wa(button = 0)]
    code: &'static str,
    #[wa(skip)]
    _price: f64,
}

fn product(id: &str) -> Value {
    header("product", &json!({ "product_retailer_id": id, "catalog_id": "194836987003835" }))
}

fn on_sale(id: &str) -> OnSale {
    OnSale { product: Product::new(id, "194836987003835") }
}

#[test]
fn product_cards_in_any_number() {
    let ids = ["vrpj01fvwp", "va2l5ioeat", "sqpjv0mgde"];
    let mut message =
        ForSale { customer: "Pablo".to_owned(), plants: ids.iter().map(|id| on_sale(id)).collect() };
    let expected: Vec<_> = ids.iter().map(|id| json!([product(id)])).collect();
    check(&message, &json!([texts(&["Pablo"]), cards(&expected)]));
    message.plants.truncate(1);
    assert_eq!(problems(&message), [(None, "send-card-count".to_owned())]);
    message.plants = (0..11).map(|index| on_sale(&index.to_string())).collect();
    assert_eq!(problems(&message), [(None, "send-card-count".to_owned())]);
}

#[test]
fn product_cards_with_an_address() {
    let buy = |id, code| Buy { product: Product::new(id, "194836987003835"), code, _price: 4.5 };
    let plants = [buy("vrpj01fvwp", "aloe"), buy("va2l5ioeat", "cactus")];
    let expected = [
        json!([product("vrpj01fvwp"), address(0, "aloe")]),
        json!([product("va2l5ioeat"), address(0, "cactus")]),
    ];
    check(&Picked { customer: "Pablo", plants: &plants }, &json!([texts(&["Pablo"]), cards(&expected)]));
}
