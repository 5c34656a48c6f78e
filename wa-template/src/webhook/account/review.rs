//! Reviews of accounts.

use super::account_report;
use crate::webhook::json::Object;
use crate::webhook::word::words;

account_report! {
    /// An account was reviewed (`account_review_update`).
    ///
    /// Source: `webhooks/reference/account_review_update`, Dec 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, ReviewDecision};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "time": 1739321024, "changes": [{
    ///     "field": "account_review_update", "value": { "decision": "APPROVED" }
    /// }] }] }"#.parse()?;
    ///
    /// let review = notification.events().find_map(Event::as_account_review).expect("there is a review");
    /// assert_eq!(*review.decision(), ReviewDecision::Approved);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct AccountReviewUpdate(Review);
}

words! {
    /// How a review ended (`decision`).
    pub enum ReviewDecision {
        /// The account is accepted.
        Approved = "APPROVED",
        /// The account is refused.
        Rejected = "REJECTED",
        /// The review is not over.
        Pending = "PENDING",
        /// The review was put off.
        Deferred = "DEFERRED",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Review {
    decision: ReviewDecision,
}

impl AccountReviewUpdate {
    /// How the review ended.
    #[must_use]
    pub fn decision(&self) -> &ReviewDecision {
        &self.content.decision
    }
}

impl Review {
    fn read(value: &Object<'_>) -> Option<Self> {
        Some(Self { decision: value.word("decision")? })
    }
}
