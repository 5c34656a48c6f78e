//! Recorded notifications, where the environment names their folder.

use std::path::Path;

use wa_template::webhook::Notification;
use wa_template::webhook::tracker::{DeliveryState, MemoryStore, OptOuts, Tracker};

use crate::at;
use crate::opt_outs::observe;

/// Every recorded notification is taken, and the states are those that the names of the files say.
#[tokio::test]
async fn recorded_statuses_are_tracked() {
    let Some(folder) = std::env::var_os("WA_TEMPLATE_VECTORS") else { return };
    let mut found = 0;
    for file in std::fs::read_dir(Path::new(&folder).join("webhooks")).expect("a folder") {
        let path = file.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let notification = Notification::from_slice(&std::fs::read(&path).expect("a file")).expect("JSON");
        let tracker = Tracker::new(MemoryStore::new());
        let opt_outs = OptOuts::new(MemoryStore::new());
        let mut after = None;
        for status in notification.statuses() {
            after = Some(tracker.observe(status, at(0)).await.expect("stored").after());
        }
        let wishes = observe(&opt_outs, &notification).await;
        if let Some(kind) = name.strip_prefix("cloud_status_") {
            let expected = match kind.split('_').collect::<Vec<_>>()[..] {
                ["failed", "then", ..] | ["delivered", ..] | ["group", "delivered", ..] => {
                    Some(DeliveryState::Delivered)
                }
                ["failed", ..] | ["group", "failed", ..] => Some(DeliveryState::Failed),
                ["read" | "played", ..] | ["group", "read", ..] => Some(DeliveryState::Read),
                ["sent", ..] | ["group", "sent", ..] => Some(DeliveryState::Sent),
                _ => after,
            };
            assert_eq!(after, expected, "{name}");
            assert!(after.is_some(), "{name}");
            found += 1;
        }
        let expected = usize::from(name.starts_with("cloud_user_preferences_") || name.ends_with("_131050"));
        assert_eq!(wishes, expected, "{name}");
    }
    assert!(found > 30, "{found}");
}
