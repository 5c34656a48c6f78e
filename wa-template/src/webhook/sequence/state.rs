//! The sequence itself.

use std::error::Error;
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::GaveUp;
use super::step::{Step, Verdict};
use crate::Message;
use crate::webhook::Status;
use crate::webhook::tracker::{Acceptance, Lifetime, Stored};

/// Our own choice: reports of several devices come within seconds of each other.
const GRACE: Duration = Duration::from_mins(1);

/// Messages to one recipient in a forced order; see the [module](super).
///
/// Store it after each change, and *before* sending what [`begin`](Self::begin) was called for: a process that ends while
/// it sends then finds the send in doubt, and not undone. The stored form holds what is sent, and to whom.
///
/// To a group the sequence goes on when the first participant has the message.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Sequence {
    steps: Vec<Step>,
    /// In seconds.
    grace: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gave_up: Option<Gap>,
    /// Whether somebody was told of the end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) told: bool,
}

/// Where a sequence broke off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Gap {
    step: usize,
    reason: GaveUp,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Call [`Sequence::begin`], store the sequence, and then send this message, once.
    Send {
        /// Its position.
        step: usize,
        /// The message; cheap to clone.
        message: Message,
    },
    /// Wait for statuses, and ask again at this time if none comes.
    Wait {
        /// When something is to be decided.
        until: SystemTime,
    },
    /// All messages have arrived.
    Done,
    /// The rest is not sent, and will not be whatever comes.
    GaveUp {
        /// The position of the message that did not arrive.
        step: usize,
        /// Why.
        reason: GaveUp,
    },
}

impl Sequence {
    /// Messages in their order, each with its lifetime.
    ///
    /// Each needs callback data that no other message ever has, `order=42/step=1` for example: by it statuses are known
    /// to be of a message whose send was not answered.
    ///
    /// # Errors
    ///
    /// [`InvalidSequence`]: there is no message, or one without callback data, or two with the same.
    pub fn new(messages: impl IntoIterator<Item = (Message, Lifetime)>) -> Result<Self, InvalidSequence> {
        let mut steps: Vec<Step> = Vec::new();
        for (message, lifetime) in messages {
            let step = steps.len();
            let data = message.callback_data().filter(|data| !data.is_empty());
            let data = data.ok_or(InvalidSequence::NoCallbackData { step })?;
            if steps.iter().any(|earlier| earlier.message.callback_data() == Some(data)) {
                return Err(InvalidSequence::SameCallbackData { step });
            }
            steps.push(Step::new(message, lifetime));
        }
        if steps.is_empty() {
            return Err(InvalidSequence::Empty);
        }
        Ok(Self { steps, grace: GRACE.as_secs(), gave_up: None, told: false })
    }

    /// How long a failure may still turn out to be a delivery; one minute at first.
    ///
    /// With several devices a message may be reported as failed by one and as delivered by another
    /// (webhooks/reference/messages/status, September 2026).
    #[must_use]
    pub fn grace(self, grace: Duration) -> Self {
        Self { grace: grace.as_secs(), ..self }
    }

    /// What to do now.
    ///
    /// That it gave up is final: a message that arrives afterwards does not revive the sequence, since whoever was told
    /// may have taken another way.
    pub fn next(&mut self, now: SystemTime) -> Next {
        let (step, verdict) = self.current(now);
        match verdict {
            Verdict::Wait(until) => Next::Wait { until },
            Verdict::Arrived => Next::Done,
            Verdict::GiveUp(reason) => {
                self.gave_up = Some(Gap { step, reason: reason.clone() });
                Next::GaveUp { step, reason }
            }
            Verdict::Send => match self.steps.get(step) {
                Some(Step { message, .. }) => Next::Send { step, message: message.clone() },
                None => Next::Done,
            },
        }
    }

    /// The message at this position is about to be sent: from now on it may have arrived.
    pub fn begin(&mut self, step: usize, now: SystemTime) {
        self.change(step, |step| step.begin(now));
    }

