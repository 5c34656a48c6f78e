//! The language codes a template can be created in.

/// Every code of `templates/supported-languages` (seen November 2025, unchanged in autumn 2026). Codes are
/// case-sensitive and take an underscore.
#[rustfmt::skip]
pub const CODES: &[&str] = &[
    "af", "sq", "ar", "ar_EG", "ar_AE", "ar_LB", "ar_MA", "ar_QA", "az", "be_BY", "bn", "bn_IN", "bg", "ca", "zh_CN",
    "zh_HK", "zh_TW", "hr", "cs", "da", "prs_AF", "nl", "nl_BE", "en", "en_GB", "en_US", "en_AE", "en_AU", "en_CA",
    "en_GH", "en_IE", "en_IN", "en_JM", "en_MY", "en_NZ", "en_QA", "en_SG", "en_UG", "en_ZA", "et", "fil", "fi", "fr",
    "fr_BE", "fr_CA", "fr_CH", "fr_CI", "fr_MA", "ka", "de", "de_AT", "de_CH", "el", "gu", "ha", "he", "hi", "hu",
    "id", "ga", "it", "ja", "kn", "kk", "rw_RW", "ko", "ky_KG", "lo", "lv", "lt", "mk", "ms", "ml", "mr", "nb",
    "ps_AF", "fa", "pl", "pt_BR", "pt_PT", "pa", "ro", "ru", "sr", "si_LK", "sk", "sl", "es", "es_AR", "es_CL",
    "es_CO", "es_CR", "es_DO", "es_EC", "es_HN", "es_MX", "es_PA", "es_PE", "es_ES", "es_UY", "sw", "sv", "ta", "te",
    "th", "tr", "uk", "ur", "uz", "vi", "zu",
];

/// Whether a template can be created in this language. The comparison is exact, as the platform's is.
#[must_use]
#[inline]
pub fn is_known(code: &str) -> bool {
    CODES.contains(&code)
}

/// The code that was probably meant: the same but for letter case and separator, or a more special one of the same
/// language (`pt` has none of its own, `pt_BR` and `pt_PT` exist).
#[must_use]
#[inline]
pub fn similar(code: &str) -> Vec<&'static str> {
    let folded = fold(code);
    let same: Vec<_> = CODES.iter().copied().filter(|known| fold(known) == folded).collect();
    if !same.is_empty() {
        return same;
    }
    let language = folded.split('_').next().unwrap_or_default();
    CODES.iter().copied().filter(|known| fold(known).split('_').next() == Some(language)).collect()
}

#[inline]
fn fold(code: &str) -> String {
    code.replace('-', "_").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{CODES, is_known, similar};

    #[test]
    fn codes_are_distinct_and_exact() {
        let mut sorted = CODES.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), CODES.len());
        assert!(is_known("en_US"));
        assert!(!is_known("en-US"));
        assert!(!is_known("zh"));
    }

    #[test]
    fn finds_what_was_meant() {
        assert_eq!(similar("en-us"), ["en_US"]);
        assert_eq!(similar("pt"), ["pt_BR", "pt_PT"]);
        assert_eq!(similar("zh_XX"), ["zh_CN", "zh_HK", "zh_TW"]);
        assert!(similar("klingon").is_empty());
    }
}
