// breaks: value-payload-empty
use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    #[wa(payload = "")]
    Confirm(u32),
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
