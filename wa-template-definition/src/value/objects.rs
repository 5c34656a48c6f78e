//! Values that are more than a text: media, locations, sums, dates.

use crate::place::Place;
use crate::{Violation, rule};

/// By what a file is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media<'a> {
    /// The id that an upload returned: decimal digits.
    Id(&'a str),
    /// A public address.
    Link(&'a str),
}

/// The violation of a file that cannot be sent.
#[must_use]
pub fn media(media: Media<'_>, place: &Place) -> Option<Violation> {
    let (fact, fix) = match media {
        // Ids of the On-Premises API are UUIDs (`/v1/media`), those of the Cloud API digits: anything without blanks.
        Media::Id(id) if id.is_empty() || id.contains(char::is_whitespace) => {
            ("the media id is empty or has blanks", "send the id that the upload returned")
        }
        // Two spaces of ids: handles begin with "4::".
        Media::Id(id) if id.contains("::") => (
            "the media id is the handle of a sample, which only the creation of a template takes",
            "send the id that an upload of media returned",
        ),
        Media::Link(link) if !is_link(link) => {
            ("the media link is not an absolute `http` or `https` address", "send a public address")
        }
        Media::Id(_) | Media::Link(_) => return None,
    };
    Some(Violation::new(&rule::VALUE_MEDIA, place.clone(), fact, fix))
}

/// Whether a text is a link that can be sent, and that a JSON string holds as it is. The usual links are; of others it
/// says nothing.
#[must_use]
pub fn is_plain_link(link: &str) -> bool {
    let bytes = link.as_bytes();
    let rest = bytes.strip_prefix(b"https://").or_else(|| bytes.strip_prefix(b"http://"));
    rest.is_some_and(|rest| !rest.is_empty())
        && match bytes.len() {
            ..16 => false,
            16..=32 => are_ends_plain::<16>(bytes),
            33..=64 => are_ends_plain::<32>(bytes),
            65.. => {
                let (chunks, _) = bytes.as_chunks::<64>();
                are_ends_plain::<64>(bytes) && chunks.iter().skip(1).all(|chunk| are_plain(chunk, chunk))
            }
        }
}

/// Whether the first and the last bytes are plain.
#[inline]
fn are_ends_plain<const N: usize>(bytes: &[u8]) -> bool {
    match (bytes.first_chunk::<N>(), bytes.last_chunk()) {
        (Some(first), Some(last)) => are_plain(first, last),
        _ => false,
    }
}

/// Whether all bytes are letters, digits and marks of ASCII that JSON does not escape. It has no branch, so that the
/// compiler looks at all of them at once.
#[inline]
#[expect(clippy::needless_bitwise_bool, reason = "a branch makes the compiler look at one byte at a time")]
fn are_plain<const N: usize>(first: &[u8; N], second: &[u8; N]) -> bool {
    // Flipping this bit leaves the quotation mark below one range; `#`, `|` and `}` are outside, too.
    let is_plain = |byte: u8| matches!(byte ^ 2, b'#'..=b'|') & (byte != b'\\');
    first.iter().zip(second).fold(true, |all, (one, other)| all & is_plain(*one) & is_plain(*other))
}

pub(super) fn is_link(link: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let (start, rest) = link.as_bytes().split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme.as_bytes()).then_some(rest)
    });
    rest.is_some_and(|rest| !rest.is_empty()) && (is_graphic(link) || !has_blanks(link))
}

/// Whether a text is made of letters, digits and marks of ASCII alone. It looks at all bytes without a branch, which
/// the compiler does for many at once.
fn is_graphic(text: &str) -> bool {
    text.bytes().fold(true, |all, byte| all & byte.is_ascii_graphic())
}

fn has_blanks(text: &str) -> bool {
    text.contains(|char: char| char.is_whitespace() || char.is_control())
}

/// The violation of a location that is not on the globe; both in degrees.
#[must_use]
pub fn location(latitude: f64, longitude: f64, place: &Place) -> Option<Violation> {
    let fact = if !(-90.0..=90.0).contains(&latitude) {
        "the latitude is not between -90 and 90 degrees"
    } else if !(-180.0..=180.0).contains(&longitude) {
        "the longitude is not between -180 and 180 degrees"
    } else {
        return None;
    };
    Some(Violation::new(&rule::VALUE_LOCATION, place.clone(), fact, "send degrees as decimal fractions"))
}

/// The violation of a sum whose code is not one of ISO 4217's form: three upper-case letters.
#[must_use]
pub fn currency(code: &str, place: &Place) -> Option<Violation> {
    let valid = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    (!valid).then(|| {
        let fact = "the currency code is not three upper-case letters";
        Violation::new(
            &rule::VALUE_CURRENCY,
            place.clone(),
            fact,
            "send the ISO 4217 code, `USD` for example",
        )
    })
}

/// The violation of a text that stands for a sum or a date. It is a text value like any other.
#[must_use]
pub fn fallback_text(value: &str, place: &Place) -> Option<Violation> {
    super::text(value, place)
}

/// The violation of a part of a date that is not in the calendar.
#[must_use]
pub fn date_time_part(name: &str, found: u32, from: u32, to: u32, place: &Place) -> Option<Violation> {
    (!(from..=to).contains(&found)).then(|| {
        let fact = format!("the {name} of the date is {found}");
        Violation::new(
            &rule::VALUE_DATE_TIME,
            place.clone(),
            fact,
            format!("send a number from {from} to {to}"),
        )
    })
}
