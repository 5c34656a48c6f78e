//! Who sent a message.

use std::collections::HashMap;

use super::json::{Json, Object};
use super::redacted::Redacted;

/// The customer who sent a message, or whom a report is about.
///
/// A customer who goes by a user name may hide the phone number: then [`wa_id`](Self::wa_id) is missing and
/// [`user_id`](Self::user_id) identifies the customer to this business (business-scoped-user-ids, June 2026). So
/// know a customer by either of the two, and require neither: [`key`](Self::key) is one that is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sender {
    wa_id: Option<Redacted<Box<str>>>,
    user_id: Option<Redacted<Box<str>>>,
    parent_user_id: Option<Redacted<Box<str>>>,
    name: Option<Redacted<Box<str>>>,
    username: Option<Redacted<Box<str>>>,
    identity_key_hash: Option<Redacted<Box<str>>>,
}

impl Sender {
    /// What to file the customer under: the phone number, or the user id if the number is hidden.
    ///
    /// Missing only if the notification names the customer in no way.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.wa_id().or(self.user_id())
    }

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

    /// The fingerprint of the customer's identity (`identity_key_hash`), if the identity check is switched on.
    #[must_use]
    pub fn identity_key_hash(&self) -> Option<&str> {
        self.identity_key_hash.as_deref()
    }

    /// Reads the sender of a message; names and missing ids come from `contacts`.
    pub(super) fn of_message(message: &Object<'_>, contacts: &Contacts) -> Self {
        let sender = Self {
            wa_id: message.private_id("from"),
            user_id: message.private_id("from_user_id"),
            parent_user_id: message.private_id("from_parent_user_id"),
            ..Self::default()
        };
        sender.completed(contacts)
    }

    /// Reads the customer whom an item is about; names and missing ids come from `contacts`.
    pub(super) fn of_item(item: &Object<'_>, contacts: &Contacts) -> Self {
        let customer = Self {
            wa_id: item.private_id("wa_id"),
            // In `user_id_update` this is an object with the old and the new id.
            user_id: item.private_id("user_id"),
            parent_user_id: item.private_id("parent_user_id"),
            ..Self::default()
        };
        customer.completed(contacts)
    }

    fn of_contact(contact: Json<'_>) -> Self {
        let Some(contact) = contact.object() else { return Self::default() };
        let profile = contact.object("profile");
        let username = profile.as_ref().and_then(|profile| profile.id("username"));
        Self {
            wa_id: contact.private_id("wa_id"),
            user_id: contact.private_id("user_id"),
            parent_user_id: contact.private_id("parent_user_id"),
            name: profile.and_then(|profile| profile.private_id("name")),
            // Early samples of the platform have the `@`, later ones do not.
            username: username.map(|name| Redacted::new(name.strip_prefix('@').unwrap_or(&name).into())),
            identity_key_hash: contact.private_id("identity_key_hash"),
        }
    }

    fn completed(self, contacts: &Contacts) -> Self {
        let Some(contact) = contacts.find(&self) else { return self };
        Self {
            wa_id: self.wa_id.or_else(|| contact.wa_id.clone()),
            user_id: self.user_id.or_else(|| contact.user_id.clone()),
            parent_user_id: self.parent_user_id.or_else(|| contact.parent_user_id.clone()),
            name: self.name.or_else(|| contact.name.clone()),
            username: self.username.or_else(|| contact.username.clone()),
            identity_key_hash: self.identity_key_hash.or_else(|| contact.identity_key_hash.clone()),
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

/// The `contacts` of a change, found by id.
#[derive(Default)]
pub(super) struct Contacts {
    contacts: Vec<Sender>,
    /// Phone numbers and user ids never look alike, so one map holds both. It keeps a body full of contacts and
    /// messages from taking quadratic time.
    by_id: HashMap<Box<str>, usize>,
}

impl Contacts {
    pub(super) fn read(contacts: Option<Json<'_>>) -> Self {
        let contacts: Vec<_> = contacts.into_iter().flat_map(Json::items).map(Sender::of_contact).collect();
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
