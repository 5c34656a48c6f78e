//! Places.

use crate::webhook::json::{Number, Object};
use crate::webhook::message::message;
use crate::webhook::redacted::Redacted;

message! {
    /// A place that a customer sent (type `location`).
    ///
    /// Source: webhooks/reference/messages/location, Dec 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "location",
    ///     "location": { "latitude": 37.483307, "longitude": -122.148981, "name": "Pier 7" }
    /// }] }"#.parse()?;
    ///
    /// let place = notification.events().find_map(Event::as_location).expect("there is a place");
    /// assert_eq!((place.latitude(), place.longitude()), (37.483307, -122.148981));
    /// assert_eq!(place.name(), Some("Pier 7"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct LocationMessage(Place);
}

#[derive(Clone, Debug, PartialEq)]
struct Place {
    latitude: Redacted<f64>,
    longitude: Redacted<f64>,
    name: Option<Redacted<Box<str>>>,
    address: Option<Redacted<Box<str>>>,
    url: Option<Redacted<Box<str>>>,
}

impl LocationMessage {
    /// Degrees north of the equator (`latitude`).
    #[must_use]
    pub fn latitude(&self) -> f64 {
        *self.content.latitude.get()
    }

    /// Degrees east of Greenwich (`longitude`).
    #[must_use]
    pub fn longitude(&self) -> f64 {
        *self.content.longitude.get()
    }

    /// What the place is called (`name`).
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.content.name.as_deref()
    }

    /// Where the place is, in words (`address`).
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.content.address.as_deref()
    }

    /// A page about the place (`url`); of a business only.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.content.url.as_deref()
    }
}

impl Place {
    fn read(message: &Object<'_>) -> Option<Self> {
        let place = message.object("location")?;
        let degrees = |name| place.exact_number(name).as_ref().and_then(Number::to_f64).map(Redacted::new);
        Some(Self {
            latitude: degrees("latitude")?,
            longitude: degrees("longitude")?,
            name: place.private("name"),
            address: place.private("address"),
            url: place.private_id("url"),
        })
    }
}
