use wa_template::{Draft, TextParameter, WaMessage, WaTemplate};

#[derive(WaTemplate, Clone, Debug)]
#[wa(language = "en", category = "utility", bdy = "Your order {{number}} has left our warehouse.")]
struct Order<'a, T: TextParameter, const N: usize = 0>
where
    T: Clone,
{
    #[wa(example = "860198")]
    number: &'a T,
}

#[derive(WaMessage)]
enum Outgoing<'a> {
    Order(Order<'a, u32>),
}

fn send<M: WaMessage>(message: &M) -> Result<wa_template::Message, wa_template::InvalidMessage> {
    message.to("+16505551234").language("es").build()
}

fn main() {
    let order = Order::<'_, u32> { number: &7 };
    let _ = (order.template().name(), send(&order), order.clone().to("+16505551234").build());
    let _ = Draft::new(&order as &dyn WaMessage, "+16505551234").build();
    let _ = (Order::<'_, u32>::definitions(), <Order<'_, u32> as WaTemplate>::TEMPLATE.name());
    let _ = send(&Outgoing::Order(order));
}
