//! The list of Retraction Watch: a CSV file with a row for each notice.
//!
//! Its quirks are those of the published file: a byte order mark or none, a trailing column without
//! a name, dates such as `4/15/2021 0:00`, `0` and `Unavailable` for identifiers that are not
//! known, several rows a paper in any order, fields with line breaks, and bytes that are not UTF-8.

mod apply;
mod cells;
mod read;
mod rows;

use std::collections::BTreeSet;
use std::io;
use std::ops::Range;

use grounds_diagnostics::FileId;
use grounds_model::{Date, Key, StandingEvent, StandingKind, Study};

use self::cells::{doi, pmid};
pub use self::read::read_retractions;

/// What a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// A retraction.
    Retraction,
    /// An expression of concern.
    Concern,
    /// A correction.
    Correction,
    /// A reinstatement.
    Reinstatement,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The DOI of the paper, in small letters.
    pub doi: Option<String>,
    /// The PubMed number of the paper.
    pub pmid: Option<String>,
    /// What the notice is.
    pub nature: Nature,
    /// The day of the notice.
    pub on: Option<Date>,
    /// The DOI of the notice.
    pub notice: Option<String>,
    /// The reasons, as the list has them.
    pub reason: String,
    /// The line of the file at which the row begins, from 1.
    pub line: u64,
}

/// The list: the notices about some papers, and how old it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RetractionList {
    /// The name of the file, as it was given.
    pub name: String,
    /// The notices about the papers that were asked for, by date and line.
    pub notices: Vec<Notice>,
    /// How many rows the list has.
    pub rows: usize,
    /// The days of its notices.
    pub days: BTreeSet<Date>,
    /// What is wrong with rows; at most a hundred.
    pub broken: Vec<BrokenRow>,
    /// The text of the rows that can be shown, each on its own line of the file; the other lines are empty.
    pub excerpt: String,
    /// The file of the excerpt, once it is among the sources of a run.
    pub file: Option<FileId>,
    /// The notices that the records did not have, by the study and the position of the notice: the standing of the
    /// studies has them as well.
    pub unrecorded: BTreeSet<(Key, usize)>,
}

/// A row of the list that cannot be read, or not in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenRow {
    /// The line at which it begins, from 1.
    pub line: u64,
    /// What is wrong.
    pub why: String,
    /// What stands there: bytes of the excerpt.
    pub range: Range<usize>,
}

