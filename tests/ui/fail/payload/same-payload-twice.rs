use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    Yes,
    #[wa(payload = "answer:yes")]
    Sure,
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
