//! What is sent how often, and what the caller gets.

use std::time::Duration;

use tokio::net::TcpListener;

use wa_template::client::{
    CloudApi, ErrorClass, OnPremisesApi, Receipt, RetryPolicy, SendError, SendErrorKind,
};

use crate::clock::Jumping;
use crate::codes::{CLOUD, ON_PREMISES};
use crate::server::{Reply, Server, bounded};
use crate::{TOKEN, message, on_premises_message, printed};

use SendErrorKind::{NotSent, Rejected, Unknown};

const BAD: &str = "400 Bad Request";
const UNAVAILABLE: &str = "503 Service Unavailable";

fn graph_error(code: u32) -> String {
    format!(r#"{{"error":{{"message":"(#{code}) Title","code":{code},"is_transient":true}}}}"#)
}

fn accepted() -> Reply {
    Reply::json("200 OK", r#"{"messages":[{"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1"}]}"#)
}

/// Three attempts, and any time for them.
fn patient() -> RetryPolicy {
    RetryPolicy::new().attempts(3).deadline(Duration::MAX).budget(u32::MAX, 0)
}

/// Sends once through a policy; the result, the number of requests, and the waits between them.
async fn send(replies: Vec<Reply>, policy: RetryPolicy) -> (Result<Receipt, SendError>, u32, Vec<Duration>) {
    let server = Server::sequence(replies).await;
    let clock = Jumping::default();
    let api = server.cloud_api().retry(policy).clock(clock.clone());
    let result = bounded(api.send(&message())).await;
    if let Err(error) = &result {
        assert_eq!(error.callback_data(), Some("order=42"));
        assert!(!printed(error).contains(TOKEN));
    }
    (result, server.connections(), clock.sleeps())
}

/// The same for what fails.
async fn fail(replies: Vec<Reply>, policy: RetryPolicy) -> (SendError, u32, Vec<Duration>) {
    let (result, requests, waits) = send(replies, policy).await;
    let error = result.expect_err("a failure");
    assert_eq!(error.attempts(), requests);
    (error, requests, waits)
}

#[tokio::test]
async fn without_a_policy_one_call_is_one_request() {
    for reply in [
        Reply::json(BAD, &graph_error(130_429)),
        Reply::json(UNAVAILABLE, &graph_error(2)),
        Reply::json(UNAVAILABLE, &graph_error(131_016)),
        Reply::new(UNAVAILABLE, "text/html", "<html>"),
        Reply::Bytes(Vec::new()),
        Reply::Slam,
    ] {
        let server = Server::start(reply).await;
        let error = bounded(server.cloud_api().send(&message())).await.expect_err("a failure");
        assert_eq!((server.connections(), error.attempts()), (1, 1), "{error:?}");
    }
}

/// Every listed code under every status: only classes back-off and pair are repeated, and nothing is once the platform
/// speaks of something that it never answers a send with.
#[tokio::test]
async fn the_class_of_the_code_decides_whatever_the_status() {
    for &(code, _, class, wait) in CLOUD {
        for status in [BAD, "429 Too Many Requests", "500 Internal Server Error", UNAVAILABLE] {
            let reply = Reply::json(status, &graph_error(code));
            let (error, requests, waits) = fail(vec![reply], patient()).await;
            let repeats = matches!(class, Some(ErrorClass::Backoff | ErrorClass::Pair));
            assert_eq!(requests, if repeats { 3 } else { 1 }, "{code} {status}");
            let is_5xx = status.starts_with('5');
            let kind = if class.is_none() && is_5xx { Unknown } else { Rejected };
            assert_eq!(error.kind(), kind, "{code} {status}");
            assert_eq!(error.code(), Some(code));
            for waited in waits {
                assert!(waited >= Duration::from_secs(wait.unwrap_or_default()), "{code}: {waited:?}");
            }
        }
    }
}

#[tokio::test]
async fn the_same_holds_on_premises() {
    for &(code, _, class, wait) in ON_PREMISES {
        for status in [BAD, "500 Internal Server Error"] {
            let body = format!(r#"{{"errors":[{{"code":{code},"title":"Title"}}]}}"#);
            let server = Server::start(Reply::json(status, &body)).await;
            let clock = Jumping::default();
            let api = OnPremisesApi::new(&server.base_url, TOKEN).retry(patient()).clock(clock.clone());
            let error = bounded(api.send(&on_premises_message())).await.expect_err("a failure");
            let repeats = class == Some(ErrorClass::Backoff);
            assert_eq!(server.connections(), if repeats { 3 } else { 1 }, "{code} {status}");
            assert_eq!(error.attempts(), server.connections());
            assert_eq!(error.is_unknown(), class.is_none() && status != BAD, "{code} {status}");
            if !repeats {
                assert_eq!(error.retry_after().map(|wait| wait.as_secs()), wait, "{code}");
            }
        }
    }
}

#[tokio::test]
async fn what_the_platform_has_not_signed_with_a_listed_code_is_not_repeated() {
    let html = |status| Reply::new(status, "text/html", "<html>who knows</html>");
    let half = |status: &str, body: &str| {
        Reply::Bytes(format!("HTTP/1.1 {status}\r\ncontent-length: 500\r\n\r\n{body}").into_bytes())
    };
    for (reply, kind) in [
        (html(BAD), Rejected),
        (html("429 Too Many Requests"), Rejected),
        (html("500 Internal Server Error"), Unknown),
        (html("502 Bad Gateway"), Unknown),
        (html(UNAVAILABLE), Unknown),
        // Transient by its own words.
        (Reply::json(BAD, &graph_error(999_999)), Rejected),
        (Reply::json("429 Too Many Requests", &graph_error(999_999)), Rejected),
        (Reply::json("500 Internal Server Error", &graph_error(999_999)), Unknown),
        (Reply::json(UNAVAILABLE, r#"{"error":{"is_transient":true}}"#), Unknown),
        (Reply::json("200 OK", "{}"), Unknown),
        (Reply::json("302 Found", ""), Unknown),
        (half(UNAVAILABLE, r#"{"error":{"code":131016"#), Unknown),
        (half("200 OK", r#"{"messages":[{"id":"#), Unknown),
        (Reply::Bytes(Vec::new()), Unknown),
        (Reply::Bytes(b"220 mail.example.com\r\n".to_vec()), Unknown),
        (Reply::Slam, Unknown),
    ] {
        let (error, requests, waits) = fail(vec![reply], patient()).await;
        assert_eq!((error.kind(), requests, waits.len()), (kind, 1, 0), "{error:?}");
    }
}

#[tokio::test]
async fn a_late_answer_is_not_repeated() {
    let server = Server::start(Reply::Stall(Vec::new())).await;
    let api = server.cloud_api().retry(patient()).timeout(Duration::from_millis(500));
    let error = bounded(api.send(&message())).await.expect_err("no answer");
    assert!(error.is_unknown() && error.is_timeout());
    assert_eq!((server.requests().len(), error.attempts()), (1, 1));
}

#[tokio::test]
async fn what_may_have_been_accepted_is_repeated_on_demand() {
    let policy = patient().repeat_unknown_at_risk_of_duplicates();
    let (error, requests, waits) = fail(vec![Reply::Bytes(Vec::new())], policy).await;
    assert_eq!((error.kind(), requests, waits.len()), (Unknown, 3, 2));

    let html = Reply::new(UNAVAILABLE, "text/html", "<html>");
    let (result, requests, _) = send(vec![html.clone(), accepted()], policy).await;
    assert_eq!((result.map(|receipt| receipt.attempts()).ok(), requests), (Some(2), 2));

    // A refusal ends it, but takes nothing back.
    let (error, requests, _) = fail(vec![html, Reply::json(BAD, &graph_error(132_000))], policy).await;
    assert_eq!((error.kind(), error.code(), requests), (Unknown, Some(132_000), 2));
    assert!(error.to_string().contains("an earlier attempt"), "{error}");
    assert_eq!((error.class(), error.retry_after()), (None, None));
}

#[tokio::test]
async fn a_refused_connection_is_repeated() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let base_url = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let clock = Jumping::default();
    let api = CloudApi::new("106540352242922", TOKEN).base_url(&base_url).clock(clock.clone());
    let error = bounded(api.clone().retry(patient()).send(&message())).await.expect_err("nobody listens");
    assert_eq!((error.kind(), error.attempts(), clock.sleeps().len()), (NotSent, 3, 2));
    assert!(error.is_connect());
    assert!(clock.total() <= Duration::from_millis(1500), "at random up to 0.5 and 1 seconds");

    // A setting does not mend itself.
    let error = bounded(api.version("").retry(patient()).send(&message())).await.expect_err("no version");
    assert_eq!((error.kind(), error.attempts(), error.is_connect()), (NotSent, 1, false));
}

#[tokio::test]
async fn a_repeated_send_that_is_accepted_says_so() {
    let replies = vec![
        Reply::json(BAD, &graph_error(130_429)),
        Reply::json(UNAVAILABLE, &graph_error(131_016)),
        accepted(),
    ];
    let (result, requests, waits) = send(replies, patient()).await;
    assert_eq!(result.expect("accepted").attempts(), 3);
    assert_eq!((requests, waits.len()), (3, 2));
}

#[tokio::test]
async fn the_pair_limit_waits_1_4_16_64_seconds() {
    let policy = patient().attempts(5).first_delay(Duration::ZERO);
    let (error, requests, waits) = fail(vec![Reply::json(BAD, &graph_error(131_056))], policy).await;
    assert_eq!(requests, 5);
    assert_eq!(waits, [1, 4, 16, 64].map(Duration::from_secs));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(256)));
    assert_eq!(error.class(), Some(ErrorClass::Pair));
}

#[tokio::test]
async fn code_1_and_131000_end_before_the_policy_does() {
    let policy = patient().attempts(9);
    let (error, requests, _) = fail(vec![Reply::json(BAD, &graph_error(1))], policy).await;
    assert_eq!((requests, error.class()), (3, Some(ErrorClass::Fix)));
    let reply = Reply::json("500 Internal Server Error", &graph_error(131_000));
    let (error, requests, _) = fail(vec![reply], policy).await;
    assert_eq!((requests, error.class()), (4, Some(ErrorClass::Backoff)));
}

#[tokio::test]
async fn a_wait_beyond_the_deadline_is_handed_back_at_once() {
    for (code, seconds) in [(2, 300), (134_101, 600), (132_069, 3600)] {
        let reply = Reply::json(BAD, &graph_error(code));
        let (error, requests, waits) = fail(vec![reply], RetryPolicy::new()).await;
        assert_eq!((requests, waits.len()), (1, 0), "{code}");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(seconds)), "{code}");
    }
    // A minute fits into two minutes once.
    let reply = Reply::json(BAD, &graph_error(131_057));
    let (_, requests, waits) = fail(vec![reply], RetryPolicy::new()).await;
    assert_eq!((requests, waits.len()), (2, 1));
}

#[tokio::test]
async fn the_answer_itself_may_state_the_wait() {
    const USAGE: &str =
        r#"{"1":[{"type":"whatsapp","call_count":100,"estimated_time_to_regain_access":12}]}"#;
    let reply = |code| Reply::json(BAD, &graph_error(code));
    for code in [4, 80_007, 80_008] {
        let reply = reply(code).header("X-Business-Use-Case-Usage", USAGE);
        let (error, requests, _) = fail(vec![reply.clone()], RetryPolicy::new()).await;
        assert_eq!((requests, error.retry_after()), (1, Some(Duration::from_mins(12))));
        let (_, requests, waits) = fail(vec![reply], patient()).await;
        assert_eq!(requests, 3);
        assert!(waits.iter().all(|wait| *wait >= Duration::from_mins(12)), "{waits:?}");
    }
    // The header comes with every answer, and means nothing for other codes.
    let other = reply(130_429).header("X-Business-Use-Case-Usage", USAGE);
    let (error, requests, _) = fail(vec![other], RetryPolicy::new().attempts(2)).await;
    assert_eq!((requests, error.retry_after()), (2, None));

    let (error, requests, _) =
        fail(vec![reply(130_429).header("Retry-After", "600")], RetryPolicy::new()).await;
    assert_eq!((requests, error.retry_after()), (1, Some(Duration::from_mins(10))));
    let html = Reply::new(UNAVAILABLE, "text/html", "<html>").header("Retry-After", "600");
    let (error, requests, _) = fail(vec![html], patient()).await;
    assert_eq!((requests, error.kind(), error.retry_after()), (1, Unknown, None));
}

#[tokio::test]
async fn a_budget_keeps_an_outage_from_multiplying_the_load() {
    let server = Server::start(Reply::json(UNAVAILABLE, &graph_error(131_016))).await;
    let api = server.cloud_api().retry(patient().budget(5, 50)).clock(Jumping::default());
    for _ in 0..20 {
        let clone = api.clone();
        bounded(clone.send(&message())).await.expect_err("an outage");
    }
    assert_eq!(server.connections(), 20 + 5);
}

#[tokio::test]
async fn accepted_messages_fill_the_budget_up() {
    let outage = || Reply::json(UNAVAILABLE, &graph_error(131_016));
    let mut replies = vec![outage(), accepted(), accepted(), accepted()];
    replies.extend([outage(), accepted(), outage()]);
    let server = Server::sequence(replies).await;
    let api = server.cloud_api().retry(patient().budget(1, 50)).clock(Jumping::default());
    for (attempts, accepted) in [(2, true), (1, true), (1, true), (2, true), (1, false)] {
        match bounded(api.send(&message())).await {
            Ok(receipt) => assert_eq!((receipt.attempts(), true), (attempts, accepted)),
            Err(error) => assert_eq!((error.attempts(), false), (attempts, accepted)),
        }
    }
}
