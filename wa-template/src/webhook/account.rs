//! What became of accounts and phone numbers.

mod alert;
mod capability;
mod limit;
mod phone_number;
mod review;
mod security;
mod update;
mod username;

pub use self::alert::AccountAlert;
pub use self::capability::BusinessCapabilityUpdate;
pub use self::limit::MessagingLimit;
pub use self::phone_number::{
    NameDecision, PhoneNumberEvent, PhoneNumberNameUpdate, PhoneNumberQualityUpdate,
};
pub use self::review::{AccountReviewUpdate, ReviewDecision};
pub use self::security::{SecurityEvent, SecurityUpdate};
pub use self::update::{AccountEvent, AccountRestriction, AccountUpdate, RestrictionType, VolumeTier};
pub use self::username::{BusinessUsernameUpdate, UsernameStatus};

/// Defines a report about an account or a phone number: its content, and the facts that all of them share.
macro_rules! account_report {
    ($(#[$about:meta])* pub struct $name:ident($content:ty);) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            report: $crate::webhook::origin::Report,
            content: $content,
        }

        impl $name {
            $crate::webhook::origin::report_facts!();

            /// Reads the value of a change; `None` if it lacks what makes it one.
            pub(in crate::webhook) fn read(
                origin: &::std::sync::Arc<$crate::webhook::origin::Origin>,
                json: $crate::webhook::json::Json<'_>,
                value: &$crate::webhook::json::Object<'_>,
            ) -> Option<Self> {
                let content = <$content>::read(value)?;
                Some(Self { report: $crate::webhook::origin::Report::new(origin, json), content })
            }
        }
    };
}
use account_report;
