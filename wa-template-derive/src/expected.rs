//! What tests expect of a derive: errors at their tokens, and expansions as files.

use std::path::Path;

use proc_macro2::TokenStream;

use crate::report::Report;

/// Compares the errors, each by the source text that it underlines and its first line.
#[track_caller]
pub(crate) fn errors(report: Report, expected: &[(&str, &str)]) {
    let found: Vec<_> = report
        .into_errors()
        .iter()
        .map(|error| {
            let fact = error.to_string().lines().next().unwrap_or_default().to_owned();
            (error.span().source_text().unwrap_or_default(), fact)
        })
        .collect();
    let found: Vec<_> = found.iter().map(|(at, fact)| (at.as_str(), fact.as_str())).collect();
    assert_eq!(found, expected);
}

/// Compares an expansion with `src/<derive>/golden/<name>.expanded`; `UPDATE_GOLDEN=1` writes the file.
#[track_caller]
pub(crate) fn expansion(derive: &str, name: &str, expansion: TokenStream) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/{derive}/golden/{name}.expanded"));
    let found = prettyplease::unparse(&syn::parse2(expansion).expect("the expansion is code"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &found).expect("the folder is writable");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        found, expected,
        "{name}: if the change is meant, run with UPDATE_GOLDEN=1 and read the difference"
    );
}
