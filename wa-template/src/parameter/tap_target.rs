//! What a tap on the message opens.

use super::members::{elements, object};
use crate::definition::value;
use crate::writer::{ValueWriter, Writer};

/// What the customer reads on a message whose whole surface leads to an address
/// (`templates/tap-target-url-title-override`, May 2026). It changes nothing in the template, which needs a URL button.
///
/// # Example
///
/// ```
/// use wa_template::TapTarget;
///
/// let offer = TapTarget::new("https://www.example.com/", "Offer Details");
/// assert_eq!(offer.title(), "Offer Details");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TapTarget {
    url: String,
    title: String,
}

impl TapTarget {
    /// An absolute `http` or `https` address and the title that is shown for it.
    #[must_use]
    pub fn new(url: impl Into<String>, title: impl Into<String>) -> Self {
        Self { url: url.into(), title: title.into() }
    }

    /// The address.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What is shown for it.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    pub(crate) fn write_all(targets: &[Self], writer: &mut ValueWriter<'_>) {
        elements(writer, targets, |writer, target| {
            let place = writer.place();
            writer.problem(value::tap_target(&target.url, &target.title, &place));
            object(writer, |members| {
                members.text("url", &target.url);
                members.text("title", &target.title);
            });
        });
    }
}

/// A value that can be the tap-target override: [`TapTarget`], a slice, array or `Vec` of them, or an `Option` of
/// those. `None` and an empty list send nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the tap target of a message",
    label = "neither a `TapTarget` nor a list of them",
    note = "use `wa_template::TapTarget`: `TapTarget::new(\"https://…\", \"…\")`"
)]
pub trait TapTargetParameter {
    #[doc(hidden)]
    fn tap_targets(&self) -> &[TapTarget];

    /// Fills the next slot with it. Called by what the derive writes.
    #[doc(hidden)]
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        match self.tap_targets() {
            [] => writer.skip(),
            targets => writer.slot(|writer| TapTarget::write_all(targets, writer)),
        }
    }
}

#[diagnostic::do_not_recommend]
impl TapTargetParameter for TapTarget {
    fn tap_targets(&self) -> &[TapTarget] {
        std::slice::from_ref(self)
    }
}

#[diagnostic::do_not_recommend]
impl TapTargetParameter for [TapTarget] {
    fn tap_targets(&self) -> &[TapTarget] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize> TapTargetParameter for [TapTarget; N] {
    fn tap_targets(&self) -> &[TapTarget] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl TapTargetParameter for Vec<TapTarget> {
    fn tap_targets(&self) -> &[TapTarget] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: TapTargetParameter + ?Sized> TapTargetParameter for &T {
    fn tap_targets(&self) -> &[TapTarget] {
        (**self).tap_targets()
    }
}

#[diagnostic::do_not_recommend]
impl<T: TapTargetParameter> TapTargetParameter for Option<T> {
    fn tap_targets(&self) -> &[TapTarget] {
        self.as_ref().map_or(&[], T::tap_targets)
    }
}
