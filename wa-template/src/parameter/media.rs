//! Files above the text.

use crate::definition::value;
use crate::writer::{ValueWriter, Writer};

/// By what a file is given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Source {
    Id(String),
    Link(String),
}

impl Source {
    /// The usual link, which is looked at once for everything.
    fn plain_link(&self) -> Option<&str> {
        match self {
            Self::Link(link) if value::is_plain_link(link) => Some(link),
            Self::Link(_) | Self::Id(_) => None,
        }
    }

    /// Without quotation marks; the first is written before the value, the last after it.
    fn write(&self, writer: &mut ValueWriter<'_>) {
        match self.plain_link() {
            Some(link) => writer.raw(link),
            None => self.write_checked(writer),
        }
    }

    /// Checked rule by rule, and escaped.
    fn write_checked(&self, writer: &mut ValueWriter<'_>) {
        let (text, media) = match self {
            Self::Id(id) => (id, value::Media::Id(id)),
            Self::Link(link) => (link, value::Media::Link(link)),
        };
        writer.problem(value::media(media, &writer.place()));
        if let Self::Id(_) = self {
            writer.instead_of_link("\"id\":\"");
        }
        writer.unchecked_text(text);
    }
}

macro_rules! media {
    ($(#[$doc:meta])* $name:ident { $($field:ident)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name {
            source: Source,
            $($field: Option<String>,)?
        }

        impl $name {
            /// By the id that an upload returned. It lives 30 days and belongs to one business number
            /// (`business-phone-numbers/media`).
            #[must_use]
            pub fn id(id: impl Into<String>) -> Self {
                Self { source: Source::Id(id.into()), $($field: None)? }
            }

            /// By a public `http` or `https` address, from which the platform fetches it.
            #[must_use]
            pub fn link(link: impl Into<String>) -> Self {
                Self { source: Source::Link(link.into()), $($field: None)? }
            }

            /// Fills the next slot.
            pub(super) fn fill(&self, writer: &mut Writer<'_>) {
                match self.source.plain_link() {
                    Some(link) $(if self.$field.is_none())? => writer.plain(link),
                    _ => writer.slot(|writer| self.write(writer)),
                }
            }
        }
    };
}

media! {
    /// The image of an image header: JPEG or PNG, at most 5 MB (`templates/components`, May 2026).
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::Image;
    ///
    /// let by_id = Image::id("2871834006348767");
    /// let by_link = Image::link("https://www.example.com/shoes.png");
    /// # let _ = (by_id, by_link);
    /// ```
    Image {}
}

media! {
    /// The video of a video header: MP4 or 3GPP, at most 16 MB (`templates/components`, May 2026).
    Video {}
}

media! {
    /// The GIF of a GIF header: an MP4 file of at most 3.5 MB, a larger one shows as a video. It is sent through
    /// `/marketing_messages` only (`templates/components`, May 2026).
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::Gif;
    ///
    /// let free_shipping = Gif::link("https://www.example.com/free-shipping.mp4");
    /// # let _ = free_shipping;
    /// ```
    Gif {}
}

media! {
    /// The file of a document header, PDF above all: at most 100 MB (`templates/components`, May 2026).
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::Document;
    ///
    /// let receipt = Document::link("https://www.example.com/r/860198.pdf").filename("receipt.pdf");
    /// # let _ = receipt;
    /// ```
    Document { filename }
}

impl Image {
    pub(super) fn write(&self, writer: &mut ValueWriter<'_>) {
        self.source.write(writer);
    }
}

impl Video {
    pub(super) fn write(&self, writer: &mut ValueWriter<'_>) {
        self.source.write(writer);
    }
}

impl Gif {
    pub(super) fn write(&self, writer: &mut ValueWriter<'_>) {
        self.source.write(writer);
    }
}

impl Document {
    /// The name under which the customer sees the file.
    #[must_use]
    pub fn filename(mut self, name: impl Into<String>) -> Self {
        self.filename = Some(name.into());
        self
    }

    pub(super) fn write(&self, writer: &mut ValueWriter<'_>) {
        self.source.write(writer);
        if let Some(name) = &self.filename {
            writer.raw("\",\"filename\":\"");
            writer.unchecked_text(name);
        }
    }
}
