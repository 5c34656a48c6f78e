use wa_template::WaTemplate;

struct Order;

fn definitions<T: WaTemplate>() -> usize {
    T::definitions().len()
}

fn main() {
    let _ = definitions::<Order>();
}
