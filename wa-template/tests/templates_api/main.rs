//! The management of templates, against a server on the loopback interface.
#![cfg(all(feature = "templates", feature = "derive"))]

mod calls;
mod create;
mod list;
#[path = "../media/server.rs"]
mod server;
mod vectors;
mod wait;

use wa_template::client::TemplateApi;

use crate::server::{Server, TOKEN};

fn templates(server: &Server) -> TemplateApi {
    TemplateApi::new("102290129340398", TOKEN).base_url(&server.base_url)
}

fn bearer() -> String {
    format!("Bearer {TOKEN}")
}
