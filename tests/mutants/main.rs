//! Every way to break a template is answered with one error, in its place, that names what is wrong.
//!
//! Operators (`operators`) break each of the valid structs below `fixtures` in every place that they apply to. All
//! mutants are compiled in one run of cargo. The table of what was found is printed by
//!
//! ```sh
//! cargo test -p tests --test mutants -- --nocapture the_table
//! ```
//!
//! and stands in `target/tmp/mutants/table.txt` after every run; what the compiler said about each mutant stands beside
//! it in `said.txt`.

mod compiler;
mod lists;
mod mutant;
mod operators;
mod slips;
mod source;
mod verdict;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use compiler::{Said, here};
use lists::{ALLOWED, KNOWN_WEAK};
use mutant::Mutant;
use source::Fixture;

/// Everything that was compiled, once for all tests.
struct Outcome {
    fixtures: Vec<Fixture>,
    mutants: Vec<Mutant>,
    said: Said,
}

static OUTCOME: LazyLock<Outcome> = LazyLock::new(|| {
    let fixtures = fixtures();
    let mutants = operators::mutants(&fixtures);
    let (valid, broken): (Vec<_>, Vec<_>) = mutants.iter().partition(|mutant| is_allowed(mutant));
    let said = compiler::check(&fixtures, &valid, &broken);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants");
    fs::write(folder.join("said.txt"), verdict::transcript(&mutants, &said)).expect("a file");
    fs::write(folder.join("table.txt"), verdict::table(&mutants, &said)).expect("a file");
    Outcome { fixtures, mutants, said }
});

fn fixtures() -> Vec<Fixture> {
    let folder = here("mutants/fixtures");
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        Fixture::read(&name, fs::read_to_string(path).expect("a fixture"))
    };
    paths.iter().map(read).collect()
}

fn is_allowed(mutant: &Mutant) -> bool {
    ALLOWED.iter().any(|(name, _)| *name == mutant.name)
}

fn known_weakness(mutant: &Mutant) -> Option<&'static str> {
    KNOWN_WEAK.iter().find(|(name, _)| *name == mutant.name).map(|(_, why)| *why)
}

#[test]
fn fixtures_compile_without_a_word() {
    for fixture in &OUTCOME.fixtures {
        let said = OUTCOME.said.about(&fixture.name);
        assert!(said.is_empty(), "{}", said[0].rendered);
    }
    let mutants = OUTCOME.mutants.iter().map(Mutant::module);
    let modules = mutants.chain(OUTCOME.fixtures.iter().map(|fixture| fixture.name.clone())).collect();
    let beside = OUTCOME.said.beside(&modules);
    assert!(beside.is_empty(), "said of no mutant: {}", beside.join("\n"));
}

#[test]
fn what_the_rules_allow_compiles() {
    for mutant in OUTCOME.mutants.iter().filter(|mutant| is_allowed(mutant)) {
        let said = OUTCOME.said.about(&mutant.module());
        assert!(said.is_empty(), "{} is not allowed:\n{}", mutant.name, said[0].rendered);
    }
}

#[test]
fn each_mistake_is_one_error_in_its_place() {
    let mut wrong = Vec::new();
    for mutant in OUTCOME.mutants.iter().filter(|mutant| !is_allowed(mutant)) {
        let problems = verdict::problems(mutant, &OUTCOME.said);
        if known_weakness(mutant).is_none() && !problems.is_empty() {
            wrong.push(format!("{}: {}", mutant.name, problems.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} mutants\n{}", wrong.len(), wrong.join("\n"));
}

/// So that a weakness that is gone leaves the list as well.
#[test]
fn known_weaknesses_are_still_there() {
    for mutant in OUTCOME.mutants.iter().filter(|mutant| known_weakness(mutant).is_some()) {
        let gone = verdict::problems(mutant, &OUTCOME.said).is_empty();
        assert!(!gone, "{} is answered well now: remove it from `KNOWN_WEAK`", mutant.name);
    }
}

#[test]
fn lists_name_mutants() {
    let names: BTreeSet<_> = OUTCOME.mutants.iter().map(|mutant| mutant.name.as_str()).collect();
    for (index, mutant) in OUTCOME.mutants.iter().enumerate() {
        let earlier = OUTCOME.mutants[..index].iter().any(|earlier| earlier.name == mutant.name);
        assert!(!earlier, "{} is given twice", mutant.name);
    }
    for (name, _) in ALLOWED.iter().chain(KNOWN_WEAK) {
        assert!(names.contains(name), "no mutant is called {name}");
    }
    let modules: BTreeSet<_> = OUTCOME.mutants.iter().map(Mutant::module).collect();
    assert_eq!(modules.len(), names.len(), "two mutants share a file");
}

/// Some kinds of everything that attributes can say.
const KINDS: &[&str] = &[
    "header = ",
    "header(image",
    "header(video",
    "header(gif",
    "header(document",
    "header(location",
    "header(product",
    "positional",
    "{{1}}",
    "quick_reply(\"Yes\", Pickup::Today)",
    "\"{{first_colour}}\"",
    "url(",
    "phone_number(",
    "copy_code",
    "limited_time_offer(",
    "otp(copy_code",
    "one_tap",
    "zero_tap",
    "carousel(",
    "#[wa(cards)]",
    "#[wa(card = 0)]",
    "Vec<Part>",
    "flow(",
    "catalog(",
    "mpm(",
    "spm(",
    "order_details(",
    "order_status",
    "payment_request(",
    "call_permission_request",
    "voice_call(",
    "request_contact_info",
    "translation(",
    "languages(",
    ".json\"",
    "tap_target",
    "<'a, T>",
    "struct OpeningHours;",
    "derive(WaPayload)",
    "derive(WaMessage)",
    "allow(",
];

#[test]
fn there_is_a_fixture_of_every_kind() {
    assert!(OUTCOME.fixtures.len() >= 25, "{}", OUTCOME.fixtures.len());
    for kind in KINDS {
        assert!(
            OUTCOME.fixtures.iter().any(|fixture| fixture.text.contains(kind)),
            "no fixture has `{kind}`"
        );
    }
}

#[test]
fn the_table() {
    let table = verdict::table(&OUTCOME.mutants, &OUTCOME.said);
    println!("{table}");
    assert!(OUTCOME.mutants.len() >= 350, "{table}");
}
