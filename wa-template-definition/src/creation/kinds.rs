//! Buttons of kinds that have rules of their own.

use serde_json::{Map, Value};

use super::buttons::Here;
use super::{Findings, one_time_password};
use crate::button::{Flow, PaymentKind};
use crate::place::Part;
use crate::{Button, ButtonKind, Category, Definition, rule, value};

#[inline]
pub(super) fn check(findings: &mut Findings, definition: &Definition, here: &Here<'_>, button: &Button) {
    marketing_only(findings, definition, here, button);
    match button.kind() {
        ButtonKind::CopyCode { example } => coupon_code(findings, definition, here, example.as_deref()),
        ButtonKind::Flow(flow) => self::flow(findings, here, flow),
        ButtonKind::PaymentRequest { kind, setting } => {
            payment_request(findings, definition, here, button, kind);
            payment_sample(findings, here, kind, setting);
        }
        ButtonKind::RequestContactInfo => contact_info(findings, here, button),
        ButtonKind::OneTimePassword(password) => one_time_password::check(findings, here, password),
        _ => {}
    }
    alone(findings, definition, here, button);
}

#[inline]
fn marketing_only(findings: &mut Findings, definition: &Definition, here: &Here<'_>, button: &Button) {
    let only =
        matches!(button.kind(), ButtonKind::Catalog | ButtonKind::MultiProduct | ButtonKind::SingleProduct);
    // A carousel in a wrong category is refused as a whole.
    if only && here.in_template() && !definition.may_be_marketing() {
        let fact = format!("a {} button in a {} template", button.type_name(), definition.category());
        let fix = "make its category `marketing`";
        findings.add(&rule::MARKETING_ONLY, here.place(Part::Button), fact, fix);
    }
}

/// Some buttons suffer no other beside them.
#[inline]
fn alone(findings: &mut Findings, definition: &Definition, here: &Here<'_>, button: &Button) {
    let alone =
        matches!(button.kind(), ButtonKind::Catalog | ButtonKind::MultiProduct | ButtonKind::SingleProduct);
    // In a card the shape of the card says which buttons there are.
    if alone && here.is_first_of_kind(button) && here.in_template() && definition.buttons().len() > 1 {
        let fact = format!("a {} button cannot have another beside it", button.type_name());
        findings.add(&rule::BUTTONS_ALONE, here.place(Part::Button), fact, "remove the others");
    }
}

#[inline]
fn coupon_code(findings: &mut Findings, definition: &Definition, here: &Here<'_>, example: Option<&str>) {
    let place = here.place(Part::ButtonExample);
    let Some(example) = example.filter(|example| !example.is_empty()) else {
        let fact = "the coupon code has no example";
        findings.add(&rule::BUTTON_COUPON_EXAMPLE, place, fact, "give a sample code");
        return;
    };
    let limit = value::coupon_code_limit(definition);
    if let Some(violation) = value::coupon_code(example, limit, &place) {
        let fact = format!("the example `{example}` is no coupon code: {}", violation.fact());
        findings.add(&rule::BUTTON_COUPON_CODE, place, fact, violation.fix());
    }
}

#[inline]
fn flow(findings: &mut Findings, here: &Here<'_>, flow: &Flow) {
    let place = here.place(Part::Button);
    let sources = [&flow.id, &flow.name, &flow.json].into_iter().flatten().count();
    if sources != 1 {
        let fact = if sources == 0 {
            "the button does not say which flow it opens".to_owned()
        } else {
            format!("the button names its flow in {sources} ways")
        };
        let fix = "give exactly one of `flow_id`, `flow_name` and `flow_json`";
        findings.add(&rule::BUTTON_FLOW_SOURCE, place.clone(), fact, fix);
    }
    let action = flow.action.as_deref().unwrap_or("NAVIGATE");
    if !matches!(action, "NAVIGATE" | "DATA_EXCHANGE") {
        let fact = format!("`{action}` is not an action of a flow");
        findings.add(&rule::BUTTON_FLOW_ACTION, place.clone(), fact, "use `navigate` or `data_exchange`");
    } else if flow.navigate_screen.is_some() && action != "NAVIGATE" {
        let fact = "the flow has a first screen, but does not navigate";
        findings.add(&rule::BUTTON_FLOW_ACTION, place, fact, "remove the screen, or use `navigate`");
    }
}

#[inline]
fn payment_request(
    findings: &mut Findings,
    definition: &Definition,
    here: &Here<'_>,
    button: &Button,
    kind: &PaymentKind,
) {
    if let Some(label) = kind.label()
        && button.label().is_some_and(|found| found != label)
    {
        let fact = format!("the label of a `{}` button is fixed", kind.as_str());
        let fix = format!("write `{label}`");
        findings.add(&rule::BUTTON_PAYMENT_LABEL, here.place(Part::ButtonLabel), fact, fix);
    }
    let same = |other: &&Button| matches!(other.kind(), ButtonKind::PaymentRequest { kind: other, .. } if other == kind);
    let earlier = definition.buttons().iter().take(here.index()).any(|other| same(&other));
    if here.in_template() && earlier {
        let fact = format!("a second button asks for `{}`", kind.as_str());
        let fix = "ask for each kind of payment once";
        findings.add(&rule::BUTTON_PAYMENT_KIND, here.place(Part::Button), fact, fix);
    }
}

/// "At creation the values are samples." The page names the sample of a Pix code in two ways, so any name will do.
#[inline]
fn payment_sample(
    findings: &mut Findings,
    here: &Here<'_>,
    kind: &PaymentKind,
    setting: &Map<String, Value>,
) {
    let samples = setting.get(kind.as_str()).and_then(Value::as_object);
    let given = |sample: &Value| sample.as_str().is_some_and(|sample| !sample.is_empty());
    if kind.as_str().is_empty() {
        let fact = "the payment-request button has no `payment_setting` with a `type`";
        let fix = "add it, with a sample of the code or address";
        findings.add(&rule::BUTTON_PAYMENT_EXAMPLE, here.place(Part::Button), fact, fix);
    } else if PaymentKind::KNOWN.contains(kind) && !samples.is_some_and(|samples| samples.values().any(given))
    {
        let fact = format!("the `{}` button has no example", kind.as_str());
        let fix = "give a sample of the code or address";
        findings.add(&rule::BUTTON_PAYMENT_EXAMPLE, here.place(Part::ButtonExample), fact, fix);
    }
}

#[inline]
fn contact_info(findings: &mut Findings, here: &Here<'_>, button: &Button) {
    const LABEL: &str = "Share Contact Info";
    if button.label().is_some_and(|label| label != LABEL) {
        let fact = "the label of this button is the platform's";
        let fix = format!("leave it out, or write `{LABEL}`");
        findings.add(&rule::BUTTON_CONTACT_LABEL, here.place(Part::ButtonLabel), fact, fix);
    }
}

/// Whether a button may do without a label: the platform supplies it.
#[inline]
pub(super) fn label_is_optional(button: &Button) -> bool {
    matches!(
        button.kind(),
        ButtonKind::CopyCode { .. } | ButtonKind::OneTimePassword(_) | ButtonKind::RequestContactInfo
    )
}

impl Definition {
    /// Whether it is a marketing template. One of unknown category is given the benefit of the doubt, and an
    /// authentication template with such a part is refused as a whole.
    #[inline]
    pub(super) fn may_be_marketing(&self) -> bool {
        !matches!(self.category(), Category::Utility)
    }
}
