//! Atoms: stretches of the source (citations, links, code, markup) that are read as one thing.
//!
//! They are masked by control characters before the text is read, byte for byte, so that every
//! other rule sees a word without punctuation and all offsets stay those of the source.

use std::borrow::Cow;
use std::ops::Range;

/// A stretch of the text that is indivisible and carries no punctuation of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// Whether it belongs to the sentence before it when it follows a full stop, as a citation
    /// does ("Hair grew. \[@kumar-2018\] Then ..."), and a link or a word of code does not.
    pub attaches: bool,
}

/// What stands for each byte of an atom that attaches.
pub(super) const ATTACHING: char = '\u{E}';
/// What stands for each byte of any other atom.
pub(super) const LOOSE: char = '\u{F}';

/// Whether the character stands for a part of an atom.
pub(super) fn is_atom(character: char) -> bool {
    matches!(character, ATTACHING | LOOSE)
}

/// The text with its atoms masked. An atom that does not lie on character boundaries, or overlaps
/// one before it, is left as it is.
pub(super) fn mask<'a>(text: &'a str, atoms: &[Atom]) -> Cow<'a, str> {
    if atoms.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    for atom in atoms {
        let before = text.get(masked.len()..atom.range.start);
        let (Some(before), Some(inside)) = (before, text.get(atom.range.clone())) else {
            continue;
        };
        masked.push_str(before);
        let mark = if atom.attaches { ATTACHING } else { LOOSE };
        masked.extend(std::iter::repeat_n(mark, inside.len()));
    }
    masked.push_str(&text[masked.len()..]);
    Cow::Owned(masked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn atom(range: Range<usize>, attaches: bool) -> Atom {
        Atom { range, attaches }
    }

    #[test]
    fn masking_keeps_offsets() {
        let text = "µg. [@a]";
        let masked = mask(text, &[atom(5..9, true)]);
        assert_eq!(masked, "µg. \u{E}\u{E}\u{E}\u{E}");
    }

    #[test]
    fn atoms_that_do_not_fit_the_text_are_passed_over() {
        let text = "5 µg";
        let atoms = [atom(0..3, false), atom(4..90, false)];
        assert_eq!(mask(text, &atoms), "5 µg");
    }
}
