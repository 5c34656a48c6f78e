//! Building the HTTP client.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Url};

use super::error::SendError;

/// How the client introduces itself.
const USER_AGENT: &str = concat!("wa-template/", env!("CARGO_PKG_VERSION"));

/// Builds a client that does exactly what it is told: it follows no redirect and repeats nothing.
///
/// One thing remains: when a kept connection turns out to be closed before any part of a request was written to it,
/// hyper moves the request to a new one. That is no repetition, since nothing was sent.
pub(super) fn http_client(
    base_url: &Url,
    timeout: Duration,
    connect_timeout: Duration,
) -> Result<Client, SendError> {
    let builder = Client::builder()
        .user_agent(USER_AGENT)
        .redirect(Policy::none())
        .retry(reqwest::retry::never())
        // Another crate of the user's can switch on HTTP/2, whose streams fail in ways this crate does not know.
        .http1_only()
        .timeout(timeout)
        .connect_timeout(connect_timeout.min(shorter(timeout)));
    let builder = match base_url.scheme() {
        "https" => tls::secured(builder)?,
        // Plain HTTP is for an emulator or a server in one's own network. No proxy has business in between: it
        // would see the token.
        _ => tls::plain(builder)?.no_proxy(),
    };
    builder
        .build()
        .map_err(|error| SendError::not_sent("the http client could not be built").with_http_error(error))
}

/// A bit less than the whole time limit.
///
/// When the whole limit ends a connection attempt, the HTTP client cannot tell it from a missing answer, and the
/// message would count as possibly accepted. Therefore connecting always ends first.
fn shorter(timeout: Duration) -> Duration {
    timeout / 10 * 9
}

#[cfg(feature = "rustls")]
mod tls {
    //! HTTPS by rustls. The provider goes into a configuration of this client alone: installing it for the whole
    //! process would take that choice from the program this crate is part of.

    use std::sync::Arc;

    use rustls::crypto::{CryptoProvider, ring};
    use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
    use rustls_platform_verifier::Verifier;

    use super::{ClientBuilder, SendError};

    /// Speaks TLS and trusts whom the operating system trusts.
    pub(super) fn secured(builder: ClientBuilder) -> Result<ClientBuilder, SendError> {
        let provider = provider();
        let verifier = Verifier::new(provider.clone()).map_err(|error| {
            SendError::not_sent("the operating system's trusted certificates could not be loaded")
                .with_source(error)
        })?;
        let mut config = versions(provider)?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(builder.tls_backend_preconfigured(config))
    }

    /// Speaks no TLS; reqwest wants a configuration all the same, and would panic without a provider.
    pub(super) fn plain(builder: ClientBuilder) -> Result<ClientBuilder, SendError> {
        let config =
            versions(provider())?.with_root_certificates(RootCertStore::empty()).with_no_client_auth();
        Ok(builder.tls_backend_preconfigured(config))
    }

    /// The provider that the program has chosen for itself, otherwise ring.
    fn provider() -> Arc<CryptoProvider> {
        CryptoProvider::get_default().cloned().unwrap_or_else(|| Arc::new(ring::default_provider()))
    }

    fn versions(
        provider: Arc<CryptoProvider>,
    ) -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, SendError> {
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().map_err(|error| {
            SendError::not_sent("the cryptography provider supports no usable version of tls")
                .with_source(error)
        })
    }
}

#[cfg(not(feature = "rustls"))]
mod tls {
    use super::{ClientBuilder, SendError};

    pub(super) fn secured(_: ClientBuilder) -> Result<ClientBuilder, SendError> {
        Err(SendError::not_sent("an https base url needs the feature `rustls` of the crate `wa-template`"))
    }

    #[expect(clippy::unnecessary_wraps, reason = "the signature is that of the variant with TLS")]
    pub(super) fn plain(builder: ClientBuilder) -> Result<ClientBuilder, SendError> {
        Ok(builder)
    }
}