/// Why a list could not be read.
#[derive(Debug, thiserror::Error)]
pub enum RetractionsError {
    /// The file could not be read.
    #[error("it cannot be read")]
    Io(#[from] io::Error),
    /// It is no CSV file with the columns of the list.
    #[error("it is no list of Retraction Watch: the column `{0}` is missing")]
    Column(&'static str),
    /// It is something else, or in another form than the list is published in.
    #[error("{0}")]
    Form(&'static str),
    /// It has no header.
    #[error("it is no CSV file: {0}")]
    Csv(String),
    /// It is larger than any such list.
    #[error("it is larger than {} MB", MOST_BYTES >> 20)]
    TooLarge,
}

/// The list of 2025 has about 60 MB.
const MOST_BYTES: u64 = 512 << 20;

impl RetractionList {
    /// The day of its newest notice, as of a day: a notice of a later one has a mistyped date, or is not yet known.
    pub fn newest(&self, as_of: Date) -> Option<Date> {
        self.days.range(..=as_of).next_back().copied()
    }
}

/// The DOI, in small letters, and the PubMed number by which the list may know the report of a study.
pub fn known_by(study: &Study) -> (Option<String>, Option<String>) {
    let report = &study.report;
    let own_doi = report.doi.as_ref().and_then(|own| doi(own.as_str()));
    let own_pmid = report.pmid.as_ref().and_then(|own| pmid(own.as_str()));
    (own_doi, own_pmid)
}

impl Notice {
    fn event(&self) -> StandingEvent {
        StandingEvent {
            event: match self.nature {
                Nature::Retraction => StandingKind::Retracted,
                Nature::Concern => StandingKind::Concern,
                Nature::Correction => StandingKind::Corrected,
                Nature::Reinstatement => StandingKind::Reinstated,
            },
            on: self.on.map(Into::into),
            reported: None,
            reason: self.reason.clone().try_into().ok(),
            notice: self.notice.clone().and_then(|doi| doi.try_into().ok()),
            by: None,
            source: None,
        }
    }
}

impl Nature {
    /// Whether an event of a record is of this nature.
    pub fn is(self, event: StandingKind) -> bool {
        match self {
            Self::Retraction => matches!(event, StandingKind::Retracted | StandingKind::Replaced),
            Self::Concern => event == StandingKind::Concern,
            Self::Correction => event == StandingKind::Corrected,
            Self::Reinstatement => event == StandingKind::Reinstated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "\u{feff}Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes,\n\
        2,\"A title,\nover two lines\",S,I,J,P,C,A,,Research Article,10/5/2022 0:00,10.1000/Notice,0,1/2/2020 0:00,10.1000/PAPER,123456,Reinstatement,+Upon Review;,No,,\n\
        1,A title,S,I,J,P,C,A,,Research Article,4/15/2021 0:00,Unavailable,0,1/2/2020 0:00,https://doi.org/10.1000/paper,0,Retraction,+Error in Data;+Investigation by Journal/Publisher;,No,,\n\
        3,Other,S,I,J,P,C,A,,Research Article,12/31/2025 0:00,,0,1/2/2020 0:00,unavailable,999,Correction,,No,,\n\
        4,Odd,S,I,J,P,C,A,,X,soon,,0,,10.1000/paper,0,Regret,,No,,\n";

    fn read(text: &str) -> RetractionList {
        let wanted = |doi: Option<&str>, _: Option<&str>| doi == Some("10.1000/paper");
        read_retractions(text.as_bytes(), "list.csv", &wanted).unwrap()
    }

    #[test]
    fn rows_of_a_paper_are_read_in_order_of_their_dates() {
        let list = read(LIST);
        assert_eq!(list.rows, 4);
        assert_eq!(
            list.newest("2026-01-01".parse().unwrap()),
            "2025-12-31".parse().ok()
        );
        assert_eq!(
            list.newest("2025-12-30".parse().unwrap()),
            "2022-10-05".parse().ok()
        );
        let natures: Vec<Nature> = list.notices.iter().map(|notice| notice.nature).collect();
        assert_eq!(natures, [Nature::Retraction, Nature::Reinstatement]);
        let first = &list.notices[0];
        assert_eq!(first.on, "2021-04-15".parse().ok());
        assert_eq!(first.notice, None);
        assert_eq!(
            first.reason,
            "Error in Data; Investigation by Journal/Publisher"
        );
        assert_eq!(list.notices[1].notice.as_deref(), Some("10.1000/notice"));
        let [odd] = list.broken.as_slice() else {
            panic!("{:?}", list.broken)
        };
        assert_eq!((odd.line, &list.excerpt[odd.range.clone()]), (6, "Regret"));
        assert_eq!(list.excerpt.lines().count(), 6);
    }

    #[test]
    fn a_notice_with_a_wrong_doi_counts_and_is_shown_where_the_doi_stands() {
        let list = read(&LIST.replace("10.1000/Notice", "10.1/Notice"));
        assert_eq!(list.notices.len(), 2);
        assert_eq!(list.notices[1].notice, None);
        let first = &list.broken[0];
        assert_eq!(&list.excerpt[first.range.clone()], "10.1/Notice");
        assert!(first.why.contains("registrant"), "{}", first.why);
    }

    #[test]
    fn what_is_no_such_list_is_said_so() {
        let all = |_: Option<&str>, _: Option<&str>| true;
        let lfs = "version https://git-lfs.github.com/spec/v1\n";
        let tabs = LIST.replace(',', "\t");
        for text in ["", "a,b\n1,2\n", "\u{0}\u{0}", lfs, &tabs] {
            assert!(
                read_retractions(text.as_bytes(), "x", &all).is_err(),
                "{text:?}"
            );
        }
    }

    #[test]
    fn bytes_that_are_not_utf_8_do_no_harm() {
        let mut bytes = LIST.replace("A title,S", "T,S").into_bytes();
        let at = bytes.iter().position(|b| *b == b'T').unwrap();
        bytes[at] = 0xe9;
        let all = |_: Option<&str>, _: Option<&str>| true;
        assert!(read_retractions(bytes.as_slice(), "x", &all).is_ok());
    }
}
