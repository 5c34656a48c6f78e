//! The settings of an emulator.

use std::fmt;
use std::io;

use crate::Emulator;
use crate::account::Account;

/// The settings of an emulator; made by [`Emulator::builder`].
///
/// ```
/// use wa_template_emulator::Emulator;
///
/// let emulator = Emulator::builder().access_token("secret of this test").start()?;
/// assert!(emulator.base_url().starts_with("http://127.0.0.1:"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Default)]
#[must_use = "nothing listens before `start`"]
pub struct EmulatorBuilder {
    port: u16,
    access_token: Option<String>,
    approves_at_once: bool,
}

impl EmulatorBuilder {
    /// Listens on this port of 127.0.0.1; 0, the default, takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Takes this access token and no other; by default any that is not empty.
    pub fn access_token(mut self, access_token: impl Into<String>) -> Self {
        self.access_token = Some(access_token.into());
        self
    }

    /// Approves templates when they are created or edited; by default they are in review until
    /// [`Emulator::set_status`] decides.
    pub fn approve_at_once(mut self) -> Self {
        self.approves_at_once = true;
        self
    }

    /// Starts the emulator.
    ///
    /// # Errors
    ///
    /// The operating system's, when the port is taken or there is no thread.
    pub fn start(self) -> io::Result<Emulator> {
        Emulator::serve(Account::new(self.access_token, self.approves_at_once), self.port)
    }
}

/// Without the token.
impl fmt::Debug for EmulatorBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmulatorBuilder").field("port", &self.port).finish_non_exhaustive()
    }
}
