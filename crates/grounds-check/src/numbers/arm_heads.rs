//! Which arm of a study the head of a column, or the first cell of a row, names.

use grounds_evidence::Concepts;
use grounds_model::{Key, Study};

use super::arms::{Arms, Name, mentions, named_interventions};
use super::grounds::Heads;

/// What a head names of the arms of a study.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Head<'a> {
    /// Nothing that an arm had.
    Other,
    /// One arm.
    Arm(&'a Key),
    /// Arms, and which cannot be told: `Velapril minus placebo`.
    Open,
}

/// Words that may stand beside the name of an arm in a head.
const BESIDE: [&str; 17] = [
    "group",
    "groups",
    "arm",
    "alone",
    "only",
    "patients",
    "people",
    "participants",
    "users",
    "with",
    "the",
    "given",
    "taking",
    "and",
    "plus",
    "on",
    "n",
];

/// The arm under whose name a cell stands. Where both the column and the row name one, it must be the same.
pub(super) fn arm_of_heads<'a>(
    heads: Heads<'_>,
    study: &'a Study,
    concepts: &Concepts<'a>,
) -> Option<&'a Key> {
    let column = head(heads.column, study, concepts);
    let row = head(heads.row, study, concepts);
    match (column, row) {
        (Head::Arm(arm), Head::Other) | (Head::Other, Head::Arm(arm)) => Some(arm),
        (Head::Arm(one), Head::Arm(other)) if one == other => Some(one),
        _ => None,
    }
}

fn head<'a>(head: &str, study: &'a Study, concepts: &Concepts<'a>) -> Head<'a> {
    let lower = head.to_lowercase();
    let end = lower.find([',', '(', '[', ';', ':', '%']);
    let title = lower[..end.unwrap_or(lower.len())].trim();
    if title.is_empty() {
        return Head::Other;
    }
    let named = named_interventions(title, study, concepts);
    if named.is_empty() {
        return by_key(title, study).map_or(Head::Other, Head::Arm);
    }
    let mut rest = String::new();
    let mut from = 0;
    for (words, _) in &named {
        rest.push_str(title.get(from..words.start).unwrap_or_default());
        rest.push(' ');
        from = words.end;
    }
    rest.push_str(&title[from..]);
    let mut others = rest
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    if !others.all(|word| BESIDE.contains(&word)) {
        return Head::Open;
    }
    let all = mentions(title, study, concepts);
    let [only] = all.as_slice() else {
        return Head::Open;
    };
    // `Minoxidil`, which both arms had, heads the column of those who had nothing else.
    let common = || {
        let arms = Arms { study };
        let keys = named.iter().flat_map(|(_, keys)| keys.iter().copied());
        let is_common = arms.named(&keys.collect(), false) == Some(Name::Common);
        arms.with_nothing_of_its_own().filter(|_| is_common)
    };
    only.of.or_else(common).map_or(Head::Open, Head::Arm)
}

/// The arm whose name in the record a title is: `Control group`.
fn by_key<'a>(title: &str, study: &'a Study) -> Option<&'a Key> {
    let title = [" group", " arm"]
        .iter()
        .find_map(|end| title.strip_suffix(end))
        .unwrap_or(title);
    study.arms.keys().find(|key| {
        key.as_str()
            .replace(['-', '_'], " ")
            .eq_ignore_ascii_case(title)
    })
}
