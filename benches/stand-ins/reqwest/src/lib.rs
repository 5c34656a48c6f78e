//! What `wacloudapi` and `whatsapp_handler` name of reqwest 0.12, doing nothing: every request fails before a byte is
//! sent. The rivals' own code is compiled unchanged; their message types are what is measured.

#![allow(missing_docs, clippy::missing_errors_doc)]

use std::fmt;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use http::{StatusCode, header};

/// The only outcome there is.
#[derive(Debug)]
pub struct Error;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this stand-in sends nothing")
    }
}

impl std::error::Error for Error {}

#[derive(Clone, Debug, Default)]
pub struct Client;

#[derive(Debug, Default)]
pub struct ClientBuilder;

#[derive(Debug)]
pub struct RequestBuilder;

/// Never made.
#[derive(Debug)]
pub enum Response {}

impl Client {
    #[must_use]
    pub fn new() -> Self {
        Self
    }

    #[must_use]
    pub fn builder() -> ClientBuilder {
        ClientBuilder
    }

    pub fn get(&self, _url: impl AsRef<str>) -> RequestBuilder {
        RequestBuilder
    }

    pub fn post(&self, _url: impl AsRef<str>) -> RequestBuilder {
        RequestBuilder
    }

    pub fn delete(&self, _url: impl AsRef<str>) -> RequestBuilder {
        RequestBuilder
    }
}

impl ClientBuilder {
    #[must_use]
    pub fn timeout(self, _timeout: Duration) -> Self {
        self
    }

    pub fn build(self) -> Result<Client, Error> {
        Ok(Client)
    }
}

impl RequestBuilder {
    #[must_use]
    pub fn header(self, _name: impl AsRef<str>, _value: impl AsRef<str>) -> Self {
        self
    }

    #[must_use]
    pub fn headers(self, _headers: header::HeaderMap) -> Self {
        self
    }

    #[must_use]
    pub fn json(self, _body: &(impl Serialize + ?Sized)) -> Self {
        self
    }

    #[must_use]
    pub fn multipart(self, _form: multipart::Form) -> Self {
        self
    }

    #[expect(clippy::unused_async, reason = "the signature is reqwest's")]
    pub async fn send(self) -> Result<Response, Error> {
        Err(Error)
    }
}

#[expect(clippy::unused_async, reason = "the signatures are reqwest's")]
impl Response {
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match *self {}
    }

    pub async fn text(self) -> Result<String, Error> {
        match self {}
    }

    pub async fn json<T: DeserializeOwned>(self) -> Result<T, Error> {
        match self {}
    }

    pub async fn bytes(self) -> Result<Vec<u8>, Error> {
        match self {}
    }
}

pub mod multipart {
    use std::borrow::Cow;

    use super::Error;

    #[derive(Debug, Default)]
    pub struct Form;

    #[derive(Debug)]
    pub struct Part;

    impl Form {
        #[must_use]
        pub fn new() -> Self {
            Self
        }

        #[must_use]
        pub fn text(
            self,
            _name: impl Into<Cow<'static, str>>,
            _value: impl Into<Cow<'static, str>>,
        ) -> Self {
            self
        }

        #[must_use]
        pub fn part(self, _name: impl Into<Cow<'static, str>>, _part: Part) -> Self {
            self
        }
    }

    impl Part {
        #[must_use]
        pub fn bytes(_value: impl Into<Cow<'static, [u8]>>) -> Self {
            Self
        }

        #[must_use]
        pub fn file_name(self, _name: impl Into<Cow<'static, str>>) -> Self {
            self
        }

        pub fn mime_str(self, _mime: &str) -> Result<Self, Error> {
            Ok(self)
        }
    }
}
