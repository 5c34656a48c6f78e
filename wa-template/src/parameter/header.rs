//! What fills a header that is not a text: one trait per kind.

use super::kinds::parameter;
use super::{Document, Gif, Image, Location, Product, Video};

parameter! {
    /// A value that can be the image of a header: [`Image`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the image of a header",
        label = "not an `Image`",
        note = "use `wa_template::Image`: `Image::link(\"https://…\")` or `Image::id(\"…\")`"
    )]
    ImageParameter, write_image, Image, fill
}

parameter! {
    /// A value that can be the video of a header: [`Video`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the video of a header",
        label = "not a `Video`",
        note = "use `wa_template::Video`: `Video::link(\"https://…\")` or `Video::id(\"…\")`"
    )]
    VideoParameter, write_video, Video, fill
}

parameter! {
    /// A value that can be the GIF of a header: [`Gif`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the GIF of a header",
        label = "not a `Gif`",
        note = "use `wa_template::Gif`: `Gif::link(\"https://…\")` or `Gif::id(\"…\")`"
    )]
    GifParameter, write_gif, Gif, fill
}

parameter! {
    /// A value that can be the document of a header: [`Document`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the document of a header",
        label = "not a `Document`",
        note = "use `wa_template::Document`: `Document::link(\"https://…\").filename(\"receipt.pdf\")`"
    )]
    DocumentParameter, write_document, Document, fill
}

parameter! {
    /// A value that can be the place of a location header: [`Location`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the place of a location header",
        label = "not a `Location`",
        note = "use `wa_template::Location`: `Location::new(latitude, longitude).name(\"…\").address(\"…\")`"
    )]
    LocationParameter, write_location, Location
}

parameter! {
    /// A value that can be the product of a product header: [`Product`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the product of a header",
        label = "not a `Product`",
        note = "use `wa_template::Product`: `Product::new(product_retailer_id, catalog_id)`"
    )]
    ProductParameter, write_product, Product
}
