use wa_template::{WaPayload, WaTemplate};

#[derive(WaPayload)]
enum Answer {
    Thanks,
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your parcel arrives tomorrow.",
    buttons(quick_reply("Thanks")),
    translation(
        "es",
        body = "Su paquete llega mañana mismo.",
        buttons(quick_reply("Gracias", Answer::Thanks))
    )
)]
struct Parcel {}

fn main() {}
