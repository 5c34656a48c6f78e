//! Which products a button shows.

use super::TextParameter;
use super::kinds::parameter;
use super::members::{Members, object};
use crate::definition::value;
use crate::writer::{ValueWriter, Writer};

const THUMBNAIL: &str = "thumbnail_product_retailer_id";

/// A value that can be the thumbnail of a catalogue button: any text, the product's id in the catalogue, or an
/// `Option` of one. Without it the first product of the catalogue is shown
/// (`templates/marketing-templates/catalog-templates`).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the thumbnail of a catalogue button",
    label = "not a text",
    note = "use a string or an integer, the product's id in the catalogue, or an `Option` of one"
)]
pub trait CatalogParameter {
    #[doc(hidden)]
    fn write_thumbnail(&self, writer: &mut ValueWriter<'_>);

    /// Whether nothing is sent for the button.
    #[doc(hidden)]
    fn is_absent(&self) -> bool {
        false
    }

    /// Fills the next slot with it. Called by what the derive writes.
    #[doc(hidden)]
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        if self.is_absent() {
            writer.skip();
        } else {
            writer.slot(|writer| self.write_thumbnail(writer));
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: TextParameter + ?Sized> CatalogParameter for T {
    fn write_thumbnail(&self, writer: &mut ValueWriter<'_>) {
        self.with_text(|product| {
            let place = writer.place();
            writer.problem(value::product(THUMBNAIL, product, &place));
            Members::new(writer).text(THUMBNAIL, product);
        });
    }
}

#[diagnostic::do_not_recommend]
impl<T: CatalogParameter> CatalogParameter for Option<T> {
    fn write_thumbnail(&self, writer: &mut ValueWriter<'_>) {
        if let Some(product) = self {
            product.write_thumbnail(writer);
        }
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(CatalogParameter::is_absent)
    }
}

/// The products behind the button of a multi-product template: at least one and at most 30, in at most 10 sections
/// (`templates/marketing-templates/mpm-templates`).
///
/// # Example
///
/// ```
/// use wa_template::ProductList;
///
/// let basket = ProductList::new("2lc20305pt")
///     .section("Popular Bundles", ["2lc20305pt", "nseiw1x3ch"])
///     .section("Premium Packages", ["n6k6x0y7oe"]);
/// # let _ = basket;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct ProductList {
    thumbnail: String,
    sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Section {
    title: String,
    products: Vec<String>,
}

impl ProductList {
    /// A list without products so far, and the product whose picture stands above the message, by its id in the
    /// catalogue.
    pub fn new(thumbnail_product_retailer_id: impl Into<String>) -> Self {
        Self { thumbnail: thumbnail_product_retailer_id.into(), sections: Vec::new() }
    }

    /// Adds products, by their ids in the catalogue, under a title of at most 24 characters. An empty title is left
    /// out, which only a list of one section allows.
    pub fn section<P: Into<String>>(
        mut self,
        title: impl Into<String>,
        product_retailer_ids: impl IntoIterator<Item = P>,
    ) -> Self {
        let products = product_retailer_ids.into_iter().map(P::into).collect();
        self.sections.push(Section { title: title.into(), products });
        self
    }

    pub(super) fn write(&self, writer: &mut ValueWriter<'_>) {
        self.check(writer);
        let mut members = Members::new(writer);
        members.text(THUMBNAIL, &self.thumbnail);
        members.list("sections", &self.sections, |writer, section| {
            object(writer, |members| section.write(members));
        });
    }

    fn check(&self, writer: &mut ValueWriter<'_>) {
        let place = writer.place();
        let sections: Vec<usize> = self.sections.iter().map(|section| section.products.len()).collect();
        writer.problem(value::product(THUMBNAIL, &self.thumbnail, &place));
        writer.problem(value::product_list(&sections, &place));
        for (index, section) in self.sections.iter().enumerate() {
            writer.problem(value::product_section_title(index, &section.title, sections.len(), &place));
            for (at, product) in section.products.iter().enumerate() {
                let key = format_args!("sections[{index}].product_items[{at}].product_retailer_id");
                writer.problem(value::product(key, product, &place));
            }
        }
    }
}

impl Section {
    fn write(&self, members: &mut Members<'_, '_>) {
        if !self.title.is_empty() {
            members.text("title", &self.title);
        }
        members.list("product_items", &self.products, |writer, product| {
            object(writer, |members| members.text("product_retailer_id", product));
        });
    }
}

parameter! {
    /// A value that can be the products of a multi-product button: [`ProductList`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the products behind a button",
        label = "not a `ProductList`",
        note = "use `wa_template::ProductList`: `ProductList::new(\"…\").section(\"…\", [\"…\", \"…\"])`"
    )]
    ProductListParameter, write_product_list, ProductList
}
