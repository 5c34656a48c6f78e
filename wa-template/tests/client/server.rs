//! A server that does with each connection what the test says, and remembers what it was asked.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use wa_template::client::{CloudApi, OnPremisesApi, Receipt, SendError};

use crate::{TOKEN, message, on_premises_message};

/// No test takes longer; a client that hangs fails instead.
const LIMIT: Duration = Duration::from_secs(20);

/// What the server does after a request.
#[derive(Clone)]
pub(crate) enum Reply {
    /// Sends these bytes and closes.
    Bytes(Vec<u8>),
    /// Sends these bytes and keeps the connection open, for ever if nothing more is asked.
    Stall(Vec<u8>),
    /// Closes before reading anything.
    Slam,
}

impl Reply {
    /// A complete answer; the status is a number and its name.
    pub(crate) fn new(status: &str, content_type: &str, body: &str) -> Self {
        let length = body.len();
        Self::Bytes(
            format!(
                "HTTP/1.1 {status}\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\r\n{body}"
            )
            .into_bytes(),
        )
    }

    pub(crate) fn json(status: &str, body: &str) -> Self {
        Self::new(status, "application/json; charset=UTF-8", body)
    }

    /// The same answer with one more header.
    pub(crate) fn header(self, name: &str, value: &str) -> Self {
        let insert = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("a reply of ours");
            text.replacen("\r\n", &format!("\r\n{name}: {value}\r\n"), 1).into_bytes()
        };
        match self {
            Self::Bytes(bytes) => Self::Bytes(insert(bytes)),
            Self::Stall(bytes) => Self::Stall(insert(bytes)),
            Self::Slam => Self::Slam,
        }
    }

    /// The same answer, but the connection stays open for another request.
    pub(crate) fn keep_alive(self) -> Self {
        match self {
            Self::Bytes(bytes) => Self::Stall(bytes),
            other => other,
        }
    }
}

/// A request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A running server; it ends with the test's runtime.
pub(crate) struct Server {
    pub(crate) base_url: String,
    requests: Arc<Mutex<Vec<Request>>>,
    connections: Arc<Mutex<u32>>,
}

impl Server {
    pub(crate) async fn start(reply: Reply) -> Self {
        Self::sequence(vec![reply]).await
    }

    /// Replies to each connection with the next of these, and to all later ones with the last.
    pub(crate) async fn sequence(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let connections = Arc::new(Mutex::new(0));
        let server = Self {
            base_url: format!("http://{address}"),
            requests: requests.clone(),
            connections: connections.clone(),
        };
        tokio::spawn(async move {
            let mut replies = replies.into_iter();
            let mut reply = None;
            while let Ok((stream, _)) = listener.accept().await {
                *connections.lock().expect("no panic") += 1;
                reply = replies.next().or(reply);
                tokio::spawn(serve(stream, reply.clone().expect("a reply"), requests.clone()));
            }
        });
        server
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no panic").clone()
    }

    pub(crate) fn connections(&self) -> u32 {
        *self.connections.lock().expect("no panic")
    }

    /// The one request that arrived.
    #[track_caller]
    pub(crate) fn request(&self) -> Request {
        let requests = self.requests();
        assert_eq!(requests.len(), 1, "exactly one request is made: {requests:?}");
        assert_eq!(self.connections(), 1, "exactly one connection is made");
        requests[0].clone()
    }

    pub(crate) fn cloud_api(&self) -> CloudApi {
        CloudApi::new("106540352242922", TOKEN).base_url(&self.base_url)
    }
}

async fn serve(mut stream: TcpStream, reply: Reply, requests: Arc<Mutex<Vec<Request>>>) {
    let (bytes, stalls) = match reply {
        Reply::Bytes(bytes) => (bytes, false),
        Reply::Stall(bytes) => (bytes, true),
        Reply::Slam => return,
    };
    while let Some(request) = read(&mut stream).await {
        requests.lock().expect("no panic").push(request);
        if stream.write_all(&bytes).await.is_err() || !stalls {
            break;
        }
    }
    stream.shutdown().await.ok();
}

pub(crate) async fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let request = parse(head, body);
            let length =
                request.header("content-length").map_or(0, |length| length.parse().expect("a number"));
            if body.len() >= length {
                return Some(request);
            }
        }
        drop(text);
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}

fn parse(head: &str, body: &str) -> Request {
    let (line, headers) = head.split_once("\r\n").unwrap_or((head, ""));
    let headers = headers
        .lines()
        .filter_map(|header| header.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    Request { line: line.to_owned(), headers, body: body.to_owned() }
}

/// Ends a test that hangs.
pub(crate) async fn bounded<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(LIMIT, future).await.expect("the test ends in time")
}

/// Sends one message to a server that replies like this, and checks that it was one request.
pub(crate) async fn send(reply: Reply) -> Result<Receipt, SendError> {
    let server = Server::start(reply).await;
    let result = bounded(server.cloud_api().send(&message())).await;
    server.request();
    result
}

/// The same for the On-Premises API.
pub(crate) async fn send_on_premises(reply: Reply) -> Result<Receipt, SendError> {
    let server = Server::start(reply).await;
    let api = OnPremisesApi::new(&server.base_url, TOKEN);
    let result = bounded(api.send(&on_premises_message())).await;
    server.request();
    result
}
