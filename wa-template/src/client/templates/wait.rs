//! Waiting for review.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use tokio::time::Instant;

use super::TemplateApi;
use super::stored::{StoredTemplate, TemplateStatus};
use crate::client::ErrorClass;
use crate::client::api::ApiError;

/// What follows a first pause of nothing, which would stay nothing however often it is doubled.
const AFTER_NOTHING: Duration = Duration::from_secs(1);

/// How long, and how often, [`TemplateApi::wait_until_approved`] asks.
///
/// ```
/// use std::time::Duration;
/// use wa_template::client::WaitOptions;
///
/// let patient = WaitOptions::new().deadline(Duration::from_hours(24)).longest_pause(Duration::from_mins(10));
/// # let _ = patient;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct WaitOptions {
    first_pause: Duration,
    longest_pause: Duration,
    deadline: Duration,
}

impl WaitOptions {
    /// Asks at once, then after 2, 4, 8 … seconds, at most a minute, for 15 minutes: most reviews are decided by then,
    /// some take a day (`templates/template-review`, October 2025).
    pub fn new() -> Self {
        Self {
            first_pause: Duration::from_secs(2),
            longest_pause: Duration::from_mins(1),
            deadline: Duration::from_mins(15),
        }
    }

    /// Waits so long after the first question; each further pause is twice as long, and after none a second.
    pub fn first_pause(self, first_pause: Duration) -> Self {
        Self { first_pause, ..self }
    }

    /// Never waits longer between two questions, unless the platform demands it. An account may ask 200 times an hour.
    pub fn longest_pause(self, longest_pause: Duration) -> Self {
        Self { longest_pause, ..self }
    }

    /// Gives up after so long; at least one question is asked.
    pub fn deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }
}

impl Default for WaitOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// A template was not approved.
#[derive(Debug)]
#[non_exhaustive]
pub enum WaitError {
    /// It has come to an end that no waiting changes: [`rejected_reason`](StoredTemplate::rejected_reason) may say
    /// why.
    NotApproved(Box<StoredTemplate>),
    /// It was not decided in time.
    TimedOut {
        /// The template as it was seen last, if it was seen.
        last: Option<Box<StoredTemplate>>,
        /// Why the last question had no answer, if it had none.
        error: Option<ApiError>,
    },
    /// The platform refuses to say, and will go on doing so.
    Api(ApiError),
}

impl TemplateApi {
    /// Asks for a template until it is approved, until it cannot be any more, or until the time is over.
    ///
    /// A question that brings no answer, or that is refused for a while only, is asked again: it changes nothing. If the
    /// platform says when it will answer again ([`retry_after`](ApiError::retry_after)), nothing is asked before.
    /// Webhooks tell the same without asking (`message_template_status_update`).
    ///
    /// # Errors
    ///
    /// [`WaitError`] says which of the three it was.
    ///
    /// ```no_run
    /// use wa_template::client::{TemplateApi, WaitError, WaitOptions};
    ///
    /// # async fn example(templates: TemplateApi, id: &str) {
    /// match templates.wait_until_approved(id, &WaitOptions::new()).await {
    ///     Ok(template) => println!("{:?} can be sent", template.name()),
    ///     Err(WaitError::NotApproved(template)) => println!("{}: {:?}", template.status(), template.rejection()),
    ///     Err(error) => println!("{error}"),
    /// }
    /// # }
    /// ```
    pub async fn wait_until_approved(
        &self,
        template_id: &str,
        options: &WaitOptions,
    ) -> Result<StoredTemplate, WaitError> {
        let begin = Instant::now();
        let mut pause = options.first_pause.min(options.longest_pause);
        let mut last = None;
        loop {
            let failure = match self.get(template_id).await {
                Ok(template) => match fate(&template.status()) {
                    Fate::Approved => return Ok(template),
                    Fate::Over => return Err(WaitError::NotApproved(Box::new(template))),
                    Fate::Open => {
                        last = Some(Box::new(template));
                        None
                    }
                },
                Err(error) if passes(&error) => Some(error),
                Err(error) => return Err(WaitError::Api(error)),
            };
            // The platform may say itself when it will answer again.
            let stated = failure.as_ref().and_then(ApiError::retry_after).unwrap_or_default();
            let wait = pause.max(stated);
            // Whether there is time for another question after the pause; all of it is arithmetic that cannot overflow.
            if begin.elapsed().saturating_add(wait) > options.deadline {
                return Err(WaitError::TimedOut { last, error: failure });
            }
            tokio::time::sleep(wait).await;
            let next = if pause.is_zero() { AFTER_NOTHING } else { pause.saturating_mul(2) };
            pause = next.min(options.longest_pause);
        }
    }
}

enum Fate {
    Approved,
    Open,
    Over,
}

/// A status that this release does not know may still change.
fn fate(status: &TemplateStatus) -> Fate {
    match status {
        TemplateStatus::Approved => Fate::Approved,
        TemplateStatus::Pending | TemplateStatus::InAppeal | TemplateStatus::Other(_) => Fate::Open,
        TemplateStatus::Rejected
        | TemplateStatus::Paused
        | TemplateStatus::Disabled
        | TemplateStatus::PendingDeletion
        | TemplateStatus::Deleted
        | TemplateStatus::LimitExceeded
        | TemplateStatus::Archived => Fate::Over,
    }
}

/// Whether asking again may bring an answer.
fn passes(error: &ApiError) -> bool {
    match error.class() {
        Some(class) => class == ErrorClass::Backoff,
        None => error.is_of_the_network(),
    }
}

impl fmt::Display for WaitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotApproved(template) => {
                write!(f, "the template is {}", template.status())?;
                match (template.rejected_reason(), template.rejection()) {
                    (Some(reason), Some(explanation)) => write!(f, " ({reason}: {explanation})"),
                    (Some(reason), None) => write!(f, " ({reason})"),
                    (None, _) => Ok(()),
                }
            }
            Self::TimedOut { last: Some(template), .. } => {
                write!(f, "the template was not decided in time: it is {}", template.status())
            }
            Self::TimedOut { last: None, .. } => f.write_str("the template was not seen in time"),
            Self::Api(_) => f.write_str("the platform does not tell about the template"),
        }
    }
}

impl Error for WaitError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Api(error) | Self::TimedOut { error: Some(error), .. } => Some(error),
            Self::NotApproved(_) | Self::TimedOut { error: None, .. } => None,
        }
    }
}
