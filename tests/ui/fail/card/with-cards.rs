use wa_template::WaCard;

#[derive(WaCard)]
struct Card {
    #[wa(header)]
    picture: wa_template::Image,
    #[wa(cards)]
    more: [String; 2],
}

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
