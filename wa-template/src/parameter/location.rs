//! Places on the map.

use crate::definition::value;
use crate::writer::ValueWriter;

/// The place of a location header.
///
/// All samples of the platform give name and address; whether they may be left out is not documented, so this crate
/// lets you.
///
/// # Example
///
/// ```
/// use wa_template::Location;
///
/// let shop = Location::new(37.483307, -122.148981).name("Lucky Shrub").address("1 Hacker Way, Menlo Park");
/// # let _ = shop;
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    latitude: f64,
    longitude: f64,
    name: Option<String>,
    address: Option<String>,
}

impl Location {
    /// A place by latitude (-90 to 90) and longitude (-180 to 180), both in degrees; north and east are positive.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64) -> Self {
        Self { latitude, longitude, name: None, address: None }
    }

    /// What the customer reads as its name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// What the customer reads as its address.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    pub(super) fn write(&self, writer: &mut ValueWriter<'_>) {
        writer.problem(value::location(self.latitude, self.longitude, &writer.place()));
        // Strings, as in all samples of the platform.
        writer.raw("\"latitude\":\"");
        writer.number(self.latitude);
        writer.raw("\",\"longitude\":\"");
        writer.number(self.longitude);
        writer.raw("\"");
        for (key, text) in [(",\"name\":\"", &self.name), (",\"address\":\"", &self.address)] {
            if let Some(text) = text {
                writer.raw(key);
                writer.unchecked_text(text);
                writer.raw("\"");
            }
        }
    }
}
