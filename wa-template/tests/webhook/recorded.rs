//! Recorded notifications: for each file the events in it, in a few words.

use std::path::Path;

use wa_template::webhook::Notification;

use crate::summary::summary;

#[test]
fn recorded_notifications_are_what_they_are() {
    let Some(folder) = std::env::var_os("WA_TEMPLATE_VECTORS") else {
        println!("WA_TEMPLATE_VECTORS is not set: no recorded notifications to read");
        return;
    };
    let folder = Path::new(&folder).join("webhooks");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder can be read")
        .map(|file| file.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let mut actual = Vec::new();
    for path in &files {
        let body = std::fs::read(path).expect("the file can be read");
        let notification = Notification::from_slice(&body).expect("the notification is understood");
        let events: Vec<_> = notification.events().map(summary).collect();
        let name = path.file_stem().expect("it has a name").to_string_lossy();
        actual.push(format!("{name}: {}", events.join("; ")));
    }
    let expected: Vec<_> = EXPECTED.lines().collect();
    let missing: Vec<_> =
        expected.iter().filter(|line| !actual.iter().any(|other| other == *line)).copied().collect();
    let unexpected: Vec<_> =
        actual.iter().map(String::as_str).filter(|line| !expected.contains(line)).collect();
    assert!(
        missing.is_empty() && unexpected.is_empty(),
        "missing:\n{}\nunexpected:\n{}",
        missing.join("\n"),
        unexpected.join("\n")
    );
}

/// The events of each file.
const EXPECTED: &str = include_str!("recorded.txt");
