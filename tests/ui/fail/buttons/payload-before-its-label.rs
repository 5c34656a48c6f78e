use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(quick_reply(Answer::Yes, "Yes")),
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
