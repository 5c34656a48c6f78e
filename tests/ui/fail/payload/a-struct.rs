use wa_template::WaPayload;

#[derive(WaPayload)]
struct Answer;

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
