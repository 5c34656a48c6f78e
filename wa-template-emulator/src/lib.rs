//! A local stand-in for the WhatsApp platform: it knows template definitions and judges sends as the platform does.
//!
//! An [`Emulator`] listens on a free port of this machine. A test gives it [`Definition`]s, points the code under test
//! at [`Emulator::base_url`], and then reads what was accepted ([`Emulator::accepted`]), what was refused and why
//! ([`Emulator::refused`]), or plays the customer: [`Emulator::tap`], [`Emulator::reply`] and [`Emulator::status`]
//! give the webhook body that the platform would deliver.
//!
//! It runs on a thread of its own, so that blocking and asynchronous tests use it alike, and stops when it is dropped.
//! What a template demands of a send is asked of `wa_template_definition`, which the derive macro and the client ask
//! too: all of them give the same verdict.
//!
//! # Example
//!
//! ```
//! use wa_template_emulator::{Definition, Emulator};
//!
//! # /// Any HTTP client will do; this one is the standard library.
//! # fn post(base_url: &str, path: &str, json: &str) -> std::io::Result<String> {
//! #     use std::io::{Read, Write};
//! #     let host = base_url.trim_start_matches("http://");
//! #     let mut stream = std::net::TcpStream::connect(host)?;
//! #     write!(stream, "POST {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer any\r\n\
//! #         Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{json}", json.len())?;
//! #     let mut answer = String::new();
//! #     stream.read_to_string(&mut answer)?;
//! #     Ok(answer)
//! # }
//! let emulator = Emulator::start()?;
//! emulator.add(Definition::from_json(r#"{
//!     "name": "order_update", "language": "en_US", "category": "UTILITY", "components": [
//!     { "type": "BODY", "text": "Order {{1}} has left our warehouse.", "example": { "body_text": [["A-1"]] } },
//!     { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Stop" }] }] }"#)?);
//!
//! // The code under test sends to `emulator.base_url()` with any access token.
//! let answer = post(&emulator.base_url(), "/v25.0/100000000000001/messages", r#"{
//!     "messaging_product": "whatsapp", "to": "+15550100100", "type": "template", "template": {
//!     "name": "order_update", "language": { "code": "en_US" }, "components": [
//!     { "type": "body", "parameters": [{ "type": "text", "text": "A-17" }] }] } }"#)?;
//! assert!(answer.starts_with("HTTP/1.1 200"));
//!
//! let accepted = emulator.accepted();
//! assert_eq!(accepted[0].rendered().body, "Order A-17 has left our warehouse.");
//! let webhook = emulator.tap(&accepted[0], "Stop")?;
//! assert!(webhook.contains(accepted[0].id()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is answered
//!
//! | call | answer |
//! |---|---|
//! | `POST /{version}/{phone_number_id}/messages` | Cloud API: 200, or an `error` object |
//! | `POST /{version}/{phone_number_id}/marketing_messages` | the same, for marketing templates only |
//! | `POST /v1/messages` | On-Premises API: 201, or a list of `errors` |
//! | `GET`, `POST`, `DELETE /{version}/{waba_id}/message_templates` | lists, creates and deletes templates |
//! | `POST /{version}/{waba_id}/upsert_message_templates` | creates or updates in several languages |
//! | `GET`, `POST /{version}/{template_id}` | tells and edits a template |
//! | `POST /{version}/{template_id}/unpause` | releases a paused template |
//! | `POST /{waba_id}/message_templates/archive` and `…/unarchive` | puts templates away, brings them back |
//! | `POST /{version}/{phone_number_id}/media` | takes a file for messages |
//! | `GET`, `DELETE /{version}/{media_id}` | tells where a file is, deletes it |
//! | `POST /{version}/{app_id}/uploads`, then `GET`, `POST /{version}/upload:…` | takes a sample, in parts if need be |
//! | anything else | 404 with an `error` object that names the call |
//!
//! A template that is created is judged by [`Definition::validate`]: what has a code is refused with it, what review
//! would find is `REJECTED`, and everything else is `PENDING` until [`Emulator::set_status`] decides, or `APPROVED`
//! with [`EmulatorBuilder::approve_at_once`]. Only approved templates can be sent. The one-time-password buttons and
//! texts that the platform writes itself are read back as they were created.
//!
//! Every call needs `Authorization: Bearer …`; any token will do unless
//! [`EmulatorBuilder::access_token`] says which one. The code of a refusal is the platform's; its title is only similar,
//! and its details say what is wrong and how to repair it.
//!
//! What cannot be known offline is not emulated: whether a recipient uses WhatsApp, limits, quality, payment, whether a
//! send's media exists, the template library and the texts that the platform writes into authentication templates.

mod accepted;
mod access;
mod account;
mod book;
mod builder;
mod cloud;
mod customer;
mod emulator;
mod files;
mod ids;
mod judge;
mod management;
mod node;
mod on_premises;
mod read;
mod recipient;
mod refused;
mod server;
mod stock;
mod unknown;
mod webhook;

pub use crate::accepted::{Accepted, Api};
pub use crate::builder::EmulatorBuilder;
pub use crate::customer::TapError;
pub use crate::emulator::Emulator;
pub use crate::refused::Refused;
pub use wa_template_definition::{Definition, Rendered, Violation};
