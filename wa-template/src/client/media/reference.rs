//! By what a message names a file.

use crate::{Document, Gif, Image, Video};

/// The id of a file, for messages of the number that it was uploaded for.
///
/// ```
/// use wa_template::Image;
/// use wa_template::client::MediaId;
///
/// let id = MediaId::new("1037543291543636");
/// assert_eq!(Image::from(id), Image::id("1037543291543636"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MediaId(Box<str>);

impl MediaId {
    /// An id that an earlier upload gave, or a webhook.
    pub fn new(id: impl Into<Box<str>>) -> Self {
        Self(id.into())
    }

    /// The id, decimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<MediaId> for String {
    fn from(id: MediaId) -> Self {
        id.0.into()
    }
}

/// A file by id or by link, for code that has the one here and the other there.
///
/// Meta recommends ids. A link is fetched by the platform, which keeps what it got for 10 minutes
/// (messages/send-messages, September 2026).
///
/// ```
/// use wa_template::Image;
/// use wa_template::client::{MediaId, MediaReference};
///
/// fn picture(cached: Option<MediaId>) -> Image {
///     let link = || MediaReference::link("https://www.example.com/shoes.png");
///     cached.map_or_else(link, MediaReference::from).into()
/// }
/// assert_eq!(picture(None), Image::link("https://www.example.com/shoes.png"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MediaReference {
    /// What an upload gave.
    Id(MediaId),
    /// A public address.
    Link(String),
}

impl MediaReference {
    /// A public `http` or `https` address.
    pub fn link(link: impl Into<String>) -> Self {
        Self::Link(link.into())
    }
}

impl From<MediaId> for MediaReference {
    fn from(id: MediaId) -> Self {
        Self::Id(id)
    }
}

macro_rules! parameters {
    ($($parameter:ty),*) => {$(
        impl From<MediaId> for $parameter {
            fn from(id: MediaId) -> Self {
                Self::id(id)
            }
        }

        impl From<MediaReference> for $parameter {
            fn from(reference: MediaReference) -> Self {
                match reference {
                    MediaReference::Id(id) => Self::id(id),
                    MediaReference::Link(link) => Self::link(link),
                }
            }
        }
    )*};
}

parameters!(Image, Video, Gif, Document);
