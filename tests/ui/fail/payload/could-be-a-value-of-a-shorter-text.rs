use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    #[wa(payload = "answer")]
    Other(String),
    Confirm(u32),
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
