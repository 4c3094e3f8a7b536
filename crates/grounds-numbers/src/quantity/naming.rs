//! Numbers that name something: tables, phases and weeks, dates and years, ordinals.

/// Words after which a number names something, whatever follows it: `Table 5`, `grade 3 events`.
const NAMING: &[&str] = &[
    "table", "figure", "fig", "grade", "grades", "type", "types", "stage", "stages", "phase",
    "version", "section", "chapter", "appendix", "no", "covid", "page", "pages", "pp", "volume",
    "vol", "issue", "ref", "equation",
];

/// Words after which a whole number without a unit names something: `week 12`, but `at week 12, 71% were`.
const PLACING: &[&str] = &[
    "number", "level", "levels", "class", "day", "week", "month", "year", "step", "visit",
];

/// Words that name something by such a number where they begin with a capital: `Study 301`, but `in this study 71 of`.
const TITLES: &[&str] = &[
    "Study",
    "Trial",
    "Group",
    "Arm",
    "Part",
    "Article",
    "Reference",
    "Regulation",
    "Directive",
    "ISO",
];

/// The beginning of a date in digits (`2020-01-12`, `12/31/2020`), or the `24` of `24/7`.
pub(super) fn begins_date(number: &str, after: &str) -> bool {
    let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let chained = |sign: char| {
        let Some(rest) = after.strip_prefix(sign).filter(|rest| digits(rest)) else {
            return false;
        };
        let next = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        next.strip_prefix(sign).is_some_and(digits)
    };
    chained('-') || chained('/') || (number == "24" && after.starts_with("/7"))
}

/// Whether a number is the day of a date (`29 December`, `December 29`), or a decade (`2000s`).
pub(super) fn is_date(before: &str, after: &str) -> bool {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let next = after.split_whitespace().next().unwrap_or_default();
    let next = next.trim_matches(|c: char| !c.is_alphanumeric());
    // `May` begins a date only with its capital; `may` is a hedge.
    let month = |word: &str| {
        word.starts_with(char::is_uppercase) && MONTHS.contains(&word.to_lowercase().as_str())
    };
    // `In May, 71% of the patients` is no date.
    let last = before
        .trim_end_matches([' ', '\u{a0}'])
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let blank = after.starts_with(char::is_whitespace);
    let is_day = !after.trim_start().starts_with(['%', '.'])
        || after.trim_start().starts_with(". ")
        || after == ".";
    (month(last.trim_end_matches('.')) && is_day)
        || (blank && month(next))
        || after.starts_with("s ") && !blank
}

/// A year: four digits from 1900 to 2099.
pub(super) fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse().is_ok_and(|n: u32| (1900..2100).contains(&n))
}

pub(super) fn is_ordinal(after: &str) -> bool {
    let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(word.as_str(), "st" | "nd" | "rd" | "th")
}

/// The word right before a number, if nothing but a blank, a stop or a hyphen parts them.
pub(super) fn word_right_before(before: &str) -> Option<&str> {
    let rest = before.trim_end_matches([' ', '\u{a0}', '.', '#', '-']);
    let word = rest.rsplit(|c: char| !c.is_alphabetic()).next()?;
    (!word.is_empty() && rest.len() < before.len()).then_some(word)
}

pub(super) fn is_naming(word: &str) -> bool {
    NAMING.iter().any(|name| name.eq_ignore_ascii_case(word))
}

pub(super) fn is_placing(word: &str) -> bool {
    PLACING.iter().any(|name| name.eq_ignore_ascii_case(word)) || TITLES.contains(&word)
}

/// Whether a number goes on a list of names: the `4` of `grade 3 or 4 events`.
pub(super) fn continues_names(before: &str) -> bool {
    let joints = [" or ", " and ", " to ", ", ", "-", "\u{2013}", "/"];
    let rest = joints.iter().find_map(|joint| before.strip_suffix(joint));
    let Some(rest) = rest.filter(|rest| rest.ends_with(|c: char| c.is_ascii_alphanumeric())) else {
        return false;
    };
    let first = rest.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    let is_short = rest.len() - first.len() <= 3
        && rest[first.len()..].starts_with(|c: char| c.is_ascii_digit());
    is_short && word_right_before(first).is_some_and(is_naming)
}

/// Whether a number is no amount of anything by how it is written: a price, the time of day, a telephone number, a DOI,
/// a season such as `2019–20`.
pub(super) fn is_code(before: &str, number: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let digits_after = |sign: char| {
        after
            .strip_prefix(sign)
            .is_some_and(|rest| rest.starts_with(is_digit))
    };
    let price = before.trim_end().ends_with(['£', '$', '€', '¥']);
    let clock = digits_after(':')
        || (before.ends_with(':') && before[..before.len() - 1].ends_with(is_digit));
    let padded = number.len() > 2 && number.starts_with('0') && number.chars().all(is_digit);
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let in_doi = last.starts_with("10.") && last.contains('/');
    let doi = in_doi || number.starts_with("10.") && digits_after('/') && number.len() > 6;
    let season = |dash: char| is_year(number) && digits_after(dash);
    let rest = before.trim_end_matches(['\u{2013}', '-']);
    let ends_season = rest.len() < before.len()
        && rest.len() >= 4
        && rest.is_char_boundary(rest.len() - 4)
        && is_year(&rest[rest.len() - 4..])
        && number.len() <= 4;
    price || clock || padded || doi || season('\u{2013}') || season('-') || ends_season
}
