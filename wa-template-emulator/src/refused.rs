//! A send that was refused.

use std::fmt;
use std::sync::Arc;

use serde_json::Value;
use wa_template_definition::Violation;

use crate::Api;

/// A send that the emulator refused; cheap to clone.
#[derive(Clone)]
pub struct Refused(Arc<Send>);

struct Send {
    api: Api,
    refusal: Refusal,
    json: Value,
}

/// Why a send is refused, in the numbers of the API by which it came.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) code: u32,
    pub(crate) details: String,
    pub(crate) violations: Vec<Violation>,
}

impl Refusal {
    /// A refusal of what stands around the template.
    pub(crate) fn new(code: u32, details: impl Into<String>) -> Self {
        Self { code, details: details.into(), violations: Vec::new() }
    }
}

impl Refused {
    pub(crate) fn new(api: Api, refusal: Refusal, json: Value) -> Self {
        Self(Arc::new(Send { api, refusal, json }))
    }

    /// By which interface it came.
    #[must_use]
    pub fn api(&self) -> Api {
        self.0.api
    }

    /// The code that was answered: one of the Cloud API's, or one of the On-Premises API's.
    #[must_use]
    pub fn code(&self) -> u32 {
        self.0.refusal.code
    }

    /// The details that were answered. They quote no parameter of the send.
    #[must_use]
    pub fn details(&self) -> &str {
        &self.0.refusal.details
    }

    /// Everything that is wrong with recipient, template and values; the first error decided the code. Empty when the
    /// emulator got no further than the token, the body or the name of the template.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.0.refusal.violations
    }

    /// The whole body of the call; `null` when it was not JSON.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.0.json
    }
}

/// Without recipient and values: they are the customer's data.
impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refused")
            .field("api", &self.api())
            .field("code", &self.code())
            .field("details", &self.details())
            .finish_non_exhaustive()
    }
}
