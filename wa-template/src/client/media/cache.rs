//! Files that were uploaded before.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use super::reference::MediaId;
use super::{MediaApi, UPLOAD};
use crate::client::api::ApiError;
use crate::client::upload::Upload;
use crate::definition::media::UPLOADED_ID_LIFE;

/// An id is not used on its last day: a message can wait for its customer for a while.
const MARGIN: Duration = Duration::from_hours(24);

/// What makes two uploads the same: the number, the type, and the content.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MediaKey {
    phone_number_id: Box<str>,
    mime_type: Box<str>,
    sha256: [u8; 32],
}

/// An id with its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CachedMedia {
    /// The id.
    pub id: MediaId,
    /// When the platform forgets it.
    pub expires: SystemTime,
}

/// Where a [`MediaLibrary`] keeps ids: in memory, or in a store of yours, so that other processes and later runs have
/// them too.
///
/// A store that fails should say that it has nothing: the file is then uploaded again.
///
/// ```
/// use std::collections::HashMap;
///
/// use tokio::sync::Mutex;
/// use wa_template::client::{CachedMedia, MediaCache, MediaKey};
///
/// struct Table(Mutex<HashMap<String, CachedMedia>>);
///
/// impl MediaCache for Table {
///     async fn get(&self, key: &MediaKey) -> Option<CachedMedia> {
///         self.0.lock().await.get(&key.to_text()).cloned()
///     }
///     async fn put(&self, key: &MediaKey, media: CachedMedia) {
///         self.0.lock().await.insert(key.to_text(), media);
///     }
///     async fn remove(&self, key: &MediaKey) {
///         self.0.lock().await.remove(&key.to_text());
///     }
/// }
/// ```
pub trait MediaCache: Send + Sync {
    /// What is kept under this key, ended or not.
    fn get(&self, key: &MediaKey) -> impl Future<Output = Option<CachedMedia>> + Send;

    /// Keeps an id under this key, in place of another.
    fn put(&self, key: &MediaKey, media: CachedMedia) -> impl Future<Output = ()> + Send;

    /// Forgets what is kept under this key.
    fn remove(&self, key: &MediaKey) -> impl Future<Output = ()> + Send;
}

/// Keeps ids as long as the program runs, or as long as they live if that is shorter.
#[derive(Default)]
pub struct InMemoryMediaCache(Mutex<Kept>);

/// Fewer ids than this are not worth looking through.
const SMALL: usize = 1024;

#[derive(Default)]
struct Kept {
    media: HashMap<MediaKey, CachedMedia>,
    /// So many were left when those that had ended were looked for last.
    alive: usize,
}

/// Uploads each file once, and again when its id ends: 29 days after the upload, one before the platform forgets it.
///
/// Two tasks that ask for the same new file at the same time both upload it, which costs one upload and nothing else.
///
/// ```no_run
/// use wa_template::Image;
/// use wa_template::client::{InMemoryMediaCache, MediaApi, MediaLibrary, Upload};
///
/// # async fn example(token: String) -> Result<(), Box<dyn std::error::Error>> {
/// let library = MediaLibrary::new(MediaApi::new("106540352242922", token), InMemoryMediaCache::default());
/// for _ in 0..1_000 {
///     // One upload, 999 look-ups.
///     let picture: Image = library.id(Upload::file("shoes.png").await?).await?.into();
/// #   let _ = picture;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct MediaLibrary<C> {
    api: MediaApi,
    cache: Arc<C>,
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

impl<C: MediaCache> MediaLibrary<C> {
    /// Uploads with this client and remembers ids here.
    #[must_use]
    pub fn new(api: MediaApi, cache: C) -> Self {
        Self { api, cache: Arc::new(cache), clock: Arc::new(SystemTime::now) }
    }

    /// Asks this clock for the time instead of the operating system's.
    #[must_use]
    pub fn clock(self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { clock: Arc::new(clock), ..self }
    }

