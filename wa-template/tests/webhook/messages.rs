//! Kinds of messages beside taps and texts.

use serde_json::{Value, json};
use wa_template::webhook::{
    CallPermission, CallPermissionSource, ContactsOrigin, Event, InteractiveKind, MediaKind, SystemKind,
};

use crate::support::*;

/// The event of a message with this content.
#[track_caller]
fn message(kind: &str, content: &Value) -> Event {
    let mut message = json!({ "from": NUMBER, "id": THEIR_ID, "timestamp": "1750091045", "type": kind });
    message[kind] = content.clone();
    let event = only(&cloud(json!({ "contacts": contacts(), "messages": [message] })));
    let incoming = event.message().expect("it is a message");
    assert_eq!(incoming.kind(), Some(kind));
    assert_eq!((incoming.id(), incoming.sender().name()), (THEIR_ID, Some(NAME)));
    assert_eq!(*incoming.raw(), message);
    event
}

#[test]
fn a_choice_from_buttons_or_a_list_is_no_tap_on_a_template() {
    for (kind, word) in [(InteractiveKind::Button, "button_reply"), (InteractiveKind::List, "list_reply")] {
        let mut content = json!({ "type": word });
        content[word] = json!({ "id": "answer:yes", "title": "Yes", "description": "All of it" });
        let event = message("interactive", &content);
        assert_eq!(event.as_button_reply(), None);
        let reply = event.as_interactive().expect("it is a choice");
        assert_eq!(*reply.kind(), kind);
        assert_eq!((reply.id(), reply.title()), (Some("answer:yes"), Some("Yes")));
        assert_eq!(reply.description(), Some("All of it"));
    }
}

#[test]
fn an_unknown_interactive_message_is_kept() {
    for content in [
        json!({ "type": "hologram_reply", "hologram_reply": { "id": "1" } }),
        json!({ "type": "list_reply" }),
        json!({ "type": "nfm_reply", "nfm_reply": {} }),
        json!({ "type": "call_permission_reply", "call_permission_reply": { "response": [] } }),
        json!("text"),
        json!(null),
    ] {
        let event = message("interactive", &content);
        assert!(event.as_other().is_some(), "{content}");
    }
}

