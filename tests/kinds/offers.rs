//! Coupon codes and limited-time offers.

use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use wa_template::{Image, PaymentRequest, Video, WaTemplate};

use super::{action, address, check, coupon, header, problems, texts};

#[derive(WaTemplate)]
#[wa(
    name = "coupon_code_fall2023_25off",
    language = "en_US",
    category = "marketing",
    positional,
    header = "Our Fall Sale is on!",
    body = "Shop now through November and use code {{code}} to get {{percent}} off of all merchandise!",
    buttons(quick_reply("Unsubscribe"), copy_code)
)]
struct FallSale<'a> {
    #[wa(example = "25OFF")]
    code: &'a str,
    #[wa(example = "25%")]
    percent: &'a str,
    // The documented sample is another one.
    #[wa(button = 1, example = "250FF")]
    to_copy: &'a str,
}

/// One field for the code in the text and behind the button.
#[derive(WaTemplate)]
#[wa(
    name = "coupon_code_onetime_winter_2025",
    language = "en_US",
    category = "marketing",
    positional,
    header = "Our Winter Sale is on!",
    body = "Shop now through the end of December and use the one-time use code {{code}} to get {{percent}} off of \
            your entire order!",
    buttons(quick_reply("Unsubscribe"), copy_code("{{code}}"))
)]
struct WinterSale {
    #[wa(example = "fLBponPDsqF0KQThzkrf")]
    code: String,
    #[wa(example = "30%")]
    percent: String,
}

#[derive(WaTemplate)]
#[wa(
    name = "limited_time_offer_caribbean_pkg_2023",
    language = "en_US",
    category = "marketing",
    positional,
    header(image, example = "4::aW..."),
    limited_time_offer("Expiring offer!", has_expiration),
    body = "Good news, {{customer}}! Use code {{code}} to get 25% off all Caribbean Destination packages!",
    buttons(
        copy_code("{{code}}"),
        url("Book now!", "https://awesomedestinations.com/offers?code={{booking}}")
    )
)]
struct Caribbean {
    #[wa(header)]
    beach: Image,
    #[wa(expiration)]
    ends: SystemTime,
    #[wa(example = "Pablo")]
    customer: &'static str,
    #[wa(example = "CARIBE25")]
    code: &'static str,
    #[wa(example = "https://awesomedestinations.com/offers?ref=n3mtql")]
    booking: &'static str,
}

#[derive(WaTemplate)]
#[wa(
    name = "limited_time_offer_no_expiration",
    language = "en_US",
    category = "marketing",
    limited_time_offer("Member price"),
    body = "As a member you save on each parcel until the end of the month, with this code.",
    buttons(copy_code("{{code}}"), url("Shop", "https://www.luckyshrub.com/members"))
)]
struct MemberPrice {
    #[wa(example = "MEMBER10")]
    code: String,
}

#[derive(WaTemplate)]
#[wa(
    name = "limited_time_offer_url_only",
    language = "en_US",
    category = "marketing",
    header(video, example = "4::aW..."),
    limited_time_offer("Ends tonight", has_expiration),
    body = "A few hours are left of our sale. Put your plants aside today, come for them when you like.",
    buttons(url("Reserve", "https://www.luckyshrub.com/reserve/{{reservation}}"))
)]
struct EndsTonight<'a> {
    #[wa(header)]
    film: Video,
    #[wa(expiration)]
    midnight: &'a SystemTime,
    #[wa(example = "abc")]
    reservation: &'a str,
}

/// An offer with a way to pay, as Brazil has them.
#[derive(WaTemplate)]
#[wa(
    name = "payment_request_limited_time_offer",
    language = "pt_BR",
    category = "marketing",
    header(image, example = "4::aW..."),
    limited_time_offer("Oferta do dia", has_expiration),
    body = "Até a meia-noite a entrega é por nossa conta. Escolha suas plantas e pague em um minuto.",
    buttons(payment_request(pix_dynamic_code), url("Ver loja", "https://www.luckyshrub.com/br"))
)]
struct DayOffer {
    #[wa(header)]
    picture: Image,
    #[wa(expiration)]
    ends: SystemTime,
    #[wa(button = 0, example = "00020101021226700014br.gov.bcb.pix2548pix.example.com...")]
    pix: PaymentRequest,
}

