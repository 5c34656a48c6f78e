//! The real clients for templates and media against the emulator, the whole way over HTTP.

use std::path::PathBuf;
use std::time::Duration;

use wa_template::client::{
    InMemoryMediaCache, MediaApi, MediaLibrary, TemplateApi, TemplateEdit, TemplateStatus, Upload, UploadApi,
    WaitError, WaitOptions,
};
use wa_template::definition::Category;
use wa_template::{CloudApi, Image, WaMessage, WaTemplate};
use wa_template_emulator::{Definition, Emulator};

#[derive(WaTemplate)]
#[wa(
    name = "summer_trips",
    language = "en",
    category = "marketing",
    header(image, example = "samples/trip.png"),
    body = "Our trips of the summer are here, {{guest}}, and there is a seat for you.",
    buttons(quick_reply("Stop")),
    translation(
        "es",
        body = "Ya están aquí los viajes del verano, {{guest}}, y hay un asiento para ti.",
        buttons("Basta")
    )
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
        let path = std::env::temp_dir().join(format!("wa-template-emulator-{test}-{}", std::process::id()));
        std::fs::create_dir_all(path.join("samples")).unwrap();
        std::fs::write(path.join("samples/trip.png"), PICTURE).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

fn templates(emulator: &Emulator) -> TemplateApi {
    TemplateApi::new("102290129340398", "token").base_url(emulator.base_url())
}

fn media(emulator: &Emulator) -> MediaApi {
    MediaApi::new("106540352242922", "token").base_url(emulator.base_url())
}

fn soon() -> WaitOptions {
    let millisecond = Duration::from_millis(1);
    WaitOptions::new().first_pause(millisecond).longest_pause(millisecond)
}

#[tokio::test]
async fn a_struct_is_created_waited_for_approved_and_sent() {
    let folder = Folder::new("whole");
    let emulator = Emulator::start().unwrap();
    let api = templates(&emulator).app_id("634974688087057").samples(&folder.0);

    let outcomes = api.create_all::<SummerTrips<'_>>().await;
    let ids: Vec<_> = outcomes.iter().map(|(_, outcome)| outcome.as_ref().unwrap().id().to_owned()).collect();
    assert_eq!(ids.len(), 2);
    for language in ["en", "es"] {
        let stored = emulator.definition("summer_trips", language).unwrap().to_json();
        let stored: serde_json::Value = serde_json::from_str(&stored).unwrap();
        let handle = stored["components"][0]["example"]["header_handle"][0].as_str().unwrap();
        assert_eq!(emulator.sample(handle).unwrap(), PICTURE);
    }

    // Review decides while somebody waits.
    let options = soon();
    let waiting = api.wait_until_approved(&ids[0], &options);
    let deciding = async {
        tokio::task::yield_now().await;
        assert!(emulator.set_status("summer_trips", "en", "APPROVED"));
    };
    let (approved, ()) = join(waiting, deciding).await;
    let approved = approved.unwrap();
    assert_eq!((approved.name(), approved.status()), (Some("summer_trips"), TemplateStatus::Approved));
    let [ours, _] = <[Definition; 2]>::try_from(SummerTrips::definitions()).unwrap();
    assert!(approved.definition().unwrap().differences(&ours).is_empty());

    assert!(emulator.reject("summer_trips", "es", "INVALID_FORMAT"));
    let rejected = api.wait_until_approved(&ids[1], &options).await;
    let Err(WaitError::NotApproved(template)) = rejected else { panic!("{rejected:?}") };
    assert_eq!(template.rejected_reason(), Some("INVALID_FORMAT"));

    let picture = media(&emulator).upload(Upload::bytes(PICTURE, "image/png")).await.unwrap();
    assert_eq!(emulator.media(picture.as_str()).unwrap(), PICTURE);
    let trips = SummerTrips { picture: picture.into(), guest: "Jessica" };
    let cloud = CloudApi::new("106540352242922", "token").base_url(emulator.base_url());
    cloud.send(&trips.to("+16505551234").build().unwrap()).await.unwrap();
    assert_eq!(
        emulator.accepted()[0].rendered().body,
        "Our trips of the summer are here, Jessica, and there is a seat for you."
    );
    // The other language is not approved.
    let error = cloud.send(&trips.to("+16505551234").language("es").build().unwrap()).await.unwrap_err();
    assert_eq!(error.code(), Some(132_001));
}

