//! Code without a mistake, with a use of everything that the derives make.

use wa_template::{Image, WaCard, WaMessage, WaPayload, WaTemplate};

#[derive(WaPayload)]
pub enum Answer {
    Keep,
    Cancel(u32),
}

#[derive(WaTemplate)]
#[wa(
    name = "rooms",
    language = "en",
    category = "marketing",
    body = "Rooms for you, {{guest}}, in the week that you like best.",
    carousel(
        card(
            header(image),
            body = "A room for {{price}} a night.",
            buttons(quick_reply("Keep", Answer::Keep), quick_reply("Cancel", "{{cancel}}")),
            examples(price = "90")
        ),
        card(
            header(image),
            body = "A room for {{price}} a night.",
            buttons(quick_reply("Keep", Answer::Keep), quick_reply("Cancel", "{{cancel}}")),
            examples(price = "80")
        ),
    )
)]
pub struct Rooms<'a> {
    #[wa(example = "Kerry")]
    guest: &'a str,
    #[wa(cards)]
    rooms: [Room<'a>; 2],
}

#[derive(WaCard)]
pub struct Room<'a> {
    #[wa(header)]
    image: Image,
    price: &'a str,
    cancel: Answer,
}

#[derive(WaMessage)]
pub enum Messages<'a> {
    Rooms(Rooms<'a>),
}

pub fn length_of_body(rooms: Rooms<'_>) -> usize {
    let name = Rooms::TEMPLATE.name();
    let definitions = <Rooms<'_> as WaTemplate>::definitions();
    let message = Messages::Rooms(rooms).to("+16505551234").language("en").callback_data(name).build();
    definitions.len() + message.map(|message| message.json().len()).unwrap_or(0)
}

pub fn number_of(payload: &str) -> Option<u32> {
    match Answer::from_payload(payload) {
        Ok(Answer::Cancel(number)) => Some(number),
        Ok(Answer::Keep) | Err(_) => None,
    }
}
