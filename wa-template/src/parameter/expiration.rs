//! Until when an offer holds.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::definition::value;
use crate::writer::{ValueWriter, Writer};

/// A moment at which something ends: a limited-time offer
/// (`templates/marketing-templates/limited-time-offer-templates`, May 2026) or the time to pay an order.
///
/// `SystemTime` is one; for a type of your own, implement this trait.
///
/// # Example
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use wa_template::ExpirationParameter;
///
/// struct Midnight {
///     days_since_1970: u64,
/// }
///
/// impl ExpirationParameter for Midnight {
///     fn unix_milliseconds(&self) -> Option<u64> {
///         self.days_since_1970.checked_mul(86_400_000)
///     }
/// }
///
/// assert_eq!(Midnight { days_since_1970: 1 }.unix_milliseconds(), Some(86_400_000));
/// assert_eq!((SystemTime::UNIX_EPOCH + Duration::from_secs(1)).unix_milliseconds(), Some(1_000));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a moment at which something can expire",
    label = "not a moment",
    note = "use `std::time::SystemTime`, or implement `wa_template::ExpirationParameter` for a type of your own",
    note = "a number does not say whether it counts seconds or milliseconds: `UNIX_EPOCH + Duration::from_secs(…)`"
)]
pub trait ExpirationParameter {
    /// Whole milliseconds since the beginning of 1970, UTC; `None` for a moment before, which `build()` refuses.
    fn unix_milliseconds(&self) -> Option<u64>;

    /// Fills the next slot with it. Called by what the derive writes.
    #[doc(hidden)]
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        writer.slot(|writer| write(self, writer));
    }
}

#[diagnostic::do_not_recommend]
impl ExpirationParameter for SystemTime {
    fn unix_milliseconds(&self) -> Option<u64> {
        u64::try_from(self.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok()
    }
}

#[diagnostic::do_not_recommend]
impl<T: ExpirationParameter + ?Sized> ExpirationParameter for &T {
    fn unix_milliseconds(&self) -> Option<u64> {
        (**self).unix_milliseconds()
    }
}

fn write(moment: &(impl ExpirationParameter + ?Sized), writer: &mut ValueWriter<'_>) {
    let milliseconds = moment.unix_milliseconds();
    let place = writer.place();
    writer.problem(value::expiration(milliseconds, &place));
    writer.number(milliseconds.unwrap_or_default());
}
