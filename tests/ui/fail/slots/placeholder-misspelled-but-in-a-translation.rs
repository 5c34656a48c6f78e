use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your trip starts at {{plce}} tomorrow.",
    translation("es", body = "Su viaje empieza mañana en {{place}}, como siempre.")
)]
struct Trip {
    #[wa(example = "Tahoe")]
    place: String,
}

fn main() {}
