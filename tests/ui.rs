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
        let cases = trybuild::TestCases::new();
        cases.compile_fail("ui/rustc/*.rs");
        cases.compile_fail("ui/rustc/many/*.rs");
    } else {
        println!("skipped: the texts were written by {COMPILER}x, this is {version}");
    }
}

#[test]
fn what_must_compile() {
    trybuild::TestCases::new().pass("ui/pass/*.rs");
}

/// Every trait that a field's type must have says in its own words what to write, and a case shows it.
#[test]
fn every_trait_of_values_speaks() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts: String = std::fs::read_dir(here.join("ui/rustc"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "stderr"))
        .map(|path| std::fs::read_to_string(path).expect("a text"))
        .collect();
    let mut traits = 0;
    for folder in ["parameter", "parameter/order_details", "card"] {
        let folder = here.join("../wa-template/src").join(folder);
        let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        // Every type has the traits in `found`.
        let files = files.filter(|path| !path.ends_with("found.rs"));
        for file in files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
            let source = std::fs::read_to_string(&file).expect("a source");
            // What stands between the trait's name and the item before it are its attributes.
            for (at, _) in source.match_indices("\npub trait ") {
                let (before, after) = source.split_at(at);
                let name = after.trim_start_matches("\npub trait ");
                let end = name.find(|char: char| !char.is_alphanumeric()).unwrap_or(name.len());
                let attributes = before.rsplit("\n\n").next().unwrap_or_default();
                let shown = file.display();
                assert!(attributes.contains("on_unimplemented"), "{shown}: `{}` says nothing", &name[..end]);
                assert!(
                    attributes.contains("note ="),
                    "{shown}: `{}` does not say what to write",
                    &name[..end]
                );
                assert!(
                    texts.contains(&format!("`{}`", &name[..end]))
                        || texts.contains(&format!("`wa_template::__private::{}", &name[..end])),
                    "{shown}: `{}` has no case",
                    &name[..end]
                );
                traits += 1;
            }
        }
    }
    assert!(traits >= 8, "{traits}");
}
