use wa_template::{WaPayload, WaTemplate};

#[derive(WaPayload)]
enum Answer {
    Confirm(u32),
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Yes", Answer::Confirm)),
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
