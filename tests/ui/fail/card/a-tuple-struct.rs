use wa_template::WaCard;

#[derive(WaCard)]
struct Card(wa_template::Image);

fn main() {
    fn check<C: WaCard>() {}
    check::<Card>();
}
