//! What customers decide and what becomes of them, outside of messages.

mod preference;
mod user_id;

pub use self::preference::{PreferenceCategory, PreferenceValue, UserPreference};
pub use self::user_id::UserIdUpdate;

/// Defines a report about one customer: its content, and the facts that all of them share.
macro_rules! customer_report {
    ($(#[$about:meta])* pub struct $name:ident($content:ty);) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            report: $crate::webhook::origin::Report,
            customer: $crate::webhook::Sender,
            content: $content,
        }

        impl $name {
            /// The customer: by phone number, or by user id if the number is hidden.
            #[must_use]
            pub fn customer(&self) -> &$crate::webhook::Sender {
                &self.customer
            }

            /// The id of the business phone number that it concerns.
            #[must_use]
            pub fn phone_number_id(&self) -> Option<&str> {
                self.report.origin.phone_number_id()
            }

            $crate::webhook::origin::report_facts!();

            /// Reads an item; `None` if it lacks what makes it one.
            pub(in crate::webhook) fn read(
                origin: &::std::sync::Arc<$crate::webhook::origin::Origin>,
                contacts: &$crate::webhook::sender::Contacts,
                json: $crate::webhook::json::Json<'_>,
            ) -> Option<Self> {
                let item = json.object()?;
                Some(Self {
                    customer: $crate::webhook::Sender::of_item(&item, contacts),
                    content: <$content>::read(&item)?,
                    report: $crate::webhook::origin::Report::new(origin, json),
                })
            }
        }
    };
}
use customer_report;
