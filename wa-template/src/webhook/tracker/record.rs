//! What is known about one message.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::delivery::Delivery;
use super::{DeliveryState, Failure, Lifetime, Moment, Stored};
use crate::webhook::Status;

/// How long the platform repeats a notification (webhooks/overview, December 2025).
const REPEATED: Duration = Duration::from_hours(7 * 24);

/// The facts about one message: that it was accepted, and what its statuses told.
///
/// The facts are the same whatever the order in which they came and however often, also when statuses come before the
/// answer to the send. It serialises (in a form that later releases read), so that it can be kept anywhere; a
/// [`Tracker`](super::Tracker) does that by itself. The form holds the phone numbers of a group's participants.
///
/// # Example
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use wa_template::webhook::Notification;
/// use wa_template::webhook::tracker::{DeliveryState, MessageRecord};
///
/// let notification: Notification = r#"{ "statuses": [
///     { "id": "wamid.one", "status": "read", "timestamp": "1750030075" },
///     { "id": "wamid.one", "status": "sent", "timestamp": "1750030073" }] }"#.parse()?;
///
/// let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_750_030_080);
/// let mut record = MessageRecord::default();
/// for status in notification.statuses() {
///     record.observe(status, now);
/// }
/// assert_eq!(record.state(now), DeliveryState::Read);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageRecord {
    /// When the platform accepted it, or the first thing that was heard of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    known: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    accepted: Option<Moment>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    held: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lifetime: Option<Lifetime>,
    #[serde(flatten)]
    whole: Delivery,
    /// Of a group, by what identifies them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    participants: BTreeMap<Box<str>, Delivery>,
    /// Whether somebody was told that nothing was heard of it in time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) given_up: bool,
}

impl MessageRecord {
    /// Notes that the platform accepted the message.
    pub fn accept(&mut self, acceptance: &Acceptance, lifetime: Lifetime, now: SystemTime) {
        self.know(now);
        Moment::note(&mut self.accepted, Moment::of(now));
        self.held |= acceptance.held;
        self.expect(lifetime, now);
    }

    /// Notes how long to wait for a message whose acceptance is in doubt.
    pub(crate) fn expect(&mut self, lifetime: Lifetime, now: SystemTime) {
        self.know(now);
        self.lifetime = Some(self.lifetime.map_or(lifetime, |known| known.longer(lifetime)));
    }

    /// Notes a status of this message; `now` is when it came in.
    ///
    /// That the status belongs to this message is the caller's affair.
    pub fn observe(&mut self, status: &Status, now: SystemTime) -> Observed {
        let before = self.state(now);
        self.know(now);
        // Whatever is told about a message, the platform has it.
        if self.accepted.is_none() {
            self.accepted = Some(Moment::default());
        }
        let delivery = self.delivery_to(status.participant_id().or(status.participant_user_id()));
        let is_repetition = delivery.knows(status.kind());
        delivery.observe(status);
        Observed { is_repetition, before, after: self.state(now) }
    }

    /// Where the message is; `now` decides whether its lifetime is over.
    ///
    /// A message to a group has arrived when the first participant has it, and has failed when the platform says so of
    /// the group, or of every participant that it has spoken of.
    #[must_use]
    pub fn state(&self, now: SystemTime) -> DeliveryState {
        let is_over = self.deadline().is_some_and(|deadline| deadline <= now);
        if is_over { DeliveryState::PresumedDropped } else { self.told() }
    }

    /// When the message is presumed to be dropped, unless something is heard before; `None` if it is settled.
    ///
    /// The time runs from the moment when it left the platform, or was accepted where that is not known. A held message
    /// leaves the platform late, so the longest lifetime is granted to it until then.
    #[must_use]
    pub fn deadline(&self) -> Option<SystemTime> {
        let state = self.told();
        if !state.is_pending() {
            return None;
        }
        let lifetime = self.lifetime.unwrap_or_default();
        let lifetime =
            if state == DeliveryState::Held { lifetime.longer(Lifetime::default()) } else { lifetime };
        let sent = self.deliveries().filter_map(|delivery| delivery.sent).max();
        let since = [sent, self.accepted, self.known].into_iter().flatten().find(|at| at.time().is_some())?;
        since.after(lifetime.total())
    }

