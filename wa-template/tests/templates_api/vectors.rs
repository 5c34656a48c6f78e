//! Recorded answers, where the environment variable `WA_TEMPLATE_VECTORS` names their folder.

use std::path::PathBuf;

use wa_template::client::{
    MediaApi, MediaId, PreviewOptions, TemplateStatus, Upload, UploadApi, UploadSession,
};
use wa_template::definition::Definition;

use crate::server::{Reply, Server, TOKEN, bounded};
use crate::templates;

fn answers(names: &[&str]) -> Option<Vec<Reply>> {
    let folder = PathBuf::from(std::env::var_os("WA_TEMPLATE_VECTORS")?).join("responses");
    let read = |name: &&str| std::fs::read_to_string(folder.join(name)).unwrap_or_else(|_| panic!("{name}"));
    Some(names.iter().map(|name| Reply::json(&read(name))).collect())
}

fn definition() -> Definition {
    Definition::from_json(r#"{"name":"a","language":"en","category":"UTILITY"}"#).expect("a definition")
}

#[tokio::test]
async fn recorded_answers_about_templates_are_read() {
    let Some(script) = answers(&[
        "list_templates.json",
        "list_templates_selected_fields.json",
        "get_status.json",
        "create_pending.json",
        "create_other_category.json",
        "upsert_success.json",
        "library_entry.json",
        "template_preview.json",
    ]) else {
        return;
    };
    let server = Server::start(script).await;
    let api = templates(&server);
    // The first answer names a next page, which the second one is.
    let all = bounded(api.list().all()).await.expect("a list");
    let (whole, part): (Vec<_>, Vec<_>) = all.iter().partition(|template| template.definition().is_some());
    assert!(!whole.is_empty() && !part.is_empty());
    for template in &all {
        assert!(template.id().is_some() && template.name().is_some(), "{template:?}");
        assert!(!matches!(template.status(), TemplateStatus::Other(_)), "{template:?}");
    }
    for template in whole {
        let json = template.definition().expect("its content").to_json();
        assert_eq!(&serde_json::from_str::<serde_json::Value>(&json).expect("JSON"), template.raw());
    }
    assert_eq!(bounded(api.get("1")).await.expect("a template").status(), TemplateStatus::Approved);
    assert_eq!(bounded(api.create(&definition())).await.expect("created").status(), TemplateStatus::Pending);
    let created = bounded(api.create(&definition())).await.expect("created");
    assert!(created.category().is_some_and(|category| category != *definition().category()));
    let languages: Vec<_> = bounded(api.upsert(&definition(), &["en"])).await.expect("created");
    assert!(!languages.is_empty() && languages.iter().all(|one| one.language().is_some()));
    let entries = bounded(api.library().all()).await.expect("entries");
    assert_eq!(entries[0].body_params().len(), entries[0].body_param_types().len());
    let previews = bounded(api.previews(&PreviewOptions::new())).await.expect("previews");
    assert!(previews.iter().all(|one| one.body.is_some() && one.footer.is_some() && !one.buttons.is_empty()));
}

#[tokio::test]
async fn recorded_answers_about_files_are_read() {
    let Some(script) = answers(&[
        "cloud_media_upload_success.json",
        "cloud_media_url_success.json",
        "cloud_media_delete_success.json",
        "cloud_resumable_session_created.json",
        "cloud_resumable_upload_handle.json",
        "cloud_resumable_upload_status.json",
    ]) else {
        return;
    };
    let server = Server::start(script).await;
    let media = MediaApi::new("1", TOKEN).base_url(&server.base_url);
    let picture = || Upload::bytes(vec![1; 9], "image/png");
    let id: MediaId = bounded(media.upload(picture())).await.expect("uploaded");
    let info = bounded(media.info(&id)).await.expect("known");
    assert!(info.file_size().is_some() && info.sha256().is_some() && info.mime_type().is_some());
    bounded(media.delete(&id)).await.expect("deleted");
    let uploads = UploadApi::new("1", TOKEN).base_url(&server.base_url);
    let handle = bounded(uploads.upload(picture())).await.expect("uploaded");
    assert!(handle.as_str().contains(':'));
    let session = UploadSession::from_id("upload:1");
    assert!(bounded(uploads.offset(&session)).await.expect("told") > 0);
}
