use wa_template::{Draft, WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order has left our warehouse.")]
struct Order;

#[derive(WaMessage)]
enum Outgoing<'a, M: WaMessage> {
    Order(Order),
    Other(&'a M),
    Nothing,
}

#[derive(WaMessage)]
enum Outer<'a> {
    Inner(Outgoing<'a, Order>),
}

fn main() {
    let message = Outer::Inner(Outgoing::Other(&Order));
    let _ = (message.template().name(), message.to("+16505551234").build());
    let _ = Draft::new(&Outgoing::<Order>::Order(Order) as &dyn WaMessage, "+16505551234").build();
}
