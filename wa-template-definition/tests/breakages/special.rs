//! Cards, offers, order statuses, tap targets.

use serde_json::{Value, json};

use super::{Breakage, Part, changed};

/// What can be wrong with the cards as a whole.
pub(super) fn carousel(send: &Value, path: &str, product: bool) -> Vec<Breakage> {
    let at = |what: &str, code, change: &dyn Fn(&mut Vec<Value>)| {
        let broken = changed(send, |send| {
            change(send.pointer_mut(path).expect("a carousel")["cards"].as_array_mut().expect("cards"));
        });
        (format!("{what} at {path}"), broken, code)
    };
    let without = changed(send, |send| {
        let components = send["components"].as_array_mut().expect("components");
        components.retain(|component| component.get("cards").is_none());
    });
    let mut breakages = vec![
        ("no carousel".to_owned(), without, 131_008),
        at("no cards", 132_012, &Vec::clear),
        at("one card", 132_012, &|cards| cards.truncate(1)),
        at("eleven cards", 132_012, &|cards| {
            let last = cards[cards.len() - 1].clone();
            cards.resize(11, last);
        }),
        at("a card without number", 132_012, &|cards| cards[1]["card_index"] = json!(null)),
        at("a card with the number of another", 132_012, &|cards| cards[1]["card_index"] = json!(0)),
    ];
    // Product cards come in any allowed number.
    if !product {
        breakages.push(at("a card dropped", 132_012, &|cards| drop(cards.pop())));
        breakages.push(at("a card added", 132_012, &|cards| {
            let mut last = cards[cards.len() - 1].clone();
            last["card_index"] = json!(cards.len());
            cards.push(last);
        }));
    }
    breakages
}

impl Part<'_> {
    pub(super) fn limited_time_offer(&self) -> Vec<Breakage> {
        let offer = self.scope.definition.limited_time_offer().expect("an offer");
        let required = offer.has_expiration().then_some(131_008);
        let mut breakages: Vec<_> = required.map(|code| self.left_out(code)).into_iter().collect();
        breakages.extend(self.number_and_kind(required));
        for time in [json!(-1), json!("soon")] {
            breakages.push(self.below("no time", 131_009, "/limited_time_offer/expiration_time_ms", time));
        }
        breakages
    }

    pub(super) fn order_status(&self) -> Vec<Breakage> {
        let mut breakages = vec![
            self.left_out(131_008),
            self.below("no reference", 131_009, "/order_status/reference_id", json!("")),
            self.below("no status", 131_009, "/order_status/order/status", json!("lost")),
        ];
        breakages.extend(self.number_and_kind(Some(131_008)));
        breakages
    }

    /// It goes with any template, so that it can be left out.
    pub(super) fn tap_target(&self) -> Vec<Breakage> {
        let target = "/tap_target_configuration/0";
        vec![
            self.below("no address", 131_009, &format!("{target}/url"), json!("example.com")),
            self.below("no title", 131_009, &format!("{target}/title"), json!("")),
        ]
    }
}
