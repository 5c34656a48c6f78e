//! What the driver sends, and how often.

use std::sync::Arc;
use std::time::SystemTime;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};
use wa_template::client::CloudApi;
use wa_template::webhook::sequence::{GaveUp, Report, Sequence, SequenceError, Sequences};
use wa_template::webhook::tracker::{Lifetime, MemoryStore, Store as _};

use super::{at, data, id, message, sequence, status};

/// What the server does with a request.
enum Answer {
    Accept,
    Refuse(StatusCode, Value),
    /// Accepts once the test says so.
    Later(oneshot::Receiver<()>),
}

/// A Graph API that answers as the test says, and tells what it was asked.
struct Graph {
    api: CloudApi,
    asked: mpsc::UnboundedReceiver<String>,
    answers: mpsc::UnboundedSender<Answer>,
}

impl Graph {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (tell, asked) = mpsc::unbounded_channel();
        let (answers, next) = mpsc::unbounded_channel();
        let next = Arc::new(tokio::sync::Mutex::new(next));
        let app: Router = Router::new().fallback(move |body: String| {
            let (tell, next) = (tell.clone(), Arc::clone(&next));
            async move {
                let body: Value = serde_json::from_str(&body).expect("JSON");
                let data = body["biz_opaque_callback_data"].as_str().expect("data").to_owned();
                tell.send(data.clone()).expect("the test listens");
                let answer = next.lock().await.recv().await.expect("an answer");
                answer_to(&data, answer).await
            }
        });
        tokio::spawn(axum::serve(listener, app).into_future());
        let api = CloudApi::new("106540352242922", "any").base_url(format!("http://{address}"));
        Self { api, asked, answers }
    }

    fn sequences(&self, store: &MemoryStore) -> Sequences<MemoryStore> {
        Sequences::new(self.api.clone(), store.clone())
    }

    fn will(&self, answer: Answer) {
        self.answers.send(answer).expect("the server listens");
    }

    /// The position of the message that was sent next.
    async fn asked(&mut self) -> String {
        self.asked.recv().await.expect("a request")
    }

    fn asked_nothing(&mut self) {
        assert!(self.asked.try_recv().is_err(), "a request too many");
    }
}

async fn answer_to(data: &str, answer: Answer) -> Response {
    match answer {
        Answer::Refuse(status, body) => return (status, body.to_string()).into_response(),
        Answer::Later(when) => when.await.expect("the test says when"),
        Answer::Accept => {}
    }
    let step = data.rsplit('/').next().and_then(|step| step.parse().ok()).expect("a step");
    json!({ "messaging_product": "whatsapp", "messages": [{ "id": id(step) }] }).to_string().into_response()
}

fn refusal(code: u32) -> Answer {
    Answer::Refuse(StatusCode::BAD_REQUEST, json!({ "error": { "message": "refused", "code": code } }))
}

#[tokio::test]
async fn a_sequence_goes_the_whole_way() {
    let mut graph = Graph::start().await;
    let store = MemoryStore::new();
    let sequences = graph.sequences(&store);
    graph.will(Answer::Accept);
    let progress = sequences.start("order 42", sequence(2), at(0)).await.expect("started");
    assert_eq!(progress.key(), "order 42");
    assert!(matches!(progress.report(), Report::Waiting { until } if *until == at(600)), "{progress:?}");
    assert_eq!(graph.asked().await, data(0));
    assert!(sequences.tick(at(599), 10).await.expect("read").is_empty());

    // Statuses of others are of no sequence.
    assert!(sequences.observe(&status(7, "delivered", 1), at(1)).await.expect("read").is_none());
    sequences.observe(&status(0, "sent", 1), at(1)).await.expect("stored").expect("ours");
    graph.asked_nothing();
    graph.will(Answer::Accept);
    let progress = sequences.observe(&status(0, "delivered", 2), at(2)).await.expect("stored");
    assert!(matches!(progress.expect("ours").report(), Report::Waiting { .. }));
    assert_eq!(graph.asked().await, data(1));
    // Repetitions send nothing.
    for kind in ["delivered", "sent", "read"] {
        sequences.observe(&status(0, kind, 2), at(3)).await.expect("stored").expect("ours");
    }
    let progress = sequences.observe(&status(1, "read", 4), at(4)).await.expect("stored");
    assert!(matches!(progress.expect("ours").report(), Report::Done));
    // That it is done is told once.
    let progress = sequences.observe(&status(1, "read", 4), at(5)).await.expect("stored");
    assert!(matches!(progress.expect("ours").report(), Report::Ended));
    assert!(sequences.tick(at(9_999_999), 10).await.expect("read").is_empty());
    graph.asked_nothing();
}

