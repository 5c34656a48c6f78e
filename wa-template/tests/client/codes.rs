//! Every code that the platform's pages list, with its class and its wait. The table is written anew from the pages,
//! not taken from the library.

use wa_template::client::{ErrorClass, ListedCode};

use ErrorClass::{Ask, Backoff, Day, Fix, Never, Pair, State};

/// First and last code of a run, class (none for what never answers a send), documented wait in seconds.
type Row = (u32, u32, Option<ErrorClass>, Option<u64>);

const fn row(code: u32, class: ErrorClass) -> Row {
    (code, code, Some(class), None)
}

const fn after(code: u32, class: ErrorClass, seconds: u64) -> Row {
    (code, code, Some(class), Some(seconds))
}

const fn run(first: u32, last: u32, class: ErrorClass) -> Row {
    (first, last, Some(class), None)
}

const fn inbound(code: u32) -> Row {
    (code, code, None, None)
}

/// support/error-codes, groups/error-codes, marketing-messages, direct-send, business-scoped-user-ids.
pub(crate) const CLOUD: &[Row] = &[
    row(0, State),
    row(1, Backoff),
    after(2, Backoff, 300),
    row(3, State),
    row(4, Backoff),
    row(10, State),
    row(33, Fix),
    row(100, Fix),
    row(102, State),
    row(104, State),
    row(190, State),
    run(200, 299, State),
    row(368, State),
    row(506, Fix),
    row(613, Backoff),
    row(803, Fix),
    row(80_007, Backoff),
    row(80_008, Backoff),
    row(130_403, Never),
    row(130_429, Backoff),
    row(130_472, Never),
    row(130_497, Never),
    inbound(130_501),
    row(131_000, Backoff),
    row(131_005, State),
    row(131_008, Fix),
    row(131_009, Fix),
    row(131_016, Backoff),
    row(131_020, Fix),
    row(131_021, Fix),
    row(131_026, Ask),
    row(131_030, Fix),
    row(131_031, State),
    inbound(131_035),
    row(131_036, State),
    row(131_037, State),
    row(131_041, Fix),
    row(131_042, State),
    row(131_044, State),
    row(131_045, State),
    row(131_047, Fix),
    row(131_048, State),
    after(131_049, Day, 86_400),
    row(131_050, Never),
    row(131_051, Fix),
    inbound(131_052),
    row(131_053, Fix),
    row(131_055, Fix),
    after(131_056, Pair, 1),
    after(131_057, Backoff, 60),
    inbound(131_059),
    inbound(131_060),
    row(131_062, Fix),
    row(131_063, Fix),
    row(131_064, State),
    inbound(131_201),
    row(131_202, Fix),
    row(131_204, Fix),
    row(131_207, State),
    row(131_208, Backoff),
    run(131_209, 131_215, Fix),
    row(132_000, Fix),
    row(132_001, Fix),
    row(132_005, Fix),
    row(132_007, Fix),
    row(132_008, Fix),
    row(132_012, Fix),
    row(132_015, State),
    row(132_016, State),
    row(132_018, Fix),
    row(132_068, State),
    after(132_069, Backoff, 3600),
    row(133_000, State),
    row(133_004, Backoff),
    row(133_005, Fix),
    row(133_006, State),
    row(133_008, State),
    row(133_009, Backoff),
    row(133_010, State),
    after(133_015, Backoff, 300),
    row(133_016, State),
    row(134_011, State),
    row(134_100, Fix),
    after(134_101, Backoff, 600),
    row(134_102, State),
    row(134_103, State),
    row(135_000, Fix),
    run(136_024, 136_025, Fix),
    row(137_000, State),
    run(138_000, 138_018, Fix),
    run(139_000, 139_004, Fix),
    run(139_100, 139_103, Fix),
    row(139_200, State),
    run(147_001, 147_005, Fix),
    row(1_752_041, Fix),
];

/// docs/whatsapp/on-premises/errors, archived.
pub(crate) const ON_PREMISES: &[Row] = &[
    inbound(400),
    row(402, State),
    row(408, Fix),
    inbound(410),
    row(429, Backoff),
    row(430, State),
    run(432, 433, State),
    row(470, Fix),
    after(471, State, 86_400),
    row(472, Never),
    row(480, State),
    row(500, Backoff),
    row(501, Fix),
    row(1000, Backoff),
    run(1001, 1004, Fix),
    row(1005, State),
    row(1006, Fix),
    row(1007, Never),
    run(1008, 1010, Fix),
    row(1011, Backoff),
    row(1012, Fix),
    row(1013, Never),
    run(1014, 1016, Backoff),
    run(1017, 1018, State),
    run(1019, 1021, Fix),
    row(1022, State),
    row(1023, Backoff),
    row(1024, State),
    row(1025, Fix),
    row(1026, Ask),
    row(1028, State),
    row(1031, State),
    run(2000, 2001, Fix),
    row(2002, Backoff),
    run(2003, 2012, Fix),
    row(2013, Ask),
    run(2014, 2017, Fix),
    run(2023, 2030, Fix),
    row(2036, Fix),
    row(2050, State),
    run(2060, 2062, State),
    run(2068, 2069, State),
];

/// Subcodes of code 100: template creation and other calls of management.
const OF_100: &[u32] = &[
    33, 2_388_001, 2_388_012, 2_388_019, 2_388_023, 2_388_024, 2_388_039, 2_388_040, 2_388_047, 2_388_072,
    2_388_073, 2_388_077, 2_388_091, 2_388_093, 2_388_103, 2_388_293, 2_388_299, 2_494_100, 200_005, 200_006,
    200_007, 2_593_079, 2_593_085, 2_593_107, 2_593_108, 2_593_109,
];

#[track_caller]
fn check(rows: &[Row], find: impl Fn(u32) -> Option<&'static ListedCode>) {
    let mut listed = 0;
    for &(first, last, class, wait) in rows {
        for code in first..=last {
            let found = find(code).unwrap_or_else(|| panic!("{code} is not listed"));
            assert_eq!(found.class(), class, "class of {code}");
            assert_eq!(found.retry_after().map(|wait| wait.as_secs()), wait, "wait of {code}");
            assert!(!found.explanation().is_empty(), "{code}");
            listed += 1;
        }
    }
    let all = (0..3_000_000).filter(|code| find(*code).is_some()).count();
    assert_eq!(all, listed, "the library lists codes that no page names");
}

#[test]
fn every_documented_code_of_the_cloud_api_is_listed() {
    check(CLOUD, ListedCode::cloud);
}

#[test]
fn every_documented_code_of_the_on_premises_api_is_listed() {
    check(ON_PREMISES, ListedCode::on_premises);
}

#[test]
fn every_documented_subcode_is_listed() {
    for &subcode in OF_100 {
        assert!(ListedCode::subcode(100, subcode).is_some(), "{subcode}");
    }
    for subcode in [460, 463, 467] {
        assert_eq!(ListedCode::subcode(190, subcode).and_then(ListedCode::class), Some(State), "{subcode}");
    }
    assert_eq!(ListedCode::subcode(1, 33), None);
}

#[test]
fn two_codes_have_an_end_of_their_own() {
    for (code, repeats) in [(1, Some(2)), (131_000, Some(3)), (131_016, None), (132_000, None)] {
        assert_eq!(ListedCode::cloud(code).and_then(ListedCode::most_repeats), repeats, "{code}");
    }
}
