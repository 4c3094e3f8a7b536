//! Words that carry a full stop of their own, and what that stop tells about the sentence.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

/// What a word that is followed by a full stop says about the end of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// It introduces what follows ("e.g.", "vs."), so a sentence never ends at it.
    Introduces,
    /// It stands before a name ("Dr.", "St.").
    Title,
    /// It stands before a number ("Fig.", "no.", "pp.").
    Numbered,
    /// It may end a sentence, but a name often follows it ("Inc.", "et al.", "J. Biol. Chem.").
    Inner,
    /// It usually ends a phrase ("etc.", "p.m.", "5 min."), so that a capital begins a sentence.
    Closing,
}

/// The kind of abbreviation that `word`, written without its last full stop, is.
///
/// A word all in capitals is an acronym ("in patients with MS.", "HLA-DR."), not a title or a
/// journal, unless it announces a number ("SEC. 1262").
pub(super) fn kind(word: &str) -> Option<Abbreviation> {
    // Most sentences end with a word that is longer than any of these, or begins like none.
    if word.len() > LONGEST && !word.contains('.') {
        return None;
    }
    let acronym = || word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let known = look_up(word).filter(|(_, written)| match written {
        Written::Anyhow => true,
        Written::NoAcronym => !acronym(),
        Written::Proper => !acronym() && word.starts_with(|first: char| first.is_uppercase()),
    });
    known.map(|(kind, _)| kind).or_else(|| dotted(word))
}

/// How a word must be written to be what its table says.
#[derive(Clone, Copy, Debug)]
enum Written {
    Anyhow,
    NoAcronym,
    Proper,
}

/// What the tables say of a word, in any case.
fn look_up(word: &str) -> Option<(Abbreviation, Written)> {
    static KINDS: LazyLock<HashMap<&[u8], (Abbreviation, Written), FixedState>> =
        LazyLock::new(|| {
            let tables = [
                (NUMBERED, Abbreviation::Numbered, Written::Anyhow),
                (CLOSING, Abbreviation::Closing, Written::Anyhow),
                (INTRODUCES, Abbreviation::Introduces, Written::NoAcronym),
                (TITLES, Abbreviation::Title, Written::NoAcronym),
                (INNER, Abbreviation::Inner, Written::NoAcronym),
                (PROPER, Abbreviation::Inner, Written::Proper),
            ];
            let words = tables.into_iter().flat_map(|(table, kind, written)| {
                let words = table.iter().map(|word| word.as_bytes());
                words.map(move |word| (word, (kind, written)))
            });
            words.collect()
        });
    let mut letters = [0; LONGEST];
    let letters = letters.get_mut(..word.len())?;
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    KINDS.get(&*letters).copied()
}

/// The length of the longest word in the tables.
const LONGEST: usize = 16;

/// Whether people are addressed by the title, so that it may open a sentence after "6 p.m.".
pub(super) fn addresses_a_person(word: &str) -> bool {
    contains(ADDRESSES, word)
}

/// Whether a sorted table of lower-case words has `word`, in any case.
pub(super) fn contains(table: &[&str], word: &str) -> bool {
    table
        .binary_search_by(|entry| {
            entry
                .bytes()
                .cmp(word.bytes().map(|byte| byte.to_ascii_lowercase()))
        })
        .is_ok()
}

/// Short pieces between stops: "i.v", "b.i.d", "U.S", "M.Sc".
///
/// Those in lower case are measures and routes, which end phrases; those with capitals are names.
fn dotted(word: &str) -> Option<Abbreviation> {
    let mut pieces = 0;
    for piece in word.split('.') {
        let letters = piece.chars().all(char::is_alphabetic);
        if piece.is_empty() || piece.len() > 3 || !letters {
            return None;
        }
        pieces += 1;
    }
    let lower = word
        .chars()
        .all(|letter| letter == '.' || letter.is_lowercase());
    match (pieces, lower) {
        (0 | 1, _) => None,
        (_, true) => Some(Abbreviation::Closing),
        (_, false) => Some(Abbreviation::Inner),
    }
}

#[rustfmt::skip]
const INTRODUCES: &[&str] = &[
    "approx", "c.f", "ca", "cf", "e.g", "eg", "esp", "f.e", "i.e", "ie", "incl", "q.v", "resp",
    "s.v", "v.s", "viz", "vs",
];

#[rustfmt::skip]
const TITLES: &[&str] = &[
    "adm", "brig", "capt", "cmdr", "col", "dr", "drs", "fr", "gen", "gov", "hon", "lt", "maj",
    "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "mx", "pres", "prof", "profs", "rep",
    "reps", "rev", "sen", "sens", "sgt", "st", "supt",
];

