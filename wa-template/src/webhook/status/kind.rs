//! What happened to a message.

use crate::webhook::word::words;

words! {
    /// What happened to a message (`statuses[].status`).
    ///
    /// Source: webhooks/reference/messages/status, Sep 2026.
    pub enum StatusKind {
        /// It left the platform for the recipient.
        Sent = "sent",
        /// It reached at least one of the recipient's devices.
        Delivered = "delivered",
        /// The recipient saw it. Reported only if the recipient allows it, and sometimes without `delivered`.
        Read = "read",
        /// The recipient listened to the voice message.
        Played = "played",
        /// It was not delivered; [`Status::errors`](super::Status::errors) says why.
        Failed = "failed",
        /// It was deleted. Known from older documents only.
        Deleted = "deleted",
        /// Something is wrong with it, and it is on its way all the same. Known from older documents only.
        Warning = "warning",
    }
}
