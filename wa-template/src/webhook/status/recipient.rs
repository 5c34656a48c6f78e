//! Whom a message was sent to.

use crate::webhook::json::{Malformed, Reader, Span};

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
    /// Reads the member whose value comes next, of a status that starts at a position, if it is about the recipient.
    #[inline]
    pub(super) fn read(&mut self, key: &str, reader: &mut Reader<'_>, start: usize) -> Result<(), Malformed> {
        match key {
            "recipient_id" => set(&mut self.id, Span::id(reader, start)?),
            "recipient_user_id" => set(&mut self.user_id, Span::id(reader, start)?),
            "recipient_type" => self.is_group = reader.text()?.is_some_and(|kind| kind == "group"),
            // Old On-Premises clients have the recipient in a `message` object.
            "message" if self.id.is_missing() => {
                let id = reader.value()?.object().and_then(|message| message.id("recipient_id"));
                self.id = id.map_or(Span::Missing, Span::Owned);
            }
            key => match Rare::of(key) {
                Some(id) => {
                    let rare = self.rare.get_or_insert_default();
                    set(id(rare), Span::id(reader, start)?);
                }
                None => drop(reader.value()?),
            },
        }
        Ok(())
    }
}

impl Rare {
    /// Where the id in a member belongs.
    fn of(key: &str) -> Option<fn(&mut Self) -> &mut Span> {
        match key {
            // The second name was used before 5 May 2026 (business-scoped-user-ids, June 2026).
            "recipient_parent_user_id" | "parent_recipient_user_id" => Some(|rare| &mut rare.parent_user_id),
            "recipient_identity_key_hash" => Some(|rare| &mut rare.identity_key_hash),
            // One sample of the platform has the words in the other order (groups/webhooks, Dec 2025).
            "recipient_participant_id" | "participant_recipient_id" => Some(|rare| &mut rare.participant_id),
            "recipient_participant_user_id" | "participant_recipient_user_id" => {
                Some(|rare| &mut rare.participant_user_id)
            }
            "recipient_participant_parent_user_id" | "participant_recipient_parent_user_id" => {
                Some(|rare| &mut rare.participant_parent_user_id)
            }
            _ => None,
        }
    }
}

/// Sets an id, unless the value is none: then one that came under another name stays.
#[inline]
fn set(id: &mut Span, value: Span) {
    if !value.is_missing() {
        *id = value;
    }
}
