//! What a program that only sends never asks is compiled where it is asked, and nowhere else.

use std::fs;
use std::path::{Path, PathBuf};

/// What stands here is `#[inline]`, every function. Left out is what each program needs that sends: reading a
/// definition, judging values.
const ON_DEMAND: &[&str] = &[
    "button",
    "category.rs",
    "characters.rs",
    "component",
    "creation",
    "definition.rs",
    "difference.rs",
    "examples.rs",
    "language.rs",
    "media.rs",
    "name.rs",
    "render.rs",
    "rule/page.rs",
    "section.rs",
    "send",
    "slot.rs",
    "text/mod.rs",
    "wire.rs",
    "write",
];

fn files(path: PathBuf) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path];
    }
    let entries = fs::read_dir(&path).expect("a file or folder of this crate");
    entries.flat_map(|entry| files(entry.expect("an entry").path())).collect()
}

fn is_function(line: &str) -> bool {
    let words: Vec<_> = line.split_whitespace().take(4).collect();
    let first = words.iter().position(|word| !matches!(*word, "const") && !word.starts_with("pub"));
    first.is_some_and(|first| words[first] == "fn")
}

#[test]
fn what_a_send_never_asks_is_compiled_on_demand() {
    let mut functions = 0;
    for path in ON_DEMAND {
        for file in files(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path)) {
            if file.components().any(|part| part.as_os_str().to_string_lossy().starts_with("tests")) {
                continue;
            }
            let text = fs::read_to_string(&file).expect("source text");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let mut is_inline = false;
            for line in code.lines().map(str::trim) {
                if is_function(line) {
                    assert!(is_inline, "{}: `{line}` is not `#[inline]`", file.display());
                    functions += 1;
                }
                is_inline = line == "#[inline]" || is_inline && line.starts_with('#');
            }
        }
    }
    assert!(functions > 250, "{functions}");
}
