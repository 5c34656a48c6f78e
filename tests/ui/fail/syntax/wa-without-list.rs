use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa = "x"]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
