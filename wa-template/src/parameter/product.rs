//! Products of a catalogue.

use super::members::Members;
use crate::definition::value;
use crate::writer::ValueWriter;

/// The product of a product header, in a single-product template or on a product card
/// (`templates/marketing-templates/spm-templates`).
///
/// # Example
///
/// ```
/// use wa_template::Product;
///
/// let aloe = Product::new("nqryix03ez", "194836987003835");
/// assert_eq!(aloe.product_retailer_id(), "nqryix03ez");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Product {
    product_retailer_id: String,
    catalog_id: String,
}

impl Product {
    /// A product by its id in the catalogue ("Content ID" in the Commerce Manager) and the id of that catalogue, which
    /// must be connected to the business account. `build()` refuses empty ones.
    #[must_use]
    pub fn new(product_retailer_id: impl Into<String>, catalog_id: impl Into<String>) -> Self {
        Self { product_retailer_id: product_retailer_id.into(), catalog_id: catalog_id.into() }
    }

    /// The id of the product in its catalogue.
    #[must_use]
    pub fn product_retailer_id(&self) -> &str {
        &self.product_retailer_id
    }

    /// The id of the catalogue.
    #[must_use]
    pub fn catalog_id(&self) -> &str {
        &self.catalog_id
    }

    pub(super) fn write(&self, writer: &mut ValueWriter<'_>) {
        let place = writer.place();
        writer.problem(value::product("product_retailer_id", &self.product_retailer_id, &place));
        writer.problem(value::product("catalog_id", &self.catalog_id, &place));
        let mut members = Members::new(writer);
        members.text("product_retailer_id", &self.product_retailer_id);
        members.text("catalog_id", &self.catalog_id);
    }
}
