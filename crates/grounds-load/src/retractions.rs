//! The list of Retraction Watch: a CSV file with a row for each notice.
//!
//! Its quirks are those of the published file: a byte order mark or none, a trailing column without
//! a name, dates such as `4/15/2021 0:00`, `0` and `Unavailable` for identifiers that are not
//! known, several rows a paper in any order, fields with line breaks, and bytes that are not UTF-8.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::ops::Range;

use grounds_diagnostics::FileId;
use grounds_model::{Date, Key, StandingEvent, StandingKind};

use crate::ContentSet;

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
    /// The day of its newest notice.
    pub newest: Option<Date>,
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
    /// It has no header.
    #[error("it is no CSV file: {0}")]
    Csv(String),
    /// It is larger than any such list.
    #[error("it is larger than {} MB", MOST_BYTES >> 20)]
    TooLarge,
}

/// The list of 2025 has about 60 MB.
const MOST_BYTES: u64 = 512 << 20;

/// How many broken rows are kept.
const MOST_BROKEN: usize = 100;

/// Reads a list and keeps the notices about papers for which `wanted` says yes, given their DOI in
/// small letters and their PubMed number.
pub fn read_retractions(
    reader: impl Read,
    name: &str,
    wanted: &dyn Fn(Option<&str>, Option<&str>) -> bool,
) -> Result<RetractionList, RetractionsError> {
    let mut bytes = Vec::new();
    reader.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(RetractionsError::TooLarge);
    }
    let mut csv = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(bytes.as_slice());
    let header = csv
        .byte_headers()
        .map_err(|error| RetractionsError::Csv(error.to_string()))?
        .clone();
    let column = |name: &'static str| {
        let cells = header.iter().map(|cell| String::from_utf8_lossy(cell));
        let mut cells = cells.map(|cell| cell.trim_start_matches('\u{feff}').trim().to_lowercase());
        cells
            .position(|cell| cell == name.to_lowercase())
            .ok_or(RetractionsError::Column(name))
    };
    let columns = Columns {
        doi: column("OriginalPaperDOI")?,
        pmid: column("OriginalPaperPubMedID")?,
        nature: column("RetractionNature")?,
        on: column("RetractionDate")?,
        notice: column("RetractionDOI")?,
        reason: column("Reason")?,
    };
    let mut list = RetractionList {
        name: name.to_owned(),
        ..RetractionList::default()
    };
    let mut rows = Rows::new(&bytes);
    let mut record = csv::ByteRecord::new();
    loop {
        let start = csv.position().clone();
        match csv.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                list.rows += 1;
                rows.at(&start, csv.position());
                list.take(&columns, &record, wanted, &mut rows);
            }
            Err(error) => {
                list.rows += 1;
                rows.at(&start, csv.position());
                list.complain(&mut rows, "", error.to_string());
            }
        }
    }
    list.excerpt = rows.excerpt;
    list.notices.sort_by_key(|notice| (notice.on, notice.line));
    Ok(list)
}

/// Where the fields stand.
struct Columns {
    doi: usize,
    pmid: usize,
    nature: usize,
    on: usize,
    notice: usize,
    reason: usize,
}

impl RetractionList {
    fn take(
        &mut self,
        columns: &Columns,
        record: &csv::ByteRecord,
        wanted: &dyn Fn(Option<&str>, Option<&str>) -> bool,
        rows: &mut Rows<'_>,
    ) {
        let cell = |at: usize| {
            String::from_utf8_lossy(record.get(at).unwrap_or_default())
                .trim()
                .to_owned()
        };
        let on = date(&cell(columns.on));
        self.newest = self.newest.max(on);
        let (doi, pmid) = (doi(&cell(columns.doi)), pmid(&cell(columns.pmid)));
        if !wanted(doi.as_deref(), pmid.as_deref()) {
            return;
        }
        let written = cell(columns.nature);
        let Some(nature) = nature(&written) else {
            self.complain(
                rows,
                &written,
                format!("`{written}` is no nature of a notice"),
            );
            return;
        };
        if on.is_none() {
            let written = cell(columns.on);
            self.complain(rows, &written, format!("`{written}` is no date"));
        }
        let notice = Notice {
            doi,
            pmid,
            nature,
            on,
            notice: self::doi(&cell(columns.notice)),
            reason: reason(&cell(columns.reason)),
            line: rows.line,
        };
        let same = |other: &&Notice| {
            Notice {
                line: notice.line,
                ..(*other).clone()
            } == notice
        };
        if let Some(first) = self.notices.iter().find(same).map(|notice| notice.line) {
            self.complain(rows, "", format!("it says the same as line {first}"));
        } else {
            self.notices.push(notice);
        }
    }

    fn complain(&mut self, rows: &mut Rows<'_>, field: &str, why: String) {
        if self.broken.len() < MOST_BROKEN {
            let range = rows.show(field);
            let line = rows.line;
            self.broken.push(BrokenRow { line, why, range });
        }
    }

