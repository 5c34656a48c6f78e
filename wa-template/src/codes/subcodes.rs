//! Subcodes of the Cloud API: numbers in `error_subcode` that say more than the code.
//!
//! Sources: support/error-codes (Sep 2026), which lists those of template creation without saying where they
//! stand; that they are subcodes of code 100 is what answers show. 2388023, 2388024, 2388037, 2388043, 2388052, 2388185
//! and 2593002 are not on the page: their meaning is what answers to others said.

use super::ErrorClass::{Backoff, Fix, State};
use super::{ListedCode, one};

/// Subcodes of code 100, in ascending order.
pub(super) const OF_100: &[ListedCode] = &[
    one(33, Fix, "the id in the address does not exist, or the token may not see it"),
    one(200_005, State, "template insights are not available for this account"),
    one(200_006, State, "template insights cannot be switched off"),
    one(200_007, State, "template insights are not switched on"),
    one(2_388_001, State, "number migration: ownership unconfirmed, or two-step verification still on"),
    one(2_388_012, Fix, "number migration: the account has this number already"),
    one(2_388_019, State, "the account has as many templates as it may have"),
    one(2_388_023, State, "the template's language is still being deleted"),
    one(2_388_024, Fix, "the template has content in this language already"),
    one(2_388_037, Fix, "the numbered placeholders of a text do not start at {{1}}"),
    one(2_388_039, State, "the template's status does not allow this change"),
    one(2_388_040, Fix, "a text of the template is longer than allowed"),
    one(2_388_043, Fix, "a component of the template lacks a field, its example for instance"),
    one(2_388_047, Fix, "the template's header is malformed"),
    one(2_388_052, Fix, "the address of a button is malformed"),
    one(2_388_072, Fix, "the template's body is malformed"),
    one(2_388_073, Fix, "the template's footer is malformed"),
    one(2_388_077, Fix, "analytics: these products cannot be combined"),
    one(2_388_091, State, "number migration: the number may not receive a code now"),
    one(2_388_093, State, "number migration: the number may not receive a code now"),
    one(2_388_103, State, "number migration: the account does not meet a precondition"),
    one(
        2_388_185,
        State,
        "the account may not create authentication templates before its business is verified",
    ),
    one(2_388_293, Fix, "the template has too many placeholders for the length of its text"),
    one(2_388_299, Fix, "a text of the template starts or ends with a placeholder"),
    one(2_494_100, Backoff, "the business number is under maintenance for some minutes"),
    one(2_593_002, Fix, "there is no template of this name or id to delete"),
    one(2_593_079, State, "the ownership of the number cannot be transferred"),
    one(2_593_085, State, "the ownership of the number cannot be transferred"),
    one(2_593_107, Backoff, "synchronising with the business app: too many requests"),
    one(2_593_108, State, "synchronising with the business app: the first 24 hours are over"),
    one(2_593_109, State, "synchronising with the business app: sharing the history was declined"),
];

/// Subcodes of code 190, in ascending order.
pub(super) const OF_190: &[ListedCode] = &[
    one(460, State, "the access token ended because the password was changed"),
    one(463, State, "the access token has expired"),
    one(467, State, "the access token is no longer valid"),
];
