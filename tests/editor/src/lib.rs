//! A crate as an editor sees it. Lines that end with `// here` have exactly one error, all others none.

mod fine;
mod half_typed;
mod mistakes;
