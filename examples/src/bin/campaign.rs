//! A campaign: one offer to many customers, with a progress bar, and resumable from its own journal.
//!
//! `campaign CUSTOMERS JOURNAL` sends to everybody in a CSV file with the columns `id`, `phone` and `first_name`, through
//! the real Cloud API: `WA_TEMPLATE_TOKEN` and `WA_TEMPLATE_PHONE_NUMBER_ID` name the account. Stop it whenever you like
//! and start it again with the same files: nobody gets the offer twice. Without arguments it sends to an emulator, is
//! interrupted half-way, resumes, and ends.

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use examples::heading;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Deserialize;
use tokio::runtime::Runtime;
use wa_template::client::{FileJournal, KeyState, RateLimit, RetryPolicy, SendProgress};
use wa_template::webhook::{Notification, Status};
use wa_template::{CloudApi, InvalidMessage, Message, WaMessage, WaTemplate};
use wa_template_emulator::Emulator;

type Outcome<T> = Result<T, Box<dyn Error>>;

#[derive(WaTemplate)]
#[wa(
    name = "spring_offer",
    language = "en",
    category = "marketing",
    body = "Good news, {{first_name}}: until Sunday you save {{percent}} percent on everything in our shop.",
    footer = "Tap Stop and you hear no more of us",
    buttons(quick_reply("Stop"), url("To the shop", "https://shop.example.com/spring"))
)]
struct SpringOffer<'a> {
    #[wa(example = "Kerry")]
    first_name: &'a str,
    #[wa(example = "20")]
    percent: u8,
}

/// One line of the file. The id is what the journal holds: it says nothing about a person.
#[derive(Deserialize)]
struct Customer {
    id: String,
    phone: String,
    first_name: String,
}

impl Customer {
    fn message(&self) -> Result<Message, InvalidMessage> {
        let offer = SpringOffer { first_name: &self.first_name, percent: 20 };
        // Every status of the message carries the id back, which settles what is in doubt.
        offer.to(self.phone.as_str()).callback_data(self.id.as_str()).build()
    }
}

fn main() -> Outcome<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => show(),
        [customers, journal] => {
            let api = CloudApi::new(env::var("WA_TEMPLATE_PHONE_NUMBER_ID")?, env::var("WA_TEMPLATE_TOKEN")?)
                .rate(RateLimit::standard())
                .retry(RetryPolicy::new());
            run(&api, customers.as_ref(), journal.as_ref(), None).map(drop)
        }
        _ => Err("usage: campaign [CUSTOMERS JOURNAL]".into()),
    }
}

/// One run, with a runtime of its own: whatever is on its way when the run ends is dropped with it.
fn run(api: &CloudApi, customers: &Path, journal: &Path, stop_after: Option<u64>) -> Outcome<SendProgress> {
    Runtime::new()?.block_on(send_offers(api, customers, journal, stop_after))
}

/// Sends to everybody to whom no earlier run has sent; stops after so many results, if told to.
async fn send_offers(
    api: &CloudApi,
    customers: &Path,
    journal: &Path,
    stop_after: Option<u64>,
) -> Outcome<SendProgress> {
    let (journal, history) = FileJournal::open(journal)?;
    let customers =
        csv::Reader::from_path(customers)?.into_deserialize().collect::<Result<Vec<Customer>, _>>()?;
    let open: Vec<_> =
        customers.into_iter().filter(|customer| history.state(&customer.id).is_open()).collect();

    let bar = ProgressBar::new(open.len().try_into()?)
        .with_style(ProgressStyle::with_template("{bar:40} {pos}/{len} {msg} {per_sec}, ready in {eta}")?);
    let messages = open.into_iter().filter_map(|customer| match customer.message() {
        Ok(message) => Some((customer.id, message)),
        Err(error) => {
            println!("{}: {error}", customer.id);
            None
        }
    });
    let mut sends = api.send_all(futures_util::stream::iter(messages)).journal(journal).on_progress({
        let bar = bar.clone();
        move |progress| {
            bar.set_position(progress.finished());
            bar.set_message(format!("{} accepted, {} refused", progress.accepted(), progress.rejected()));
        }
    });
    while let Some(finished) = sends.next().await {
        if let Err(error) = finished.result {
            bar.suspend(|| println!("{}: {error}", finished.key));
        }
        if stop_after.is_some_and(|results| sends.progress().finished() >= results) {
            break;
        }
    }
    bar.abandon();
    Ok(sends.progress())
}

/// Ids whose message may have arrived: no run sends to them again.
fn in_doubt(journal: &Path) -> Outcome<BTreeSet<String>> {
    let (_, history) = FileJournal::open(journal)?;
    Ok(history.iter().filter(|(_, state)| *state == KeyState::InDoubt).map(|(id, _)| id.to_owned()).collect())
}

/// The same campaign, with an emulator in place of the platform and an interruption in the middle.
fn show() -> Outcome<()> {
    const CUSTOMERS: usize = 120;
    let folder = env::temp_dir().join(format!("wa-template-campaign-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let (customers, journal) = (folder.join("customers.csv"), folder.join("campaign.journal"));
    let lines = (0..CUSTOMERS).map(|n| format!("customer-{n},+1650555{n:04},Customer {n}\n"));
    fs::write(&customers, "id,phone,first_name\n".to_owned() + &lines.collect::<String>())?;

    let emulator = Emulator::start()?;
    emulator.add_all(SpringOffer::definitions());
    let api = CloudApi::new("106540352242922", "any token will do").base_url(emulator.base_url());

    heading("1. The first run is interrupted");
    let first = run(&api, &customers, &journal, Some(40))?;
    println!("{} accepted, {} on their way", first.accepted(), first.in_flight());

    heading("2. The second run goes on where the first one stopped");
    let second = run(&api, &customers, &journal, None)?;
    println!("{} accepted", second.accepted());

    heading("3. Statuses settle what is in doubt");
    let accepted = emulator.accepted();
    let mut doubtful = in_doubt(&journal)?;
    println!("{} in doubt after both runs", doubtful.len());
    for message in &accepted {
        let notification: Notification = emulator.status(message, "sent").parse()?;
        for id in notification.statuses().filter_map(Status::callback_data) {
            doubtful.remove(id);
        }
    }
    println!("{} of them without a status: nothing was sent to them", doubtful.len());

    fs::remove_dir_all(&folder)?;
    // Each customer has one message, or is still among those without a status.
    if accepted.len() + doubtful.len() == CUSTOMERS {
        Ok(())
    } else {
        Err(format!("{} messages for {CUSTOMERS} customers", accepted.len()).into())
    }
}
