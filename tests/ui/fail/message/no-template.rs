use wa_template::{WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order has left our warehouse.")]
struct OrderShipped;

#[derive(WaMessage)]
enum Outgoing {
    OrderShipped,
    Order(OrderShipped),
}

fn main() {
    let _ = |any: &Outgoing| any.to("+16505551234").build().is_ok();
}
