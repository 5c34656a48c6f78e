//! Reading webhooks: `webhook [--smoke]`.

use std::hint::black_box;
use std::process::ExitCode;

use benches::clock::{Contender, Effort, Measured, compare};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use wa_template::webhook::{Notification, SignatureKey, Status};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let effort = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Effort::of(false),
        ["--smoke"] => Effort::of(true),
        _ => {
            eprintln!("usage: webhook [--smoke]");
            return ExitCode::from(2);
        }
    };
    let read = [1, 100].map(|statuses| compared(effort, statuses));
    let verified = [600, 35_000].map(|length| verified(effort, length));
    println!("{}", json!({ "read": read, "verified": verified }));
    ExitCode::SUCCESS
}

fn compared(effort: Effort, statuses: usize) -> Value {
    let body = body(statuses);
    check_alike(&body, statuses);
    let mut contenders = [
        Contender::new("Notification", || {
            let _ = black_box(Notification::from_slice(black_box(&body)));
        }),
        Contender::new("owned structs", || {
            let _ = black_box(serde_json::from_slice::<Body>(black_box(&body)));
        }),
        Contender::new("tokens only", || {
            let _ = black_box(serde_json::from_slice::<IgnoredAny>(black_box(&body)));
        }),
    ];
    json!({ "statuses": statuses, "bytes": body.len(), "rows": rows(&compare(effort, &mut contenders)) })
}

/// A signature check against SHA-256 of the same bytes, the least that it can be.
fn verified(effort: Effort, length: usize) -> Value {
    let key = SignatureKey::new("8a5c1d9e4f0b47d68a5c1d9e4f0b47d6");
    let body = &body(100)[..length];
    let header = key.sign(body);
    assert!(key.verify(body, Some(&header)).is_ok());
    let mut contenders = [
        Contender::new("SHA-256", || {
            black_box(Sha256::digest(black_box(body)));
        }),
        Contender::new("verify", || {
            let _ = black_box(key.verify(black_box(body), Some(black_box(&header))));
        }),
    ];
    json!({ "bytes": length, "rows": rows(&compare(effort, &mut contenders)) })
}

fn rows(measured: &[Measured]) -> Vec<Value> {
    measured
        .iter()
        .map(|row| json!({ "name": row.name, "ns": row.nanoseconds, "ratio": row.ratio }))
        .collect()
}

/// Both read the same: every id, in order.
fn check_alike(body: &[u8], statuses: usize) {
    let notification = Notification::from_slice(body).expect("the sample is JSON");
    let owned: Body = serde_json::from_slice(body).expect("the sample is JSON");
    let ours: Vec<&str> = notification.statuses().map(Status::message_id).collect();
    let others: Vec<&str> = owned
        .entry
        .iter()
        .flat_map(|entry| &entry.changes)
        .flat_map(|change| &change.value.statuses)
        .map(|status| status.id.as_str())
        .collect();
    assert_eq!(ours, others);
    assert_eq!(ours.len(), statuses);
}

/// A notification of the Cloud API with so many statuses, in the form of today.
fn body(statuses: usize) -> Vec<u8> {
    let statuses: Vec<Value> = (0..statuses)
        .map(|index| {
            json!({
                "id": format!("wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI0QUQ2MjA4NEYyRkExNjMy{index:04}"),
                "status": "delivered",
                "timestamp": (1_750_030_073 + index).to_string(),
                "recipient_id": "16505551234",
                "biz_opaque_callback_data": format!("order={index}"),
                "conversation": { "id": "6ceb9d929c9bdc4f90967a32f8639b42", "origin": { "type": "utility" } },
                "pricing": {
                    "billable": true,
                    "pricing_model": "PMP",
                    "type": "regular",
                    "category": "utility",
                },
            })
        })
        .collect();
    let notification = json!({
        "object": "whatsapp_business_account",
        "entry": [{
            "id": "102290129340398",
            "changes": [{
                "field": "messages",
                "value": {
                    "messaging_product": "whatsapp",
                    "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" },
                    "statuses": statuses,
                },
            }],
        }],
    });
    notification.to_string().into_bytes()
}

/// The structs that one writes by hand for this notification.
#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Body {
    object: String,
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Entry {
    id: String,
    changes: Vec<Change>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Change {
    field: String,
    value: Content,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Content {
    messaging_product: String,
    metadata: Metadata,
    #[serde(default)]
    statuses: Vec<Delivery>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Metadata {
    display_phone_number: String,
    phone_number_id: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Delivery {
    id: String,
    status: String,
    timestamp: String,
    recipient_id: Option<String>,
    biz_opaque_callback_data: Option<String>,
    conversation: Option<Conversation>,
    pricing: Option<Pricing>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Conversation {
    id: String,
    origin: Option<Origin>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Origin {
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Pricing {
    billable: Option<bool>,
    #[serde(rename = "pricing_model")]
    model: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    category: String,
}