    /// Why the message failed; also when it arrived all the same.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        self.deliveries().find_map(|delivery| delivery.failed.as_ref())
    }

    /// When it left the platform, as far as it was told.
    #[must_use]
    pub fn sent_at(&self) -> Option<SystemTime> {
        self.first(|delivery| delivery.sent)
    }

    /// When it reached the first device: the time of `delivered`, or of `read` if that came alone.
    #[must_use]
    pub fn arrived_at(&self) -> Option<SystemTime> {
        self.first(|delivery| delivery.delivered.or(delivery.read))
    }

    /// When it was first seen.
    #[must_use]
    pub fn read_at(&self) -> Option<SystemTime> {
        self.first(|delivery| delivery.read)
    }

    /// The participants of a group of whom statuses spoke, each by phone number, or by user id if the number is hidden, with
    /// their own state.
    pub fn participants(&self) -> impl Iterator<Item = (&str, DeliveryState)> {
        self.participants
            .iter()
            .map(|(id, delivery)| (&**id, delivery.state().unwrap_or(DeliveryState::Accepted)))
    }

    /// What was told, whatever the time.
    pub(crate) fn told(&self) -> DeliveryState {
        let participants: Vec<_> = self.participants.values().filter_map(Delivery::state).collect();
        let any = |wanted| self.whole.state() == Some(wanted) || participants.contains(&wanted);
        let all_failed =
            !participants.is_empty() && participants.iter().all(|state| *state == DeliveryState::Failed);
        if any(DeliveryState::Read) {
            DeliveryState::Read
        } else if any(DeliveryState::Delivered) {
            DeliveryState::Delivered
        } else if self.whole.failed.is_some() || all_failed {
            DeliveryState::Failed
        } else if any(DeliveryState::Sent) || !participants.is_empty() {
            DeliveryState::Sent
        } else if self.held {
            DeliveryState::Held
        } else if self.accepted.is_some() {
            DeliveryState::Accepted
        } else {
            DeliveryState::Unknown
        }
    }

    fn delivery_to(&mut self, participant: Option<&str>) -> &mut Delivery {
        match participant {
            Some(participant) => self.participants.entry(participant.into()).or_default(),
            None => &mut self.whole,
        }
    }

    fn deliveries(&self) -> impl Iterator<Item = &Delivery> {
        std::iter::once(&self.whole).chain(self.participants.values())
    }

    fn first(&self, fact: impl Fn(&Delivery) -> Option<Moment>) -> Option<SystemTime> {
        self.deliveries().filter_map(fact).reduce(Moment::earliest)?.time()
    }

    fn know(&mut self, now: SystemTime) {
        Moment::note(&mut self.known, Moment::of(now));
    }
}

impl Stored for MessageRecord {
    fn due(&self) -> Option<SystemTime> {
        self.deadline().filter(|_| !self.given_up)
    }

    fn keep_until(&self, now: SystemTime) -> SystemTime {
        let last = self.deadline().map_or(now, |deadline| deadline.max(now));
        last.checked_add(REPEATED).unwrap_or(last)
    }
}

/// Shows the state that was told, and nobody's number.
impl std::fmt::Debug for MessageRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MessageRecord")
            .field("told", &self.told())
            .field("participants", &self.participants.len())
            .field("failure", &self.failure())
            .finish_non_exhaustive()
    }
}

/// That the platform accepted a message; made from the receipt of a send.
#[derive(Clone, PartialEq, Eq)]
pub struct Acceptance {
    pub(super) message_id: Box<str>,
    pub(super) held: bool,
}

impl Acceptance {
    /// The message with this id is on its way.
    #[must_use]
    pub fn new(message_id: impl Into<String>) -> Self {
        Self { message_id: message_id.into().into(), held: false }
    }

    /// It is held back for quality assessment: it stays pending until it is sent or fails.
    #[must_use]
    pub fn held(self) -> Self {
        Self { held: true, ..self }
    }

    /// The id of the message.
    #[must_use]
    pub fn message_id(&self) -> &str {
        &self.message_id
    }

    /// Whether it is held back.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.held
    }
}

#[cfg(feature = "client")]
impl From<&crate::Receipt> for Acceptance {
    fn from(receipt: &crate::Receipt) -> Self {
        use crate::client::MessageStatus::{HeldForQualityAssessment, Paused};
        let held = matches!(receipt.status(), Some(HeldForQualityAssessment | Paused));
        Self { message_id: receipt.message_id().as_str().into(), held }
    }
}

/// Without the id: it holds the recipient's number.
impl std::fmt::Debug for Acceptance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Acceptance").field("held", &self.held).finish_non_exhaustive()
    }
}

/// What a status told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    is_repetition: bool,
    before: DeliveryState,
    after: DeliveryState,
}

impl Observed {
    /// Whether a status of this kind was known of this message, for a group of this participant: most likely a repeated
    /// notification.
    ///
    /// A status of a kind that says nothing about delivery is never taken for a repetition.
    #[must_use]
    pub fn is_repetition(self) -> bool {
        self.is_repetition
    }

    /// Whether the message is in another state now. A late `sent` is no repetition and no change either.
    #[must_use]
    pub fn is_change(self) -> bool {
        self.before != self.after
    }

    /// The state before.
    #[must_use]
    pub fn before(self) -> DeliveryState {
        self.before
    }

    /// The state now.
    #[must_use]
    pub fn after(self) -> DeliveryState {
        self.after
    }
}
