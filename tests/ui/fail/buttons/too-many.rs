// breaks: buttons-too-many
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Answer 0"), quick_reply("Answer 1"), quick_reply("Answer 2"), quick_reply("Answer 3"), quick_reply("Answer 4"), quick_reply("Answer 5"), quick_reply("Answer 6"), quick_reply("Answer 7"), quick_reply("Answer 8"), quick_reply("Answer 9"), quick_reply("Answer 10")),
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
