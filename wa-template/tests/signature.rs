//! What makes a webhook request believable: its signature, and the handshake before the first one.
#![cfg(feature = "webhook")]

use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;
use wa_template::webhook::{
    BODY_LIMIT, HandshakeError, ReceiveError, SIGNATURE_HEADER, SignatureError, SignatureKey, Verifier,
    VerifyToken,
};

const SECRET: &str = "ffeeddccbbaa99887766554433221100";
const BODY: &[u8] = br#"{"object":"whatsapp_business_account","entry":[]}"#;
/// Computed by another implementation.
const HEADER: &str = "sha256=39a2148ea33654a2adc9badb65793919769d09cdc9b82acb0a6627acc3d66a39";

fn verify(header: Option<&[u8]>) -> Result<(), SignatureError> {
    SignatureKey::new(SECRET).verify(BODY, header)
}

#[test]
fn the_signature_of_another_implementation_fits() {
    assert_eq!(verify(Some(HEADER.as_bytes())), Ok(()));
    assert_eq!(SignatureKey::new(SECRET).sign(BODY), HEADER);
    assert_eq!(SIGNATURE_HEADER, "x-hub-signature-256");
}

#[test]
fn capitals_are_the_same_digits() {
    let digits = HEADER.trim_start_matches("sha256=").to_ascii_uppercase();
    assert_eq!(verify(Some(format!("sha256={digits}").as_bytes())), Ok(()));
}

#[test]
fn every_byte_of_the_body_counts() {
    let key = SignatureKey::new(SECRET);
    for position in 0..BODY.len() {
        let mut body = BODY.to_vec();
        body[position] ^= 1;
        assert_eq!(key.verify(&body, Some(HEADER)), Err(SignatureError::Mismatch), "byte {position}");
    }
    assert_eq!(key.verify(&[BODY, b"\n"].concat(), Some(HEADER)), Err(SignatureError::Mismatch));
}

#[test]
fn every_digit_of_the_header_counts() {
    for position in "sha256=".len()..HEADER.len() {
        let mut header = HEADER.as_bytes().to_vec();
        header[position] = if header[position] == b'0' { b'1' } else { b'0' };
        assert_eq!(verify(Some(&header)), Err(SignatureError::Mismatch), "digit {position}");
    }
}

#[test]
fn headers_of_another_form_are_malformed() {
    let digits = HEADER.trim_start_matches("sha256=");
    let sixty_three = digits.get(1..).expect("digits");
    for header in [
        String::new(),
        "sha256=".to_owned(),
        digits.to_owned(),
        format!("sha1={digits}"),
        format!("SHA256={digits}"),
        format!("sha256={sixty_three}"),
        format!("sha256={digits}0"),
        format!("sha256={digits}00"),
        format!("sha256= {sixty_three}"),
        format!("sha256=+{sixty_three}"),
        format!("sha256=g{sixty_three}"),
        format!("sha256=0x{}", digits.get(2..).expect("digits")),
        format!(" sha256={digits}"),
        format!("sha256={digits}, sha256={digits}"),
        format!("sha256={}", "ä".repeat(32)),
        "\0".repeat(71),
        "sha256=".repeat(100_000),
    ] {
        assert_eq!(verify(Some(header.as_bytes())), Err(SignatureError::Malformed), "{header:.80}");
    }
    assert_eq!(verify(Some(&[0xff; 71])), Err(SignatureError::Malformed));
    assert_eq!(verify(None), Err(SignatureError::Missing));
}

#[test]
fn several_secrets_are_good_while_one_replaces_the_other() {
    let key = SignatureKey::new("new").or("old").or("older");
    for secret in ["new", "old", "older"] {
        assert_eq!(key.verify(BODY, Some(SignatureKey::new(secret).sign(BODY))), Ok(()), "{secret}");
    }
    assert_eq!(key.sign(BODY), SignatureKey::new("new").sign(BODY));
    let stranger = SignatureKey::new("oldest").sign(BODY);
    assert_eq!(key.verify(BODY, Some(stranger)), Err(SignatureError::Mismatch));
}

