//! The ad that brought a customer.

use crate::webhook::json::Object;
use crate::webhook::redacted::{Keyword, Redacted};

/// The ad or post that a customer came from (`referral`); every part may be missing.
///
/// Source: webhooks/reference/messages/text, Dec 2025.
#[derive(Clone, Debug, PartialEq)]
pub struct Referral {
    source_type: Option<Keyword>,
    source_id: Option<Redacted<Box<str>>>,
    source_url: Option<Redacted<Box<str>>>,
    headline: Option<Redacted<Box<str>>>,
    body: Option<Redacted<Box<str>>>,
    media_type: Option<Keyword>,
    image_url: Option<Redacted<Box<str>>>,
    video_url: Option<Redacted<Box<str>>>,
    thumbnail_url: Option<Redacted<Box<str>>>,
    click_id: Option<Redacted<Box<str>>>,
    welcome_text: Option<Redacted<Box<str>>>,
}

impl Referral {
    /// What it was, `ad` or `post` (`source_type`).
    #[must_use]
    pub fn source_type(&self) -> Option<&str> {
        self.source_type.as_deref()
    }

    /// The id of the ad or post (`source_id`).
    #[must_use]
    pub fn source_id(&self) -> Option<&str> {
        self.source_id.as_deref()
    }

    /// Where the ad or post stands (`source_url`).
    #[must_use]
    pub fn source_url(&self) -> Option<&str> {
        self.source_url.as_deref()
    }

    /// The headline of the ad or post (`headline`).
    #[must_use]
    pub fn headline(&self) -> Option<&str> {
        self.headline.as_deref()
    }

    /// The text of the ad or post (`body`).
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    /// What it shows, `image` or `video` (`media_type`).
    #[must_use]
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    /// Its picture (`image_url`).
    #[must_use]
    pub fn image_url(&self) -> Option<&str> {
        self.image_url.as_deref()
    }

    /// Its video (`video_url`).
    #[must_use]
    pub fn video_url(&self) -> Option<&str> {
        self.video_url.as_deref()
    }

    /// The small picture of its video (`thumbnail_url`).
    #[must_use]
    pub fn thumbnail_url(&self) -> Option<&str> {
        self.thumbnail_url.as_deref()
    }

    /// The id of the click (`ctwa_clid`), by which conversions are reported.
    #[must_use]
    pub fn click_id(&self) -> Option<&str> {
        self.click_id.as_deref()
    }

    /// What the customer was greeted with (`welcome_message.text`).
    #[must_use]
    pub fn welcome_text(&self) -> Option<&str> {
        self.welcome_text.as_deref()
    }

    pub(super) fn read(referral: &Object<'_>) -> Self {
        Self {
            source_type: referral.text("source_type").map(Keyword::of),
            source_id: referral.private_id("source_id"),
            source_url: referral.private_id("source_url"),
            headline: referral.private("headline"),
            body: referral.private("body"),
            media_type: referral.text("media_type").map(Keyword::of),
            image_url: referral.private_id("image_url"),
            video_url: referral.private_id("video_url"),
            thumbnail_url: referral.private_id("thumbnail_url"),
            click_id: referral.private_id("ctwa_clid"),
            welcome_text: referral.object("welcome_message").and_then(|message| message.private("text")),
        }
    }
}
