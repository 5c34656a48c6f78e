use wa_template::WaPayload;

use std::fmt;

struct OrderId(u32);

impl fmt::Display for OrderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(WaPayload)]
enum Answer {
    Confirm { order: OrderId },
}

fn main() {
    let _ = Answer::from_payload("x").is_ok();
}
