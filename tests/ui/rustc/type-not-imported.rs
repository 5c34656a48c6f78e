use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", header(image), body = "Your order {{number}} ships today.")]
struct Order {
    #[wa(header)]
    picture: Image,
    #[wa(example = "860198")]
    number: u32,
}

fn main() {}
