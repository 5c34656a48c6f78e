//! Whom a message was sent to.

use crate::webhook::json::{Json, Span};

/// Whom a message was sent to, as far as the platform tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Recipient {
    pub(super) id: Span,
    pub(super) user_id: Span,
    pub(super) is_group: bool,
    /// What few statuses have, so that the others do not carry the room for it.
    pub(super) rare: Option<Box<Rare>>,
}

/// Further ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Rare {
    pub(super) parent_user_id: Span,
    pub(super) identity_key_hash: Span,
    pub(super) participant_id: Span,
    pub(super) participant_user_id: Span,
    pub(super) participant_parent_user_id: Span,
}

impl Recipient {
    /// Takes over a member of a status that ends at a byte of it, if it is about the recipient.
    #[inline]
    pub(super) fn take(&mut self, key: &str, value: Json<'_>, end: usize) {
        match key {
            "recipient_id" => set(&mut self.id, value, end),
            "recipient_user_id" => set(&mut self.user_id, value, end),
            "recipient_type" => self.is_group = value.text().is_some_and(|kind| kind == "group"),
            // Old On-Premises clients have the recipient in a `message` object.
            "message" if self.id.is_missing() => {
                let id = value.object().and_then(|message| message.id("recipient_id"));
                self.id = id.map_or(Span::Missing, Span::Owned);
            }
            key => self.take_rare(key, value, end),
        }
    }

    fn take_rare(&mut self, key: &str, value: Json<'_>, end: usize) {
        let rare = |rare: &mut Option<Box<Rare>>, of: fn(&mut Rare) -> &mut Span| {
            set(of(rare.get_or_insert_default()), value, end);
        };
        match key {
            // The second name was used before 5 May 2026 (business-scoped-user-ids, June 2026).
            "recipient_parent_user_id" | "parent_recipient_user_id" => {
                rare(&mut self.rare, |rare| &mut rare.parent_user_id);
            }
            "recipient_identity_key_hash" => rare(&mut self.rare, |rare| &mut rare.identity_key_hash),
            // One sample of the platform has the words in the other order (groups/webhooks, Dec 2025).
            "recipient_participant_id" | "participant_recipient_id" => {
                rare(&mut self.rare, |rare| &mut rare.participant_id);
            }
            "recipient_participant_user_id" | "participant_recipient_user_id" => {
                rare(&mut self.rare, |rare| &mut rare.participant_user_id);
            }
            "recipient_participant_parent_user_id" | "participant_recipient_parent_user_id" => {
                rare(&mut self.rare, |rare| &mut rare.participant_parent_user_id);
            }
            _ => {}
        }
    }
}

/// Sets an id, unless the value is none: then one that came under another name stays.
#[inline]
fn set(id: &mut Span, value: Json<'_>, end: usize) {
    match Span::id(value, end) {
        Span::Missing => {}
        span => *id = span,
    }
}
