//! The platform's words: open sets, because words are added without notice.

use std::borrow::Cow;

/// A set of words of the platform.
pub(super) trait Word {
    /// Every text is one: what is not listed is kept as it is.
    fn of(word: Cow<'_, str>) -> Self;
}

/// Defines an open set of words: an enum with a variant for each known word, and `Other` for all that is not known.
///
/// Words behind the first are other spellings. `Debug` shows the word if it looks like one.
macro_rules! words {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $( $(#[$about_word:meta])* $word:ident = $text:literal $(| $spelling:literal)*, )*
        }
    ) => {
        $(#[$about])*
        ///
        /// An open set: what is not listed, now or in future, is `Other`.
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$about_word])* $word, )*
            /// Something else, in the platform's word.
            Other(Box<str>),
        }

        impl $name {
            /// The platform's word for it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$word => $text, )*
                    Self::Other(word) => word,
                }
            }
        }

        impl $crate::webhook::word::Word for $name {
            fn of(word: ::std::borrow::Cow<'_, str>) -> Self {
                match &*word {
                    $( $text $(| $spelling)* => Self::$word, )*
                    _ => Self::Other(word.into()),
                }
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    // A text that does not look like a word may be anything, so it stays hidden.
                    Self::Other(word) => $crate::webhook::redacted::Keyword::fmt(word, f),
                    known => ::std::fmt::Debug::fmt(known.as_str(), f),
                }
            }
        }
    };
}
pub(super) use words;
