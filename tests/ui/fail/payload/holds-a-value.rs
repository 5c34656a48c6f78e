use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    Yes(u32),
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
