//! The envelope of a message, as the crate `wa-template` makes it.

use super::{RuleExample, of};
use crate::rule;

pub(super) static ENVELOPE: &[RuleExample] = &[
    of(&rule::RECIPIENT_PHONE_NUMBER, r#"order.to("0650 555 1234")"#, r#"order.to("+1 650 555 1234")"#),
    of(
        &rule::RECIPIENT_ID,
        r#"order.to(Recipient::user("Jessica Brown"))"#,
        r#"order.to(Recipient::user("US.1001"))"#,
    ),
    of(
        &rule::RECIPIENT_AUTHENTICATION,
        r#"code.to(Recipient::user("US.1001"))"#,
        r#"code.to("+16505551234")"#,
    ),
    of(
        &rule::LANGUAGE_MISSING,
        r#"order.to("+16505551234").language("fr")"#,
        r#"order.to("+16505551234").language("en_US")"#,
    ),
    of(
        &rule::MESSAGE_ID,
        r#"order.to("+16505551234").reply_to("my last message")"#,
        r#"order.to("+16505551234").reply_to("wamid.HBgLMTY1")"#,
    ),
    of(
        &rule::ON_PREMISES_NAMESPACE,
        r#"order.to("+16505551234").build_on_premises("")"#,
        r#"order.to("+16505551234").build_on_premises("lucky_shrub")"#,
    ),
    of(
        &rule::ON_PREMISES_UNKNOWN,
        r#"order.to("+16505551234").callback_data("860198").build_on_premises("lucky_shrub")"#,
        r#"order.to("+16505551234").build_on_premises("lucky_shrub")"#,
    ),
    of(
        &rule::CALLBACK_DATA_TOO_LONG,
        r#"order.to("+16505551234").callback_data("x".repeat(513))"#,
        r#"order.to("+16505551234").callback_data("order=860198")"#,
    ),
];
