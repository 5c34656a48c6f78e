//! Many messages, some at a time, and what a journal knows of them whenever it all ends.

use std::collections::BTreeSet;
use std::io;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_util::{Stream, StreamExt, stream};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use wa_template::client::{
    CloudApi, FileJournal, FinishedSend, Journal, JournalHistory, KeyState, MarketingOptions, OnPremisesApi,
    RateLimit, Receipt, SendAll, SendError,
};
use wa_template::{Message, OnPremisesMessage};

use crate::clock::Jumping;
use crate::journal::Folder;
use crate::server::{Reply, Server, bounded, read};
use crate::{FORM, TOKEN, message, on_premises_message, printed};

const ACCEPTED: &str = r#"{"messages":[{"id":"wamid.A"}]}"#;

/// A message that says its key, so that the server knows it again.
fn keyed(key: u32) -> (u32, Message) {
    let form = FORM.replace("\\\"type\\\":\\\"template\\\"}", &format!("\\\"key\\\":{key}}}"));
    (key, serde_json::from_str(&form).expect("a message"))
}

fn keyed_stream(count: u32) -> impl Stream<Item = (u32, Message)> {
    stream::iter((0..count).map(keyed))
}

fn key_in(body: &str) -> u32 {
    let (_, key) = body.split_once("\"key\":").expect("a key");
    key.trim_end_matches('}').parse().expect("a number")
}

/// A server that answers each request when the test lets it.
struct Gate {
    base_url: String,
    arrived: Arc<Mutex<Vec<u32>>>,
    arrival: Arc<Notify>,
    open: Arc<Notify>,
}

impl Gate {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let gate = Self {
            base_url: format!("http://{}", listener.local_addr().expect("an address")),
            arrived: Arc::default(),
            arrival: Arc::default(),
            open: Arc::default(),
        };
        let (arrived, arrival, open) =
            (Arc::clone(&gate.arrived), Arc::clone(&gate.arrival), Arc::clone(&gate.open));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(pass(stream, Arc::clone(&arrived), Arc::clone(&arrival), Arc::clone(&open)));
            }
        });
        gate
    }

    fn api(&self) -> CloudApi {
        CloudApi::new("106540352242922", TOKEN).base_url(&self.base_url)
    }

    fn arrived(&self) -> Vec<u32> {
        self.arrived.lock().expect("no panic").clone()
    }

    /// Waits until so many requests have arrived.
    async fn wait_for(&self, count: usize) {
        bounded(async {
            while self.arrived().len() < count {
                self.arrival.notified().await;
            }
        })
        .await;
    }
}

async fn pass(mut stream: TcpStream, arrived: Arc<Mutex<Vec<u32>>>, arrival: Arc<Notify>, open: Arc<Notify>) {
    while let Some(request) = read(&mut stream).await {
        arrived.lock().expect("no panic").push(key_in(&request.body));
        arrival.notify_one();
        open.notified().await;
        let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{ACCEPTED}", ACCEPTED.len());
        if stream.write_all(answer.as_bytes()).await.is_err() {
            break;
        }
    }
}

/// Polls once, so that sends begin.
fn begin<S: Stream<Item = (u32, Message)>, J: Journal>(sends: &mut SendAll<S, u32, Message, J>) {
    let mut context = Context::from_waker(Waker::noop());
    assert!(sends.poll_next_unpin(&mut context).is_pending());
}

