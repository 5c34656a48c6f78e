use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    Move { order: u32, day: String },
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
