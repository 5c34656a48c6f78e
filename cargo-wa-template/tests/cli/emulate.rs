//! `emulate`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::folder::Folder;
use crate::samples::{short_send, signed, tour, tour_send};

/// A running emulator; dropping it ends it.
struct Running {
    child: Child,
    lines: Receiver<String>,
}

impl Running {
    fn start(folder: &Folder, arguments: &[&str]) -> Self {
        let mut command = folder.command(&["emulate", "--port", "0"]);
        let mut child = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    fn line(&self) -> String {
        self.lines.recv_timeout(Duration::from_mins(1)).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.line()).unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a message and gives the first line of the answer.
fn send(base_url: &str, token: &str, body: &Value) -> String {
    let (host, body) = (base_url.trim_start_matches("http://"), body.to_string());
    let mut stream = TcpStream::connect(host).unwrap();
    let head = format!(
        "POST /v25.0/100000000000001/messages HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.lines().next().unwrap().to_owned()
}

fn folder(test: &str) -> Folder {
    Folder::new(test).with("all/tour.json", tour().to_string()).with("all/signed.json", signed().to_string())
}

#[test]
fn messages_are_shown_as_they_come() {
    let running = Running::start(&folder("emulate-text"), &["all"]);
    let first = running.line();
    let base_url = first.strip_prefix("listening on ").unwrap().split(' ').next().unwrap();
    assert_eq!(first, format!("listening on {base_url} with 2 templates, until interrupted"));
    assert_eq!([running.line(), running.line()], ["  greeting (en)", "  harbour_tour (en_GB)"]);

    assert_eq!(send(base_url, "any", &tour_send()), "HTTP/1.1 200 OK");
    let accepted = running.line();
    assert!(accepted.starts_with("accepted harbour_tour (en_GB) to +15550100100: wamid."), "{accepted}");
    assert_eq!(
        [running.line(), running.line()],
        ["  Tour on 4 May", "  We meet at ten by the south gate. Are you coming?"]
    );
    let rest = [running.line(), running.line(), running.line()];
    assert_eq!(rest, ["  Harbour Tours", "  [ Coming ]", "  [ Map → https://example.com/m/k3 ]"]);

    assert!(!send(base_url, "any", &short_send()).contains("200"));
    assert_eq!(running.line(), "refused a send of `harbour_tour` with code 132000");
    let violation = running.line();
    assert!(violation.starts_with("  error[send-parameter-count]: body: "), "{violation}");
}

#[test]
fn json_is_one_object_per_line() {
    let running = Running::start(&folder("emulate-json"), &["all", "--format", "json", "--token", "T"]);
    let first = running.json();
    let templates = [
        json!({ "name": "greeting", "language": "en" }),
        json!({ "name": "harbour_tour", "language": "en_GB" }),
    ];
    assert_eq!((&first["event"], &first["templates"]), (&json!("listening"), &json!(templates)));
    let base_url = first["base_url"].as_str().unwrap();

    send(base_url, "T", &tour_send());
    let accepted = running.json();
    assert_eq!((&accepted["event"], &accepted["to"]), (&json!("accepted"), &json!("+15550100100")));
    assert_eq!((&accepted["name"], &accepted["header"]), (&json!("harbour_tour"), &json!("Tour on 4 May")));

    send(base_url, "T", &short_send());
    let refused = running.json();
    assert_eq!((&refused["event"], &refused["code"]), (&json!("refused"), &json!(132_000)));
    assert_eq!(refused["violations"][0]["rule"], "send-parameter-count");

    assert!(send(base_url, "another", &tour_send()).contains("401"));
    let refused = running.json();
    assert_eq!((&refused["code"], &refused["violations"]), (&json!(190), &json!([])));
}

#[test]
fn what_cannot_start_says_why() {
    let folder = folder("emulate-fails").with("broken.json", "").with("none.json", "[]");
    folder
        .run(&["emulate", "all", "broken.json"])
        .fails("broken.json: not JSON: EOF while parsing a value at line 1 column 0");
    folder.run(&["emulate", "none.json"]).fails("there is no template definition in these files");

    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let run = folder.run(&["emulate", "all", "--port", &port.to_string()]);
    assert_eq!((run.code, run.output.as_str()), (Some(2), ""));
    assert!(run.errors.starts_with(&format!("error: cannot listen on port {port}: ")), "{}", run.errors);
}
