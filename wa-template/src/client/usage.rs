//! What the head of an answer says about waiting.

use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};
use serde_json::Value;

use super::json;
use crate::codes::Limit;

/// Waits that an answer names beside its body.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Waits {
    /// `Retry-After`.
    pub(crate) retry_after: Option<Duration>,
    /// Until the account or the app may call again; counts for the codes of call limits only, since the headers come
    /// with every answer.
    pub(crate) regain: Option<Duration>,
}

/// Usage per business account, and usage per app (docs/graph-api/overview/rate-limiting, Sep 2026).
const USAGE: [&str; 2] = ["x-business-use-case-usage", "x-app-usage"];

/// A wait beyond this is no statement about a limit that passes by itself: limits are counted by the hour and the day.
const LONGEST: Duration = Duration::from_hours(7 * 24);

impl Waits {
    pub(crate) fn read(headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        Self {
            // Seconds only. The form with a date would need the server's clock to agree with ours; the platform
            // documents neither, proxies send seconds.
            retry_after: text(RETRY_AFTER.as_str())
                .and_then(|seconds| seconds.trim().parse().ok())
                .map(|seconds| Duration::from_secs(seconds).min(LONGEST)),
            regain: USAGE.iter().filter_map(|name| regain(text(name)?)).max(),
        }
    }

    /// The longest of these and what is documented for the code.
    pub(crate) fn longest(self, documented: Option<Duration>, limit: Option<Limit>) -> Option<Duration> {
        let regain = self.regain.filter(|_| limit == Some(Limit::Calls));
        [documented, regain, self.retry_after].into_iter().flatten().max()
    }
}

/// The longest `estimated_time_to_regain_access`, which is in minutes. The header of the business account holds a list
/// per account; that of the app is documented without this key, and is read alike in case it comes [?].
fn regain(header: &str) -> Option<Duration> {
    let usage: Value = header.parse().ok()?;
    let of_accounts = usage.as_object()?.values().filter_map(Value::as_array).flatten();
    of_accounts
        .chain([&usage])
        .filter_map(|usage| json::number(usage, "estimated_time_to_regain_access"))
        .filter(|minutes| *minutes > 0)
        .map(|minutes| Duration::from_secs(u64::from(minutes) * 60).min(LONGEST))
        .max()
}

#[cfg(test)]
mod tests {
    use reqwest::header::{HeaderName, HeaderValue};

    use super::*;

    #[track_caller]
    fn read(headers: &[(&'static str, &'static str)]) -> Waits {
        let headers = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        Waits::read(&headers.collect())
    }

    #[test]
    fn the_longest_time_to_regain_access_counts() {
        let usage = concat!(
            r#"{"1":[{"type":"whatsapp","estimated_time_to_regain_access":3},"#,
            r#"{"type":"whatsapp_business_management","estimated_time_to_regain_access":"12"}],"2":[{"call_count":9}]}"#
        );
        assert_eq!(read(&[("x-business-use-case-usage", usage)]).regain, Some(Duration::from_mins(12)));
        let app = r#"{"call_count":100,"total_time":25,"estimated_time_to_regain_access":5}"#;
        assert_eq!(read(&[("x-app-usage", app)]).regain, Some(Duration::from_mins(5)));
        assert_eq!(
            read(&[("x-app-usage", app), ("x-business-use-case-usage", usage)]).regain,
            Some(Duration::from_mins(12))
        );
    }

    #[test]
    fn what_says_nothing_is_no_wait() {
        for usage in [
            "",
            "{",
            "[]",
            "7",
            r#"{"1":7}"#,
            r#"{"1":[7]}"#,
            r#"{"1":[{"estimated_time_to_regain_access":0}]}"#,
            r#"{"call_count":28}"#,
        ] {
            assert_eq!(read(&[("x-business-use-case-usage", usage)]), Waits::default(), "{usage}");
        }
        assert_eq!(read(&[]), Waits::default());
    }

    #[test]
    fn retry_after_is_in_seconds() {
        let retry_after = |value| read(&[("retry-after", value)]).retry_after;
        assert_eq!(retry_after("120"), Some(Duration::from_mins(2)));
        assert_eq!(retry_after(" 0 "), Some(Duration::ZERO));
        assert_eq!(retry_after("18446744073709551615"), Some(LONGEST));
        for odd in ["-1", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT", ""] {
            assert_eq!(retry_after(odd), None, "{odd}");
        }
    }
}
