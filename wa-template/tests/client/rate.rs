//! Waiting for one's turn.

use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Waker};
use std::time::Duration;

use wa_template::client::{Clock, OnPremisesApi, RateLimit, RetryPolicy};
use wa_template::{Message, OnPremisesMessage};

use crate::clock::Jumping;
use crate::server::{Reply, Server, bounded};
use crate::{FORM, NUMBER, TOKEN, message, on_premises_message};

fn accepted() -> Reply {
    Reply::json("200 OK", r#"{"messages":[{"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1"}]}"#).keep_alive()
}

fn too_fast(code: u32) -> Reply {
    Reply::json("400 Bad Request", &format!(r#"{{"error":{{"code":{code}}}}}"#))
}

/// A message to another recipient for each number.
fn message_to(recipient: u32) -> Message {
    serde_json::from_str(&FORM.replace(NUMBER, &format!("1650555{recipient:04}"))).expect("a message")
}

#[tokio::test]
async fn sends_keep_the_rate_of_the_number() {
    let server = Server::start(accepted()).await;
    let clock = Jumping::default();
    let api = server.cloud_api().rate(RateLimit::standard()).clock(clock.clone());
    for recipient in 0..161 {
        bounded(api.clone().send(&message_to(recipient))).await.expect("accepted");
    }
    // 160 messages behind the first, 80 a second, and a turn that may be 20 milliseconds early.
    let (total, exact) = (clock.total(), Duration::from_secs(2));
    assert!(total <= exact && total + Duration::from_millis(20) >= exact, "{total:?}");
    assert_eq!(server.requests().len(), 161);
}

#[tokio::test]
async fn without_a_limit_nothing_waits() {
    let server = Server::start(accepted()).await;
    let clock = Jumping::default();
    let api = server.cloud_api().clock(clock.clone());
    for _ in 0..100 {
        bounded(api.send(&message())).await.expect("accepted");
    }
    assert_eq!(clock.sleeps(), []);
}

#[tokio::test]
async fn one_recipient_gets_a_burst_and_then_a_pause() {
    let server = Server::start(accepted()).await;
    let clock = Jumping::default();
    let api = server.cloud_api().rate(RateLimit::high()).clock(clock.clone());
    for _ in 0..46 {
        bounded(api.send(&message())).await.expect("accepted");
    }
    let total = clock.total();
    assert!((Duration::from_secs(269)..=Duration::from_secs(270)).contains(&total), "{total:?}");

    let free = server.cloud_api().rate(RateLimit::high().without_recipient_limit()).clock(clock.clone());
    for _ in 0..46 {
        bounded(free.send(&message())).await.expect("accepted");
    }
    assert!(clock.total() < total + Duration::from_secs(1));
}

#[tokio::test]
async fn an_impatient_send_says_when_there_will_be_room() {
    let server = Server::start(accepted()).await;
    let clock = Jumping::default();
    let limit = RateLimit::high().wait_at_most(Duration::from_secs(5));
    let api = server.cloud_api().rate(limit).clock(clock.clone());
    for _ in 0..45 {
        bounded(api.send(&message())).await.expect("accepted");
    }
    let requests = server.requests().len();
    let error = bounded(api.send(&message())).await.expect_err("no room");
    assert!(error.is_not_sent() && !error.is_connect());
    assert_eq!(error.attempts(), 0);
    assert!(error.advice().ends_with("once the wait is over"), "{}", error.advice());
    assert_eq!(error.callback_data(), Some("order=42"));
    let wait = error.retry_after().expect("a wait");
    assert!((Duration::from_secs(269)..=Duration::from_secs(270)).contains(&wait), "{wait:?}");
    assert_eq!(server.requests().len(), requests);
    // Others may.
    bounded(api.send(&message_to(7))).await.expect("accepted");
}

#[tokio::test]
async fn the_deadline_of_a_policy_holds_for_the_rate_too() {
    let server = Server::start(accepted()).await;
    let clock = Jumping::default();
    let policy = RetryPolicy::new().deadline(Duration::from_secs(100));
    let api = server.cloud_api().rate(RateLimit::high()).retry(policy).clock(clock.clone());
    for _ in 0..45 {
        bounded(api.send(&message())).await.expect("accepted");
    }
    assert!(bounded(api.send(&message())).await.expect_err("no room").is_not_sent());
}

#[tokio::test]
async fn the_client_slows_down_when_the_platform_says_so() {
    let server = Server::sequence(vec![too_fast(130_429), accepted()]).await;
    let clock = Jumping::default();
    let api = server.cloud_api().rate(RateLimit::standard()).clock(clock.clone());
    bounded(api.send(&message_to(0))).await.expect_err("too fast");
    bounded(api.send(&message_to(1))).await.expect("accepted");
    let silence = clock.total();
    assert!(silence >= Duration::from_secs(1), "{silence:?}");
    for recipient in 2..42 {
        bounded(api.send(&message_to(recipient))).await.expect("accepted");
    }
    let slow = clock.total().saturating_sub(silence);
    assert!((Duration::from_millis(900)..=Duration::from_secs(1)).contains(&slow), "{slow:?}");

    // An On-Premises client says it with a code of its own.
    let body = r#"{"errors":[{"code":1015,"title":"Too many requests"}]}"#;
    let server = Server::sequence(vec![Reply::json("429 Too Many Requests", body), accepted()]).await;
    let clock = Jumping::default();
    let limit = RateLimit::per_second(50);
    let api = OnPremisesApi::new(&server.base_url, TOKEN).rate(limit).clock(clock.clone());
    let message: OnPremisesMessage = on_premises_message();
    bounded(api.send(&message)).await.expect_err("too fast");
    bounded(api.send(&message)).await.expect("accepted");
    assert!(clock.total() >= Duration::from_secs(1));
}

#[tokio::test]
async fn a_recipient_rests_when_the_platform_says_so() {
    let server = Server::sequence(vec![too_fast(131_056), accepted()]).await;
    let clock = Jumping::default();
    let api = server.cloud_api().rate(RateLimit::standard()).clock(clock.clone());
    bounded(api.send(&message())).await.expect_err("too many");
    bounded(api.send(&message_to(1))).await.expect("accepted");
    assert!(clock.total() < Duration::from_secs(1));
    bounded(api.send(&message())).await.expect("accepted");
    assert!(clock.total() >= Duration::from_secs(5), "{:?}", clock.total());
}

#[tokio::test]
async fn whoever_stops_waiting_leaves_no_hole() {
    let server = Server::start(accepted()).await;
    let clock = Standing::default();
    let api = server.cloud_api().rate(RateLimit::per_second(1)).clock(clock.clone());
    bounded(api.send(&message_to(0))).await.expect("accepted");
    for recipient in 1..100 {
        let message = message_to(recipient);
        let mut waiting = pin!(api.send(&message));
        assert!(waiting.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    *clock.0.lock().expect("no panic") += Duration::from_secs(1);
    // Its turn is the next one, not the one after a hundred others.
    bounded(api.send(&message_to(100))).await.expect("accepted");
    assert_eq!(server.requests().len(), 2);
}

/// A clock that moves when the test says so; sleeps never end.
#[derive(Clone, Default)]
struct Standing(Arc<Mutex<Duration>>);

impl Clock for Standing {
    fn now(&self) -> Duration {
        *self.0.lock().expect("no panic")
    }

    fn sleep(&self, _: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(std::future::pending())
    }
}
