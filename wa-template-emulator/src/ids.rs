//! Ids that look like the platform's: counted, so that a test gets the same ones every time.

use crate::Api;

/// Where the platform's ids hold the recipient's phone number, these hold one that nobody can have.
const NOBODY: &str = "10000000000";

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const FOR_URLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The id of a message from the business.
pub(crate) fn outgoing(api: Api, number: u64) -> String {
    let number = scatter(number);
    match api {
        Api::Cloud => wamid(*b"\x15\x02\x00\x11\x18\x12", &format!("{number:018X}")),
        Api::OnPremises => on_premises([0x80, 0x11, 0x06], &[], number),
    }
}

/// The id of a message from the customer.
pub(crate) fn incoming(api: Api, number: u64) -> String {
    let number = scatter(number);
    match api {
        Api::Cloud => wamid(*b"\x15\x02\x00\x12\x18\x14", &format!("3A{number:018X}")),
        Api::OnPremises => on_premises([0x00, 0x11, 0x86], &[0x3a], number),
    }
}

/// The id of an error, by which the platform's support finds it.
pub(crate) fn trace(number: u64) -> String {
    let mut bytes = b"\x02emulator".to_vec();
    bytes.extend(scatter(number).to_be_bytes());
    base64(&bytes, FOR_URLS)
}

/// The id of a template or of a file: sixteen digits.
pub(crate) fn node(number: u64) -> String {
    (1_000_000_000_000_000 + number % 1_000_000_000_000_000).to_string()
}

/// The id of a session for an upload.
pub(crate) fn session(number: u64) -> String {
    let id = base64(&scatter(number).to_be_bytes(), FOR_URLS);
    format!("upload:{id}==?sig={}", trace(number))
}

/// The handle of a sample.
pub(crate) fn handle(number: u64) -> String {
    format!("4::{}", base64(&scatter(number).to_be_bytes(), FOR_URLS))
}

/// Another number for each number, without an order: nobody should come to sort messages by their ids.
fn scatter(number: u64) -> u64 {
    // An odd factor makes this reversible, so no two numbers meet.
    number.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn wamid(direction: [u8; 6], digits: &str) -> String {
    let mut bytes = vec![0x1c, 0x18, 0x0b];
    bytes.extend(NOBODY.bytes());
    bytes.extend(direction);
    bytes.extend(digits.bytes());
    bytes.push(0);
    let mut id = format!("wamid.{}", base64(&bytes, STANDARD));
    while !(id.len() - "wamid.".len()).is_multiple_of(4) {
        id.push('=');
    }
    id
}

fn on_premises(prefix: [u8; 3], direction: &[u8], number: u64) -> String {
    let mut bytes = prefix.to_vec();
    // The phone number, two digits a byte.
    bytes.extend([0x10, 0, 0, 0, 0, 0x0f, 0x02, 0x09]);
    bytes.extend(direction);
    bytes.push(0x4a);
    bytes.extend(number.to_be_bytes());
    base64(&bytes, FOR_URLS)
}

/// Base64 without padding.
fn base64(bytes: &[u8], alphabet: &[u8; 64]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let shift = 8 * (3 - chunk.len());
        let word = chunk.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << shift;
        for place in 0..=chunk.len() {
            // Six bits: always one of the 64.
            let index = word >> (18 - 6 * place) & 0x3f;
            text.push(char::from(alphabet[index as usize]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{FOR_URLS, NOBODY, STANDARD, base64, incoming, outgoing, trace};
    use crate::Api;

    #[test]
    fn writes_the_standard_vectors() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes(), STANDARD), text);
        }
        assert_eq!(base64(&[0xfb, 0xff], STANDARD), "+/8");
        assert_eq!(base64(&[0xfb, 0xff], FOR_URLS), "-_8");
    }

    #[test]
    fn ids_have_the_platforms_shape() {
        assert_eq!(NOBODY.len(), 0x0b);
        let cloud = outgoing(Api::Cloud, 1);
        assert!(cloud.starts_with("wamid.HBgL"), "{cloud}");
        assert_eq!(cloud.len(), "wamid.".len() + 52);
        assert!(incoming(Api::Cloud, 1).ends_with('='));
        let on_premises = outgoing(Api::OnPremises, 1);
        assert!(on_premises.starts_with("gBEG"), "{on_premises}");
        assert_eq!(on_premises.len(), 27);
        assert!(incoming(Api::OnPremises, 1).starts_with("ABGG"));
        assert_eq!(trace(1).len(), 23);
    }

    #[test]
    fn each_number_has_its_own_id() {
        for api in [Api::Cloud, Api::OnPremises] {
            assert_ne!(outgoing(api, 1), outgoing(api, 2));
            assert_ne!(outgoing(api, 1), incoming(api, 1));
            assert_eq!(outgoing(api, 1), outgoing(api, 1));
        }
    }
}