#[tokio::test]
async fn a_status_before_the_answer_sends_the_next() {
    let mut graph = Graph::start().await;
    let store = MemoryStore::new();
    let sequences = graph.sequences(&store);
    let (answer, later) = oneshot::channel();
    graph.will(Answer::Later(later));
    let started = tokio::spawn({
        let sequences = sequences.clone();
        async move { sequences.start("a", sequence(2), at(0)).await }
    });
    assert_eq!(graph.asked().await, data(0));
    graph.will(Answer::Accept);
    sequences.observe(&status(0, "delivered", 1), at(1)).await.expect("stored").expect("ours");
    assert_eq!(graph.asked().await, data(1));
    answer.send(()).expect("the server waits");
    let progress = started.await.expect("no panic").expect("started");
    assert!(matches!(progress.report(), Report::Waiting { .. }), "{progress:?}");
    sequences.observe(&status(1, "delivered", 2), at(2)).await.expect("stored").expect("ours");
    let stored = sequences.sequence("a").await.expect("read").expect("stored");
    assert_eq!(stored.arrived(), 2);
    graph.asked_nothing();
}

#[tokio::test]
async fn a_send_in_doubt_is_not_repeated() {
    let mut graph = Graph::start().await;
    let store = MemoryStore::new();
    let sequences = graph.sequences(&store);
    graph.will(Answer::Refuse(StatusCode::INTERNAL_SERVER_ERROR, json!("an outage")));
    let progress = sequences.start("a", sequence(2), at(0)).await.expect("started");
    assert!(matches!(progress.report(), Report::Waiting { until } if *until == at(600)), "{progress:?}");
    assert_eq!(graph.asked().await, data(0));
    assert!(sequences.tick(at(599), 10).await.expect("read").is_empty());
    // It had arrived: its status says so.
    graph.will(Answer::Accept);
    sequences.observe(&status(0, "delivered", 2), at(3)).await.expect("stored").expect("ours");
    assert_eq!(graph.asked().await, data(1));
    let ended = sequences.tick(at(700), 10).await.expect("read");
    let report = ended.first().expect("one").report();
    assert!(matches!(report, Report::GaveUp { step: 1, reason: GaveUp::Expired }), "{report:?}");
    graph.asked_nothing();
}

/// A process that ends while it sends leaves a send in doubt behind.
#[tokio::test]
async fn a_restart_repeats_nothing() {
    let mut graph = Graph::start().await;
    let store = MemoryStore::new();
    let (_never, later) = oneshot::channel();
    graph.will(Answer::Later(later));
    let sequences = graph.sequences(&store);
    let sending = tokio::spawn(async move { sequences.start("a", sequence(2), at(0)).await });
    assert_eq!(graph.asked().await, data(0));
    sending.abort();
    assert!(sending.await.is_err_and(|error| error.is_cancelled()));

    let restarted = graph.sequences(&store);
    assert!(restarted.tick(at(599), 10).await.expect("read").is_empty());
    let again = restarted.start("a", sequence(2), at(1)).await;
    assert!(matches!(again, Err(SequenceError::AlreadyStarted)), "{again:?}");
    let ended = restarted.tick(at(600), 10).await.expect("read");
    let report = ended.first().expect("one").report();
    assert!(matches!(report, Report::GaveUp { step: 0, reason: GaveUp::InDoubt }), "{report:?}");
    assert!(restarted.tick(at(601), 10).await.expect("read").is_empty());
    graph.asked_nothing();
}

/// A process that ends between noting a status and sending is made up for.
#[tokio::test]
async fn a_restart_makes_up_for_what_was_not_begun() {
    let mut graph = Graph::start().await;
    let store = MemoryStore::new();
    let sequences = graph.sequences(&store);
    graph.will(Answer::Accept);
    sequences.start("a", sequence(2), at(0)).await.expect("started");
    assert_eq!(graph.asked().await, data(0));
    // As if the process had ended right after storing the status.
    let entry = store.load("sequence:a").await.expect("read").expect("stored");
    let mut stored: Sequence = serde_json::from_str(&entry.value).expect("a sequence");
    stored.observe(&status(0, "delivered", 1), at(1));
    let mut entry = entry.clone();
    entry.value = serde_json::to_string(&stored).expect("JSON");
    entry.version += 1;
    entry.due = Some(SystemTime::UNIX_EPOCH);
    assert_eq!(store.save("sequence:a", entry, at(1)).await, Ok(true));
    graph.will(Answer::Accept);
    let progress = graph.sequences(&store).tick(at(2), 10).await.expect("read");
    assert!(matches!(progress[..], [ref one] if matches!(one.report(), Report::Waiting { .. })));
    assert_eq!(graph.asked().await, data(1));
}

