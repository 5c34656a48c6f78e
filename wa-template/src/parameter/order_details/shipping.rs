//! Where an order is delivered.

use super::super::members::{Members, object};
use super::texts::texts;

/// Where an order may be delivered: a country and the customer's known addresses in it. For checkout buttons only
/// (`payments/payments-in/checkout-button-templates`).
///
/// # Example
///
/// ```
/// use wa_template::{ShippingAddress, ShippingInfo};
///
/// let mumbai = ShippingAddress::new().name("Nidhi Tripathi").city("Mumbai").in_pin_code("400051");
/// let shipping_info = ShippingInfo::new("IN").address(mumbai);
/// # let _ = shipping_info;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct ShippingInfo {
    country: String,
    addresses: Vec<ShippingAddress>,
}

texts! {
    /// An address in India. Which of its members the platform requires is not documented.
    ShippingAddress {
        /// Who receives the order.
        name,
        /// The telephone number of who receives it.
        phone_number,
        /// Street and number, or whatever stands for them.
        address,
        /// The city.
        city,
        /// The state.
        state,
        /// The postal code: six digits.
        in_pin_code,
        /// The number of the house or flat.
        house_number,
        /// The number of the tower.
        tower_number,
        /// The name of the building.
        building_name,
        /// What is near.
        landmark_area,
    }
}

impl ShippingInfo {
    /// A country by its two letters, `IN`, without addresses so far.
    pub fn new(country: impl Into<String>) -> Self {
        Self { country: country.into(), addresses: Vec::new() }
    }

    /// Adds an address from which the customer can choose.
    pub fn address(mut self, address: ShippingAddress) -> Self {
        self.addresses.push(address);
        self
    }

    pub(super) fn write(&self, members: &mut Members<'_, '_>) {
        members.text("country", &self.country);
        if !self.addresses.is_empty() {
            members.list("addresses", &self.addresses, |writer, address| {
                object(writer, |members| address.write(members));
            });
        }
    }
}
