use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    Confirm(u32),
    #[wa(payload = "answer:confirm")]
    Sure(u32),
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
