//! What the buttons of special templates take.

use serde_json::json;

use super::{ELEMENTS, MEMBERS, refuses, writes};
use crate::__private as private;
use crate::{FlowAction, PaymentRequest, ProductList, VoiceCall};

#[test]
fn a_flow_takes_a_token_and_data() {
    let both = FlowAction::new().token("a\"b").data(json!({ "product_price": 100 }));
    writes(
        &MEMBERS,
        |writer| private::flow_action(writer, &both),
        r#"{"flow_token":"a\"b","flow_action_data":{"product_price":100}}"#,
    );
    let token = FlowAction::new().token("unused");
    writes(&MEMBERS, |writer| private::flow_action(writer, &Some(token)), r#"{"flow_token":"unused"}"#);
    let data = FlowAction::new().data(json!({}));
    writes(&MEMBERS, |writer| private::flow_action(writer, &&data), r#"{"flow_action_data":{}}"#);
    writes(&MEMBERS, |writer| private::flow_action(writer, &FlowAction::new()), "{}");
}

#[test]
fn no_flow_action_leaves_the_component_out() {
    writes(&MEMBERS, |writer| private::flow_action::<Option<FlowAction>>(writer, &None), "");
    writes(&MEMBERS, |writer| private::flow_action::<Option<&FlowAction>>(writer, &None), "");
}

#[test]
fn the_data_of_a_flow_is_an_object() {
    for data in [json!("s3cr3t"), json!(["s3cr3t"]), json!(1), json!(null)] {
        let action = FlowAction::new().data(data);
        let fact = "value-flow-data: the data of the flow is not a JSON object";
        refuses(&MEMBERS, |writer| private::flow_action(writer, &action), &[fact]);
    }
}

#[test]
fn a_catalogue_takes_a_thumbnail() {
    let json = r#"{"thumbnail_product_retailer_id":"2lc20305pt"}"#;
    writes(&MEMBERS, |writer| private::catalog::<str>(writer, "2lc20305pt"), json);
    writes(&MEMBERS, |writer| private::catalog::<Option<&str>>(writer, &Some("2lc20305pt")), json);
    writes(&MEMBERS, |writer| private::catalog::<Option<String>>(writer, &None), "");
    let fact = "value-product: `thumbnail_product_retailer_id` is empty";
    refuses(&MEMBERS, |writer| private::catalog(writer, ""), &[fact]);
}

#[test]
fn a_product_list_has_sections() {
    let list = ProductList::new("2lc20305pt")
        .section("Popular \"Bundles\"", ["2lc20305pt", "nseiw1x3ch"])
        .section("Premium Packages", vec![String::from("n6k6x0y7oe")]);
    writes(
        &MEMBERS,
        |writer| private::product_list(writer, &list),
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
        |writer| private::product_list(writer, &ProductList::new("a").section("", ["a"])),
        r#"{"thumbnail_product_retailer_id":"a","sections":[{"product_items":[{"product_retailer_id":"a"}]}]}"#,
    );
    refuses(
        &MEMBERS,
        |writer| private::product_list(writer, &ProductList::new("a").section("A", ["a"]).section("", ["a"])),
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
        |writer| private::product_list(writer, &list),
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
    writes(&ELEMENTS, |writer| private::voice_call(writer, &both), &format!("[{ttl},{payload}]"));
    let one = VoiceCall::new().ttl_minutes(100);
    writes(&ELEMENTS, |writer| private::voice_call(writer, &Some(&one)), &format!("[{ttl}]"));
    let other = VoiceCall::new().payload("x\ny");
    writes(&ELEMENTS, |writer| private::voice_call(writer, &&other), &format!("[{payload}]"));
}

#[test]
fn a_call_without_either_leaves_the_component_out() {
    writes(&ELEMENTS, |writer| private::voice_call(writer, &VoiceCall::new()), "");
    writes(&ELEMENTS, |writer| private::voice_call(writer, &Some(VoiceCall::new())), "");
    writes(&ELEMENTS, |writer| private::voice_call::<Option<VoiceCall>>(writer, &None), "");
}

#[test]
fn a_call_keeps_its_limits() {
    for minutes in [1, 43_200] {
        let json = format!(r#"[{{"type":"ttl_minutes","ttl_minutes":{minutes}}}]"#);
        writes(
            &ELEMENTS,
            |writer| private::voice_call(writer, &VoiceCall::new().ttl_minutes(minutes)),
            &json,
        );
    }
    for minutes in [0, 43_201, u32::MAX] {
        let call = VoiceCall::new().ttl_minutes(minutes).payload("s3cr3t".repeat(100));
        refuses(
            &ELEMENTS,
            |writer| private::voice_call(writer, &call),
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
        writes(&MEMBERS, |writer| private::payment_request(writer, &request, kind), json);
        writes(&MEMBERS, |writer| private::payment_request(writer, &&request, kind), json);
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
        refuses(&MEMBERS, |writer| private::payment_request(writer, &request, "boleto"), &[fact]);
    }
    let request = PaymentRequest::pix_dynamic_code("0002");
    let fact = "value-payment: the button asks for `boleto`, the value is for `pix_dynamic_code`";
    refuses(&MEMBERS, |writer| private::payment_request(writer, &request, "boleto"), &[fact]);
}