    /// The id of this file: a remembered one, or that of an upload made now. A stream is always uploaded.
    ///
    /// # Errors
    ///
    /// As [`MediaApi::upload`].
    pub async fn id(&self, upload: Upload) -> Result<MediaId, ApiError> {
        let Some(key) = self.key(&upload).await? else {
            return self.api.upload(upload).await;
        };
        let now = (self.clock)();
        // A file that changes between being hashed and being sent is remembered under its former content; the length
        // is checked while it is sent.
        if let Some(known) = self.cache.get(&key).await
            && known.expires.checked_sub(MARGIN).is_some_and(|last| now < last)
        {
            return Ok(known.id);
        }
        let id = self.api.upload(upload).await?;
        if let Some(expires) = now.checked_add(UPLOADED_ID_LIFE) {
            self.cache.put(&key, CachedMedia { id: id.clone(), expires }).await;
        }
        Ok(id)
    }

    /// Forgets the id of this file: to be called when a message was refused because of it (codes 131009 and 131053).
    ///
    /// # Errors
    ///
    /// [`ApiError`], *not sent*, if the file cannot be read.
    pub async fn forget(&self, upload: &Upload) -> Result<(), ApiError> {
        if let Some(key) = self.key(upload).await? {
            self.cache.remove(&key).await;
        }
        Ok(())
    }

    async fn key(&self, upload: &Upload) -> Result<Option<MediaKey>, ApiError> {
        let kind = upload.check(UPLOAD)?;
        let sha256 = upload
            .sha256()
            .await
            .map_err(|error| ApiError::not_sent(UPLOAD, "the file could not be read").with_source(error))?;
        Ok(sha256.map(|sha256| MediaKey {
            phone_number_id: self.api.phone_number_id().into(),
            mime_type: kind.mime.into(),
            sha256,
        }))
    }
}

impl MediaKey {
    /// The key as one text without blanks, the same in every release: number, type and SHA-256 in hexadecimal digits.
    #[must_use]
    pub fn to_text(&self) -> String {
        use fmt::Write;

        let mut text = format!("{}:{}:", self.phone_number_id, self.mime_type);
        for byte in self.sha256 {
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

impl InMemoryMediaCache {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// Forgets what has ended by the time that this was uploaded, once it is worth the look: files made for one customer
    /// each would otherwise pile up for ever.
    fn sweep(&mut self, newest: &CachedMedia) {
        if self.media.len() < self.alive.saturating_mul(2).max(SMALL) {
            return;
        }
        if let Some(now) = newest.expires.checked_sub(UPLOADED_ID_LIFE) {
            self.media.retain(|_, media| media.expires > now);
        }
        self.alive = self.media.len();
    }
}

impl MediaCache for InMemoryMediaCache {
    async fn get(&self, key: &MediaKey) -> Option<CachedMedia> {
        self.kept().media.get(key).cloned()
    }

    async fn put(&self, key: &MediaKey, media: CachedMedia) {
        let mut kept = self.kept();
        kept.sweep(&media);
        kept.media.insert(key.clone(), media);
    }

    async fn remove(&self, key: &MediaKey) {
        self.kept().media.remove(key);
    }
}

impl fmt::Debug for MediaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}

impl fmt::Debug for InMemoryMediaCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InMemoryMediaCache").finish_non_exhaustive()
    }
}

impl<C> fmt::Debug for MediaLibrary<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MediaLibrary").field("api", &self.api).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_ended_is_forgotten() {
        let mut kept = Kept::default();
        for hour in 0..20_000 {
            let key = MediaKey {
                phone_number_id: "1".into(),
                mime_type: "application/pdf".into(),
                sha256: std::array::from_fn(|byte| if byte < 8 { u64::to_le_bytes(hour)[byte] } else { 0 }),
            };
            let expires = SystemTime::UNIX_EPOCH + Duration::from_hours(hour) + UPLOADED_ID_LIFE;
            let media = CachedMedia { id: MediaId::new("7"), expires };
            kept.sweep(&media);
            kept.media.insert(key, media);
        }
        // 720 are alive at a time, one an hour for 30 days.
        assert!((720..=1440).contains(&kept.media.len()), "{}", kept.media.len());
    }
}
