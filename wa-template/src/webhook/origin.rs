//! Where an event comes from.

use std::time::SystemTime;

use serde_json::{Map, Value};

use super::json;
use super::redacted::{Keyword, Redacted};

/// The webhook field, the account and the business phone number behind the events of one change.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Origin {
    field: Option<Keyword>,
    waba_id: Option<Box<str>>,
    time: Option<SystemTime>,
    phone_number_id: Option<Box<str>>,
    display_phone_number: Option<Redacted<Box<str>>>,
}

impl Origin {
    /// Takes the name of the field, and the `object` that is the same in all notifications, out of `part`.
    ///
    /// The field belongs on the change and the `object` on the root. One of the platform's samples has both on the
    /// entry (`webhooks/reference/account_update`, Dec 2025), so they are looked for on each level.
    pub(super) fn with_field(mut self, part: &mut Map<String, Value>) -> Self {
        if part.get("object").is_some_and(Value::is_string) {
            part.remove("object");
        }
        if let Some(field) = part.get("field").and_then(Value::as_str) {
            self.field = Some(Keyword::new(field.into()));
            part.remove("field");
        }
        self
    }

    /// Adds the account from an element of `entry`.
    pub(super) fn with_account(self, entry: &Map<String, Value>) -> Self {
        Self { waba_id: json::id(entry.get("id")), time: json::seconds(entry.get("time")), ..self }
    }

    /// Adds the phone number from the `metadata` of a change.
    pub(super) fn with_metadata(self, metadata: Option<&Value>) -> Self {
        let part = |name| json::id(metadata.and_then(|metadata| metadata.get(name)));
        Self {
            phone_number_id: part("phone_number_id"),
            display_phone_number: part("display_phone_number").map(Redacted::new),
            ..self
        }
    }

    pub(super) fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    pub(super) fn waba_id(&self) -> Option<&str> {
        self.waba_id.as_deref()
    }

    pub(super) fn time(&self) -> Option<SystemTime> {
        self.time
    }

    pub(super) fn phone_number_id(&self) -> Option<&str> {
        self.phone_number_id.as_deref()
    }

    pub(super) fn display_phone_number(&self) -> Option<&str> {
        self.display_phone_number.as_deref()
    }
}
