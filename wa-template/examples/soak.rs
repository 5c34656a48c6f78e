//! Sends very many messages through the emulator and watches the memory of the process.
//!
//! ```sh
//! cargo run --release -p wa-template --example soak                # 50,000 messages, 64 at a time
//! cargo run --release -p wa-template --example soak -- 200000 256
//! cargo run --release -p wa-template --example soak -- 50000 64 sync     # every start is forced to the disk
//! ```
//!
//! It fails if a message is not accepted, if one has no end in the journal, or if the memory grows by more than a
//! fifth once the first tenth is sent. Memory is read on Linux only.

use std::error::Error;
use std::time::Instant;

use futures_util::stream;
use wa_template::client::{CloudApi, FileJournal, KeyState, RateLimit, RetryPolicy};
use wa_template::{Message, WaMessage, WaTemplate};
use wa_template_emulator::Emulator;

#[derive(WaTemplate)]
#[wa(
    name = "order_shipped",
    language = "en_US",
    category = "utility",
    body = "Hi {{customer}}, your order {{order}} has left our warehouse.",
    buttons(url("Track", "https://www.example.com/track/{{order}}"))
)]
struct OrderShipped<'a> {
    #[wa(example = "Ada")]
    customer: &'a str,
    #[wa(example = "860198")]
    order: u64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: u64 = arguments.next().map_or(Ok(50_000), |count| count.parse())?;
    let concurrency: usize = arguments.next().map_or(Ok(64), |concurrency| concurrency.parse())?;
    let is_synced = arguments.next().is_some_and(|word| word == "sync");

    let emulator = Emulator::start()?;
    emulator.add_all(OrderShipped::definitions());
    let folder = std::env::temp_dir().join(format!("wa-template-soak-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("journal");
    let (journal, _) = FileJournal::open(&path)?;
    let journal = if is_synced { journal } else { journal.without_sync() };

    // A rate far above what is reached, so that its bookkeeping takes part. What is remembered of recipients grows with
    // the rate, to everybody of the last six seconds: at this rate that would be the whole run.
    let api = CloudApi::new("106540352242922", "any token")
        .base_url(emulator.base_url())
        .rate(RateLimit::per_second(1_000_000).without_recipient_limit())
        .retry(RetryPolicy::new());
    let mut sends = api
        .send_all(stream::iter((0..count).map(|order| (order, message(order)))))
        .concurrency(concurrency)
        .journal(journal);

    let (start, tenth) = (Instant::now(), (count / 10).max(1));
    let mut memory = Vec::new();
    let mut failures = 0;
    while let Some(finished) = sends.next().await {
        if let Err(error) = finished.result {
            failures += 1;
            eprintln!("{}: {error}; {}", finished.key, error.advice());
        }
        if let Some(error) = finished.journal_error {
            failures += 1;
            eprintln!("{}: not in the journal: {error}", finished.key);
        }
        let done = sends.progress().finished();
        if done.is_multiple_of(1000) {
            // The emulator remembers everything otherwise.
            emulator.clear();
        }
        if done.is_multiple_of(tenth) {
            memory.push(resident_kilobytes());
            println!("{done:>9} sent, {} kB", memory.last().copied().flatten().unwrap_or_default());
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    drop(sends);

    let history = FileJournal::read(&path)?;
    let accepted = (0..count).filter(|key| history.state(&key.to_string()) == KeyState::Accepted).count();
    std::fs::remove_dir_all(&folder)?;
    println!("{count} messages in {seconds:.1} s, {accepted} accepted in the journal, {failures} failures");
    if failures > 0 || u64::try_from(accepted)? != count {
        return Err("not every message was accepted".into());
    }
    if let (Some(Some(first)), Some(Some(last))) = (memory.first(), memory.last())
        && *last > first + first / 5
    {
        return Err(format!("the memory has grown from {first} to {last} kB").into());
    }
    Ok(())
}

fn message(order: u64) -> Message {
    let recipient = format!("+1650555{order:07}");
    let shipped = OrderShipped { customer: "Ada", order };
    shipped.to(recipient).callback_data(order.to_string()).build().expect("every value is short and plain")
}

/// Memory that the process has in use.
fn resident_kilobytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}
