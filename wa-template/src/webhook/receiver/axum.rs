//! The receiver as a part of an axum server.

use std::fmt;
use std::future::{Future, ready};
use std::sync::Arc;

use ::axum::Router;
use ::axum::body::Bytes;
use ::axum::extract::{DefaultBodyLimit, FromRef, FromRequest, RawQuery, Request};
use ::axum::http::{StatusCode, header};
use ::axum::response::{IntoResponse, Response};
use ::axum::routing::get;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{ReceiveError, Verifier};
use crate::webhook::{HandshakeError, Notification, SIGNATURE_HEADER, SignatureKey, VerifyToken, signature};

/// A notification that the platform signed: an axum extractor that verifies the raw bytes and only then reads them.
///
/// Its secret and size limit come from a [`Verifier`] in the state, by [`FromRef`]. Axum's own limit for bodies, which
/// is smaller than what the platform sends, does not apply to it.
///
/// # Example
///
/// ```
/// use axum::Router;
/// use axum::routing::post;
/// use wa_template::webhook::{SignatureKey, VerifiedNotification, Verifier};
///
/// async fn receive(VerifiedNotification(notification): VerifiedNotification) {
///     for reply in notification.button_replies() {
///         println!("tapped {}", reply.text());
///     }
/// }
///
/// let state = Verifier::new(SignatureKey::new("the app secret"));
/// let app: Router = Router::new().route("/webhook", post(receive)).with_state(state);
/// # let _ = app;
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedNotification(pub Notification);

impl<S> FromRequest<S> for VerifiedNotification
where
    S: Send + Sync,
    Verifier: FromRef<S>,
{
    type Rejection = ReceiveError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ReceiveError> {
        read(&Verifier::from_ref(state), request).await.map(Self)
    }
}

async fn read(verifier: &Verifier, mut request: Request) -> Result<Notification, ReceiveError> {
    let header = request.headers().get(SIGNATURE_HEADER).cloned();
    // A stranger who cannot even write the header does not get to send three megabytes.
    signature::tag(header.as_ref())?;
    DefaultBodyLimit::max(verifier.body_limit).apply(&mut request);
    let body = Bytes::from_request(request, &()).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ReceiveError::TooLarge,
        _ => ReceiveError::Interrupted(rejection.into()),
    })?;
    verifier.notification(&body, header)
}

/// Answers with the status and a phrase that says what is wrong, without a word of the request.
impl IntoResponse for ReceiveError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, self.to_string()).into_response()
    }
}

impl IntoResponse for HandshakeError {
    fn into_response(self) -> Response {
        let status = match self {
            Self::NoHandshake => StatusCode::BAD_REQUEST,
            Self::WrongToken => StatusCode::FORBIDDEN,
        };
        (status, self.to_string()).into_response()
    }
}

/// A whole webhook for axum: handshake, signature, size, reading, and an answer in time.
///
/// The platform wants 200 within 250 ms in the median and in less than a second nearly always, and repeats everything
/// that is answered otherwise (webhooks/overview, December 2025). What a handler does often takes longer. Hence two
/// routers:
///
/// | | answers | if the handler fails, or this process ends | for |
/// |---|---|---|---|
/// | [`router`](Self::router) | at once, the handler runs afterwards | the notification is lost | handlers that send, call or compute |
/// | [`confirming_router`](Self::confirming_router) | when the handler has returned `Ok` | the platform sends it again | handlers that store it or put it into a queue |
///
/// In both at most [`capacity`](Self::capacity) handlers run at a time, and a request beyond that is answered with 503:
/// the platform then keeps the notification and comes back with it later, which is the only queue that survives this
/// process. Notifications come repeatedly and in any order with either.
///
/// # Example
///
/// ```no_run
/// use axum::Router;
/// use wa_template::webhook::{Event, Notification, Receiver, SignatureKey, VerifyToken};
///
/// async fn handle(notification: Notification) {
///     for event in notification.events() {
///         if let Event::Status(status) = event {
///             println!("{:?}", status.kind());
///         }
///     }
/// }
///
/// # async fn serve(app_secret: String, verify_token: String) -> std::io::Result<()> {
/// let receiver = Receiver::new(SignatureKey::new(app_secret), VerifyToken::new(verify_token));
/// let app = Router::new().nest("/webhook", receiver.router(handle));
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
/// axum::serve(listener, app).await?;
/// receiver.drained().await;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Receiver {
    verifier: Verifier,
    verify_token: VerifyToken,
    capacity: u32,
    places: Arc<Semaphore>,
}

/// Handlers at a time: enough for the batches of a busy number, few enough to keep their notifications in memory.
const CAPACITY: u32 = 64;

