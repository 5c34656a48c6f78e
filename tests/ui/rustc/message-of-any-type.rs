use wa_template::WaMessage;

#[derive(WaMessage)]
enum Outgoing<T> {
    Any(T),
}

fn main() {
    let _ = |any: &Outgoing<Box<dyn WaMessage>>| any.to("+16505551234").build().is_ok();
}
