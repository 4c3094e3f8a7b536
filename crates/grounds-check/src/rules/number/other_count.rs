//! A number of people that is said of others than those whom the record counts.

use grounds_model::{Level, Population};
use grounds_numbers::Unit;
use grounds_numbers::quantity::{Kind, Quantity};
use rust_decimal::prelude::ToPrimitive as _;

use crate::context::Context;
use crate::numbers::{self, Judged, Known, Said, counted_among_others, with_known};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-count",
    level: Level::Error,
    summary: "a number of people is said of others than in the record: of another whole, of the other sex, of those enrolled",
    docs: include_str!("other_count.md"),
    check: Check::Sentence(check),
};

type Of<'a> = (Option<&'a str>, Known);

/// What stands between a number and the whole of which it is a part.
const JOINED: [&str; 7] = [
    "of",
    "out of",
    "of the",
    "of all",
    "/",
    "among",
    "among the",
];

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    if let Some(said) = Said::of_sentence(&at) {
        check_said(cx, &said);
    }
}

pub(super) fn check_said(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    let text = said.text;
    let counts: Vec<(&Quantity, &[Of<'_>])> = said.judged.iter().filter_map(count).collect();
    let joined = |part: &Quantity, whole: &Quantity| {
        let between = text.get(part.whole.end..whole.number.start);
        between.is_some_and(|between| JOINED.contains(&between.trim()))
    };
    for pair in counts.windows(2) {
        let [(part, of_part), (whole, of_whole)] = pair else {
            continue;
        };
        let among = among(of_part);
        let fits = |known: &Known| known.among == Some(whole.value);
        if joined(part, whole)
            && !among.is_empty()
            && !among.iter().any(|(_, known)| fits(known))
            && of_whole.iter().any(|(_, known)| known.value == whole.value)
        {
            let (study, known) = among[0];
            not_among(cx, said, (part, whole), study, known);
        }
    }
    for (at, pair) in counts.windows(2).enumerate() {
        let [(whole, _), (part, of_part)] = pair else {
            continue;
        };
        let next = counts.get(at + 2).map(|(next, _)| *next);
        let study = of_part.first().and_then(|(study, _)| *study);
        let document = study.and_then(|study| cx.set().studies.get(study));
        let Some(document) = document
            .filter(|_| !joined(whole, part) && !next.is_some_and(|next| joined(part, next)))
        else {
            continue;
        };
        let concepts = cx.appraiser().concepts();
        let of_part = (*part, *of_part);
        let known = counted_among_others(text, &document.value, concepts, whole, of_part);
        if let Some(known) = known {
            not_among(cx, said, (part, whole), study, known);
        }
    }
    for (at, (quantity, sources)) in counts.iter().enumerate() {
        let next = counts.get(at + 1).map(|(next, _)| *next);
        let whole = next.filter(|next| joined(quantity, next));
        let before = at.checked_sub(1).and_then(|at| counts.get(at));
        // `Half of the 400 people were women`
        let of_a_share = text[..quantity.number.start]
            .trim_end()
            .ends_with(" of the");
        let is_whole = of_a_share || before.is_some_and(|(part, _)| joined(part, quantity));
        let words = beside(text, quantity, (whole, is_whole));
        let found = other_people(cx, &words, quantity, sources);
        if let Some((what, help, (study, known))) = found {
            report(cx, said, quantity, (*study, known), (what, &help));
        }
    }
}

/// Reports a whole that is not the one of its part.
fn not_among(
    cx: &mut Context<'_>,
    said: &Said<'_, '_>,
    (part, whole): (&Quantity, &Quantity),
    study: Option<&str>,
    known: &Known,
) {
    let n = known.among.map_or_else(String::new, |n| n.to_string());
    let what = format!(
        "is not the number of people among whom {} were counted",
        part.value
    );
    let help = format!("write {} of {n}", part.value);
    report(cx, said, whole, (study, known), (&what, &help));
}

/// A quantity that counts people, with the numbers of the records that it may be.
fn count<'s, 'a>(
    (quantity, judged): &'s (Quantity, Judged<'a>),
) -> Option<(&'s Quantity, &'s [Of<'a>])> {
    let people = quantity.unit.as_ref().is_none_or(Unit::is_of_participants);
    match judged {
        Judged::Found(sources) if people && quantity.kind == Kind::Value && !sources.is_empty() => {
            Some((quantity, sources.as_slice()))
        }
        _ => None,
    }
}

/// The events that a number can be, if it can be nothing else, with the people among whom they were counted.
fn among<'s, 'a>(sources: &'s [Of<'a>]) -> Vec<(Option<&'a str>, &'s Known)> {
    let all: Option<Vec<_>> = sources
        .iter()
        .map(|(study, known)| known.among.map(|_| (*study, known)))
        .collect();
    all.unwrap_or_default()
}

type Other<'s, 'a> = (&'static str, String, &'s Of<'a>);

/// What is wrong with a number of people by the words right beside it.
fn other_people<'s, 'a>(
    cx: &Context<'_>,
    words: &[String],
    quantity: &Quantity,
    sources: &'s [Of<'a>],
) -> Option<Other<'s, 'a>> {
    let said = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    let first = sources.first()?;
    let study = &cx.set().studies.get(first.0?)?.value;
    let people = study.population.as_ref();
    let known: Vec<&Known> = sources.iter().map(|(_, known)| known).collect();
    let whole = Some(quantity.value).filter(|value| value.places() == 0);
    let value = whole?.value().to_u64()?;
    let concepts = cx.appraiser().concepts();
    if let Some((what, help)) = numbers::other_people(study, concepts, words, value, &known) {
        return Some((what, help, first));
    }
    let all_are = |fields: &[&str]| {
        let field =
            |(_, known): &Of<'_>| known.people().is_some_and(|field| fields.contains(&field));
        sources.iter().all(field)
    };
    let of = |get: fn(&Population) -> Option<grounds_model::Count>| {
        people.and_then(get).map(grounds_model::Count::get)
    };
    let enrolled = said(&["enrolled", "randomised", "randomized", "recruited"]);
    let analysed = said(&["analysed", "analyzed"]);
    if enrolled && !analysed && all_are(&["analysed"]) {
        let n = of(|people| people.enrolled)?;
        return Some((
            "is the number of people who were analysed",
            format!("write {n} enrolled, or {} analysed", quantity.value),
            first,
        ));
    }
    if analysed && !enrolled && all_are(&["enrolled"]) {
        let n = of(|people| people.analysed)?;
        return Some((
            "is the number of people who were enrolled",
            format!("write {n} analysed, or {} enrolled", quantity.value),
            first,
        ));
    }
    None
}

/// The words of a quantity and those right beside it, in small letters: `80 women`, `1128 were men`, `enrolled 298`.
/// Of `80 of 800 people were men` the words after the whole are said of its part.
fn beside(
    text: &str,
    quantity: &Quantity,
    (whole, is_whole): (Option<&Quantity>, bool),
) -> Vec<String> {
    let before = text[..quantity.number.start].split_whitespace().next_back();
    let before = before.filter(|word| word.ends_with(char::is_alphanumeric));
    let end = whole.map_or(quantity.whole.end, |whole| whole.whole.end);
    let own = text[quantity.number.end..quantity.whole.end].split_whitespace();
    let after = text.get(end..).unwrap_or_default();
    let end = after.find([',', ';', '.', '(']).unwrap_or(after.len());
    let mut after = after[..end].split_whitespace();
    let mut words: Vec<&str> = before.into_iter().chain(own).collect();
    let linking = [
        "were",
        "was",
        "people",
        "patients",
        "participants",
        "adults",
        "of",
        "the",
        "them",
        "these",
    ];
    for word in after.by_ref().take(if is_whole { 0 } else { 4 }) {
        words.push(word);
        if !linking.contains(&word) {
            break;
        }
    }
    let plain = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    words.into_iter().map(plain).collect()
}

fn report(
    cx: &mut Context<'_>,
    said: &Said<'_, '_>,
    quantity: &Quantity,
    (study, known): (Option<&str>, &Known),
    (what, help): (&str, &str),
) {
    let words = &said.text[quantity.whole.clone()];
    let place = said.place(cx, &quantity.whole);
    let diagnostic = cx.at(place, format!("`{words}` {what}")).label("of others");
    let diagnostic = with_known(cx, diagnostic, study, known).help(help);
    cx.report(diagnostic);
}
