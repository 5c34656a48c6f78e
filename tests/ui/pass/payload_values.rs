//! Variants with a value: generics, named fields, references, `Option`, exact texts.
use std::fmt::{Debug, Display};
use std::str::FromStr;

use wa_template::{PayloadParameter, PayloadValue, WaMessage, WaPayload, WaTemplate};

#[derive(WaPayload, Debug, PartialEq)]
enum Answer<T>
where
    T: Display + FromStr,
{
    Yes,
    No {},
    Never(),
    Confirm(T),
    #[wa(payload = "answer-again")]
    Again {
        r#type: T,
    },
}

/// The bound that rustc suggests.
#[derive(WaPayload)]
enum Suggested<T: PayloadValue> {
    Confirm(T),
}

/// A text may be the beginning of a payload with a value: the `:` tells them apart.
#[derive(WaPayload, Debug, PartialEq)]
enum Grown {
    Confirm,
    #[wa(payload = "grown:confirm")]
    ConfirmOrder(String),
}

macro_rules! payload {
    ($name:ident, $variant:ident($ty:ty)) => {
        #[derive(WaPayload, Debug, PartialEq)]
        enum $name {
            $variant($ty),
        }
    };
}

payload!(FromMacro, Confirm(char));

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(
        quick_reply("Yes", Grown::Confirm),
        quick_reply("1"),
        quick_reply("2"),
        quick_reply("3", "{{third}}")
    )
)]
struct Order<'a, A: PayloadParameter> {
    #[wa(button = 1)]
    first: A,
    #[wa(button = 2)]
    second: Option<&'a Answer<u32>>,
    third: Option<FromMacro>,
}

#[track_caller]
fn check<P: WaPayload + Debug + PartialEq>(value: P, payload: &str) {
    assert_eq!(value.to_payload(), payload);
    assert_eq!(P::from_payload(payload), Ok(value));
}

fn main() {
    check(Answer::<u32>::Yes, "answer:yes");
    check(Answer::<u32>::No {}, "answer:no");
    check(Answer::<u32>::Never(), "answer:never");
    check(Answer::<u32>::Confirm(42), "answer:confirm:42");
    check(Answer::<String>::Confirm(String::new()), "answer:confirm:");
    check(Answer::<String>::Again { r#type: ":yes".to_owned() }, "answer-again::yes");
    check(Grown::Confirm, "grown:confirm");
    check(Grown::ConfirmOrder("42".to_owned()), "grown:confirm:42");
    check(FromMacro::Confirm(':'), "from_macro:confirm::");
    assert_eq!(Suggested::Confirm(1).to_payload(), "suggested:confirm:1");
    for unknown in ["", "answer", "answer:confirm", "answer:confirm:x", "answer:confirm:42 ", "ANSWER:YES"] {
        assert_eq!(Answer::<u32>::from_payload(unknown).unwrap_err().payload(), unknown);
    }

    let confirm = Answer::Confirm(7);
    let order = Order { first: &confirm, second: Some(&confirm), third: None };
    let message = order.to("+16505551234").build().unwrap();
    assert_eq!(message.json().matches(r#""payload":"answer:confirm:7""#).count(), 2);
    let order =
        Order { first: Answer::Confirm("x".repeat(300)), second: None, third: Some(FromMacro::Confirm('x')) };
    let refused = order.to("+16505551234").build().unwrap_err();
    let problems: Vec<_> =
        refused.problems().iter().map(|problem| (problem.field(), problem.rule())).collect();
    assert_eq!(problems, [(Some("first"), "value-payload-too-long")]);
}
