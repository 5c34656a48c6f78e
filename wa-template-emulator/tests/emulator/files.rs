//! Files over HTTP.

use std::io::{Read, Write};

use serde_json::json;
use wa_template_emulator::Emulator;

use crate::http::{Answer, call, connect};

const MEDIA: &str = "/v25.0/100000000000001/media";
const TOKEN: &str = "Authorization: Bearer any\r\n";
const OAUTH: &str = "Authorization: OAuth any\r\n";

/// A form with these fields, each a name and a content; `file` gets a type.
fn form(emulator: &Emulator, fields: &[(&str, &str)]) -> Answer {
    let mut body = String::new();
    for (name, content) in fields {
        let more = if *name == "file" { "; filename=\"a.png\"\r\nContent-Type: image/png" } else { "" };
        let disposition = format!("Content-Disposition: form-data; name=\"{name}\"{more}");
        body += &["--b0\r\n", &disposition, "\r\n\r\n", content, "\r\n"].concat();
    }
    body += "--b0--\r\n";
    raw(emulator, MEDIA, TOKEN, "multipart/form-data; boundary=b0", &body)
}

/// Like `call`, with another type of body.
fn raw(emulator: &Emulator, path: &str, headers: &str, kind: &str, body: &str) -> Answer {
    let mut stream = connect(emulator);
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: test\r\n{headers}Content-Type: {kind}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    Answer {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        json: serde_json::from_str(body).unwrap(),
    }
}

#[test]
fn media_is_taken_told_and_deleted() {
    let emulator = Emulator::start().unwrap();
    let answer =
        form(&emulator, &[("messaging_product", "whatsapp"), ("file", "hello"), ("type", "image/png")]);
    assert_eq!(answer.status, 200, "{}", answer.json);
    let id = answer.text("/id").to_owned();
    assert_eq!(emulator.media(&id).unwrap(), b"hello");

    let node = format!("/v25.0/{id}");
    let answer = call(&emulator, "GET", &node, TOKEN, "");
    assert_eq!((answer.text("/mime_type"), answer.text("/file_size")), ("image/png", "5"));
    assert!(answer.text("/url").starts_with(&emulator.base_url()), "{}", answer.json);
    let own = format!("{node}?phone_number_id=100000000000001");
    assert_eq!(call(&emulator, "GET", &own, TOKEN, "").status, 200);
    let other = format!("{node}?phone_number_id=2");
    assert_eq!(call(&emulator, "GET", &other, TOKEN, "").json["error"]["error_subcode"], 33);

    assert_eq!(call(&emulator, "DELETE", &node, TOKEN, "").json, json!({ "success": true }));
    assert_eq!(call(&emulator, "DELETE", &node, TOKEN, "").json["error"]["error_subcode"], 33);
    assert!(emulator.media(&id).is_none());
}

#[test]
fn media_that_cannot_be_sent_is_refused() {
    let emulator = Emulator::start().unwrap();
    let large = "x".repeat(5 * 1024 * 1024 + 1);
    for (fields, code) in [
        (vec![("file", "hello")], 100),
        (vec![("messaging_product", "other"), ("file", "hello")], 100),
        (vec![("messaging_product", "whatsapp")], 100),
        (vec![("messaging_product", "whatsapp"), ("file", "hello"), ("type", "image/gif")], 131_053),
        (vec![("messaging_product", "whatsapp"), ("file", "")], 131_053),
        (vec![("messaging_product", "whatsapp"), ("file", large.as_str())], 131_053),
    ] {
        let answer = form(&emulator, &fields);
        assert_eq!((answer.status, answer.code()), (400, Some(code)), "{}", answer.json);
    }
    // Without the field the part says the type; and a file as large as may be is taken.
    let fields = [("messaging_product", "whatsapp"), ("file", &large[1..])];
    assert_eq!(form(&emulator, &fields).status, 200);
    assert_eq!(raw(&emulator, MEDIA, TOKEN, "application/json", "{}").code(), Some(100));
}

fn session(emulator: &Emulator, length: usize) -> String {
    let path = format!("/v25.0/3/uploads?file_name=a.png&file_length={length}&file_type=image%2Fpng");
    let answer = call(emulator, "POST", &path, TOKEN, "");
    assert_eq!(answer.status, 200, "{}", answer.json);
    answer.text("/id").to_owned()
}

fn transfer(emulator: &Emulator, session: &str, offset: usize, body: &str) -> Answer {
    let headers = format!("{OAUTH}file_offset: {offset}\r\n");
    call(emulator, "POST", &format!("/v25.0/{session}"), &headers, body)
}

#[test]
fn a_sample_comes_in_parts() {
    let emulator = Emulator::start().unwrap();
    let session = session(&emulator, 10);
    assert_eq!(transfer(&emulator, &session, 0, "hello").code(), Some(100));
    let answer = call(&emulator, "GET", &format!("/v25.0/{session}"), OAUTH, "");
    assert_eq!(answer.json, json!({ "id": session, "file_offset": 5 }));
    assert_eq!(transfer(&emulator, &session, 0, "hello").code(), Some(100));
    assert_eq!(transfer(&emulator, &session, 5, "too much").code(), Some(100));
    let answer = transfer(&emulator, &session, 5, "world");
    assert!(answer.text("/h").starts_with("4::"), "{}", answer.json);
    assert_eq!(emulator.sample(answer.text("/h")).unwrap(), b"helloworld");
    // The answer may have been lost.
    assert_eq!(transfer(&emulator, &session, 10, "").text("/h"), answer.text("/h"));
    assert!(emulator.sample("4::other").is_none());
}

#[test]
fn what_came_before_a_broken_connection_is_kept() {
    let emulator = Emulator::start().unwrap();
    let session = session(&emulator, 10);
    let mut stream = connect(&emulator);
    let head = format!(
        "POST /v25.0/{session} HTTP/1.1\r\nHost: test\r\n{OAUTH}file_offset: 0\r\nContent-Length: 10\r\n\r\nhello"
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.shutdown(std::net::Shutdown::Both).unwrap();
    let path = format!("/v25.0/{session}");
    // Asked until the server has noticed the end; the client of a test would do the same.
    let offset = || call(&emulator, "GET", &path, OAUTH, "").json["file_offset"].as_u64();
    assert!((0..10_000).any(|_| offset() == Some(5)));
    assert!(transfer(&emulator, &session, 5, "world").json["h"].is_string());
}

#[test]
fn odd_uploads_are_refused() {
    let emulator = Emulator::start().unwrap();
    for query in [
        "file_length=5&file_type=image%2Fgif",
        "file_length=0&file_type=image%2Fpng",
        "file_length=5242881&file_type=image%2Fpng",
        "file_length=x&file_type=image%2Fpng",
        "",
    ] {
        let answer = call(&emulator, "POST", &format!("/v25.0/3/uploads?{query}"), TOKEN, "");
        assert_eq!(answer.code(), Some(100), "{query}");
    }
    assert_eq!(transfer(&emulator, "upload:none?sig=1", 0, "a").code(), Some(100));
    assert_eq!(call(&emulator, "GET", "/v25.0/upload:none", OAUTH, "").code(), Some(100));
    // The other word in front of the token is not enough here.
    let path = format!("/v25.0/{}", session(&emulator, 5));
    assert_eq!(call(&emulator, "GET", &path, TOKEN, "").code(), Some(0));
}
