//! Waiting for review.

use std::time::Duration;

use wa_template::client::{StoredTemplate, TemplateStatus, WaitError, WaitOptions};

use crate::server::{Reply, Server, bounded, printed};
use crate::{TOKEN, templates};

/// So short that a test does not notice.
const SOON: Duration = Duration::from_millis(1);

fn status(status: &str) -> Reply {
    Reply::json(&format!(r#"{{"id":"1","name":"a","status":"{status}","rejected_reason":"NONE"}}"#))
}

async fn wait(script: Vec<Reply>) -> (Result<StoredTemplate, WaitError>, usize) {
    let server = Server::start(script).await;
    let options =
        WaitOptions::new().first_pause(SOON).longest_pause(2 * SOON).deadline(Duration::from_mins(1));
    let outcome = bounded(templates(&server).wait_until_approved("1", &options)).await;
    (outcome, server.requests().len())
}

#[tokio::test]
async fn it_ends_with_the_approval() {
    let script = vec![status("PENDING"), status("IN_APPEAL"), status("A_NEW_ONE"), status("APPROVED")];
    let (outcome, asked) = wait(script).await;
    assert_eq!((outcome.expect("approved").status(), asked), (TemplateStatus::Approved, 4));
}

#[tokio::test]
async fn it_ends_when_there_is_nothing_to_wait_for() {
    for word in
        ["REJECTED", "PAUSED", "DISABLED", "DELETED", "PENDING_DELETION", "LIMIT_EXCEEDED", "ARCHIVED"]
    {
        let (outcome, asked) = wait(vec![status("PENDING"), status(word)]).await;
        let Err(WaitError::NotApproved(template)) = outcome else { panic!("{word}: {outcome:?}") };
        assert_eq!((template.status().as_str(), asked), (word, 2));
    }
    let rejected = r#"{"id":"1","status":"REJECTED","rejected_reason":"INVALID_FORMAT"}"#;
    let (outcome, _) = wait(vec![Reply::json(rejected)]).await;
    let text = outcome.expect_err("rejected").to_string();
    assert_eq!(text, "the template is REJECTED (INVALID_FORMAT: a placeholder or another part is malformed)");
}

#[tokio::test]
async fn what_passes_is_waited_for() {
    let script = vec![
        Reply::error("500 Internal Server Error", 131_016, 0),
        Reply::new("502 Bad Gateway", "text/html", "<html>"),
        Reply::Cut(0),
        Reply::error("400 Bad Request", 80_007, 0),
        status("APPROVED"),
    ];
    let (outcome, asked) = wait(script).await;
    assert!(outcome.is_ok(), "{outcome:?}");
    assert_eq!(asked, 5);
}

#[tokio::test]
async fn nothing_is_asked_before_the_platform_will_answer_again() {
    let busy = |headers: &str| {
        let body = r#"{"error":{"code":80007}}"#;
        Reply::Bytes(
            format!("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n{headers}\r\n{body}").into_bytes(),
        )
    };
    let usage = r#"X-Business-Use-Case-Usage: {"1":[{"estimated_time_to_regain_access":12}]}"#;
    for (reply, minutes) in [
        (busy(&format!("{usage}\r\n")), 12),
        (busy(&format!("{usage}\r\nRetry-After: 3600\r\n")), 60),
        (busy("Retry-After: 120\r\n"), 2),
        (Reply::error("500 Internal Server Error", 2, 0), 5),
    ] {
        // The time is over before that.
        let (outcome, asked) = wait(vec![reply, status("APPROVED")]).await;
        let Err(WaitError::TimedOut { last: None, error: Some(error) }) = outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!((error.retry_after(), asked), (Some(Duration::from_mins(minutes)), 1));
    }
    // It is in the head of every answer, and counts for limits of calls only.
    let fault = Reply::Bytes(
        format!(
            "HTTP/1.1 400 Bad Request\r\nconnection: close\r\n{usage}\r\n\r\n{{\"error\":{{\"code\":100}}}}"
        )
        .into_bytes(),
    );
    let (outcome, _) = wait(vec![fault]).await;
    let Err(WaitError::Api(error)) = outcome else { panic!("{outcome:?}") };
    assert_eq!(error.retry_after(), None);
}

#[tokio::test]
async fn a_pause_of_nothing_grows_too() {
    let server = Server::start([status("PENDING")]).await;
    let options = WaitOptions::new().first_pause(Duration::ZERO).deadline(Duration::from_millis(900));
    let outcome = bounded(templates(&server).wait_until_approved("1", &options)).await;
    assert!(matches!(outcome, Err(WaitError::TimedOut { .. })), "{outcome:?}");
    assert!(server.requests().len() <= 2);
}

#[tokio::test]
async fn what_does_not_pass_is_told_at_once() {
    for (reply, code) in [
        (Reply::error("401 Unauthorized", 190, 463), 190),
        (Reply::error("400 Bad Request", 100, 33), 100),
        (Reply::error("403 Forbidden", 10, 0), 10),
    ] {
        let (outcome, asked) = wait(vec![reply]).await;
        let Err(WaitError::Api(error)) = outcome else { panic!("{outcome:?}") };
        assert_eq!((error.code(), asked), (Some(code), 1));
    }
    let server = Server::start([]).await;
    let outcome = bounded(templates(&server).wait_until_approved("../1", &WaitOptions::new())).await;
    assert!(matches!(outcome, Err(WaitError::Api(_))), "{outcome:?}");
}

#[tokio::test]
async fn it_gives_up_at_the_deadline() {
    let server = Server::start([status("PENDING")]).await;
    let options = WaitOptions::new().deadline(Duration::ZERO);
    let outcome = bounded(templates(&server).wait_until_approved("1", &options)).await;
    let Err(WaitError::TimedOut { last: Some(template), error: None }) = &outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(template.status(), TemplateStatus::Pending);
    assert_eq!(server.requests().len(), 1);

    // A server that cannot be reached may come back, but not for ever.
    let api = templates(&server).base_url("http://127.0.0.1:1");
    let error = bounded(api.wait_until_approved("1", &options)).await.expect_err("out of reach");
    let WaitError::TimedOut { last: None, error: Some(_) } = &error else { panic!("{error:?}") };
    assert!(!printed(&error).contains(TOKEN));
    let endless = WaitOptions::new().first_pause(Duration::MAX).longest_pause(Duration::MAX);
    let outcome = bounded(api.wait_until_approved("1", &endless)).await;
    assert!(matches!(outcome, Err(WaitError::TimedOut { .. })), "{outcome:?}");
}
