use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(url("Track", "https://www.example.com/{{code}}", example = "860198")),
)]
struct Order {
    code: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
