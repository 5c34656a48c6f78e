//! The place of a violation inside its text: the line, and carets under what is wrong.

use std::ops::Range;

use wa_template_definition::{Definition, Part, Place};

/// How many characters are shown on each side of the marked ones.
const AROUND: usize = 40;

/// Two lines, if the place is a part of a text.
pub(crate) fn of(definition: &Definition, place: &Place) -> Option<[String; 2]> {
    let text = match place.part() {
        Part::ButtonLabel(index) => definition.buttons().get(index)?.label()?,
        part => definition.text(part)?.authored(),
    };
    lines(text, place.range()?)
}

fn lines(text: &str, range: Range<usize>) -> Option<[String; 2]> {
    let before = last_line(text.get(..range.start)?);
    let found = text.get(range.clone())?;
    let marked = first_line(found);
    // What is marked ends with its line; what follows it is then another one's.
    let after = if marked.len() < found.len() { "" } else { first_line(text.get(range.end..)?) };

    let before = before_carets(before);
    let carets = "^".repeat(marked.chars().count().max(1));
    let underline = format!("{}{carets}", " ".repeat(before.chars().count()));
    Some([format!("{before}{}{}", shown(marked), after_carets(after)), underline])
}

fn last_line(text: &str) -> &str {
    text.rsplit('\n').next().unwrap_or_default()
}

fn first_line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

/// The end of what stands before the carets. Only characters that are certain to be one column wide: with any other
/// the carets would miss their place.
fn before_carets(text: &str) -> String {
    let kept: Vec<char> = text.chars().rev().take(AROUND).take_while(|char| is_narrow(*char)).collect();
    let cut = kept.len() < text.chars().count();
    cut.then_some('…').into_iter().chain(kept.into_iter().rev()).collect()
}

fn after_carets(text: &str) -> String {
    let mut kept: String = shown(text).chars().take(AROUND).collect();
    if text.chars().count() > AROUND {
        kept.push('…');
    }
    kept
}

/// One character for each, so that carets can be counted.
fn shown(text: &str) -> String {
    text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect()
}

/// Latin, Greek, Cyrillic and their punctuation, precomposed.
fn is_narrow(char: char) -> bool {
    matches!(char, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}'
        | '\u{48a}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}')
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[track_caller]
    fn check(text: &str, marked: &str, line: &str, underline: &str) {
        let start = text.find(marked).unwrap();
        let expected = Some([line.to_owned(), underline.to_owned()]);
        assert_eq!(lines(text, start..start + marked.len()), expected);
    }

    #[test]
    fn carets_stand_under_what_is_marked() {
        check("Dear {{x}}, hello", "{{x}}", "Dear {{x}}, hello", "     ^^^^^");
        check("Grüße, {{x}}!", "{{x}}", "Grüße, {{x}}!", "       ^^^^^");
        check("one\ntwo {{x}} two\nthree", "{{x}}", "two {{x}} two", "    ^^^^^");
        check("a {{x\ny}} b", "{{x\ny}}", "a {{x", "  ^^^");
    }

    #[test]
    fn wide_and_long_text_is_cut() {
        check("你好 {{x}} 你好", "{{x}}", "… {{x}} 你好", "  ^^^^^");
        let long = format!("{}{{{{x}}}}{}", "a".repeat(60), "b".repeat(60));
        let line = format!("…{}{{{{x}}}}{}…", "a".repeat(40), "b".repeat(40));
        check(&long, "{{x}}", &line, &format!("{}^^^^^", " ".repeat(41)));
    }

    #[test]
    fn a_range_that_does_not_fit_gives_nothing() {
        assert_eq!(lines("ü", 1..2), None);
        assert_eq!(lines("short", 3..9), None);
        assert_eq!(lines("end", 3..3), Some(["end".to_owned(), "   ^".to_owned()]));
    }
}
