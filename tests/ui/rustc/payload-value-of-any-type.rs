use wa_template::WaPayload;

#[derive(WaPayload)]
enum Answer<T> {
    Confirm(T),
}

fn main() {
    let _ = Answer::<u32>::from_payload("x").is_ok();
}
