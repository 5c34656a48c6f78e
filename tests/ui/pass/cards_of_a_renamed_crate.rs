//! Cards, where the crate has another path.
mod vendored {
    pub(crate) use ::wa_template as messages;
}

/// Something else by the crate's own name.
mod wa_template {
    pub(crate) const _USED: () = ();
}

use vendored::messages::{Image, WaCard, WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    crate = "crate::vendored::messages",
    language = "en",
    category = "marketing",
    body = "Two offers of this week.",
    carousel(
        card(header(image), buttons(quick_reply("More"))),
        card(header(image), buttons(quick_reply("More"))),
    )
)]
struct Offers {
    #[wa(cards)]
    cards: [Offer; 2],
}

#[derive(WaCard)]
#[wa(crate = "crate::vendored::messages")]
struct Offer {
    #[wa(header)]
    picture: Image,
}

fn main() {
    let _ = wa_template::_USED;
    let cards = [Offer { picture: Image::id("1") }, Offer { picture: Image::id("2") }];
    assert!(Offers { cards }.to("+16505551234").build().is_ok());
}
