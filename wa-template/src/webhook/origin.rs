//! Where an event comes from.

use std::mem;
use std::sync::Arc;
use std::time::SystemTime;

use super::Event;
use super::json::{Json, Raw};
use super::redacted::{Keyword, Redacted};

/// The webhook field, the account and the business phone number behind the events of one change.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Origin {
    pub(super) field: Option<Keyword>,
    pub(super) waba_id: Option<Arc<str>>,
    pub(super) time: Option<SystemTime>,
    pub(super) phone_number_id: Option<Box<str>>,
    pub(super) display_phone_number: Option<Redacted<Box<str>>>,
}

impl Origin {
    /// Takes over a part that stands beside others on some level of the envelope; `false` if it is none of ours.
    ///
    /// The field belongs on the change, and `object`, which is the same in all notifications, on the root. One of
    /// the platform's samples has both on the entry, another inside of the value
    /// (`webhooks/reference/account_update`, Sep 2026), so they are looked for on each level.
    pub(super) fn take(&mut self, key: &str, value: Json<'_>) -> bool {
        match key {
            "object" => value.is_string(),
            "field" if value.is_string() => {
                self.field = value.text().map(Keyword::of);
                true
            }
            _ => false,
        }
    }

    /// The origin of a change: this one of its entry, with the field and the phone number of the change.
    ///
    /// Changes of one notification mostly have all of it in common with the one before, and then they share it.
    pub(super) fn of_change<'a>(
        &self,
        field: Option<&str>,
        metadata: Option<Json<'a>>,
        last: &mut Last<'a>,
    ) -> Arc<Self> {
        let field = field.or(self.field());
        let is_same = |last: &&Arc<Self>| {
            last.field() == field && last.waba_id == self.waba_id && last.time == self.time
        };
        let metadata = metadata.map(Json::as_str);
        if let Some(origin) = last.origin.as_ref().filter(is_same)
            && last.metadata == metadata
        {
            return Arc::clone(origin);
        }
        let mut origin = Self {
            field: field.map(|field| Keyword::of(field.into())),
            waba_id: self.waba_id.clone(),
            time: self.time,
            ..Self::default()
        };
        if let Some(metadata) = metadata {
            for (key, value) in Json::nested(metadata).members() {
                match &*key {
                    "phone_number_id" => origin.phone_number_id = value.id(),
                    "display_phone_number" => origin.display_phone_number = value.id().map(Redacted::new),
                    _ => {}
                }
            }
        }
        let origin = Arc::new(origin);
        *last = Last { origin: Some(Arc::clone(&origin)), metadata };
        origin
    }

    /// Gives events the account and the time of this one of their entry, because these came after them.
    pub(super) fn hand_down(&self, events: &mut [Event]) {
        let mut last: Option<(Arc<Self>, Arc<Self>)> = None;
        for origin in events.iter_mut().filter_map(Event::origin_mut) {
            if let Some((before, after)) = &last
                && Arc::ptr_eq(before, origin)
            {
                *origin = Arc::clone(after);
                continue;
            }
            let after =
                Arc::new(Self { waba_id: self.waba_id.clone(), time: self.time, ..(**origin).clone() });
            last = Some((mem::replace(origin, Arc::clone(&after)), after));
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

/// The origin of the change before, and the `metadata` that it was made of.
#[derive(Default)]
pub(super) struct Last<'a> {
    origin: Option<Arc<Origin>>,
    metadata: Option<&'a str>,
}

/// What every report about something else than a message has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Report {
    pub(super) origin: Arc<Origin>,
    pub(super) raw: Raw,
}

impl Report {
    pub(super) fn new(origin: &Arc<Origin>, json: Json<'_>) -> Self {
        Self { origin: Arc::clone(origin), raw: Raw::new(json.as_str()) }
    }
}

/// Gives a report, in its `impl` block, the facts that all reports share.
macro_rules! report_facts {
    () => {
        /// The id of the business account (WABA) that it belongs to (`entry[].id`); missing On-Premises.
        #[must_use]
        pub fn waba_id(&self) -> Option<&str> {
            self.report.origin.waba_id()
        }

        /// When the platform sent the report (`entry[].time`), to the second.
        ///
        /// Present for templates, accounts and phone numbers; missing for what concerns a single customer.
        #[must_use]
        pub fn time(&self) -> Option<::std::time::SystemTime> {
            self.report.origin.time()
        }

        /// The report as it came, with every field.
        ///
        /// A number beyond the range of `f64` is a string of its digits here; [`raw_json`](Self::raw_json) has it
        /// as it was written.
        #[must_use]
        pub fn raw(&self) -> &::serde_json::Value {
            self.report.raw.tree()
        }

        /// The report as it came, as JSON text.
        #[must_use]
        pub fn raw_json(&self) -> &str {
            self.report.raw.as_str()
        }

        pub(in crate::webhook) fn event_origin(&self) -> Option<&$crate::webhook::origin::Origin> {
            Some(&self.report.origin)
        }

        pub(in crate::webhook) fn event_origin_mut(
            &mut self,
        ) -> Option<&mut ::std::sync::Arc<$crate::webhook::origin::Origin>> {
            Some(&mut self.report.origin)
        }
    };
}
pub(super) use report_facts;
