//! What stands around a template, each limit below, at and above.

use crate::value::callback_data;

#[test]
fn callback_data_has_at_most_512_characters() {
    for sign in ["k", "é", "🌵"] {
        for length in [0, 511, 512] {
            assert_eq!(callback_data(&sign.repeat(length)), None, "{length} of {sign}");
        }
        let refused = callback_data(&sign.repeat(513)).expect("too long");
        assert_eq!(refused.rule(), "callback-data-too-long");
        assert_eq!(refused.fact(), "the callback data has 513 characters, the limit is 512");
    }
}
