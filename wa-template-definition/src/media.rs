//! The files that the platform takes: types, sizes, lifetimes, once.
//!
//! Source: `business-phone-numbers/media` (December 2025) unless said otherwise. The page prints MB and KB without
//! saying how many bytes they are; here they are powers of 1024, the generous reading, since a false refusal could not
//! be worked around.
//!
//! ```
//! use wa_template_definition::media::{self, MediaClass};
//!
//! let png = media::of_extension("PNG").ok_or("not taken")?;
//! assert_eq!((png.mime, png.class), ("image/png", MediaClass::Image));
//! assert_eq!(png.max_bytes(), 5 * 1024 * 1024);
//! # Ok::<(), &str>(())
//! ```

use std::time::Duration;

use crate::MediaKind;

const KB: u64 = 1024;
const MB: u64 = 1024 * KB;

/// How long the id of an upload lives; it belongs to one business number.
pub const UPLOADED_ID_LIFE: Duration = Duration::from_hours(30 * 24);

/// How long the id of a file that a customer sent lives.
pub const RECEIVED_ID_LIFE: Duration = Duration::from_hours(7 * 24);

/// How long the address behind an id can be fetched.
pub const ADDRESS_LIFE: Duration = Duration::from_mins(5);

/// The largest GIF that plays by itself; a larger one shows as a video (`templates/components`, May 2026).
pub const GIF_BYTES: u64 = 7 * MB / 2;

/// A type of file that the platform takes for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MediaType {
    /// The MIME type in lower case, `image/png` for example.
    pub mime: &'static str,
    /// What it is sent as.
    pub class: MediaClass,
    /// The usual endings of file names, without the dot; the first is the one to write.
    pub extensions: &'static [&'static str],
}

/// What a file is sent as; the limits of size belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaClass {
    /// A recording.
    Audio,
    /// Any other file.
    Document,
    /// A picture, 8 bit, RGB or RGBA.
    Image,
    /// A sticker.
    Sticker,
    /// A film: H.264 and AAC.
    Video,
}

macro_rules! types {
    ($($mime:literal $class:ident [$($extension:literal),+],)*) => {
        /// Every type that can be uploaded for sending.
        pub static TYPES: &[MediaType] = &[$(
            MediaType { mime: $mime, class: MediaClass::$class, extensions: &[$($extension),+] },
        )*];
    };
}

types! {
    "audio/aac" Audio ["aac"],
    "audio/amr" Audio ["amr"],
    "audio/mpeg" Audio ["mp3"],
    "audio/mp4" Audio ["m4a"],
    "audio/ogg" Audio ["ogg", "opus"],
    "text/plain" Document ["txt"],
    "application/pdf" Document ["pdf"],
    "application/msword" Document ["doc"],
    "application/vnd.ms-excel" Document ["xls"],
    "application/vnd.ms-powerpoint" Document ["ppt"],
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document" Document ["docx"],
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" Document ["xlsx"],
    "application/vnd.openxmlformats-officedocument.presentationml.presentation" Document ["pptx"],
    "image/jpeg" Image ["jpg", "jpeg"],
    "image/png" Image ["png"],
    "image/webp" Sticker ["webp"],
    "video/mp4" Video ["mp4"],
    "video/3gpp" Video ["3gp", "3gpp"],
}

