use wa_template::WaCard;

#[derive(WaCard)]
#[wa(crate = "not a path")]
struct Card {
    #[wa(header)]
    picture: wa_template::Image,
}

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
