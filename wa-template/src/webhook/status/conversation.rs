//! The conversation that a message was counted in.

use std::time::SystemTime;

use crate::webhook::json::{Json, Malformed, Reader};
use crate::webhook::redacted::Redacted;
use crate::webhook::word::words;

/// The conversation that a message was counted in (`conversation`).
///
/// Present on `sent` and one of `delivered` and `read`; since v24.0 only for conversations that began at a free entry
/// point. Source: webhooks/reference/messages/status, Sep 2026.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conversation {
    id: Option<Redacted<Box<str>>>,
    expiration: Option<SystemTime>,
    origin: Option<ConversationOrigin>,
}

words! {
    /// What opened a conversation (`conversation.origin.type`).
    pub enum ConversationOrigin {
        /// A one-time code.
        Authentication = "authentication",
        /// A one-time code, at the international rate.
        AuthenticationInternational = "authentication_international" | "authentication-international",
        /// A marketing template.
        Marketing = "marketing",
        /// A marketing template by the Marketing Messages API.
        MarketingLite = "marketing_lite",
        /// A utility template.
        Utility = "utility",
        /// The customer wrote first.
        Service = "service",
        /// An ad or a button on a page that leads to WhatsApp: free of charge.
        ReferralConversion = "referral_conversion",
    }
}

impl Conversation {
    /// The id of the conversation.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// When the conversation ends (`expiration_timestamp`), to the second; only on `sent`.
    #[must_use]
    pub fn expiration(&self) -> Option<SystemTime> {
        self.expiration
    }

    /// What opened the conversation (`origin.type`).
    #[must_use]
    pub fn origin(&self) -> Option<&ConversationOrigin> {
        self.origin.as_ref()
    }

    /// Reads the members of the object that comes next, without its `pricing`, which one sample has inside.
    pub(super) fn read<'a>(reader: &mut Reader<'a>) -> Result<(Self, Option<Json<'a>>), Malformed> {
        let mut conversation = Self::default();
        let mut pricing = None;
        reader.enter(b'{')?;
        let mut is_first = true;
        while let Some(key) = reader.key(&mut is_first)? {
            match &*key {
                "id" => conversation.id = reader.value()?.id().map(Redacted::new),
                "expiration_timestamp" => conversation.expiration = reader.seconds()?,
                "origin" => conversation.origin = origin(reader)?,
                "pricing" => pricing = Some(reader.value()?),
                _ => drop(reader.value()?),
            }
        }
        Ok((conversation, pricing))
    }
}

/// Reads the type inside of the object that comes next.
fn origin(reader: &mut Reader<'_>) -> Result<Option<ConversationOrigin>, Malformed> {
    if reader.peek()? != b'{' {
        return reader.word();
    }
    let mut origin = None;
    reader.enter(b'{')?;
    let mut is_first = true;
    while let Some(key) = reader.key(&mut is_first)? {
        match &*key {
            "type" => origin = reader.word()?,
            _ => drop(reader.value()?),
        }
    }
    Ok(origin)
}