/// The types of the samples that a template is created with (docs/graph-api/guides/upload, September 2026).
pub static SAMPLE_TYPES: &[&str] = &["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];

impl MediaClass {
    /// The largest file, in bytes. The limit of stickers is that of animated ones: still ones are limited to 100 KB,
    /// which the type alone does not tell apart.
    #[must_use]
    #[inline]
    pub fn max_bytes(self) -> u64 {
        match self {
            Self::Audio | Self::Video => 16 * MB,
            Self::Document => 100 * MB,
            Self::Image => 5 * MB,
            Self::Sticker => 500 * KB,
        }
    }
}

impl MediaType {
    /// The largest file of this type, in bytes.
    #[must_use]
    #[inline]
    pub fn max_bytes(&self) -> u64 {
        self.class.max_bytes()
    }
}

impl MediaKind {
    /// Whether a header of this kind can show a file of this MIME type.
    ///
    /// An image header shows pictures, a video header films, a GIF header MP4 files, a document header documents
    /// (`templates/components`, May 2026).
    #[must_use]
    #[inline]
    pub fn shows(self, mime: &str) -> bool {
        of_mime(mime).is_some_and(|found| match self {
            Self::Image => found.class == MediaClass::Image,
            Self::Video => found.class == MediaClass::Video,
            Self::Gif => found.mime == "video/mp4",
            Self::Document => found.class == MediaClass::Document,
        })
    }
}

/// The type with this MIME type, in any letter case and whatever parameters follow it, `; codecs=opus` for example.
#[must_use]
#[inline]
pub fn of_mime(mime: &str) -> Option<&'static MediaType> {
    let essence = mime.split(';').next().unwrap_or_default().trim();
    // A name that is not registered, but that the platform's own list of sample types has.
    let essence = if essence.eq_ignore_ascii_case("image/jpg") { "image/jpeg" } else { essence };
    TYPES.iter().find(|known| known.mime.eq_ignore_ascii_case(essence))
}

/// The type whose file names end like this, without the dot, in any letter case.
#[must_use]
#[inline]
pub fn of_extension(extension: &str) -> Option<&'static MediaType> {
    TYPES.iter().find(|known| known.extensions.iter().any(|known| known.eq_ignore_ascii_case(extension)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_endings_are_distinct() {
        for (index, one) in TYPES.iter().enumerate() {
            assert_eq!(one.mime, one.mime.to_ascii_lowercase());
            assert_eq!(of_mime(one.mime), Some(one));
            for extension in one.extensions {
                assert_eq!(of_extension(extension), Some(one), "{extension}");
            }
            assert!(TYPES[..index].iter().all(|other| other.mime != one.mime));
        }
    }

    #[test]
    fn letter_case_and_parameters_do_not_matter() {
        assert_eq!(of_mime("Audio/OGG; codecs=opus").map(|found| found.class), Some(MediaClass::Audio));
        assert_eq!(of_mime("image/jpg").map(|found| found.mime), Some("image/jpeg"));
        assert_eq!(of_extension("JPEG").map(|found| found.mime), Some("image/jpeg"));
        for unknown in ["image/gif", "image/", "", "image/png2"] {
            assert_eq!(of_mime(unknown), None, "{unknown}");
        }
        assert_eq!(of_extension("exe"), None);
    }

    /// The figures of the page, written out once more.
    #[test]
    fn limits_are_those_of_the_page() {
        for (mime, bytes) in [
            ("audio/ogg", 16_777_216),
            ("application/pdf", 104_857_600),
            ("image/png", 5_242_880),
            ("image/webp", 512_000),
            ("video/3gpp", 16_777_216),
        ] {
            assert_eq!(of_mime(mime).map(MediaType::max_bytes), Some(bytes), "{mime}");
        }
        assert_eq!(GIF_BYTES, 3_670_016);
        assert_eq!(UPLOADED_ID_LIFE.as_secs(), 2_592_000);
        assert_eq!(RECEIVED_ID_LIFE.as_secs(), 604_800);
        assert_eq!(ADDRESS_LIFE.as_secs(), 300);
    }

    #[test]
    fn samples_are_of_known_types() {
        for mime in SAMPLE_TYPES {
            assert!(of_mime(mime).is_some(), "{mime}");
            assert!(MediaKind::ALL.iter().any(|kind| kind.shows(mime)), "{mime}");
        }
    }

    #[test]
    fn headers_show_their_kinds() {
        for (kind, shown, not) in [
            (MediaKind::Image, "image/png", "image/webp"),
            (MediaKind::Video, "video/3gpp", "image/jpeg"),
            (MediaKind::Gif, "video/mp4", "video/3gpp"),
            (MediaKind::Document, "application/pdf", "video/mp4"),
        ] {
            assert!(kind.shows(shown) && !kind.shows(not), "{kind:?}");
        }
    }
}