    /// Adds what the list knows, and the records do not, to the standing of the studies, so that a notice of the list
    /// changes what stands on a study as one of its record does.
    pub fn apply(&mut self, set: &mut ContentSet) {
        for (key, study) in &mut set.studies.sound {
            let report = &study.value.report;
            let own_doi = report.doi.as_ref().and_then(|own| doi(own.as_str()));
            let own_pmid = report.pmid.as_ref().map(ToString::to_string);
            let kinds: Vec<StandingKind> = study.value.standing.iter().map(|e| e.event).collect();
            for (at, notice) in self.notices.iter().enumerate() {
                let about = (notice.doi.is_some() && notice.doi == own_doi)
                    || (notice.pmid.is_some() && notice.pmid == own_pmid);
                let recorded = kinds.iter().any(|kind| notice.nature.is(*kind));
                if about && !recorded {
                    self.unrecorded.insert((key.clone(), at));
                    study.value.standing.push(notice.event());
                }
            }
        }
    }
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

/// The rows of the file, and those that are shown, on the lines on which they stand.
struct Rows<'b> {
    bytes: &'b [u8],
    raw: &'b [u8],
    line: u64,
    counted: usize,
    excerpt: String,
    lines: u64,
}

impl<'b> Rows<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        Self {
            bytes,
            raw: &bytes[..0],
            line: 1,
            counted: 0,
            excerpt: String::new(),
            lines: 1,
        }
    }

    /// Goes to the row between two positions. Lines are counted here: the reader takes the end of one line, where it is
    /// a return and a line feed, for the beginning of the next row.
    fn at(&mut self, start: &csv::Position, end: &csv::Position) {
        let at = |position: &csv::Position| {
            let byte = usize::try_from(position.byte()).unwrap_or(usize::MAX);
            byte.min(self.bytes.len())
        };
        let (mut start, end) = (at(start), at(end));
        while start < end && matches!(self.bytes[start], b'\r' | b'\n') {
            start += 1;
        }
        let passed = self.bytes.get(self.counted..start).unwrap_or_default();
        let breaks = passed.split(|byte| *byte == b'\n').count() - 1;
        self.line += u64::try_from(breaks).unwrap_or_default();
        self.counted = start;
        self.raw = self.bytes.get(start..end).unwrap_or_default();
    }

    /// Shows the row, once, and says where in the excerpt a field of it stands; else the whole row.
    fn show(&mut self, field: &str) -> Range<usize> {
        let text = String::from_utf8_lossy(self.raw);
        let text = text.trim_matches(['\r', '\n']);
        if self.lines <= self.line {
            while self.lines < self.line {
                self.excerpt.push('\n');
                self.lines += 1;
            }
            self.excerpt.push_str(text);
            self.excerpt.push('\n');
            self.lines += 1 + u64::try_from(text.matches('\n').count()).unwrap_or_default();
        }
        let start = self.excerpt.len().saturating_sub(text.len() + 1);
        match text.find(field).filter(|_| !field.is_empty()) {
            Some(at) => start + at..start + at + field.len(),
            None => start..start + text.lines().next().unwrap_or_default().len(),
        }
    }
}

fn nature(text: &str) -> Option<Nature> {
    Some(match text.to_lowercase().as_str() {
        "retraction" => Nature::Retraction,
        "expression of concern" => Nature::Concern,
        "correction" => Nature::Correction,
        "reinstatement" => Nature::Reinstatement,
        _ => return None,
    })
}

/// `4/15/2021 0:00`, or an ISO date.
fn date(text: &str) -> Option<Date> {
    let day = text.split_whitespace().next()?;
    let parts: Vec<&str> = day.split('/').collect();
    let iso = match parts.as_slice() {
        [month, day, year] => {
            let (month, day) = (month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
            format!("{year}-{month:02}-{day:02}")
        }
        _ => day.to_owned(),
    };
    iso.parse().ok()
}

/// A DOI in small letters, without an address before it; none for `unavailable`.
pub fn doi(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let start = lower.find("10.")?;
    let doi = lower[start..].trim_end_matches(['.', ',', ';']).to_owned();
    doi.contains('/').then_some(doi)
}

fn pmid(text: &str) -> Option<String> {
    let digits = text.trim().trim_end_matches(".0");
    let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (number && digits.bytes().any(|b| b != b'0')).then(|| digits.to_owned())
}

/// `+Error in Data;+Investigation by Journal;` as a clause.
fn reason(text: &str) -> String {
    let reasons: Vec<&str> = text
        .split(';')
        .map(|reason| reason.trim().trim_start_matches('+').trim())
        .filter(|reason| !reason.is_empty())
        .collect();
    reasons.join("; ")
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
        assert_eq!(list.newest, "2025-12-31".parse().ok());
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
    fn what_is_no_such_list_is_said_so() {
        let all = |_: Option<&str>, _: Option<&str>| true;
        for text in ["", "a,b\n1,2\n", "\u{0}\u{0}"] {
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
