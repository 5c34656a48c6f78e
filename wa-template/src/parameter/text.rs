//! Values that are a text.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use crate::writer::Writer;

/// A value that can stand for a placeholder of any text: header, body, address of a button.
///
/// Strings of all kinds, integers and `char` are. Floating-point numbers are not: how many digits the customer is to
/// read is a decision, so format them. A type with `Display` is wrapped in [`Displayed`]; for a type of your own,
/// implement this trait.
///
/// # Example
///
/// ```
/// use wa_template::TextParameter;
///
/// struct OrderNumber(u32);
///
/// impl TextParameter for OrderNumber {
///     fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R {
///         read(&format!("#{:06}", self.0))
///     }
/// }
///
/// assert_eq!(OrderNumber(42).with_text(str::len), 7);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a text that can fill a placeholder",
    label = "not a text",
    note = "use a string, an integer or `char`; wrap a type with `Display` in `wa_template::Displayed`",
    note = "a placeholder always needs a value: for an `Option` decide what the customer reads when it is `None`"
)]
pub trait TextParameter {
    /// Hands the text to `read`, without allocating where that is possible.
    fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R;

    /// Fills the next slot with it. Called by what the derive writes.
    #[doc(hidden)]
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        self.with_text(|text| writer.text(text));
    }
}
#[diagnostic::do_not_recommend]
impl TextParameter for str {
    fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R {
        read(self)
    }
}
#[diagnostic::do_not_recommend]
impl TextParameter for String {
    fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R {
        read(self)
    }
}
#[diagnostic::do_not_recommend]
impl TextParameter for char {
    fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R {
        read(self.encode_utf8(&mut [0; 4]))
    }
}

macro_rules! through_pointer {
    ($($pointer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: TextParameter + ?Sized> TextParameter for $pointer {
            fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R {
                (**self).with_text(read)
            }
        }
    )*};
}

through_pointer!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);
#[diagnostic::do_not_recommend]
impl<T: TextParameter + ToOwned + ?Sized> TextParameter for Cow<'_, T> {
    fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R {
        (**self).with_text(read)
    }
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl TextParameter for $integer {
            fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R {
                shown(self, read)
            }
        }
    )*};
}

integers!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize);

/// A value of any type that says how it is shown: `Displayed(price)` is the text `format!("{price}")`.
///
/// # Example
///
/// ```
/// use wa_template::{Displayed, TextParameter};
///
/// let address = Displayed(std::net::Ipv4Addr::LOCALHOST);
/// address.with_text(|text| assert_eq!(text, "127.0.0.1"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Displayed<T>(pub T);
#[diagnostic::do_not_recommend]
impl<T: fmt::Display> TextParameter for Displayed<T> {
    fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R {
        shown(&self.0, read)
    }
}

/// Shows a value in a buffer on the stack if it fits, which every integer does.
fn shown<R>(value: &impl fmt::Display, read: impl FnOnce(&str) -> R) -> R {
    struct Short {
        bytes: [u8; 48],
        length: usize,
    }

    impl fmt::Write for Short {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            let end = self.length + text.len();
            let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
            room.copy_from_slice(text.as_bytes());
            self.length = end;
            Ok(())
        }
    }

    let mut short = Short { bytes: [0; 48], length: 0 };
    let fits = fmt::Write::write_fmt(&mut short, format_args!("{value}")).is_ok();
    match std::str::from_utf8(&short.bytes[..short.length]) {
        Ok(text) if fits => read(text),
        _ => {
            let mut long = String::new();
            // A `Display` that fails leaves what it wrote so far; `to_string` would panic.
            let _ = fmt::Write::write_fmt(&mut long, format_args!("{value}"));
            read(&long)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Displayed, TextParameter};
    use std::borrow::Cow;
    use std::rc::Rc;
    use std::sync::Arc;

    #[track_caller]
    fn check(value: impl TextParameter, text: &str) {
        value.with_text(|found| assert_eq!(found, text));
    }

    #[test]
    fn shows_texts_and_numbers() {
        check("é", "é");
        check(String::from("a"), "a");
        check(Cow::Borrowed("a"), "a");
        check(Arc::<str>::from("a"), "a");
        check(Rc::new(Box::new("a")), "a");
        check('😀', "😀");
        check(u128::MAX, "340282366920938463463374607431768211455");
        check(i128::MIN, "-170141183460469231731687303715884105728");
        check(Displayed("x".repeat(500)), &"x".repeat(500));
    }
}
