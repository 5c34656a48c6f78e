use messages::{WaMessage, WaTemplate};

/// The crate in another version than that of the derive.
mod messages {
    pub use wa_template::*;

    pub mod __private {
        pub mod made_for_derive_0_0_1 {}
    }
}

#[derive(WaTemplate)]
#[wa(
    crate = "crate::messages",
    language = "en",
    category = "utility",
    body = "Your order {{number}} has left our warehouse.",
)]
struct Order<'a> {
    #[wa(example = "860198")]
    number: &'a str,
}

fn main() {
    let order = Order { number: "7" };
    let _ = (order.template().name(), order.to("+16505551234").build());
    let _ = (<Order as WaTemplate>::TEMPLATE.name(), Order::definitions());
}