/// Both of them, side by side in this task.
async fn join<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (std::pin::pin!(one), std::pin::pin!(other));
    let (mut first, mut second) = (None, None);
    std::future::poll_fn(|cx| {
        use std::task::Poll;

        if first.is_none()
            && let Poll::Ready(value) = one.as_mut().poll(cx)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = other.as_mut().poll(cx)
        {
            second = Some(value);
        }
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (one, other) => {
                (first, second) = (one, other);
                Poll::Pending
            }
        }
    })
    .await
}

fn text(name: &str, body: &str) -> Definition {
    let json = serde_json::json!({ "name": name, "language": "en", "category": "UTILITY",
        "components": [{ "type": "BODY", "text": body }] });
    Definition::from_json(&json.to_string()).unwrap()
}

#[tokio::test]
async fn templates_are_listed_over_many_pages_and_found() {
    let emulator = Emulator::start().unwrap();
    emulator.add_all((0..57).map(|number| text(&format!("update_{number:02}"), "Your order has left us.")));
    let api = templates(&emulator);
    let all = api.list().page_size(10).all().await.unwrap();
    let names: Vec<_> = all.iter().filter_map(|template| template.name()).collect();
    assert_eq!(names.len(), 57);
    assert!(names.is_sorted());
    let one = api.find("update_31", "en").await.unwrap().unwrap();
    assert_eq!(api.get(one.id().unwrap()).await.unwrap(), one);
    assert!(api.find("update_3", "en").await.unwrap().is_none());
    assert_eq!(api.list().status(TemplateStatus::Paused).all().await.unwrap().len(), 0);
    assert_eq!(api.list().category(Category::Utility).fields(["name"]).all().await.unwrap().len(), 57);
    let error = api.list().after("nonsense").all().await.unwrap_err();
    assert_eq!(error.code(), Some(131_059));
}

#[tokio::test]
async fn refusals_of_creations_have_their_subcodes() {
    let emulator = Emulator::start().unwrap();
    let api = templates(&emulator);
    let good = text("order_update", "Your order has left us.");
    api.create(&good).await.unwrap();
    for (definition, subcode) in [
        (good, 2_388_024),
        (text("edge", "Your order number is {{1}}"), 2_388_299),
        (text("long", &"x".repeat(1025)), 2_388_040),
    ] {
        let error = api.create(&definition).await.unwrap_err();
        assert_eq!((error.is_rejected(), error.subcode()), (true, Some(subcode)), "{error}");
        assert!(error.explanation().is_some());
        assert!(error.graph_error().unwrap().user_message().is_some());
    }
}

#[tokio::test]
async fn a_template_is_edited_paused_archived_and_deleted() {
    let emulator = Emulator::builder().approve_at_once().start().unwrap();
    let api = templates(&emulator);
    let created = api.create(&text("order_update", "Your order has left us.")).await.unwrap();
    assert_eq!(created.status(), TemplateStatus::Approved);
    let id = created.id();

    let edit = TemplateEdit::new().components_of(&text("x", "Your order is on its way."));
    api.edit(id, &edit).await.unwrap();
    let stored = api.get(id).await.unwrap().definition().unwrap();
    assert_eq!(stored.body().unwrap().text().unwrap().wire(), "Your order is on its way.");

    assert!(emulator.set_status("order_update", "en", "PAUSED"));
    api.unpause(id).await.unwrap();
    assert_eq!(api.unpause(id).await.unwrap_err().subcode(), Some(2_388_039));

    let outcome = api.archive(&[id, "77"]).await.unwrap();
    assert_eq!((outcome.done(), outcome.failed()), (vec![id], vec!["77"]));
    assert_eq!(api.get(id).await.unwrap().status(), TemplateStatus::Archived);
    assert_eq!(api.unarchive(&[id]).await.unwrap().done(), [id]);

    api.delete_language("order_update", id).await.unwrap();
    assert_eq!(api.get(id).await.unwrap_err().subcode(), Some(33));
    assert_eq!(api.delete("order_update").await.unwrap_err().subcode(), Some(2_593_002));
    let error = api.create(&text("order_update", "Your order has left us.")).await.unwrap_err();
    assert_eq!(error.subcode(), Some(2_388_023));
}

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "authentication",
    authentication(security_recommendation, code_expiration_minutes = 10),
    buttons(otp(copy_code))
)]
struct LoginCode<'a> {
    #[wa(code)]
    code: &'a str,
}

