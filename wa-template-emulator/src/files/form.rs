//! Forms with a file: `multipart/form-data` (RFC 7578).

/// One part of a form.
pub(super) struct Part<'f> {
    pub(super) name: &'f str,
    pub(super) content_type: Option<&'f str>,
    pub(super) content: &'f [u8],
}

/// The parts of a form; `None` if it is not one.
pub(super) fn parts<'f>(content_type: &str, body: &'f [u8]) -> Option<Vec<Part<'f>>> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="))?;
    let opening = format!("--{}\r\n", boundary.trim_matches('"'));
    let delimiter = format!("\r\n--{}", boundary.trim_matches('"'));
    let mut rest = body.strip_prefix(opening.as_bytes())?;
    let mut parts = Vec::new();
    loop {
        let end = find(rest, delimiter.as_bytes())?;
        let (part, behind) = rest.split_at(end);
        parts.push(self::part(part)?);
        let behind = behind.get(delimiter.len()..)?;
        if behind.starts_with(b"--") {
            return Some(parts);
        }
        rest = behind.strip_prefix(b"\r\n")?;
    }
}

fn part(bytes: &[u8]) -> Option<Part<'_>> {
    let end = find(bytes, b"\r\n\r\n")?;
    let head = str::from_utf8(bytes.get(..end)?).ok()?;
    let header = |wanted: &str| {
        let (_, value) = head
            .split("\r\n")
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))?;
        Some(value.trim())
    };
    let disposition = header("content-disposition")?;
    let name = disposition.split(';').find_map(|parameter| parameter.trim().strip_prefix("name="))?;
    Some(Part {
        name: name.trim_matches('"'),
        content_type: header("content-type"),
        content: bytes.get(end + 4..)?,
    })
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::parts;

    const KIND: &str = "multipart/form-data; boundary=b0";

    #[test]
    fn reads_fields_and_files() {
        let body = b"--b0\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nimage/png\r\n\
            --b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n\
            \x89PNG\r\n--b\r\n\r\n--b0--\r\n";
        let parts = parts(KIND, body).unwrap();
        assert_eq!((parts[0].name, parts[0].content), ("type", b"image/png".as_slice()));
        assert_eq!((parts[1].name, parts[1].content_type), ("file", Some("image/png")));
        assert_eq!(parts[1].content, b"\x89PNG\r\n--b\r\n");
    }

    #[test]
    fn odd_forms_are_none() {
        let whole = b"--b0\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b0--\r\n";
        assert!(parts(KIND, whole).is_some());
        for length in 0..whole.len() - 4 {
            assert!(parts(KIND, &whole[..length]).is_none(), "{length}");
        }
        assert!(parts("application/json", whole).is_none());
        assert!(parts("multipart/form-data", whole).is_none());
    }
}
