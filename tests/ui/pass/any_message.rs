//! An enum of templates is a message: lifetimes, type parameters, boxes, enums of enums.
use wa_template::{Draft, TextParameter, WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order {{number}} has left our warehouse.")]
struct OrderShipped<'a, T: TextParameter + wa_template::BodyParameter> {
    #[wa(example = "860198")]
    number: &'a T,
}

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order is late.")]
struct OrderLate;

#[derive(WaMessage)]
enum Outgoing<'a, T, M = OrderLate, const N: usize = 0>
where
    T: TextParameter + wa_template::BodyParameter,
    M: WaMessage,
{
    Shipped(OrderShipped<'a, T>),
    Late { message: OrderLate },
    Other(M),
    Borrowed(&'a M),
    Any(Box<dyn WaMessage + Send>),
    Nested(Box<Self>),
}

#[derive(WaMessage)]
enum Outer {
    Inner(Outgoing<'static, u32>),
}

#[track_caller]
fn check(message: &dyn WaMessage, name: &str, text: &str) {
    assert_eq!(message.template().name(), name);
    let message = Draft::new(message, "+16505551234").build().unwrap();
    assert!(message.json().contains(text), "{}", message.json());
}

fn main() {
    type Any<'a> = Outgoing<'a, u32>;
    let number = 860_198;
    check(&Any::Shipped(OrderShipped { number: &number }), "order_shipped", "860198");
    check(&Any::Late { message: OrderLate }, "order_late", "order_late");
    check(&Any::Other(OrderLate), "order_late", "order_late");
    check(&Any::Borrowed(&OrderLate), "order_late", "order_late");
    check(&Any::Any(Box::new(OrderLate)), "order_late", "order_late");
    check(
        &Any::Nested(Box::new(Any::Shipped(OrderShipped { number: &7 }))),
        "order_shipped",
        r#""text":"7""#,
    );
    check(&Outer::Inner(Outgoing::Shipped(OrderShipped { number: &7 })), "order_shipped", r#""text":"7""#);
    assert!(Outer::Inner(Outgoing::Other(OrderLate)).to("+16505551234").build().is_ok());
}
