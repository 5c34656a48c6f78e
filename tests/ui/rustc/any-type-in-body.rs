use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{number}} has left our warehouse.",
)]
struct Order<T> {
    #[wa(example = "860198")]
    number: T,
}

fn main() {
    let _ = <Order<u32> as WaTemplate>::TEMPLATE.name();
}
