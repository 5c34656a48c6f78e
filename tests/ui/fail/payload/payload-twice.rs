use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    #[wa(payload = "yes", payload = "sure")]
    Yes,
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