#[tokio::test]
async fn every_key_has_one_result() {
    let busy = Reply::json("400 Bad Request", r#"{"error":{"code":132000}}"#);
    let replies = vec![
        Reply::json("200 OK", ACCEPTED),
        busy,
        Reply::Bytes(Vec::new()),
        Reply::json("200 OK", ACCEPTED),
    ];
    let server = Server::sequence(replies).await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let callback = Arc::clone(&seen);
    let sends = server
        .cloud_api()
        .send_all(keyed_stream(100))
        .concurrency(7)
        .on_progress(move |progress| callback.lock().expect("no panic").push(*progress));
    let finished: Vec<FinishedSend<u32>> = bounded(sends.collect()).await;
    let keys: BTreeSet<u32> = finished.iter().map(|finished| finished.key).collect();
    assert_eq!((finished.len(), keys.len()), (100, 100));
    assert!(finished.iter().all(|finished| finished.journal_error.is_none()));
    let seen = seen.lock().expect("no panic");
    assert_eq!(seen.len(), 100);
    let last = seen.last().expect("a last one");
    assert_eq!((last.taken(), last.finished(), last.in_flight()), (100, 100, 0));
    assert_eq!((last.accepted(), last.rejected(), last.unknown(), last.not_sent()), (98, 1, 1, 0));
    assert!(seen.iter().all(|progress| progress.in_flight() <= 7));
    assert_eq!(server.connections(), 100);
}

#[tokio::test]
async fn no_more_are_sent_at_a_time_than_was_said() {
    let gate = Gate::start().await;
    let mut sends = gate.api().send_all(keyed_stream(20)).concurrency(4);
    assert!(gate.arrived().is_empty(), "nothing is sent before a result is asked for");
    begin(&mut sends);
    gate.wait_for(4).await;
    assert_eq!(sends.progress().in_flight(), 4);
    for left in (0..20).rev() {
        gate.open.notify_one();
        assert!(bounded(sends.next()).await.expect("a result").result.is_ok());
        // What was sent meanwhile is at most what has room.
        assert!(gate.arrived().len() <= 20 - left + 4);
        if left > 4 {
            begin(&mut sends);
        }
    }
    assert!(bounded(sends.next()).await.is_none());
    assert!(bounded(sends.next()).await.is_none(), "it stays at its end");
}

#[tokio::test]
async fn stopped_it_ends_what_it_has_begun_and_begins_no_more() {
    let folder = Folder::new("stopped");
    let gate = Gate::start().await;
    let (journal, _) = FileJournal::open(folder.file()).expect("a journal");
    let mut sends = gate.api().send_all(keyed_stream(20)).concurrency(3).journal(journal);
    begin(&mut sends);
    gate.wait_for(3).await;
    sends.stop();
    begin(&mut sends);
    let mut keys = BTreeSet::new();
    for _ in 0..3 {
        gate.open.notify_one();
        let finished = bounded(sends.next()).await.expect("a result");
        assert!(finished.result.is_ok() && finished.journal_error.is_none());
        keys.insert(finished.key);
        sends.stop();
    }
    assert!(bounded(sends.next()).await.is_none());
    assert_eq!((gate.arrived().len(), keys), (3, BTreeSet::from([0, 1, 2])));
    drop(sends);

    // Nobody holds the journal after the last result.
    let (_, history) = FileJournal::open(folder.file()).expect("the journal once more");
    assert_eq!(history.iter().filter(|(_, state)| *state == KeyState::Accepted).count(), 3);
    assert_eq!(history.iter().count(), 3);
}

#[tokio::test]
async fn stopped_before_it_begins_it_sends_nothing() {
    let gate = Gate::start().await;
    let mut sends = gate.api().send_all(keyed_stream(3));
    sends.stop();
    assert!(bounded(sends.next()).await.is_none());
    assert_eq!((gate.arrived(), sends.progress().taken()), (Vec::new(), 0));
}

#[tokio::test]
async fn results_come_in_the_order_in_which_sends_end() {
    let gate = Gate::start().await;
    let mut sends = gate.api().send_all(keyed_stream(2)).concurrency(2);
    begin(&mut sends);
    gate.wait_for(2).await;
    let order = gate.arrived();
    gate.open.notify_one();
    let first = bounded(sends.next()).await.expect("a result").key;
    gate.open.notify_one();
    let second = bounded(sends.next()).await.expect("a result").key;
    assert_eq!(vec![first, second], order);
}

#[tokio::test]
async fn a_stream_that_is_slow_is_waited_for() {
    let server = Server::start(Reply::json("200 OK", ACCEPTED)).await;
    let mut count = 0;
    let slow = stream::poll_fn(move |context| {
        count += 1;
        if count % 3 == 0 {
            return Poll::Ready((count < 30).then(|| keyed(count)));
        }
        context.waker().wake_by_ref();
        Poll::Pending
    });
    let finished: Vec<_> = bounded(server.cloud_api().send_all(slow).collect()).await;
    assert_eq!(finished.len(), 9);
}

#[tokio::test]
async fn the_other_ways_of_sending_have_it_too() {
    let server = Server::start(Reply::json("200 OK", ACCEPTED)).await;
    let options = MarketingOptions::new().message_activity_sharing(true);
    let mut sends = server.cloud_api().send_all_marketing(stream::iter([("a", message())]), options);
    assert!(bounded(sends.next()).await.expect("a result").result.is_ok());
    let request = server.request();
    assert!(request.line.contains("/marketing_messages") && request.body.ends_with("_sharing\":true}"));

    let server = Server::start(Reply::json("200 OK", ACCEPTED)).await;
    let api = OnPremisesApi::new(&server.base_url, TOKEN);
    let messages: Vec<(u8, OnPremisesMessage)> = vec![(7, on_premises_message())];
    let finished = bounded(api.send_all(stream::iter(messages)).next()).await.expect("a result");
    assert_eq!((finished.key, finished.result.is_ok()), (7, true));
    assert_eq!(server.request().line, "POST /v1/messages HTTP/1.1");
}

#[test]
fn without_a_runtime_nothing_is_sent_and_nothing_is_lost() {
    let api = CloudApi::new("106540352242922", TOKEN).base_url("http://127.0.0.1:9");
    let mut sends = api.send_all(keyed_stream(2));
    let mut context = Context::from_waker(Waker::noop());
    for key in 0..2 {
        let Poll::Ready(Some(finished)) = sends.poll_next_unpin(&mut context) else { panic!("a result") };
        assert_eq!(finished.key, key);
        assert!(finished.result.is_err_and(|error| error.is_not_sent()));
    }
    assert!(matches!(sends.poll_next_unpin(&mut context), Poll::Ready(None)));
}

/// A journal that fails as the test wants, and remembers the rest.
#[derive(Clone, Default)]
struct Faulty {
    lines: Arc<Mutex<Vec<String>>>,
    no_start: Option<&'static str>,
    no_end: Option<&'static str>,
    panics: Option<&'static str>,
}

impl Faulty {
    fn lines(&self) -> Vec<String> {
        self.lines.lock().expect("no panic").clone()
    }
}

impl Journal for Faulty {
    async fn started(&self, key: &str) -> io::Result<()> {
        assert_ne!(self.panics, Some(key), "this test wants a panic");
        if self.no_start == Some(key) {
            return Err(io::Error::other("disk full"));
        }
        self.lines.lock().expect("no panic").push(format!("started {key}"));
        Ok(())
    }

    async fn finished(&self, key: &str, result: &Result<Receipt, SendError>) -> io::Result<()> {
        if self.no_end == Some(key) {
            return Err(io::Error::other("disk full"));
        }
        self.lines.lock().expect("no panic").push(format!("finished {key} {}", result.is_ok()));
        Ok(())
    }
}

#[tokio::test]
async fn a_start_is_written_before_anything_leaves() {
    let gate = Gate::start().await;
    let journal = Faulty::default();
    let mut sends = gate.api().send_all(keyed_stream(3)).concurrency(1).journal(journal.clone());
    for key in 0..3 {
        begin(&mut sends);
        gate.wait_for(key + 1).await;
        assert_eq!(journal.lines().last(), Some(&format!("started {key}")));
        gate.open.notify_one();
        bounded(sends.next()).await.expect("a result");
        assert_eq!(journal.lines().last(), Some(&format!("finished {key} true")));
    }
}

#[tokio::test]
async fn a_message_whose_start_cannot_be_written_is_not_sent() {
    let server = Server::start(Reply::json("200 OK", ACCEPTED)).await;
    let journal = Faulty { no_start: Some("1"), ..Faulty::default() };
    let sends = server.cloud_api().send_all(keyed_stream(3)).journal(journal.clone());
    let finished: Vec<_> = bounded(sends.collect()).await;
    for finished in finished {
        let Err(error) = finished.result else {
            assert_ne!(finished.key, 1);
            continue;
        };
        assert_eq!((finished.key, error.is_not_sent(), error.attempts()), (1, true, 0));
        assert!(error.to_string().contains("journal") && printed(&error).contains("disk full"));
    }
    let keys: BTreeSet<_> = server.requests().iter().map(|request| key_in(&request.body)).collect();
    assert_eq!(keys, BTreeSet::from([0, 2]));
    assert!(journal.lines().contains(&"finished 1 false".to_owned()));
}

#[tokio::test]
async fn an_end_that_cannot_be_written_stands_beside_the_result() {
    let server = Server::start(Reply::json("200 OK", ACCEPTED)).await;
    let journal = Faulty { no_end: Some("1"), ..Faulty::default() };
    let finished: Vec<_> =
        bounded(server.cloud_api().send_all(keyed_stream(3)).journal(journal).collect()).await;
    for finished in finished {
        assert!(finished.result.is_ok());
        assert_eq!(finished.journal_error.is_some(), finished.key == 1);
    }
}

#[tokio::test]
async fn a_panic_in_the_journal_costs_one_key_its_result_only() {
    let server = Server::start(Reply::json("200 OK", ACCEPTED)).await;
    let journal = Faulty { panics: Some("1"), ..Faulty::default() };
    let finished: Vec<_> =
        bounded(server.cloud_api().send_all(keyed_stream(3)).journal(journal).collect()).await;
    assert_eq!(finished.len(), 3);
    for finished in finished {
        match finished.result {
            Ok(_) => assert_ne!(finished.key, 1),
            Err(error) => assert_eq!((finished.key, error.is_unknown()), (1, true)),
        }
    }
}

#[tokio::test]
async fn what_never_begins_leaves_no_trace() {
    let journal = Faulty::default();
    let api = CloudApi::new("106540352242922", TOKEN)
        .base_url("http://127.0.0.1:9")
        .rate(RateLimit::per_second(1).wait_at_most(Duration::ZERO));
    let finished: Vec<_> = bounded(
        api.clock(Jumping::default())
            .version("")
            .send_all(keyed_stream(5))
            .concurrency(1)
            .journal(journal.clone())
            .collect(),
    )
    .await;
    // The first has its turn and fails; the others are refused their turn.
    assert!(finished.iter().all(|finished| finished.result.as_ref().is_err_and(SendError::is_not_sent)));
    assert_eq!(journal.lines(), ["started 0", "finished 0 false"]);
}

#[tokio::test]
async fn dropped_in_the_middle_keys_are_in_doubt() {
    let folder = Folder::new("dropped");
    let gate = Gate::start().await;
    let (journal, _) = FileJournal::open(folder.file()).expect("a journal");
    let mut sends = gate.api().send_all(keyed_stream(20)).concurrency(5).journal(journal);
    begin(&mut sends);
    gate.wait_for(5).await;
    gate.open.notify_one();
    let first = bounded(sends.next()).await.expect("a result").key;
    gate.wait_for(5).await;
    drop(sends);

    let history = FileJournal::read(folder.file()).expect("a journal");
    check(&history, &gate.arrived());
    assert_eq!(history.state(&first.to_string()), KeyState::Accepted);
    assert_eq!(history.state("19"), KeyState::NotStarted);
}

/// Whatever arrived at the platform is not taken for open.
#[track_caller]
fn check(history: &JournalHistory, arrived: &[u32]) {
    for key in arrived {
        let state = history.state(&key.to_string());
        assert!(matches!(state, KeyState::InDoubt | KeyState::Accepted), "{key}: {state:?}");
    }
}

const CHILD: &str = "WA_TEMPLATE_TEST_CHILD";

/// The process that is killed by the test below. By itself it does nothing.
#[tokio::test]
async fn sends_in_a_process_of_its_own() {
    let Ok(setting) = std::env::var(CHILD) else { return };
    let (base_url, file) = setting.split_once(' ').expect("an address and a file");
    let (journal, _) = FileJournal::open(file).expect("a journal");
    let api = CloudApi::new("106540352242922", TOKEN).base_url(base_url);
    let mut sends = api.send_all(keyed_stream(1_000_000)).concurrency(8).journal(journal);
    while sends.next().await.is_some() {}
}

#[tokio::test]
async fn killed_in_the_middle_keys_are_in_doubt() {
    let folder = Folder::new("killed");
    let gate = Gate::start().await;
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "send_all::sends_in_a_process_of_its_own"])
        .env(CHILD, format!("{} {}", gate.base_url, folder.file().display()))
        .stdout(Stdio::null())
        .spawn()
        .expect("a process");
    for count in 8..40 {
        gate.wait_for(count).await;
        gate.open.notify_one();
    }
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    let (_, history) = FileJournal::open(folder.file()).expect("the lock ended with the process");
    let arrived = gate.arrived();
    assert!(arrived.len() >= 39);
    check(&history, &arrived);
    assert!(history.iter().any(|(_, state)| state == KeyState::Accepted));
    assert!(history.iter().any(|(_, state)| state == KeyState::InDoubt));
}

#[test]
fn it_crosses_threads_and_prints_nothing_of_anybody() {
    fn check<T: Send>(_: &T) {}
    let sends = CloudApi::new("1", TOKEN).send_all(keyed_stream(1)).journal(Faulty::default());
    check(&sends);
    assert!(!format!("{sends:?}").contains(TOKEN));
}
