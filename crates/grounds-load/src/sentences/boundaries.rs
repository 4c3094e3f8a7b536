//! Whether a sentence ends at a stop.

use super::abbreviations::{self, Abbreviation};
use super::lists;
use super::missing_space;
use super::stops::{Mark, Stop};
use super::unicode;
use super::vocabulary;
use super::words::{self, Begins, WordAfter, WordBefore};

/// A phrase that opens a sentence ("In the early 1990s in the U.S.") is no longer. In bytes.
const LONGEST_OPENING_PHRASE: usize = 40;

/// Whether the sentence that began at byte `start` ends at the stop.
///
/// The rules below answer what they know; where they are silent, the Unicode rules do.
pub(super) fn ends_sentence(text: &str, start: usize, stop: &Stop) -> bool {
    let after = words::word_after(text, stop.next);
    if after.begins == Begins::Nothing {
        return false;
    }
    let unicode_rules = || unicode::separates(text, stop.start, stop.next);
    if stop.mark == Mark::Foreign {
        return unicode_rules();
    }
    if !stop.spaced(text) {
        return missing_space::ends_sentence(text, stop, &after);
    }
    if after.begins == Begins::Continuation || is_bracketed_mark(text, stop) {
        return false;
    }
    let sentence = &text[start..stop.start];
    let rule = match stop.mark {
        Mark::Omission { ends } => Some(ends && after.begins == Begins::Upper),
        Mark::Strong => after_strong_mark(stop, &after),
        Mark::Period | Mark::Foreign => Period::read(text, sentence, stop, after).ends_sentence(),
    };
    rule.unwrap_or_else(unicode_rules)
}

/// "[...]" and "[?]" are an omission and a doubt, not the end of a sentence.
fn is_bracketed_mark(text: &str, stop: &Stop) -> bool {
    stop.closed && text[..stop.start].trim_end().ends_with(['[', '('])
}

fn after_strong_mark(stop: &Stop, after: &WordAfter<'_>) -> Option<bool> {
    match after.begins {
        Begins::Upper | Begins::Digit | Begins::Atom => Some(true),
        Begins::Lower => Some(!stop.closed && words::is_technical(after.word)),
        _ => None,
    }
}

/// A full stop with what stands around it.
struct Period<'a> {
    /// The sentence so far, without the full stop.
    sentence: &'a str,
    before: WordBefore<'a>,
    after: WordAfter<'a>,
    /// Whether it is two points, of which an abbreviation takes the first: "in N.Y..".
    doubled: bool,
    /// Whether a quotation mark or bracket closes after it.
    closed: bool,
    /// Whether one of those is a bracket.
    in_bracket: bool,
}

impl<'a> Period<'a> {
    fn read(text: &'a str, sentence: &'a str, stop: &Stop, after: WordAfter<'a>) -> Self {
        Self {
            sentence,
            before: words::word_before(sentence),
            after,
            doubled: text[stop.start..].starts_with(".."),
            closed: stop.closed,
            in_bracket: stop.closed && text[stop.start..stop.end].contains([')', ']']),
        }
    }

    fn ends_sentence(&self) -> Option<bool> {
        if lists::is_only_marker(self.sentence) || self.heads_first_item() {
            return Some(false);
        }
        if self.follows_lone_letter() {
            return Some(self.ends_at_letter());
        }
        match self.abbreviation() {
            Some(kind) => Some(self.ends_at_abbreviation(kind)),
            None => self.ends_at_word(),
        }
    }

    /// "as follows: 1. Wash it. 2. Dry it."
    fn heads_first_item(&self) -> bool {
        matches!(self.before.core, "1" | "a" | "A" | "i" | "I")
            && self.before.rest.trim_end().ends_with(':')
    }

    /// One letter: an initial, a genus, a unit or a label. Greek letters are none but the last.
    fn follows_lone_letter(&self) -> bool {
        let mut letters = self.before.core.chars();
        let latin = |letter: char| letter.is_alphabetic() && !matches!(letter, 'Α'..='ω' | 'µ');
        letters.next().is_some_and(latin) && letters.next().is_none()
    }

    /// The letter may belong to a name ("by K. Arai", "E. coli"), or end a phrase: "kappa B.",
    /// "after 24 h.".
    fn ends_at_letter(&self) -> bool {
        let label = self.before.joined || (!self.before.opened && names_a_letter(self.before.rest));
        match self.after.begins {
            Begins::Upper | Begins::Other | Begins::Atom => label || self.opens_anew(),
            Begins::Digit => label,
            Begins::Lower => label && !self.before.joined && words::is_technical(self.after.word),
            Begins::Continuation | Begins::Nothing => false,
        }
    }

