use wa_template::{WaMessage, WaPayload, WaTemplate};

#[derive(WaPayload, Debug, PartialEq)]
enum Answer<T: std::fmt::Display + std::str::FromStr> {
    #[wa(paylod = "yes")]
    Yes,
    Confirm(T),
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Yes", Answer::<u32>::Yes), quick_reply("No"), quick_reply("Later"))
)]
struct Order<'a> {
    #[wa(button = 1)]
    no: Answer<u32>,
    #[wa(button = 2)]
    later: Option<&'a Answer<u32>>,
}

fn main() {
    let order = Order { no: Answer::Confirm(7), later: None };
    let _ = order.to("+16505551234").build();
    match Answer::<u32>::from_payload("answer:yes") {
        Ok(Answer::Yes | Answer::Confirm(_)) | Err(_) => {}
    }
    let _ = Answer::Confirm(7).to_payload();
}
