//! A file on its way here.

use std::fmt;

use bytes::{Bytes, BytesMut};
use reqwest::Response;

use super::DOWNLOAD;
use super::info::MediaInfo;
use crate::client::api::ApiError;

/// A file that is being downloaded; made by [`MediaApi::download`](super::MediaApi::download).
pub struct MediaDownload {
    info: MediaInfo,
    response: Response,
}

impl MediaDownload {
    pub(super) fn new(info: MediaInfo, response: Response) -> Self {
        Self { info, response }
    }

    /// What the platform says about the file.
    #[must_use]
    pub fn info(&self) -> &MediaInfo {
        &self.info
    }

    /// The next part of the file; `None` at its end.
    ///
    /// # Errors
    ///
    /// [`ApiError`], if the connection breaks or the time is over before the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, ApiError> {
        self.response.chunk().await.map_err(|error| {
            ApiError::unclear(DOWNLOAD, "the connection broke before the end of the file")
                .with_http_error(error)
        })
    }

    /// The whole rest of the file, at most so many bytes.
    ///
    /// # Errors
    ///
    /// As [`chunk`](Self::chunk), and if there is more.
    pub async fn bytes(mut self, limit: usize) -> Result<Bytes, ApiError> {
        let mut file = BytesMut::new();
        while let Some(part) = self.chunk().await? {
            if file.len().saturating_add(part.len()) > limit {
                return Err(ApiError::unclear(DOWNLOAD, format!("the file has more than {limit} bytes")));
            }
            file.extend_from_slice(&part);
        }
        Ok(file.freeze())
    }
}

impl fmt::Debug for MediaDownload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MediaDownload").field("info", &self.info).finish_non_exhaustive()
    }
}
