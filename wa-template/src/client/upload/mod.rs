//! Uploads that can be interrupted: the samples that templates are created with.

mod body;
mod file;
mod session;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Body, Method, Url};
use serde_json::Value;

pub(crate) use self::body::{FileBody, FileError};
pub use self::file::{Upload, UploadProgress};
pub use self::session::UploadSession;
use super::api::{Action, Api, ApiError, Call, id};
use super::json;
use crate::definition::media::SAMPLE_TYPES;

const START: Action = Action::once("the start of an upload");
const ASK: Action = Action::repeatable("the question how far an upload is");
const TRANSFER: Action = Action::once("the upload of a sample");

const FILE_OFFSET: HeaderName = HeaderName::from_static("file_offset");

const ODD_APP_ID: &str = "the app id must consist of letters, digits, `-`, `_` and `.`";

/// How long one transfer may take unless something else is set.
pub(crate) const TRANSFER_TIMEOUT: Duration = Duration::from_mins(10);

/// Uploads the sample files that templates with media headers are created with
/// (docs/graph-api/guides/upload, September 2026).
///
/// The platform keeps such samples apart from the media that messages show: an upload here gives a [`SampleHandle`],
/// which only the creation of a template takes; `MediaApi` gives the ids for messages. Needed is the id of the app,
/// and a token of it with the permission `whatsapp_business_management`.
///
/// ```no_run
/// use wa_template::client::{Upload, UploadApi};
///
/// # async fn example(token: String) -> Result<(), Box<dyn std::error::Error>> {
/// let uploads = UploadApi::new("634974688087057", token);
/// let handle = uploads.upload(Upload::file("samples/trip.png").await?).await?;
/// println!("{}", handle.as_str());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct UploadApi {
    api: Api,
    app_id: Arc<str>,
    transfer_timeout: Duration,
    attempts: u32,
}

/// The handle of a sample file, for `example.header_handle` of a media header.
///
/// It is opaque, and it may contain line breaks when the file was uploaded in several parts: it is passed on
/// unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SampleHandle(Box<str>);

impl SampleHandle {
    /// The handle as the platform gave it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<SampleHandle> for String {
    fn from(handle: SampleHandle) -> Self {
        handle.0.into()
    }
}

impl UploadApi {
    /// Uploads for the app with this id, in the name of this token.
    #[must_use]
    pub fn new(app_id: impl Into<String>, access_token: impl Into<String>) -> Self {
        Self::of(Api::new(access_token), app_id)
    }

    pub(crate) fn of(api: Api, app_id: impl Into<String>) -> Self {
        Self { api, app_id: app_id.into().into(), transfer_timeout: TRANSFER_TIMEOUT, attempts: 3 }
    }

    /// Talks to another server than `https://graph.facebook.com`, an emulator for example.
    #[must_use]
    pub fn base_url(self, base_url: impl Into<String>) -> Self {
        Self { api: self.api.base_url(base_url), ..self }
    }

    /// Uses another version of the Graph API than `v25.0`.
    #[must_use]
    pub fn version(self, version: impl Into<String>) -> Self {
        Self { api: self.api.version(version), ..self }
    }

