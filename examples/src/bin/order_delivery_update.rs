//! A delivery: place on the map above the text, and a quick reply that stops further updates.

use std::error::Error;

use examples::{Stage, heading};
use wa_template::webhook::{Event, Notification};
use wa_template::{Location, WaPayload, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "utility",
    header(location),
    body = "Good news, {{customer}}! Your order #{{order}} is on its way to the location above. Thank you for your order!",
    footer = "To stop receiving delivery updates, tap the button below.",
    buttons(quick_reply("Stop Delivery Updates", Request::StopUpdates))
)]
struct OrderDeliveryUpdate {
    #[wa(header)]
    destination: Location,
    #[wa(example = "Mark")]
    customer: String,
    #[wa(example = "566701")]
    order: u32,
}

#[derive(WaPayload)]
enum Request {
    StopUpdates,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let update = OrderDeliveryUpdate {
        destination: Location::new(37.483_307, -122.148_981)
            .name("Pablo Morales")
            .address("1 Hacker Way, Menlo Park, CA 94025"),
        customer: "Pablo".to_owned(),
        order: 566_701,
    };
    let stage = Stage::from_environment()?;
    let sent = stage.send(&update).await?;
    let Some(webhook) = sent.tap("Stop Delivery Updates")? else { return Ok(()) };

    heading("6. What the application does with it");
    for event in Notification::from_slice(webhook.as_bytes())?.events() {
        match event {
            Event::ButtonReply(reply) => match reply.payload::<Request>()? {
                Request::StopUpdates => println!("Request::StopUpdates: no more updates for this order"),
            },
            // Customers may ignore the button and write instead.
            Event::Text(text) => println!("they wrote {} characters", text.body().chars().count()),
            other => println!("something else: {other:?}"),
        }
    }
    Ok(())
}
