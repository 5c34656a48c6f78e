//! What a journal file tells when it is read back.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, BufRead};

use serde_json::Value;

use super::SendOutcome;
use crate::client::json;

/// One line of the file: an object of one key.
#[derive(Debug)]
pub(super) enum Line<'a> {
    Started(Cow<'a, str>),
    Accepted(Cow<'a, str>),
    Rejected(Cow<'a, str>, Option<u32>),
    NotSent(Cow<'a, str>),
    Unknown(Cow<'a, str>),
}

/// What a journal knows about one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyState {
    /// Nothing of its message has left the machine.
    NotStarted,
    /// It was started and its end is not known, or is of unknown fate: the message may have been accepted. Only a
    /// status webhook, or its absence, settles it.
    InDoubt,
    /// The platform has accepted the message.
    Accepted,
    /// The platform said no, with this code if it gave one. Whether it is worth another try depends on the code.
    Rejected {
        /// The platform's number for the reason.
        code: Option<u32>,
    },
    /// It was started, and nothing of its message has left the machine.
    NotSent,
}

impl KeyState {
    /// Whether its message is certainly nowhere and was not refused either, so that a resumed campaign sends it.
    ///
    /// ```
    /// use wa_template::client::KeyState;
    ///
    /// assert!(KeyState::NotStarted.is_open() && KeyState::NotSent.is_open());
    /// assert!(!KeyState::InDoubt.is_open() && !KeyState::Rejected { code: Some(132_000) }.is_open());
    /// ```
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::NotSent)
    }
}

impl From<SendOutcome> for KeyState {
    fn from(outcome: SendOutcome) -> Self {
        match outcome {
            SendOutcome::Accepted => Self::Accepted,
            SendOutcome::Rejected { code } => Self::Rejected { code },
            SendOutcome::NotSent => Self::NotSent,
            SendOutcome::Unknown => Self::InDoubt,
        }
    }
}

/// What a [`FileJournal`](super::FileJournal) held when it was read: every key with its state.
#[derive(Clone, Default)]
pub struct JournalHistory {
    states: HashMap<Box<str>, KeyState>,
    unreadable: usize,
}

impl JournalHistory {
    /// What is known about a key.
    #[must_use]
    pub fn state(&self, key: &str) -> KeyState {
        self.states.get(key).copied().unwrap_or(KeyState::NotStarted)
    }

    /// All keys that were started, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, KeyState)> {
        self.states.iter().map(|(key, state)| (&**key, *state))
    }

    /// How many lines could not be read. Each crash can leave one, the last that was being written; it is no loss,
    /// because a message whose start was not written in full was not sent. More of them mean a damaged file.
    #[must_use]
    pub fn unreadable_lines(&self) -> usize {
        self.unreadable
    }

    /// Reads line by line; also tells whether the last line has an end.
    pub(super) fn read(mut file: impl BufRead) -> io::Result<(Self, bool)> {
        let mut history = Self::default();
        let mut is_ended = true;
        let mut line = Vec::new();
        while file.read_until(b'\n', &mut line)? > 0 {
            is_ended = line.ends_with(b"\n");
            history.add(line.trim_ascii());
            line.clear();
        }
        Ok((history, is_ended))
    }

    fn add(&mut self, line: &[u8]) {
        if line.is_empty() {
            return;
        }
        let line = json::tree(line);
        let (key, state) = match line.as_ref().and_then(Line::read) {
            Some(Line::Started(key) | Line::Unknown(key)) => (key, KeyState::InDoubt),
            Some(Line::Accepted(key)) => (key, KeyState::Accepted),
            Some(Line::Rejected(key, code)) => (key, KeyState::Rejected { code }),
            Some(Line::NotSent(key)) => (key, KeyState::NotSent),
            None => {
                self.unreadable += 1;
                return;
            }
        };
        self.states.insert(key.into(), state);
    }
}

/// The number of keys only: keys are the program's own affair.
impl std::fmt::Debug for JournalHistory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JournalHistory")
            .field("keys", &self.states.len())
            .field("unreadable_lines", &self.unreadable)
            .finish()
    }
}

