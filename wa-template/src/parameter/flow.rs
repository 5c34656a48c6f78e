//! What a flow is opened with.

use serde_json::Value;

use super::kinds::optional_parameter;
use super::members::Members;
use crate::definition::value;
use crate::writer::ValueWriter;

/// What the flow behind a button is opened with. Both parts may be left out (`flows/guides/sendingaflow`, June 2026).
///
/// # Example
///
/// ```
/// use serde_json::json;
/// use wa_template::FlowAction;
///
/// let sign_up = FlowAction::new().token("order-7").data(json!({ "product_name": "Blue Elf Aloe" }));
/// # let _ = sign_up;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[must_use]
pub struct FlowAction {
    token: Option<String>,
    data: Option<Value>,
}

impl FlowAction {
    /// Neither a token nor data.
    pub fn new() -> Self {
        Self::default()
    }

    /// The text by which the application recognises this run of the flow (`flow_token`). The platform sends `unused`
    /// where none is given.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// What the first screen shows (`flow_action_data`), a JSON object with one member per field. `build()` refuses
    /// anything else.
    pub fn data(mut self, data: impl Into<Value>) -> Self {
        self.data = Some(data.into());
        self
    }

    pub(crate) fn write(&self, writer: &mut ValueWriter<'_>) {
        let place = writer.place();
        writer.problem(self.data.as_ref().and_then(|data| value::flow_data(data, &place)));
        let mut members = Members::new(writer);
        members.optional_text("flow_token", self.token.as_deref());
        if let Some(data) = &self.data {
            members.json("flow_action_data", data);
        }
    }
}

optional_parameter! {
    /// A value that can open a flow: [`FlowAction`], or an `Option` of one. `None` sends nothing for the button.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot open a flow",
        label = "not a `FlowAction`",
        note = "use `wa_template::FlowAction`: `FlowAction::new().token(\"…\").data(json!({{ … }}))`"
    )]
    FlowActionParameter, flow_action, FlowAction, |_| true
}
