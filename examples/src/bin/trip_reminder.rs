//! A reminder with two quick replies and a link; the answer comes back as a Rust enum.

use std::error::Error;

use examples::{Stage, heading};
use wa_template::webhook::Notification;
use wa_template::{DateTime, WaPayload, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    name = "upcoming_trip_reminder",
    language = "en",
    category = "utility",
    header = "Your trip on {{date}}",
    body = "Your {{trip}} starts {{starts}} at {{place}}. We will wait for you at the main entrance. Will you join us?",
    footer = "Lucky Travel",
    buttons(
        quick_reply("Yes", Answer::Yes),
        quick_reply("No", Answer::No),
        url("Itinerary", "https://www.example.com/t/{{code}}"),
    )
)]
struct TripReminder<'a> {
    #[wa(example = "12/26")]
    date: &'a str,
    #[wa(example = "Ski Trip")]
    trip: &'a str,
    #[wa(example = "29th July 2019, 8:00am")]
    starts: DateTime,
    #[wa(example = "Squaw Valley, Tahoe")]
    place: String,
    #[wa(example = "9rwnB8RbYm")]
    code: &'a str,
}

#[derive(WaPayload)]
enum Answer {
    Yes,
    No,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let reminder = TripReminder {
        date: "12/26",
        trip: "*Ski Trip*",
        starts: DateTime::new("29th July 2019, 8:00am"),
        place: "*Squaw Valley Ski Resort, Tahoe*".to_owned(),
        code: "9rwnB8RbYm",
    };
    let stage = Stage::from_environment()?;
    let sent = stage.send(&reminder).await?;
    let Some(webhook) = sent.tap("Yes")? else { return Ok(()) };

    heading("6. The answer as a Rust value");
    for reply in Notification::from_slice(webhook.as_bytes())?.button_replies() {
        match reply.payload::<Answer>()? {
            Answer::Yes => println!("Answer::Yes: a seat is kept"),
            Answer::No => println!("Answer::No: the seat goes to somebody else"),
        }
    }
    Ok(())
}