#[tokio::test]
async fn codes_are_created_in_many_languages_at_once() {
    let emulator = Emulator::builder().approve_at_once().start().unwrap();
    let api = templates(&emulator);
    let definition = LoginCode::definitions().remove(0);
    let created = api.upsert(&definition, &["en_US", "es_ES"]).await.unwrap();
    assert_eq!(created.iter().filter_map(|one| one.language()).collect::<Vec<_>>(), ["en_US", "es_ES"]);
    let again = api.upsert(&definition, &["en_US"]).await.unwrap();
    assert_eq!(again[0].id(), created[0].id());
    api.delete_ids(&[created[0].id(), created[1].id()]).await.unwrap();
    assert!(api.list().all().await.unwrap().is_empty());
    assert_eq!(LoginCode { code: "049213" }.code.len(), 6);
}

#[tokio::test]
async fn media_is_uploaded_once_downloaded_and_deleted() {
    let emulator = Emulator::start().unwrap();
    let api = media(&emulator);
    let library = MediaLibrary::new(api.clone(), InMemoryMediaCache::default());
    let film: Vec<u8> = (0..1_000_000_u32).flat_map(u32::to_le_bytes).collect();
    let id = library.id(Upload::bytes(film.clone(), "video/mp4")).await.unwrap();
    assert_eq!(library.id(Upload::bytes(film.clone(), "video/mp4")).await.unwrap(), id);
    let reader = Upload::reader(std::io::Cursor::new(film.clone()), 4_000_000, "video/mp4");
    assert_ne!(library.id(reader).await.unwrap(), id);

    let info = api.info(&id).await.unwrap();
    assert_eq!((info.mime_type(), info.file_size()), (Some("video/mp4"), Some(4_000_000)));
    assert!(api.download_bytes(&id, 4_000_000).await.unwrap() == film);
    assert!(api.download_bytes(&id, 3_999_999).await.is_err());
    api.delete(&id).await.unwrap();
    assert_eq!(api.download_bytes(&id, 10).await.unwrap_err().subcode(), Some(33));
    // Another number does not see it.
    let other = MediaApi::new("2", "token").base_url(emulator.base_url());
    let id = api.upload(Upload::bytes(PICTURE, "image/png")).await.unwrap();
    assert_eq!(other.info(&id).await.unwrap_err().subcode(), Some(33));
}

#[tokio::test]
async fn samples_are_uploaded_and_resumed() {
    let emulator = Emulator::start().unwrap();
    let uploads = UploadApi::new("634974688087057", "token").base_url(emulator.base_url());
    let content: Vec<u8> = (0..50_000_u32).flat_map(u32::to_le_bytes).collect();
    let upload = || Upload::bytes(content.clone(), "application/pdf");
    let handle = uploads.upload(upload()).await.unwrap();
    assert!(emulator.sample(handle.as_str()).unwrap() == content);

    let session = uploads.start(&upload()).await.unwrap();
    assert_eq!(uploads.offset(&session).await.unwrap(), 0);
    let first = uploads.resume(&session, upload()).await.unwrap();
    assert_eq!(uploads.offset(&session).await.unwrap(), 200_000);
    // As after a lost answer.
    assert_eq!(uploads.resume(&session, upload()).await.unwrap(), first);
}

#[tokio::test]
async fn a_wrong_token_is_told() {
    let emulator = Emulator::builder().access_token("right").start().unwrap();
    let error = templates(&emulator).list().all().await.unwrap_err();
    assert_eq!((error.code(), error.status()), (Some(190), Some(401)));
    let outcome = templates(&emulator).wait_until_approved("1", &soon()).await;
    assert!(matches!(outcome, Err(WaitError::Api(_))), "{outcome:?}");
}
