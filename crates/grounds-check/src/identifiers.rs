//! Identifiers as they are meant: without the address or the name that was written before them.

use grounds_model::identifier;

/// What a written identifier of a kind is meant as. It may still be malformed.
pub(crate) fn normal(kind: &str, written: &str) -> String {
    let text = written.trim();
    match kind {
        "DOI" => {
            let starts = ["https://", "http://", "dx.", "doi.org/", "doi:"];
            let doi = after(text, &starts).trim_end_matches(['.', ',']);
            identifier::decoded(doi).into_owned()
        }
        "PMID" => {
            let starts = ["https://", "pubmed.ncbi.nlm.nih.gov/", "pmid:", "pmid"];
            after(text, &starts).trim_end_matches('/').to_owned()
        }
        "PMCID" => {
            let starts = [
                "https://",
                "pmc.ncbi.nlm.nih.gov/articles/",
                "pmcid:",
                "pmc",
            ];
            format!("PMC{}", after(text, &starts).trim_end_matches('/'))
        }
        "ISSN" => grouped(text),
        "ORCID iD" => grouped(after(text, &["https://", "http://", "orcid.org/"])),
        "registration number" => registration(text),
        _ => text.to_owned(),
    }
}

/// The DOI that a text is meant as, in small letters: DOIs are the same whatever the case of their letters (DOI Handbook,
/// section 2.4).
pub(crate) fn doi(written: &str) -> Option<String> {
    let doi = normal("DOI", written).to_lowercase();
    identifier::doi(&doi).is_ok().then_some(doi)
}

/// What stands after these, each of which may be missing, whatever the case of their letters.
fn after<'a>(text: &'a str, starts: &[&str]) -> &'a str {
    starts.iter().fold(text, |text, start| {
        let head = text.get(..start.len()).unwrap_or_default();
        if head.eq_ignore_ascii_case(start) {
            text[start.len()..].trim_start()
        } else {
            text
        }
    })
}

/// Groups of four characters with hyphens between them, if it is one or two words of such length.
fn grouped(text: &str) -> String {
    let characters: Vec<char> = text
        .chars()
        .filter(|c| !matches!(c, '-' | ' ' | '–'))
        .collect();
    let groups: Vec<String> = characters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

/// The numbers of three registries are a word in capitals and digits; others stay as they are.
fn registration(text: &str) -> String {
    let names = [
        "https://",
        "http://",
        "www.",
        "clinicaltrials.gov",
        "identifier",
        "/ct2/show/",
        "/study/",
        ":",
    ];
    let number = after(text, &names);
    let compact = number.replace([' ', ':'], "").to_uppercase();
    let known = ["NCT", "ISRCTN", "CRD"].iter().any(|registry| {
        let digits = compact.strip_prefix(registry);
        digits.is_some_and(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))
    });
    if known { compact } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn what_stands_before_an_identifier_goes() {
        for (kind, written, expected) in [
            ("DOI", "https://doi.org/10.4103/x", "10.4103/x"),
            ("DOI", "http://dx.doi.org/10.4103/x.", "10.4103/x"),
            ("DOI", "DOI: 10.4103/x", "10.4103/x"),
            ("DOI", "10.1002/%28SICI%291097", "10.1002/(SICI)1097"),
            ("PMID", "PMID: 30886475", "30886475"),
            (
                "PMID",
                "https://pubmed.ncbi.nlm.nih.gov/30886475/",
                "30886475",
            ),
            ("PMCID", "3746236", "PMC3746236"),
            ("PMCID", "pmc3746236", "PMC3746236"),
            ("ISSN", "09742077", "0974-2077"),
            (
                "ORCID iD",
                "http://orcid.org/0000000218250097",
                "0000-0002-1825-0097",
            ),
            ("registration number", "nct 04680234", "NCT04680234"),
            (
                "registration number",
                "ClinicalTrials.gov identifier: NCT04680234",
                "NCT04680234",
            ),
            (
                "registration number",
                "https://clinicaltrials.gov/study/NCT04680234",
                "NCT04680234",
            ),
            ("registration number", "ChiCTR 1234", "ChiCTR 1234"),
            ("ISBN", "é", "é"),
        ] {
            assert_eq!(normal(kind, written), expected, "{kind} {written}");
        }
    }
}
