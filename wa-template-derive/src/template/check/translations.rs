//! Every language has what the first one has.

use wa_template_definition::{Button, Definition, Part, Place, PlaceholderName, Slot, SlotKind, Text};

use super::{Language, at, in_file, without_range};
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::suggest;
use crate::template::model::{Model, Source, Translation};
use crate::template::parse::{WrittenButton, WrittenField, WrittenTarget};

/// A translation has the placeholders of the first language, in any order, and its buttons in the same order: a value
/// is sent with the index of its button. Returns what follows from a mistake of the first language.
pub(super) fn same_slots(report: &Report, model: &Model, translation: &Translation) -> Vec<Diagnostic> {
    let code = translation.language.value();
    if other_button(report, model, translation, &code) {
        return Vec::new();
    }
    other_values(report, model, translation, &code);
    let (ours, theirs) = (translation.definition.slots(), model.definition.slots());
    // An address has one number on the wire, whatever its name.
    let url = |slot: &Slot| slot.authored.clone().filter(|_| matches!(slot.kind, SlotKind::UrlSuffix(_)));
    let key =
        |slot: &Slot| (slot.place.card(), slot.place.part(), slot.kind, slot.placeholder.clone(), url(slot));
    let name = |slot: &Slot| {
        let placeholder = slot.authored.as_ref().map(|name| format!("placeholder `{{{{{name}}}}}`"));
        placeholder.unwrap_or_else(|| format!("`{}`", slot.place))
    };
    let lacks = |slots: &[Slot], wanted: &Slot| !slots.iter().any(|slot| key(slot) == key(wanted));
    // A placeholder under another name is told once, where it stands: one stranger explains one that is missing.
    let mut strangers: Vec<&Slot> = ours.iter().filter(|slot| lacks(&theirs, slot)).collect();
    for slot in theirs.iter().filter(|slot| lacks(&ours, slot)) {
        let whole = without_range(&slot.place);
        let renamed = strangers.iter().position(|own| without_range(&own.place) == whole);
        if let Some(renamed) = renamed {
            strangers.remove(renamed);
            continue;
        }
        let owned = translation.owns(&whole);
        let span = if owned { translation.source.span(&whole) } else { translation.language.span() };
        let times = |definition: &Definition| times(definition, &whole, slot.authored.as_deref());
        let (own, first) = (times(&translation.definition), times(&model.definition));
        let (fact, help) = if own > 0 {
            (
                format!("the translation `{code}` has {} {own} of {first} times", name(slot)),
                "write it as often as the first language does: each has a number of its own".to_owned(),
            )
        } else {
            (
                format!("the translation `{code}` lacks {}", name(slot)),
                match &slot.authored {
                    Some(name) => {
                        format!("write `{{{{{name}}}}}` in its `{whole}`, as the first language does")
                    }
                    None => format!("the first language has it in `{}`", slot.place),
                },
            )
        };
        report.add(&Diagnostic::new(span, in_file(&translation.source, fact)).help(help));
    }
    // The first language lost it if a field waits for it, and another placeholder there has none.
    let by_name = |field: &WrittenField| matches!(field.target, WrittenTarget::Name);
    let waits = |name: &String| {
        let mut fields = model.source.written.fields.iter().filter(|field| by_name(field));
        fields.any(|field| field.name == *name)
    };
    let lost = |slot: &Slot| {
        let whole = without_range(&slot.place);
        let same_text = theirs.iter().filter(|other| without_range(&other.place) == whole);
        let mut names = same_text.filter_map(|other| other.authored.as_ref());
        slot.authored.as_ref().is_some_and(|name| {
            let nowhere = !theirs.iter().any(|other| other.authored.as_ref() == Some(name));
            let part = slot.place.part();
            waits(name) && (nowhere || names.any(|name| model.source.fields_of(part, name).next().is_none()))
        })
    };
    let mut later = Vec::new();
    for slot in ours.iter().filter(|slot| lacks(&theirs, slot)) {
        let language =
            Language { definition: &translation.definition, source: &translation.source, complete: true };
        let is_there = |other: &Slot| without_range(&other.place) == without_range(&slot.place);
        let other_header = slot.authored.is_none() && slot.place.part() == Part::Header;
        let of_other_kind = other_header && theirs.iter().any(is_there);
        let fact = if of_other_kind {
            format!("the translation `{code}` has another kind of header than the first language")
        } else {
            format!("the translation `{code}` has {}, the first language has not", name(slot))
        };
        let fact = in_file(&translation.source, fact);
        let names: Vec<&str> = theirs
            .iter()
            .filter(|other| other.kind == slot.kind && other.place.card() == slot.place.card())
            .filter_map(|other| other.authored.as_deref())
            .collect();
        let help = if of_other_kind {
            let inherited = "leave `header` out: what is left out is that of the first language";
            let same = "give both files the same kind of header";
            Some(if translation.source.file().is_some() { same } else { inherited }.to_owned())
        } else {
            slot.authored.as_ref().and_then(|name| suggest::help(name, "the first language has", &names))
        };
        let diagnostic = at(&language, &slot.place, fact).help_if(help);
        if lost(slot) {
            later.push(diagnostic);
        } else {
            report.add(&diagnostic);
        }
    }
    later
}

