//! The Unicode sentence rules (UAX #29), asked about one place at a time.
//!
//! They are asked within a window, because their look-ahead (SB8) makes them quadratic on a text
//! such as a full stop and a long run of brackets.

use unicode_segmentation::UnicodeSegmentation;

/// How much text the rules see after the place in question, in bytes.
const WINDOW: usize = 32;

/// Whether the Unicode rules set a boundary between byte `stop`, where a full stop or its like
/// stands, and byte `next`, where the text goes on.
pub(super) fn separates(text: &str, stop: usize, next: usize) -> bool {
    if next - stop > WINDOW {
        // The space between is longer than the rules need to see.
        return true;
    }
    let start = text[..stop]
        .chars()
        .next_back()
        .map_or(stop, |before| stop - before.len_utf8());
    text[start..ceiling(text, next + WINDOW)]
        .split_sentence_bound_indices()
        .map(|(at, _)| start + at)
        .take_while(|&at| at <= next)
        .any(|at| at > stop)
}

/// Whether the Unicode rules count the character among those that end sentences ("。", "؟", "।").
pub(super) fn ends_sentences(character: char) -> bool {
    let mut probe = String::with_capacity(8);
    probe.push('a');
    probe.push(character);
    probe.push_str(" B");
    probe
        .split_sentence_bound_indices()
        .nth(1)
        .is_some_and(|(at, _)| at > 1)
}

/// The first character boundary at or after byte `at`.
fn ceiling(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|&place| text.is_char_boundary(place))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_of_other_scripts_are_known() {
        for stop in ['。', '؟', '।', '！', '።'] {
            assert!(ends_sentences(stop), "{stop}");
        }
        for other in ['—', '±', '°', '’', '、'] {
            assert!(!ends_sentences(other), "{other}");
        }
    }

    #[test]
    fn the_window_does_not_change_the_answer() {
        let text = "Hair grew. Then it fell out.";
        assert!(separates(text, 9, 11));
        assert!(!separates("0.05 of", 1, 2));
    }
}
