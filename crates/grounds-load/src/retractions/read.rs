//! Reading the list, row by row.

use std::io::Read;
use std::ops::RangeInclusive;

use grounds_model::identifier;

use super::cells::{date, nature, papers, reason};
use super::rows::Rows;
use super::{BrokenRow, MOST_BYTES, Notice, RetractionList, RetractionsError};

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
    refuse_other_forms(&bytes)?;
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
    let named = header
        .iter()
        .rposition(|cell| !cell.trim_ascii().is_empty());
    let columns = Columns {
        headings: header.len(),
        all: named.map_or(0, |last| last + 1)..=header.len().max(named.map_or(0, |last| last + 2)),
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

/// Refuses what is plainly another file, or the list in another form.
fn refuse_other_forms(bytes: &[u8]) -> Result<(), RetractionsError> {
    let first = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let header = String::from_utf8_lossy(first);
    let separated = |separator: char| {
        let mut cells = header.split(separator);
        cells.any(|cell| cell.trim_matches(['"', '\r', '\u{feff}']) == "OriginalPaperDOI")
    };
    let why = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        "it is UTF-16: save it as UTF-8"
    } else if bytes.starts_with(b"version https://git-lfs") {
        "it is a pointer of Git LFS: `git lfs pull` fetches what it points at"
    } else if separated(';') || separated('\t') {
        "its cells have `;` or a tab between them: save it with commas"
    } else {
        return Ok(());
    };
    Err(RetractionsError::Form(why))
}

/// What is wrong with a field that must hold something: it is empty, or holds what cannot be that.
fn named_or(written: &str, something: &str, kind: &str) -> String {
    if written.is_empty() {
        format!("the notice has no {something}")
    } else {
        format!("`{written}` is no {kind}")
    }
}

/// Where the fields stand.
struct Columns {
    /// How many headings there are.
    headings: usize,
    /// How many cells a row may have: the last column may have no heading, and rows no cell for it.
    all: RangeInclusive<usize>,
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
        self.days.extend(on);
        let mut papers = papers(&cell(columns.doi), &cell(columns.pmid));
        papers.retain(|(doi, pmid)| wanted(doi.as_deref(), pmid.as_deref()));
        if papers.is_empty() {
            return self.look_into(columns, record, wanted, rows);
        }
        let written = cell(columns.nature);
        let Some(nature) = nature(&written) else {
            let what = named_or(&written, "nature", "nature of a notice");
            self.complain(
                rows,
                &written,
                format!("{what}: the list has retractions, corrections, expressions of concern and reinstatements"),
            );
            return;
        };
        if on.is_none() {
            let written = cell(columns.on);
            let what = named_or(&written, "date", "date");
            self.complain(
                rows,
                &written,
                format!("{what}: the list writes month/day/year"),
            );
        }
        let doi_of_notice = self.doi_of_notice(&cell(columns.notice), rows);
        for (doi, pmid) in papers {
            let notice = Notice {
                doi,
                pmid,
                nature,
                on,
                notice: doi_of_notice.clone(),
                reason: reason(&cell(columns.reason)),
                line: rows.line,
            };
            self.add(notice, rows);
        }
    }

    fn add(&mut self, notice: Notice, rows: &mut Rows<'_>) {
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

    /// The DOI of a notice; one that cannot be one is shown where it stands.
    fn doi_of_notice(&mut self, written: &str, rows: &mut Rows<'_>) -> Option<String> {
        let doi = super::doi(written)?;
        match identifier::doi(&doi) {
            Ok(()) => Some(doi),
            Err(fault) => {
                let why = format!("the DOI of the notice, `{written}`, {fault}");
                self.complain(rows, written, why);
                None
            }
        }
    }

    /// Looks into a row that has more or fewer cells than the list has columns: what stands there may have been meant for
    /// another column, or for rows of their own.
    fn look_into(
        &mut self,
        columns: &Columns,
        record: &csv::ByteRecord,
        wanted: &dyn Fn(Option<&str>, Option<&str>) -> bool,
        rows: &mut Rows<'_>,
    ) {
        let (cells, blank) = (
            record.len(),
            record.iter().all(|cell| cell.trim_ascii().is_empty()),
        );
        if columns.all.contains(&cells) || blank {
            return;
        }
        let shape = format!("it has {cells} cells under {} headings", columns.headings);
        if let Some(named) = rows.identifier(wanted) {
            let why = format!("{shape}, and names `{named}`: a quotation mark or a comma is amiss");
            self.complain(rows, &named, why);
        } else if cells <= columns.doi.max(columns.pmid).max(columns.nature) {
            let why = format!("{shape}: it is cut off before it says which paper it is about");
            self.complain(rows, "", why);
        }
    }

    fn complain(&mut self, rows: &mut Rows<'_>, field: &str, why: String) {
        if self.broken.len() < MOST_BROKEN {
            let range = rows.show(field);
            let line = rows.line;
            self.broken.push(BrokenRow { line, why, range });
        }
    }
}
