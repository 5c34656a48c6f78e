use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer<'a> {
    Confirm(&'a str),
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
