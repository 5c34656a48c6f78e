//! The kinds of events.

use std::sync::Arc;

use super::origin::Origin;
use super::{ButtonReply, ErrorReport, IncomingMessage, Other, Status, TextMessage};

/// One thing that happened.
///
/// New kinds may be added; until then they come as [`Event::Other`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A customer tapped a quick-reply button of a template.
    ButtonReply(ButtonReply),
    /// A customer wrote free text, perhaps instead of tapping a button.
    Text(TextMessage),
    /// A message that was sent changed its status: sent, delivered, read, failed.
    Status(Status),
    /// The platform reports an error that belongs to no single message.
    Error(ErrorReport),
    /// Anything else, with its JSON: other kinds of messages, other webhook fields, broken items.
    Other(Other),
}

impl Event {
    /// The tap, if the event is one.
    #[must_use]
    pub fn as_button_reply(&self) -> Option<&ButtonReply> {
        match self {
            Self::ButtonReply(reply) => Some(reply),
            _ => None,
        }
    }

    /// The free text, if the event is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&TextMessage> {
        match self {
            Self::Text(message) => Some(message),
            _ => None,
        }
    }

    /// The status, if the event is one.
    #[must_use]
    pub fn as_status(&self) -> Option<&Status> {
        match self {
            Self::Status(status) => Some(status),
            _ => None,
        }
    }

    /// The error report, if the event is one.
    #[must_use]
    pub fn as_error(&self) -> Option<&ErrorReport> {
        match self {
            Self::Error(report) => Some(report),
            _ => None,
        }
    }

    /// What is not covered by another kind of event, if the event is that.
    #[must_use]
    pub fn as_other(&self) -> Option<&Other> {
        match self {
            Self::Other(other) => Some(other),
            _ => None,
        }
    }

    /// The message behind the event, of whatever kind, if a customer sent one.
    #[must_use]
    pub fn message(&self) -> Option<&IncomingMessage> {
        match self {
            Self::ButtonReply(reply) => Some(reply.message()),
            Self::Text(text) => Some(text.message()),
            Self::Other(other) => other.message(),
            Self::Status(_) | Self::Error(_) => None,
        }
    }

    /// The id of the business phone number that the event belongs to.
    ///
    /// Missing in events about templates and accounts, and in On-Premises notifications.
    #[must_use]
    pub fn phone_number_id(&self) -> Option<&str> {
        self.origin().phone_number_id()
    }

    /// The id of the business account (WABA) that the event belongs to.
    ///
    /// Missing in On-Premises notifications.
    #[must_use]
    pub fn waba_id(&self) -> Option<&str> {
        self.origin().waba_id()
    }

    fn origin(&self) -> &Arc<Origin> {
        match self {
            Self::ButtonReply(reply) => reply.message().origin(),
            Self::Text(text) => text.message().origin(),
            Self::Status(status) => status.origin(),
            Self::Error(report) => report.origin(),
            Self::Other(other) => other.origin(),
        }
    }
}
