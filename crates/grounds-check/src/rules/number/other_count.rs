//! A number of people that is said of others than those whom the record counts.

use grounds_model::{Level, Population};
use grounds_numbers::Unit;
use grounds_numbers::quantity::{Kind, Quantity};

use crate::context::Context;
use crate::numbers::{Judged, Known, Said, with_known};
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

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    if let Some(said) = Said::of_sentence(&at) {
        check_said(cx, &said);
    }
}

pub(super) fn check_said(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    let text = said.text;
    let counts: Vec<(&Quantity, &[Of<'_>])> = said.judged.iter().filter_map(count).collect();
    for pair in counts.windows(2) {
        let [(part, of_part), (whole, of_whole)] = pair else {
            continue;
        };
        let between = text.get(part.whole.end..whole.number.start);
        let joined = [
            "of",
            "out of",
            "of the",
            "of all",
            "/",
            "among",
            "among the",
        ];
        let among = among(of_part);
        let whole_of = |known: &Known| Some(known.value);
        if between.is_some_and(|between| joined.contains(&between.trim()))
            && !among.is_empty()
            && !among
                .iter()
                .any(|(_, known)| known.among == Some(whole.value))
            && of_whole
                .iter()
                .any(|(_, known)| whole_of(known) == Some(whole.value))
        {
            let (study, known) = among[0];
            let n = known.among.map_or_else(String::new, |n| n.to_string());
            let what = format!(
                "is not the number of people among whom {} were counted",
                part.value
            );
            report(
                cx,
                said,
                whole,
                (study, known),
                (&what, &format!("write {} of {n}", part.value)),
            );
        }
    }
    for (quantity, sources) in counts {
        if let Some((what, help, (study, known))) = other_people(cx, text, quantity, sources) {
            report(cx, said, quantity, (*study, known), (what, &help));
        }
    }
}

/// A quantity that counts people, with the numbers of the records that it may be.
fn count<'s, 'a>(
    (quantity, judged): &'s (Quantity, Judged<'a>),
) -> Option<(&'s Quantity, &'s [Of<'a>])> {
    let people = quantity
        .unit
        .as_ref()
        .is_none_or(|unit| *unit == Unit::people());
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
    text: &str,
    quantity: &Quantity,
    sources: &'s [Of<'a>],
) -> Option<Other<'s, 'a>> {
    let words = beside(text, quantity);
    let said = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    let women = said(&["women", "woman", "female", "females", "girls"]);
    let men = said(&["men", "man", "male", "males", "boys"]);
    let first = sources.first()?;
    let people = cx.set().studies.get(first.0?)?.value.population.as_ref();
    let all_are = |fields: &[&str]| {
        let field =
            |(_, known): &Of<'_>| known.people().is_some_and(|field| fields.contains(&field));
        sources.iter().all(field)
    };
    let of = |get: fn(&Population) -> Option<grounds_model::Count>| {
        people.and_then(get).map(grounds_model::Count::get)
    };
    if women
        && !men
        && all_are(&["male", "enrolled", "analysed"])
        && sources
            .iter()
            .any(|(_, known)| known.people() == Some("male"))
    {
        let help = of(|people| people.female).map_or_else(
            || "name those whom the number counts".to_owned(),
            |n| format!("write {n} women, or name the men"),
        );
        return Some(("is the number of men in the record", help, first));
    }
    if men
        && !women
        && sources
            .iter()
            .all(|(_, known)| known.people() == Some("female"))
    {
        let help = of(|people| people.male).map_or_else(
            || "name those whom the number counts".to_owned(),
            |n| format!("write {n} men, or name the women"),
        );
        return Some(("is the number of women in the record", help, first));
    }
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
fn beside(text: &str, quantity: &Quantity) -> Vec<String> {
    let before = text[..quantity.number.start].split_whitespace().next_back();
    let own = text[quantity.number.end..quantity.whole.end].split_whitespace();
    let after = text.get(quantity.whole.end..).unwrap_or_default();
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
    for word in after.by_ref().take(4) {
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
