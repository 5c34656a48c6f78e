use wa_template::WaTemplate;

macro_rules! template {
    ($name:ident, $body:literal) => {
        #[derive(WaTemplate)]
        #[wa(language = "en", category = "utility", body = $body)]
        struct $name;
    };
}

template!(Order, "Your order \t {{number}} has left our warehouse.");

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
