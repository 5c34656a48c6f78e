//! Files for messages.

mod cache;
mod download;
mod host;
mod info;
mod multipart;
mod reference;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::CONTENT_TYPE;
use reqwest::{Body, Method, StatusCode, Url};

pub use self::cache::{CachedMedia, InMemoryMediaCache, MediaCache, MediaKey, MediaLibrary};
pub use self::download::MediaDownload;
pub use self::info::MediaInfo;
pub use self::reference::{MediaId, MediaReference};
use super::api::{Action, Api, ApiError, Call, id, success};
use super::json;
use super::upload::{FileBody, TRANSFER_TIMEOUT, Upload};

const UPLOAD: Action = Action::once("the upload of media");
const INFO: Action = Action::repeatable("the question about media");
const DOWNLOAD: Action = Action::repeatable("the download of media");
const DELETE: Action = Action::repeatable("the deletion of media");

const ODD_PHONE_NUMBER_ID: &str = "the phone number id must consist of letters, digits, `-`, `_` and `.`";
const ODD_MEDIA_ID: &str = "the media id must consist of letters, digits, `-`, `_` and `.`";

/// Uploads, downloads and deletes the files of messages, for one business phone number
/// (`business-phone-numbers/media`, December 2025).
///
/// An upload gives a [`MediaId`], which lives 30 days and belongs to this number; [`MediaLibrary`] remembers ids, so
/// that a file is not uploaded for each message. What a customer sent is downloaded by the id in the webhook.
///
/// It stands beside [`CloudApi`](super::CloudApi), since the time limits of large files are not those of messages.
///
/// ```no_run
/// use wa_template::Image;
/// use wa_template::client::{MediaApi, Upload};
///
/// # async fn example(token: String) -> Result<(), Box<dyn std::error::Error>> {
/// let media = MediaApi::new("106540352242922", token);
/// let picture: Image = media.upload(Upload::file("shoes.png").await?).await?.into();
/// # let _ = picture;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct MediaApi {
    api: Api,
    phone_number_id: Arc<str>,
    transfer_timeout: Duration,
    trusted: Arc<[String]>,
}

impl MediaApi {
    /// Works for the phone number with this id, in the name of this token, which needs the permission
    /// `whatsapp_business_messaging`.
    #[must_use]
    pub fn new(phone_number_id: impl Into<String>, access_token: impl Into<String>) -> Self {
        Self {
            api: Api::new(access_token),
            phone_number_id: phone_number_id.into().into(),
            transfer_timeout: TRANSFER_TIMEOUT,
            trusted: Arc::default(),
        }
    }

    /// Talks to another server than `https://graph.facebook.com`, an emulator for example. Files are then downloaded
    /// from this server too.
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

    /// Limits the time of one upload or download; 10 minutes at first.
    #[must_use]
    pub fn transfer_timeout(self, transfer_timeout: Duration) -> Self {
        Self { transfer_timeout, ..self }
    }

    /// Gives the token to this host too when a file is downloaded from it by `https`: exactly this host on the usual
    /// port, none below it.
    ///
    /// Without this, the token goes to the server of the base url and to `lookaside.fbsbx.com` only, from which the
    /// platform hands out media.
    #[must_use]
    pub fn trust_download_host(self, host: impl Into<String>) -> Self {
        let trusted = self.trusted.iter().cloned().chain([host.into().to_ascii_lowercase()]);
        Self { trusted: trusted.collect(), ..self }
    }

    /// Uploads a file for messages from this number. Type and size are checked before anything is sent, see
    /// [`TYPES`](crate::definition::media::TYPES).
    ///
    /// One request, never repeated. If its outcome is unknown, a second upload makes a second copy, which nobody
    /// sees and which ends after 30 days.
    ///
    /// # Errors
    ///
    /// [`ApiError`]: *not sent* if the file is empty, too large, of a type that the platform does not take, or could
    /// not be read.
    pub async fn upload(&self, mut upload: Upload) -> Result<MediaId, ApiError> {
        let kind = upload.check(UPLOAD)?;
        let phone_number_id = id(UPLOAD, &self.phone_number_id, ODD_PHONE_NUMBER_ID)?;
        let url = self.api.address(UPLOAD, &[phone_number_id, "media"])?;
        let content = upload
            .open(0)
            .await
            .map_err(|error| ApiError::not_sent(UPLOAD, "the file could not be opened").with_source(error))?;
        let form = multipart::Form::new(kind.mime, &upload.name(kind));
        let body = FileBody::new(content, 0, upload.len(), upload.reporter()).between(form.head, form.tail);
        let call = Call::new(UPLOAD, Method::POST, url)
            .header(CONTENT_TYPE, form.content_type)
            .timeout(self.transfer_timeout)
            .body(Body::wrap(body));
        let answer = self.api.json(call).await?;
        match json::text(&answer, "id") {
            Some(id) => Ok(MediaId::new(id)),
            None => Err(ApiError::unclear(UPLOAD, "the answer names no media id")),
        }
    }

