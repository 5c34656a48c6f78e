use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Yes", self.code)),
)]
struct Order {
    code: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
