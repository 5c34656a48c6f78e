//! What fills a slot: one trait per kind of slot, one file per kind of value.
//!
//! A value writes the inside of fixed JSON that the derive supplies (`wa_template_definition::wire`). Each kind has
//! a trait, whose `fill_slot` writes this:
//!
//! | trait | stands in | the value writes |
//! |---|---|---|
//! | `TextParameter` | `"text":"` … `"` | the text, escaped, without quotation marks |
//! | `BodyParameter` | `"type":"text","text":"` … `"` | the text, escaped; members of a currency or date instead of all this |
//! | `ImageParameter`, `VideoParameter`, `GifParameter`, `DocumentParameter` | `"link":"` … `"` | the link, or an id with its key instead of that of the link; a document also `","filename":"…` |
//! | `LocationParameter` | `"location":{` … `}` | `"latitude":"…","longitude":"…"`, and `"name":"…"`, `"address":"…"` if given |
//! | `ProductParameter` | `"product":{` … `}` | `"product_retailer_id":"…","catalog_id":"…"` |
//! | `PayloadParameter`, `ConstantPayload` | `"payload":"` … `"` | the text, escaped; an absent one is skipped with its component |
//! | `CouponCodeParameter` | `"coupon_code":"` … `"` | the text, escaped; checked against the limit of its filled-in text, or 20 |
//! | `FlowActionParameter` | `"action":{` … `}` | `"flow_token":"…"`, `"flow_action_data":{…}`, each if given; `None` is skipped |
//! | `CatalogParameter` | `"action":{` … `}` | `"thumbnail_product_retailer_id":"…"`; `None` is skipped |
//! | `ProductListParameter` | `"action":{` … `}` | `"thumbnail_product_retailer_id":"…","sections":[…]` |
//! | `VoiceCallParameter` | `"parameters":[` … `]` | `{"type":"ttl_minutes",…}`, `{"type":"payload",…}`, each if given; neither is skipped |
//! | `OrderDetailsParameter` | `"order_details":{` … `}` | all members: `"reference_id":"…",…,"order":{…}` |
//! | `PaymentRequestParameter` | `"payment_setting":{` … `}` | `"type":"boleto","boleto":{"digitable_line":"…"}` |
//! | `OneTimeCodeParameter` | `"text":"` … `"`, in body and button | the text, escaped, without quotation marks |
//! | `ExpirationParameter` | `"expiration_time_ms":` … | the integer |
//! | `OrderStatusParameter` | `"order_status":{` … `}` | `"reference_id":"…","order":{"status":"…"}`, with a description if given |
//! | `TapTargetParameter` | `"tap_target_configuration":[` … `]` | `{"url":"…","title":"…"}`, with commas between several; none is skipped |

mod body;
mod catalog;
mod coupon;
mod currency;
mod date_time;
mod expiration;
mod flow;
mod header;
mod kinds;
mod location;
mod media;
mod members;
mod one_time_code;
mod order_details;
mod order_status;
mod payload;
mod payment;
mod product;
mod tap_target;
mod text;
mod voice_call;

pub use body::BodyParameter;
pub use catalog::{CatalogParameter, ProductList, ProductListParameter};
pub use coupon::CouponCodeParameter;
pub use currency::Currency;
pub use date_time::{Calendar, DateTime, DayOfWeek};
pub use expiration::ExpirationParameter;
pub use flow::{FlowAction, FlowActionParameter};
pub use header::{
    DocumentParameter, GifParameter, ImageParameter, LocationParameter, ProductParameter, VideoParameter,
};
pub use location::Location;
pub use media::{Document, Gif, Image, Video};
pub use one_time_code::OneTimeCodeParameter;
pub use order_details::{
    Amount, ImporterAddress, OrderCharge, OrderDetails, OrderDetailsParameter, OrderDiscount,
    OrderExpiration, OrderItem, OrderKind, PaymentGateway, PaymentSetting, PixKey, ShippingAddress,
    ShippingInfo,
};
pub use order_status::{OrderState, OrderStatus, OrderStatusParameter};
pub use payload::PayloadParameter;
pub use payment::{PaymentRequest, PaymentRequestParameter};
pub use product::Product;
pub use tap_target::{TapTarget, TapTargetParameter};
pub use text::{Displayed, TextParameter};
pub use voice_call::{VoiceCall, VoiceCallParameter};

#[cfg(test)]
mod tests;
