//! Kinds of characters that some texts may not hold.

/// Blocks in which a character shows as a picture on every client. Signs that are text by default (`©`, `™`, digits)
/// are left out: they count only with the variation selector, which is listed. So is the zero-width joiner, which
/// holds emoji together, but also letters of Sinhala, Malayalam or Persian words.
const EMOJI: &[(char, char)] = &[
    ('\u{20e3}', '\u{20e3}'),
    ('\u{231a}', '\u{231b}'),
    ('\u{23e9}', '\u{23f3}'),
    ('\u{2600}', '\u{27bf}'),
    ('\u{2b50}', '\u{2b55}'),
    ('\u{fe0f}', '\u{fe0f}'),
    ('\u{1f000}', '\u{1faff}'),
    ('\u{e0020}', '\u{e007f}'),
];

/// The first emoji of a text.
#[inline]
pub(crate) fn emoji(text: &str) -> Option<char> {
    text.chars().find(|char| EMOJI.iter().any(|(first, last)| (first..=last).contains(&char)))
}

/// The first line break of any kind.
#[inline]
pub(crate) fn line_break(text: &str) -> Option<char> {
    text.chars()
        .find(|char| matches!(char, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'))
}

/// The first formatting mark that is in effect: a pair of `*`, `_` or `~` around something, or three back-ticks.
/// A single mark (`Buy 2*`) formats nothing and is left alone.
#[inline]
pub(crate) fn formatting_mark(text: &str) -> Option<&'static str> {
    if text.contains("```") {
        return Some("```");
    }
    ["*", "_", "~"].into_iter().find(|mark| {
        let mut pieces = text.split(mark);
        pieces.next();
        // A pair has a non-empty piece between two marks.
        let between: Vec<_> = pieces.collect();
        between.len() > 1 && between[..between.len() - 1].iter().any(|piece| !piece.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::{emoji, formatting_mark, line_break};

    #[test]
    fn tells_pictures_from_text() {
        assert_eq!(emoji("Happy 😃"), Some('😃'));
        assert_eq!(emoji("☀"), Some('☀'));
        assert_eq!(emoji("Copy © 2026 — “ok” ñ 中文!"), None);
    }

    #[test]
    fn tells_pairs_from_single_marks() {
        assert_eq!(formatting_mark("*bold*"), Some("*"));
        assert_eq!(formatting_mark("a_b"), None);
        assert_eq!(formatting_mark("**"), None);
        assert_eq!(formatting_mark("see ```x```"), Some("```"));
        assert_eq!(formatting_mark("~a~"), Some("~"));
    }

    #[test]
    fn finds_line_breaks() {
        assert_eq!(line_break("a\nb"), Some('\n'));
        assert_eq!(line_break("ab"), None);
    }
}
