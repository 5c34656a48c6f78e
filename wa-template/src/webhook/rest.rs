//! What nobody understood.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;

use super::json::Json;
use super::origin::Origin;
use super::{Event, Other};

/// Members of an object that are not understood.
#[derive(Default)]
pub(super) struct Rest<'a> {
    members: Vec<(Cow<'a, str>, Json<'a>)>,
}

impl<'a> Rest<'a> {
    pub(super) fn push(&mut self, key: Cow<'a, str>, value: Json<'a>) {
        self.members.push((key, value));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Takes a member out if it is a text.
    pub(super) fn take_text(&mut self, name: &str) -> Option<Cow<'a, str>> {
        let position = self.members.iter().rposition(|(key, value)| key == name && value.is_string())?;
        self.members.remove(position).1.text()
    }

    /// Reports the members as one object, if there are any.
    pub(super) fn report(self, events: &mut Vec<Event>, origin: &Arc<Origin>) {
        if self.members.is_empty() {
            return;
        }
        let mut json = String::from("{");
        for (position, (key, value)) in self.members.iter().enumerate() {
            if position > 0 {
                json.push(',');
            }
            json.push_str(&Value::from(&**key).to_string());
            json.push(':');
            json.push_str(value.as_str());
        }
        json.push('}');
        events.push(Event::Other(Other::of_text(origin, json)));
    }
}
