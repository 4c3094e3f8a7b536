//! A proportion in words that the cited studies do not bear out.

use grounds_model::Level;
use grounds_numbers::quantity::{Meaning, Proportion, proportions};

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::numbers::is_about_those_without;
use crate::numbers::proportions::{Candidate, candidates, is_said_of, nearest};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-proportion",
    level: Level::Error,
    summary: "a proportion in words, such as “halved” or “two thirds of the men”, is not in the record",
    docs: include_str!("other_proportion.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let text = &at.sentence.text;
    let Some(compared) = at.compared() else {
        return;
    };
    let said = proportions(text);
    if said.is_empty() {
        return;
    }
    let studies: Vec<(&str, Vec<Candidate>)> = compared
        .grounds
        .studies
        .iter()
        .filter_map(|key| Some((*key, candidates(&cx.set().studies.get(key)?.value))))
        .collect();
    let names = compared.grounds.names();
    for proportion in said {
        let denied = is_about_those_without(text);
        let fits = |candidate: &Candidate| is_said_of(&proportion, candidate, denied);
        if studies.iter().any(|(_, all)| all.iter().any(fits)) {
            continue;
        }
        let near = studies
            .iter()
            .filter_map(|(key, all)| Some((*key, nearest(&proportion, all)?)))
            .min_by(|a, b| apart(&proportion, a.1).total_cmp(&apart(&proportion, b.1)));
        let Some((study, candidate)) = near else {
            // The record has nothing of which such a proportion could be said.
            cx.indeterminate();
            continue;
        };
        let words = &text[proportion.words.clone()];
        let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
        let value = shown(&proportion, candidate);
        let mut diagnostic = cx
            .at(place, format!("`{words}` is not what {names} found"))
            .label("not this proportion");
        if let Some(document) = cx.set().studies.get(study) {
            let text = format!("`{study}` has {value} ({})", candidate.what);
            diagnostic = diagnostic.with(document.place(&candidate.pointer), text);
        }
        let diagnostic = diagnostic.help(format!(
            "the nearest that the record has is {value}: say that, or declare how the number follows under `derivations`"
        ));
        cx.report(diagnostic);
    }
}

fn apart(proportion: &Proportion, candidate: &Candidate) -> f64 {
    let wanted = match proportion.meaning {
        Meaning::Share(share) => share,
        Meaning::Times(times) | Meaning::TimesMore(times) => times,
        Meaning::Changed(share) => 1.0 - share,
    };
    (candidate.value / wanted).ln().abs()
}

/// The value of the record, in the form in which the words have it.
fn shown(proportion: &Proportion, candidate: &Candidate) -> String {
    let value = candidate.value;
    match proportion.meaning {
        Meaning::Share(_) => format!("{}%", digits(value * 100.0)),
        Meaning::Times(_) | Meaning::TimesMore(_) => format!("{} times as much", digits(value)),
        Meaning::Changed(_) if value < 1.0 => format!("{}% less", digits((1.0 - value) * 100.0)),
        Meaning::Changed(_) => format!("{}% more", digits((value - 1.0) * 100.0)),
    }
}

fn digits(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
