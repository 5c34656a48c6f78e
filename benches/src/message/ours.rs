//! The sample by `wa-template`: checked against every rule of its values.

use wa_template::{Image, InvalidMessage, Message, WaMessage, WaTemplate};

use super::Values;

#[derive(WaTemplate)]
#[wa(
    name = "order_on_its_way",
    language = "en_US",
    category = "utility",
    header(image, example = "4::aW..."),
    body = "Hello {{1}}, your order {{2}} is with {{3}} and will be with you on {{4}}.",
    buttons(
        url("Track the parcel", "https://www.example.com/track/{{1}}"),
        url("See the invoice", "https://www.example.com/invoices/{{1}}"),
    )
)]
pub struct OrderOnItsWay<'a> {
    #[wa(header)]
    picture: Image,
    #[wa(body = 1, example = "Jessica")]
    customer: &'a str,
    #[wa(body = 2, example = "SKBUP2-4CPIG9")]
    order: &'a str,
    #[wa(body = 3, example = "Lucky Logistics")]
    carrier: &'a str,
    #[wa(body = 4, example = "Tuesday")]
    arrival: &'a str,
    #[wa(button = 0, example = "9rwnB8RbYm")]
    tracking: &'a str,
    #[wa(button = 1, example = "860198")]
    invoice: &'a str,
}

/// From values to a message, the struct included.
///
/// # Errors
///
/// Those of [`wa_template::Draft::build`]; none of the samples has any.
pub fn build(values: &Values) -> Result<Message, InvalidMessage> {
    template(values).to(values.to.as_str()).build()
}

/// The same, into a buffer.
///
/// # Errors
///
/// Those of [`wa_template::Draft::write_to`]; none of the samples has any.
pub fn write(values: &Values, out: &mut Vec<u8>) -> Result<(), InvalidMessage> {
    template(values).to(values.to.as_str()).write_to(out)
}

/// The struct alone.
#[must_use]
pub fn template(values: &Values) -> OrderOnItsWay<'_> {
    OrderOnItsWay {
        picture: Image::link(values.picture.as_str()),
        customer: &values.customer,
        order: &values.order,
        carrier: &values.carrier,
        arrival: &values.arrival,
        tracking: &values.tracking,
        invoice: &values.invoice,
    }
}
