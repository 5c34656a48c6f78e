//! Names that the platform takes.

/// A name in `snake_case`: what a struct's name becomes when the template has none of its own.
///
/// # Example
///
/// ```
/// use wa_template_definition::name::snake_case;
///
/// assert_eq!(snake_case("OrderUpdate"), "order_update");
/// assert_eq!(snake_case("HTTPServer"), "http_server");
/// ```
#[must_use]
#[inline]
pub fn snake_case(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut snake = String::with_capacity(name.len() + 4);
    for (index, &char) in chars.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| chars.get(index));
        let after = chars.get(index + 1);
        // A capital begins a word unless it goes on an abbreviation: `OrderID` is order_id, `HTTPServer` http_server.
        let begins = char.is_uppercase()
            && before.is_some_and(|before| {
                *before != '_' && (!before.is_uppercase() || after.is_some_and(|after| after.is_lowercase()))
            });
        if begins {
            snake.push('_');
        }
        snake.extend(char.to_lowercase());
    }
    snake
}

/// The nearest name of lower-case letters, digits and underscores; `otherwise` if nothing is left.
#[inline]
pub(crate) fn nearest(name: &str, otherwise: &str) -> String {
    let mut allowed = String::new();
    for char in snake_case(name).chars() {
        match char {
            'a'..='z' | '0'..='9' => allowed.push(char),
            _ if allowed.ends_with('_') => {}
            _ => allowed.push('_'),
        }
    }
    let trimmed = allowed.trim_matches('_');
    if trimmed.is_empty() { otherwise.to_owned() } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{nearest, snake_case};

    #[test]
    fn makes_snake_case() {
        for (name, snake) in [
            ("OrderUpdate", "order_update"),
            ("Yes", "yes"),
            ("OrderID", "order_id"),
            ("HTTPServer", "http_server"),
            ("Sale2026", "sale2026"),
            ("already_snake", "already_snake"),
            ("Odd_Name", "odd_name"),
            ("A", "a"),
            ("", ""),
        ] {
            assert_eq!(snake_case(name), snake, "{name}");
        }
    }

    #[test]
    fn finds_the_nearest_name() {
        assert_eq!(nearest("Order Update!", "x"), "order_update");
        assert_eq!(nearest("größe", "x"), "gr_e");
        assert_eq!(nearest("!", "x"), "x");
    }
}
