//! Error codes of the Cloud API.
//!
//! Sources: support/error-codes (Dec 2025, May and Sep 2026), groups/error-codes (late 2025),
//! marketing-messages (Feb 2026), direct-send (2026), business-scoped-user-ids (Jun 2026), Meta's `OpenAPI` file.

use super::ErrorClass::{Ask, Backoff, Day, Fix, Never, Pair, State};
use super::Limit::{Calls, Pair as OnePair, Throughput};
use super::{ListedCode, inbound, one, run};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

/// Every listed code, in ascending order.
pub(super) const CODES: &[ListedCode] = &[
    // General codes of the Graph API.
    one(0, State, "the access token could not be authenticated: a new one is needed"),
    one(1, Backoff, "unknown failure, or a malformed request: see whether the platform has an outage")
        .at_most(2, Fix),
    one(2, Backoff, "short outage or overload of the platform").after(5 * MINUTE),
    // Answered with HTTP status 500, and yet no outage.
    one(3, State, "the app lacks the capability or the permission for this call"),
    one(4, Backoff, "the app has used up its calls for now").of(Calls),
    one(10, State, "permission was not granted, was withdrawn, or the account is not eligible"),
    one(33, Fix, "the phone number id is wrong, or the number was deleted"),
    one(100, Fix, "a parameter is unknown, misspelt or not allowed: the details name it"),
    one(102, State, "the session is missing or has ended: a new access token is needed"),
    one(104, State, "the request carried no access token"),
    one(190, State, "the access token has expired or is invalid: every send will fail until it is replaced"),
    run(200, 299, State, "permission was not granted or was withdrawn"),
    one(368, State, "the account is restricted or disabled for violating a policy"),
    one(506, Fix, "the same post was made before"),
    one(613, Backoff, "too many calls of this kind for now"),
    one(803, Fix, "the id in the address does not exist"),
    one(80_007, Backoff, "the business account has used up its calls for now").of(Calls),
    one(80_008, Backoff, "the business account has used up its calls for now").of(Calls),
    // Sending.
    one(130_403, Never, "the business itself has blocked this user"),
    one(130_429, Backoff, "the business number sends faster than its throughput allows").of(Throughput),
    one(130_472, Never, "the recipient is part of an experiment and gets no such marketing message"),
    one(130_497, Never, "the account may not message users in this country"),
    inbound(130_501, 130_501, "a group member sent a kind of message that groups do not support"),
    one(131_000, Backoff, "unknown failure on the platform's side").at_most(3, Backoff),
    one(131_005, State, "access denied: the token lacks a permission"),
    one(131_008, Fix, "a required parameter is missing: the details name it"),
    one(131_009, Fix, "a parameter has an invalid value: the details name it"),
    one(131_016, Backoff, "a service of the platform is unavailable for the moment"),
    one(131_020, Fix, "the group is not valid, it has one member only for example"),
    one(131_021, Fix, "recipient and sender are the same number"),
    one(
        131_026,
        Ask,
        "undeliverable: not on WhatsApp, terms not accepted, app too old, or an undisclosed reason",
    ),
    one(131_030, Fix, "a test number sends only to the numbers on its list, and this one is missing there"),
    one(131_031, State, "the account is locked, or the request does not agree with its data"),
    inbound(131_035, 131_035, "a notification could not be delivered in time and is lost"),
    one(
        131_036,
        State,
        "the platform no longer held the message when the recipient's app asked for it again",
    ),
    one(131_037, State, "the business number has no approved display name yet"),
    one(131_041, Fix, "the group is unknown"),
    one(131_042, State, "a payment problem of the business account"),
    one(131_044, State, "a payment problem of the business account, calls only"),
    // Answered with HTTP status 500, and yet no outage.
    one(131_045, State, "the business number is not correctly registered"),
    one(131_047, Fix, "the user last wrote more than 24 hours ago: only a template may be sent"),
    one(131_048, State, "too many earlier messages were blocked or reported: the number is limited"),
    one(131_049, Day, "the recipient has had enough marketing messages for now").after(24 * HOUR),
    one(131_050, Never, "the recipient has stopped marketing messages from this business"),
    one(131_051, Fix, "this type of message is not supported"),
    inbound(131_052, 131_052, "media sent by the user could not be downloaded"),
    one(
        131_053,
        Fix,
        "media of the message could not be used: wrong type, too large, or its link is out of reach",
    ),
    one(131_055, Fix, "only marketing templates may be sent this way"),
    one(131_056, Pair, "too many messages to the same recipient in a short time")
        .of(OnePair)
        .after(1)
        .growing(4),
    one(131_057, Backoff, "the account is under maintenance, its throughput is being raised for example")
        .after(MINUTE),
    inbound(131_059, 131_059, "the cursor of the page is not valid"),
    inbound(131_060, 131_060, "a message of the user is not available"),
    one(131_062, Fix, "this message cannot be addressed by user id: a phone number is needed"),
    one(131_063, Fix, "this account sends marketing templates only through the Marketing Messages API"),
    one(131_064, State, "Direct Send is slowed down because messages were put into the wrong category"),
    // Groups.
    inbound(131_201, 131_201, "the group operation succeeded in part"),
    one(131_202, Fix, "a participant is listed twice"),
    one(131_204, Fix, "the group would have too many participants"),
    one(131_207, State, "the group is suspended"),
    one(131_208, Backoff, "too many group operations for now"),
    run(
        131_209,
        131_215,
        Fix,
        "the group operation is not possible with this picture, participant or account",
    ),
    // Templates.
    one(132_000, Fix, "the number of values differs from the number of placeholders in the template"),
    one(132_001, Fix, "the template does not exist in this language, or is not approved"),
    one(132_005, Fix, "the text is too long once the values are filled in"),
    one(132_007, Fix, "the content violates a policy"),
    one(132_008, Fix, "a value is not formatted as it should be"),
    one(132_012, Fix, "a value has another format or type than the template expects"),
    one(132_015, State, "the template is paused because of its quality"),
    one(132_016, State, "the template is disabled for good: a new one is needed"),
    one(132_018, Fix, "a value of the template is not valid: the details name the rule"),
    one(132_068, State, "the Flow of the template is blocked"),
    one(132_069, Backoff, "the Flow of the template is throttled to a few messages an hour").after(HOUR),
    // Registration.
    one(133_000, State, "an earlier deregistration of the number is not complete"),
    one(133_004, Backoff, "the server is unavailable for the moment"),
    one(133_005, Fix, "the PIN of the two-step verification is wrong"),
    one(133_006, State, "the number has to be verified again"),
    one(133_008, State, "too many tries with a wrong PIN: the details say how long to wait"),
    one(133_009, Backoff, "the PIN was entered too fast again"),
    one(133_010, State, "the business number is not registered on the platform"),
    one(133_015, Backoff, "the number was deleted a moment ago").after(5 * MINUTE),
    one(133_016, State, "the number was registered and deregistered too often"),
    one(134_011, State, "the terms of WhatsApp Payments are not accepted"),
    one(134_100, Fix, "only marketing templates may be sent through the Marketing Messages API"),
    one(134_101, Backoff, "the template is still being copied to the Marketing Messages API")
        .after(10 * MINUTE),
    // Answered with HTTP status 500, and yet no outage.
    one(134_102, State, "the template cannot be used with the Marketing Messages API"),
    one(134_103, State, "the template cannot be used with the Marketing Messages API"),
    one(135_000, Fix, "the request has an unspecified fault"),
    run(136_024, 136_025, Fix, "the verification code could not be requested or checked"),
    one(137_000, State, "the recipient's identity has changed: verify it before sending again"),
    // Interfaces beside sending.
    run(138_000, 138_018, Fix, "the call cannot be made or handled"),
    run(139_000, 139_004, Fix, "the Flow cannot be managed this way"),
    run(139_100, 139_103, Fix, "the block list cannot be changed this way"),
    one(139_200, State, "Direct Send of utility messages is blocked for the account"),
    run(147_001, 147_005, Fix, "the user name cannot be used"),
    one(1_752_041, Fix, "the same onboarding request was made before"),
];
