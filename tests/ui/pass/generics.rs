//! Lifetimes, type parameters, `where`, const parameters, raw identifiers, references.
use std::borrow::Cow;
use std::sync::Arc;

use wa_template::{BodyParameter, Displayed, TextParameter, WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your {{type}} of {{day}} and {{count}} more cost {{price}} today.")]
struct Order<'a, 'b: 'a, T, U = String, const N: usize = 0>
where
    T: BodyParameter,
    U: TextParameter + 'a,
{
    #[wa(example = "shoes")]
    r#type: &'a Cow<'b, str>,
    #[wa(example = "Monday")]
    day: T,
    #[wa(example = "3")]
    count: &'a U,
    #[wa(example = "$5")]
    price: Arc<Displayed<f64>>,
    #[wa(skip)]
    _other: [u8; N],
}

/// No parameters at all.
#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order has left our warehouse.")]
struct Unit;

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order has left our warehouse.")]
struct Empty {}

macro_rules! template {
    ($name:ident, $body:literal, $field:ident: $ty:ty = $example:literal) => {
        #[derive(WaTemplate)]
        #[wa(language = "en", category = "utility", body = $body)]
        struct $name {
            #[wa(example = $example)]
            $field: $ty,
        }
    };
}

template!(FromMacro, "Your order {{number}} has left our warehouse.", number: u32 = "860198");

fn main() {
    let kind = Cow::Borrowed("shoes");
    let order = Order::<_, String, 2> {
        r#type: &kind,
        day: 'M',
        count: &String::from("3"),
        price: Arc::new(Displayed(4.5)),
        _other: [0; 2],
    };
    let message = order.to("+16505551234").build().unwrap();
    assert!(message.json().contains(r#""text":"4.5","parameter_name":"price""#));
    assert!(!Unit.to("+16505551234").build().unwrap().json().contains("components"));
    assert!(Empty {}.to("+16505551234").build().is_ok());
    assert!(FromMacro { number: 1 }.to("+16505551234").build().is_ok());
}
