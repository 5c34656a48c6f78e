use wa_template::WaCard;

#[derive(WaCard)]
struct Card {
    percent: String,
    #[wa(name = "percent")]
    other: String,
}

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
