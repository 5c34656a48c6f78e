use wa_template::WaTemplate;

struct Number(u32);

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order {{number}} ships today.")]
struct Order<'a> {
    #[wa(example = "860198")]
    number: &'a Number,
}

fn main() {}
