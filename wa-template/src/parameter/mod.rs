//! What fills a slot: one trait per kind of slot, one file per kind of value.

mod body;
mod currency;
mod date_time;
mod header;
mod location;
mod media;
mod payload;
mod text;

pub use body::BodyParameter;
pub use currency::Currency;
pub use date_time::{Calendar, DateTime, DayOfWeek};
pub use header::{DocumentParameter, ImageParameter, LocationParameter, VideoParameter};
pub use location::Location;
pub use media::{Document, Image, Video};
pub use payload::PayloadParameter;
pub use text::{Displayed, TextParameter};
