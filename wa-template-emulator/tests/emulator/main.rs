//! The emulator over plain HTTP, as any sender sees it.

mod cloud;
mod customer;
mod http;
mod life;
mod on_premises;
mod refusals;
mod samples;
mod statuses;
