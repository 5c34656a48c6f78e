//! The files that definitions name as samples of their media headers.

use std::collections::HashMap;
use std::path::PathBuf;

use serde_json::Value;

use super::TemplateApi;
use crate::client::api::{Action, ApiError};
use crate::client::upload::{SampleHandle, Upload, UploadApi};
use crate::definition::{Definition, MediaKind, media};

/// The samples that were uploaded so far: the languages of a template mostly share them.
pub(super) type Handles = HashMap<PathBuf, SampleHandle>;

/// One media header that names a file.
struct Sample {
    /// Where in the definition its handle stands.
    pointer: String,
    kind: MediaKind,
    path: PathBuf,
}

impl TemplateApi {
    /// The body that creates this definition, with the handles of its samples, which are uploaded now.
    pub(super) async fn body(
        &self,
        action: Action,
        definition: &Definition,
        handles: &mut Handles,
    ) -> Result<String, ApiError> {
        let body = definition.to_creation_json();
        let mut json: Value = body.parse().unwrap_or_default();
        let samples = samples(action, &json)?;
        if samples.is_empty() {
            return Ok(body);
        }
        for sample in samples {
            let handle = self.handle(action, &sample, handles).await?;
            if let Some(place) = json.pointer_mut(&sample.pointer) {
                *place = Value::String(handle.into());
            }
        }
        Ok(json.to_string())
    }

    async fn handle(
        &self,
        action: Action,
        sample: &Sample,
        handles: &mut Handles,
    ) -> Result<SampleHandle, ApiError> {
        let path = self.samples.join(&sample.path);
        let shown = sample.path.display().to_string();
        let Some(app_id) = &self.app_id else {
            let reason = format!("the sample `{shown}` has to be uploaded: set `app_id`");
            return Err(ApiError::not_sent(action, reason));
        };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let mime_type = media::of_extension(ending).map(|found| found.mime).unwrap_or_default();
        if !sample.kind.shows(mime_type) {
            let header = sample.kind.parameter();
            let reason = format!("the sample `{shown}` is not for a header of type `{header}`");
            return Err(ApiError::not_sent(action, reason));
        }
        if let Some(known) = handles.get(&path) {
            return Ok(known.clone());
        }
        let upload = Upload::file(&path).await.map_err(|error| {
            ApiError::not_sent(action, format!("the sample `{shown}` could not be read")).with_source(error)
        })?;
        let uploads = UploadApi::of(self.api.clone(), &**app_id);
        // Nothing was created yet, whatever became of the file.
        let handle = uploads.upload(upload).await.map_err(|error| {
            ApiError::not_sent(action, format!("the sample `{shown}` could not be uploaded"))
                .with_source(error)
        })?;
        handles.insert(path, handle.clone());
        Ok(handle)
    }
}

/// The media headers of a template and of its cards that name a file instead of a handle.
fn samples(action: Action, json: &Value) -> Result<Vec<Sample>, ApiError> {
    let mut samples = Vec::new();
    let mut headers = Vec::new();
    media_headers(json, "", &mut headers);
    for (pointer, kind, example) in headers {
        if example.is_empty() || is_handle(example) {
            continue;
        }
        if example.starts_with("https://") || example.starts_with("http://") {
            let reason = "the sample of a media header is an address, as which it is read back: name a file or a handle";
            return Err(ApiError::not_sent(action, reason));
        }
        samples.push(Sample { pointer, kind, path: PathBuf::from(example) });
    }
    Ok(samples)
}

fn media_headers<'j>(holder: &'j Value, at: &str, found: &mut Vec<(String, MediaKind, &'j str)>) {
    let components = holder.get("components").and_then(Value::as_array);
    for (index, component) in components.into_iter().flatten().enumerate() {
        let at = format!("{at}/components/{index}");
        let format = component.get("format").and_then(Value::as_str).unwrap_or_default();
        let kind = MediaKind::ALL.into_iter().find(|kind| kind.as_str() == format);
        let example = component.pointer("/example/header_handle/0").and_then(Value::as_str);
        if let (Some(kind), Some(example)) = (kind, example) {
            found.push((format!("{at}/example/header_handle/0"), kind, example));
        }
        let cards = component.get("cards").and_then(Value::as_array);
        for (card, content) in cards.into_iter().flatten().enumerate() {
            media_headers(content, &format!("{at}/cards/{card}"), found);
        }
    }
}

/// Whether this is a handle of the platform's: `4::aW…`, `3:…`, `2:…` were seen (`templates/components`, May 2026;
/// docs/graph-api/guides/upload, September 2026).
fn is_handle(text: &str) -> bool {
    text.split_once(':')
        .is_some_and(|(kind, _)| !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTION: Action = Action::once("the test");

    fn card(sample: &str) -> Value {
        serde_json::json!({ "components": [
            { "type": "HEADER", "format": "IMAGE", "example": { "header_handle": [sample] } },
        ] })
    }

    #[test]
    fn files_are_found_in_headers_and_on_cards() {
        let json = serde_json::json!({ "components": [
            { "type": "BODY", "text": "Look:" },
            { "type": "HEADER", "format": "DOCUMENT", "example": { "header_handle": ["a.pdf"] } },
            { "type": "CAROUSEL", "cards": [card("4::aW"), card("b/c.png")] },
        ] });
        let samples = samples(ACTION, &json).expect("files and handles");
        let found: Vec<_> = samples.iter().map(|sample| (sample.pointer.as_str(), sample.kind)).collect();
        assert_eq!(
            found,
            [
                ("/components/1/example/header_handle/0", MediaKind::Document),
                ("/components/2/cards/1/components/0/example/header_handle/0", MediaKind::Image),
            ]
        );
        assert_eq!(samples[1].path, PathBuf::from("b/c.png"));
    }

    #[test]
    fn handles_are_told_from_files() {
        for handle in ["4::aW...", "3:abc", "2:ZHVt:image/png:DUMMY", "4::a\n4::b"] {
            assert!(is_handle(handle), "{handle}");
        }
        for file in ["samples/trip.png", "C:\\trip.png", ":a", "trip.png", "4a:b"] {
            assert!(!is_handle(file), "{file}");
        }
    }

    #[test]
    fn addresses_are_refused() {
        let json = card("https://scontent.example.net/image.png");
        assert!(samples(ACTION, &json).is_err_and(|error| error.is_not_sent()));
    }
}
