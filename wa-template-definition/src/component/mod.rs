//! Header, body, footer and the list of buttons.

mod special;

use serde_json::{Map, Value};

pub use self::special::{Card, LimitedTimeOffer};
use crate::{Button, Examples, Text};

/// One entry of a definition's `components`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Component {
    /// What stands above the text.
    Header(Header),
    /// The text.
    Body(Body),
    /// The small print below the text.
    Footer(Footer),
    /// What the customer can tap.
    Buttons(Vec<Button>),
    /// An offer that ends.
    LimitedTimeOffer(LimitedTimeOffer),
    /// Cards side by side.
    Carousel(Vec<Card>),
    /// The question whether the business may call. Nothing is sent for it.
    CallPermissionRequest,
    /// A kind that this crate only passes through.
    Other(Value),
}

/// What stands above the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    pub(crate) format: HeaderFormat,
    pub(crate) extra: Map<String, Value>,
}

/// The kinds of headers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum HeaderFormat {
    /// A line of text with at most one placeholder.
    Text {
        /// The text.
        text: Text,
        /// Its sample.
        examples: Examples,
    },
    /// A file.
    Media {
        /// What kind of file.
        kind: MediaKind,
        /// The handle of the sample file, or the address under which it is read back.
        example: Option<String>,
    },
    /// A place on the map.
    Location,
    /// A product of the catalogue.
    Product,
    /// A format that this crate only passes through: its name in upper case.
    Other(String),
}

/// The kinds of files that a header can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaKind {
    /// JPEG or PNG, at most 5 MB.
    Image,
    /// MP4 or 3GPP, at most 16 MB.
    Video,
    /// A short MP4 that plays by itself, at most 3.5 MB; only through `/marketing_messages`.
    Gif,
    /// PDF above all, at most 100 MB.
    Document,
}

/// The text.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    pub(crate) text: Option<Text>,
    pub(crate) examples: Examples,
    pub(crate) add_security_recommendation: Option<bool>,
    pub(crate) extra: Map<String, Value>,
}

/// The small print below the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Footer {
    pub(crate) text: Option<Text>,
    pub(crate) code_expiration_minutes: Option<i64>,
    pub(crate) extra: Map<String, Value>,
}

impl MediaKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Image, Self::Video, Self::Gif, Self::Document];

    /// The format in upper case, as definitions carry it.
    #[must_use]
    #[inline]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Image => "IMAGE",
            Self::Video => "VIDEO",
            Self::Gif => "GIF",
            Self::Document => "DOCUMENT",
        }
    }

    /// The type of the parameter that fills it, in lower case, as sends carry it.
    #[must_use]
    #[inline]
    pub fn parameter(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Video => "video",
            Self::Gif => "gif",
            Self::Document => "document",
        }
    }
}

impl Header {
    /// A line of text.
    #[must_use]
    #[inline]
    pub fn text(text: Text, examples: Examples) -> Self {
        Self::new(HeaderFormat::Text { text, examples })
    }

    /// A file; `example` is the handle of its sample.
    #[must_use]
    #[inline]
    pub fn media(kind: MediaKind, example: Option<String>) -> Self {
        Self::new(HeaderFormat::Media { kind, example })
    }

    /// A place on the map.
    #[must_use]
    #[inline]
    pub fn location() -> Self {
        Self::new(HeaderFormat::Location)
    }

    /// A product of the catalogue.
    #[must_use]
    #[inline]
    pub fn product() -> Self {
        Self::new(HeaderFormat::Product)
    }

    #[inline]
    fn new(format: HeaderFormat) -> Self {
        Self { format, extra: Map::new() }
    }

    /// What kind of header it is.
    #[must_use]
    #[inline]
    pub fn format(&self) -> &HeaderFormat {
        &self.format
    }
}

impl HeaderFormat {
    /// The format in upper case, as definitions carry it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text { .. } => "TEXT",
            Self::Media { kind, .. } => kind.as_str(),
            Self::Location => "LOCATION",
            Self::Product => "PRODUCT",
            Self::Other(other) => other,
        }
    }
}

impl Body {
    /// A text with its samples.
    #[must_use]
    #[inline]
    pub fn new(text: Text, examples: Examples) -> Self {
        Self { text: Some(text), examples, add_security_recommendation: None, extra: Map::new() }
    }

    /// The body of an authentication template, whose text is the platform's, with its security recommendation or
    /// without.
    #[must_use]
    #[inline]
    pub fn authentication(add_security_recommendation: bool) -> Self {
        Self {
            text: None,
            examples: Examples::Absent,
            add_security_recommendation: add_security_recommendation.then_some(true),
            extra: Map::new(),
        }
    }

    /// The text; authentication templates have none of their own.
    #[must_use]
    #[inline]
    pub fn text(&self) -> Option<&Text> {
        self.text.as_ref()
    }

    /// The samples.
    #[must_use]
    #[inline]
    pub fn examples(&self) -> &Examples {
        &self.examples
    }
}

impl Footer {
    /// A text.
    #[must_use]
    #[inline]
    pub fn new(text: Text) -> Self {
        Self { text: Some(text), code_expiration_minutes: None, extra: Map::new() }
    }

    /// The footer of an authentication template: after how many minutes the code is no longer valid.
    #[must_use]
    #[inline]
    pub fn code_expiration(minutes: i64) -> Self {
        Self { text: None, code_expiration_minutes: Some(minutes), extra: Map::new() }
    }

    /// After how many minutes a one-time code is no longer valid, if the footer says so.
    #[must_use]
    #[inline]
    pub fn code_expiration_minutes(&self) -> Option<i64> {
        self.code_expiration_minutes
    }

    /// The text; authentication templates have none of their own.
    #[must_use]
    #[inline]
    pub fn text(&self) -> Option<&Text> {
        self.text.as_ref()
    }
}
