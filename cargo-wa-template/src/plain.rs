//! Foreign text that is about to be printed: a definition or send must not steer the terminal or forge lines.

/// One line: every control character is spelled out.
pub(crate) fn line(text: &str) -> String {
    clean(text, |_| false)
}

/// Several lines: line feeds and tabs stay, every other control character is spelled out.
pub(crate) fn block(text: &str) -> String {
    clean(text, |char| matches!(char, '\n' | '\t'))
}

fn clean(text: &str, keep: impl Fn(char) -> bool) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_control() && !keep(char) {
            cleaned.extend(char.escape_default());
        } else {
            cleaned.push(char);
        }
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::{block, line};

    #[test]
    fn control_characters_are_spelled_out() {
        assert_eq!(line("a\u{1b}[31m\nb\u{9b}"), "a\\u{1b}[31m\\nb\\u{9b}");
        assert_eq!(block("a\r\n\tb\u{7}"), "a\\r\n\tb\\u{7}");
        assert_eq!(line("grüße 👋"), "grüße 👋");
    }
}
