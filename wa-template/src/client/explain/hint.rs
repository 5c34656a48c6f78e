//! The place of which an error speaks, read from a text that has no promised form.
//!
//! Known forms: `body: number of localizable_params (1) does not match …`, `header: Format mismatch, expected IMAGE`,
//! `buttons: Button at index 0 of type Url requires a parameter`, `Param template['components'][0]['parameters'][1]`,
//! a placeholder in quotes or braces. What cannot be read is no hint.

use super::slot::Slot;
use crate::definition::Part;

/// A larger number is no position.
const DIGITS: usize = 4;

/// What a text says about the place; nothing of it need be there.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hint {
    kind: Option<Kind>,
    card: Option<usize>,
    /// The position of a component in the request, from 0.
    component: Option<usize>,
    /// The index of a button, from 0.
    button: Option<usize>,
    /// The number of a value in its component, from 1.
    value: Option<usize>,
    /// Everything in quotes or braces.
    names: Vec<Box<str>>,
}

/// Parts of a request as the platform names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Header,
    Body,
    Button,
    LimitedTimeOffer,
}

impl Hint {
    pub(super) fn read(text: &str) -> Self {
        let lower = text.to_ascii_lowercase();
        // `components[1].parameters[0]` counts from 0, `parameter 2` and `{{2}}` from 1.
        let component = number_after(&lower, "components", "'\"][");
        // The words of a path are no names.
        let (kind, names) =
            if component.is_some() { (None, Vec::new()) } else { (kind(&lower), quoted(text)) };
        let in_list = number_after(&lower, "parameters", "'\"][").and_then(|index| index.checked_add(1));
        let counted = ["parameter", "param", "placeholder", "variable"]
            .iter()
            .find_map(|word| number_after(&lower, word, " #"))
            .or_else(|| names.iter().find_map(|name| name.parse().ok()));
        let button = number_after(&lower, "index", " :#").or_else(|| number_after(&lower, "buttons", "["));
        Self {
            kind,
            card: ["cards", "card_index", "card"]
                .iter()
                .find_map(|word| number_after(&lower, word, "'\"][ :")),
            component,
            button: button.filter(|_| kind == Some(Kind::Button)),
            value: in_list.or(counted),
            names,
        }
    }

    /// The slots of which the text speaks; none if it does not say.
    pub(super) fn pick<'s>(&self, slots: &'s [Slot]) -> Vec<&'s Slot> {
        let is_placed = self.kind.is_some() || self.component.is_some() || self.card.is_some();
        let there: Vec<&Slot> = slots.iter().filter(|slot| self.is_there(slot)).collect();
        let narrow = |fits: &dyn Fn(&Slot) -> bool| {
            there.iter().copied().filter(|slot| fits(slot)).collect::<Vec<_>>()
        };
        let named = narrow(&|slot| self.names.iter().any(|name| slot.is_called(name)));
        if !named.is_empty() {
            return named;
        }
        let counted = narrow(&|slot| Some(slot.value) == self.value);
        if !counted.is_empty() {
            return counted;
        }
        if is_placed { there } else { Vec::new() }
    }

    /// Whether the slot is in the component of which the text speaks, if it speaks of one.
    fn is_there(&self, slot: &Slot) -> bool {
        let fits = |said: Option<usize>, is: Option<usize>| said.is_none() || said == is;
        fits(self.card, slot.card)
            && (self.component.is_none() || self.card.is_some() || slot.card.is_none())
            && fits(self.component, Some(slot.component))
            && fits(self.button, button(slot.part))
            && self.kind.is_none_or(|said| kind_of(slot.part) == Some(said))
    }
}

/// The part that is named first.
fn kind(lower: &str) -> Option<Kind> {
    [
        ("header", Kind::Header),
        ("body", Kind::Body),
        ("button", Kind::Button),
        ("limited_time_offer", Kind::LimitedTimeOffer),
    ]
    .into_iter()
    .filter_map(|(word, kind)| Some((lower.find(word)?, kind)))
    .min_by_key(|(at, _)| *at)
    .map(|(_, kind)| kind)
}

