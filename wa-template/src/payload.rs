//! What a tap on a quick-reply button brings back.

use std::borrow::Cow;
use std::fmt;

/// A value that travels in the payload of a quick-reply button and comes back when the customer taps it.
///
/// Derive it on an enum whose variants are the possible answers. The payload of `Answer::Yes` is `answer:yes`:
/// enum and variant in `snake_case`, so that two templates' "yes" never collide.
///
/// # Example
///
/// ```
/// use wa_template::WaPayload;
///
/// #[derive(WaPayload, Debug, PartialEq)]
/// enum Answer {
///     Yes,
///     #[wa(payload = "not-this-time")]
///     No,
/// }
///
/// assert_eq!(Answer::Yes.to_payload(), "answer:yes");
/// assert_eq!(Answer::from_payload("not-this-time"), Ok(Answer::No));
/// assert!(Answer::from_payload("answer:maybe").is_err());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a button payload",
    label = "this type does not implement `WaPayload`",
    note = "derive it on your enum of answers: `#[derive(WaPayload)]`"
)]
pub trait WaPayload: Sized {
    /// The text that is sent with the button.
    fn to_payload(&self) -> Cow<'static, str>;

    /// The value behind a payload that came back.
    ///
    /// # Errors
    ///
    /// [`UnknownPayload`] when the text belongs to no value of this type, for example because an older release of
    /// the application sent it.
    fn from_payload(payload: &str) -> Result<Self, UnknownPayload>;
}

/// A payload that belongs to no value of the expected type.
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownPayload {
    payload: Box<str>,
}

impl UnknownPayload {
    /// Remembers the payload that was not understood.
    #[must_use]
    pub fn new(payload: &str) -> Self {
        Self { payload: payload.into() }
    }

    /// The payload as it came in.
    ///
    /// It may hold what the application wrote into it, an order number for example; neither `Debug` nor `Display`
    /// shows it.
    #[must_use]
    pub fn payload(&self) -> &str {
        &self.payload
    }
}

impl fmt::Debug for UnknownPayload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownPayload").field("bytes", &self.payload.len()).finish_non_exhaustive()
    }
}

impl fmt::Display for UnknownPayload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a button payload of {} bytes belongs to no known answer", self.payload.len())
    }
}

impl std::error::Error for UnknownPayload {}
