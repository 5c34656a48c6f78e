//! Each call as it goes over the wire, and what its answer means.

use wa_template::client::{
    ApiError, ErrorClass, LibraryButton, LibraryClone, PreviewOptions, TemplateApi, TemplateEdit,
    TemplateStatus,
};
use wa_template::definition::{Category, Definition};

use crate::server::{Reply, Server, TOKEN, bounded, check_secrets};
use crate::{bearer, templates};

const FIELDS: &str = "id%2Cname%2Clanguage%2Cstatus%2Ccategory%2Csub_category%2Cprevious_category%2C\
    correct_category%2Ccomponents%2Cparameter_format%2Crejected_reason%2Cquality_score%2C\
    library_template_name%2Cmessage_send_ttl_seconds%2Ccta_url_link_tracking_opted_out";

fn done() -> Reply {
    Reply::json(r#"{"success":true}"#)
}

fn definition() -> Definition {
    let json = r#"{ "name": "order_update", "language": "en_US", "category": "UTILITY", "components": [
        { "type": "BODY", "text": "Order {{1}} has left our warehouse.", "example": { "body_text": [["A-1"]] } }] }"#;
    Definition::from_json(json).expect("a definition")
}

#[tokio::test]
async fn get_asks_for_everything_and_keeps_what_it_does_not_know() {
    let template = r#"{"id":"1387372356726668","name":"order_update","language":"en_US","status":"REJECTED",
        "category":"MARKETING","previous_category":"UTILITY","rejected_reason":"INCORRECT_CATEGORY",
        "quality_score":{"score":"GREEN","date":1711113030},"new":[1],
        "components":[{"type":"BODY","text":"Hello."},{"type":"NEW_KIND","x":1}]}"#;
    let server =
        Server::start([Reply::json(template), Reply::json(r#"{"status":"NEW_ONE","id":"1"}"#)]).await;
    let stored = bounded(templates(&server).get("1387372356726668")).await.expect("a template");
    assert_eq!(stored.id(), Some("1387372356726668"));
    assert_eq!((stored.name(), stored.language()), (Some("order_update"), Some("en_US")));
    assert_eq!(stored.status(), TemplateStatus::Rejected);
    assert_eq!(
        (stored.category(), stored.previous_category()),
        (Some(Category::Marketing), Some(Category::Utility))
    );
    assert_eq!(stored.rejected_reason(), Some("INCORRECT_CATEGORY"));
    assert_eq!(stored.rejection(), Some("the content does not fit the category"));
    assert_eq!((stored.quality(), stored.raw()["new"][0].as_u64()), (Some("GREEN"), Some(1)));
    assert_eq!(stored.definition().expect("its content").components().len(), 2);

    let stored = bounded(templates(&server).get("1")).await.expect("a template");
    assert_eq!(stored.status().as_str(), "NEW_ONE");
    assert!(!stored.status().can_be_sent() && stored.definition().is_none());
    let [first, _] = server.exactly();
    first.check(&format!("GET /v25.0/1387372356726668?fields={FIELDS}"), &bearer());
    assert!(first.body.is_empty());
}

#[tokio::test]
async fn an_edit_sends_what_changes() {
    let server = Server::start([done(), done()]).await;
    let edit = TemplateEdit::new().category(Category::Utility).message_send_ttl_seconds(600);
    bounded(templates(&server).edit("1387372356726668", &edit)).await.expect("edited");
    let edit = TemplateEdit::new().components_of(&definition());
    bounded(templates(&server).edit("1387372356726668", &edit)).await.expect("edited");

    let [first, second] = server.exactly();
    first.check("POST /v25.0/1387372356726668", &bearer());
    assert_eq!(first.header("content-type"), Some("application/json"));
    assert_eq!(first.text(), r#"{"category":"UTILITY","message_send_ttl_seconds":600}"#);
    let components = serde_json::json!([{ "type": "BODY", "text": "Order {{1}} has left our warehouse.",
        "example": { "body_text": [["A-1"]] } }]);
    assert_eq!(second.json(), serde_json::json!({ "components": components }));
}

#[tokio::test]
async fn deletions_name_what_they_delete() {
    let server = Server::start([done(), done(), done()]).await;
    let api = templates(&server);
    bounded(api.delete("order_update")).await.expect("deleted");
    bounded(api.delete_language("order_update", "1407680676729941")).await.expect("deleted");
    bounded(api.delete_ids(&["1", "2"])).await.expect("deleted");
    let [all, one, several] = server.exactly();
    all.check("DELETE /v25.0/102290129340398/message_templates?name=order_update", &bearer());
    let line = "DELETE /v25.0/102290129340398/message_templates?hsm_id=1407680676729941&name=order_update";
    one.check(line, &bearer());
    several.check("DELETE /v25.0/102290129340398/message_templates?hsm_ids=%5B1%2C2%5D", &bearer());
}

#[tokio::test]
async fn paused_templates_are_released() {
    let server = Server::start([done()]).await;
    bounded(templates(&server).unpause("1387372356726668")).await.expect("released");
    let [request] = server.exactly();
    request.check("POST /v25.0/1387372356726668/unpause", &bearer());
}

#[tokio::test]
async fn the_archive_tells_which_and_which_not() {
    let server = Server::start([
        Reply::json(r#"{"archived_templates":["1"],"failed_templates":[{"id":"2","reason":"no such"}]}"#),
        Reply::json(r#"{"unarchived_templates":[{"id":"1"}],"failed_templates":[]}"#),
        Reply::json("[]"),
    ])
    .await;
    let api = templates(&server);
    let outcome = bounded(api.archive(&["1", "2"])).await.expect("an outcome");
    assert_eq!((outcome.done(), outcome.failed()), (vec!["1"], vec!["2"]));
    let outcome = bounded(api.unarchive(&["1".to_owned()])).await.expect("an outcome");
    assert_eq!((outcome.done(), outcome.failed()), (vec!["1"], vec![]));
    assert!(bounded(api.archive(&["1"])).await.is_err_and(|error| error.is_unknown()));
    let [first, second, _] = server.exactly();
    first.check("POST /102290129340398/message_templates/archive", &bearer());
    assert_eq!(first.text(), r#"{"hsm_ids":"1,2"}"#);
    second.check("POST /102290129340398/message_templates/unarchive", &bearer());
}

#[tokio::test]
async fn previews_are_read() {
    let answer = r#"{"data":[{"body":"*{{1}}* is your code.","buttons":[{"autofill_text":"Autofill","text":"Copy code"}],
        "footer":"This code expires in 10 minutes.","language":"en_US"},{"language":"es_ES","new":1},7]}"#;
    let server = Server::start([Reply::json(answer), Reply::json(r#"{"data":[]}"#), Reply::json("{}")]).await;
    let api = templates(&server);
    let options = PreviewOptions::new()
        .languages(["en_US", "es_ES"])
        .security_recommendation()
        .code_expiration_minutes(10);
    let previews = bounded(api.previews(&options)).await.expect("previews");
    assert_eq!(previews[0].body.as_deref(), Some("*{{1}}* is your code."));
    assert_eq!(previews[0].buttons[0].text.as_deref(), Some("Copy code"));
    assert_eq!(previews[1].raw["new"], 1);
    assert!(bounded(api.previews(&PreviewOptions::new())).await.expect("previews").is_empty());
    assert!(bounded(api.previews(&options)).await.is_err_and(|error| error.is_unknown()));
    let [first, second, _] = server.exactly();
    let line = "GET /v25.0/102290129340398/message_template_previews?category=AUTHENTICATION&languages=en_US%2Ces_ES\
        &add_security_recommendation=true&code_expiration_minutes=10&button_types=OTP";
    first.check(line, &bearer());
    let line =
        "GET /v25.0/102290129340398/message_template_previews?category=AUTHENTICATION&button_types=OTP";
    second.check(line, &bearer());
}

#[tokio::test]
async fn the_library_is_listed_and_taken_over() {
    let entry = r#"{"data":[{"name":"delivery_update_1","language":"en_US","category":"UTILITY","body":"Order {{1}}.",
        "body_params":["A-1"],"body_param_types":["TEXT"],"industry":["E_COMMERCE"]}]}"#;
    let created = r#"{"id":"5","status":"APPROVED","category":"UTILITY"}"#;
    let server = Server::start([Reply::json(entry), Reply::json(created)]).await;
    let api = templates(&server);
    let query = api.library().search("a b").topic("ORDER_MANAGEMENT").usecase("X").industry("E_COMMERCE");
    let entries = bounded(query.language("en_US").name("delivery_update_1").page_size(7).all()).await;
    let entries = entries.expect("entries");
    assert_eq!((entries[0].name(), entries[0].body()), (Some("delivery_update_1"), Some("Order {{1}}.")));
    assert_eq!((entries[0].body_params(), entries[0].body_param_types()), (vec!["A-1"], vec!["TEXT"]));

    let clone = LibraryClone::new("my_update", "en_US", Category::Utility, "delivery_update_1")
        .button(LibraryButton::url("https://www.example.com/{{1}}", "https://www.example.com/demo"))
        .button(LibraryButton::phone_number("+16505550100"))
        .body_input("code_expiration_minutes", 5);
    let created = bounded(api.create_from_library(&clone)).await.expect("created");
    assert_eq!((created.id(), created.status()), ("5", TemplateStatus::Approved));

    let [browse, create] = server.exactly();
    let line = "GET /v25.0/message_template_library?limit=7&search=a+b&topic=ORDER_MANAGEMENT&usecase=X\
        &industry=E_COMMERCE&language=en_US&name=delivery_update_1";
    browse.check(line, &bearer());
    let body = serde_json::json!({ "name": "my_update", "language": "en_US", "category": "UTILITY",
        "library_template_name": "delivery_update_1",
        "library_template_button_inputs": [
            { "type": "URL", "url": { "base_url": "https://www.example.com/{{1}}",
              "url_suffix_example": "https://www.example.com/demo" } },
            { "type": "PHONE_NUMBER", "phone_number": "+16505550100" }],
        "library_template_body_inputs": { "code_expiration_minutes": 5 } });
    assert_eq!(create.json(), body);
}

#[tokio::test]
async fn refusals_are_explained() {
    for (subcode, class, part) in [
        (2_388_023, ErrorClass::State, "being deleted"),
        (2_388_024, ErrorClass::Fix, "this language already"),
        (2_388_037, ErrorClass::Fix, "{{1}}"),
        (2_388_039, ErrorClass::State, "status"),
        (2_388_052, ErrorClass::Fix, "address of a button"),
        (2_388_185, ErrorClass::State, "verified"),
        (2_388_299, ErrorClass::Fix, "starts or ends"),
        (2_593_002, ErrorClass::Fix, "no template"),
    ] {
        let server = Server::start([Reply::error("400 Bad Request", 100, subcode)]).await;
        let error = bounded(templates(&server).create(&definition())).await.expect_err("refused");
        assert_eq!((error.code(), error.subcode(), error.class()), (Some(100), Some(subcode), Some(class)));
        assert!(error.explanation().is_some_and(|explanation| explanation.contains(part)), "{error}");
        assert!(
            error.to_string().contains(part) && error.to_string().contains(&subcode.to_string()),
            "{error}"
        );
        check_secrets(&error);
        let _: [_; 1] = server.exactly();
    }
}

/// One call of each kind, and whether it may be made twice.
async fn every_call(api: &TemplateApi) -> Vec<(&'static str, ApiError, bool)> {
    let edit = TemplateEdit::new().components_of(&definition());
    let clone = LibraryClone::new("a", "en", Category::Utility, "b");
    vec![
        ("get", api.get("1").await.expect_err("no answer"), true),
        ("find", api.find("a", "en").await.expect_err("no answer"), true),
        ("list", api.list().all().await.expect_err("no answer"), true),
        ("create", api.create(&definition()).await.expect_err("no answer"), false),
        ("library", api.create_from_library(&clone).await.expect_err("no answer"), false),
        ("upsert", api.upsert(&definition(), &["en"]).await.expect_err("no answer"), false),
        ("edit", api.edit("1", &edit).await.expect_err("no answer"), false),
        ("delete", api.delete("a").await.expect_err("no answer"), true),
        ("ids", api.delete_ids(&["1"]).await.expect_err("no answer"), true),
        ("unpause", api.unpause("1").await.expect_err("no answer"), true),
        ("archive", api.archive(&["1"]).await.expect_err("no answer"), true),
        ("browse", api.library().all().await.expect_err("no answer"), true),
        ("previews", api.previews(&PreviewOptions::new()).await.expect_err("no answer"), true),
    ]
}

#[tokio::test]
async fn answers_that_settle_nothing_are_unknown_and_never_repeated() {
    for reply in [
        Reply::new("200 OK", "text/html", "<html>maintenance</html>"),
        Reply::json(""),
        Reply::json(r#"{"data":[{"id":"1""#),
        Reply::json("7"),
        Reply::new("503 Service Unavailable", "text/html", "<html>"),
        Reply::error("500 Internal Server Error", 999_999, 0),
        Reply::new("302 Found\r\nlocation: http://127.0.0.1:9/", "text/html", ""),
        Reply::Cut(0),
    ] {
        let server = Server::start(std::iter::repeat_n(reply, 13)).await;
        for (call, error, repeatable) in bounded(every_call(&templates(&server))).await {
            assert!(error.is_unknown(), "{call}: {error:?}");
            assert_eq!(error.is_safe_to_repeat(), repeatable, "{call}");
            check_secrets(&error);
        }
        let _: [_; 13] = server.exactly();
    }
}

#[tokio::test]
async fn answers_without_end_are_cut_off() {
    let endless = [b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &vec![b' '; 17 * 1024 * 1024]].concat();
    let server = Server::start([Reply::Bytes(endless)]).await;
    let error = bounded(templates(&server).get("1")).await.expect_err("too long");
    assert!(error.to_string().contains("16 MiB"), "{error}");
    assert!(error.raw_body().is_some_and(|body| body.len() <= 16 * 1024 * 1024));
}

#[tokio::test]
async fn what_cannot_be_asked_is_not_sent() {
    let server = Server::start([]).await;
    let api = templates(&server);
    let hundred_and_one: Vec<_> = (0..101).map(|id| id.to_string()).collect();
    for error in [
        bounded(api.get("../1")).await.expect_err("odd id"),
        bounded(api.get("")).await.expect_err("odd id"),
        bounded(api.unpause("1/2")).await.expect_err("odd id"),
        bounded(api.delete_ids(&["1,2"])).await.expect_err("odd id"),
        bounded(api.delete_ids::<&str>(&[])).await.expect_err("no id"),
        bounded(api.delete_ids(&hundred_and_one)).await.expect_err("too many"),
        bounded(api.archive::<&str>(&[])).await.expect_err("no id"),
        bounded(api.edit("1", &TemplateEdit::new())).await.expect_err("no change"),
        bounded(api.upsert::<&str>(&definition(), &[])).await.expect_err("no language"),
        bounded(TemplateApi::new("1?x", TOKEN).base_url(&server.base_url).delete("a"))
            .await
            .expect_err("odd"),
        bounded(TemplateApi::new("1?x", TOKEN).base_url(&server.base_url).list().all())
            .await
            .expect_err("odd"),
    ] {
        assert!(error.is_not_sent() && error.is_safe_to_repeat(), "{error:?}");
        check_secrets(&error);
    }
    let [] = server.exactly();
}

#[test]
fn without_a_runtime_nothing_is_sent() {
    use std::task::{Context, Poll, Waker};

    let api = TemplateApi::new("1", TOKEN).base_url("http://127.0.0.1:9");
    let mut asking = std::pin::pin!(api.get("1"));
    let Poll::Ready(Err(error)) = asking.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("the error is known at once");
    };
    assert!(error.is_not_sent() && error.to_string().contains("Tokio"), "{error}");
}

#[test]
fn clients_cross_threads_and_print_no_secret() {
    fn check<T: Send + Sync + 'static>(_: &T) {}
    fn sends<T: Send>(_: &T) {}
    fn error<T: std::error::Error + Send + Sync + 'static>() {}
    let api =
        TemplateApi::new("1", TOKEN).base_url("https://user:EAAother@example.com/?EAAother").app_id("2");
    check(&api);
    sends(&api.get("1"));
    sends(&api.create(&definition()));
    sends(&api.list().all());
    let printed = format!("{api:?} {:?}", api.list());
    assert!(!printed.contains("EAA"), "{printed}");
    assert_eq!(size_of::<ApiError>(), size_of::<usize>());
    error::<ApiError>();
    error::<wa_template::client::WaitError>();
}
