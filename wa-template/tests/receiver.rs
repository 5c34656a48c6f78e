//! The receiver as a part of an axum server.
#![cfg(feature = "axum")]

use std::convert::Infallible;
use std::future::{pending, ready};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::FromRef;
use axum::http::{Method, Request, StatusCode};
use axum::routing::post;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, Semaphore, mpsc};
use tower::ServiceExt;
use wa_template::webhook::{
    BODY_LIMIT, Notification, Receiver, SignatureKey, VerifiedNotification, Verifier, VerifyToken,
};

const SECRET: &str = "ffeeddccbbaa99887766554433221100";
const TOKEN: &str = "our own word";

fn receiver() -> Receiver {
    Receiver::new(SignatureKey::new(SECRET), VerifyToken::new(TOKEN))
}

fn body() -> Vec<u8> {
    json!({ "statuses": [{ "id": "wamid.one", "status": "sent", "timestamp": "1" }] })
        .to_string()
        .into_bytes()
}

/// A request that the platform signed.
fn signed(body: impl Into<Vec<u8>>) -> Request<Body> {
    let body = body.into();
    let header = SignatureKey::new(SECRET).sign(&body);
    request(body, Some(&header))
}

fn request(body: impl Into<Body>, header: Option<&str>) -> Request<Body> {
    let mut request = Request::post("/").body(body.into()).expect("a request");
    if let Some(header) = header {
        request.headers_mut().insert("X-Hub-Signature-256", header.parse().expect("a header"));
    }
    request
}

async fn status(app: &Router, request: Request<Body>) -> StatusCode {
    answer(app, request).await.0
}

async fn answer(app: &Router, request: Request<Body>) -> (StatusCode, String) {
    let response = app.clone().oneshot(request).await.expect("no error");
    let status = response.status();
    let body = to_bytes(response.into_body(), 10_000).await.expect("a body");
    (status, String::from_utf8(body.to_vec()).expect("text"))
}

async fn panics(_: Notification) {
    panic!("the handler's own mistake");
}

async fn panics_before_confirming(_: Notification) -> Result<(), Infallible> {
    panic!("the handler's own mistake");
}

/// A router that hands what arrives to the test.
fn listening() -> (Router, mpsc::UnboundedReceiver<Notification>) {
    let (sender, arrived) = mpsc::unbounded_channel();
    let app = receiver().router(move |notification| {
        let sent = sender.send(notification);
        async move { sent.expect("the test listens") }
    });
    (app, arrived)
}

#[tokio::test]
async fn a_signed_notification_reaches_the_handler() {
    let (app, mut arrived) = listening();
    assert_eq!(answer(&app, signed(body())).await, (StatusCode::OK, String::new()));
    let notification = arrived.recv().await.expect("it arrives");
    assert_eq!(notification.statuses().count(), 1);
}

