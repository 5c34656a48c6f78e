use wa_template::{WaPayload, WaTemplate};

#[derive(WaPayload)]
enum Answer {
    Yes,
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Yes", Answer::Yes)),
)]
struct Order {
    #[wa(button = 0)]
    code: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
