//! What applications get to see of webhook notifications.
#![cfg(feature = "webhook")]

mod envelope;
mod hostile;
mod privacy;
mod properties;
mod statuses;
mod support;
mod taps;
