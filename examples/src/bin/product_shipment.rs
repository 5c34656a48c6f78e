//! A shipment: image above the text, four values, a tracking link. Names in Rust, numbers on the wire.

use std::error::Error;

use examples::{Stage, heading};
use wa_template::{DateTime, Image, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    name = "oculus_shipment_update",
    language = "en",
    category = "utility",
    positional,
    header(image, example = "4::aW..."),
    body = "Hello {{customer}}, your {{product}} order {{order}} shipped on {{date}} and is now on its way to you.",
    buttons(
        url("Track package", "https://www.example.com/track/{{tracking}}"),
        phone_number("Call support", "+15550051310"),
    )
)]
struct ProductShipment {
    #[wa(header)]
    picture: Image,
    #[wa(example = "Anand")]
    customer: String,
    #[wa(example = "Quest")]
    product: String,
    #[wa(example = "113-0921387")]
    order: String,
    #[wa(example = "23rd Nov 2019")]
    date: DateTime,
    #[wa(example = "1Z999AA10123456784")]
    tracking: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let shipment = ProductShipment {
        picture: Image::link("https://www.example.com/img/quest.jpg"),
        customer: "Anand".to_owned(),
        product: "Quest".to_owned(),
        order: "113-0921387".to_owned(),
        date: DateTime::new("23rd Nov 2019"),
        tracking: "1Z999AA10123456784".to_owned(),
    };
    let stage = Stage::from_environment()?;
    let sent = stage.send(&shipment).await?;

    // A tap on a link or a phone number stays on the customer's phone: nothing comes back.
    heading("5. Which buttons come back");
    match sent.tap("Track package") {
        Ok(_) => println!("this one does"),
        Err(error) => println!("{error}"),
    }
    Ok(())
}
