//! Where in a definition something is.

use std::fmt;
use std::ops::Range;

/// A part of a definition, and a byte range of its authored text where that is smaller.
///
/// Its `Display` is the path that messages print: `body`, `buttons[2].url`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    card: Option<usize>,
    part: Part,
    range: Option<Range<usize>>,
}

/// The parts that a place can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The definition as a whole.
    Definition,
    /// Its name.
    Name,
    /// Its language.
    Language,
    /// Its category.
    Category,
    /// How its placeholders are addressed.
    ParameterFormat,
    /// The lifetime of an undelivered message.
    MessageSendTtl,
    /// The header: its text, file or location.
    Header,
    /// The sample of the header.
    HeaderExample,
    /// The body.
    Body,
    /// The samples of the body.
    BodyExample,
    /// The footer.
    Footer,
    /// All buttons together.
    Buttons,
    /// The button at this index.
    Button(usize),
    /// The label of the button at this index.
    ButtonLabel(usize),
    /// The address behind the button at this index.
    ButtonUrl(usize),
    /// The sample of the address behind the button at this index.
    ButtonExample(usize),
    /// The phone number behind the button at this index.
    ButtonPhoneNumber(usize),
    /// The limited-time offer.
    LimitedTimeOffer,
    /// The carousel.
    Carousel,
    /// A card of the carousel as a whole.
    Card,
    /// The kind of order message.
    SubCategory,
    /// The status of an order.
    OrderStatus,
    /// The title and address that a tap on the message opens.
    TapTarget,
    /// The component at this index of a send or of a definition that has it twice.
    Component(usize),
}

impl Place {
    /// The whole of a part.
    #[must_use]
    pub const fn new(part: Part) -> Self {
        Self { card: None, part, range: None }
    }

    /// The header.
    #[must_use]
    pub const fn header() -> Self {
        Self::new(Part::Header)
    }

    /// The body.
    #[must_use]
    pub const fn body() -> Self {
        Self::new(Part::Body)
    }

    /// The same part of a card of the carousel.
    #[must_use]
    pub fn in_card(mut self, card: usize) -> Self {
        self.card = Some(card);
        self
    }

    /// The card in which it is; `None` for the template itself.
    #[must_use]
    pub fn card(&self) -> Option<usize> {
        self.card
    }

    /// The same part, narrowed to a byte range of its authored text.
    #[must_use]
    pub fn at(mut self, range: Range<usize>) -> Self {
        self.range = Some(range);
        self
    }

    /// The part.
    #[must_use]
    pub fn part(&self) -> Part {
        self.part
    }

    /// The byte range of the part's authored text, where the place is smaller than the part.
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        self.range.clone()
    }
}

impl Part {
    /// A number for a part that values fill, which a macro can write shortly: a kind, and above it the index. All other
    /// parts have that of the definition.
    #[doc(hidden)]
    #[must_use]
    pub fn code(self) -> u16 {
        let (kind, index) = match self {
            Self::Body => (0, 0),
            Self::Header => (1, 0),
            Self::Button(index) => (2, index),
            Self::ButtonUrl(index) => (3, index),
            Self::LimitedTimeOffer => (4, 0),
            Self::Carousel => (5, 0),
            Self::OrderStatus => (6, 0),
            Self::TapTarget => (7, 0),
            _ => (8, 0),
        };
        kind | u16::try_from(index).unwrap_or_default() << 4
    }

    /// The part with this number.
    #[doc(hidden)]
    #[must_use]
    pub fn from_code(code: u16) -> Self {
        let index = usize::from(code >> 4);
        match code & 15 {
            0 => Self::Body,
            1 => Self::Header,
            2 => Self::Button(index),
            3 => Self::ButtonUrl(index),
            4 => Self::LimitedTimeOffer,
            5 => Self::Carousel,
            6 => Self::OrderStatus,
            7 => Self::TapTarget,
            _ => Self::Definition,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.card, self.part) {
            (Some(card), Part::Card) => write!(f, "carousel.cards[{card}]"),
            (Some(card), part) => write!(f, "carousel.cards[{card}].{part}"),
            (None, part) => part.fmt(f),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Definition => f.write_str("definition"),
            Self::Name => f.write_str("name"),
            Self::Language => f.write_str("language"),
            Self::Category => f.write_str("category"),
            Self::ParameterFormat => f.write_str("parameter_format"),
            Self::MessageSendTtl => f.write_str("message_send_ttl_seconds"),
            Self::Header => f.write_str("header"),
            Self::HeaderExample => f.write_str("header.example"),
            Self::Body => f.write_str("body"),
            Self::BodyExample => f.write_str("body.example"),
            Self::Footer => f.write_str("footer"),
            Self::Buttons => f.write_str("buttons"),
            Self::Button(index) => write!(f, "buttons[{index}]"),
            Self::ButtonLabel(index) => write!(f, "buttons[{index}].text"),
            Self::ButtonUrl(index) => write!(f, "buttons[{index}].url"),
            Self::ButtonExample(index) => write!(f, "buttons[{index}].example"),
            Self::ButtonPhoneNumber(index) => write!(f, "buttons[{index}].phone_number"),
            Self::LimitedTimeOffer => f.write_str("limited_time_offer"),
            Self::Carousel => f.write_str("carousel"),
            Self::Card => f.write_str("card"),
            Self::SubCategory => f.write_str("sub_category"),
            Self::OrderStatus => f.write_str("order_status"),
            Self::TapTarget => f.write_str("tap_target_configuration"),
            Self::Component(index) => write!(f, "components[{index}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn every_part_that_a_value_fills_has_a_number() {
        let parts = [
            Part::Header,
            Part::Body,
            Part::LimitedTimeOffer,
            Part::Carousel,
            Part::OrderStatus,
            Part::TapTarget,
        ];
        let buttons = (0..10).flat_map(|index| [Part::Button(index), Part::ButtonUrl(index)]);
        for part in parts.into_iter().chain(buttons) {
            assert_eq!(Part::from_code(part.code()), part);
        }
        assert_eq!(Part::from_code(Part::Footer.code()), Part::Definition);
        assert_eq!(Part::from_code(u16::MAX), Part::Definition);
    }
}
