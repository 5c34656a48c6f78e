use wa_template::WaCard;

#[derive(WaCard)]
struct Card {
    price: f64,
}

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
