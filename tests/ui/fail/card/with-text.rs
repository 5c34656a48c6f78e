use wa_template::WaCard;

#[derive(WaCard)]
#[wa(body = "Get {{percent}} off.")]
struct Card {
    percent: String,
}

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
