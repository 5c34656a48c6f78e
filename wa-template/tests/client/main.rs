//! Sending over HTTP, against a server on the loopback interface.
#![cfg(feature = "client")]

mod answers;
mod clock;
mod codes;
#[cfg(feature = "derive")]
mod explain;
mod failures;
mod faults;
mod journal;
mod rate;
mod requests;
mod retry;
mod send_all;
mod server;
#[cfg(feature = "tower")]
mod tower;
#[cfg(feature = "tracing")]
mod tracing;
mod types;
mod vectors;

use std::fmt::Write;

use wa_template::{Message, OnPremisesMessage};

/// The token of every test; no output may ever hold it.
const TOKEN: &str = "EAAtest-token-1";

/// The recipient's number without a plus sign; no `Debug` or `Display` may ever hold it.
const NUMBER: &str = "16505551234";

const BODY: &str = r#"{"messaging_product":"whatsapp","to":"+16505551234","type":"template"}"#;

const FORM: &str = r#"{"version":1,"template":"hello_world","language":"en_US","callback_data":"order=42","json":"{\"messaging_product\":\"whatsapp\",\"to\":\"+16505551234\",\"type\":\"template\"}"}"#;

fn message() -> Message {
    serde_json::from_str(FORM).expect("a message in its serialised form")
}

fn on_premises_message() -> OnPremisesMessage {
    serde_json::from_str(FORM).expect("a message in its serialised form")
}

/// Everything an error prints, by itself and through its sources.
fn printed(error: &dyn std::error::Error) -> String {
    let mut text = format!("{error} {error:?}");
    let mut source = error.source();
    while let Some(error) = source {
        write!(text, " / {error} {error:?}").expect("a string grows");
        source = error.source();
    }
    text
}
