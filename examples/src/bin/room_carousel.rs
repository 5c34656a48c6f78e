//! Rooms of a hotel as cards: a struct says what a card's values are, the template what its texts are.

use std::error::Error;

use examples::{Stage, heading};
use wa_template::{Currency, Image, WaCard, WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "marketing",
    body = "Hello {{customer}}, these rooms are free on the weekend you asked for:",
    carousel(
        card(
            header(image, example = "4::aW..."),
            body = "The {{room}} room: breakfast in the park, {{price}} a night.",
            buttons(quick_reply("Tell me more"), url("Book", "https://www.example.com/rooms/{{code}}")),
            examples(room = "Garden", price = "$120", code = "garden")
        ),
        card(
            header(image, example = "4::an..."),
            body = "The {{room}} room: a view of the whole valley, {{price}} a night.",
            buttons(quick_reply("Tell me more"), url("Book", "https://www.example.com/rooms/{{code}}")),
            examples(room = "Tower", price = "$150", code = "tower")
        ),
    )
)]
#[expect(clippy::duplicated_attributes, reason = "cards are alike")]
struct RoomCarousel<'a> {
    #[wa(example = "Pablo")]
    customer: &'a str,
    /// As many as were defined: with `[RoomCard; 3]` this does not compile.
    #[wa(cards)]
    rooms: [RoomCard<'a>; 2],
}

/// Bound by name like the fields of a template; a placeholder without a field does not compile.
#[derive(WaCard)]
struct RoomCard<'a> {
    #[wa(header)]
    picture: Image,
    room: &'a str,
    price: Currency,
    code: &'a str,
    #[wa(button = 0)]
    more: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let room = |room, code, price: i64| RoomCard {
        picture: Image::link(format!("https://www.example.com/img/{code}.jpg")),
        room,
        price: Currency::new("USD", price * 1_000, format!("${price}")),
        code,
        // Tells apart the answers to buttons of one label.
        more: format!("more:{code}"),
    };
    let rooms = [room("Garden", "garden", 110), room("Tower", "tower", 140)];
    let mut carousel = RoomCarousel { customer: "Jessica", rooms };
    let stage = Stage::from_environment()?;
    stage.send(&carousel).await?;

    heading("5. What is refused before it is sent");
    let [garden, tower] = &mut carousel.rooms;
    garden.picture = Image::link("garden.jpg");
    tower.code = "";
    match carousel.to("+16505551234").build() {
        Ok(_) => println!("nothing"),
        Err(error) => println!("{error}"),
    }
    Ok(())
}
