//! What a log gets to see: everything that happened, and nobody's data.

use std::cell::RefCell;
use std::fmt::Write;
use std::io;
use std::sync::Once;

use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;

use wa_template::Message;
use wa_template::client::{
    CloudApi, FileJournal, OnPremisesApi, RateLimit, Receipt, RetryPolicy, SendError, TokioClock,
};

use crate::clock::Jumping;
use crate::journal::Folder;
use crate::server::{Reply, Server, bounded};
use crate::{FORM, NUMBER, TOKEN, on_premises_message};

const ID: &str = "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1RjQyNUE3NEYxMzAzMzQ5MkEA";

/// A value of the message.
const VALUE: &str = "Ada Lovelace";

/// Recipient, token, value, phone number id, callback data, and what stands in the message id.
const SECRETS: [&str; 7] =
    [TOKEN, NUMBER, VALUE, "order=42", "106540352242922", "MTY1MDU1NTEyMzQ", "5551234"];

/// The message of every test, with a value in it.
fn message() -> Message {
    let value = format!("\\\"type\\\":\\\"{VALUE}\\\"}}");
    let form = FORM.replace("\\\"type\\\":\\\"template\\\"}", &value);
    let message: Message = serde_json::from_str(&form).expect("a message");
    assert!(message.json().contains(VALUE));
    message
}

thread_local! {
    /// Nothing is kept of what is not asked for.
    static LOG: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Writes to the log of this thread: each test has a thread of its own, and a runtime that stays on it.
struct Log;

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.as_mut().map(|log| log.extend_from_slice(bytes)));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs a future on one thread, and returns everything that was traced meanwhile, by us and by everybody below us.
fn traced<T>(future: impl Future<Output = T>) -> (T, String) {
    // One subscriber for the whole process: with one for each test, those of other tests decide what is worth tracing.
    static SUBSCRIBER: Once = Once::new();
    SUBSCRIBER.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_writer(|| Log)
            .init();
    });
    LOG.set(Some(Vec::new()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let result = runtime.block_on(bounded(future));
    (result, String::from_utf8_lossy(&LOG.take().unwrap_or_default()).into_owned())
}

#[track_caller]
fn check_secrets(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

/// Debug of everything, Display of errors, and their sources.
fn printed(result: &Result<Receipt, SendError>) -> String {
    match result {
        Ok(receipt) => format!("{receipt:?} {:?}", receipt.message_id()),
        Err(error) => format!("{} {:?} {:?}", crate::printed(error), error.kind(), error.graph_error()),
    }
}

#[test]
fn a_send_is_a_span_with_an_event_for_each_attempt() {
    let (result, text) = traced(async {
        let busy = Reply::json("400 Bad Request", r#"{"error":{"code":130429,"message":"busy"}}"#);
        let accepted = format!(r#"{{"contacts":[{{"wa_id":"{NUMBER}"}}],"messages":[{{"id":"{ID}"}}]}}"#);
        let server = Server::sequence(vec![busy, Reply::json("200 OK", &accepted)]).await;
        let api = server.cloud_api().retry(RetryPolicy::new()).rate(RateLimit::standard());
        api.clock(Jumping::default()).send(&message()).await
    });
    for expected in [
        "wa_send{template=\"hello_world\" language=\"en_US\"}",
        "attempt=1",
        "code=130429",
        "sending again",
        "wait_milliseconds=",
        "attempt=2",
        "milliseconds=",
        "accepted",
        "message_id=MessageId(…Q5MkEA)",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    check_secrets(&text);
    check_secrets(&printed(&result));
}

#[test]
fn whatever_happens_nobodys_data_is_traced_or_printed() {
    let error = |code: u32| {
        format!(
            r#"{{"error":{{"code":{code},"message":"{TOKEN} {NUMBER}","error_data":{{"details":"{NUMBER} {ID}"}}}}}}"#
        )
    };
    let replies = [
        Reply::json(
            "200 OK",
            &format!(r#"{{"contacts":[{{"input":"+{NUMBER}"}}],"messages":[{{"id":"{ID}"}}]}}"#),
        ),
        Reply::json(
            "200 OK",
            &format!(r#"{{"messages":[{{"id":"{ID}","message_status":"accepted","group_id":"{NUMBER}"}}]}}"#),
        ),
        Reply::json("400 Bad Request", &error(132_000)),
        Reply::json("400 Bad Request", &error(131_056)),
        Reply::json("401 Unauthorized", &error(190)),
        Reply::json("500 Internal Server Error", &error(999_999)),
        Reply::json("503 Service Unavailable", &error(131_016)),
        Reply::new("502 Bad Gateway", "text/html", &format!("{TOKEN} {NUMBER} {ID}")),
        Reply::json("302 Found", "").header("Location", &format!("https://example.com/{TOKEN}?to={NUMBER}")),
        Reply::Bytes(format!("{TOKEN} {NUMBER}").into_bytes()),
        Reply::Bytes(Vec::new()),
        Reply::Slam,
    ];
    for reply in replies {
        let (results, text) = traced(async {
            let server = Server::start(reply).await;
            let policy = RetryPolicy::new().attempts(2).repeat_unknown_at_risk_of_duplicates();
            let api = server.cloud_api().retry(policy).rate(RateLimit::standard()).clock(Jumping::default());
            let on_premises =
                OnPremisesApi::new(&server.base_url, TOKEN).retry(policy).clock(Jumping::default());
            let results = [api.send(&message()).await, on_premises.send(&on_premises_message()).await];
            let api = format!("{api:?}").replace("106540352242922", "");
            check_secrets(&format!("{api} {on_premises:?}"));
            results
        });
        check_secrets(&text);
        assert!(text.contains("attempt=1"), "{text}");
        for result in &results {
            check_secrets(&printed(result));
        }
    }
}

#[test]
fn unusable_settings_are_not_traced_either() {
    let (result, text) = traced(async {
        let api = CloudApi::new(format!("{NUMBER}/../x"), TOKEN)
            .base_url(format!("https://user:{TOKEN}@example.com/{TOKEN}"))
            .version(TOKEN);
        api.send(&message()).await
    });
    check_secrets(&text);
    check_secrets(&printed(&result));
}

#[test]
fn many_sends_are_as_silent_as_one() {
    let ((printed, journal), text) = traced(async {
        let answer = format!(r#"{{"contacts":[{{"wa_id":"{NUMBER}"}}],"messages":[{{"id":"{ID}"}}]}}"#);
        let server = Server::sequence(vec![Reply::Slam, Reply::json("200 OK", &answer)]).await;
        let folder = Folder::new("silent");
        let (journal, history) = FileJournal::open(folder.file()).expect("a journal");
        let limit = RateLimit::standard();
        let api = server.cloud_api().rate(limit).clock(Jumping::default());
        let mut printed = format!("{journal:?} {history:?} {limit:?} {:?} ", TokioClock::new());
        let messages = futures_util::stream::iter((0..3).map(|key| (key, message())));
        let mut sends = api.send_all(messages).concurrency(1).journal(journal);
        while let Some(finished) = sends.next().await {
            write!(printed, "{finished:?} {sends:?} {:?} ", sends.progress()).expect("a string grows");
        }
        let journal = std::fs::read_to_string(folder.file()).expect("the journal");
        // Where temporary files are is nobody's secret, but the process id could be a part of a number.
        let path = folder.file().display().to_string();
        (printed.replace(&path, ""), journal)
    });
    for text in [&printed, &journal, &text] {
        assert!(!text.is_empty());
        check_secrets(text);
    }
}
