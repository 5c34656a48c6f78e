use wa_template::WaTemplate;

struct Number(u32);

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{number}} has left our warehouse today.",
)]
struct Order {
    #[wa(example = "860198")]
    number: Number,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
