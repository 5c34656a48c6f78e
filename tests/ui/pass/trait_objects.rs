//! Anything that holds a message is a message.
use std::rc::Rc;
use std::sync::Arc;

use wa_template::{Draft, Message, WaMessage, WaTemplate};

#[derive(WaTemplate, Clone)]
#[wa(language = "en", category = "utility", body = "Your order {{number}} has left our warehouse.")]
struct Order {
    #[wa(example = "860198")]
    number: u32,
}

fn send(message: &dyn WaMessage) -> Message {
    Draft::new(message, "+16505551234").build().unwrap()
}

fn send_any(message: impl WaMessage) -> Message {
    message.to("+16505551234").build().unwrap()
}

fn is_send_and_sync<T: Send + Sync>(_: &T) {}

fn main() {
    let order = Order { number: 7 };
    let message = order.to("+16505551234").build().unwrap();
    assert_eq!(send(&order), message);
    assert_eq!(send_any(&order), message);
    assert_eq!(send_any(&&order), message);
    assert_eq!(send_any(Box::new(order.clone())), message);
    assert_eq!(send_any(Rc::new(order.clone())), message);
    assert_eq!(send_any(Arc::new(order.clone())), message);
    let boxed: Box<dyn WaMessage> = Box::new(order.clone());
    assert_eq!(boxed.to("+16505551234").build().unwrap(), message);
    assert_eq!(send(&boxed), message);
    let shared: Arc<dyn WaMessage + Send + Sync> = Arc::new(order.clone());
    assert_eq!(shared.to("+16505551234").build().unwrap(), message);
    is_send_and_sync(&message);
    is_send_and_sync(&order.to("+16505551234"));
    let draft: Draft<'_, dyn WaMessage + Send + Sync> = Draft::new(&*shared, "+16505551234");
    is_send_and_sync(&draft);
    assert_eq!(<Order as WaTemplate>::TEMPLATE.name(), "order");
}
