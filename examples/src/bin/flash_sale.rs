//! An offer that ends: a clock above the text, a coupon to copy, a link.

use std::error::Error;
use std::time::{Duration, SystemTime};

use examples::{Stage, heading};
use wa_template::{Image, WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "marketing",
    header(image, example = "4::aW..."),
    limited_time_offer("Only today!", has_expiration),
    body = "Good news, {{customer}}! Use code {{coupon}} and get {{percent}} off all of our succulents.",
    buttons(copy_code("{{coupon}}"), url("Shop now", "https://www.example.com/sale?c={{coupon}}"))
)]
struct FlashSale<'a> {
    #[wa(header)]
    picture: Image,
    #[wa(expiration)]
    ends: SystemTime,
    #[wa(example = "Pablo")]
    customer: &'a str,
    #[wa(example = "25%")]
    percent: &'a str,
    /// In the text, behind the button and at the end of the link.
    #[wa(example = "ALOE25")]
    coupon: &'a str,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let sale = FlashSale {
        picture: Image::link("https://www.example.com/img/succulents.jpg"),
        ends: SystemTime::now() + Duration::from_hours(24),
        customer: "Jessica",
        percent: "30%",
        coupon: "ALOE30",
    };
    let stage = Stage::from_environment()?;
    stage.send(&sale).await?;

    heading("5. What is refused before it is sent");
    // A coupon has 20 characters elsewhere, in such an offer 15.
    let sale = FlashSale { coupon: "ALOEVERA30PERCENT", ..sale };
    match sale.to("+16505551234").build() {
        Ok(_) => println!("nothing"),
        Err(error) => println!("{error}"),
    }
    Ok(())
}
