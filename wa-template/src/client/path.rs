//! Addresses that no id can bend.

use reqwest::Url;

use super::error::SendError;

/// Reads a base URL; a path in it stays in front of everything.
pub(super) fn parse_base_url(text: &str) -> Result<Url, SendError> {
    let url = Url::parse(text)
        .map_err(|error| SendError::not_sent("the base url cannot be read").with_source(error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(SendError::not_sent("the base url must start with `https://` or `http://`"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(SendError::not_sent("the base url must not hold a user name or a password"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(SendError::not_sent("the base url must end before `?` and `#`"));
    }
    Ok(url)
}

/// Adds segments to a base URL, each of which stays one segment whatever it holds.
pub(super) fn append(base_url: &Url, segments: &[&str]) -> Result<Url, SendError> {
    let mut url = base_url.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    } else {
        return Err(SendError::not_sent("the base url cannot have a path"));
    }
    Ok(url)
}

/// Lets a text pass that can stand in an address as it is; `refusal` says what is wrong with any other.
///
/// Percent-encoding would keep a strange id inside its segment too, but then the server would see another id than
/// the caller wrote, and `..` would vanish.
pub(super) fn segment<'a>(text: &'a str, refusal: &'static str) -> Result<&'a str, SendError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if text.is_empty() || !text.bytes().all(plain) || text.bytes().all(|byte| byte == b'.') {
        return Err(SendError::not_sent(refusal));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(base_url: &str, expected: &str) {
        let url =
            parse_base_url(base_url).and_then(|url| append(&url, &["v25.0", "106540352242922", "messages"]));
        assert_eq!(url.as_ref().map(Url::as_str).ok(), Some(expected));
    }

    #[test]
    fn paths_of_the_base_url_stay() {
        check("https://graph.facebook.com", "https://graph.facebook.com/v25.0/106540352242922/messages");
        check("https://graph.facebook.com/", "https://graph.facebook.com/v25.0/106540352242922/messages");
        check("http://127.0.0.1:8080/graph", "http://127.0.0.1:8080/graph/v25.0/106540352242922/messages");
        check("http://127.0.0.1:8080/graph/", "http://127.0.0.1:8080/graph/v25.0/106540352242922/messages");
    }

    #[test]
    fn unusable_base_urls_are_not_sent() {
        for text in [
            "",
            "graph.facebook.com",
            "ftp://graph.facebook.com",
            "mailto:someone",
            "https://",
            "https://user@graph.facebook.com",
            "https://:password@graph.facebook.com",
            "https://graph.facebook.com?access_token=EAAtoken",
            "https://graph.facebook.com#EAAtoken",
        ] {
            let error = parse_base_url(text).expect_err(text);
            assert!(error.is_not_sent(), "{text}");
            let printed = format!("{error} {error:?}");
            assert!(!printed.contains("EAAtoken") && !printed.contains("password@"), "{printed}");
        }
    }

    #[test]
    fn segments_that_could_bend_the_address_are_refused() {
        for text in ["", ".", "..", "1/2", "1%2F2", "1?a", "1#a", "1\\2", " 1", "1\n", "+16505551234", "１"]
        {
            assert!(segment(text, "no").is_err(), "{text:?}");
        }
        for text in ["106540352242922", "v25.0", "a-b_c", "1..2"] {
            assert!(segment(text, "no").is_ok(), "{text:?}");
        }
    }
}
