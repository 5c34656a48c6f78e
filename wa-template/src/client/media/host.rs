//! Where the token may go along.

use reqwest::Url;

/// From here the platform hands out media. Other hosts below `fbsbx.com` carry what strangers have made.
const PLATFORM: &str = "lookaside.fbsbx.com";

/// The address of a file, if the token may be shown to its server: the one that all requests go to, the platform's own
/// for media, or one that the caller named.
pub(super) fn trusted(address: &str, base_url: &Url, named: &[String]) -> Option<Url> {
    let url = Url::parse(address).ok()?;
    if !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    if url.origin() == base_url.origin() {
        return Some(url);
    }
    let host = url.host_str()?;
    let known = host == PLATFORM || named.iter().any(|named| named == host);
    (url.scheme() == "https" && url.port().is_none() && known).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, base_url: &str, named: &[&str]) -> bool {
        let named: Vec<_> = named.iter().map(|&host| host.to_owned()).collect();
        trusted(address, &Url::parse(base_url).expect("an address"), &named).is_some()
    }

    const META: &str = "https://graph.facebook.com";

    #[test]
    fn the_platform_and_the_base_url_are_trusted() {
        assert!(check("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1", META, &[]));
        assert!(check("https://LOOKASIDE.fbsbx.com:443/a", META, &[]));
        assert!(check("https://graph.facebook.com/a", META, &[]));
        // A backslash ends the host: what follows is a path.
        assert!(check("https://lookaside.fbsbx.com\\@example.com/a", META, &[]));
        assert!(check("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/graph", &[]));
        assert!(check("https://media.example.com/a", META, &["media.example.com"]));
    }

    #[test]
    fn nothing_else_is() {
        for address in [
            "http://lookaside.fbsbx.com/a",
            "https://lookaside.fbsbx.com:8443/a",
            "https://lookaside.fbsbx.com.example.com/a",
            "https://evil.lookaside.fbsbx.com/a",
            "https://apps.fbsbx.com/a",
            "https://fbsbx.com/a",
            "https://lookaside.fbsbx.com@example.com/a",
            "https://user@lookaside.fbsbx.com/a",
            "https://example.com/lookaside.fbsbx.com",
            "http://graph.facebook.com/a",
            "https://graph.facebook.com:8443/a",
            "file:///etc/passwd",
            "data:text/plain,a",
            "//lookaside.fbsbx.com/a",
            "",
        ] {
            assert!(!check(address, META, &[]), "{address}");
        }
        assert!(!check("http://127.0.0.1:8081/a", "http://127.0.0.1:8080", &[]));
        assert!(!check("http://media.example.com/a", META, &["media.example.com"]));
        assert!(!check("https://a.media.example.com/a", META, &["media.example.com"]));
    }
}
