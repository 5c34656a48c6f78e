//! From the JSON of a message to its event.

use std::borrow::Cow;
use std::sync::Arc;

use crate::webhook::json::{Json, Object};
use crate::webhook::origin::Origin;
use crate::webhook::sender::Contacts;
use crate::webhook::{
    ButtonReply, CallPermissionReply, ContactsMessage, EditMessage, Event, FlowReply, IncomingMessage,
    InteractiveReply, LocationMessage, MediaMessage, OrderMessage, Other, ReactionMessage, RevokeMessage,
    SystemMessage, TextMessage, UnsupportedMessage, WelcomeRequest,
};

/// Reads an element of `messages`; it is of its own kind if its content is what the kind promises.
pub(in crate::webhook) fn event(origin: &Arc<Origin>, contacts: &Contacts, json: Json<'_>) -> Event {
    let broken = || Event::Other(Other::new(origin, json));
    let Some(object) = json.object() else { return broken() };
    let Some(message) = IncomingMessage::read(origin, contacts, json, &object) else { return broken() };
    typed(message, &object).unwrap_or_else(|message| Event::Other(Other::of_message(message)))
}

fn typed(message: IncomingMessage, object: &Object<'_>) -> Result<Event, Box<IncomingMessage>> {
    match kind(object).as_deref().unwrap_or_default() {
        "button" => ButtonReply::read(message, object).map(Event::ButtonReply),
        "text" => TextMessage::read(message, object).map(Event::Text),
        "interactive" => match interactive_kind(object).as_deref().unwrap_or_default() {
            "nfm_reply" => FlowReply::read(message, object).map(Event::FlowReply),
            "call_permission_reply" => CallPermissionReply::read(message, object).map(Event::CallPermission),
            _ => InteractiveReply::read(message, object).map(Event::Interactive),
        },
        "order" => OrderMessage::read(message, object).map(Event::Order),
        "image" | "video" | "audio" | "voice" | "document" | "sticker" => {
            MediaMessage::read(message, object).map(Event::Media)
        }
        "location" => LocationMessage::read(message, object).map(Event::Location),
        "contacts" => ContactsMessage::read(message, object).map(Event::Contacts),
        "reaction" => ReactionMessage::read(message, object).map(Event::Reaction),
        "system" => SystemMessage::read(message, object).map(Event::System),
        "request_welcome" => WelcomeRequest::read(message, object).map(Event::Welcome),
        "edit" => EditMessage::read(message, object).map(Event::Edit),
        "revoke" => RevokeMessage::read(message, object).map(Event::Revoke),
        "unsupported" | "unknown" => UnsupportedMessage::read(message, object).map(Event::Unsupported),
        _ => Err(Box::new(message)),
    }
}

/// The kind of a message. One that does not say its kind is of the kind whose content it has.
fn kind<'a>(message: &Object<'a>) -> Option<Cow<'a, str>> {
    const WITH_CONTENT: [&str; 15] = [
        "button",
        "text",
        "interactive",
        "order",
        "image",
        "video",
        "audio",
        "voice",
        "document",
        "sticker",
        "location",
        "contacts",
        "reaction",
        "system",
        "edit",
    ];
    named_or_present(message, &WITH_CONTENT)
}

fn interactive_kind<'a>(message: &Object<'a>) -> Option<Cow<'a, str>> {
    named_or_present(&message.object("interactive")?, &["nfm_reply", "call_permission_reply"])
}

/// The `type` of an object, or else the first of the kinds that it has a member of.
fn named_or_present<'a>(object: &Object<'a>, kinds: &[&'static str]) -> Option<Cow<'a, str>> {
    let named = object.text("type").filter(|kind| !kind.is_empty());
    named.or_else(|| kinds.iter().find(|kind| object.has(kind)).map(|kind| Cow::Borrowed(*kind)))
}
