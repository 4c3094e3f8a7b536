//! Marks of notes and citations that cling to a full stop: `small.[3]`, `small.¹²`, `small. [@key]`.

use super::abbreviations;
use super::atoms;
use super::words::{self, skip_space};

/// "12,13" or "3-5" and the like; longer is not a note. In bytes.
const LONGEST_BARE_NUMBER: usize = 11;
/// The longest list of notes. In characters.
const LONGEST_NUMBER_LIST: usize = 60;

/// Whether the text is a list of references that are numbered in brackets.
pub(super) fn is_reference_list(text: &str) -> bool {
    bracketed_note_len(text.trim_start()) > 0
}

/// The end of the note marks, superscripts and attaching atoms from byte `at` on.
pub(super) fn skip_notes(text: &str, stop: usize, at: usize, is_reference_list: bool) -> usize {
    let mut end = at;
    loop {
        let adjacent = note_len(&text[end..]);
        if adjacent > 0 {
            end += adjacent;
            continue;
        }
        let next = skip_space(text, end);
        let spaced = match atom_len(&text[next..]) {
            0 if is_reference_list || next == end => 0,
            0 => bracketed_note_len(&text[next..]),
            atom => atom,
        };
        if spaced == 0 {
            break;
        }
        end = next + spaced;
    }
    if end == at {
        at + bare_number_len(text, stop, at)
    } else {
        end
    }
}

fn atom_len(text: &str) -> usize {
    text.len() - text.trim_start_matches(atoms::ATTACHING).len()
}

/// A note directly after the full stop: also "¹²", "^12^", "†".
fn note_len(text: &str) -> usize {
    let raised = raised_len(text);
    if raised > 0 {
        return raised;
    }
    if let Some(caret) = text.strip_prefix('^') {
        let number = number_list_len(caret);
        let closing = usize::from(caret[number..].starts_with('^'));
        return if number > 0 { 1 + number + closing } else { 0 };
    }
    match atom_len(text) {
        0 => bracketed_note_len(text),
        atom => atom,
    }
}

/// The length of "²", "²,³" or "†": raised digits and signs of notes.
fn raised_len(text: &str) -> usize {
    let mut end = 0;
    for (at, character) in text.char_indices().take(LONGEST_NUMBER_LIST) {
        match character {
            '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁻' | '†' | '‡' | '§' | '¶' => {
                end = at + character.len_utf8();
            }
            ',' | '-' | '–' if end > 0 => {}
            _ => break,
        }
    }
    end
}

/// `[3]`, `[3, 5-7]`, `[^note]`: a number or name of a note in brackets, and nothing after it that
/// would make it a part of a word (`[3H]thymidine`, `[14]C`).
fn bracketed_note_len(text: &str) -> usize {
    let Some(inside) = text.strip_prefix('[') else {
        return 0;
    };
    let length = match inside.strip_prefix('^') {
        Some(name) => 1 + note_name_len(name),
        None => number_list_len(inside),
    };
    match inside[length..].strip_prefix(']') {
        Some(after) if length > 0 && !after.starts_with(char::is_alphanumeric) => length + 2,
        _ => 0,
    }
}

/// A number directly after the full stop of a word, as a superscript becomes in plain text:
/// "small.12 Harms". Decimals and numbered abbreviations ("Fig.2 The") are not.
fn bare_number_len(text: &str, stop: usize, at: usize) -> usize {
    let length = number_list_len(&text[at..]);
    if length == 0 {
        return 0;
    }
    let after = &text[at + length..];
    let begins = after.trim_start();
    let upper = begins.len() < after.len() && begins.starts_with(char::is_uppercase);
    let word = words::word_before(&text[..stop]).core;
    let ordinary = word.len() > 2
        && word.chars().all(char::is_lowercase)
        && abbreviations::kind(word).is_none();
    if length <= LONGEST_BARE_NUMBER && upper && ordinary {
        length
    } else {
        0
    }
}

/// The length of "3", "3,5" or "3, 5–7": it begins and ends with a digit.
fn number_list_len(text: &str) -> usize {
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return 0;
    }
    let mut end = 0;
    for (at, character) in text.char_indices().take(LONGEST_NUMBER_LIST) {
        if character.is_ascii_digit() {
            end = at + 1;
        } else if !matches!(character, ',' | ';' | ' ' | '-' | '–') {
            break;
        }
    }
    end
}

fn note_name_len(text: &str) -> usize {
    let rest = text.trim_start_matches(|letter: char| letter.is_alphanumeric() || letter == '-');
    text.len() - rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clings(text: &str) -> &str {
        let stop = text.find('.').unwrap();
        &text[stop + 1..skip_notes(text, stop, stop + 1, is_reference_list(text))]
    }

    #[test]
    fn note_marks_cling_to_the_full_stop() {
        assert_eq!(clings("small.[3] Harms"), "[3]");
        assert_eq!(clings("small. [3, 5–7] Harms"), " [3, 5–7]");
        assert_eq!(clings("small.^12 Then"), "^12");
        assert_eq!(clings("small.¹² Then"), "¹²");
        assert_eq!(clings("small.²,³ Then"), "²,³");
        assert_eq!(clings("small.12 Then"), "12");
        assert_eq!(clings("small.[^trial] Then"), "[^trial]");
    }

    #[test]
    fn isotopes_decimals_and_figures_do_not_cling() {
        for text in [
            "grew. [3H]Thymidine",
            "grew by 0.5 Then",
            "see fig.2 The",
            "grew. [Most] men",
        ] {
            assert_eq!(clings(text), "", "{text}");
        }
    }

    #[test]
    fn the_numbers_of_a_list_of_references_head_its_entries() {
        assert_eq!(clings("[1] Kumar A. [2] Dhurat R."), "");
    }
}
