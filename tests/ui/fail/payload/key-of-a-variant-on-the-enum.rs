use wa_template::WaPayload;

#[derive(WaPayload)]
#[wa(payload = "answer")]
enum Answer {
    Yes,
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