#[test]
fn a_flow_gives_back_its_values() {
    let response = json!({ "flow_token": "order-7", "rating": "4", "seats": [1, 2] });
    let reply = |response: Value| json!({ "type": "nfm_reply", "nfm_reply": { "name": "flow", "body": "Sent", "response_json": response } });
    // By the documents it is a text with JSON in it.
    for json in [json!(response.to_string()), response.clone()] {
        let event = message("interactive", &reply(json));
        let reply = event.as_flow_reply().expect("it is an answer to a flow");
        assert_eq!(*reply.response(), response);
        assert_eq!(reply.flow_token(), Some("order-7"));
        assert_eq!((reply.name(), reply.body()), (Some("flow"), Some("Sent")));
    }
    for (text, token) in [(r#"{"rating":"4"}"#, None), ("cut {", None), (r#"{"flow_token":7}"#, Some("7"))] {
        let event = message("interactive", &reply(json!(text)));
        let reply = event.as_flow_reply().expect("it is an answer to a flow");
        assert_eq!(reply.response_json(), text);
        assert_eq!(reply.flow_token(), token);
        assert_eq!(reply.response().is_null(), text == "cut {");
    }
}

#[test]
fn a_call_permission_has_an_end() {
    for expiration in [json!("1750630073"), json!(1_750_630_073)] {
        let event = message(
            "interactive",
            &json!({ "type": "call_permission_reply", "call_permission_reply": {
                "response": "accept", "is_permanent": false, "expiration_timestamp": expiration,
                "response_source": "automatic",
            } }),
        );
        let reply = event.as_call_permission().expect("it is an answer");
        assert_eq!(*reply.response(), CallPermission::Accept);
        assert_eq!(reply.source(), Some(&CallPermissionSource::Automatic));
        assert_eq!(reply.is_permanent(), Some(false));
        assert_eq!(reply.expiration(), Some(at(1_750_630_073)));
    }
}

#[test]
fn an_order_keeps_every_digit() {
    let body = cloud(json!({ "messages": [{ "from": NUMBER, "id": THEIR_ID, "type": "order", "order": {
        "catalog_id": 7, "text": "", "product_items": [
            { "product_retailer_id": "fern", "quantity": 2, "item_price": "PRICE", "currency": "USD" },
            "odd",
            { "product_retailer_id": 9, "quantity": "3" },
        ]
    } }] }));
    for (price, cents) in [
        ("30", Some(3_000)),
        ("0.10", Some(10)),
        ("90071992547409.93", Some(9_007_199_254_740_993)),
        ("1.005", None),
        ("1e999", None),
    ] {
        let body = body.to_string().replace("\"PRICE\"", price);
        let notification: wa_template::webhook::Notification = body.parse().expect("it is JSON");
        let order = notification.events().find_map(Event::as_order).expect("it is an order");
        assert_eq!((order.catalog_id(), order.text()), (Some("7"), Some("")));
        let [fern, other] = order.products() else { panic!("two items are objects") };
        assert_eq!(fern.item_price(), Some(price));
        assert_eq!(fern.item_price_in_units_of(2), cents);
        assert_eq!((fern.quantity(), fern.currency()), (Some(2), Some("USD")));
        assert_eq!((other.product_retailer_id(), other.quantity()), (Some("9"), Some(3)));
        assert_eq!((other.item_price(), other.currency()), (None, None));
    }
}

#[test]
fn files_of_all_kinds_are_files() {
    for (word, kind) in [
        ("image", MediaKind::Image),
        ("video", MediaKind::Video),
        ("audio", MediaKind::Audio),
        ("voice", MediaKind::Audio),
        ("document", MediaKind::Document),
        ("sticker", MediaKind::Sticker),
    ] {
        let content = json!({
            "id": 7, "mime_type": "x/y", "sha256": "c2hh", "url": "https://www.example.com/1", "caption": "c",
            "filename": "f", "file": "media/1", "animated": true
        });
        let event = message(word, &content);
        let media = event.as_media().expect("it is a file").media();
        assert_eq!(media.kind(), kind);
        assert_eq!((media.id(), media.mime_type(), media.sha256()), (Some("7"), Some("x/y"), Some("c2hh")));
        assert_eq!((media.url(), media.file()), (Some("https://www.example.com/1"), Some("media/1")));
        assert_eq!((media.caption(), media.filename()), (Some("c"), Some("f")));
        assert_eq!((media.is_voice(), media.is_animated()), (word == "voice", true));
    }
    let event = message("audio", &json!({ "voice": true }));
    assert!(event.as_media().is_some_and(|media| media.media().is_voice()));
    assert!(message("image", &json!("no object")).as_other().is_some());
}

#[test]
fn a_place_has_coordinates() {
    let event =
        message("location", &json!({ "latitude": "37.5", "longitude": -122, "address": "1 Hacker Way" }));
    let place = event.as_location().expect("it is a place");
    assert_eq!((place.latitude(), place.longitude()), (37.5, -122.0));
    assert_eq!((place.name(), place.address(), place.url()), (None, Some("1 Hacker Way"), None));
    assert!(message("location", &json!({ "latitude": 37.5 })).as_other().is_some());
}

#[test]
fn contact_cards_tell_where_they_come_from() {
    let cards = json!([{
        "name": { "formatted_name": "Dr. Ada Moss", "first_name": "Ada", "last_name": "Moss" },
        "org": { "company": "Fern & Moss" },
        "phones": [{ "phone": "+1 650-555-1236", "wa_id": "16505551236", "type": "WORK" }],
        "emails": [{ "email": "ada@example.com" }, "ada@example.org"],
        "vcard": "BEGIN:VCARD",
    }, "odd"]);
    let event = message("contacts", &cards);
    let contacts = event.as_contacts().expect("it is a card");
    assert_eq!(contacts.origin(), None);
    let [card] = contacts.cards() else { panic!("one card is an object") };
    assert_eq!(card.formatted_name(), Some("Dr. Ada Moss"));
    assert_eq!((card.first_name(), card.last_name()), (Some("Ada"), Some("Moss")));
    assert_eq!((card.company(), card.vcard()), (Some("Fern & Moss"), Some("BEGIN:VCARD")));
    assert_eq!(card.emails().collect::<Vec<_>>(), ["ada@example.com", "ada@example.org"]);
    let phone = &card.phones()[0];
    assert_eq!((phone.phone(), phone.wa_id()), (Some("+1 650-555-1236"), Some("16505551236")));
    assert_eq!((phone.kind(), phone.user_id()), (Some("WORK"), None));

    for (place, origin) in [("", "contact_request"), ("/contacts/0", "other")] {
        let mut asked =
            json!({ "from_user_id": USER_ID, "id": THEIR_ID, "type": "contacts", "contacts": [{}] });
        asked.pointer_mut(place).expect("the pointer is right")["origin"] = json!(origin);
        let event = only(&cloud(json!({ "messages": [asked] })));
        let contacts = event.as_contacts().expect("it is a card");
        assert_eq!(contacts.origin().map(ContactsOrigin::as_str), Some(origin));
        assert_eq!(contacts.sender().key(), Some(USER_ID));
    }
}

#[test]
fn a_reaction_may_be_taken_back() {
    for (emoji, seen) in [(json!("👍"), Some("👍")), (json!(""), None), (json!(null), None)] {
        let event = message("reaction", &json!({ "message_id": OUR_ID, "emoji": emoji }));
        let reaction = event.as_reaction().expect("it is a reaction");
        assert_eq!((reaction.to(), reaction.emoji()), (OUR_ID, seen));
    }
    let event = message("reaction", &json!({ "message_id": OUR_ID }));
    assert_eq!(event.as_reaction().and_then(|reaction| reaction.emoji()), None);
    assert!(message("reaction", &json!({ "emoji": "👍" })).as_other().is_some());
}

#[test]
fn a_system_message_tells_the_new_identity() {
    let number = SystemKind::UserChangedNumber;
    let identity = SystemKind::IdentityChanged;
    for (content, kind, [new_number, new_user, new_identity]) in [
        (json!({ "type": "user_changed_number", "wa_id": "2" }), &number, [Some("2"), None, None]),
        (json!({ "type": "user_changed_number", "new_wa_id": 2 }), &number, [Some("2"), None, None]),
        (
            json!({ "type": "user_changed_user_id", "user_id": USER_ID }),
            &SystemKind::UserChangedUserId,
            [None, Some(USER_ID), None],
        ),
        (json!({ "type": "customer_identity_changed", "identity": "a" }), &identity, [None, None, Some("a")]),
        (json!({ "type": "user_identity_changed", "identity": "a" }), &identity, [None, None, Some("a")]),
        (json!({ "type": "moved_out" }), &SystemKind::Other("moved_out".into()), [None, None, None]),
    ] {
        let event = message("system", &content);
        let change = event.as_system().expect("it is a change");
        assert_eq!(change.kind(), kind);
        assert_eq!(
            [change.new_wa_id(), change.new_user_id(), change.new_identity()],
            [new_number, new_user, new_identity]
        );
    }
}

#[test]
fn a_changed_message_has_a_new_content() {
    let edit =
        |content: &Value| message("edit", &json!({ "original_message_id": OUR_ID, "message": content }));
    let event = edit(&json!({ "type": "text", "text": { "body": "Tuesday" } }));
    let text = event.as_edit().expect("it is a change");
    assert_eq!((text.original_message_id(), text.kind()), (OUR_ID, Some("text")));
    assert_eq!((text.text(), text.media()), (Some("Tuesday"), None));

    let event = edit(&json!({ "type": "image", "image": { "id": "7", "caption": "Moss" } }));
    let image = event.as_edit().expect("it is a change");
    assert_eq!(image.text(), Some("Moss"));
    assert_eq!(image.media().and_then(|media| media.id()), Some("7"));

    assert_eq!(edit(&json!(null)).as_edit().map(|edit| edit.text()), Some(None));
    assert!(message("edit", &json!({})).as_other().is_some());

    let event = message("revoke", &json!({ "original_message_id": OUR_ID }));
    assert_eq!(event.as_revoke().map(|revoke| revoke.original_message_id()), Some(OUR_ID));
    assert!(message("revoke", &json!({})).as_other().is_some());
}

#[test]
fn a_message_may_be_nothing_but_a_kind() {
    for (kind, errors) in [("request_welcome", 0), ("unsupported", 1), ("unknown", 1)] {
        let mut message = json!({ "from": NUMBER, "id": THEIR_ID, "type": kind });
        if errors > 0 {
            message["errors"] = json!([{ "code": 131_051, "title": "unknown" }]);
        }
        let event = only(&cloud(json!({ "messages": [message] })));
        assert_eq!(event.as_welcome().is_some(), errors == 0);
        assert_eq!(event.as_unsupported().is_some(), errors == 1);
        assert_eq!(event.message().map(|message| message.errors().len()), Some(errors));
    }
}

#[test]
fn a_message_without_a_kind_is_known_by_its_content() {
    let image = json!({ "from": NUMBER, "id": THEIR_ID, "image": { "id": "7" } });
    assert!(only(&cloud(json!({ "messages": [image] }))).as_media().is_some());
    let reply = json!({ "id": THEIR_ID, "interactive": { "nfm_reply": { "response_json": "{}" } } });
    assert!(only(&cloud(json!({ "messages": [reply] }))).as_flow_reply().is_some());
}

#[test]
fn a_message_tells_what_it_refers_to() {
    let mut asked = text("How much is it?");
    asked["context"] = json!({
        "from": "15550783881", "id": OUR_ID, "frequently_forwarded": true, "mentions": ["16505551236"],
        "referred_product": { "catalog_id": "7", "product_retailer_id": "fern" },
    });
    asked["referral"] = json!({
        "source_type": "ad", "source_id": "1", "source_url": "u", "headline": "h", "body": "b", "media_type": "image",
        "image_url": "i", "video_url": "v", "thumbnail_url": "t", "ctwa_clid": "c", "welcome_message": { "text": "w" },
    });
    asked["identity"] =
        json!({ "acknowledged": true, "created_timestamp": 1_602_532_300_000_u64, "hash": "aGFzaA" });
    let event = only(&cloud(json!({ "messages": [asked] })));
    let message = event.message().expect("it is a message");
    let context = message.context().expect("it refers to something");
    assert_eq!((context.from(), context.message_id()), (Some("15550783881"), Some(OUR_ID)));
    assert!(context.is_forwarded() && context.is_frequently_forwarded());
    assert_eq!(context.mentions().collect::<Vec<_>>(), ["16505551236"]);
    let product = context.referred_product().expect("it is about a product");
    assert_eq!((product.catalog_id(), product.product_retailer_id()), (Some("7"), Some("fern")));
    let referral = message.referral().expect("an ad brought the customer");
    assert_eq!(
        (referral.source_type(), referral.source_id(), referral.source_url()),
        (Some("ad"), Some("1"), Some("u"))
    );
    assert_eq!(
        (referral.headline(), referral.body(), referral.media_type()),
        (Some("h"), Some("b"), Some("image"))
    );
    assert_eq!(
        (referral.image_url(), referral.video_url(), referral.thumbnail_url()),
        (Some("i"), Some("v"), Some("t"))
    );
    assert_eq!((referral.click_id(), referral.welcome_text()), (Some("c"), Some("w")));
    let identity = message.identity().expect("the identity is known");
    assert_eq!((identity.hash(), identity.is_acknowledged()), (Some("aGFzaA"), Some(true)));
    assert_eq!(identity.created(), Some(at(1_602_532_300)));
}
