//! What is bought.

use super::super::members::Members;
use super::amount::Amount;
use super::texts::texts;
use crate::definition::value;
use crate::writer::ValueWriter;

/// One line of an order (`payments/payments-in/orderdetailstemplate`, October 2025).
///
/// # Example
///
/// ```
/// use wa_template::{Amount, OrderItem};
///
/// let aloe = OrderItem::new("Blue Elf Aloe", Amount::hundredths(200_000), 2)
///     .sale_amount(Amount::hundredths(150_000))
///     .retailer_id("nqryix03ez");
/// # let _ = aloe;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct OrderItem {
    name: String,
    amount: Amount,
    quantity: u32,
    retailer_id: Option<String>,
    sale_amount: Option<Amount>,
    image_link: Option<String>,
    country_of_origin: Option<String>,
    importer_name: Option<String>,
    importer_address: Option<ImporterAddress>,
}

texts! {
    /// Where the importer of an item has its seat. Which of its members the platform requires is not documented.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::ImporterAddress;
    ///
    /// let seat = ImporterAddress::new().address_line1("One BKC").city("Mumbai").country_code("IN");
    /// # let _ = seat;
    /// ```
    ImporterAddress {
        /// The first line.
        address_line1,
        /// The second line.
        address_line2,
        /// The city.
        city,
        /// The code of the state or region.
        zone_code,
        /// The postal code.
        postal_code,
        /// The country by its two letters, `IN`.
        country_code,
    }
}

impl OrderItem {
    /// An item by its name, of 1 to 60 characters, what *one* of it costs, and how many there are, at least 1.
    pub fn new(name: impl Into<String>, amount: Amount, quantity: u32) -> Self {
        Self {
            name: name.into(),
            amount,
            quantity,
            retailer_id: None,
            sale_amount: None,
            image_link: None,
            country_of_origin: None,
            importer_name: None,
            importer_address: None,
        }
    }

    /// Its id in the business's catalogue or books.
    pub fn retailer_id(mut self, retailer_id: impl Into<String>) -> Self {
        self.retailer_id = Some(retailer_id.into());
        self
    }

    /// What one of it costs now. The subtotal counts this instead of the amount, which is shown crossed out.
    pub fn sale_amount(mut self, sale_amount: Amount) -> Self {
        self.sale_amount = Some(sale_amount);
        self
    }

    /// The absolute `http` or `https` address of a picture (`image.link`). An order with pictures has at most 10 items.
    pub fn image_link(mut self, link: impl Into<String>) -> Self {
        self.image_link = Some(link.into());
        self
    }

    /// Where it was made. India wants this, and the importer, of items without a catalogue.
    pub fn country_of_origin(mut self, country: impl Into<String>) -> Self {
        self.country_of_origin = Some(country.into());
        self
    }

    /// Who imported it.
    pub fn importer_name(mut self, name: impl Into<String>) -> Self {
        self.importer_name = Some(name.into());
        self
    }

    /// Where the importer has its seat.
    pub fn importer_address(mut self, address: ImporterAddress) -> Self {
        self.importer_address = Some(address);
        self
    }

    pub(super) fn has_image(&self) -> bool {
        self.image_link.is_some()
    }

    /// What one of it costs, and how many there are.
    pub(super) fn price_and_quantity(&self) -> (i64, i64) {
        (self.sale_amount.unwrap_or(self.amount).as_hundredths(), self.quantity.into())
    }

    /// Its amounts, by the keys under which they stand.
    pub(super) fn amounts(&self) -> impl Iterator<Item = (&'static str, Amount)> {
        [("amount", Some(self.amount)), ("sale_amount", self.sale_amount)]
            .into_iter()
            .filter_map(|(key, amount)| Some((key, amount?)))
    }

    pub(super) fn check(&self, index: usize, writer: &mut ValueWriter<'_>) {
        let place = writer.place();
        writer.problem(value::order_item_name(index, &self.name, &place));
        writer.problem(value::order_item_quantity(index, self.quantity.into(), &place));
        let image = self.image_link.as_deref().map(value::Media::Link);
        writer.problem(image.and_then(|image| value::media(image, &place)));
    }

    pub(super) fn write(&self, members: &mut Members<'_, '_>) {
        members.optional_text("retailer_id", self.retailer_id.as_deref());
        members.text("name", &self.name);
        members.object("amount", |members| self.amount.write(members));
        members.number("quantity", self.quantity);
        if let Some(sale_amount) = self.sale_amount {
            members.object("sale_amount", |members| sale_amount.write(members));
        }
        if let Some(link) = &self.image_link {
            members.object("image", |members| members.text("link", link));
        }
        members.optional_text("country_of_origin", self.country_of_origin.as_deref());
        members.optional_text("importer_name", self.importer_name.as_deref());
        if let Some(address) = &self.importer_address {
            members.object("importer_address", |members| address.write(members));
        }
    }
}
