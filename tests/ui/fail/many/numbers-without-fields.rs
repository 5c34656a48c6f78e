use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header = "Parcel {{1}}",
    body = "Hello {{1}}, we have sent {{2}} by courier.",
)]
struct Parcel {
    #[wa(example = "77-1")]
    parcel: String,
    #[wa(example = "Robin")]
    customer: String,
    #[wa(example = "2 saddles")]
    goods: String,
}

fn main() {
    let _ = <Parcel as WaTemplate>::TEMPLATE.name();
}
