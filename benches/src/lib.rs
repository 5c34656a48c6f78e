//! What the benchmarks share: the sample message and its rivals, and the clock.

pub mod clock;
pub mod message;