#[test]
fn an_empty_secret_believes_nobody() {
    // HMAC with an empty key, which anybody can compute.
    let anybody = "sha256=704eb71c28bbe7c091ca5b8f9446c2bceec023435f33ff17e7fb9634d46333bc";
    assert_eq!(SignatureKey::new("").verify(BODY, Some(anybody)), Err(SignatureError::Mismatch));
    assert_eq!(SignatureKey::new("").or("").verify(BODY, Some(anybody)), Err(SignatureError::Mismatch));
    assert_eq!(SignatureKey::new("").or(SECRET).verify(BODY, Some(HEADER)), Ok(()));
}

#[test]
fn long_secrets_are_hashed_as_the_standard_says() {
    let secret = "k".repeat(200);
    assert_eq!(
        SignatureKey::new(secret).sign(BODY),
        "sha256=5d00ec3300018a48d08bdeff6194da299bc78ecf7025aaeccc3d7ec14f7eb219"
    );
}

#[test]
fn nothing_is_told_about_secrets() {
    let key = SignatureKey::new(SECRET).or("another secret");
    let token = VerifyToken::new("a token of ours");
    let shown = format!("{key:?} {token:?} {:?}", Verifier::new(key.clone()));
    for part in [SECRET, "another", "ours", "a token"] {
        assert!(!shown.contains(part), "{shown}");
    }
    assert!(shown.contains("secrets: 2"), "{shown}");
    for error in [SignatureError::Missing, SignatureError::Malformed, SignatureError::Mismatch] {
        assert!(!error.to_string().ends_with('.'), "{error}");
    }
}

#[test]
fn a_verifier_asks_for_size_then_signature_then_json() {
    let key = SignatureKey::new(SECRET);
    let verifier = Verifier::new(key.clone());
    let check = |verifier: &Verifier, body: &[u8], header: Option<&str>, status: u16| {
        let result = verifier.notification(body, header);
        let found = result.as_ref().map_or_else(ReceiveError::http_status, |_| 200);
        assert_eq!(found, status, "{:.60} {header:?}: {result:?}", String::from_utf8_lossy(body));
    };
    let signed = |body: &[u8], status| check(&verifier, body, Some(&key.sign(body)), status);
    signed(BODY, 200);
    signed(b"{}", 200);
    signed(b"", 400);
    signed(b"[]", 400);
    signed(b"\xff\xfe", 400);
    signed(&BODY[..20], 400);
    signed(&vec![b' '; BODY_LIMIT], 400);
    signed(&vec![b' '; BODY_LIMIT + 1], 413);
    check(&verifier, BODY, None, 401);
    check(&verifier, BODY, Some("sha1=00"), 401);
    check(&verifier, BODY, Some(&key.sign(b"{}")), 403);
    check(&verifier, b"not json", Some(HEADER), 403);
    let small = verifier.clone().body_limit(BODY.len());
    check(&small, BODY, Some(HEADER), 200);
    check(&verifier.clone().body_limit(BODY.len() - 1), BODY, Some(HEADER), 413);
}

#[test]
fn a_refusal_repeats_nothing_of_the_request() {
    let key = SignatureKey::new(SECRET);
    let body = br#"{"from": "16505551234", "text": "a private word", "#;
    let error = Verifier::new(key.clone()).notification(body, Some(key.sign(body))).expect_err("not JSON");
    let source = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
    let shown = format!("{error} {error:?} {source}");
    assert!(!shown.contains("1650") && !shown.contains("private"), "{shown}");
    assert!(!source.is_empty());
}

#[test]
fn the_handshake_gives_the_challenge_back() {
    let token = VerifyToken::new("our token & more: ü");
    for query in [
        "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=our+token+%26+more:+%C3%BC",
        "?hub.verify_token=our%20token%20%26%20more%3A%20%C3%BC&hub.challenge=1158201444&hub.mode=subscribe",
        "x=1&hub.mode=subscribe&&hub.challenge=1158201444&hub.verify_token=our%20token%20%26%20more%3A%20%C3%BC&y",
        "hub%2Emode=subscribe&hub.challenge=%31158201444&hub.verify_token=our+token+%26+more:+%C3%BC",
    ] {
        assert_eq!(token.challenge(query).as_deref(), Ok("1158201444"), "{query}");
    }
    let pairs =
        [("hub.mode", "subscribe"), ("hub.verify_token", "our token & more: ü"), ("hub.challenge", "é&1")];
    assert_eq!(token.challenge_of(pairs).as_deref(), Ok("é&1"));
}

