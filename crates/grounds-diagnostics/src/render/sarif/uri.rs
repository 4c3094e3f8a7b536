//! Paths as URI references (RFC 3986).

/// The reference for a path, and whether it is relative.
pub(super) fn of_path(path: &str) -> (String, bool) {
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    let drive = path.as_bytes().get(1) == Some(&b':') && cfg!(windows);
    if drive {
        (format!("file:///{}", encode(&path)), false)
    } else if path.starts_with('/') {
        (format!("file://{}", encode(&path)), false)
    } else {
        (encode(path.trim_start_matches("./")), true)
    }
}

/// Encodes all but the unreserved characters (section 2.3) and the slash.
fn encode(path: &str) -> String {
    path.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect::<Vec<_>>()
        .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_characters_are_encoded() {
        let of = |path| of_path(path).0;
        assert_eq!(of("a b/#é%.md"), "a%20b/%23%C3%A9%25.md");
        assert_eq!(of("./content/a:b.md"), "content/a%3Ab.md");
        assert_eq!(of("/srv/c d/a.md"), "file:///srv/c%20d/a.md");
    }
}
