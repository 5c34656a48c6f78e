//! Ten thousand sends to a platform that fails in every way: none is delivered twice, none is lost without a result.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use wa_template::client::{CloudApi, RetryPolicy, SendErrorKind};
use wa_template::{Message, client};

use crate::clock::Jumping;
use crate::server::read;
use crate::{FORM, NUMBER, TOKEN};

/// What happens to a request.
#[derive(Debug, Clone, Copy)]
enum Fault {
    None,
    /// Accepted, and nobody hears of it.
    LostAnswer,
    HalfAnswer,
    LateAnswer,
    /// Accepted, says the platform; an outage, says what stands in between.
    AcceptedBehind(&'static str, &'static str),
    Refused(&'static str, &'static str),
    /// An outage in front of the platform.
    Stopped(&'static str, &'static str),
}

const HTML: &str = "<html><body>Bad gateway</body></html>";

/// What can happen, and how often out of a hundred.
const FAULTS: &[(u32, Fault)] = &[
    (50, Fault::None),
    (4, Fault::LostAnswer),
    (4, Fault::HalfAnswer),
    (4, Fault::AcceptedBehind("502 Bad Gateway", HTML)),
    (
        3,
        Fault::AcceptedBehind(
            "500 Internal Server Error",
            r#"{"error":{"code":999999,"is_transient":true}}"#,
        ),
    ),
    (3, Fault::AcceptedBehind("200 OK", r#"{"success":true}"#)),
    (4, Fault::Stopped("503 Service Unavailable", HTML)),
    (3, Fault::Stopped("429 Too Many Requests", HTML)),
    (7, Fault::Refused("400 Bad Request", r#"{"error":{"code":130429}}"#)),
    (5, Fault::Refused("503 Service Unavailable", r#"{"error":{"code":131016}}"#)),
    (4, Fault::Refused("400 Bad Request", r#"{"error":{"code":131056}}"#)),
    (3, Fault::Refused("500 Internal Server Error", r#"{"error":{"code":131000}}"#)),
    (2, Fault::Refused("400 Bad Request", r#"{"error":{"code":1}}"#)),
    (4, Fault::Refused("400 Bad Request", r#"{"error":{"code":132000}}"#)),
];

/// What the platform knows of one message.
#[derive(Debug, Default, Clone, Copy)]
struct Fate {
    requests: u32,
    accepted: u32,
}

type Fates = Arc<Mutex<HashMap<u64, Fate>>>;

/// The fault of a request depends on the message and on how many requests there were for it, not on the order in which
/// they come.
fn fault(key: u64, request: u32) -> Fault {
    let mut random = fastrand::Rng::with_seed(key * 100 + u64::from(request));
    // A late answer costs the test its time limit.
    if random.u32(0..500) == 0 {
        return Fault::LateAnswer;
    }
    let mut drawn = random.u32(0..100);
    for (weight, fault) in FAULTS {
        match drawn.checked_sub(*weight) {
            Some(rest) => drawn = rest,
            None => return *fault,
        }
    }
    panic!("the weights are a hundred together");
}

/// Serves until the test's runtime ends.
async fn platform(listener: TcpListener, fates: Fates) {
    let mut random = fastrand::Rng::with_seed(5);
    while let Ok((stream, _)) = listener.accept().await {
        // Some connections close before anything is read.
        if random.u32(0..100) >= 2 {
            tokio::spawn(serve(stream, Arc::clone(&fates)));
        }
    }
}

async fn serve(mut stream: TcpStream, fates: Fates) -> Option<()> {
    loop {
        let request = read(&mut stream).await?;
        let (_, key) = request.body.split_once("\"key\":")?;
        let key: u64 = key.trim_end_matches('}').parse().ok()?;
        let (fault, is_accepted) = {
            let mut fates = fates.lock().expect("no panic");
            let fate = fates.entry(key).or_default();
            fate.requests += 1;
            let fault = fault(key, fate.requests);
            let is_accepted = !matches!(fault, Fault::Refused(..) | Fault::Stopped(..));
            fate.accepted += u32::from(is_accepted);
            (fault, is_accepted)
        };
        assert!(is_accepted || !matches!(fault, Fault::None));
        let answer = |status: &str, body: &str| {
            format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{body}", body.len())
        };
        let receipt = format!(r#"{{"messages":[{{"id":"wamid.{key}"}}]}}"#);
        let text = match fault {
            Fault::None => answer("200 OK", &receipt),
            Fault::AcceptedBehind(status, body)
            | Fault::Refused(status, body)
            | Fault::Stopped(status, body) => answer(status, body),
            Fault::LostAnswer => return None,
            Fault::LateAnswer => {
                // Until the client gives up.
                read(&mut stream).await;
                return None;
            }
            Fault::HalfAnswer => {
                let text = answer("200 OK", &receipt);
                stream.write_all(text.get(..text.len() - 12)?.as_bytes()).await.ok()?;
                return None;
            }
        };
        stream.write_all(text.as_bytes()).await.ok()?;
    }
}

fn messages(count: u64) -> impl Iterator<Item = (u64, Message)> {
    (0..count).map(|key| {
        let form = FORM.replace("\\\"type\\\":\\\"template\\\"}", &format!("\\\"key\\\":{key}}}"));
        (key, serde_json::from_str(&form).expect("a message"))
    })
}

/// Sends messages to the platform; what the caller got, and what the platform knows.
async fn run(
    count: u64,
    policy: RetryPolicy,
) -> (HashMap<u64, Result<client::Receipt, client::SendError>>, HashMap<u64, Fate>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let base_url = format!("http://{}", listener.local_addr().expect("an address"));
    let fates = Fates::default();
    tokio::spawn(platform(listener, Arc::clone(&fates)));
    let api = CloudApi::new("106540352242922", TOKEN)
        .base_url(base_url)
        .timeout(Duration::from_millis(1500))
        .retry(policy)
        .clock(Jumping::default());
    let mut sends = api.send_all(futures_util::stream::iter(messages(count))).concurrency(64);
    let mut results = HashMap::new();
    while let Some(finished) = sends.next().await {
        let is_first = results.insert(finished.key, finished.result).is_none();
        assert!(is_first, "{} has two results", finished.key);
    }
    assert_eq!(sends.progress().finished(), count);
    let fates = fates.lock().expect("no panic").clone();
    (results, fates)
}

fn policy() -> RetryPolicy {
    RetryPolicy::new().budget(u32::MAX, 100).deadline(Duration::MAX)
}

#[tokio::test]
async fn of_ten_thousand_sends_none_is_doubled_and_none_is_lost() {
    const COUNT: u64 = 10_000;
    let (results, fates) = run(COUNT, policy()).await;
    let (mut accepted, mut repeated, mut unknown) = (0, 0, 0);
    for key in 0..COUNT {
        let result = results.get(&key).unwrap_or_else(|| panic!("{key} has no result"));
        let fate = fates.get(&key).copied().unwrap_or_default();
        assert!(fate.accepted <= 1, "{key} was accepted {} times: {result:?}", fate.accepted);
        let (attempts, expected) = match result {
            Ok(receipt) => {
                assert_eq!(receipt.message_id().as_str(), format!("wamid.{key}"));
                (receipt.attempts(), Some(1))
            }
            Err(error) => match error.kind() {
                SendErrorKind::Rejected | SendErrorKind::NotSent => (error.attempts(), Some(0)),
                SendErrorKind::Unknown => (error.attempts(), None),
            },
        };
        assert!(expected.is_none_or(|expected| expected == fate.accepted), "{key}: {result:?}, {fate:?}");
        // An attempt on a connection that was closed unread is no request to the platform.
        assert!((1..=4).contains(&attempts) && attempts >= fate.requests, "{key}: {result:?}, {fate:?}");
        accepted += u64::from(result.is_ok());
        repeated += u64::from(attempts > 1);
        unknown += u64::from(expected.is_none());
    }
    println!("{accepted} accepted, {unknown} of unknown fate, {repeated} tried more than once");
    // The test would show nothing if little had gone wrong.
    assert!(accepted > COUNT / 2 && repeated > COUNT / 10 && unknown > COUNT / 10);
}

/// The same test shows duplicates where they are asked for: it can fail.
#[tokio::test]
async fn repeating_what_is_unknown_does_double_messages() {
    let (_, fates) = run(500, policy().repeat_unknown_at_risk_of_duplicates()).await;
    assert!(fates.values().any(|fate| fate.accepted > 1));
}

#[test]
fn all_weights_are_a_hundred_together_and_numbers_are_not_in_the_way() {
    assert_eq!(FAULTS.iter().map(|(weight, _)| weight).sum::<u32>(), 100);
    let (_, message) = messages(1).next().expect("a message");
    assert!(message.json().ends_with("\"key\":0}") && message.json().contains(NUMBER));
}
