//! New templates, with their samples.

use std::path::PathBuf;

use wa_template::client::{TemplateApi, TemplateEdit, TemplateStatus};
use wa_template::definition::{Category, Definition};
use wa_template::{Image, WaTemplate};

use crate::server::{Reply, Server, TOKEN, bounded, check_secrets, printed};
use crate::{bearer, templates};

#[derive(WaTemplate)]
#[wa(
    name = "summer_trips",
    language = "en",
    category = "marketing",
    header(image, example = "samples/trip.png"),
    body = "Our trips of the summer are here, {{guest}}, and there is a seat for you.",
    translation("es", body = "Ya están aquí los viajes del verano, {{guest}}, y hay un asiento para ti.")
)]
struct SummerTrips<'a> {
    #[wa(header)]
    picture: Image,
    #[wa(example = "Pablo")]
    guest: &'a str,
}

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n a trip";

/// A folder with a sample in it, gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("wa-template-{test}-{}", std::process::id()));
        std::fs::create_dir_all(path.join("samples")).expect("a temporary folder");
        std::fs::write(path.join("samples/trip.png"), PICTURE).expect("a temporary file");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

fn created(id: &str) -> Reply {
    Reply::json(&format!(r#"{{"id":"{id}","status":"PENDING","category":"MARKETING","new":1}}"#))
}

fn session() -> Reply {
    Reply::json(r#"{"id":"upload:MTph?sig=S"}"#)
}

fn handle() -> Reply {
    Reply::json(r#"{"h":"4::aW\n4::bX"}"#)
}

fn plain() -> Definition {
    let json = r#"{ "name": "order_update", "language": "en_US", "category": "utility", "status": "APPROVED", "id": "7",
        "components": [{ "type": "body", "text": "Order {{1}} has left us.", "example": { "body_text": ["A-1"] } }] }"#;
    Definition::from_json(json).expect("a definition")
}

#[tokio::test]
async fn the_body_is_the_creation_form() {
    let server = Server::start([created("546151681022936")]).await;
    let answer = bounded(templates(&server).create(&plain())).await.expect("created");
    assert_eq!((answer.id(), answer.status()), ("546151681022936", TemplateStatus::Pending));
    // The platform has decided on another category.
    assert_eq!((answer.category(), answer.raw()["new"].as_u64()), (Some(Category::Marketing), Some(1)));
    let [request] = server.exactly();
    request.check("POST /v25.0/102290129340398/message_templates", &bearer());
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.text(), plain().to_creation_json());
}

#[tokio::test]
async fn samples_are_uploaded_once_for_all_languages() {
    let folder = Folder::new("create");
    let server = Server::start([session(), handle(), created("1"), created("2")]).await;
    let api = templates(&server).app_id("634974688087057").samples(&folder.0);
    let outcomes = bounded(api.create_all::<SummerTrips<'_>>()).await;
    let ids: Vec<_> = outcomes
        .iter()
        .map(|(definition, outcome)| (definition.language(), outcome.as_ref().expect("created").id()))
        .collect();
    assert_eq!(ids, [("en", "1"), ("es", "2")]);

    let [start, transfer, english, spanish] = server.exactly();
    let line = format!(
        "POST /v25.0/634974688087057/uploads?file_name=trip.png&file_length={}&file_type=image%2Fpng",
        PICTURE.len()
    );
    start.check(&line, &bearer());
    transfer.check("POST /v25.0/upload:MTph?sig=S", &format!("OAuth {TOKEN}"));
    assert_eq!(transfer.body, PICTURE);
    for request in [english, spanish] {
        request.check("POST /v25.0/102290129340398/message_templates", &bearer());
        let json = request.json();
        assert_eq!(json["components"][0]["example"]["header_handle"], serde_json::json!(["4::aW\n4::bX"]));
    }
}

#[tokio::test]
async fn one_language_does_not_keep_the_others_back() {
    let folder = Folder::new("languages");
    let refused = Reply::error("400 Bad Request", 100, 2_388_024);
    let server = Server::start([session(), handle(), refused, created("2")]).await;
    let api = templates(&server).app_id("1").samples(&folder.0);
    let outcomes = bounded(api.create_all::<SummerTrips<'_>>()).await;
    let [(_, Err(error)), (_, Ok(spanish))] = outcomes.as_slice() else { panic!("{outcomes:?}") };
    assert_eq!((error.subcode(), spanish.id()), (Some(2_388_024), "2"));
    let _: [_; 4] = server.exactly();
}

#[tokio::test]
async fn samples_that_cannot_be_uploaded_create_nothing() {
    let folder = Folder::new("missing");
    let [definition, _] = <[_; 2]>::try_from(SummerTrips::definitions()).expect("two languages");
    let with = |sample: &str| {
        let json = definition.to_creation_json().replace("samples/trip.png", sample);
        Definition::from_json(&json).expect("a definition")
    };
    let server = Server::start([]).await;
    let api = templates(&server).samples(&folder.0);
    for (api, definition, said) in [
        (api.clone(), definition.clone(), "app_id"),
        (api.clone().app_id("1"), with("samples/none.png"), "could not be read"),
        (api.clone().app_id("1"), with("samples/trip.mp4"), "not for a header of type `image`"),
        (api.clone().app_id("1"), with("samples/trip"), "not for a header"),
        (api.clone().app_id("1"), with("https://scontent.example.com/v/1.png"), "an address"),
        (api.clone().app_id("1/2"), definition.clone(), "could not be uploaded"),
    ] {
        let error = bounded(api.create(&definition)).await.expect_err(said);
        assert!(error.is_not_sent() && error.to_string().contains(said), "{error}");
        check_secrets(&error);
    }
    let [] = server.exactly();

    let server = Server::start([session(), Reply::error("400 Bad Request", 100, 0)]).await;
    let api = templates(&server).samples(&folder.0).app_id("1");
    let error = bounded(api.create(&definition)).await.expect_err("refused");
    assert!(error.is_not_sent() && printed(&error).contains("was rejected"), "{error:?}");
    let _: [_; 2] = server.exactly();
}

#[tokio::test]
async fn handles_are_passed_on_unchanged() {
    let json = r#"{"name":"a","language":"en","category":"MARKETING","components":[
        {"type":"HEADER","format":"VIDEO","example":{"header_handle":["4::aW\n4::bX"]}},{"type":"BODY","text":"Hello."}]}"#;
    let definition = Definition::from_json(json).expect("a definition");
    let server = Server::start([created("1"), Reply::json(r#"{"success":true}"#)]).await;
    let api: TemplateApi = templates(&server);
    bounded(api.create(&definition)).await.expect("created");
    bounded(api.edit("1", &TemplateEdit::new().components_of(&definition))).await.expect("edited");
    let [create, edit] = server.exactly();
    for json in [create.json(), edit.json()] {
        assert_eq!(json["components"][0]["example"]["header_handle"][0], "4::aW\n4::bX");
    }
}

#[tokio::test]
async fn an_upsert_names_its_languages() {
    let answer = r#"{"data":[{"id":"1","status":"APPROVED","language":"en_US"},
        {"id":"2","status":"PENDING","language":"es_ES"},{"status":"APPROVED"}]}"#;
    let server = Server::start([Reply::json(answer), Reply::json(r#"{"success":true}"#)]).await;
    let json = r#"{"name":"login_code","language":"en","category":"AUTHENTICATION","components":[
        {"type":"BODY","add_security_recommendation":true},
        {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}"#;
    let definition = Definition::from_json(json).expect("a definition");
    let api = templates(&server);
    let created = bounded(api.upsert(&definition, &["en_US", "es_ES"])).await.expect("created");
    let told: Vec<_> = created.iter().map(|one| (one.id(), one.language(), one.status())).collect();
    assert_eq!(
        told,
        [("1", Some("en_US"), TemplateStatus::Approved), ("2", Some("es_ES"), TemplateStatus::Pending)]
    );
    assert!(bounded(api.upsert(&definition, &["en_US"])).await.is_err_and(|error| error.is_unknown()));
    let [first, _] = server.exactly();
    first.check("POST /v25.0/102290129340398/upsert_message_templates", &bearer());
    let mut expected: serde_json::Value = serde_json::from_str(json).expect("JSON");
    expected.as_object_mut().expect("an object").remove("language");
    expected["languages"] = serde_json::json!(["en_US", "es_ES"]);
    assert_eq!(first.json(), expected);
}