    /// Asks about a file of this number: uploaded, or received by webhook.
    ///
    /// # Errors
    ///
    /// [`ApiError`]: *rejected* if there is no such file or no longer.
    pub async fn info(&self, id: &MediaId) -> Result<MediaInfo, ApiError> {
        let call = Call::new(INFO, Method::GET, self.file(INFO, id)?)
            .query([("phone_number_id", Some(&*self.phone_number_id))]);
        let answer = self.api.json(call).await?;
        MediaInfo::from_json(answer).ok_or_else(|| ApiError::unclear(INFO, "the answer names no address"))
    }

    /// Opens a file of this number for reading, part by part.
    ///
    /// Its address is asked for first and lives 5 minutes; if it has ended all the same (status 404), it is asked for
    /// once more. The token goes along to the hosts only that
    /// [`trust_download_host`](Self::trust_download_host) names.
    ///
    /// # Errors
    ///
    /// [`ApiError`]: *not sent* if the file is on a host that the token must not go to.
    ///
    /// ```no_run
    /// use wa_template::client::{MediaApi, MediaId};
    ///
    /// # async fn example(media: MediaApi, id: MediaId) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut file = media.download(&id).await?;
    /// println!("{:?} of {:?} bytes", file.info().mime_type(), file.info().file_size());
    /// while let Some(part) = file.chunk().await? {
    ///     println!("{} bytes more", part.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn download(&self, id: &MediaId) -> Result<MediaDownload, ApiError> {
        let info = self.info(id).await?;
        match self.fetch(info).await {
            Err(error) if error.status() == Some(StatusCode::NOT_FOUND.as_u16()) => {
                self.fetch(self.info(id).await?).await
            }
            other => other,
        }
    }

    /// Downloads a whole file of at most so many bytes.
    ///
    /// # Errors
    ///
    /// As [`download`](Self::download); *unknown* if the file is larger.
    pub async fn download_bytes(&self, id: &MediaId, limit: usize) -> Result<Bytes, ApiError> {
        self.download(id).await?.bytes(limit).await
    }

    /// Deletes a file of this number.
    ///
    /// # Errors
    ///
    /// [`ApiError`]; repeating a deletion is safe, the second is rejected.
    pub async fn delete(&self, id: &MediaId) -> Result<(), ApiError> {
        let call = Call::new(DELETE, Method::DELETE, self.file(DELETE, id)?)
            .query([("phone_number_id", Some(&*self.phone_number_id))]);
        success(DELETE, &self.api.json(call).await?)
    }

    pub(crate) fn phone_number_id(&self) -> &str {
        &self.phone_number_id
    }

    fn file(&self, action: Action, media: &MediaId) -> Result<Url, ApiError> {
        id(action, &self.phone_number_id, ODD_PHONE_NUMBER_ID)?;
        self.api.address(action, &[id(action, media.as_str(), ODD_MEDIA_ID)?])
    }

    async fn fetch(&self, info: MediaInfo) -> Result<MediaDownload, ApiError> {
        let base_url = self.api.unversioned(DOWNLOAD, &[])?;
        let Some(url) = host::trusted(info.url(), &base_url, &self.trusted) else {
            let reason = "the file is on a host that the access token must not go to";
            return Err(ApiError::not_sent(DOWNLOAD, reason));
        };
        let call = Call::new(DOWNLOAD, Method::GET, url).timeout(self.transfer_timeout);
        Ok(MediaDownload::new(info, self.api.open(call).await?))
    }
}

impl fmt::Debug for MediaApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MediaApi")
            .field("phone_number_id", &self.phone_number_id)
            .field("api", &self.api)
            .finish_non_exhaustive()
    }
}
