//! What an error means for the struct that was sent.

mod hint;
mod slot;

use std::fmt::Write;

use self::hint::Hint;
use self::slot::Slot;
use super::error::{SendError, SendErrorKind};
use super::graph_error::GraphError;
use crate::Template;
use crate::codes::ErrorClass;
use crate::definition::Part;
use crate::pieces::Texts;

/// Codes that are about the values of a template: of the Cloud API, then of the On-Premises API.
const OF_VALUES: [u32; 20] = [
    100, 131_008, 131_009, 131_053, 132_000, 132_005, 132_007, 132_008, 132_012, 132_018, 1008, 1009, 2000,
    2004, 2005, 2006, 2007, 2008, 2009, 2012,
];

/// Of these, the ones that are about a text which got too long.
const OF_LENGTH: [u32; 3] = [132_005, 2004, 2005];

impl SendError {
    /// What happened, in a few plain words: of the code, if the platform gave one that is listed.
    ///
    /// ```
    /// # fn example(error: wa_template::SendError) {
    /// eprintln!("{error}: {}; {}", error.explanation(), error.advice());
    /// # }
    /// ```
    #[must_use]
    pub fn explanation(&self) -> &'static str {
        if let Some(explanation) = self.graph_error().and_then(GraphError::explanation) {
            return explanation;
        }
        match (self.kind(), self.code()) {
            (SendErrorKind::NotSent | SendErrorKind::Unknown, _) => self.reason(),
            (SendErrorKind::Rejected, Some(_)) => {
                "the platform refused with a code that this release does not know"
            }
            (SendErrorKind::Rejected, None) => "the request was refused without an error of the platform",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        match (self.kind(), self.class()) {
            (SendErrorKind::Rejected, Some(class)) => class.advice(),
            (SendErrorKind::Rejected, None) => ErrorClass::Fix.advice(),
            (SendErrorKind::NotSent, _) if self.retry_after().is_some() => {
                "nothing has left this machine: send again once the wait is over"
            }
            (SendErrorKind::NotSent, _) => "nothing has left this machine: remove the cause and send again",
            (SendErrorKind::Unknown, _) => {
                "do not send again before a status webhook, found by the callback data, or its absence has settled it"
            }
        }
    }

    /// What the error means for the struct that was sent: explanation, the fields at fault, and what to do.
    ///
    /// For errors about values (132000, 132012, 131008, 132018, 132005 and their like) it names the field behind the
    /// place of which the platform speaks, or every field with its place if the platform names none. Places are read
    /// from texts that the platform does not promise to keep: take them as a hint. No value and no number is in it.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use wa_template::{SendError, WaTemplate};
    ///
    /// #[derive(WaTemplate)]
    /// #[wa(language = "en", category = "utility", body = "Hi {{customer}}, order {{order_id}} has left our warehouse.")]
    /// struct OrderShipped {
    ///     #[wa(example = "Ada")]
    ///     customer: String,
    ///     #[wa(example = "860198")]
    ///     order_id: u32,
    /// }
    ///
    /// /// "code 132012: a value has another format or type than the template expects; in template `order_shipped`
    /// /// body value 2 is field `order_id`; repair the message or the template: the same request will fail again"
    /// fn report(error: &SendError) {
    ///     eprintln!("{}", error.explain(OrderShipped::TEMPLATE));
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn explain(&self, template: &'static Template) -> String {
        let mut text = String::new();
        if let Some(code) = self.code() {
            let _ = write!(text, "code {code}: ");
        }
        text.push_str(self.explanation());
        if let Some(code) = self.code().filter(|code| OF_VALUES.contains(code)) {
            let details = self.graph_error().and_then(|error| error.details().or(error.message()));
            slots(&mut text, template, &Hint::read(details.unwrap_or_default()));
            if OF_LENGTH.contains(&code) {
                room(&mut text, template);
            }
        }
        let _ = write!(text, "; {}", self.advice());
        text
    }
}

/// Names the fields at fault, or all of them.
fn slots(text: &mut String, template: &'static Template, hint: &Hint) {
    let all = Slot::all(template);
    let found = hint.pick(&all);
    let slots = if found.is_empty() { all.iter().collect() } else { found };
    let _ = write!(text, "; in template `{}` ", template.name());
    if slots.is_empty() {
        text.push_str("nothing is filled in");
    }
    for (index, slot) in slots.into_iter().enumerate() {
        let separator = if index > 0 { ", " } else { "" };
        let _ = write!(text, "{separator}{slot}");
    }
}

/// Says how much room the values of each text have.
fn room(text: &mut String, template: &'static Template) {
    let languages: Vec<Texts> = template.pieces.texts_of_languages().collect();
    for number in 1.. {
        let all = languages.iter().filter_map(|texts| texts.get(number));
        let Some(longest) = all.max_by_key(|text| text.fixed) else { break };
        let (part, room) = (Part::from_code(longest.part), longest.limit.saturating_sub(longest.fixed));
        let _ = write!(text, "; all values of the {part} together have room for {room} characters");
    }
}
