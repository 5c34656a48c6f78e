use wa_template::{WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order has left our warehouse.")]
struct OrderShipped;

#[derive(WaMessage)]
#[wa(language = "en")]
enum Outgoing {
    OrderShipped(OrderShipped),
}

fn main() {
    let _ = |any: &Outgoing| any.to("+16505551234").build().is_ok();
}
