use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    Confirm(#[wa(payload = "confirm")] u32),
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
