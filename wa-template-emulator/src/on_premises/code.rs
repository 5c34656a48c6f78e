//! The numbers of the On-Premises API.

use wa_template_definition::{Violation, rule};

/// The code by which this API refuses what the Cloud API refuses by the code of the violation
/// (docs/whatsapp/api/errors, archived).
pub(super) fn code(violation: &Violation) -> u32 {
    match violation.code() {
        Some(131_008) => 1008,
        // The Cloud API has one code for all unusable values, this one has one for white space alone.
        Some(132_018) if violation.rule() == rule::VALUE_WHITE_SPACE.id => 2006,
        Some(code @ (132_000 | 132_001 | 132_005 | 132_007 | 132_012)) => code - 130_000,
        _ => 1009,
    }
}
