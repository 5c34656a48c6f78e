//! What the buttons of special templates take.

use serde_json::json;

use super::{ELEMENTS, MEMBERS, refuses, writes};
use crate::{
    CatalogParameter, FlowAction, FlowActionParameter, PaymentRequest, PaymentRequestParameter, ProductList,
    ProductListParameter, VoiceCall, VoiceCallParameter,
};

#[test]
fn a_flow_takes_a_token_and_data() {
    let both = FlowAction::new().token("a\"b").data(json!({ "product_price": 100 }));
    writes(
        &MEMBERS,
        |writer| FlowActionParameter::fill_slot(&both, writer),
        r#"{"flow_token":"a\"b","flow_action_data":{"product_price":100}}"#,
    );
    let token = FlowAction::new().token("unused");
    writes(
        &MEMBERS,
        |writer| FlowActionParameter::fill_slot(&Some(token), writer),
        r#"{"flow_token":"unused"}"#,
    );
    let data = FlowAction::new().data(json!({}));
    writes(&MEMBERS, |writer| FlowActionParameter::fill_slot(&&data, writer), r#"{"flow_action_data":{}}"#);
    writes(&MEMBERS, |writer| FlowActionParameter::fill_slot(&FlowAction::new(), writer), "{}");
}

#[test]
fn no_flow_action_leaves_the_component_out() {
    writes(&MEMBERS, |writer| <Option<FlowAction> as FlowActionParameter>::fill_slot(&None, writer), "");
    writes(&MEMBERS, |writer| <Option<&FlowAction> as FlowActionParameter>::fill_slot(&None, writer), "");
}

#[test]
fn the_data_of_a_flow_is_an_object() {
    for data in [json!("s3cr3t"), json!(["s3cr3t"]), json!(1), json!(null)] {
        let action = FlowAction::new().data(data);
        let fact = "value-flow-data: the data of the flow is not a JSON object";
        refuses(&MEMBERS, |writer| FlowActionParameter::fill_slot(&action, writer), &[fact]);
    }
}

#[test]
fn a_catalogue_takes_a_thumbnail() {
    let json = r#"{"thumbnail_product_retailer_id":"2lc20305pt"}"#;
    writes(&MEMBERS, |writer| <str as CatalogParameter>::fill_slot("2lc20305pt", writer), json);
    writes(
        &MEMBERS,
        |writer| <Option<&str> as CatalogParameter>::fill_slot(&Some("2lc20305pt"), writer),
        json,
    );
    writes(&MEMBERS, |writer| <Option<String> as CatalogParameter>::fill_slot(&None, writer), "");
    let fact = "value-product: `thumbnail_product_retailer_id` is empty";
    refuses(&MEMBERS, |writer| CatalogParameter::fill_slot("", writer), &[fact]);
}

#[test]
fn a_product_list_has_sections() {
    let list = ProductList::new("2lc20305pt")
        .section("Popular \"Bundles\"", ["2lc20305pt", "nseiw1x3ch"])
        .section("Premium Packages", vec![String::from("n6k6x0y7oe")]);
    writes(
        &MEMBERS,
        |writer| ProductListParameter::fill_slot(&list, writer),
        concat!(
            r#"{"thumbnail_product_retailer_id":"2lc20305pt","sections":["#,
            r#"{"title":"Popular \"Bundles\"","product_items":"#,
            r#"[{"product_retailer_id":"2lc20305pt"},{"product_retailer_id":"nseiw1x3ch"}]},"#,
            r#"{"title":"Premium Packages","product_items":[{"product_retailer_id":"n6k6x0y7oe"}]}]}"#,
        ),
    );
}

#[test]
fn a_single_section_needs_no_title() {
    writes(
        &MEMBERS,
        |writer| ProductListParameter::fill_slot(&ProductList::new("a").section("", ["a"]), writer),
        r#"{"thumbnail_product_retailer_id":"a","sections":[{"product_items":[{"product_retailer_id":"a"}]}]}"#,
    );
    refuses(
        &MEMBERS,
        |writer| {
            ProductListParameter::fill_slot(
                &ProductList::new("a").section("A", ["a"]).section("", ["a"]),
                writer,
            );
        },
        &["value-product-list: `sections[1]` has no title"],
    );
}

#[test]
fn every_fault_of_a_product_list_is_told() {
    let list = (0..11).fold(ProductList::new(""), |list, index| {
        let title = if index == 1 { "s3cr3t".repeat(5) } else { "A".repeat(24) };
        list.section(title, [if index == 2 { "" } else { "s3cr3t" }])
    });
    refuses(
        &MEMBERS,
        |writer| ProductListParameter::fill_slot(&list, writer),
        &[
            "value-product: `thumbnail_product_retailer_id` is empty",
            "value-product-list: the product list has 11 sections, the limit is 10",
            "value-product-list: `sections[1].title` has 30 characters, the limit is 24",
            "value-product: `sections[2].product_items[0].product_retailer_id` is empty",
        ],
    );
}

#[test]
fn a_call_takes_a_lifetime_and_a_payload() {
    let (ttl, payload) =
        (r#"{"type":"ttl_minutes","ttl_minutes":100}"#, r#"{"type":"payload","payload":"x\ny"}"#);
    let both = VoiceCall::new().ttl_minutes(100).payload("x\ny");
    writes(&ELEMENTS, |writer| VoiceCallParameter::fill_slot(&both, writer), &format!("[{ttl},{payload}]"));
    let one = VoiceCall::new().ttl_minutes(100);
    writes(&ELEMENTS, |writer| VoiceCallParameter::fill_slot(&Some(&one), writer), &format!("[{ttl}]"));
    let other = VoiceCall::new().payload("x\ny");
    writes(&ELEMENTS, |writer| VoiceCallParameter::fill_slot(&&other, writer), &format!("[{payload}]"));
}

#[test]
fn a_call_without_either_leaves_the_component_out() {
    writes(&ELEMENTS, |writer| VoiceCallParameter::fill_slot(&VoiceCall::new(), writer), "");
    writes(&ELEMENTS, |writer| VoiceCallParameter::fill_slot(&Some(VoiceCall::new()), writer), "");
    writes(&ELEMENTS, |writer| <Option<VoiceCall> as VoiceCallParameter>::fill_slot(&None, writer), "");
}

#[test]
fn a_call_keeps_its_limits() {
    for minutes in [1, 43_200] {
        let json = format!(r#"[{{"type":"ttl_minutes","ttl_minutes":{minutes}}}]"#);
        writes(
            &ELEMENTS,
            |writer| VoiceCallParameter::fill_slot(&VoiceCall::new().ttl_minutes(minutes), writer),
            &json,
        );
    }
    for minutes in [0, 43_201, u32::MAX] {
        let call = VoiceCall::new().ttl_minutes(minutes).payload("s3cr3t".repeat(100));
        refuses(
            &ELEMENTS,
            |writer| VoiceCallParameter::fill_slot(&call, writer),
            &[
                "value-voice-call: `ttl_minutes` of the call button is out of range",
                "value-voice-call: the payload of the call has 600 characters, the limit is 512",
            ],
        );
    }
}

#[test]
fn a_payment_request_repeats_its_setting() {
    let requests = [
        (
            PaymentRequest::pix_dynamic_code("0002"),
            r#"{"type":"pix_dynamic_code","pix_dynamic_code":{"code":"0002"}}"#,
        ),
        (PaymentRequest::boleto("0339"), r#"{"type":"boleto","boleto":{"digitable_line":"0339"}}"#),
        (
            PaymentRequest::payment_link("https://pay.example.com"),
            r#"{"type":"payment_link","payment_link":{"uri":"https://pay.example.com"}}"#,
        ),
    ];
    for (request, json) in requests {
        let kind = json.split('"').nth(3).unwrap();
        writes(&MEMBERS, |writer| PaymentRequestParameter::fill_slot(&request, writer, kind), json);
        writes(&MEMBERS, |writer| PaymentRequestParameter::fill_slot(&&request, writer, kind), json);
    }
}

#[test]
fn a_payment_request_is_filled_in() {
    let requests = [
        (PaymentRequest::pix_dynamic_code(""), "value-payment: `pix_dynamic_code.code` is empty"),
        (PaymentRequest::boleto(""), "value-payment: `boleto.digitable_line` is empty"),
        (
            PaymentRequest::payment_link("s3cr3t"),
            "value-payment: `payment_link.uri` is not an absolute `http` or `https` address",
        ),
    ];
    for (request, fact) in requests {
        refuses(&MEMBERS, |writer| PaymentRequestParameter::fill_slot(&request, writer, "boleto"), &[fact]);
    }
    let request = PaymentRequest::pix_dynamic_code("0002");
    let fact = "value-payment: the button asks for `boleto`, the value is for `pix_dynamic_code`";
    refuses(&MEMBERS, |writer| PaymentRequestParameter::fill_slot(&request, writer, "boleto"), &[fact]);
}
