//! Values of components that are no button: the end of an offer, the status of an order, the tap target.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{ELEMENTS, MEMBERS, NUMBER, refuses, writes};
use crate::{
    ExpirationParameter, OrderState, OrderStatus, OrderStatusParameter, TapTarget, TapTargetParameter,
};

#[test]
fn an_expiration_counts_milliseconds() {
    let moment = UNIX_EPOCH + Duration::from_millis(1_698_562_800_123);
    writes(
        &NUMBER,
        |writer| <SystemTime as ExpirationParameter>::fill_slot(&moment, writer),
        "1698562800123",
    );
    writes(&NUMBER, |writer| ExpirationParameter::fill_slot(&&moment, writer), "1698562800123");
    writes(&NUMBER, |writer| ExpirationParameter::fill_slot(&UNIX_EPOCH, writer), "0");
    let between = UNIX_EPOCH + Duration::from_nanos(1_999_999);
    writes(&NUMBER, |writer| ExpirationParameter::fill_slot(&between, writer), "1");
}

#[test]
fn an_expiration_lies_behind_1970() {
    let fact = "value-expiration: the expiration is no moment since 1970";
    let before = UNIX_EPOCH - Duration::from_nanos(100);
    refuses(&NUMBER, |writer| ExpirationParameter::fill_slot(&before, writer), &[fact]);
}

#[test]
fn an_expiration_is_any_type_that_says_when() {
    struct At(Option<u64>);
    impl ExpirationParameter for At {
        fn unix_milliseconds(&self) -> Option<u64> {
            self.0
        }
    }
    writes(
        &NUMBER,
        |writer| ExpirationParameter::fill_slot(&At(Some(u64::MAX)), writer),
        "18446744073709551615",
    );
    let fact = "value-expiration: the expiration is no moment since 1970";
    refuses(&NUMBER, |writer| ExpirationParameter::fill_slot(&At(None), writer), &[fact]);
}

#[test]
fn an_order_status_names_its_order() {
    let states = [
        (OrderState::Pending, "pending"),
        (OrderState::Processing, "processing"),
        (OrderState::PartiallyShipped, "partially_shipped"),
        (OrderState::Shipped, "shipped"),
        (OrderState::Completed, "completed"),
        (OrderState::Canceled, "canceled"),
    ];
    for (state, name) in states {
        let json = format!(r#"{{"reference_id":"order-7","order":{{"status":"{name}"}}}}"#);
        writes(
            &MEMBERS,
            |writer| OrderStatusParameter::fill_slot(&OrderStatus::new("order-7", state), writer),
            &json,
        );
        let place = crate::definition::Place::header();
        assert_eq!(crate::definition::value::order_status(name, &place), None, "{name}");
    }
    writes(
        &MEMBERS,
        |writer| {
            let status = OrderStatus::new("7", OrderState::Shipped).description("Left our \"warehouse\"");
            OrderStatusParameter::fill_slot(&&status, writer);
        },
        r#"{"reference_id":"7","order":{"status":"shipped","description":"Left our \"warehouse\""}}"#,
    );
}

#[test]
fn an_order_status_needs_a_reference() {
    let fact = "value-order-reference: `reference_id` has a character that is not allowed";
    let status = OrderStatus::new("s3cr3t 7", OrderState::Shipped);
    refuses(&MEMBERS, |writer| OrderStatusParameter::fill_slot(&status, writer), &[fact]);
}

#[test]
fn a_tap_target_is_one_or_several() {
    let target = TapTarget::new("https://www.example.com/", "Offer \"Details\"");
    let json = r#"{"url":"https://www.example.com/","title":"Offer \"Details\""}"#;
    let (one, two) = (format!("[{json}]"), format!("[{json},{json}]"));
    let both = vec![target.clone(), target.clone()];
    writes(&ELEMENTS, |writer| <TapTarget as TapTargetParameter>::fill_slot(&target, writer), &one);
    writes(&ELEMENTS, |writer| TapTargetParameter::fill_slot(&Some(&target), writer), &one);
    writes(&ELEMENTS, |writer| <Vec<TapTarget> as TapTargetParameter>::fill_slot(&both, writer), &two);
    writes(&ELEMENTS, |writer| <[TapTarget] as TapTargetParameter>::fill_slot(&both, writer), &two);
    writes(&ELEMENTS, |writer| <&[TapTarget] as TapTargetParameter>::fill_slot(&&both[..], writer), &two);
    writes(
        &ELEMENTS,
        |writer| TapTargetParameter::fill_slot(&[target.clone(), target.clone()], writer),
        &two,
    );
}

#[test]
fn no_tap_target_leaves_the_component_out() {
    writes(&ELEMENTS, |writer| <Option<TapTarget> as TapTargetParameter>::fill_slot(&None, writer), "");
    writes(&ELEMENTS, |writer| <Vec<TapTarget> as TapTargetParameter>::fill_slot(&Vec::new(), writer), "");
}

#[test]
fn every_tap_target_leads_somewhere() {
    let targets = [TapTarget::new("s3cr3t", "A"), TapTarget::new("https://www.example.com", "")];
    refuses(
        &ELEMENTS,
        |writer| TapTargetParameter::fill_slot(&targets, writer),
        &[
            "value-tap-target: the tap target's address is not an absolute `http` or `https` one",
            "value-tap-target: the tap target has no title",
        ],
    );
}
