//! How often building the sample message asks for memory. A program of its own: counting slows every allocation.

use std::alloc::System;
use std::hint::black_box;

use benches::message::{json_macro, ours, owned_structs, samples, wacloudapi, whatsapp_handler};
use serde_json::{Value, json};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use wa_template::WaMessage;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    let report: Vec<Value> = samples().iter().map(counted).collect();
    println!("{}", Value::from(report));
}

fn counted(values: &benches::message::Values) -> Value {
    let mut buffer = Vec::with_capacity(16 << 10);
    let template = ours::template(values);
    let message = ours::build(values).expect("the samples keep every rule");
    let rows = [
        ("struct", count(|| ours::template(values))),
        ("build", count(|| template.to(values.to.as_str()).build())),
        ("write_to", count(|| template.to(values.to.as_str()).write_to(&mut buffer))),
        ("clone", count(|| message.clone())),
        ("owned structs", count(|| owned_structs::build(values))),
        ("json!", count(|| json_macro::build(values))),
        ("wacloudapi", count(|| wacloudapi::build(values))),
        ("whatsapp_handler", count(|| whatsapp_handler::build(values))),
    ];
    let rows = rows.map(|(name, count)| json!({ "name": name, "allocations": count }));
    json!({ "sample": values.name, "rows": rows })
}

/// Allocations and growths of allocations.
fn count<T>(run: impl FnOnce() -> T) -> usize {
    let region = Region::new(ALLOCATOR);
    let made = black_box(run());
    let change = region.change();
    drop(made);
    change.allocations + change.reallocations
}
