use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Yes"), quick_reply("No")),
    translation("es", buttons("Sí", kep)),
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
