//! Files that were uploaded, for messages and as samples.

mod form;
pub(crate) mod media;
pub(crate) mod sample;

use std::collections::BTreeMap;

/// All files.
#[derive(Default)]
pub(crate) struct Files {
    media: BTreeMap<String, Media>,
    /// By the id of the session.
    uploads: BTreeMap<String, Upload>,
}

/// A file for messages.
pub(crate) struct Media {
    pub(crate) phone_number_id: String,
    pub(crate) mime_type: &'static str,
    pub(crate) content: Vec<u8>,
}

/// A sample on its way.
pub(crate) struct Upload {
    pub(crate) length: usize,
    pub(crate) content: Vec<u8>,
    pub(crate) handle: String,
}

impl Files {
    pub(crate) fn media(&self, id: &str) -> Option<&Media> {
        self.media.get(id)
    }

    pub(crate) fn put_media(&mut self, id: String, media: Media) {
        self.media.insert(id, media);
    }

    /// Whether there was one.
    pub(crate) fn delete_media(&mut self, id: &str) -> bool {
        self.media.remove(id).is_some()
    }

    pub(crate) fn put_upload(&mut self, session: String, upload: Upload) {
        self.uploads.insert(session, upload);
    }

    pub(crate) fn upload(&mut self, session: &str) -> Option<&mut Upload> {
        self.uploads.get_mut(session)
    }

    /// The whole of a sample, by its handle.
    pub(crate) fn sample(&self, handle: &str) -> Option<&[u8]> {
        let found = self.uploads.values().find(|upload| upload.handle == handle && upload.is_complete())?;
        Some(&found.content)
    }
}

impl Upload {
    pub(crate) fn is_complete(&self) -> bool {
        self.content.len() == self.length
    }
}