/// What a semaphore can count on every machine.
const LARGEST_CAPACITY: u32 = u32::MAX >> 3;

impl Receiver {
    /// Receives what is signed with this key, at an address that was registered with this token.
    #[must_use]
    pub fn new(key: SignatureKey, verify_token: VerifyToken) -> Self {
        Self { verifier: Verifier::new(key), verify_token, capacity: 0, places: Arc::new(Semaphore::new(0)) }
            .capacity(CAPACITY)
    }

    /// Refuses larger bodies than this, in bytes; [`BODY_LIMIT`](crate::webhook::BODY_LIMIT) at first.
    #[must_use]
    pub fn body_limit(self, bytes: usize) -> Self {
        Self { verifier: self.verifier.body_limit(bytes), ..self }
    }

    /// Lets so many handlers run at a time; 64 at first. With 0 every notification is refused.
    #[must_use]
    pub fn capacity(self, handlers: u32) -> Self {
        let capacity = handlers.min(LARGEST_CAPACITY);
        let places = usize::try_from(capacity).unwrap_or(Semaphore::MAX_PERMITS);
        Self { capacity, places: Arc::new(Semaphore::new(places)), ..self }
    }

    /// The route `/` that answers 200 as soon as a notification is verified and read, and then runs the handler in a
    /// task of its own.
    ///
    /// Nest it where the webhook is: `Router::new().nest("/webhook", receiver.router(handle))`. A handler that panics
    /// ends its own task only.
    pub fn router<S, H, F>(&self, handler: H) -> Router<S>
    where
        S: Clone + Send + Sync + 'static,
        H: Fn(Notification) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = ()> + Send + 'static,
    {
        self.route(move |notification, place| {
            let handler = handler.clone();
            tokio::spawn(async move {
                handler(notification).await;
                drop(place);
            });
            ready(Ok(()))
        })
    }

    /// The route `/` that answers 200 when the handler has returned `Ok`, and 500 when it has returned `Err` or has
    /// panicked, whereupon the platform sends the notification again.
    ///
    /// Keep the handler short: store the notification, or put it into a queue. It runs to its end even if the platform
    /// no longer waits for the answer. Its error is not shown to anybody: log it where it arises.
    pub fn confirming_router<S, H, F, E>(&self, handler: H) -> Router<S>
    where
        S: Clone + Send + Sync + 'static,
        H: Fn(Notification) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: 'static,
    {
        self.route(move |notification, place| {
            let handler = handler.clone();
            let task = tokio::spawn(async move {
                let confirmed = handler(notification).await.is_ok();
                drop(place);
                confirmed
            });
            async move { if task.await.unwrap_or(false) { Ok(()) } else { Err(ReceiveError::NotHandled) } }
        })
    }

    /// Waits until no handler is running. For an orderly end: first stop the server, then wait for this.
    ///
    /// While it waits, new notifications may be refused as if all places were taken.
    pub async fn drained(&self) {
        // The semaphore is never closed, and nobody else waits for it.
        let _ = self.places.acquire_many(self.capacity).await;
    }

    /// The handshake, and what precedes either kind of handling.
    fn route<S, H, F>(&self, handle: H) -> Router<S>
    where
        S: Clone + Send + Sync + 'static,
        H: Fn(Notification, OwnedSemaphorePermit) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<(), ReceiveError>> + Send,
    {
        let token = self.verify_token.clone();
        let handshake = move |RawQuery(query): RawQuery| ready(greet(&token, query.as_deref()));
        let (verifier, places) = (self.verifier.clone(), Arc::clone(&self.places));
        let receive = move |request: Request| {
            let (verifier, places, handle) = (verifier.clone(), Arc::clone(&places), handle.clone());
            async move {
                let notification = read(&verifier, request).await?;
                // Only now: strangers must not be able to take the places.
                let place = places.try_acquire_owned().map_err(|_| ReceiveError::Busy)?;
                handle(notification, place).await
            }
        };
        Router::new().route("/", get(handshake).post(receive))
    }
}

fn greet(token: &VerifyToken, query: Option<&str>) -> Response {
    match token.challenge(query.unwrap_or_default()) {
        // Plain text, whatever the challenge is, and no browser is to think otherwise.
        Ok(challenge) => ([(header::X_CONTENT_TYPE_OPTIONS, "nosniff")], challenge).into_response(),
        Err(error) => error.into_response(),
    }
}

impl fmt::Debug for Receiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver")
            .field("verifier", &self.verifier)
            .field("capacity", &self.capacity)
            .field("free", &self.places.available_permits())
            .finish_non_exhaustive()
    }
}
