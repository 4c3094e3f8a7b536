//! The words that readers see for the bundle's terms, and dates as readers write them.

/// The words for a term of one of the bundle's closed lists.
///
/// Most terms are plain English with hyphens; these are the rest.
pub(super) fn term(list: &str, term: &str) -> String {
    let words = match (list, term) {
        ("design", "rct") => "randomised controlled trial",
        ("design", "meta-analysis") => "meta-analysis",
        ("design", "case-control") => "case-control study",
        ("design", "cross-sectional") => "cross-sectional study",
        ("design", "cohort") => "cohort study",
        ("design", "animal") => "animal experiment",
        ("design", "in-vitro") => "laboratory experiment on cells or tissue",
        ("design", "in-silico") => "computer simulation",
        ("design", "opinion") => "opinion or letter",
        ("measure", "sucra") => "SUCRA (rank among treatments)",
        ("measure", "count") => "number",
        ("measure", "qualitative") => "in words",
        ("kind", "efficacy") => "does it help?",
        ("kind", "harm") => "can it harm?",
        ("kind", "mechanism") => "how does it work?",
        ("kind", "association") => "do they go together?",
        ("kind", "prevalence") => "how common is it?",
        ("kind", "diagnosis") => "is the test accurate?",
        ("kind", "prognosis") => "what happens next?",
        ("kind", "practice") => "what is done?",
        ("kind", "state-of-evidence") => "what is known?",
        ("effect", "increase") => "more of the outcome",
        ("effect", "decrease") => "less of the outcome",
        ("effect", "no-difference") => "no difference that matters",
        ("effect", "unclear") => "not settled",
        ("standing", "concern") => "expression of concern",
        ("species", "human") => "people",
        ("species", "mouse") => "mice",
        ("species", "rat") => "rats",
        ("species", "pig") => "pigs",
        ("species", "other-animal") => "other animals",
        ("species", "none") => "no living matter",
        ("directness", "narrower") => "only a part of it",
        ("directness", "broader") => "more than it",
        ("directness", "different") => "something else",
        ("directness", "unknown") => "not recorded",
        ("dimension", "population") => "in whom",
        ("dimension", "intervention") => "what was done",
        ("dimension", "comparator") => "compared with",
        ("dimension", "outcome") => "what was measured",
        ("dimension", "species") => "made on",
        ("dimension", "follow-up") => "when",
        ("dimension-short", "population") => "participants",
        ("dimension-short", "intervention") => "treatment",
        ("dimension-short", "comparator") => "comparison",
        ("dimension-short", "outcome") => "outcome",
        ("dimension-short", "species") => "species",
        ("dimension-short", "follow-up") => "time",
        ("audience", "public") => "everybody",
        ("audience", "patients") => "patients",
        ("audience", "clinicians") => "clinicians",
        _ => return term.replace('-', " "),
    };
    words.to_owned()
}

/// A day, a month or a year as readers write it: `22 November 2026`.
pub(super) fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = iso.splitn(3, '-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let day = parts.next().and_then(|day| day.parse::<u8>().ok());
    match (month, day) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        _ => iso.to_owned(),
    }
}

/// A p-value with its operator, which is `=` where none was written: `< 0.05`.
pub(super) fn p_value(p: &str) -> String {
    let number = p.trim_start_matches(['<', '>', '=']);
    match &p[..p.len() - number.len()] {
        "" | "=" => format!("= {number}"),
        "<=" => format!("≤ {number}"),
        ">=" => format!("≥ {number}"),
        operator => format!("{operator} {number}"),
    }
}

/// The word with a capital letter.
pub(super) fn capitalised(words: &str) -> String {
    let mut capitalised = String::with_capacity(words.len());
    let mut rest = words.chars();
    if let Some(first) = rest.next() {
        capitalised.extend(first.to_uppercase());
    }
    capitalised.push_str(rest.as_str());
    capitalised
}

/// The filled and open dots of a level of certainty, as GRADE counts them: one to four.
pub(super) fn dots(level: &str) -> &'static str {
    match level {
        "high" => "●●●●",
        "moderate" => "●●●○",
        "low" => "●●○○",
        _ => "●○○○",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_p_value_has_its_operator() {
        assert_eq!(p_value("<0.05"), "< 0.05");
        assert_eq!(p_value("<=0.05"), "≤ 0.05");
        assert_eq!(p_value("0.039"), "= 0.039");
    }

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        assert_eq!(date("2026-11-02"), "2 November 2026");
        assert_eq!(date("2018-10"), "October 2018");
        assert_eq!(date("2018"), "2018");
        assert_eq!(date("soon"), "soon");
    }
}
