//! A client of a few lines: nothing between the test and the wire.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;
use wa_template_emulator::Emulator;

pub(crate) const CLOUD: &str = "/v25.0/100000000000001/messages";
pub(crate) const ON_PREMISES: &str = "/v1/messages";

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) json: Value,
}

impl Answer {
    pub(crate) fn text(&self, pointer: &str) -> &str {
        self.json.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// The code of an error of either API.
    pub(crate) fn code(&self) -> Option<u64> {
        let code = self.json.pointer("/error/code");
        code.or_else(|| self.json.pointer("/errors/0/code"))?.as_u64()
    }

    /// The details of an error of either API.
    pub(crate) fn details(&self) -> &str {
        let details = self.json.pointer("/error/error_data/details");
        details.or_else(|| self.json.pointer("/errors/0/details")).and_then(Value::as_str).unwrap_or_default()
    }
}

pub(crate) fn connect(emulator: &Emulator) -> TcpStream {
    let stream = TcpStream::connect(host(emulator)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    stream
}

fn host(emulator: &Emulator) -> String {
    emulator.base_url().trim_start_matches("http://").to_owned()
}

/// One exchange; `headers` are whole lines, each with its line end.
pub(crate) fn call(emulator: &Emulator, method: &str, path: &str, headers: &str, body: &str) -> Answer {
    let mut stream = connect(emulator);
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n{headers}Content-Length: {}\r\n\
         Connection: close\r\n\r\n",
        host(emulator),
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    Answer {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        json: serde_json::from_str(body).unwrap(),
    }
}

/// A send with a token that any emulator takes.
pub(crate) fn send(emulator: &Emulator, path: &str, body: &Value) -> Answer {
    let headers = "Authorization: Bearer any\r\n";
    call(emulator, "POST", path, headers, &body.to_string())
}
