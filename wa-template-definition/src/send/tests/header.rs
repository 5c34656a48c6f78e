//! Headers other than text: exactly one value, of the right kind.

use serde_json::{Value, json};

use super::{Refused, changed, header_send, list, numbered, numbered_send, refused, send, with_header};

pub(super) fn refused_sends() -> Vec<Refused> {
    let mut table = kinds();
    table.extend(media());
    table.extend(locations());
    table
}

fn location() -> Value {
    json!({ "latitude": "37.48", "longitude": "-122.14", "name": "Philz Coffee", "address": "101 Forest Ave" })
}

fn kinds() -> Vec<Refused> {
    let link = || json!({ "link": "https://example.com/a" });
    let formats = [
        ("IMAGE", "image", link()),
        ("VIDEO", "video", link()),
        ("DOCUMENT", "document", link()),
        ("GIF", "gif", link()),
        ("LOCATION", "location", location()),
        (
            "PRODUCT",
            "product",
            json!({ "product_retailer_id": "2lc20305pt", "catalog_id": "194836987003835" }),
        ),
    ];
    let mut table = Vec::new();
    for (format, kind, object) in &formats {
        let right = || header_send(kind, object.clone());
        let broken = |rule, send| refused(rule, "header", with_header(format), send);
        table.push(broken("send-header-missing", send(json!([]))));
        table.push(broken("send-header-missing", send(json!([{ "type": "header" }]))));
        table.push(broken("send-header-missing", send(json!([{ "type": "header", "parameters": [] }]))));
        let twice = changed(right(), |send| {
            let parameters = list(&mut send["components"][0]["parameters"]);
            parameters.push(parameters[0].clone());
        });
        table.push(broken("send-parameter-count", twice));
        for (_, other, object) in formats.iter().filter(|(other, ..)| other != format) {
            table.push(broken("send-parameter-kind", header_send(other, object.clone())));
        }
        let text = json!([{ "type": "header", "parameters": [{ "type": "text", "text": "77" }] }]);
        table.push(broken("send-parameter-kind", send(text)));
        // The right type, but the object stands under another key.
        let elsewhere = changed(right(), |send| {
            let parameter = send["components"][0]["parameters"][0].as_object_mut().unwrap();
            let object = parameter.remove(*kind).unwrap();
            parameter.insert("object".to_owned(), object);
        });
        table.push(broken("send-parameter-kind", elsewhere));
        table.push(broken("send-parameter-kind", header_send(kind, json!("https://example.com/a"))));
    }
    // An image for a text header.
    let image = changed(numbered_send(), |send| {
        send["components"][0]["parameters"][0] = json!({ "type": "image", "image": link() });
    });
    table.push(refused("send-parameter-kind", "header", numbered(), image));
    // Sums belong into the body.
    let sum = changed(numbered_send(), |send| {
        send["components"][0]["parameters"][0] = json!({ "type": "currency",
            "currency": { "fallback_value": "$1", "code": "USD", "amount_1000": 1000 } });
    });
    table.push(refused("send-parameter-kind", "header", numbered(), sum));
    table
}

fn media() -> Vec<Refused> {
    let mut table = Vec::new();
    for object in [
        json!({}),
        json!({ "filename": "a.pdf" }),
        json!({ "id": "1", "link": "https://example.com/a" }),
        json!({ "id": "" }),
        json!({ "id": "a b" }),
        json!({ "id": "4::aGFuZGxl" }),
        json!({ "id": 17, "link": "https://example.com/a" }),
        json!({ "link": "" }),
        json!({ "link": "example.com/a" }),
        json!({ "link": "ftp://example.com/a" }),
        json!({ "link": "https://" }),
        json!({ "link": "https://example.com/a b" }),
    ] {
        table.push(refused(
            "value-media",
            "header",
            with_header("DOCUMENT"),
            header_send("document", object),
        ));
    }
    table
}

fn locations() -> Vec<Refused> {
    let mut table = Vec::new();
    for (key, value) in [
        ("latitude", json!("90.01")),
        ("latitude", json!(-90.01)),
        ("latitude", json!("NaN")),
        ("latitude", json!("inf")),
        ("latitude", json!("north")),
        ("latitude", json!(null)),
        ("longitude", json!("180.01")),
        ("longitude", json!(-181)),
        ("longitude", json!("")),
        ("longitude", json!([1])),
    ] {
        let object = changed(location(), |location| location[key] = value);
        table.push(refused(
            "value-location",
            "header",
            with_header("LOCATION"),
            header_send("location", object),
        ));
    }
    for key in ["latitude", "longitude"] {
        let object = changed(location(), |location| {
            location.as_object_mut().unwrap().remove(key);
        });
        table.push(refused(
            "value-location",
            "header",
            with_header("LOCATION"),
            header_send("location", object),
        ));
    }
    table
}

#[test]
fn messages_name_what_is_missing() {
    for (format, kind, object, fact) in [
        ("IMAGE", "image", json!({}), "the image has neither `id` nor `link`"),
        (
            "VIDEO",
            "video",
            json!({ "id": "1", "link": "https://example.com/a" }),
            "the video has both `id` and `link`",
        ),
        ("LOCATION", "location", json!({ "longitude": 1 }), "the location has no latitude"),
        ("LOCATION", "location", json!({ "latitude": 1 }), "the location has no longitude"),
        (
            "LOCATION",
            "location",
            json!({ "latitude": 91, "longitude": 1 }),
            "the latitude is not between -90 and 90 degrees",
        ),
    ] {
        let violations = super::read(&with_header(format)).check_send(&header_send(kind, object));
        assert_eq!(violations.len(), 1, "{violations:?}");
        assert_eq!(violations[0].fact(), fact);
    }
}
