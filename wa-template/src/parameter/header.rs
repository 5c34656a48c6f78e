//! What fills a header that is not a text: one trait per kind, so that each mistake is told in its own words.

use super::{Document, Image, Location, Video};
use crate::writer::ValueWriter;

macro_rules! header_parameter {
    ($(#[$attribute:meta])* $name:ident, $write:ident, $value:ty) => {
        $(#[$attribute])*
        pub trait $name {
            #[doc(hidden)]
            fn $write(&self, writer: &mut ValueWriter<'_>);
        }

        #[diagnostic::do_not_recommend]
        impl $name for $value {
            fn $write(&self, writer: &mut ValueWriter<'_>) {
                self.write(writer);
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: $name + ?Sized> $name for &T {
            fn $write(&self, writer: &mut ValueWriter<'_>) {
                (**self).$write(writer);
            }
        }
    };
}

header_parameter! {
    /// A value that can be the image of a header: [`Image`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the image of a header",
        label = "not an `Image`",
        note = "use `wa_template::Image`: `Image::link(\"https://…\")` or `Image::id(\"…\")`"
    )]
    ImageParameter, write_image, Image
}

header_parameter! {
    /// A value that can be the video of a header: [`Video`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the video of a header",
        label = "not a `Video`",
        note = "use `wa_template::Video`: `Video::link(\"https://…\")` or `Video::id(\"…\")`"
    )]
    VideoParameter, write_video, Video
}

header_parameter! {
    /// A value that can be the document of a header: [`Document`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the document of a header",
        label = "not a `Document`",
        note = "use `wa_template::Document`: `Document::link(\"https://…\").filename(\"receipt.pdf\")`"
    )]
    DocumentParameter, write_document, Document
}

header_parameter! {
    /// A value that can be the place of a location header: [`Location`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the place of a location header",
        label = "not a `Location`",
        note = "use `wa_template::Location`: `Location::new(latitude, longitude).name(\"…\").address(\"…\")`"
    )]
    LocationParameter, write_location, Location
}
