//! What can be sent.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::definition::Definition;
use crate::draft::Draft;
use crate::recipient::Recipient;
use crate::template::Template;
use crate::writer::Writer;

/// Anything that can be sent: a struct that derives [`WaTemplate`](macro@crate::WaTemplate), an enum of such structs
/// that derives [`WaMessage`](macro@crate::WaMessage), a reference to one, a box of one.
///
/// It can be used as `dyn WaMessage`, so that a queue can hold messages of different templates.
///
/// # Example
///
/// ```
/// use wa_template::{WaMessage, WaTemplate};
///
/// #[derive(WaTemplate)]
/// #[wa(language = "en", category = "utility", body = "Your order {{order}} has left our warehouse.")]
/// struct OrderShipped {
///     #[wa(example = "860198")]
///     order: u32,
/// }
///
/// let queue: Vec<Box<dyn WaMessage>> = vec![Box::new(OrderShipped { order: 7 })];
/// let message = queue[0].to("+16505551234").build()?;
/// assert_eq!(message.template_name(), "order_shipped");
/// # Ok::<(), wa_template::InvalidMessage>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a message that can be sent",
    label = "this type has no template",
    note = "derive one: `#[derive(WaTemplate)]` with `#[wa(language = \"en\", category = \"utility\", body = \"…\")]`"
)]
pub trait WaMessage {
    /// The template that this message fills in.
    fn template(&self) -> &'static Template;

    /// Writes the values in wire order. Called by the crate, written by the derive.
    #[doc(hidden)]
    fn write_slots(&self, writer: &mut Writer<'_>);

    /// Addresses the message: the first step of every send.
    ///
    /// A `&str` or `String` is a phone number in international form; [`Recipient`] says what else there is.
    /// Boxes and references of a `dyn WaMessage` have this method too; where all that is at hand is a plain
    /// `&dyn WaMessage`, write [`Draft::new(message, recipient)`](Draft::new).
    fn to(&self, recipient: impl Into<Recipient>) -> Draft<'_, Self>
    where
        Self: Sized,
    {
        Draft::new(self, recipient)
    }
}

/// A struct that is one template; derived with [`#[derive(WaTemplate)]`](macro@crate::WaTemplate).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a template",
    label = "this type does not derive `WaTemplate`",
    note = "write `#[derive(WaTemplate)]` and `#[wa(language = \"en\", category = \"utility\", body = \"…\")]` on it"
)]
pub trait WaTemplate: WaMessage {
    /// What is known about the template without any value.
    const TEMPLATE: &'static Template;

    /// The creation form of each of its definitions. Written by the derive.
    #[doc(hidden)]
    const DEFINITIONS: &'static [&'static str];

    /// The definitions with which the template is created, one per language, the default first.
    #[must_use]
    fn definitions() -> Vec<Definition>
    where
        Self: Sized,
    {
        // The derive wrote them from parsed definitions: reading them back cannot fail.
        Self::DEFINITIONS.iter().filter_map(|json| Definition::from_json(json).ok()).collect()
    }
}

macro_rules! delegate {
    ($($pointer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<M: WaMessage + ?Sized> WaMessage for $pointer {
            fn template(&self) -> &'static Template {
                (**self).template()
            }

            fn write_slots(&self, writer: &mut Writer<'_>) {
                (**self).write_slots(writer);
            }
        }
    )*};
}

delegate!(&M, &mut M, Box<M>, Rc<M>, Arc<M>);

#[diagnostic::do_not_recommend]
impl<M: WaMessage + Clone> WaMessage for Cow<'_, M> {
    fn template(&self) -> &'static Template {
        (**self).template()
    }

    fn write_slots(&self, writer: &mut Writer<'_>) {
        (**self).write_slots(writer);
    }
}