fn at(milliseconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(milliseconds)
}

fn until(milliseconds: u64) -> Value {
    let offer = json!({ "expiration_time_ms": milliseconds });
    let parameter = json!({ "type": "limited_time_offer", "limited_time_offer": offer });
    json!({ "type": "limited_time_offer", "parameters": [parameter] })
}

fn caribbean() -> Caribbean {
    Caribbean {
        beach: Image::id("1602186516975000"),
        ends: at(1_209_600_000),
        customer: "Pablo",
        code: "CARIBE25",
        booking: "n3mtql",
    }
}

#[test]
fn coupon_behind_another_button() {
    let sale = FallSale { code: "25OFF", percent: "25%", to_copy: "25OFF" };
    check(&sale, &json!([texts(&["25OFF", "25%"]), coupon(1, "25OFF")]));
}

#[test]
fn coupon_that_stands_in_the_text_as_well() {
    let code = "x7Qm2LtR9vKs4NpWd3Ya";
    let sale = WinterSale { code: code.to_owned(), percent: "30%".to_owned() };
    check(&sale, &json!([texts(&[code, "30%"]), coupon(1, code)]));
}

#[test]
fn offer_with_coupon_and_address() {
    let components = json!([
        header("image", &json!({ "id": "1602186516975000" })),
        texts(&["Pablo", "CARIBE25"]),
        until(1_209_600_000),
        coupon(0, "CARIBE25"),
        address(1, "n3mtql")
    ]);
    check(&caribbean(), &components);
}

#[test]
fn offer_that_does_not_expire() {
    check(&MemberPrice { code: "MEMBER10".to_owned() }, &json!([coupon(0, "MEMBER10")]));
}

#[test]
fn offer_without_coupon() {
    let film = Video::id("1602186516975001");
    let offer = EndsTonight { film, midnight: &at(1_798_761_600_000), reservation: "n3mtql" };
    let header = header("video", &json!({ "id": "1602186516975001" }));
    check(&offer, &json!([header, until(1_798_761_600_000), address(0, "n3mtql")]));
}

#[test]
fn offer_with_a_way_to_pay() {
    let code = "00020101021226700014br.gov.bcb.pix2548pix.example.com...";
    let offer = DayOffer {
        picture: Image::id("1602186516975000"),
        ends: at(1_798_761_600_000),
        pix: PaymentRequest::pix_dynamic_code(code),
    };
    let setting = json!({ "type": "pix_dynamic_code", "pix_dynamic_code": { "code": code } });
    let components = json!([
        header("image", &json!({ "id": "1602186516975000" })),
        until(1_798_761_600_000),
        action("payment_request", 0, &json!({ "payment_request": { "payment_setting": setting } }))
    ]);
    check(&offer, &components);
}

#[test]
fn an_offer_has_shorter_codes_and_an_end_after_1970() {
    let broken = |field: &str, rule: &str| (Some(field.to_owned()), rule.to_owned());
    let long = "ABCDEFGHIJKLMNOP";
    assert_eq!(problems(&Caribbean { code: long, ..caribbean() }), [broken("code", "value-coupon-code")]);
    let before = SystemTime::UNIX_EPOCH - Duration::from_secs(1);
    assert_eq!(problems(&Caribbean { ends: before, ..caribbean() }), [broken("ends", "value-expiration")]);
    let blank = WinterSale { code: "25 OFF".to_owned(), percent: "30%".to_owned() };
    assert_eq!(problems(&blank), [broken("code", "value-coupon-code")]);
}
