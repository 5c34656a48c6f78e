//! A server that answers each request with the next reply of a script, and remembers what it was asked.
#![allow(dead_code, reason = "two test programs share it, and each uses its part")]

use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The token of every test; no output may ever hold it.
pub(crate) const TOKEN: &str = "EAAtest-token-1";

/// No test takes longer; a client that hangs fails instead.
const LIMIT: Duration = Duration::from_secs(30);

/// What the server does with a request.
#[derive(Clone)]
pub(crate) enum Reply {
    /// Sends these bytes and closes. `{base}` in them is the address of the server.
    Bytes(Vec<u8>),
    /// Reads so many bytes of the body, then closes without an answer.
    Cut(usize),
    /// Reads the head, then nothing more, and never answers.
    Stall,
}

impl Reply {
    /// A complete answer; the status is a number and its name.
    pub(crate) fn new(status: &str, content_type: &str, body: impl AsRef<[u8]>) -> Self {
        let head = format!("HTTP/1.1 {status}\r\ncontent-type: {content_type}\r\nconnection: close\r\n\r\n");
        Self::Bytes([head.as_bytes(), body.as_ref()].concat())
    }

    pub(crate) fn json(body: &str) -> Self {
        Self::new("200 OK", "application/json", body)
    }

    pub(crate) fn error(status: &str, code: u32, subcode: u32) -> Self {
        let body = format!(
            r#"{{"error":{{"message":"Invalid parameter","type":"OAuthException","code":{code},"error_subcode":{subcode},"error_user_msg":"Because of +16505551234."}}}}"#
        );
        Self::new(status, "application/json", body)
    }
}

/// A request as it arrived.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    #[track_caller]
    pub(crate) fn check(&self, line: &str, authorization: &str) {
        assert_eq!(self.line, format!("{line} HTTP/1.1"));
        assert_eq!(self.header("authorization"), Some(authorization));
        assert!(!self.line.contains("access_token") && !self.line.contains(TOKEN), "{}", self.line);
    }
}

/// A running server; it ends with the test's runtime.
pub(crate) struct Server {
    pub(crate) base_url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    pub(crate) async fn start(script: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base_url = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let server = Self { base_url: base_url.clone(), requests: requests.clone() };
        let mut script: VecDeque<Reply> = script.into_iter().collect();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A request too many is seen by its count.
                let reply =
                    script.pop_front().unwrap_or_else(|| Reply::new("599 Too Many", "text/plain", ""));
                tokio::spawn(serve(stream, reply, base_url.clone(), requests.clone()));
            }
        });
        server
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no panic").clone()
    }

    /// Exactly so many requests arrived.
    #[track_caller]
    pub(crate) fn exactly<const N: usize>(&self) -> [Request; N] {
        let requests = self.requests();
        let lines: Vec<_> = requests.iter().map(|request| request.line.clone()).collect();
        requests.try_into().unwrap_or_else(|_| panic!("{N} requests are expected: {lines:?}"))
    }
}

async fn serve(mut stream: TcpStream, reply: Reply, base_url: String, requests: Arc<Mutex<Vec<Request>>>) {
    let wanted = match reply {
        Reply::Bytes(_) => usize::MAX,
        Reply::Cut(bytes) => bytes,
        Reply::Stall => 0,
    };
    let Some(request) = read(&mut stream, wanted).await else { return };
    requests.lock().expect("no panic").push(request);
    match reply {
        Reply::Bytes(bytes) => {
            let bytes = replace(bytes, &base_url);
            stream.write_all(&bytes).await.ok();
            stream.shutdown().await.ok();
            // Closing while bytes are unread would take the answer away from the client.
            let mut rest = Vec::new();
            stream.read_to_end(&mut rest).await.ok();
        }
        Reply::Cut(_) => {}
        Reply::Stall => std::future::pending().await,
    }
}

fn replace(bytes: Vec<u8>, base_url: &str) -> Vec<u8> {
    match String::from_utf8(bytes) {
        Ok(text) => text.replace("{base}", base_url).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// Reads a request, at least so much of its body.
async fn read(stream: &mut TcpStream, wanted: usize) -> Option<Request> {
    let mut bytes = Vec::new();
    let (head, mut body) = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let body = bytes.split_off(end + 4);
            break (String::from_utf8(bytes).expect("a head of text"), body);
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let (line, headers) = head.split_once("\r\n").expect("a request line");
    let headers: Vec<_> = headers
        .lines()
        .filter_map(|header| header.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let mut request = Request { line: line.to_owned(), headers, body: Vec::new() };
    assert_eq!(request.header("transfer-encoding"), None, "every request says its length");
    let length = request.header("content-length").map_or(0, |length| length.parse().expect("a number"));
    while body.len() < length.min(wanted) {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            break;
        }
    }
    request.body = body;
    Some(request)
}

/// Ends a test that hangs.
pub(crate) async fn bounded<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(LIMIT, future).await.expect("the test ends in time")
}

/// Everything an error prints, by itself and through its sources.
pub(crate) fn printed(error: &dyn std::error::Error) -> String {
    let mut text = format!("{error} {error:?}");
    let mut source = error.source();
    while let Some(error) = source {
        write!(text, " / {error} {error:?}").expect("a string grows");
        source = error.source();
    }
    text
}

/// No error tells the token, an account, a number or an address.
#[track_caller]
pub(crate) fn check_secrets(error: &dyn std::error::Error) {
    let printed = printed(error);
    for secret in [TOKEN, "16505551234", "106540352242922", "102290129340398", "127.0.0.1", "sig=", "http://"]
    {
        assert!(!printed.contains(secret), "{secret}: {printed}");
    }
}
