//! Objects of which every member is a text and optional.

/// A struct with one builder method per member, all under the platform's own names.
macro_rules! texts {
    ($(#[$attribute:meta])* $name:ident { $($(#[$doc:meta])* $key:ident,)* }) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
        #[must_use]
        pub struct $name {
            $($key: Option<String>,)*
        }

        impl $name {
            /// With nothing filled in.
            pub fn new() -> Self {
                Self::default()
            }

            $(
                $(#[$doc])*
                pub fn $key(mut self, text: impl Into<String>) -> Self {
                    self.$key = Some(text.into());
                    self
                }
            )*

            pub(super) fn write(&self, members: &mut super::super::members::Members<'_, '_>) {
                $(members.optional_text(stringify!($key), self.$key.as_deref());)*
            }
        }
    };
}

pub(super) use texts;
