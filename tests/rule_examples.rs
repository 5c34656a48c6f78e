//! The examples of rules that are lines of Rust: what the page of all rules prints is what is compiled and run here.

use std::collections::BTreeSet;

use wa_template::definition::rule::{GROUPS, RuleExample};
use wa_template::{
    DateTime, Draft, InvalidMessage, InvalidValue, OnPremisesMessage, Recipient, WaMessage, WaTemplate,
};

#[derive(WaTemplate)]
#[wa(language = "en_US", category = "utility", body = "Order {{number}} is here.")]
struct Order {
    #[wa(example = "860198")]
    number: u32,
}

#[derive(WaTemplate)]
#[wa(language = "en_US", category = "authentication", buttons(otp(copy_code)))]
struct Code {
    #[wa(code)]
    code: &'static str,
}

#[derive(WaTemplate)]
#[wa(language = "en_US", category = "utility", body = "Your order is here until {{day}}, then it is gone.")]
struct Pickup {
    #[wa(example = "5 May")]
    day: DateTime,
}

/// The rules that a line breaks.
trait Broken {
    fn broken(self) -> Vec<&'static str>;
}

impl<T> Broken for Result<T, InvalidMessage> {
    fn broken(self) -> Vec<&'static str> {
        self.err().iter().flat_map(InvalidMessage::problems).map(InvalidValue::rule).collect()
    }
}

impl<M: WaMessage> Broken for Draft<'_, M> {
    fn broken(self) -> Vec<&'static str> {
        self.build().broken()
    }
}

impl Broken for DateTime {
    fn broken(self) -> Vec<&'static str> {
        // Only this API reads the parts of a date.
        let message: Result<OnPremisesMessage, _> =
            Pickup { day: self }.to("+16505551234").build_on_premises("lucky_shrub");
        message.broken()
    }
}

/// A line as it is written, and the rules that it breaks.
type Line = (&'static str, Vec<&'static str>);

macro_rules! lines {
    ($($id:literal: $mistake:expr, $fix:expr;)*) => {
        [$(($id, (stringify!($mistake), $mistake.broken()), (stringify!($fix), $fix.broken()))),*]
    };
}

fn lines() -> Vec<(&'static str, Line, Line)> {
    let order = Order { number: 860_198 };
    let code = Code { code: "123456" };
    lines! {
        "value-date-time":
            DateTime::new("5 May").month(5).day_of_month(55),
            DateTime::new("5 May").month(5).day_of_month(5);
        "recipient-phone-number":
            order.to("0650 555 1234"),
            order.to("+1 650 555 1234");
        "recipient-id":
            order.to(Recipient::user("Jessica Brown")),
            order.to(Recipient::user("US.1001"));
        "recipient-authentication":
            code.to(Recipient::user("US.1001")),
            code.to("+16505551234");
        "language-missing":
            order.to("+16505551234").language("fr"),
            order.to("+16505551234").language("en_US");
        "message-id":
            order.to("+16505551234").reply_to("my last message"),
            order.to("+16505551234").reply_to("wamid.HBgLMTY1");
        "on-premises-namespace":
            order.to("+16505551234").build_on_premises(""),
            order.to("+16505551234").build_on_premises("lucky_shrub");
        "on-premises-unknown":
            order.to("+16505551234").callback_data("860198").build_on_premises("lucky_shrub"),
            order.to("+16505551234").build_on_premises("lucky_shrub");
        "callback-data-too-long":
            order.to("+16505551234").callback_data("x".repeat(513)),
            order.to("+16505551234").callback_data("order=860198");
    }
    .into()
}

/// The compiler may set its own blanks and line breaks when it writes an expression.
fn same(left: &str, right: &str) -> bool {
    let dense = |text: &str| text.split_whitespace().collect::<String>();
    dense(left) == dense(right)
}

fn examples_in_rust() -> impl Iterator<Item = &'static RuleExample> {
    GROUPS
        .iter()
        .flat_map(|group| group.examples)
        .filter(|example| !example.mistake.starts_with(['"', '{']) && example.template.is_none())
}

#[test]
fn every_line_of_rust_is_here_as_it_is_printed() {
    let lines = lines();
    let printed: BTreeSet<_> = examples_in_rust().map(|example| example.rule.id).collect();
    let here: BTreeSet<_> = lines.iter().map(|(id, ..)| *id).collect();
    assert_eq!(printed, here);
    for example in examples_in_rust() {
        for (id, (mistake, _), (fix, _)) in lines.iter().filter(|(id, ..)| *id == example.rule.id) {
            assert!(same(mistake, example.mistake), "{id}: {mistake}\nis printed as {}", example.mistake);
            assert!(same(fix, example.fix), "{id}: {fix}\nis printed as {}", example.fix);
        }
    }
}

#[test]
fn a_mistake_breaks_its_rule_and_a_fix_breaks_none() {
    for (id, (_, mistake), (_, fix)) in lines() {
        assert_eq!(mistake, [id]);
        assert!(fix.is_empty(), "the fix of {id} breaks {fix:?}");
    }
}
