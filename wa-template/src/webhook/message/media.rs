//! Pictures, videos, sounds, documents and stickers.

use crate::webhook::json::Object;
use crate::webhook::message::message;
use crate::webhook::redacted::Redacted;

message! {
    /// A picture, video, sound, document or sticker (types `image`, `video`, `audio`, `voice`, `document`,
    /// `sticker`).
    ///
    /// Only the id comes with the message; the file itself is to be downloaded by it.
    /// Sources: webhooks/reference/messages/image and its siblings, late 2025; docs/whatsapp/api/webhooks/inbound
    /// (archived) for On-Premises.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, MediaKind, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "image",
    ///     "image": { "id": "1003383421387256", "mime_type": "image/jpeg", "caption": "Is this the part?" }
    /// }] }"#.parse()?;
    ///
    /// let media = notification.events().find_map(Event::as_media).expect("there is a picture").media();
    /// assert_eq!(media.kind(), MediaKind::Image);
    /// assert_eq!(media.id(), Some("1003383421387256"));
    /// assert_eq!(media.caption(), Some("Is this the part?"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct MediaMessage(Media);
}

/// Which kind of file a message holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaKind {
    /// A picture.
    Image,
    /// A video.
    Video,
    /// A sound: a recording if [`Media::is_voice`].
    Audio,
    /// A document.
    Document,
    /// A sticker.
    Sticker,
}

/// A file that a customer sent. Everything but the kind may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Media {
    kind: MediaKind,
    id: Option<Redacted<Box<str>>>,
    mime_type: Option<Redacted<Box<str>>>,
    sha256: Option<Redacted<Box<str>>>,
    url: Option<Redacted<Box<str>>>,
    file: Option<Redacted<Box<str>>>,
    caption: Option<Redacted<Box<str>>>,
    filename: Option<Redacted<Box<str>>>,
    is_voice: bool,
    is_animated: bool,
}

impl MediaMessage {
    /// The file.
    #[must_use]
    pub fn media(&self) -> &Media {
        &self.content
    }
}

impl Media {
    /// Which kind of file it is.
    #[must_use]
    pub fn kind(&self) -> MediaKind {
        self.kind
    }

    /// The id by which the file is downloaded (`id`).
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The type of the file (`mime_type`), such as `audio/ogg; codecs=opus`.
    #[must_use]
    pub fn mime_type(&self) -> Option<&str> {
        self.mime_type.as_deref()
    }

    /// The SHA-256 of the file (`sha256`): Base64 on the Cloud API, hexadecimal On-Premises.
    #[must_use]
    pub fn sha256(&self) -> Option<&str> {
        self.sha256.as_deref()
    }

    /// Where the file is, for minutes and with the access token only (`url`); since late 2025.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Where the file is inside of the On-Premises client (`file`).
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// What the customer wrote below (`caption`).
    #[must_use]
    pub fn caption(&self) -> Option<&str> {
        self.caption.as_deref()
    }

    /// The name of the document (`filename`).
    #[must_use]
    pub fn filename(&self) -> Option<&str> {
        self.filename.as_deref()
    }

    /// Whether the customer spoke it into the app: `voice` of an `audio`, On-Premises the type `voice`.
    #[must_use]
    pub fn is_voice(&self) -> bool {
        self.is_voice
    }

    /// Whether the sticker moves (`animated`).
    #[must_use]
    pub fn is_animated(&self) -> bool {
        self.is_animated
    }

    /// Reads the content of a message that has a file.
    pub(super) fn read(message: &Object<'_>) -> Option<Self> {
        let kinds = [
            ("image", MediaKind::Image),
            ("video", MediaKind::Video),
            ("audio", MediaKind::Audio),
            ("voice", MediaKind::Audio),
            ("document", MediaKind::Document),
            ("sticker", MediaKind::Sticker),
        ];
        let named = message.text("type");
        let is_named = |name: &str| named.as_deref().is_none_or(|named| named == name);
        let (name, kind) = kinds.into_iter().find(|(name, _)| is_named(name) && message.has(name))?;
        let media = message.object(name)?;
        Some(Self {
            kind,
            id: media.private_id("id"),
            mime_type: media.private_id("mime_type"),
            sha256: media.private_id("sha256"),
            url: media.private_id("url"),
            file: media.private_id("file"),
            caption: media.private("caption"),
            filename: media.private("filename"),
            is_voice: name == "voice" || media.truth("voice").unwrap_or_default(),
            is_animated: media.truth("animated").unwrap_or_default(),
        })
    }
}
