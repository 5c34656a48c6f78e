use wa_template::WaCard;

#[derive(WaCard)]
struct Card {
    #[wa(header)]
    picture: wa_template::Image,
    #[wa(code)]
    code: String,
}

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
