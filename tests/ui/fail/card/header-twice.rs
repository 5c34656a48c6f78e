use wa_template::WaCard;

#[derive(WaCard)]
struct Card {
    #[wa(header)]
    picture: wa_template::Image,
    #[wa(header)]
    other: wa_template::Image,
}

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
