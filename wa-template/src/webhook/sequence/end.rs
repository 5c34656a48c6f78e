//! Why a sequence ends before its last message.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why the rest of a sequence is not sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GaveUp {
    /// The platform refused the message.
    Rejected {
        /// Its code.
        code: Option<u32>,
    },
    /// The message was accepted, and failed.
    Failed {
        /// The codes that the status gave.
        codes: Vec<u32>,
    },
    /// The message was accepted, and its lifetime ended without a word of its arrival: it is presumed to be dropped.
    Expired,
    /// The send ended in doubt, and no status came within the message's lifetime: it is presumed to be lost.
    InDoubt,
    /// The message could not be sent within its lifetime.
    NotSent,
}

impl fmt::Display for GaveUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = match self {
            Self::Rejected { code } => *code,
            Self::Failed { codes } => codes.first().copied(),
            Self::Expired | Self::InDoubt | Self::NotSent => None,
        };
        f.write_str(match self {
            Self::Rejected { .. } => "the platform refused a message",
            Self::Failed { .. } => "a message failed",
            Self::Expired => "a message did not arrive within its lifetime",
            Self::InDoubt => "a message whose sending ended in doubt was never heard of",
            Self::NotSent => "a message could not be sent within its lifetime",
        })?;
        code.map_or(Ok(()), |code| write!(f, " (code {code})"))
    }
}
