//! What the crate `tracing` gets to see: template, language, code, attempt, durations. No recipient, no value, no
//! token; of a message id its end. Without the feature `tracing` all of it is nothing.

use std::time::Duration;

use super::clock::SharedClock;
use super::error::SendError;
use super::pace::Letter;
use super::receipt::Receipt;

/// Runs a whole send in a span.
#[cfg(feature = "tracing")]
pub(super) async fn within_span<T>(letter: &Letter<'_>, sending: impl Future<Output = T>) -> T {
    use tracing::Instrument as _;
    let span = tracing::info_span!("wa_send", template = letter.template, language = letter.language);
    sending.instrument(span).await
}

#[cfg(not(feature = "tracing"))]
pub(super) fn within_span<T>(_: &Letter<'_>, sending: impl Future<Output = T>) -> impl Future<Output = T> {
    sending
}

/// Tells how one attempt ended.
#[cfg(feature = "tracing")]
pub(super) async fn attempt(
    clock: &SharedClock,
    attempt: u32,
    posting: impl Future<Output = Result<Receipt, SendError>>,
) -> Result<Receipt, SendError> {
    let start = clock.now();
    let result = posting.await;
    let milliseconds = whole_milliseconds(clock.now().saturating_sub(start));
    match &result {
        Ok(receipt) => {
            let message_id = receipt.message_id();
            tracing::debug!(attempt, milliseconds, ?message_id, "accepted");
        }
        Err(error) => {
            let (kind, class, code, status) = (error.kind(), error.class(), error.code(), error.status());
            tracing::debug!(attempt, milliseconds, ?kind, ?class, code, status, "not confirmed");
        }
    }
    result
}

#[cfg(not(feature = "tracing"))]
pub(super) fn attempt(
    _: &SharedClock,
    _: u32,
    posting: impl Future<Output = Result<Receipt, SendError>>,
) -> impl Future<Output = Result<Receipt, SendError>> {
    posting
}

/// Tells that an attempt will be repeated.
#[cfg(feature = "tracing")]
pub(super) fn repetition(attempt: u32, error: &SendError, wait: Duration) {
    let (code, milliseconds) = (error.code(), whole_milliseconds(wait));
    tracing::info!(attempt, code, wait_milliseconds = milliseconds, "sending again");
}

#[cfg(not(feature = "tracing"))]
pub(super) fn repetition(_: u32, _: &SendError, _: Duration) {}

#[cfg(feature = "tracing")]
fn whole_milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