impl<'a> Line<'a> {
    pub(super) fn of(key: impl Into<Cow<'a, str>>, outcome: SendOutcome) -> Self {
        let key = key.into();
        match outcome {
            SendOutcome::Accepted => Self::Accepted(key),
            SendOutcome::Rejected { code } => Self::Rejected(key, code),
            SendOutcome::NotSent => Self::NotSent(key),
            SendOutcome::Unknown => Self::Unknown(key),
        }
    }

    fn read(line: &'a Value) -> Option<Self> {
        let mut keys = line.as_object()?.iter();
        let (Some((kind, value)), None) = (keys.next(), keys.next()) else { return None };
        let key = |value: &'a Value| value.as_str().map(Cow::Borrowed);
        Some(match kind.as_str() {
            "started" => Self::Started(key(value)?),
            "accepted" => Self::Accepted(key(value)?),
            "rejected" => match value.as_array()?.as_slice() {
                [of, Value::Null] => Self::Rejected(key(of)?, None),
                [of, code] => Self::Rejected(key(of)?, Some(code.as_u64()?.try_into().ok()?)),
                _ => return None,
            },
            "not_sent" => Self::NotSent(key(value)?),
            "unknown" => Self::Unknown(key(value)?),
            _ => return None,
        })
    }

    pub(super) fn to_json(&self) -> Value {
        match self {
            Self::Started(key) => serde_json::json!({ "started": key }),
            Self::Accepted(key) => serde_json::json!({ "accepted": key }),
            Self::Rejected(key, code) => serde_json::json!({ "rejected": [key, code] }),
            Self::NotSent(key) => serde_json::json!({ "not_sent": key }),
            Self::Unknown(key) => serde_json::json!({ "unknown": key }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(file: &[u8]) -> (JournalHistory, bool) {
        JournalHistory::read(file).expect("memory can be read")
    }

    #[test]
    fn the_last_line_of_a_key_counts() {
        let file = br#"{"started":"a"}
{"started":"b"}
{"accepted":"a"}
{"started":"c"}
{"rejected":["c",132000]}
{"started":"d"}
{"rejected":["d",null]}
{"started":"e"}
{"not_sent":"e"}
{"started":"f"}
{"unknown":"f"}
{"started":"e"}
{"not_sent":"e"}
"#;
        let (history, is_ended) = read(file);
        assert!(is_ended);
        let expected = [
            ("a", KeyState::Accepted),
            ("b", KeyState::InDoubt),
            ("c", KeyState::Rejected { code: Some(132_000) }),
            ("d", KeyState::Rejected { code: None }),
            ("e", KeyState::NotSent),
            ("f", KeyState::InDoubt),
            ("g", KeyState::NotStarted),
        ];
        for (key, state) in expected {
            assert_eq!(history.state(key), state, "{key}");
        }
        assert_eq!(history.iter().count(), 6);
        assert_eq!(history.unreadable_lines(), 0);
    }

    #[test]
    fn every_prefix_of_a_file_is_read() {
        let file = "{\"started\":\"ä\"}\n{\"accepted\":\"ä\"}\n{\"started\":\"b\"}\n".as_bytes();
        for end in 0..=file.len() {
            let (history, is_ended) = read(&file[..end]);
            assert_eq!(is_ended, end == 0 || file[end - 1] == b'\n', "{end}");
            assert!(history.unreadable_lines() <= 1, "{end}");
            // Whoever was accepted is never taken for not started.
            if end > 17 {
                assert!(!history.state("ä").is_open(), "{end}");
            }
        }
    }

    #[test]
    fn damage_costs_its_own_line_only() {
        let (history, _) =
            read(b"{\"started\":\"a\"}\n\xff\xfe\0\n\n[]\r\n{\"began\":\"x\"}\n{\"started\":\"b\"}\r\n");
        assert_eq!(history.unreadable_lines(), 3);
        assert_eq!((history.state("a"), history.state("b")), (KeyState::InDoubt, KeyState::InDoubt));
        assert_eq!(format!("{history:?}"), "JournalHistory { keys: 2, unreadable_lines: 3 }");
    }
}
