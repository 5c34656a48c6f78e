//! Where the clients get their time from.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// The time by which a client waits: between the attempts of a send, and for its turn.
///
/// Everybody uses [`TokioClock`]; a test may bring its own, so that nobody waits for it. The time limits of a single
/// request are not among it: they belong to the HTTP client.
///
/// ```
/// use std::pin::Pin;
/// use std::sync::Mutex;
/// use std::time::Duration;
///
/// use wa_template::client::{CloudApi, Clock};
///
/// /// A clock for tests: every sleep is over at once, and remembered.
/// #[derive(Default)]
/// struct Jumping(Mutex<Duration>);
///
/// impl Clock for Jumping {
///     fn now(&self) -> Duration {
///         *self.0.lock().unwrap()
///     }
///
///     fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
///         *self.0.lock().unwrap() += duration;
///         Box::pin(std::future::ready(()))
///     }
/// }
///
/// let api = CloudApi::new("106540352242922", "token").clock(Jumping::default());
/// # let _ = api;
/// ```
pub trait Clock: Send + Sync + 'static {
    /// The time since a moment of the clock's own choice. It never goes back.
    fn now(&self) -> Duration;

    /// Ready once the duration is over.
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>>;
}

/// The clock of the Tokio runtime; what every client uses unless told otherwise.
#[derive(Debug, Clone)]
pub struct TokioClock {
    start: tokio::time::Instant,
}

impl TokioClock {
    /// A clock that starts now.
    #[must_use]
    pub fn new() -> Self {
        Self { start: tokio::time::Instant::now() }
    }
}

impl Default for TokioClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for TokioClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// A clock that all clones of a client share.
#[derive(Clone)]
pub(crate) struct SharedClock(Arc<dyn Clock>);

impl SharedClock {
    pub(crate) fn new(clock: impl Clock) -> Self {
        Self(Arc::new(clock))
    }

    pub(crate) fn now(&self) -> Duration {
        self.0.now()
    }

    pub(crate) async fn sleep(&self, duration: Duration) {
        if !duration.is_zero() {
            self.0.sleep(duration).await;
        }
    }
}

impl fmt::Debug for SharedClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SharedClock")
    }
}
