//! The form in which a file is uploaded: `multipart/form-data` with one file.
//!
//! It is written by hand, since reqwest's own brings further crates and always the same three parts are needed.

use std::fmt::Write;
use std::hash::{BuildHasher, RandomState};

use reqwest::header::HeaderValue;

/// What stands around the file.
pub(super) struct Form {
    pub(super) content_type: HeaderValue,
    pub(super) head: String,
    pub(super) tail: String,
}

impl Form {
    pub(super) fn new(mime_type: &'static str, filename: &str) -> Self {
        // Two keys of 64 bits from the operating system: no file contains this by chance.
        let random = || RandomState::new().hash_one("boundary");
        Self::with_boundary(&format!("wa-template-{:016x}{:016x}", random(), random()), mime_type, filename)
    }

    fn with_boundary(boundary: &str, mime_type: &'static str, filename: &str) -> Self {
        let mut head = String::new();
        for (name, value) in [("messaging_product", "whatsapp"), ("type", mime_type)] {
            let _ = write!(
                head,
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
        }
        let _ = write!(
            head,
            "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\
             Content-Type: {mime_type}\r\n\r\n",
            quoted(filename)
        );
        // The boundary is made of letters, digits and dashes, which every header can carry.
        let content_type = HeaderValue::from_str(&format!("multipart/form-data; boundary={boundary}"))
            .unwrap_or(HeaderValue::from_static("multipart/form-data"));
        Self { content_type, head, tail: format!("\r\n--{boundary}--\r\n") }
    }
}

/// A name in quotes, as browsers write it (HTML standard, multipart form data); other control characters, which no
/// header may carry, become underscores.
fn quoted(name: &str) -> String {
    let mut quoted = String::new();
    for char in name.chars() {
        match char {
            '"' => quoted.push_str("%22"),
            '\r' => quoted.push_str("%0D"),
            '\n' => quoted.push_str("%0A"),
            char if char.is_control() => quoted.push('_'),
            char => quoted.push(char),
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_the_documented_one() {
        let form = Form::with_boundary("b0", "image/png", "shoes \"new\"\r\n.png");
        assert_eq!(form.content_type, "multipart/form-data; boundary=b0");
        let expected = "--b0\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n\
            --b0\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nimage/png\r\n\
            --b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"shoes %22new%22%0D%0A.png\"\r\n\
            Content-Type: image/png\r\n\r\n";
        assert_eq!(form.head, expected);
        assert_eq!(form.tail, "\r\n--b0--\r\n");
    }

    #[test]
    fn boundaries_differ() {
        let one = Form::new("image/png", "a.png");
        assert_ne!(one.tail, Form::new("image/png", "a.png").tail);
    }
}