/// The same notification in several processes sends the next message once.
#[tokio::test]
async fn several_processes_send_a_message_once() {
    let mut graph = Graph::start().await;
    let store = MemoryStore::new();
    graph.will(Answer::Accept);
    graph.sequences(&store).start("a", sequence(2), at(0)).await.expect("started");
    assert_eq!(graph.asked().await, data(0));
    graph.will(Answer::Accept);
    let mut processes = Vec::new();
    for _ in 0..8 {
        let sequences = graph.sequences(&store);
        processes.push(tokio::spawn(async move {
            sequences.observe(&status(0, "delivered", 1), at(1)).await.expect("stored");
            sequences.tick(at(1), 10).await.expect("read");
        }));
    }
    for process in processes {
        process.await.expect("no panic");
    }
    assert_eq!(graph.asked().await, data(1));
    graph.asked_nothing();
}

#[tokio::test]
async fn refusals_end_a_sequence_or_postpone_it() {
    for (code, postponed, again) in [
        (132_000, false, 0),
        (131_049, false, 0),
        // Unknown errors are not worth more than the client's own tries.
        (131_000, false, 0),
        (1, false, 0),
        (130_429, true, 60),
        (131_056, true, 60),
        (134_101, true, 600),
    ] {
        let mut graph = Graph::start().await;
        let store = MemoryStore::new();
        let sequences = graph.sequences(&store);
        graph.will(refusal(code));
        let long = Sequence::new([(message(&data(0)), Lifetime::default())]).expect("a sequence");
        let progress = sequences.start("a", long, at(0)).await.expect("started");
        assert_eq!(graph.asked().await, data(0));
        if !postponed {
            let report = progress.report();
            let reason = GaveUp::Rejected { code: Some(code) };
            assert!(
                matches!(report, Report::GaveUp { step: 0, reason: why } if *why == reason),
                "{report:?}"
            );
            continue;
        }
        assert!(matches!(progress.report(), Report::Postponed { step: 0, .. }), "{code}: {progress:?}");
        assert!(sequences.tick(at(again - 1), 10).await.expect("read").is_empty(), "{code}");
        graph.asked_nothing();
        graph.will(Answer::Accept);
        let progress = sequences.tick(at(again), 10).await.expect("read");
        assert!(matches!(progress.first().expect("one").report(), Report::Waiting { .. }), "{code}");
        assert_eq!(graph.asked().await, data(0));
    }
}

#[tokio::test]
async fn what_did_not_leave_is_sent_again() {
    // A port where nobody listens.
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let api = CloudApi::new("106540352242922", "any").base_url(format!("http://{address}"));
    let store = MemoryStore::new();
    let progress = Sequences::new(api, store.clone()).start("a", sequence(1), at(0)).await.expect("started");
    let Report::Postponed { step: 0, error } = progress.report() else { panic!("{progress:?}") };
    assert!(error.is_not_sent());

    let mut graph = Graph::start().await;
    graph.will(Answer::Accept);
    let progress = graph.sequences(&store).tick(at(60), 10).await.expect("read");
    assert!(matches!(progress.first().expect("one").report(), Report::Waiting { .. }));
    assert_eq!(graph.asked().await, data(0));
}

#[tokio::test]
async fn callback_data_belongs_to_one_sequence() {
    let mut graph = Graph::start().await;
    let store = MemoryStore::new();
    let sequences = graph.sequences(&store);
    graph.will(Answer::Accept);
    sequences.start("a", sequence(2), at(0)).await.expect("started");
    assert_eq!(graph.asked().await, data(0));
    let other = sequences.start("b", sequence(1), at(0)).await;
    assert!(matches!(other, Err(SequenceError::CallbackDataInUse)), "{other:?}");
    assert!(sequences.sequence("b").await.expect("read").is_none());
    graph.asked_nothing();
}

#[tokio::test]
async fn nothing_is_told_about_recipients() {
    let graph = Graph::start().await;
    let store = MemoryStore::new();
    let sequences = graph.sequences(&store);
    graph.will(refusal(132_000));
    let progress = sequences.start("a", sequence(1), at(0)).await.expect("started");
    let shown = format!("{sequences:?} {progress:?}");
    assert!(!shown.contains("1650") && !shown.contains("wamid") && !shown.contains("order=42"), "{shown}");
}
