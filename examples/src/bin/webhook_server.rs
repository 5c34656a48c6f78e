//! A webhook server: verifies what comes in, matches taps exhaustively and answers each with a template.
//!
//! With `WA_TEMPLATE_APP_SECRET`, `WA_TEMPLATE_VERIFY_TOKEN`, `WA_TEMPLATE_TOKEN` and `WA_TEMPLATE_PHONE_NUMBER_ID` set
//! it serves `/webhook` for the real platform, on `WA_TEMPLATE_LISTEN` or `127.0.0.1:8080`, until it is stopped. Without
//! them it starts an emulator, lets a customer tap, shows what happened and ends.

use std::env;
use std::error::Error;
use std::net::SocketAddr;
use std::time::SystemTime;

use axum::Router;
use examples::heading;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use wa_template::webhook::tracker::{Acceptance, Lifetime, MemoryStore, OptOuts, Tracker};
use wa_template::webhook::{
    ButtonReply, Event, Notification, Receiver, SIGNATURE_HEADER, SignatureKey, VerifyToken,
};
use wa_template::{CloudApi, Recipient, WaMessage, WaPayload, WaTemplate};
use wa_template_emulator::{Accepted, Emulator};

#[derive(WaTemplate)]
#[wa(
    name = "table_reminder",
    language = "en",
    category = "utility",
    body = "Your table for {{guests}} is reserved at {{time}} tonight. Will you come?",
    buttons(
        quick_reply("We will", Answer::Coming),
        quick_reply("We cannot", Answer::NotComing),
        quick_reply("Later", Answer::Later),
    )
)]
struct TableReminder {
    #[wa(example = "4")]
    guests: u32,
    #[wa(example = "19:30")]
    time: &'static str,
}

#[derive(WaPayload)]
enum Answer {
    Coming,
    NotComing,
    Later,
}

#[derive(WaTemplate)]
#[wa(
    name = "table_answer",
    language = "en",
    category = "utility",
    body = "Thank you for your answer. {{answer}} We are happy to help you at any time."
)]
struct TableAnswer {
    #[wa(example = "Your table is kept.")]
    answer: &'static str,
}

/// What the handler works with; cheap to clone.
#[derive(Clone)]
struct Restaurant {
    api: CloudApi,
    tracker: Tracker<MemoryStore>,
    opt_outs: OptOuts<MemoryStore>,
}

impl Restaurant {
    fn new(api: CloudApi) -> Self {
        let (tracker, opt_outs) = (Tracker::new(MemoryStore::new()), OptOuts::new(MemoryStore::new()));
        Self { api, tracker, opt_outs }
    }

    /// Runs after the request was answered; a failure is the affair of nobody but the log.
    async fn handle(self, notification: Notification) {
        for event in notification.events() {
            if let Err(error) = self.handle_event(event).await {
                println!("not handled: {error}");
            }
        }
    }

    async fn handle_event(&self, event: &Event) -> Result<(), Box<dyn Error>> {
        let now = SystemTime::now();
        self.opt_outs.observe(event, now).await?;
        match event {
            Event::Status(status) => {
                let observed = self.tracker.observe(status, now).await?;
                println!("status {:?}: {:?} -> {:?}", status.kind(), observed.before(), observed.after());
            }
            // Notifications are repeated; the answer is not to be.
            Event::ButtonReply(reply) if self.tracker.is_new(reply.message(), now).await? => {
                self.answer(reply, now).await?;
            }
            Event::ButtonReply(_) => println!("the same tap again: nothing to do"),
            Event::Text(_) => println!("free text: a colleague answers"),
            // Everything else that the platform reports, now or in future.
            _ => println!("something else"),
        }
        Ok(())
    }

