//! The fonts and pictures of a theme: what they must be to be published with the site.

/// What a file of each kind begins with, by the extension of its name: at which byte, and with which bytes.
/// Sources: WOFF File Format 2.0, section 3; PNG (third edition), section 5.2; JPEG, ITU-T T.81, annex B;
/// WebP, RFC 9649, section 2.4.
const SIGNATURES: [(&str, &str, usize, &[u8]); 5] = [
    ("woff2", "a font in WOFF 2", 0, b"wOF2"),
    ("png", "a PNG picture", 0, b"\x89PNG\r\n\x1a\n"),
    ("jpg", "a JPEG picture", 0, b"\xff\xd8\xff"),
    ("jpeg", "a JPEG picture", 0, b"\xff\xd8\xff"),
    ("webp", "a WebP picture", 8, b"WEBP"),
];

/// Why a font or a picture is not what its name says, if it is not.
pub(super) fn fault(file: &str, bytes: &[u8]) -> Option<String> {
    let extension = file.rsplit('.').next().unwrap_or_default();
    let (_, what, at, signature) = SIGNATURES.iter().find(|known| known.0 == extension)?;
    let is_there = bytes
        .get(*at..)
        .is_some_and(|rest| rest.starts_with(signature));
    (!is_there).then(|| format!("this file is not {what}, as its name says"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_begins_as_its_name_says() {
        assert_eq!(fault("a.png", b"\x89PNG\r\n\x1a\n..."), None);
        assert_eq!(fault("fonts/a.woff2", b"wOF2..."), None);
        assert_eq!(fault("a.webp", b"RIFF\0\0\0\0WEBPVP8 "), None);
        for (file, bytes) in [
            ("a.png", &b"<svg>"[..]),
            ("a.woff2", b"wOFF"),
            ("a.webp", b"WEBP"),
            ("a.jpg", b""),
        ] {
            assert!(fault(file, bytes).is_some(), "{file}");
        }
    }
}
