//! Lists over several pages.

use std::pin::Pin;

use wa_template::client::{Paged, StoredTemplate, TemplateStatus};
use wa_template::definition::Category;

use crate::server::{Reply, Server, TOKEN, bounded, check_secrets};
use crate::{bearer, templates};

/// A page with these names, and the cursor of the next one.
fn page(names: &[&str], after: Option<&str>) -> Reply {
    let items: Vec<_> = names
        .iter()
        .map(|name| format!(r#"{{"id":"1","name":"{name}","language":"en","status":"APPROVED"}}"#))
        .collect();
    let paging = match after {
        // What the platform writes there holds the token; whoever follows it is seen.
        Some(after) => format!(
            r#","paging":{{"cursors":{{"before":"b","after":"{after}"}},"next":"{{base}}/stolen?access_token={TOKEN}&after={after}"}}"#
        ),
        None => r#","paging":{"cursors":{"before":"b","after":"last"}}"#.to_owned(),
    };
    Reply::json(&format!(r#"{{"data":[{}]{paging}}}"#, items.join(",")))
}

fn names(templates: &[StoredTemplate]) -> Vec<&str> {
    templates.iter().filter_map(StoredTemplate::name).collect()
}

#[tokio::test]
async fn all_pages_are_read_by_their_cursors() {
    let server =
        Server::start([page(&["a", "b"], Some("QVFIU/+=")), page(&[], Some("c2")), page(&["c"], None)]).await;
    let query = templates(&server).list().fields(["name", "status"]).page_size(2);
    let all = bounded(query.all()).await.expect("all pages");
    assert_eq!(names(&all), ["a", "b", "c"]);
    let [first, second, third] = server.exactly();
    let line = "GET /v25.0/102290129340398/message_templates?fields=name%2Cstatus&limit=2";
    first.check(line, &bearer());
    second.check(&format!("{line}&after=QVFIU%2F%2B%3D"), &bearer());
    third.check(&format!("{line}&after=c2"), &bearer());
}

#[tokio::test]
async fn filters_go_into_the_query() {
    let server = Server::start([page(&[], None), page(&[], None)]).await;
    let query =
        templates(&server).list().fields::<&str>([]).name("first").name("order & update").language("en_US");
    let query = query.status(TemplateStatus::Approved).category(Category::Utility).content("x=y");
    bounded(query.name_or_content("z").quality("RED").after("c9").all()).await.expect("a page");
    let [request] = server.exactly();
    let line = "GET /v25.0/102290129340398/message_templates?limit=100&name=order+%26+update&language=en_US\
        &status=APPROVED&category=UTILITY&content=x%3Dy&name_or_content=z&quality_score=RED&after=c9";
    request.check(line, &bearer());
}

#[tokio::test]
async fn pages_are_asked_for_as_they_are_needed() {
    let server = Server::start([page(&["a", "b"], Some("c1")), page(&["c"], None)]).await;
    let mut items = templates(&server).list().items();
    assert!(server.requests().is_empty());
    for name in ["a", "b"] {
        let item = bounded(items.next()).await.expect("an item").expect("a template");
        assert_eq!(item.name(), Some(name));
    }
    assert_eq!(server.requests().len(), 1);
    assert_eq!(items.cursor(), Some("c1"));
    // As a stream.
    let mut stream = Pin::new(&mut items);
    let next = std::future::poll_fn(|cx| futures_core::Stream::poll_next(stream.as_mut(), cx));
    assert_eq!(bounded(next).await.expect("an item").expect("a template").name(), Some("c"));
    assert!(bounded(items.next()).await.is_none());
    assert!(bounded(items.next()).await.is_none());
    let _: [_; 2] = server.exactly();
}

#[tokio::test]
async fn lists_that_come_round_again_end_with_an_error() {
    for script in [
        vec![page(&["a"], Some("c1")), page(&["b"], Some("c1"))],
        vec![page(&["a"], Some("c1")), page(&["b"], Some("c2")), page(&["c"], Some("c1"))],
    ] {
        let length = script.len();
        let server = Server::start(script).await;
        let error = bounded(templates(&server).list().all()).await.expect_err("no end");
        assert!(error.to_string().contains("no end"), "{error}");
        check_secrets(&error);
        assert_eq!(server.requests().len(), length);
    }
    let server =
        Server::start((0..1000).map(|page_number| page(&[], Some(&format!("c{page_number}"))))).await;
    let error = bounded(templates(&server).list().all()).await.expect_err("no end");
    assert!(error.to_string().contains("no end"), "{error}");
    assert_eq!(server.requests().len(), 101);
}

#[tokio::test]
async fn after_an_error_nothing_more_comes() {
    let server =
        Server::start([page(&["a"], Some("c1")), Reply::error("500 Internal Server Error", 2, 0)]).await;
    let mut items: Paged<StoredTemplate> = templates(&server).list().items();
    assert!(bounded(items.next()).await.is_some_and(|item| item.is_ok()));
    assert!(bounded(items.next()).await.is_some_and(|item| item.is_err_and(|error| error.code() == Some(2))));
    assert!(bounded(items.next()).await.is_none());
    // Where a new list goes on.
    assert_eq!(items.cursor(), Some("c1"));
    let _: [_; 2] = server.exactly();
}

#[tokio::test]
async fn odd_pages_are_read_as_far_as_they_go() {
    let only_next = r#"{"data":[{"name":"a"},7,null],"paging":{"next":"https://graph.example.com/x?limit=2&after=c%2F1"}}"#;
    let no_cursor = r#"{"data":[{"name":"b"}],"paging":{"next":"https://graph.example.com/x"}}"#;
    let server =
        Server::start([Reply::json(only_next), Reply::json(no_cursor), Reply::json(r#"{"data":{}}"#)]).await;
    let all = bounded(templates(&server).list().all()).await.expect("two pages");
    assert_eq!(names(&all), ["a", "b"]);
    assert!(server.requests()[1].line.contains("after=c%2F1"));
    assert!(bounded(templates(&server).list().all()).await.is_err_and(|error| error.is_unknown()));
}

#[tokio::test]
async fn one_template_is_found_by_its_whole_name() {
    let answer = || page(&["order_update_v2", "order_update"], None);
    let server = Server::start([answer(), answer(), page(&["a"], Some("c1")), answer()]).await;
    let api = templates(&server);
    let found = bounded(api.find("order_update", "en")).await.expect("a list").expect("a template");
    assert_eq!(found.name(), Some("order_update"));
    assert!(bounded(api.find("order_update", "en_US")).await.expect("a list").is_none());
    assert!(bounded(api.find("order_update", "en")).await.expect("a list").is_some());
    assert!(server.requests()[0].line.contains("&name=order_update&language=en "));
}