    /// The send of the message at this position was answered: accepted.
    pub fn accepted(&mut self, step: usize, acceptance: impl Into<Acceptance>, now: SystemTime) {
        let acceptance = acceptance.into();
        self.change(step, |step| step.accepted(&acceptance, now));
    }

    /// The message at this position was certainly refused, with this code.
    ///
    /// If its statuses say that it was not, they count.
    pub fn rejected(&mut self, step: usize, code: Option<u32>) {
        self.change(step, |step| step.rejected(code));
    }

    /// The message at this position is certainly nowhere: it did not leave this machine, or was refused for the moment. It
    /// is to be sent again, not before this time.
    ///
    /// For a send that ended in doubt there is no such call: nothing but a status settles it.
    pub fn postpone(&mut self, step: usize, until: SystemTime) {
        self.change(step, |step| step.postpone(until));
    }

    /// Notes a status, whether of a message of this sequence or not; tells which.
    pub fn observe(&mut self, status: &Status, now: SystemTime) -> bool {
        self.steps.iter_mut().any(|step| step.observe(status, now))
    }

    /// The number of messages, at least one.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "there is no empty sequence")]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// How many messages have arrived, from the first on.
    #[must_use]
    pub fn arrived(&self) -> usize {
        self.steps
            .iter()
            .take_while(|step| matches!(self.verdict(step, UNIX_EPOCH), Verdict::Arrived))
            .count()
    }

    /// The callback data of the messages, in their order.
    pub fn callback_data(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|step| step.message.callback_data())
    }

    /// How long it is kept after a change: as long as it may take at most, and then some.
    pub(super) fn kept(&self) -> Duration {
        let lifetimes = self.steps.iter().map(|step| step.lifetime.total());
        lifetimes.fold(Lifetime::default().total(), Duration::saturating_add)
    }

    /// The first message that has not arrived, and what there is to do about it.
    fn current(&self, now: SystemTime) -> (usize, Verdict) {
        if let Some(Gap { step, reason }) = &self.gave_up {
            return (*step, Verdict::GiveUp(reason.clone()));
        }
        let mut verdicts = self.steps.iter().map(|step| self.verdict(step, now)).enumerate();
        let current = verdicts.find(|(_, verdict)| !matches!(verdict, Verdict::Arrived));
        current.unwrap_or((self.steps.len(), Verdict::Arrived))
    }

    fn verdict(&self, step: &Step, now: SystemTime) -> Verdict {
        step.verdict(now, Duration::from_secs(self.grace))
    }

    fn change(&mut self, step: usize, change: impl FnOnce(&mut Step)) {
        if let Some(step) = self.steps.get_mut(step) {
            change(step);
        }
    }
}

impl Stored for Sequence {
    fn due(&self) -> Option<SystemTime> {
        match self.current(UNIX_EPOCH).1 {
            _ if self.told => None,
            Verdict::Wait(until) => Some(until),
            Verdict::Send | Verdict::Arrived | Verdict::GiveUp(_) => Some(UNIX_EPOCH),
        }
    }

    fn keep_until(&self, now: SystemTime) -> SystemTime {
        now.checked_add(self.kept()).unwrap_or(now)
    }
}

/// How far it is: values, numbers and callback data are left out.
impl fmt::Debug for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sequence")
            .field("len", &self.len())
            .field("arrived", &self.arrived())
            .field("gave_up", &self.gave_up)
            .finish_non_exhaustive()
    }
}

/// Messages that cannot be a sequence. Positions count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidSequence {
    /// There is no message.
    Empty,
    /// A message has no callback data.
    NoCallbackData {
        /// Its position.
        step: usize,
    },
    /// A message has the callback data of an earlier one.
    SameCallbackData {
        /// Its position.
        step: usize,
    },
}

impl fmt::Display for InvalidSequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("a sequence needs at least one message"),
            Self::NoCallbackData { step } => {
                write!(
                    f,
                    "message {step} of the sequence has no callback data; add `.callback_data(…)` to its draft"
                )
            }
            Self::SameCallbackData { step } => {
                write!(f, "message {step} of the sequence has the callback data of an earlier one")
            }
        }
    }
}

impl Error for InvalidSequence {}
