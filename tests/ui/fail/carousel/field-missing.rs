use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week.",
    carousel(
        card(header(image), buttons(quick_reply("More"))),
        card(header(image), buttons(quick_reply("More"))),
    ),
)]
struct Offers;

fn main() {
    let _ = <Offers as WaTemplate>::TEMPLATE.name();
}
