//! What a call button carries.

use super::kinds::optional_parameter;
use super::members::{Members, elements, object};
use crate::definition::value;
use crate::writer::ValueWriter;

/// How long a call button works and what the call's webhook tells the application. Both may be left out; one without
/// either is the same as none (`calling/call-button-messages-deep-links`, June 2026).
///
/// # Example
///
/// ```
/// use wa_template::VoiceCall;
///
/// let call = VoiceCall::new().ttl_minutes(100).payload("order-7");
/// # let _ = call;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
#[must_use]
pub struct VoiceCall {
    ttl_minutes: Option<u32>,
    payload: Option<String>,
}

enum Setting<'a> {
    TtlMinutes(u32),
    Payload(&'a str),
}

impl VoiceCall {
    /// The platform's defaults: seven days, no payload.
    pub fn new() -> Self {
        Self::default()
    }

    /// For how many minutes the button works: 1 to 43 200, which are 30 days.
    pub fn ttl_minutes(mut self, minutes: u32) -> Self {
        self.ttl_minutes = Some(minutes);
        self
    }

    /// A text of at most 512 characters that the webhook of the call will carry.
    pub fn payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = Some(payload.into());
        self
    }

    /// Whether nothing is set, so that nothing is sent for the button.
    pub(crate) fn is_absent(&self) -> bool {
        self.settings().next().is_none()
    }

    fn settings(&self) -> impl Iterator<Item = Setting<'_>> {
        let ttl = self.ttl_minutes.map(Setting::TtlMinutes);
        ttl.into_iter().chain(self.payload.as_deref().map(Setting::Payload))
    }

    pub(crate) fn write(&self, writer: &mut ValueWriter<'_>) {
        elements(writer, self.settings(), |writer, setting| {
            let place = writer.place();
            writer.problem(match setting {
                Setting::TtlMinutes(minutes) => value::voice_call_ttl(minutes.into(), &place),
                Setting::Payload(payload) => value::voice_call_payload(payload, &place),
            });
            object(writer, |members| setting.write(members));
        });
    }
}

impl Setting<'_> {
    fn write(&self, members: &mut Members<'_, '_>) {
        match self {
            Self::TtlMinutes(minutes) => {
                members.text("type", "ttl_minutes");
                members.number("ttl_minutes", minutes);
            }
            Self::Payload(payload) => {
                members.text("type", "payload");
                members.text("payload", payload);
            }
        }
    }
}

optional_parameter! {
    /// A value that a call button can carry: [`VoiceCall`], or an `Option` of one. `None` sends nothing for the
    /// button, which works all the same.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be what a call button carries",
        label = "not a `VoiceCall`",
        note = "use `wa_template::VoiceCall`: `VoiceCall::new().ttl_minutes(100).payload(\"…\")`"
    )]
    VoiceCallParameter, voice_call, VoiceCall, |call| !call.is_absent()
}
