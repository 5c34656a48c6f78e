use wa_template::WaCard;

#[derive(WaCard)]
struct Card {
    #[wa(example = "10%")]
    percent: String,
}

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
