use wa_template::WaMessage;

#[derive(WaMessage)]
union Outgoing {
    number: u32,
}

fn main() {
    let _ = |any: &Outgoing| any.to("+16505551234").build().is_ok();
}
