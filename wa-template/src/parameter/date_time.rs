//! Dates and times.

use crate::definition::value;
use crate::writer::ValueWriter;

/// A date or time in the body.
///
/// The Cloud API always shows the text; clients of the On-Premises API show the parts or the time stamp in the
/// customer's language, if any are given (`messages/template-messages`, the On-Premises guide of December 2023).
/// Cloud bodies carry the text only.
///
/// # Example
///
/// ```
/// use wa_template::{DateTime, DayOfWeek};
///
/// let starts = DateTime::new("Friday, February 25, 1977, 3:33pm")
///     .day_of_week(DayOfWeek::Friday)
///     .year(1977)
///     .month(2)
///     .day_of_month(25)
///     .hour(15)
///     .minute(33);
/// assert_eq!(starts.fallback(), "Friday, February 25, 1977, 3:33pm");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    fallback: String,
    // Boxed: on the Cloud API nobody has them.
    long: Option<Box<Long>>,
}

/// What the On-Premises API shows instead of the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
struct Long {
    timestamp: Option<i64>,
    day_of_week: Option<DayOfWeek>,
    day_of_month: Option<u8>,
    year: Option<u16>,
    month: Option<u8>,
    hour: Option<u8>,
    minute: Option<u8>,
    calendar: Option<Calendar>,
}

/// A day of the week; Monday is 1 on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum DayOfWeek {
    Monday = 1,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// The calendar to which the parts of a date belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Calendar {
    /// What is meant when none is given.
    Gregorian,
    /// The solar calendar of Iran and Afghanistan.
    SolarHijri,
}

impl DateTime {
    /// A date by the text that is shown.
    #[must_use]
    pub fn new(fallback: impl Into<String>) -> Self {
        Self { fallback: fallback.into(), long: None }
    }

    /// The text that is shown.
    #[must_use]
    pub fn fallback(&self) -> &str {
        &self.fallback
    }

    /// On-Premises only: the moment in seconds since the Unix epoch. It takes the place of all parts.
    #[must_use]
    pub fn timestamp(self, seconds: i64) -> Self {
        self.with(|long| long.timestamp = Some(seconds))
    }

    /// On-Premises only: the day of the week.
    #[must_use]
    pub fn day_of_week(self, day: DayOfWeek) -> Self {
        self.with(|long| long.day_of_week = Some(day))
    }

    /// On-Premises only: the day of the month, 1 to 31.
    #[must_use]
    pub fn day_of_month(self, day: u8) -> Self {
        self.with(|long| long.day_of_month = Some(day))
    }

    /// On-Premises only: the year.
    #[must_use]
    pub fn year(self, year: u16) -> Self {
        self.with(|long| long.year = Some(year))
    }

    /// On-Premises only: the month, 1 to 12.
    #[must_use]
    pub fn month(self, month: u8) -> Self {
        self.with(|long| long.month = Some(month))
    }

    /// On-Premises only: the hour, 0 to 23.
    #[must_use]
    pub fn hour(self, hour: u8) -> Self {
        self.with(|long| long.hour = Some(hour))
    }

    /// On-Premises only: the minute, 0 to 59.
    #[must_use]
    pub fn minute(self, minute: u8) -> Self {
        self.with(|long| long.minute = Some(minute))
    }

    /// On-Premises only: the calendar of the parts.
    #[must_use]
    pub fn calendar(self, calendar: Calendar) -> Self {
        self.with(|long| long.calendar = Some(calendar))
    }

    fn with(mut self, set: impl FnOnce(&mut Long)) -> Self {
        set(self.long.get_or_insert_default());
        self
    }

    pub(crate) fn write(&self, writer: &mut ValueWriter<'_>) {
        writer.instead_of_text();
        writer.raw("\"type\":\"date_time\",\"date_time\":{\"fallback_value\":\"");
        writer.text(&self.fallback);
        writer.raw("\"");
        if let Some(long) = &self.long {
            long.check(writer);
            if writer.is_on_premises() {
                long.write(writer);
            }
        }
        writer.raw("}");
    }
}

impl Long {
    /// The parts by name, with the range of the calendar.
    fn parts(&self) -> [(&'static str, Option<u32>, u32, u32); 6] {
        [
            ("day_of_week", self.day_of_week.map(|day| day as u32), 1, 7),
            ("day_of_month", self.day_of_month.map(u32::from), 1, 31),
            ("year", self.year.map(u32::from), 1, 9999),
            ("month", self.month.map(u32::from), 1, 12),
            ("hour", self.hour.map(u32::from), 0, 23),
            ("minute", self.minute.map(u32::from), 0, 59),
        ]
    }

    fn check(&self, writer: &mut ValueWriter<'_>) {
        let place = writer.place();
        for (name, part, from, to) in self.parts() {
            let part = part.and_then(|part| value::date_time_part(name, part, from, to, &place));
            writer.problem(part);
        }
    }

    fn write(&self, writer: &mut ValueWriter<'_>) {
        if let Some(seconds) = self.timestamp {
            writer.raw(",\"timestamp\":");
            writer.number(seconds);
            return;
        }
        for (name, part, ..) in self.parts() {
            let Some(part) = part else { continue };
            writer.raw(",\"");
            writer.raw(name);
            writer.raw("\":");
            writer.number(part);
        }
        match self.calendar {
            Some(Calendar::Gregorian) => writer.raw(",\"calendar\":\"GREGORIAN\""),
            Some(Calendar::SolarHijri) => writer.raw(",\"calendar\":\"SOLAR_HIJRI\""),
            None => {}
        }
    }
}
