use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Yes")),
)]
struct Order {
    #[wa(button = -1)]
    answer: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