    /// What the tables know of the word. "Fos/Jun" and "HLA-Dr" are names and no abbreviations,
    /// but "mg/ml" is a measure, and "non-U.S" has its stops within.
    fn abbreviation(&self) -> Option<Abbreviation> {
        abbreviations::kind(self.before.core).filter(|&kind| {
            let own = kind == Abbreviation::Closing || self.before.core.contains('.');
            !self.doubled && (own || !self.before.joined)
        })
    }

    fn ends_at_abbreviation(&self, kind: Abbreviation) -> bool {
        // A bracket often closes after an abbreviation within a sentence: "(Merck Inc.) was".
        if self.in_bracket || self.after.bracketed && kind != Abbreviation::Closing {
            return false;
        }
        let upper = self.after.begins == Begins::Upper;
        let small = self.before.core.starts_with(char::is_lowercase);
        match kind {
            Abbreviation::Introduces => false,
            // A street may end a sentence, a title that is written with a capital may not.
            Abbreviation::Title => {
                let street = small || self.before.core == "St";
                upper && street && words::is_starter(&self.after)
            }
            Abbreviation::Numbered => upper && !is_number_like(&self.after),
            Abbreviation::Inner => upper && self.opens_anew() && !self.is_opening_phrase(),
            Abbreviation::Closing => self.ends_at_measure(small) && !self.is_opening_phrase(),
        }
    }

    fn ends_at_measure(&self, small: bool) -> bool {
        let dotted = self.before.core.contains('.');
        match self.after.begins {
            Begins::Lower => words::is_technical(self.after.word),
            Begins::Digit => !dotted,
            // "Ft. Collins" is a place, and "5 ft. Collins" an end.
            Begins::Upper => small || dotted || words::is_starter(&self.after),
            _ => true,
        }
    }

    fn ends_at_word(&self) -> Option<bool> {
        let (core, after) = (self.before.core, &self.after);
        match after.begins {
            Begins::Upper | Begins::Atom => Some(true),
            _ if after.marker => Some(true),
            // "0. 05" is a decimal in which a space slipped.
            Begins::Digit => Some(core != "0"),
            Begins::Lower if self.closed => Some(false),
            Begins::Lower if words::is_technical(after.word) => Some(true),
            Begins::Lower if is_short_name(core) || opens_with_number(after) => Some(false),
            Begins::Lower => Some(words::is_surely_complete(core) || words::is_starter(after)),
            _ => None,
        }
    }

    /// Whether the word after is one that opens sentences, and is not the rest of a name.
    fn opens_anew(&self) -> bool {
        let titled = self.after.stopped && abbreviations::addresses_a_person(self.after.word);
        titled || words::is_starter(&self.after)
    }

    /// "At 5 a.m." and "In the U.S." open a sentence and do not make one.
    fn is_opening_phrase(&self) -> bool {
        if self.sentence.len() > LONGEST_OPENING_PHRASE {
            return false;
        }
        let mut words = self.sentence.split_whitespace();
        let first = words.next().unwrap_or_default();
        vocabulary::is_opening_preposition(first.trim_start_matches(words::is_opening))
            && words.count() <= 3
    }
}

/// "2", "S1", "IV", "B": what a figure, table or page is called by.
fn is_number_like(after: &WordAfter<'_>) -> bool {
    let letter = after.word.chars().count() == 1 && !words::is_starter(after);
    let roman = after.word.chars().all(|letter| "IVXL".contains(letter)) && after.word != "I";
    letter || roman || after.word.contains(|letter: char| letter.is_ascii_digit())
}

/// "p. 5" goes on with a reference: "New York: Wiley; 1990. p. 5".
fn opens_with_number(after: &WordAfter<'_>) -> bool {
    after.stopped && abbreviations::kind(after.word) == Some(Abbreviation::Numbered)
}

/// Whether the text ends with a word that a letter belongs to: one in lower case ("kappa B",
/// "cyclosporin A"), unless it binds a name to the sentence ("by K. Arai"), or a number ("24 h").
fn names_a_letter(text: &str) -> bool {
    let noun = words::word_before(text).core;
    let lower = noun.starts_with(char::is_lowercase) && !vocabulary::is_function_word(noun);
    let number = |last: char| last.is_ascii_digit() || matches!(last, '°' | '%');
    let apart = noun.ends_with([',', '.', ';', ':', ')']);
    !apart && (lower || noun.ends_with(number) || vocabulary::is_label_noun(noun))
}

/// "Sch." and "Ae." shorten a genus.
fn is_short_name(core: &str) -> bool {
    core.len() <= 3
        && core.starts_with(char::is_uppercase)
        && core.chars().skip(1).all(char::is_lowercase)
}