fn kind_of(part: Part) -> Option<Kind> {
    match part {
        Part::Header => Some(Kind::Header),
        Part::Body => Some(Kind::Body),
        Part::LimitedTimeOffer => Some(Kind::LimitedTimeOffer),
        part => button(part).map(|_| Kind::Button),
    }
}

fn button(part: Part) -> Option<usize> {
    match part {
        Part::Button(index)
        | Part::ButtonLabel(index)
        | Part::ButtonUrl(index)
        | Part::ButtonExample(index)
        | Part::ButtonPhoneNumber(index) => Some(index),
        _ => None,
    }
}

/// The number behind the last occurrence of a word, with only these characters in between.
fn number_after(lower: &str, word: &str, between: &str) -> Option<usize> {
    let (_, behind) = lower.rsplit_once(word)?;
    let digits = behind.trim_start_matches(|character| between.contains(character));
    if digits.len() == behind.len() {
        return None;
    }
    let end = digits.find(|character: char| !character.is_ascii_digit()).unwrap_or(digits.len());
    digits.get(..end).filter(|digits| digits.len() <= DIGITS)?.parse().ok()
}

/// What stands in quotes of any kind, or in braces.
fn quoted(text: &str) -> Vec<Box<str>> {
    let is_quote = |character: char| matches!(character, '\'' | '"' | '`' | '{' | '}' | '“' | '”');
    let parts: Vec<&str> = text.split(is_quote).collect();
    // The first and the last part have a quote on one side only.
    let inside = parts.get(1..parts.len().saturating_sub(1)).unwrap_or_default();
    let is_name = |part: &&&str| {
        !part.is_empty() && part.chars().all(|character| character.is_alphanumeric() || character == '_')
    };
    inside.iter().filter(is_name).map(|part| Box::from(*part)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &Hint) {
        assert_eq!(&Hint { names: Vec::new(), ..Hint::read(text) }, expected, "{text}");
    }

    #[test]
    fn places_are_read() {
        let placed = |kind| Hint { kind: Some(kind), ..Hint::default() };
        check(
            "body: number of localizable_params (1) does not match the expected number of params (2)",
            &placed(Kind::Body),
        );
        check("header: Format mismatch, expected IMAGE, received TEXT", &placed(Kind::Header));
        let button = |index| Hint { button: Some(index), ..placed(Kind::Button) };
        check("buttons: Button at index 2 of type Url requires a parameter", &button(2));
        check("The button index: 1 is not valid", &button(1));
        check("buttons[3].url: needs a value", &button(3));
        check("Body parameter 2 has a line break", &Hint { value: Some(2), ..placed(Kind::Body) });
        check("limited_time_offer is missing", &placed(Kind::LimitedTimeOffer));
    }

    #[test]
    fn paths_are_read() {
        let path = |component, value| Hint { component: Some(component), value, ..Hint::default() };
        check("Param template['components'][1]['parameters'][0]['text'] has tabs", &path(1, Some(1)));
        check("template.components[0]: no", &path(0, None));
        let in_card = Hint { card: Some(1), ..path(0, Some(3)) };
        check("template['components'][1]['cards'][1]['components'][0]['parameters'][2]", &in_card);
    }

    #[test]
    fn what_says_nothing_is_no_hint() {
        for text in [
            "",
            "Parameter name is missing or empty.",
            "index",
            "parameters[",
            "parameter 99999999999999999999",
            "components[12345]",
            "Translated text is too long.",
            "code 100 of 2",
            "İ parameterİ",
        ] {
            check(text, &Hint::default());
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "([a-z]{0,9}|parameters?|components|card|index|[\\[\\]'{}\" :#0-9äİ]){0,12}") {
            Hint::read(&text).pick(&[]);
        }
    }

    #[test]
    fn names_stand_in_quotes_or_braces() {
        let names = |text| Hint::read(text).names.join(" ");
        assert_eq!(names("Parameter 'order_id' and {{trip}} and `a`, not 'two words'"), "order_id trip a");
        assert_eq!(names("it's nothing"), "");
        assert_eq!(Hint::read("placeholder {{2}} is empty").value, Some(2));
    }
}
