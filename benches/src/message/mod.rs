//! The fixed sample of all comparisons: an image header by link, four body texts, two URL buttons with values.

pub mod json_macro;
pub mod ours;
pub mod owned_structs;
pub mod wacloudapi;
pub mod whatsapp_handler;

pub const NAME: &str = "order_on_its_way";
pub const LANGUAGE: &str = "en_US";

/// What an application has in hand when it wants to send.
#[derive(Clone, Debug)]
pub struct Values {
    pub name: &'static str,
    pub to: String,
    pub picture: String,
    pub customer: String,
    pub order: String,
    pub carrier: String,
    pub arrival: String,
    pub tracking: String,
    pub invoice: String,
}

/// All three samples.
#[must_use]
pub fn samples() -> [Values; 3] {
    [short(), long(), escape_heavy()]
}

/// The values of most messages: a few letters each.
#[must_use]
pub fn short() -> Values {
    Values {
        name: "short",
        to: "+16505551234".to_owned(),
        picture: "https://cdn.example.com/shops/5a91c4/parcels/860198/contents.png?width=1125&signature=4d2b9fQ1uV7kXn0sZr8w".to_owned(),
        customer: "Jessica".to_owned(),
        order: "SKBUP2-4CPIG9".to_owned(),
        carrier: "Lucky Logistics".to_owned(),
        arrival: "Tuesday, 24 November".to_owned(),
        tracking: "9rwnB8RbYmPF5t2Mn09x4h".to_owned(),
        invoice: "860198?lang=en".to_owned(),
    }
}

/// Values near what the platform's limits leave.
#[must_use]
pub fn long() -> Values {
    let sentence =
        |length: usize| "A parcel with three books and a lamp. ".chars().cycle().take(length).collect();
    let path = |length: usize| "8a5c1d9e-4f0b-47d6/".chars().cycle().take(length).collect();
    Values {
        name: "long",
        customer: sentence(220),
        order: sentence(230),
        carrier: sentence(220),
        arrival: sentence(230),
        tracking: path(600),
        invoice: path(600),
        ..short()
    }
}

/// As many characters as a long message has in its body, every fourth of which JSON must escape.
#[must_use]
pub fn escape_heavy() -> Values {
    let quotes = |length: usize| r#"12" \o/ a "b" "#.chars().cycle().take(length).collect();
    Values {
        name: "escape-heavy",
        customer: quotes(220),
        order: quotes(230),
        carrier: quotes(220),
        arrival: quotes(230),
        ..short()
    }
}
