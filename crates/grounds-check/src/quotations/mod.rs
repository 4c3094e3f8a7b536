//! Quotations against what they quote: the stored text of a report, `sources/<citation-key>.txt`, or the
//! extracts of its record.
//!
//! Compared are words, numbers, signs, operators and units. White space, marks of punctuation, the kind
//! of quotation marks and hyphens, capitals and line breaks within words are let go; an ellipsis leaves
//! words out, and square brackets hold an editor's words.

mod align;
mod cited;
mod tokens;

use std::collections::BTreeMap;
use std::ops::Range;

use grounds_diagnostics::{FileId, Sources};
use rayon::prelude::*;

pub(crate) use cited::{Quoted, judge, place_of};
pub(crate) use tokens::{Token, tokens};

/// The folder of the stored texts.
const FOLDER: &str = "sources/";

/// The stored texts of a set, by the citation keys of their studies.
#[derive(Debug)]
pub(crate) struct StoredTexts(BTreeMap<String, StoredText>);

/// A stored text.
#[derive(Debug)]
pub(crate) struct StoredText {
    /// Its file.
    pub(crate) file: FileId,
    tokens: Vec<Token>,
}

/// How a quotation stands to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The text has it.
    Found,
    /// The text has it with another number, sign, operator, unit or negation: what stands in the text
    /// and where, and what stands in the quotation.
    Altered {
        /// The words of the quotation that are not the text's.
        quoted: String,
        /// The words of the text in their place.
        written: String,
        /// Where the text has the passage.
        at: Range<usize>,
    },
    /// The text has nothing like it, or something like it at a place.
    Absent(Option<Range<usize>>),
}

impl StoredTexts {
    /// Reads the stored texts among the files of a set.
    pub(crate) fn of(sources: &Sources) -> Self {
        let files: Vec<(String, FileId, &str)> = sources
            .iter()
            .filter_map(|(file, source)| {
                let name = source.path().strip_prefix(FOLDER)?.strip_suffix(".txt")?;
                let key = name.rsplit('/').next().unwrap_or(name);
                Some((key.to_owned(), file, source.text()))
            })
            .collect();
        let read = |(key, file, text): (String, FileId, &str)| {
            let tokens = tokens(text);
            (key, StoredText { file, tokens })
        };
        Self(files.into_par_iter().map(read).collect())
    }

    /// The text of a study.
    pub(crate) fn get(&self, study: &str) -> Option<&StoredText> {
        self.0.get(study)
    }
}

impl StoredText {
    /// Compares a quotation with the text.
    pub(crate) fn compare(&self, quotation: &str) -> Verdict {
        align::compare(quotation, &self.tokens)
    }
}

/// Compares a quotation with a text that is not stored in a file of its own.
pub(crate) fn compare(quotation: &str, text: &str) -> Verdict {
    align::compare(quotation, &tokens(text))
}

/// Says what is altered in a quotation.
pub(crate) fn altered(what: &str, quoted: &str, written: &str) -> String {
    match (quoted, written) {
        ("", written) => format!("the {what} leaves out `{written}`"),
        (quoted, "") => format!("the {what} adds `{quoted}`"),
        (quoted, written) => format!("the {what} has `{quoted}`, and its source `{written}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "The mean change in count was 22.2 for the ﬁrst group (p < 0.05). Mi-\ncroneedling was \
        not well tolerated: SMD \u{2212}0.21, 95% CI 0.55\u{2013}0.94, at 5 mg/kg per day.";

    #[test]
    fn a_quotation_may_differ_in_form() {
        for quotation in [
            "the mean change in count was 22.2 for the first group",
            "“The mean change … was 22.2”",
            "the mean change [in hair number] was 22.2",
            "The  mean\nchange in count, was 22.2",
            "Microneedling was not well tolerated",
            "SMD -0.21, 95% CI 0.55-0.94",
            "(p<0.05)",
        ] {
            assert_eq!(compare(quotation, SOURCE), Verdict::Found, "{quotation}");
        }
    }

    #[test]
    fn an_altered_number_sign_operator_unit_or_negation_is_told() {
        for (quotation, quoted, written) in [
            (
                "The mean change in count was 2.22 for the first group",
                "2.22",
                "22.2",
            ),
            ("for the first group (p > 0.05)", ">", "<"),
            ("not well tolerated: SMD 0.21, 95% CI", "0.21", "-0.21"),
            ("95% CI 0.55–0.94, at 5 g/kg per day", "g", "mg"),
            ("Microneedling was well tolerated", "", "not"),
        ] {
            match compare(quotation, SOURCE) {
                Verdict::Altered {
                    quoted: q,
                    written: w,
                    ..
                } => {
                    assert_eq!((q.as_str(), w.as_str()), (quoted, written), "{quotation}");
                }
                other => panic!("{quotation}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_negation_is_one_however_it_is_joined() {
        let source = "This cannot be said of people, and the trial does not say so.";
        for same in [
            "This can not be said of people",
            "This can’t be said of people",
            "the trial doesn't say so",
        ] {
            assert_eq!(compare(same, source), Verdict::Found, "{same}");
        }
        let turned = compare("This can be said of people", source);
        assert!(
            matches!(&turned, Verdict::Altered { written, .. } if written == "not"),
            "{turned:?}"
        );
    }

    #[test]
    fn other_words_are_absent() {
        assert_eq!(
            compare("nothing of the kind was ever said", SOURCE),
            Verdict::Absent(None)
        );
        let near = compare(
            "The average change in count was 22.2 for the first group",
            SOURCE,
        );
        assert!(matches!(near, Verdict::Absent(Some(_))), "{near:?}");
        for hostile in [
            "",
            "…",
            "[…]",
            "[",
            "]][",
            "\u{2212}",
            "a",
            "5 5 5 5 5 5 5 5",
        ] {
            let _ = compare(hostile, SOURCE);
            let _ = compare(SOURCE, hostile);
        }
    }
}