#[tokio::test]
async fn what_is_not_believed_is_not_handled() {
    let (app, mut arrived) = listening();
    let (wrong, other) = (SignatureKey::new("other").sign(&body()), SignatureKey::new(SECRET).sign(b"{}"));
    for (request, expected) in [
        (request(body(), None), StatusCode::UNAUTHORIZED),
        (request(body(), Some("sha256=")), StatusCode::UNAUTHORIZED),
        (request(body(), Some("sha1=14bde2472bec5e98d64871a8b3ba89eab98f7a75")), StatusCode::UNAUTHORIZED),
        (request(body(), Some(&wrong)), StatusCode::FORBIDDEN),
        (request(body(), Some(&other)), StatusCode::FORBIDDEN),
        (signed("not JSON"), StatusCode::BAD_REQUEST),
        (signed(""), StatusCode::BAD_REQUEST),
        (signed("[]"), StatusCode::BAD_REQUEST),
        (signed(vec![b' '; BODY_LIMIT]), StatusCode::BAD_REQUEST),
        (signed(vec![b' '; BODY_LIMIT + 1]), StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let (status, text) = answer(&app, request).await;
        assert_eq!(status, expected, "{text}");
        assert!(!text.is_empty() && !text.contains("wamid"), "{text}");
    }
    drop(app);
    assert!(arrived.recv().await.is_none());
}

#[tokio::test]
async fn a_header_that_is_no_text_is_refused() {
    let (app, _arrived) = listening();
    let mut request = signed(body());
    let header = axum::http::HeaderValue::from_bytes(&[0xff; 71]).expect("a header");
    request.headers_mut().insert("x-hub-signature-256", header);
    assert_eq!(status(&app, request).await, StatusCode::UNAUTHORIZED);
}

/// Three megabytes arrive although axum's own limit for bodies is two.
#[tokio::test]
async fn the_largest_notification_is_taken() {
    let (app, mut arrived) = listening();
    let mut large = body();
    large.resize(BODY_LIMIT, b' ');
    assert_eq!(status(&app, signed(large)).await, StatusCode::OK);
    assert_eq!(arrived.recv().await.expect("it arrives").statuses().count(), 1);

    let app: Router = receiver().body_limit(body().len()).router(|_| ready(()));
    assert_eq!(status(&app, signed(body())).await, StatusCode::OK);
    let mut longer = body();
    longer.push(b' ');
    assert_eq!(status(&app, signed(longer)).await, StatusCode::PAYLOAD_TOO_LARGE);
}

/// Neither a body of unknown length nor one that breaks off gets around the checks.
#[tokio::test]
async fn bodies_in_pieces_are_measured_and_may_break_off() {
    let (app, _arrived) = listening();
    let piece = Bytes::from(vec![b' '; 1024 * 1024]);
    let endless = in_pieces(std::iter::repeat_n(Ok::<_, Infallible>(piece), 5));
    let header = SignatureKey::new(SECRET).sign(&vec![b' '; 5 * 1024 * 1024]);
    assert_eq!(status(&app, request(endless, Some(&header))).await, StatusCode::PAYLOAD_TOO_LARGE);

    let pieces = [Ok(Bytes::from(body())), Err(std::io::Error::other("gone"))];
    let header = SignatureKey::new(SECRET).sign(&body());
    let broken = in_pieces(pieces.into_iter());
    assert_eq!(status(&app, request(broken, Some(&header))).await, StatusCode::BAD_REQUEST);
}

fn in_pieces<E>(pieces: impl Iterator<Item = Result<Bytes, E>> + Send + 'static) -> Body
where
    E: Into<Box<dyn std::error::Error + Send + Sync>> + Send + 'static,
{
    Body::from_stream(futures_util::stream::iter(pieces))
}

#[tokio::test]
async fn a_stranger_is_refused_before_the_body_is_read() {
    let (app, _arrived) = listening();
    let never = Body::from_stream(futures_util::stream::pending::<Result<Bytes, Infallible>>());
    assert_eq!(status(&app, request(never, None)).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_handshake_is_answered_in_plain_text() {
    let (app, _arrived) = listening();
    let get = |query: &str| Request::get(format!("/{query}")).body(Body::empty()).expect("a request");
    let query = "?hub.mode=subscribe&hub.challenge=%3Cb%3E1158201444&hub.verify_token=our+own+word";
    let response = app.clone().oneshot(get(query)).await.expect("no error");
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["content-type"], "text/plain; charset=utf-8");
    assert_eq!(to_bytes(response.into_body(), 100).await.expect("a body"), "<b>1158201444");

    let wrong = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=guess";
    let (status, text) = answer(&app, get(wrong)).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(!text.contains("1158201444") && !text.contains("guess"), "{text}");
    assert_eq!(answer(&app, get("")).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn other_methods_are_not_allowed() {
    let (app, _arrived) = listening();
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        let mut request = signed(body());
        *request.method_mut() = method.clone();
        assert_eq!(status(&app, request).await, StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
}

#[tokio::test]
async fn it_nests_below_the_address_of_the_webhook() {
    let app: Router = Router::new().nest("/hooks/whatsapp", receiver().router(|_| ready(())));
    let mut request = signed(body());
    *request.uri_mut() = "/hooks/whatsapp".parse().expect("a path");
    assert_eq!(status(&app, request).await, StatusCode::OK);
}

#[tokio::test]
async fn both_secrets_are_good_while_one_replaces_the_other() {
    let key = SignatureKey::new("the next one").or(SECRET);
    let app: Router = Receiver::new(key, VerifyToken::new(TOKEN)).router(|_| ready(()));
    let next = SignatureKey::new("the next one").sign(&body());
    assert_eq!(status(&app, signed(body())).await, StatusCode::OK);
    assert_eq!(status(&app, request(body(), Some(&next))).await, StatusCode::OK);
}

/// The answer does not wait for the handler; when all places are taken, the platform keeps the notification.
#[tokio::test]
async fn a_full_receiver_answers_503_until_a_handler_ends() {
    let end = Arc::new(Semaphore::new(0));
    let receiver = receiver().capacity(2);
    let app: Router = receiver.router({
        let end = Arc::clone(&end);
        move |_| {
            let end = Arc::clone(&end);
            async move { end.acquire().await.expect("it stays open").forget() }
        }
    });
    assert_eq!(status(&app, signed(body())).await, StatusCode::OK);
    assert_eq!(status(&app, signed(body())).await, StatusCode::OK);
    assert_eq!(status(&app, signed(body())).await, StatusCode::SERVICE_UNAVAILABLE);
    // A stranger takes no place and learns nothing about them.
    assert_eq!(status(&app, request(body(), None)).await, StatusCode::UNAUTHORIZED);
    end.add_permits(2);
    receiver.drained().await;
    assert_eq!(status(&app, signed(body())).await, StatusCode::OK);
    assert!(format!("{receiver:?}").contains("free: 1"), "{receiver:?}");
}

#[tokio::test]
async fn a_receiver_without_places_takes_nothing() {
    let app: Router = receiver().capacity(0).router(|_| ready(()));
    assert_eq!(status(&app, signed(body())).await, StatusCode::SERVICE_UNAVAILABLE);
    receiver().capacity(0).drained().await;
    receiver().capacity(u32::MAX).drained().await;
}

#[tokio::test]
async fn a_panic_ends_one_handler_and_gives_its_place_back() {
    let receiver = receiver().capacity(1);
    let app: Router = receiver.router(panics);
    for _ in 0..3 {
        assert_eq!(status(&app, signed(body())).await, StatusCode::OK);
        receiver.drained().await;
    }
}

#[tokio::test]
async fn a_confirming_router_says_200_only_after_ok() {
    let fate = Arc::new(Mutex::new(Ok(())));
    let app: Router = receiver().confirming_router({
        let fate = Arc::clone(&fate);
        move |_| ready(*fate.lock().expect("no panic"))
    });
    assert_eq!(status(&app, signed(body())).await, StatusCode::OK);
    *fate.lock().expect("no panic") = Err("the database is away");
    let (code, text) = answer(&app, signed(body())).await;
    assert_eq!(code, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!text.contains("database"), "{text}");
    assert_eq!(status(&app, request(body(), None)).await, StatusCode::UNAUTHORIZED);

    let app: Router = receiver().confirming_router(panics_before_confirming);
    assert_eq!(status(&app, signed(body())).await, StatusCode::INTERNAL_SERVER_ERROR);
}

/// The platform may hang up before the answer; what the handler has begun it ends.
#[tokio::test]
async fn a_confirming_handler_outlives_its_request() {
    let (sender, mut arrived) = mpsc::unbounded_channel();
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let app: Router = receiver().confirming_router({
        let (begun, go_on) = (Arc::clone(&begun), Arc::clone(&go_on));
        move |_| {
            let (begun, go_on, sender) = (Arc::clone(&begun), Arc::clone(&go_on), sender.clone());
            async move {
                begun.notify_one();
                go_on.notified().await;
                sender.send("ended")
            }
        }
    });
    let request = tokio::spawn(app.oneshot(signed(body())));
    begun.notified().await;
    request.abort();
    assert!(request.await.is_err_and(|error| error.is_cancelled()));
    go_on.notify_one();
    assert_eq!(arrived.recv().await, Some("ended"));
}

#[derive(Clone)]
struct State {
    verifier: Verifier,
    _more: &'static str,
}

impl FromRef<State> for Verifier {
    fn from_ref(state: &State) -> Self {
        state.verifier.clone()
    }
}

#[tokio::test]
async fn the_extractor_takes_its_key_from_any_state() {
    async fn count(VerifiedNotification(notification): VerifiedNotification) -> String {
        notification.events().count().to_string()
    }
    let verifier = Verifier::new(SignatureKey::new(SECRET));
    let app = Router::new().route("/", post(count)).with_state(State { verifier, _more: "more" });
    assert_eq!(answer(&app, signed(body())).await, (StatusCode::OK, "1".to_owned()));
    assert_eq!(status(&app, request(body(), None)).await, StatusCode::UNAUTHORIZED);
    let mut large = body();
    large.resize(BODY_LIMIT, b' ');
    assert_eq!(status(&app, signed(large)).await, StatusCode::OK);
}

/// Over a real connection, with a client that knows nothing of this crate.
#[tokio::test]
async fn it_serves_on_loopback() {
    let (app, mut arrived) = listening();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = tokio::spawn(axum::serve(listener, app).into_future());
    let body = body();
    let header = SignatureKey::new(SECRET).sign(&body);
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let head = format!(
        "POST / HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: {header}\r\nContent-Length: {}\r\n\
        Connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(&[head.as_bytes(), &body].concat()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(arrived.recv().await.expect("it arrives").statuses().count(), 1);
    server.abort();
}

#[tokio::test]
async fn nothing_is_told_about_secrets() {
    let receiver = receiver();
    let _app: Router = receiver.router(|_| pending());
    let shown = format!("{receiver:?}");
    assert!(!shown.contains(SECRET) && !shown.contains(TOKEN), "{shown}");
}
