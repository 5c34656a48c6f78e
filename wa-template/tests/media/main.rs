//! Uploading and downloading files, against a server on the loopback interface.
#![cfg(feature = "media")]

mod cache;
mod download;
mod samples;
mod server;
mod upload;

use wa_template::client::MediaApi;

use crate::server::{Server, TOKEN};

fn media(server: &Server) -> MediaApi {
    MediaApi::new("106540352242922", TOKEN).base_url(&server.base_url)
}

fn bearer() -> String {
    format!("Bearer {TOKEN}")
}
