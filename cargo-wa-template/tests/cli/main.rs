//! The built program, run as users run it.

mod check_send;
mod diff;
mod emulate;
mod explain;
mod folder;
mod lint;
mod render;
mod samples;
mod usage;
