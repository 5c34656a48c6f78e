//! Answers to the question whether the business may call.

use std::time::SystemTime;

use crate::webhook::json::Object;
use crate::webhook::message::message;
use crate::webhook::word::words;

message! {
    /// The answer to a call permission request (`interactive` of type `call_permission_reply`).
    ///
    /// Source: calling/user-call-permissions, 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{CallPermission, Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "interactive",
    ///     "interactive": { "type": "call_permission_reply", "call_permission_reply": { "response": "reject" } }
    /// }] }"#.parse()?;
    ///
    /// let reply = notification.events().find_map(Event::as_call_permission).expect("there is an answer");
    /// assert_eq!(*reply.response(), CallPermission::Reject);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct CallPermissionReply(Answer);
}

words! {
    /// Whether the business may call (`response`).
    pub enum CallPermission {
        /// It may, until [`CallPermissionReply::expiration`].
        Accept = "accept",
        /// It may not.
        Reject = "reject",
    }
}

words! {
    /// How the permission came about (`response_source`).
    pub enum CallPermissionSource {
        /// The customer answered the request.
        UserAction = "user_action",
        /// The customer called the business, which permits to call back.
        Automatic = "automatic",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Answer {
    response: CallPermission,
    source: Option<CallPermissionSource>,
    is_permanent: Option<bool>,
    expiration: Option<SystemTime>,
}

impl CallPermissionReply {
    /// Whether the business may call (`response`).
    #[must_use]
    pub fn response(&self) -> &CallPermission {
        &self.content.response
    }

    /// How the permission came about (`response_source`).
    #[must_use]
    pub fn source(&self) -> Option<&CallPermissionSource> {
        self.content.source.as_ref()
    }

    /// Whether the permission holds until it is withdrawn (`is_permanent`).
    #[must_use]
    pub fn is_permanent(&self) -> Option<bool> {
        self.content.is_permanent
    }

    /// When the permission ends (`expiration_timestamp`), to the second.
    #[must_use]
    pub fn expiration(&self) -> Option<SystemTime> {
        self.content.expiration
    }
}

impl Answer {
    fn read(message: &Object<'_>) -> Option<Self> {
        let reply = message.object("interactive")?.object("call_permission_reply")?;
        Some(Self {
            response: reply.word("response")?,
            source: reply.word("response_source"),
            is_permanent: reply.truth("is_permanent"),
            expiration: reply.seconds("expiration_timestamp"),
        })
    }
}
