//! What applications get to see of webhook notifications.
#![cfg(feature = "webhook")]
// A closure says what is asked; a path would only add the name of one more type.
#![allow(clippy::redundant_closure_for_method_calls)]

mod accounts;
mod customers;
mod envelope;
mod hostile;
mod messages;
mod privacy;
mod properties;
mod recorded;
mod statuses;
mod summary;
mod support;
mod taps;
mod templates;
