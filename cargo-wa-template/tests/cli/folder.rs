//! A temporary folder in which the program is run.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// A folder of its own for each test; it is left behind for whoever wants to look.
pub(crate) struct Folder(PathBuf);

/// How a run ended.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Folder {
    /// An empty folder; `test` is a name that no other test uses.
    pub(crate) fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        // What an earlier run left behind.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-wa-template"));
        command.current_dir(&self.0).args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with_input(arguments, "")
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> Run {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that does not read its input has closed it by now.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let ended = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { code: ended.status.code(), output: text(ended.stdout), errors: text(ended.stderr) }
    }
}

impl Run {
    /// Asserts what was printed and found; nothing may stand on standard error.
    #[track_caller]
    pub(crate) fn is(&self, code: i32, output: &str) {
        assert_eq!(self.output, output);
        assert_eq!((self.code, self.errors.as_str()), (Some(code), ""));
    }

    /// Asserts that nothing could be done, for this reason.
    #[track_caller]
    pub(crate) fn fails(&self, error: &str) {
        assert_eq!(self.errors, format!("error: {error}\n"));
        assert_eq!((self.code, self.output.as_str()), (Some(2), ""));
    }

    /// The JSON that was printed.
    #[track_caller]
    pub(crate) fn json(&self, code: i32) -> Value {
        assert_eq!((self.code, self.errors.as_str()), (Some(code), ""));
        serde_json::from_str(&self.output).unwrap()
    }
}
