use wa_template::WaCard;

#[derive(WaCard)]
enum Card {
    Image(wa_template::Image),
}

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