#[test]
fn the_handshake_refuses_everything_else() {
    use HandshakeError::{NoHandshake, WrongToken};
    let token = VerifyToken::new("right");
    for (query, error) in [
        ("", NoHandshake),
        ("hub.mode=subscribe&hub.verify_token=right", NoHandshake),
        ("hub.challenge=1&hub.verify_token=right", NoHandshake),
        ("hub.mode=subscribe&hub.challenge=1", NoHandshake),
        ("hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=right", NoHandshake),
        ("hub.mode=Subscribe&hub.challenge=1&hub.verify_token=right", NoHandshake),
        // PHP's names.
        ("hub_mode=subscribe&hub_challenge=1&hub_verify_token=right", NoHandshake),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong&hub.verify_token=right", NoHandshake),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong", WrongToken),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=", WrongToken),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=righ", WrongToken),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=right%00", WrongToken),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=Right", WrongToken),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=%FF", WrongToken),
    ] {
        assert_eq!(token.challenge(query), Err(error), "{query}");
    }
    let anybody = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=";
    assert_eq!(VerifyToken::new("").challenge(anybody), Err(WrongToken));
    let long = format!("hub.mode=subscribe&hub.challenge=1&hub.verify_token={}", "x".repeat(1_000_000));
    assert_eq!(token.challenge(&long), Err(WrongToken));
}

proptest! {
    #[test]
    fn what_a_key_signs_it_verifies_and_no_other_does(
        body: Vec<u8>,
        secret in proptest::collection::vec(any::<u8>(), 1..200),
        other in proptest::collection::vec(1_u8.., 1..64),
    ) {
        let key = SignatureKey::new(&secret);
        prop_assert_eq!(key.verify(&body, Some(key.sign(&body))), Ok(()));
        // The standard fills short keys with zeros, so keys that differ in these only are the same.
        let ends = |secret: &[u8]| secret.iter().rev().skip_while(|byte| **byte == 0).copied().collect::<Vec<_>>();
        prop_assume!(ends(&other) != ends(&secret));
        prop_assert_eq!(SignatureKey::new(&other).verify(&body, Some(key.sign(&body))), Err(SignatureError::Mismatch));
    }

    #[test]
    fn no_header_and_no_query_panics(header: Vec<u8>, query in ".*") {
        let _ = verify(Some(&header));
        let _ = VerifyToken::new("right").challenge(&query);
    }

    #[test]
    fn a_token_is_good_for_itself_only(token in ".+", other in ".*") {
        let ours = VerifyToken::new(&token);
        let pairs = |token: &str| [
            ("hub.mode", "subscribe".to_owned()),
            ("hub.challenge", "7".to_owned()),
            ("hub.verify_token", token.to_owned()),
        ];
        prop_assert_eq!(ours.challenge_of(pairs(&token)), Ok("7".to_owned()));
        prop_assume!(other != token);
        prop_assert_eq!(ours.challenge_of(pairs(&other)), Err(HandshakeError::WrongToken));
    }
}

/// Recorded signatures, where the environment names their folder.
#[test]
fn recorded_signatures_are_judged_as_they_say() {
    let Some(folder) = std::env::var_os("WA_TEMPLATE_VECTORS") else { return };
    let text = std::fs::read_to_string(Path::new(&folder).join("signatures/vectors.json")).expect("a file");
    let recorded: Value = serde_json::from_str(&text).expect("JSON");
    let vectors = recorded["vectors"].as_array().expect("a list");
    assert!(!vectors.is_empty());
    for vector in vectors {
        let part = |name: &str| vector[name].as_str().unwrap_or_else(|| panic!("no {name}: {vector}"));
        let body = decode_base64(part("body_base64"));
        let verdict = SignatureKey::new(part("app_secret")).verify(&body, vector["header"].as_str());
        assert_eq!(Some(verdict.is_ok()), vector["accept"].as_bool(), "{}: {verdict:?}", part("name"));
    }
}

fn decode_base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for digit in text.trim_end_matches('=').bytes() {
        let value = DIGITS.iter().position(|known| *known == digit).expect("Base64");
        bits = bits << 6 | u32::try_from(value).expect("six bits");
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).expect("eight bits"));
        }
    }
    bytes
}
