use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    Confirm(u32, String),
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
