//! Reading JSON once, from front to back, without insisting on anything but its grammar.
//!
//! `serde_json` stops at the first thing that does not fit: a number beyond `f64`, half an emoji, a number where a
//! text belongs. One such item must not cost its neighbours, and a notification may hold a thousand of them. So the
//! [`Reader`] checks the grammar of the whole body and hands out the text of each value as it stands there;
//! [`Json`] makes of it what is asked for. Nothing is copied on the way, and a value that nobody asks for costs no
//! more than its bytes. `tests/json.rs` compares its judgement with that of `serde_json`.

mod number;
mod object;
mod raw;
mod reader;
mod repair;
mod scan;
mod value;

pub(super) use self::number::Number;
pub(super) use self::object::Object;
pub(super) use self::raw::{Raw, Span};
pub(super) use self::reader::{Malformed, Reader};
pub(super) use self::value::Json;
