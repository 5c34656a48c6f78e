use wa_template::{Image, WaCard, WaPayload, WaTemplate};

#[derive(WaPayload)]
enum Wish {
    Keep,
    Drop,
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Rooms for the week that you like best, at the prices of last year.",
    carousel(
        card(
            header(image),
            body = "A room for {{price}} a night.",
            buttons(quick_reply("Keep", Wish::Keep)),
            examples(price = "90")
        ),
        card(
            header(image),
            body = "A room for {{price}} a night.",
            buttons(quick_reply("Drop", Wish::Drop)),
            examples(price = "80")
        ),
    )
)]
struct Rooms {
    #[wa(cards)]
    rooms: [Room; 2],
}

#[derive(WaCard)]
struct Room {
    #[wa(header)]
    image: Image,
    price: Option<u32>,
}

fn main() {}
