//! Recorded answers, where the environment variable `WA_TEMPLATE_VECTORS` names their folder.

use std::path::{Path, PathBuf};

use serde_json::Value;

use wa_template::client::{ErrorClass, MessageStatus, Receipt, SendError};

use crate::server::{Reply, send, send_on_premises};
use crate::{NUMBER, TOKEN, printed};

/// Each recorded answer whose name begins like this, with the HTTP status under which it was recorded.
fn recorded(begin: &str) -> Vec<(String, String, String)> {
    let Some(folder) = std::env::var_os("WA_TEMPLATE_VECTORS") else {
        println!("WA_TEMPLATE_VECTORS is not set: no recorded answers to read");
        return Vec::new();
    };
    let folder: PathBuf = Path::new(&folder).join("responses");
    let list = std::fs::read_to_string(folder.join("http_status.tsv")).expect("the list of answers");
    let files = list.lines().filter_map(|line| line.split_once('\t'));
    let found: Vec<_> = files
        .filter(|(file, _)| file.starts_with(begin))
        .map(|(file, status)| {
            let body = std::fs::read_to_string(folder.join(file)).expect(file);
            (file.to_owned(), format!("{status} Recorded"), body)
        })
        .collect();
    assert!(!found.is_empty(), "no recorded answer begins with {begin}");
    found
}

fn code(error: &Value) -> Option<u32> {
    error.get("code")?.as_u64()?.try_into().ok()
}

#[track_caller]
fn check(file: &str, result: Result<Receipt, SendError>, expected: Option<u32>) {
    let error = result.expect_err(file);
    assert!(expected.is_some() && error.code() == expected, "{file}: {error:?}");
    let is_listed = error.graph_error().is_some_and(|error| error.explanation().is_some());
    assert_eq!(is_listed, expected != Some(999_999), "{file}");
    assert!(!error.explanation().is_empty() && !error.advice().is_empty(), "{file}");
    assert!(!error.is_unknown() || matches!(expected, Some(999_999)), "{file}: {error:?}");
    let text = printed(&error);
    assert!(!text.contains(NUMBER) && !text.contains(TOKEN), "{file}: {text}");
}

#[tokio::test]
async fn errors_of_the_cloud_api_are_read() {
    for (file, status, body) in recorded("cloud_error_") {
        let json: Value = serde_json::from_str(&body).expect(&file);
        let error = json.get("error").unwrap_or(&Value::Null);
        check(&file, send(Reply::json(&status, &body)).await, code(error));
    }
}

#[tokio::test]
async fn errors_of_the_on_premises_api_are_read() {
    for (file, status, body) in recorded("on_premises_error_") {
        let json: Value = serde_json::from_str(&body).expect(&file);
        let error = json.get("errors").and_then(|errors| errors.get(0)).unwrap_or(&Value::Null);
        let result = send_on_premises(Reply::json(&status, &body)).await;
        assert_ne!(result.as_ref().expect_err(&file).class(), Some(ErrorClass::Pair));
        check(&file, result, code(error));
    }
}

#[tokio::test]
async fn receipts_are_read() {
    for (file, status, body) in recorded("cloud_success_") {
        let json: Value = serde_json::from_str(&body).expect(&file);
        let receipt = send(Reply::json(&status, &body)).await.expect(&file);
        let text = |pointer: &str| json.pointer(pointer).and_then(Value::as_str);
        assert_eq!(Some(receipt.message_id().as_str()), text("/messages/0/id"), "{file}");
        assert_eq!(receipt.status().map(MessageStatus::as_str), text("/messages/0/message_status"), "{file}");
        assert_eq!(receipt.wa_id(), text("/contacts/0/wa_id"), "{file}");
        assert_eq!(receipt.user_id(), text("/contacts/0/user_id"), "{file}");
        assert_eq!(receipt.group_id(), text("/messages/0/group_id"), "{file}");
    }
    for (file, status, body) in recorded("on_premises_success_message") {
        send_on_premises(Reply::json(&status, &body)).await.expect(&file);
    }
}