    /// Limits the time of each exchange except transfers; 30 seconds at first.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { api: self.api.timeout(timeout), ..self }
    }

    /// Limits the time of connecting; 10 seconds at first.
    #[must_use]
    pub fn connect_timeout(self, connect_timeout: Duration) -> Self {
        Self { api: self.api.connect_timeout(connect_timeout), ..self }
    }

    /// Limits the time of one transfer; 10 minutes at first.
    #[must_use]
    pub fn transfer_timeout(self, transfer_timeout: Duration) -> Self {
        Self { transfer_timeout, ..self }
    }

    /// How often the transfer of one file is tried at most; 3 at first, at least 1.
    ///
    /// Each further attempt goes on at the place that the server names, so that nothing is stored twice.
    #[must_use]
    pub fn attempts(self, attempts: u32) -> Self {
        Self { attempts: attempts.max(1), ..self }
    }

    /// Uploads a file. An interrupted transfer goes on where the server says that it stopped, unless the file is a
    /// stream, which cannot be read again.
    ///
    /// # Errors
    ///
    /// *Not sent* if the file is empty, too large or of a type that samples cannot have; otherwise what the last
    /// attempt said. To go on later, use [`start`](Self::start) and [`resume`](Self::resume) instead.
    pub async fn upload(&self, mut upload: Upload) -> Result<SampleHandle, ApiError> {
        let session = self.start(&upload).await?;
        self.go_on(&session, &mut upload, Some(0)).await
    }

    /// Announces a file: the session in which [`resume`](Self::resume) transfers it, now or after a crash.
    ///
    /// # Errors
    ///
    /// As [`upload`](Self::upload).
    ///
    /// ```no_run
    /// use wa_template::client::{Upload, UploadApi, UploadSession};
    ///
    /// # async fn example(uploads: UploadApi, kept: Option<String>) -> Result<(), Box<dyn std::error::Error>> {
    /// let film = Upload::file("samples/film.mp4").await?;
    /// let session = match kept {
    ///     Some(id) => UploadSession::from_id(id),
    ///     None => uploads.start(&film).await?,
    /// };
    /// std::fs::write("film.session", session.id())?;
    /// let handle = uploads.resume(&session, film).await?;
    /// # let _ = handle;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn start(&self, upload: &Upload) -> Result<UploadSession, ApiError> {
        let kind = upload.check(START)?;
        if !SAMPLE_TYPES.contains(&kind.mime) {
            let reason = format!("a sample cannot be of type `{}`", kind.mime);
            return Err(ApiError::not_sent(START, reason));
        }
        let url = self.api.address(START, &[id(START, &self.app_id, ODD_APP_ID)?, "uploads"])?;
        let (name, length) = (upload.name(kind), upload.len().to_string());
        let call = Call::new(START, Method::POST, url).query([
            ("file_name", Some(name.as_str())),
            ("file_length", Some(length.as_str())),
            ("file_type", Some(kind.mime)),
        ]);
        let answer = self.api.json(call).await?;
        match json::text(&answer, "id") {
            Some(id) => Ok(UploadSession::from_id(id)),
            None => Err(ApiError::unclear(START, "the answer names no session")),
        }
    }

    /// How many bytes of an announced file the platform has.
    ///
    /// # Errors
    ///
    /// [`ApiError`], if the session has ended for example.
    pub async fn offset(&self, session: &UploadSession) -> Result<u64, ApiError> {
        let call = Call::new(ASK, Method::GET, self.session(ASK, session)?).oauth();
        let answer = self.api.json(call).await?;
        let offset = answer.get("file_offset").and_then(|offset| match offset {
            Value::String(digits) => digits.trim().parse().ok(),
            number => number.as_u64(),
        });
        offset.ok_or_else(|| ApiError::unclear(ASK, "the answer names no offset"))
    }

    /// Transfers an announced file, from where the platform says that it stopped.
    ///
    /// The file must be the one that was announced.
    ///
    /// # Errors
    ///
    /// As [`upload`](Self::upload).
    pub async fn resume(
        &self,
        session: &UploadSession,
        mut upload: Upload,
    ) -> Result<SampleHandle, ApiError> {
        upload.check(TRANSFER)?;
        self.go_on(session, &mut upload, None).await
    }

    /// `known` is the offset if the platform need not be asked for it.
    async fn go_on(
        &self,
        session: &UploadSession,
        upload: &mut Upload,
        mut known: Option<u64>,
    ) -> Result<SampleHandle, ApiError> {
        let mut failure = None;
        for attempt in 0..self.attempts {
            pause(attempt).await;
            let offset = match known.take() {
                Some(offset) => Ok(offset),
                None => self.offset(session).await,
            };
            let error = match offset {
                Ok(offset) => match self.transfer(session, upload, offset).await {
                    Ok(handle) => return Ok(handle),
                    Err(error) => error,
                },
                Err(error) => error,
            };
            if !error.is_of_the_network() || !upload.can_be_read_again() {
                return Err(error);
            }
            failure = Some(error);
        }
        Err(failure.unwrap_or_else(|| ApiError::not_sent(TRANSFER, "no attempt was made")))
    }

    async fn transfer(
        &self,
        session: &UploadSession,
        upload: &mut Upload,
        offset: u64,
    ) -> Result<SampleHandle, ApiError> {
        let total = upload.len();
        if offset > total {
            return Err(ApiError::not_sent(
                TRANSFER,
                "the platform has more bytes than the file: it is another one",
            ));
        }
        let url = self.session(TRANSFER, session)?;
        let content = upload.open(offset).await.map_err(|error| {
            ApiError::not_sent(TRANSFER, "the file could not be opened").with_source(error)
        })?;
        let body = FileBody::new(content, offset, total, upload.reporter());
        let call = Call::new(TRANSFER, Method::POST, url)
            .oauth()
            .header(FILE_OFFSET, HeaderValue::from(offset))
            .timeout(self.transfer_timeout)
            .body(Body::wrap(body));
        let answer = self.api.json(call).await?;
        match answer.get("h").and_then(Value::as_str) {
            Some(handle) if !handle.is_empty() => Ok(SampleHandle(handle.into())),
            _ => Err(ApiError::unclear(TRANSFER, "the answer names no handle")),
        }
    }

    fn session(&self, action: Action, session: &UploadSession) -> Result<Url, ApiError> {
        let version = self.api.address(action, &[])?;
        session.address(&version).map_err(|error| ApiError::unusable(action, error))
    }
}

/// None before the first two attempts, since a connection may break at any time; then 1, 2, 4 … seconds.
async fn pause(attempt: u32) {
    if let Some(doublings) = attempt.checked_sub(2) {
        tokio::time::sleep(Duration::from_secs(1 << doublings.min(5))).await;
    }
}

impl fmt::Debug for UploadApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadApi")
            .field("app_id", &self.app_id)
            .field("api", &self.api)
            .finish_non_exhaustive()
    }
}
