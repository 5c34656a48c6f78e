//! The emulator as tests see it.

use std::fmt;
use std::io;
use std::sync::Arc;

use wa_template_definition::Definition;

use crate::account::Account;
use crate::server::Server;
use crate::{Accepted, EmulatorBuilder, Refused, TapError, customer, stock, webhook};

/// A local stand-in for the platform, which holds definitions and judges sends.
///
/// Several of them run side by side; each has its own port, definitions and memory. Dropping one stops it.
pub struct Emulator {
    server: Server,
    account: Arc<Account>,
}

impl Emulator {
    /// Starts an emulator on a free port of this machine that takes any access token.
    ///
    /// # Errors
    ///
    /// The operating system's, when there is no port or no thread.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// An emulator with a certain port or a certain access token.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder::default()
    }

    pub(crate) fn serve(account: Account, port: u16) -> io::Result<Self> {
        let account = Arc::new(account);
        let server = Server::start(Arc::clone(&account), port)?;
        Ok(Self { server, account })
    }

    /// Where it listens, `http://127.0.0.1:49152` for example; takes the place of `https://graph.facebook.com`, or of
    /// the address of an On-Premises client.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.server.address())
    }

    /// Makes a template known that can be sent. One with the same name and language is replaced.
    pub fn add(&self, definition: Definition) {
        self.account.book.add(definition);
    }

    /// Makes several templates known.
    pub fn add_all(&self, definitions: impl IntoIterator<Item = Definition>) {
        for definition in definitions {
            self.add(definition);
        }
    }

    /// Gives a template a status, as review, quality or pacing do on the platform: `APPROVED`, `REJECTED`, `PAUSED`,
    /// `DISABLED` and others. Whether there is such a template.
    #[must_use = "it says whether there is such a template"]
    pub fn set_status(&self, name: &str, language: &str, status: &str) -> bool {
        self.account.book.stock(|stock, _| stock.decide(name, language, status, None))
    }

    /// Rejects a template for a reason of the platform's, `INVALID_FORMAT` for example. Whether there is such a
    /// template.
    #[must_use = "it says whether there is such a template"]
    pub fn reject(&self, name: &str, language: &str, reason: &str) -> bool {
        self.account.book.stock(|stock, _| stock.decide(name, language, stock::REJECTED, Some(reason)))
    }

    /// A template as it was added, created or edited, with the handles of its samples.
    #[must_use]
    pub fn definition(&self, name: &str, language: &str) -> Option<Definition> {
        self.account.book.find(name, language).map(|(definition, _)| Definition::clone(&definition))
    }

    /// The content of a file that was uploaded for messages, by its id.
    #[must_use]
    pub fn media(&self, id: &str) -> Option<Vec<u8>> {
        self.account.book.files(|files, _| files.media(id).map(|media| media.content.clone()))
    }

    /// The content of a sample that was uploaded for a template, by its handle.
    #[must_use]
    pub fn sample(&self, handle: &str) -> Option<Vec<u8>> {
        self.account.book.files(|files, _| files.sample(handle).map(<[u8]>::to_vec))
    }

    /// The messages that were accepted, oldest first.
    #[must_use]
    pub fn accepted(&self) -> Vec<Accepted> {
        self.account.book.accepted()
    }

    /// The sends that were refused, oldest first.
    #[must_use]
    pub fn refused(&self) -> Vec<Refused> {
        self.account.book.refused()
    }

    /// Forgets all messages, accepted and refused. Definitions stay, and no message id is given out twice.
    pub fn clear(&self) {
        self.account.book.clear();
    }

    /// The customer taps the quick reply with this label: the webhook body that the platform delivers, as JSON text.
    ///
    /// Its payload is the one that was sent for this button, or the label when none was sent
    /// (webhooks/reference/messages/button, September 2026). Its shape is that of the API by which the message came.
    ///
    /// # Errors
    ///
    /// [`TapError`] when the template has no quick reply with this label: no other button reports a tap.
    pub fn tap(&self, accepted: &Accepted, label: &str) -> Result<String, TapError> {
        self.tap_among(accepted, None, label)
    }

    /// The customer taps the quick reply with this label on a card of the carousel, counted from 0: like
    /// [`tap`](Self::tap), which looks at the buttons of the message itself.
    ///
    /// # Errors
    ///
    /// [`TapError`] when the template has no such card, or the card no quick reply with this label.
    pub fn tap_card(&self, accepted: &Accepted, card: usize, label: &str) -> Result<String, TapError> {
        self.tap_among(accepted, Some(card), label)
    }

    fn tap_among(&self, accepted: &Accepted, card: Option<usize>, label: &str) -> Result<String, TapError> {
        let payload = customer::payload(accepted, card, label)?;
        let button = serde_json::json!({ "payload": payload, "text": label });
        Ok(webhook::message(accepted, self.account.book.number(), "button", &button))
    }

    /// The customer leaves the buttons alone and answers in words: the webhook body, as JSON text.
    #[must_use]
    pub fn reply(&self, accepted: &Accepted, text: &str) -> String {
        let text = serde_json::json!({ "body": text });
        webhook::message(accepted, self.account.book.number(), "text", &text)
    }

    /// What became of the message, `sent`, `delivered`, `read` or `failed` for example: the webhook body, as JSON
    /// text.
    ///
    /// The callback data of the message comes back in it. A failed message carries the error "undeliverable".
    #[must_use]
    pub fn status(&self, accepted: &Accepted, status: &str) -> String {
        webhook::status(accepted, status)
    }
}

/// Without definitions and messages: they hold what customers are told.
impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emulator").field("base_url", &self.base_url()).finish_non_exhaustive()
    }
}
