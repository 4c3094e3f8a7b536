//! From bytes to text, and what is said of a file that has none.

use grounds_diagnostics::{Diagnostic, FileId, Place};

use crate::files::{Content, MAX_FILE_SIZE};
use crate::rule;

/// A file as text.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The text; what is no UTF-8 is replaced, so that places before it hold.
    pub(crate) text: String,
    /// Why the text must not be judged.
    pub(crate) fault: Option<Fault>,
}

/// Why a file is not judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Bytes that are no UTF-8.
    InvalidUtf8 { at: usize, is_utf16: bool },
    /// It could not be opened, and why, as a clause.
    Unreadable(String),
    /// It is larger than what is read.
    TooLarge(u64),
    /// It is no file but this.
    NotAFile(&'static str),
    /// It is of no use where it stands; its path says why.
    Stray,
    /// A folder whose name is nearly that of one that is read.
    StrayFolder,
}

/// Reads bytes as UTF-8.
pub(crate) fn decode(content: Content) -> Decoded {
    let without_text = |fault| Decoded {
        text: String::new(),
        fault: Some(fault),
    };
    match content {
        Content::Bytes(bytes) if bytes.len() as u64 > MAX_FILE_SIZE => {
            without_text(Fault::TooLarge(bytes.len() as u64))
        }
        Content::Bytes(bytes) => decode_bytes(bytes),
        Content::Unreadable(why) => without_text(Fault::Unreadable(why)),
        Content::TooLarge(size) => without_text(Fault::TooLarge(size)),
        Content::NotAFile(what) => without_text(Fault::NotAFile(what)),
        Content::Stray => without_text(Fault::Stray),
        Content::StrayFolder => without_text(Fault::StrayFolder),
    }
}

fn decode_bytes(bytes: Vec<u8>) -> Decoded {
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, fault: None },
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
            let text = String::from_utf8_lossy(&bytes).into_owned();
            Decoded {
                text,
                fault: Some(Fault::InvalidUtf8 { at, is_utf16 }),
            }
        }
    }
}

impl Fault {
    /// Why the file is not in the content set, as a clause.
    pub(crate) fn why(&self) -> &'static str {
        match self {
            Self::InvalidUtf8 { .. } => "is not UTF-8",
            Self::Unreadable(_) | Self::NotAFile(_) => "could not be read",
            Self::TooLarge(_) => "is too large",
            Self::Stray | Self::StrayFolder => "is not where it would be read",
        }
    }

    /// What is wrong; of stray files, their names say it.
    pub(crate) fn diagnostic(&self, file: FileId, path: &str) -> Option<Diagnostic> {
        let start = Place::new(file, 0..0);
        Some(match self {
            Self::InvalidUtf8 { at, is_utf16 } => {
                // The replacement character, U+FFFD, has three bytes.
                let place = Place::new(file, *at..*at + '\u{fffd}'.len_utf8());
                let help = if *is_utf16 {
                    "the file is UTF-16: save it as UTF-8"
                } else {
                    "save the file as UTF-8; what follows was not checked"
                };
                Diagnostic::new(rule::INVALID_UTF8, place, "bytes that are not UTF-8").help(help)
            }
            Self::Unreadable(why) => {
                let message = if why.starts_with("is ")
                    || why.starts_with("leads ")
                    || why.starts_with("nests ")
                {
                    format!("`{path}` {why}")
                } else {
                    format!("`{path}` could not be read: {why}")
                };
                Diagnostic::new(rule::UNREADABLE_FILE, start, message)
            }
            Self::TooLarge(size) => {
                let message = format!("`{path}` has {size} bytes");
                Diagnostic::new(rule::TOO_LARGE, start, message).help(format!(
                    "a file may have {MAX_FILE_SIZE} bytes; it was not read"
                ))
            }
            Self::NotAFile(what) => {
                let message = format!("`{path}` is {what}");
                Diagnostic::new(rule::UNREADABLE_FILE, start, message)
                    .help("put a file in its place")
            }
            Self::Stray | Self::StrayFolder => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_before_bad_bytes_hold() {
        let decoded = decode(Content::Bytes(b"gr\xc3\xbc\xff\xfe".to_vec()));
        assert_eq!(decoded.text, "grü\u{fffd}\u{fffd}");
        assert_eq!(
            decoded.fault,
            Some(Fault::InvalidUtf8 {
                at: 4,
                is_utf16: false
            })
        );
    }

    #[test]
    fn utf_16_is_recognised() {
        let decoded = decode(Content::Bytes(b"\xff\xfea\0".to_vec()));
        assert_eq!(
            decoded.fault,
            Some(Fault::InvalidUtf8 {
                at: 0,
                is_utf16: true
            })
        );
    }
}
