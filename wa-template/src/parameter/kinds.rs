//! How a kind of slot is declared: a trait of its own, so that each mistake is told in its own words.

/// A slot that values of one type fill, and references to them. Where most values are simple, `fill` writes these.
macro_rules! parameter {
    ($(#[$attribute:meta])* $name:ident, $write:ident, $value:ty $(, $fill:ident)?) => {
        $(#[$attribute])*
        pub trait $name {
            #[doc(hidden)]
            fn $write(&self, writer: &mut crate::writer::ValueWriter<'_>);

            /// Fills the next slot with it. Called by what the derive writes.
            #[doc(hidden)]
            fn fill_slot(&self, writer: &mut crate::writer::Writer<'_>) {
                writer.slot(|writer| self.$write(writer));
            }
        }

        #[diagnostic::do_not_recommend]
        impl $name for $value {
            fn $write(&self, writer: &mut crate::writer::ValueWriter<'_>) {
                self.write(writer);
            }
            $(
                fn fill_slot(&self, writer: &mut crate::writer::Writer<'_>) {
                    self.$fill(writer);
                }
            )?
        }

        #[diagnostic::do_not_recommend]
        impl<T: $name + ?Sized> $name for &T {
            fn $write(&self, writer: &mut crate::writer::ValueWriter<'_>) {
                (**self).$write(writer);
            }

            fn fill_slot(&self, writer: &mut crate::writer::Writer<'_>) {
                (**self).fill_slot(writer);
            }
        }
    };
}

/// A slot that may stay empty: values of one type fill it if they say something, references to them, and `Option`s of
/// both.
macro_rules! optional_parameter {
    ($(#[$attribute:meta])* $name:ident, $given:ident, $value:ty, $says:expr) => {
        $(#[$attribute])*
        pub trait $name {
            /// The value, unless the slot stays empty.
            #[doc(hidden)]
            fn $given(&self) -> Option<&$value>;

            /// Fills the next slot with it. Called by what the derive writes.
            #[doc(hidden)]
            fn fill_slot(&self, writer: &mut crate::writer::Writer<'_>) {
                match self.$given().filter($says) {
                    Some(value) => writer.slot(|writer| value.write(writer)),
                    None => writer.skip(),
                }
            }
        }

        #[diagnostic::do_not_recommend]
        impl $name for $value {
            fn $given(&self) -> Option<&$value> {
                Some(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: $name + ?Sized> $name for &T {
            fn $given(&self) -> Option<&$value> {
                (**self).$given()
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: $name> $name for Option<T> {
            fn $given(&self) -> Option<&$value> {
                self.as_ref().and_then(T::$given)
            }
        }
    };
}

pub(super) use {optional_parameter, parameter};
