//! Who sent a message.

use std::collections::HashMap;

use serde_json::Value;

use super::json;
use super::redacted::Redacted;

/// The customer who sent a message.
///
/// A customer who goes by a user name may hide the phone number: then [`wa_id`](Self::wa_id) is missing and
/// [`user_id`](Self::user_id) identifies the customer to this business (business-scoped-user-ids, June 2026). So
/// know a customer by either of the two, and require neither.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sender {
    wa_id: Option<Redacted<Box<str>>>,
    user_id: Option<Redacted<Box<str>>>,
    parent_user_id: Option<Redacted<Box<str>>>,
    name: Option<Redacted<Box<str>>>,
    username: Option<Redacted<Box<str>>>,
}

impl Sender {
    /// The phone number as the platform writes it: digits only, without `+`.
    ///
    /// The platform's own form of the number may differ from the number that a message was sent to.
    #[must_use]
    pub fn wa_id(&self) -> Option<&str> {
        self.wa_id.as_deref()
    }

    /// The business-scoped user id, such as `US.13491208655302741918`.
    ///
    /// Another business sees another id of the same customer.
    #[must_use]
    pub fn user_id(&self) -> Option<&str> {
        self.user_id.as_deref()
    }

    /// The user id that is shared by linked business portfolios, such as `US.ENT.11815799212886844830`.
    #[must_use]
    pub fn parent_user_id(&self) -> Option<&str> {
        self.parent_user_id.as_deref()
    }

    /// The name that the customer shows to others: chosen freely, not verified, changes.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The user name without `@`.
    #[must_use]
    pub fn username(&self) -> Option<&str> {
        self.username.as_deref()
    }

    /// Reads the sender of `message`; names and missing ids come from `contacts`.
    pub(super) fn read(message: &Value, contacts: &Contacts) -> Self {
        let sender = Self {
            wa_id: private(message.get("from")),
            user_id: private(message.get("from_user_id")),
            parent_user_id: private(message.get("from_parent_user_id")),
            ..Self::default()
        };
        match contacts.find(&sender) {
            Some(contact) => sender.or(contact),
            None => sender,
        }
    }

    fn of_contact(contact: &Value) -> Self {
        let profile = |name| contact.get("profile").and_then(|profile| profile.get(name));
        Self {
            wa_id: private(contact.get("wa_id")),
            user_id: private(contact.get("user_id")),
            parent_user_id: private(contact.get("parent_user_id")),
            name: private(profile("name")),
            // Early samples of the platform have the `@`, later ones do not.
            username: json::id(profile("username"))
                .map(|name| Redacted::new(name.strip_prefix('@').unwrap_or(&name).into())),
        }
    }

    fn or(self, contact: &Self) -> Self {
        Self {
            wa_id: self.wa_id.or_else(|| contact.wa_id.clone()),
            user_id: self.user_id.or_else(|| contact.user_id.clone()),
            parent_user_id: self.parent_user_id.or_else(|| contact.parent_user_id.clone()),
            name: self.name.or_else(|| contact.name.clone()),
            username: self.username.or_else(|| contact.username.clone()),
        }
    }

    /// Whether both may be the same customer: no id that both have differs.
    fn is_compatible(&self, other: &Self) -> bool {
        let differs = |ours: Option<&str>, theirs: Option<&str>| {
            ours.zip(theirs).is_some_and(|(ours, theirs)| ours != theirs)
        };
        !differs(self.wa_id(), other.wa_id()) && !differs(self.user_id(), other.user_id())
    }
}

fn private(value: Option<&Value>) -> Option<Redacted<Box<str>>> {
    json::id(value).map(Redacted::new)
}

/// The `contacts` of a change, found by id.
#[derive(Default)]
pub(super) struct Contacts {
    contacts: Vec<Sender>,
    /// Phone numbers and user ids never look alike, so one map holds both. It keeps a body full of contacts and
    /// messages from taking quadratic time.
    by_id: HashMap<Box<str>, usize>,
}

impl Contacts {
    pub(super) fn read(contacts: Option<&Value>) -> Self {
        let contacts = match contacts {
            Some(Value::Array(contacts)) => contacts.iter().map(Sender::of_contact).collect(),
            Some(contact) => vec![Sender::of_contact(contact)],
            None => Vec::new(),
        };
        let mut by_id = HashMap::with_capacity(contacts.len());
        for (position, contact) in contacts.iter().enumerate() {
            for id in [contact.wa_id(), contact.user_id()].into_iter().flatten() {
                by_id.entry(id.into()).or_insert(position);
            }
        }
        Self { contacts, by_id }
    }

    fn find(&self, sender: &Sender) -> Option<&Sender> {
        let ids = [sender.wa_id(), sender.user_id()];
        let by_id = ids.into_iter().flatten().find_map(|id| self.contacts.get(*self.by_id.get(id)?));
        match (by_id, self.contacts.as_slice()) {
            (Some(contact), _) => Some(contact),
            // The message gives one kind of id and the contact the other.
            (None, [only]) => Some(only).filter(|only| only.is_compatible(sender)),
            (None, _) => None,
        }
    }
}
