use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Thanks"), url("Track", "https://www.example.com/{{code}}")),
)]
struct Order {
    #[wa(button = 2, example = "9rwnB8RbYm")]
    value: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
