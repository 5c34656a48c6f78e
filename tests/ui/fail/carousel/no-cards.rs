// breaks: carousel-card-count
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week.",
    carousel(),
)]
struct Offers;

fn main() {
    let _ = <Offers as WaTemplate>::TEMPLATE.name();
}
