use wa_template::{WaPayload, WaTemplate};

#[derive(WaPayload)]
enum Answer {
    Yes,
    No,
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your parcel arrives tomorrow. Will you be at home?",
    buttons(quick_reply("Yes", Answer::Yes), quick_reply("No", Answer::No)),
    translation(
        "es",
        body = "Su paquete llega mañana. ¿Estará usted en casa?",
        buttons("Sí", quick_reply("No", Answer::Yes))
    )
)]
struct Parcel {}

fn main() {}
