use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order is on its way.",
    buttons(quick_reply("Yes"), url("Track", "https://www.example.com/{{code}}")),
    translation(
        "fr",
        body = "Votre commande est en route.",
        buttons(url("Suivre", "https://www.example.com/fr/{{code}}"), quick_reply("Oui"))
    ),
)]
struct Order {
    #[wa(example = "1")]
    code: u8,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