const ADDRESSES: &[&str] = &["dr", "mr", "mrs", "ms", "mx", "prof"];

#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "art", "arts", "ch", "chap", "chaps", "eq", "eqn", "eqns", "eqs", "ex", "exp", "fig", "figs",
    "fol", "illus", "no", "nos", "nr", "nrs", "n°", "p", "para", "paras", "pg", "pp", "ref",
    "refs", "rs", "sec", "sect", "sects", "ser", "suppl", "tab", "tabs", "vol", "vols",
];

#[rustfmt::skip]
const CLOSING: &[&str] = &[
    "cm", "dl", "etc", "ft", "gal", "hr", "hrs", "kcal", "kg", "km", "lb", "lbs", "mg", "min",
    "mins", "ml", "mm", "mos", "ng", "oz", "secs", "tbsp", "tsp", "wk", "wks", "yr", "yrs",
];

/// Abbreviations in either case.
#[rustfmt::skip]
const INNER: &[&str] = &[
    "abbr", "acad", "al", "alt", "anon", "appt", "assoc", "asst", "attn", "avg", "biochem", "biol",
    "biophys", "bldg", "btw", "chem", "clin", "co", "conc", "contd", "corp", "cv", "dept",
    "dermatol", "diam", "dil", "div", "ed", "edn", "eds", "endocrinol", "engl", "environ",
    "epidemiol", "equiv", "est", "excl", "freq", "gastroenterol", "genet", "govt", "haematol",
    "hematol", "hosp", "immunol", "inc", "infect", "inst", "intl", "jr", "lett", "ltd", "max",
    "med", "metab", "mfg", "mfr", "microbiol", "mil", "misc", "mol", "natl", "neurol", "neurosci",
    "nutr", "obstet", "oncol", "op", "orig", "pathol", "pediatr", "ph.d", "pharm", "pharmacol",
    "phys", "physiol", "prelim", "prob", "proc", "psychol", "pt", "pts", "publ", "recd", "rept",
    "rheumatol", "sched", "sci", "soc", "soln", "sp", "spp", "sq", "sr", "ssp", "std", "subsp",
    "surg", "tel", "temp", "toxicol", "transl", "treas", "univ", "unpubl", "var", "virol", "wt",
];

/// Abbreviations only when they begin with a capital: otherwise they are words ("the trans
/// isomer"), or nothing.
#[rustfmt::skip]
const PROPER: &[&str] = &[
    "am", "ann", "annu", "apr", "arch", "assn", "aug", "ave", "blvd", "br", "bros", "bull", "comm",
    "cong", "ct", "curr", "dec", "dev", "dis", "eur", "feb", "fri", "hum", "int", "invest", "jan",
    "jul", "jun", "mar", "mon", "nat", "nov", "nucl", "oct", "opin", "pkwy", "pract", "psychiatr",
    "rd", "res", "sat", "sep", "sept", "symp", "ther", "thu", "thur", "thurs", "trans", "trop",
    "tue", "tues", "vet", "wed",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_lower_case_and_without_duplicates() {
        for table in [
            INTRODUCES, TITLES, ADDRESSES, NUMBERED, CLOSING, INNER, PROPER,
        ] {
            let mut tidy: Vec<String> = table.iter().map(|word| word.to_lowercase()).collect();
            tidy.sort_unstable();
            tidy.dedup();
            assert_eq!(table, tidy, "the table should read as on the right");
            assert!(table.iter().all(|word| word.len() <= LONGEST));
        }
    }

    #[test]
    fn one_word_has_one_kind() {
        let mut words = [INTRODUCES, TITLES, NUMBERED, CLOSING, INNER, PROPER].concat();
        words.sort_unstable();
        let count = words.len();
        words.dedup();
        assert_eq!(words.len(), count);
    }

    #[test]
    fn acronyms_are_not_titles_or_journals() {
        assert_eq!(kind("Ms"), Some(Abbreviation::Title));
        assert_eq!(kind("MS"), None);
        assert_eq!(kind("CT"), None);
        assert_eq!(kind("SEC"), Some(Abbreviation::Numbered));
    }

    #[test]
    fn dotted_words_are_measures_in_lower_case_and_names_with_capitals() {
        assert_eq!(kind("b.i.d"), Some(Abbreviation::Closing));
        assert_eq!(kind("U.S"), Some(Abbreviation::Inner));
        assert_eq!(kind("M.Sc"), Some(Abbreviation::Inner));
        assert_eq!(kind("p50.p65"), None);
        assert_eq!(kind("follicle"), None);
    }
}
