use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    Confirm(String),
    #[wa(payload = "answer:confirm:all")]
    All,
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