/// Whether some button is of another kind than in the first language: the order of all is wrong.
pub(super) fn is_of_other_kinds(model: &Model, translation: &Translation) -> bool {
    let mut pairs = translation.definition.buttons().iter().zip(model.definition.buttons());
    pairs.any(|(ours, theirs)| ours.type_name() != theirs.type_name())
}

/// Reports each button whose value is another than in the first language: a tap brings back the same in every language.
fn other_values(report: &Report, model: &Model, translation: &Translation, code: &str) {
    let cards = (0..model.definition.cards().count()).map(Some);
    let places = std::iter::once(None).chain(cards).flat_map(|card| {
        let section = model.source.written.section_at(card);
        let buttons = section.and_then(|section| section.buttons.as_ref()).map_or(0, |(_, list)| list.len());
        (0..buttons).map(move |index| (card, index))
    });
    for (card, index) in places {
        let value = |source: &Source| source.button_at(card, index).and_then(WrittenButton::value);
        let Some((own, tokens)) = value(&translation.source) else { continue };
        let place = Place::new(Part::Button(index));
        let place = card.map_or(place.clone(), |card| place.in_card(card));
        let (first, help) = match value(&model.source) {
            Some((first, _)) if first == own => continue,
            Some((first, _)) => {
                (format!("`{first}`"), "write the label alone: what it carries is the same in every language")
            }
            None => ("nothing".to_owned(), "remove it, or write it in the first language"),
        };
        let fact = format!(
            "`{place}` carries `{own}` in the translation `{code}`, but {first} in the first language"
        );
        report.add(&Diagnostic::over(&tokens, fact).help(help));
    }
}

/// How often a placeholder stands in a text.
fn times(definition: &Definition, text: &Place, authored: Option<&str>) -> usize {
    let placeholders = definition.text_at(text).map_or(&[][..], Text::placeholders);
    placeholders.iter().filter(|placeholder| Some(placeholder.authored.as_str()) == authored).count()
}

/// Whether a number is missing in a translation that the first language has: told as what it lacks.
pub(super) fn is_lacking_number(model: &Model, further: &Language<'_>, place: &Place) -> bool {
    let whole = without_range(place);
    let numbers = |definition: &Definition| -> Vec<PlaceholderName> {
        let text = definition.text_at(&whole);
        text.map(|text| text.names().into_iter().cloned().collect()).unwrap_or_default()
    };
    let own = numbers(further.definition);
    let lacks = |number: &u32| !own.contains(&PlaceholderName::Number(*number));
    let lacking = (1..=u32::MAX).find(lacks).map(PlaceholderName::Number);
    lacking.is_some_and(|number| numbers(&model.definition).contains(&number))
}

/// Reports the first button of another kind than that of the first language at its index.
fn other_button(report: &Report, model: &Model, translation: &Translation, code: &str) -> bool {
    let pairs = translation.definition.buttons().iter().zip(model.definition.buttons());
    let differ = |(ours, theirs): (&Button, &Button)| ours.type_name() != theirs.type_name();
    let Some((index, (ours, theirs))) = pairs.enumerate().find(|(_, pair)| differ(*pair)) else {
        return false;
    };
    let (ours, theirs) = (ours.type_name(), theirs.type_name());
    let fact =
        format!("button {index} of the translation `{code}` is {ours}, the first language has {theirs}");
    let place = Place::new(Part::Button(index));
    let span =
        if translation.owns(&place) { translation.source.span(&place) } else { translation.language.span() };
    let help = "put the buttons into the order of the first language";
    report.add(&Diagnostic::new(span, in_file(&translation.source, fact)).help(help));
    true
}
