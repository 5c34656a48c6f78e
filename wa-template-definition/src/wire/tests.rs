use super::pieces;
use crate::Definition;

fn definition(json: &str) -> Definition {
    Definition::from_json(json).unwrap()
}

const TRIP: &str = r#"{"name":"trip","language":"en","category":"UTILITY","parameter_format":"NAMED","components":[
    {"type":"HEADER","format":"TEXT","text":"On {{date}}"},
    {"type":"BODY","text":"Your {{trip}} starts at {{place}} now."},
    {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes"},
        {"type":"PHONE_NUMBER","text":"Call","phone_number":"+15550051310"},
        {"type":"URL","text":"Open","url":"https://example.com/{{1}}"}]}]}"#;

/// Fills every piece with a value of its form and reads the result.
fn components(definition: &Definition, payloads: bool) -> serde_json::Value {
    let pieces = pieces(definition, |slot| slot.required || payloads);
    let mut json = String::from("[");
    for piece in &pieces {
        json.push_str(&piece.before);
        json.push_str(match piece.slot.kind {
            crate::SlotKind::BodyText => r#""type":"text","text":"v""#,
            crate::SlotKind::HeaderMedia(_) | crate::SlotKind::HeaderLocation => r#""link":"https://v""#,
            _ => "v",
        });
        json.push_str(&piece.after);
    }
    assert_eq!(json.pop(), Some(','));
    json.push(']');
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

#[test]
fn pieces_make_a_send_that_is_accepted() {
    let definition = definition(TRIP);
    for payloads in [false, true] {
        let components = components(&definition, payloads);
        assert_eq!(components.as_array().unwrap().len(), 3 + usize::from(payloads));
        let send =
            serde_json::json!({ "name": "trip", "language": { "code": "en" }, "components": components });
        assert_eq!(definition.check_send(&send), []);
    }
}

#[test]
fn required_pieces_are_joined() {
    let pieces = pieces(&definition(TRIP), |slot| slot.required);
    let closed = pieces.iter().filter(|piece| !piece.after.is_empty()).count();
    assert_eq!(closed, 1, "only the last piece closes itself: {pieces:#?}");
}

#[test]
fn media_and_location_headers_take_members() {
    for (format, key) in
        [("IMAGE", "image"), ("VIDEO", "video"), ("DOCUMENT", "document"), ("LOCATION", "location")]
    {
        let json = format!(
            r#"{{"name":"x","language":"en","category":"UTILITY","components":[
            {{"type":"HEADER","format":"{format}"}},{{"type":"BODY","text":"Hello."}}]}}"#
        );
        let components = components(&definition(&json), true);
        assert_eq!(components[0]["parameters"][0][key]["link"], "https://v");
    }
}
