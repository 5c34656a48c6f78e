//! What the compiler says: one mistake per case, named after it, and one error.

/// The compiler whose wording the `rustc` cases hold. Texts of the derive itself do not depend on it.
const COMPILER: &str = "1.95.";

#[test]
fn mistakes_of_a_template() {
    trybuild::TestCases::new().compile_fail("ui/fail/*/*.rs");
}

/// Cases in which rustc speaks: trait bounds and types. The words around ours change from release to release.
#[test]
fn mistakes_of_a_type() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = std::process::Command::new(rustc).arg("--version").output().expect("a compiler");
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    if version.starts_with(&format!("rustc {COMPILER}")) {
        trybuild::TestCases::new().compile_fail("ui/rustc/*.rs");
    } else {
        println!("skipped: the texts were written by {COMPILER}x, this is {version}");
    }
}

#[test]
fn what_must_compile() {
    trybuild::TestCases::new().pass("ui/pass/*.rs");
}
