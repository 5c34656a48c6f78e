//! One message of a sequence.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::GaveUp;
use crate::Message;
use crate::webhook::tracker::{Acceptance, DeliveryState, Failure, Lifetime, MessageRecord, Moment};
use crate::webhook::{Status, StatusKind};

/// A message, and what is known about it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Step {
    pub(super) message: Message,
    pub(super) lifetime: Lifetime,
    /// When it was first tried to be sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<Moment>,
    /// Whether it may have left this machine.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    begun: bool,
    /// When it may be tried again, if it is certainly nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    again: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message_id: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rejected: Option<Rejected>,
    record: MessageRecord,
    /// When a failure was first heard of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    failure_heard: Option<Moment>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Rejected {
    code: Option<u32>,
}

/// What there is to do about one step.
pub(super) enum Verdict {
    Send,
    Wait(SystemTime),
    Arrived,
    GiveUp(GaveUp),
}

impl Step {
    pub(super) fn new(message: Message, lifetime: Lifetime) -> Self {
        Self {
            message,
            lifetime,
            since: None,
            begun: false,
            again: None,
            message_id: None,
            rejected: None,
            record: MessageRecord::default(),
            failure_heard: None,
        }
    }

    pub(super) fn begin(&mut self, now: SystemTime) {
        self.since.get_or_insert(Moment::of(now));
        self.begun = true;
        self.record.expect(self.lifetime, now);
    }

    pub(super) fn accepted(&mut self, acceptance: &Acceptance, now: SystemTime) {
        // Statuses under another id were not of this message: its callback data was used before.
        if self.message_id.as_deref().is_some_and(|known| *known != *acceptance.message_id()) {
            self.record = MessageRecord::default();
            self.failure_heard = None;
        }
        self.message_id = Some(acceptance.message_id().into());
        self.record.accept(acceptance, self.lifetime, now);
    }

    pub(super) fn rejected(&mut self, code: Option<u32>) {
        self.rejected = Some(Rejected { code });
    }

    pub(super) fn postpone(&mut self, until: SystemTime) {
        self.begun = false;
        self.again = Some(Moment::of(until));
    }

    /// Notes a status if it is of this message; whether it is.
    pub(super) fn observe(&mut self, status: &Status, now: SystemTime) -> bool {
        let by_data = || self.since.is_some() && self.message.callback_data() == status.callback_data();
        let is_ours = match &self.message_id {
            Some(id) => **id == *status.message_id(),
            None => by_data(),
        };
        if !is_ours {
            return false;
        }
        self.message_id.get_or_insert_with(|| status.message_id().into());
        self.record.observe(status, now);
        if *status.kind() == StatusKind::Failed {
            Moment::note(&mut self.failure_heard, Moment::of(now));
        }
        true
    }

    /// What there is to do. `grace` is how long a failure may still turn out to be a delivery.
    pub(super) fn verdict(&self, now: SystemTime, grace: Duration) -> Verdict {
        let told = self.record.told();
        if told.has_arrived() {
            return Verdict::Arrived;
        }
        let wait = |until: Option<SystemTime>, or: GaveUp| match until {
            Some(until) if now < until => Verdict::Wait(until),
            _ => Verdict::GiveUp(or),
        };
        if told == DeliveryState::Failed {
            let codes = self.record.failure().map(|failure| Failure::codes(failure).collect());
            let heard = self.failure_heard.and_then(|heard| heard.after(grace));
            return wait(heard, GaveUp::Failed { codes: codes.unwrap_or_default() });
        }
        // What the platform speaks of it has, whatever the answer to the send was.
        if told != DeliveryState::Unknown {
            return wait(self.record.deadline(), GaveUp::Expired);
        }
        if let Some(Rejected { code }) = self.rejected {
            return Verdict::GiveUp(GaveUp::Rejected { code });
        }
        if self.begun {
            return wait(self.record.deadline(), GaveUp::InDoubt);
        }
        let end = self.since.and_then(|since| since.after(self.lifetime.total()));
        if end.is_some_and(|end| end <= now) {
            return Verdict::GiveUp(GaveUp::NotSent);
        }
        match self.again.and_then(|again| again.after(Duration::ZERO)) {
            Some(again) if now < again => Verdict::Wait(again),
            _ => Verdict::Send,
        }
    }
}
