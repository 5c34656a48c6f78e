use wa_template::WaPayload;

#[derive(PartialEq)]
struct OrderId(u32);

#[derive(WaPayload)]
enum Answer {
    Confirm(OrderId),
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
