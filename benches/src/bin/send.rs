//! CPU time of a send, ours and by bare reqwest: `send PORT [--smoke]`, against the program `server`.

use std::error::Error;
use std::future::Future;
use std::process::ExitCode;

use benches::clock::{nanoseconds, process_time, quantile};
use benches::message::{ours, short};
use reqwest::header::CONTENT_TYPE;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use wa_template::Message;
use wa_template::client::CloudApi;

const TOKEN: &str = "EAAJB0token0of0nobody";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (port, smoke) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [port] => (port, false),
        [port, "--smoke"] => (port, true),
        _ => {
            eprintln!("usage: send PORT [--smoke]");
            return ExitCode::from(2);
        }
    };
    let server = format!("http://127.0.0.1:{port}");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let measured = runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(measure(&server, smoke)));
    match measured {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What sends a message.
#[derive(Clone)]
enum Sender {
    Ours {
        api: CloudApi,
        message: Message,
    },
    Bare {
        http: reqwest::Client,
        url: String,
        body: Vec<u8>,
    },
    /// Reads the id of the message out of the answer, as ours does.
    Reading {
        http: reqwest::Client,
        url: String,
        body: Vec<u8>,
    },
}

async fn measure(server: &str, smoke: bool) -> Outcome<Value> {
    let (rounds, sends) = if smoke { (2, 256) } else { (101, 1024) };
    let message = ours::build(&short())?;
    let http = reqwest::Client::new();
    let url = format!("{server}/v25.0/106540352242922/messages");
    let body = message.as_ref().to_vec();
    let senders = [
        Sender::Bare { http: http.clone(), url: url.clone(), body: body.clone() },
        Sender::Reading { http, url, body },
        Sender::Ours { api: CloudApi::new("106540352242922", TOKEN).base_url(server), message },
    ];
    let mut report = Vec::new();
    for concurrency in [1, 16, 64, 256] {
        let mut times = senders.each_ref().map(|_| Vec::with_capacity(rounds));
        // The first round opens the connections.
        for round in 0..=rounds {
            for turn in 0..senders.len() {
                let index = (round + turn) % senders.len();
                let time = nanoseconds(cpu_time(send_all(&senders[index], concurrency, sends)).await?);
                if round > 0 {
                    times[index].push(time / f64::from(sends));
                }
            }
        }
        let [bare, reading, ours] = times;
        let quartiles = |against: &[f64]| {
            let mut ratios: Vec<f64> = ours.iter().zip(against).map(|(ours, other)| ours / other).collect();
            [0.25, 0.5, 0.75].map(|share| quantile(&mut ratios, share))
        };
        let (ratio, ratio_reading) = (quartiles(&bare), quartiles(&reading));
        let medians = [bare, reading, ours].map(|mut times| quantile(&mut times, 0.5));
        report.push(json!({
            "concurrency": concurrency,
            "ratio": ratio,
            "ratio_reading": ratio_reading,
            "ns": medians,
        }));
    }
    Ok(report.into())
}

async fn cpu_time(work: impl Future<Output = Outcome<()>>) -> Outcome<std::time::Duration> {
    let start = process_time();
    work.await?;
    Ok(process_time().saturating_sub(start))
}

async fn send_all(sender: &Sender, concurrency: u32, sends: u32) -> Outcome<()> {
    let mut tasks = JoinSet::new();
    for _ in 0..concurrency {
        let sender = sender.clone();
        tasks.spawn(async move {
            for _ in 0..sends / concurrency {
                send(&sender).await?;
            }
            Ok::<(), Box<dyn Error + Send + Sync>>(())
        });
    }
    while let Some(done) = tasks.join_next().await {
        done?.map_err(|error| error.to_string())?;
    }
    Ok(())
}

async fn send(sender: &Sender) -> Result<(), Box<dyn Error + Send + Sync>> {
    match sender {
        Sender::Ours { api, message } => {
            let receipt = api.send(message).await?;
            assert!(!receipt.message_id().as_str().is_empty());
        }
        Sender::Bare { http, url, body } => {
            let answer = post(http, url, body).await?;
            assert!(!answer.is_empty());
        }
        Sender::Reading { http, url, body } => {
            let answer: Answer = serde_json::from_slice(&post(http, url, body).await?)?;
            assert!(answer.messages.iter().all(|message| !message.id.is_empty()));
        }
    }
    Ok(())
}

async fn post(http: &reqwest::Client, url: &str, body: &[u8]) -> reqwest::Result<Vec<u8>> {
    let request =
        http.post(url).bearer_auth(TOKEN).header(CONTENT_TYPE, "application/json").body(body.to_vec());
    Ok(request.send().await?.error_for_status()?.bytes().await?.into())
}

#[derive(Deserialize)]
struct Answer {
    messages: Vec<Accepted>,
}

#[derive(Deserialize)]
struct Accepted {
    id: String,
}
