use wa_template::WaMessage;

struct Order {
    number: u32,
}

#[derive(WaMessage)]
enum Outgoing {
    Order(Order),
}

fn main() {
    let _ = |any: &Outgoing| any.to("+16505551234").build().is_ok();
}
