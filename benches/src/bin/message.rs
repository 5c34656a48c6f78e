//! Building the sample message.
//!
//! `message time [--smoke]` compares all contenders; `message run CONTENDER SAMPLE COUNT` runs one of them, for a
//! profiler that counts instructions.

use std::hint::black_box;
use std::process::ExitCode;

use benches::clock::{Contender, Effort, compare};
use benches::message::{Values, json_macro, ours, owned_structs, samples, wacloudapi, whatsapp_handler};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["time"] => time(Effort::of(false)),
        ["time", "--smoke"] => time(Effort::of(true)),
        ["run", name, sample, count] => run(name, sample, count.parse().unwrap_or(1)),
        _ => {
            eprintln!("usage: message time [--smoke] | message run CONTENDER SAMPLE COUNT");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn time(effort: Effort) {
    let report: Vec<Value> = samples().iter().map(|values| compared(effort, values)).collect();
    println!("{}", Value::from(report));
}

fn compared(effort: Effort, values: &Values) -> Value {
    check_alike(values);
    let measured = compare(effort, &mut contenders(values));
    let rows =
        measured.iter().map(|row| json!({ "name": row.name, "ns": row.nanoseconds, "ratio": row.ratio }));
    let bytes = ours::build(values).map_or(0, |message| message.json().len());
    json!({ "sample": values.name, "bytes": bytes, "rows": rows.collect::<Vec<_>>() })
}

fn run(name: &str, sample: &str, count: u32) {
    for values in samples().iter().filter(|values| values.name == sample) {
        for contender in contenders(values).iter_mut().filter(|contender| contender.name == name) {
            for _ in 0..count {
                (contender.run)();
            }
        }
    }
}

/// Ours first: the others are compared with it.
fn contenders(values: &Values) -> Vec<Contender<'_>> {
    let finished = ours::build(values).map(|message| message.json().as_bytes().to_vec()).unwrap_or_default();
    let copied = finished.clone();
    let (mut buffer, mut target) = (Vec::with_capacity(16 << 10), Vec::with_capacity(16 << 10));
    vec![
        Contender::new("build", || {
            let _ = black_box(ours::build(black_box(values)));
        }),
        Contender::new("write_to", move || {
            buffer.clear();
            let _ = black_box(ours::write(black_box(values), &mut buffer));
            black_box(&buffer);
        }),
        Contender::new("owned structs", || {
            let _ = black_box(owned_structs::build(black_box(values)));
        }),
        Contender::new("json!", || {
            let _ = black_box(json_macro::build(black_box(values)));
        }),
        Contender::new("wacloudapi", || {
            let _ = black_box(wacloudapi::build(black_box(values)));
        }),
        Contender::new("whatsapp_handler", || {
            let _ = black_box(whatsapp_handler::build(black_box(values)));
        }),
        Contender::new("copy", move || {
            black_box(black_box(&finished).clone());
        }),
        Contender::new("copy into a buffer", move || {
            target.clear();
            target.extend_from_slice(black_box(&copied));
            black_box(&target);
        }),
    ]
}

/// All contenders say the same; `null` is what is not there.
fn check_alike(values: &Values) {
    let ours = ours::build(values).expect("the samples keep every rule");
    let expected = parsed(ours.as_ref());
    let mut written = Vec::new();
    ours::write(values, &mut written).expect("the samples keep every rule");
    let others = [
        ("write_to", Ok(written)),
        ("owned structs", owned_structs::build(values)),
        ("json!", json_macro::build(values)),
        ("wacloudapi", wacloudapi::build(values)),
        ("whatsapp_handler", whatsapp_handler::build(values)),
    ];
    for (name, body) in others {
        assert_eq!(parsed(&body.expect("texts can be written")), expected, "{name}");
    }
}

fn parsed(body: &[u8]) -> Value {
    let mut value = serde_json::from_slice(body).expect("a request body is JSON");
    without_null(&mut value);
    value
}

fn without_null(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.retain(|_, value| !value.is_null());
            object.values_mut().for_each(without_null);
        }
        Value::Array(array) => array.iter_mut().for_each(without_null),
        _ => {}
    }
}
