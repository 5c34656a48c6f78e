use wa_template::WaMessage;

#[derive(WaMessage)]
enum Outgoing {}

fn main() {
    let _ = |any: &Outgoing| any.to("+16505551234").build().is_ok();
}
