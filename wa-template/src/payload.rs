//! What a tap on a quick-reply button brings back.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::str::FromStr;

use crate::writer::Writer;

/// A value that travels in the payload of a quick-reply button and comes back when the customer taps it.
///
/// Derive it on an enum whose variants are the possible answers. The payload of `Answer::Yes` is `answer:yes`:
/// enum and variant in `snake_case`, so that two templates' "yes" never collide. A variant may hold one value, which
/// then stands at the end: `answer:confirm:42`. [`derive@WaPayload`](derive@crate::WaPayload) describes it all.
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
///     Confirm(u32),
/// }
///
/// assert_eq!(Answer::Yes.to_payload(), "answer:yes");
/// assert_eq!(Answer::Confirm(42).to_payload(), "answer:confirm:42");
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

/// A reference to the payload that a quick reply always has. The derive sees no types: here rustc finds that a variant
/// holds a value, or that its enum is none of payloads.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the payload of a quick reply is a variant of a `WaPayload`, without a value",
    label = "this is `{Self}`",
    note = "derive it on the enum of answers: `#[derive(WaPayload)]`",
    note = "a variant that holds a value is given by a field: `quick_reply(\"Yes\", \"{{{{answer}}}}\")`"
)]
pub trait ConstantPayload {
    fn fill_slot(self, writer: &mut Writer<'_>);
}

#[diagnostic::do_not_recommend]
impl<P: WaPayload> ConstantPayload for &P {
    fn fill_slot(self, writer: &mut Writer<'_>) {
        writer.slot(|writer| writer.payload(&self.to_payload()));
    }
}

/// A value that can travel in a button payload: anything that is written with `Display` and read back with `FromStr`.
///
/// Every such type has it, so nobody implements it. It stands for the two in
/// [`#[derive(WaPayload)]`](derive@crate::WaPayload), where a variant may hold one value. The value comes back as it
/// was if `FromStr` reads what `Display` writes; how long it may be is checked when the message is built.
///
/// # Example
///
/// ```
/// use std::num::ParseIntError;
///
/// use wa_template::WaPayload;
///
/// #[derive(Debug, PartialEq)]
/// struct OrderId(u32);
///
/// impl std::fmt::Display for OrderId {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         self.0.fmt(f)
///     }
/// }
///
/// impl std::str::FromStr for OrderId {
///     type Err = ParseIntError;
///
///     fn from_str(text: &str) -> Result<Self, ParseIntError> {
///         text.parse().map(OrderId)
///     }
/// }
///
/// #[derive(WaPayload, Debug, PartialEq)]
/// enum Answer {
///     Confirm(OrderId),
/// }
///
/// assert_eq!(Answer::from_payload("answer:confirm:42"), Ok(Answer::Confirm(OrderId(42))));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot travel in a button payload",
    label = "cannot be written as text and read back",
    note = "implement `Display` and `FromStr` for it, or use a string or an integer",
    note = "what borrows cannot be read back: `String` instead of `&str`"
)]
pub trait PayloadValue: Sized {
    /// The whole payload: `fixed`, then the value.
    #[doc(hidden)]
    fn write_after(&self, fixed: &str) -> Cow<'static, str>;

    /// The value in a payload that begins with `fixed`.
    #[doc(hidden)]
    fn read_after(payload: &str, fixed: &str) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: fmt::Display + FromStr> PayloadValue for T {
    fn write_after(&self, fixed: &str) -> Cow<'static, str> {
        let mut payload = String::from(fixed);
        // A `Display` that fails leaves what it wrote so far; `to_string` would panic.
        let _ = write!(payload, "{self}");
        Cow::Owned(payload)
    }

    fn read_after(payload: &str, fixed: &str) -> Option<Self> {
        payload.strip_prefix(fixed)?.parse().ok()
    }
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
