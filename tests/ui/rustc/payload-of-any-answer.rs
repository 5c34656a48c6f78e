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
    buttons(quick_reply("Yes")),
)]
struct Order<P: WaPayload> {
    #[wa(button = 0)]
    answer: P,
}

fn main() {
    let _ = <Order<Answer> as WaTemplate>::TEMPLATE.name();
}
