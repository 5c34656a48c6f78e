use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer {
    Confirm(OrderID),
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
