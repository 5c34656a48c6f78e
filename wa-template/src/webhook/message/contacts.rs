//! Contact cards.

use crate::webhook::json::{Json, Object};
use crate::webhook::message::message;
use crate::webhook::redacted::{Keyword, Redacted};
use crate::webhook::word::words;

message! {
    /// Contact cards that a customer sent (type `contacts`).
    ///
    /// After a tap on a template's button that requests contact info, this is how the phone number of a customer
    /// who hides it arrives: with the origin [`ContactRequest`](ContactsOrigin::ContactRequest).
    /// Sources: webhooks/reference/messages/contacts, Dec 2025; business-scoped-user-ids, June 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{ContactsOrigin, Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from_user_id": "US.13491208655302741918", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "contacts",
    ///     "origin": "contact_request",
    ///     "contacts": [{ "phones": [{ "phone": "+16505551234" }] }]
    /// }] }"#.parse()?;
    ///
    /// let message = notification.events().find_map(Event::as_contacts).expect("there is a card");
    /// assert_eq!(message.origin(), Some(&ContactsOrigin::ContactRequest));
    /// assert_eq!(message.cards()[0].phones()[0].phone(), Some("+16505551234"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct ContactsMessage(Cards);
}

words! {
    /// How contact cards came about (`origin`); since 2026.
    pub enum ContactsOrigin {
        /// The customer tapped a button that requests contact info.
        ContactRequest = "contact_request",
        /// The customer sent them unasked. The platform's word is `other`.
        Unasked = "other",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Cards {
    origin: Option<ContactsOrigin>,
    cards: Vec<ContactCard>,
}

/// One contact card. Every part may be missing; what has no accessor here is in [`ContactsMessage::raw`].
#[derive(Clone, Debug, PartialEq)]
pub struct ContactCard {
    formatted_name: Option<Redacted<Box<str>>>,
    first_name: Option<Redacted<Box<str>>>,
    last_name: Option<Redacted<Box<str>>>,
    company: Option<Redacted<Box<str>>>,
    phones: Vec<ContactPhone>,
    emails: Vec<Redacted<Box<str>>>,
    vcard: Option<Redacted<Box<str>>>,
}

/// One phone number of a contact card.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactPhone {
    phone: Option<Redacted<Box<str>>>,
    wa_id: Option<Redacted<Box<str>>>,
    user_id: Option<Redacted<Box<str>>>,
    kind: Option<Keyword>,
}

impl ContactsMessage {
    /// How the cards came about.
    #[must_use]
    pub fn origin(&self) -> Option<&ContactsOrigin> {
        self.content.origin.as_ref()
    }

    /// The cards, in their order.
    #[must_use]
    pub fn cards(&self) -> &[ContactCard] {
        &self.content.cards
    }
}

impl ContactCard {
    /// The whole name (`name.formatted_name`).
    #[must_use]
    pub fn formatted_name(&self) -> Option<&str> {
        self.formatted_name.as_deref()
    }

    /// The first name (`name.first_name`).
    #[must_use]
    pub fn first_name(&self) -> Option<&str> {
        self.first_name.as_deref()
    }

    /// The last name (`name.last_name`).
    #[must_use]
    pub fn last_name(&self) -> Option<&str> {
        self.last_name.as_deref()
    }

    /// The company (`org.company`).
    #[must_use]
    pub fn company(&self) -> Option<&str> {
        self.company.as_deref()
    }

    /// The phone numbers (`phones`).
    #[must_use]
    pub fn phones(&self) -> &[ContactPhone] {
        &self.phones
    }

    /// The e-mail addresses (`emails[].email`).
    pub fn emails(&self) -> impl Iterator<Item = &str> {
        self.emails.iter().map(|email| &**email)
    }

    /// The card as a vCard (`vcard`); since 2026.
    #[must_use]
    pub fn vcard(&self) -> Option<&str> {
        self.vcard.as_deref()
    }
}

impl ContactPhone {
    /// The number as the customer wrote it (`phone`).
    #[must_use]
    pub fn phone(&self) -> Option<&str> {
        self.phone.as_deref()
    }

    /// The number in digits, if it is on WhatsApp (`wa_id`).
    #[must_use]
    pub fn wa_id(&self) -> Option<&str> {
        self.wa_id.as_deref()
    }

    /// The business-scoped user id that belongs to it (`user_id`).
    #[must_use]
    pub fn user_id(&self) -> Option<&str> {
        self.user_id.as_deref()
    }

    /// What the number is for, such as `MOBILE` (`type`).
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }
}

impl Cards {
    fn read(message: &Object<'_>) -> Option<Self> {
        let cards = || message.items("contacts").filter_map(Json::object);
        // The page does not show where it stands: on the message or on its cards.
        let origin = message.word("origin").or_else(|| cards().find_map(|card| card.word("origin")));
        let cards: Vec<_> = cards().map(|card| ContactCard::read(&card)).collect();
        (!cards.is_empty() || origin.is_some()).then_some(Self { origin, cards })
    }
}

impl ContactCard {
    fn read(card: &Object<'_>) -> Self {
        let name = card.object("name");
        let name = |part| name.as_ref().and_then(|name| name.private(part));
        let emails = card.items("emails").filter_map(|email| match email.object() {
            Some(email) => email.private_id("email"),
            None => email.id().map(Redacted::new),
        });
        Self {
            formatted_name: name("formatted_name"),
            first_name: name("first_name"),
            last_name: name("last_name"),
            company: card.object("org").and_then(|org| org.private("company")),
            phones: card
                .items("phones")
                .filter_map(Json::object)
                .map(|phone| ContactPhone::read(&phone))
                .collect(),
            emails: emails.collect(),
            vcard: card.private_id("vcard"),
        }
    }
}

impl ContactPhone {
    fn read(phone: &Object<'_>) -> Self {
        Self {
            phone: phone.private_id("phone"),
            wa_id: phone.private_id("wa_id"),
            user_id: phone.private_id("user_id"),
            kind: phone.text("type").map(Keyword::of),
        }
    }
}
