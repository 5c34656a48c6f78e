use wa_template::{WaMessage, WaTemplate};

#[derive(WaTemplate, WaMessage)]
#[wa(language = "en", category = "utility", body = "Your order has left our warehouse.")]
struct OrderShipped;

fn main() {
    let _ = OrderShipped.to("+16505551234").build().is_ok();
}
