//! Mistakes that only one kind of template can have, written as small patches: one file of `slips` per operator.
//!
//! ```text
//! # flow without-source          the fixture, and words of the mutant's own
//! = en.json                      the definition file that is changed, if it is not the fixture itself
//! - flow("Choose", id = "1")     what stands there
//! + flow("Choose")               and what stands there in the mutant
//! @ flow(                        on the line that holds this the error belongs
//! ! flow                         what it must name
//! ? id = "…"                     what it must say to type, if the slip is about that
//! ```

use std::collections::BTreeMap;
use std::fs;

use super::compiler::here;
use super::mutant::{Change, Mutant};
use super::source::Fixture;

/// Lines of one slip, by what they begin with.
type Slip = BTreeMap<char, String>;

/// The mutants of all files, file by file.
pub(crate) fn mutants(fixtures: &[Fixture]) -> Vec<Mutant> {
    let entries =
        fs::read_dir(here("mutants/slips")).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = entries.collect();
    paths.sort();
    let mut mutants = Vec::new();
    for path in paths {
        let operator = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("slips");
        mutants.extend(
            text.trim_end().split("\n\n").map(|slip| change(fixtures, &read(slip)).mutant(&operator)),
        );
    }
    mutants
}

fn read(text: &str) -> Slip {
    let mut slip = Slip::new();
    for line in text.trim_end().lines() {
        let (kind, rest) = line.split_at(1);
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        let kind = kind.chars().next().expect("one letter");
        slip.entry(kind)
            .and_modify(|text| *text = format!("{text}\n{rest}"))
            .or_insert_with(|| rest.to_owned());
    }
    slip
}

fn change<'f>(fixtures: &'f [Fixture], slip: &Slip) -> Change<'f> {
    let (name, what) = slip[&'#'].split_once(' ').expect("a fixture and words");
    let fixture = fixtures.iter().find(|fixture| fixture.name == name).expect(name);
    let (old, new) = (&slip[&'-'], &slip[&'+']);
    let change = fixture.change(what).on(&slip[&'@']).names(&slip[&'!']);
    let change = if let Some(fix) = slip.get(&'?') { change.fixed_by(fix) } else { change };
    let Some(file) = slip.get(&'=') else {
        return change.replace_text(old, new);
    };
    let mut change = change;
    for name in ["en.json", "es.json"] {
        let path = here("mutants/fixtures/templates/appointment").join(name);
        let mut text = fs::read_to_string(path).expect("a definition");
        if name == file {
            assert_eq!(text.matches(old.as_str()).count(), 1, "{what}: where is `{old}`?");
            text = text.replace(old.as_str(), new);
        }
        change = change.file(&format!("appointment/{name}"), text);
    }
    change
}
