//! What stands in a cell of the list: dates, identifiers, natures and reasons as they are published.

use grounds_model::{Date, identifier};

use super::Nature;

/// The nature of a notice, by the word of the list.
pub(super) fn nature(text: &str) -> Option<Nature> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    Some(match words.join(" ").as_str() {
        "retraction" => Nature::Retraction,
        "expression of concern" => Nature::Concern,
        "correction" => Nature::Correction,
        "reinstatement" => Nature::Reinstatement,
        _ => return None,
    })
}

/// `4/15/2021 0:00`, or an ISO date, `2021-04-15T00:00`.
pub(super) fn date(text: &str) -> Option<Date> {
    let day = text.split_whitespace().next()?;
    let day = day.split('T').next().unwrap_or(day);
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
pub(super) fn doi(text: &str) -> Option<String> {
    let lower = identifier::decoded(text.trim()).to_lowercase();
    // A cell that was broken over two lines has white space where a DOI can have none.
    let lower: String = lower.split_whitespace().collect();
    let start = lower.find("10.")?;
    let doi = lower[start..].trim_end_matches(['.', ',', ';']).to_owned();
    doi.contains('/').then_some(doi)
}

/// A PubMed number, without what may stand before it and after it: `PMID: 0123.0` is 123; none for 0.
pub(super) fn pmid(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let address = lower.trim_end_matches('/').rsplit('/').next()?;
    let number = address.strip_prefix("pmid").unwrap_or(address);
    let number = number.trim_start_matches([':', ' ']).trim_end_matches(".0");
    let digits = number.trim_start_matches('0');
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.to_owned())
}

/// The papers of a row, by their DOI and PubMed number: a cell may hold several, with `;` between them.
pub(super) fn papers(dois: &str, pmids: &str) -> Vec<(Option<String>, Option<String>)> {
    let dois = apart(dois);
    let dois: Vec<Option<String>> = several(&dois, |part| part.contains("10."))
        .iter()
        .map(|text| doi(text))
        .collect();
    let pmids: Vec<Option<String>> = several(pmids, |_| true)
        .iter()
        .map(|text| pmid(text))
        .collect();
    let at = |all: &[Option<String>], i: usize| all.get(i).cloned().flatten();
    let papers = (0..dois.len().max(pmids.len())).map(|i| (at(&dois, i), at(&pmids, i)));
    papers.collect()
}

/// The DOIs of a cell with semicolons between them: where white space stands before a `10.`, another one begins.
fn apart(dois: &str) -> String {
    let mut words = dois.split_whitespace();
    let mut all = words.next().unwrap_or_default().to_owned();
    for word in words {
        let begins = word.starts_with("10.") && all.contains("10.");
        all.push(if begins && !all.ends_with(';') {
            ';'
        } else {
            ' '
        });
        all.push_str(word);
    }
    all
}

/// The parts of a cell between semicolons. One that does not begin anything belongs to the part before it: a DOI may
/// have a semicolon.
fn several(text: &str, begins: impl Fn(&str) -> bool) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(';') {
        match parts.last_mut() {
            Some(last) if !begins(part) => {
                last.push(';');
                last.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    parts
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

#[cfg(test)]
mod tests {
    use super::{date, doi, papers, pmid};

    #[test]
    fn identifiers_are_read_as_they_are_meant() {
        let old = "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1";
        for (written, meant) in [
            (old, Some(old.to_lowercase())),
            ("https://doi.org/10.1000%2FA", Some("10.1000/a".to_owned())),
            (
                "10.1002/%28SICI%291096-8644%28199601%2999:1%3C1::AID-AJPA1%3E3.0.CO;2-1",
                Some(old.to_lowercase()),
            ),
            ("unavailable", None),
        ] {
            assert_eq!(doi(written), meant, "{written}");
        }
        for (written, meant) in [
            ("0030100101", Some("30100101")),
            ("30100101.0", Some("30100101")),
            ("PMID: 30100101", Some("30100101")),
            (
                "https://pubmed.ncbi.nlm.nih.gov/30100101/",
                Some("30100101"),
            ),
            ("0", None),
            ("", None),
            ("30100101a", None),
        ] {
            assert_eq!(pmid(written).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn days_are_read_in_two_forms() {
        for written in [
            "4/5/2021 0:00",
            "04/05/2021",
            "2021-04-05",
            "2021-04-05T00:00:00",
        ] {
            assert_eq!(date(written), "2021-04-05".parse().ok(), "{written}");
        }
        for unread in ["", "25/4/2021", "4/5/21", "soon"] {
            assert_eq!(date(unread), None, "{unread}");
        }
    }

    #[test]
    fn a_cell_may_hold_several_papers() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            papers("10.1000/a; 10.1000/b", "1;2"),
            [
                (some("10.1000/a"), some("1")),
                (some("10.1000/b"), some("2"))
            ]
        );
        let two = [(some("10.1000/a"), None), (some("10.1000/b"), None)];
        assert_eq!(papers("10.1000/a 10.1000/b", ""), two);
        assert_eq!(papers("10.1000/ a;\n10.1000/b", ""), two);
        assert_eq!(papers("DOI: 10.1000/a", ""), two[..1]);
        assert_eq!(
            papers("10.1000/3.0.CO;2-1", "0"),
            [(some("10.1000/3.0.co;2-1"), None)]
        );
    }
}
