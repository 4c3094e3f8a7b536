//! What stands in a cell of the list: dates, identifiers, natures and reasons as they are published.

use grounds_model::Date;

use super::Nature;

/// The nature of a notice, by the word of the list.
pub(super) fn nature(text: &str) -> Option<Nature> {
    Some(match text.to_lowercase().as_str() {
        "retraction" => Nature::Retraction,
        "expression of concern" => Nature::Concern,
        "correction" => Nature::Correction,
        "reinstatement" => Nature::Reinstatement,
        _ => return None,
    })
}

/// `4/15/2021 0:00`, or an ISO date.
pub(super) fn date(text: &str) -> Option<Date> {
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

pub(super) fn pmid(text: &str) -> Option<String> {
    let digits = text.trim().trim_end_matches(".0");
    let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (number && digits.bytes().any(|b| b != b'0')).then(|| digits.to_owned())
}

/// `+Error in Data;+Investigation by Journal;` as a clause.
pub(super) fn reason(text: &str) -> String {
    let reasons: Vec<&str> = text
        .split(';')
        .map(|reason| reason.trim().trim_start_matches('+').trim())
        .filter(|reason| !reason.is_empty())
        .collect();
    reasons.join("; ")
}
