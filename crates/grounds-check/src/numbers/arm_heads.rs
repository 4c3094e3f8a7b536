//! Which arm of a study the head of a column, or the first cell of a row, names.

use grounds_evidence::Concepts;
use grounds_model::{Key, Study};
use grounds_numbers::quantity;

use super::arms::{Arms, Name, all_mentions, mentions, named_interventions};
use super::heads::{Heads, title_of};
use super::others::{add_others, control_of};

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

/// Words that may stand beside the name of an arm in a head, those of GRADE's summaries of findings among them: `Risk with
/// placebo`, `Anticipated absolute effects with velapril`.
const BESIDE: [&str; 58] = [
    "risk",
    "risks",
    "rate",
    "rates",
    "assumed",
    "corresponding",
    "anticipated",
    "estimated",
    "absolute",
    "effect",
    "effects",
    "event",
    "events",
    "number",
    "of",
    "who",
    "took",
    "had",
    "got",
    "received",
    "used",
    "in",
    "after",
    "during",
    "using",
    "receiving",
    "assigned",
    "to",
    "randomised",
    "randomized",
    "those",
    "mean",
    "score",
    "value",
    "result",
    "results",
    "women",
    "men",
    "adults",
    "children",
    "mice",
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

/// Heads over those in whom nothing was tried.
const WITHOUT: [&str; 6] = [
    "without",
    "without it",
    "without treatment",
    "no treatment",
    "untreated",
    "not treated",
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

/// The arm of which a list is, where the words before it name just one, and of how many people they speak: `Out of 1,000 women on
/// velapril:`.
pub(super) fn arm_of_lead<'a>(
    lead: &str,
    study: &'a Study,
    concepts: &Concepts<'a>,
) -> Option<&'a Key> {
    quantity::base_of_heading(lead)?;
    let lower = lead.to_lowercase();
    let mentions = all_mentions(&lower, study, concepts);
    let [only] = mentions.as_slice() else {
        return None;
    };
    only.of
}

/// Whether a head names an arm of a study.
pub(super) fn names_arm(title: &str, study: &Study, concepts: &Concepts<'_>) -> bool {
    matches!(head(title, study, concepts), Head::Arm(_))
}

fn head<'a>(head: &str, study: &'a Study, concepts: &Concepts<'a>) -> Head<'a> {
    let lower = title_of(head);
    let end = lower.find([',', '(', '[', ';', '%']);
    let title = lower[..end.unwrap_or(lower.len())].trim();
    // `Anticipated absolute effects: risk with placebo`
    let parts = title.split(':').map(str::trim);
    let mut parts = parts.filter(|part| !part.is_empty());
    let Some(first) = parts.next() else {
        return Head::Other;
    };
    let names_arm = |part: &&str| !named_interventions(part, study, concepts).is_empty();
    let title = if names_arm(&first) {
        first
    } else {
        parts.find(names_arm).unwrap_or(first)
    };
    let named = named_interventions(title, study, concepts);
    if named.is_empty() && WITHOUT.contains(&title) {
        return control_of(study, concepts).map_or(Head::Other, Head::Arm);
    }
    if named.is_empty() {
        return by_key(title, study).map_or(Head::Other, Head::Arm);
    }
    let mut all = mentions(title, study, concepts);
    if all.iter().any(|mention| mention.of.is_none()) {
        // `Without velapril`
        add_others(title, study, concepts, &mut all);
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
        .filter(|word| !word.is_empty() && *word != "without");
    if !others.all(|word| BESIDE.contains(&word)) {
        return Head::Open;
    }
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

/// The arm whose name in the record a title is: `Control group`, `Risk with control`.
fn by_key<'a>(title: &str, study: &'a Study) -> Option<&'a Key> {
    let title = [" group", " arm"]
        .iter()
        .find_map(|end| title.strip_suffix(end))
        .unwrap_or(title);
    let title = title.rsplit_once("with ").map_or(title, |(before, name)| {
        let is_light = before.split_whitespace().all(|word| BESIDE.contains(&word));
        if is_light { name } else { title }
    });
    study.arms.keys().find(|key| {
        key.as_str()
            .replace(['-', '_'], " ")
            .eq_ignore_ascii_case(title)
    })
}
