//! The emulator over plain HTTP, as any sender sees it.

mod cloud;
mod customer;
mod files;
mod http;
mod life;
mod on_premises;
mod refusals;
mod samples;
mod statuses;
mod templates;