    async fn answer(&self, reply: &ButtonReply, now: SystemTime) -> Result<(), Box<dyn Error>> {
        let Ok(answer) = reply.payload::<Answer>() else {
            println!("a button of another template");
            return Ok(());
        };
        // A new answer does not compile before it is handled here.
        let answer = match answer {
            Answer::Coming => "Your table is kept.",
            Answer::NotComing => "Your table is free for others now.",
            Answer::Later => "Please call us by six o'clock.",
        };
        let sender = reply.sender();
        let recipient = match (sender.wa_id(), sender.user_id()) {
            (Some(number), _) => Recipient::from(number),
            (None, Some(id)) => Recipient::user(id),
            (None, None) => return Err("nobody to answer to".into()),
        };
        let message = TableAnswer { answer }.to(recipient).build()?;
        let receipt = self.api.send(&message).await?;
        let lifetime = Lifetime::of_template::<TableAnswer>();
        self.tracker.accepted(Acceptance::from(&receipt), lifetime, now).await?;
        println!("answered a tap: {answer}");
        Ok(())
    }
}

/// The server, and the receiver to wait for at its end.
fn server(api: CloudApi, key: SignatureKey, token: VerifyToken) -> (Router, Receiver) {
    let restaurant = Restaurant::new(api);
    let receiver = Receiver::new(key, token);
    let webhook = receiver.router(move |notification| restaurant.clone().handle(notification));
    (Router::new().nest("/webhook", webhook), receiver)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let app = (set("WA_TEMPLATE_APP_SECRET"), set("WA_TEMPLATE_VERIFY_TOKEN"));
    let number = (set("WA_TEMPLATE_TOKEN"), set("WA_TEMPLATE_PHONE_NUMBER_ID"));
    let ((Some(secret), Some(verify)), (Some(token), Some(id))) = (app, number) else {
        return show().await;
    };
    let (app, receiver) =
        server(CloudApi::new(id, token), SignatureKey::new(secret), VerifyToken::new(verify));
    let address = set("WA_TEMPLATE_LISTEN").unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let listener = TcpListener::bind(&address).await?;
    println!("http://{}/webhook", listener.local_addr()?);
    axum::serve(listener, app).await?;
    receiver.drained().await;
    Ok(())
}

/// The same server, with an emulator in place of the platform.
async fn show() -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::start()?;
    emulator.add_all(TableReminder::definitions());
    emulator.add_all(TableAnswer::definitions());
    let api = CloudApi::new("106540352242922", "any token will do").base_url(emulator.base_url());
    let key = SignatureKey::new("an app secret for the show");
    let (app, receiver) = server(api.clone(), key.clone(), VerifyToken::new("a word for the show"));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let serving = tokio::spawn(axum::serve(listener, app).into_future());

    heading("1. The platform asks whether the address is ours");
    let query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=a+word+for+the+show";
    println!("{}", exchange(address, &format!("GET /webhook?{query}"), "", "").await?);

    heading("2. A reminder goes out");
    let reminder = TableReminder { guests: 4, time: "19:30" }.to("+16505551234").build()?;
    api.send(&reminder).await?;
    let sent = emulator.accepted().pop().ok_or("it was accepted")?;
    show_message(&sent);

    heading("3. Signed notifications come in, one of them twice, and a forged one");
    let tap = emulator.tap(&sent, "We will")?;
    let notifications =
        [emulator.status(&sent, "delivered"), tap.clone(), tap.clone(), emulator.status(&sent, "sent")];
    for notification in notifications {
        let answer =
            exchange(address, "POST /webhook", &notification, &key.sign(notification.as_bytes())).await?;
        receiver.drained().await;
        println!("answered with {}", answer.lines().next().unwrap_or_default());
    }
    let forged = SignatureKey::new("a guess").sign(tap.as_bytes());
    println!("{}", exchange(address, "POST /webhook", &tap, &forged).await?);

    heading("4. What the customer reads");
    let answers = emulator.accepted();
    answers.iter().skip(1).for_each(show_message);
    serving.abort();
    if answers.len() == 2 { Ok(()) } else { Err("the tap was to be answered once".into()) }
}

fn show_message(accepted: &Accepted) {
    for line in accepted.rendered().to_string().lines() {
        println!("  | {line}");
    }
}

/// Plays the platform: one request to the server; its status and body.
async fn exchange(
    address: SocketAddr,
    line: &str,
    body: &str,
    signature: &str,
) -> Result<String, Box<dyn Error>> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!(
        "{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {}\r\n\
        {SIGNATURE_HEADER}: {signature}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let status = answer.lines().next().and_then(|line| line.split_once(' ')).map_or("", |(_, status)| status);
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    Ok(format!("{status}\n{body}").trim_end().to_owned())
}
