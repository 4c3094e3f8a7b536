//! Relative effects: "twice as likely", "a 30 % lower risk", "halves the risk", a risk ratio.

use std::ops::Range;
use std::sync::LazyLock;

use grounds_numbers::Unit;
use grounds_numbers::quantity::{Kind as Counted, Quantity, quantities};

use crate::classify::lexicon::Phrases;
use crate::classify::token::{Gap, Kind, Token, tokens};

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("relative.txt")));
static ABSOLUTE: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("absolute-numbers.txt")));

/// What a relative effect is about: something that happens to people, or does not.
const RISKS: &[&str] = &[
    "chance",
    "chances",
    "death",
    "deaths",
    "hazard",
    "incidence",
    "likelihood",
    "mortality",
    "odds",
    "probability",
    "rate",
    "rates",
    "risk",
    "risks",
];

/// Words that make of a per cent a change or a comparison.
const CHANGES: &[&str] = &[
    "decrease",
    "decreased",
    "decreases",
    "drop",
    "fewer",
    "fall",
    "greater",
    "higher",
    "increase",
    "increased",
    "increases",
    "less",
    "lower",
    "more",
    "raised",
    "reduced",
    "reduces",
    "reducing",
    "reduction",
    "rise",
];

/// How far a risk may stand from the per cent that says how it changes, in words.
const NEAR: usize = 8;

/// The words of a text that give a relative effect.
pub(super) fn find(text: &str) -> Option<Range<usize>> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let length = PHRASES
            .length_at(&tokens, at)
            .or_else(|| per_cent_of_risk(&tokens, at))
            .or_else(|| ratio(text, &tokens, at))
            .or_else(|| multiplied(&tokens, at))?;
        Some(tokens[at].range.start..tokens[at + length - 1].range.end)
    })
}

/// `OR 1.06`, `aHR=0.7`: an abbreviation in capitals, before a number.
fn ratio(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let next = tokens.get(at + 1)?;
    if next.kind != Kind::Number || next.gap >= Gap::Break {
        return None;
    }
    let written = text.get(tokens[at].range.clone())?;
    let name = written.strip_prefix('a').unwrap_or(written);
    matches!(name, "HR" | "IRR" | "OR" | "RR").then_some(2)
}

/// `the rates have doubled`, `2.4 times higher` of a risk that was named before.
fn multiplied(tokens: &[Token], at: usize) -> Option<usize> {
    let risk_before = || {
        let before = &tokens[at.saturating_sub(NEAR)..at];
        before.iter().any(|token| token.is_any(RISKS))
    };
    let grown = tokens[at].is_any(&["doubled", "halved", "quadrupled", "tripled"]);
    let times = tokens[at].is("times")
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_any(&["as", "greater", "higher", "less", "lower", "more"]));
    ((grown || times) && risk_before()).then_some(if grown { 1 } else { 2 })
}

/// `30 % lower risk`, `reduced the risk of death by 30 %`
fn per_cent_of_risk(tokens: &[Token], at: usize) -> Option<usize> {
    if tokens[at].kind != Kind::Number {
        return None;
    }
    let unit = tokens.get(at + 1)?;
    let cent = unit.is_any(&["%", "percent"])
        || unit.is("per") && tokens.get(at + 2).is_some_and(|next| next.is("cent"));
    if !cent {
        return None;
    }
    let length = if unit.is("per") { 3 } else { 2 };
    let before = at.saturating_sub(NEAR)..at;
    let after = at + length..tokens.len().min(at + length + 5);
    let within =
        |range: Range<usize>, words: &[&str]| tokens[range].iter().any(|token| token.is_any(words));
    let next = tokens.get(at + length).filter(|next| next.gap < Gap::Comma);
    let likely = next.is_some_and(|next| {
        let counted = next.is("fewer");
        counted
            || next.is_any(CHANGES)
                && (within(after.clone(), RISKS) || within(after.clone(), &["likely"]))
    });
    let by = at > 0 && tokens[at - 1].is("by") || at > 1 && tokens[at - 2].is("by");
    let fell = by && within(before.clone(), RISKS) && changes(tokens, before);
    (likely || fell).then_some(length)
}

fn changes(tokens: &[Token], range: Range<usize>) -> bool {
    tokens[range].iter().any(|token| {
        token.is_any(CHANGES)
            || token.is_any(&[
                "cut", "cuts", "cutting", "fell", "falls", "rose", "rises", "lowered", "lowers",
                "raises",
            ])
    })
}

/// Whether a text gives absolute numbers: so many of so many people, or two shares side by side.
pub fn gives_absolute(text: &str) -> bool {
    let tokens = tokens(text);
    (0..tokens.len()).any(|at| ABSOLUTE.length_at(&tokens, at).is_some()) || compares_shares(text)
}

/// Whether a text sets two numbers of people or two shares side by side: `4 of 34`, `85% against 45%`.
fn compares_shares(text: &str) -> bool {
    let quantities = quantities(text);
    let percent = Unit::percent();
    // `a 10% increase`, `14% higher`: a change is no share.
    let changes = |quantity: &&Quantity| {
        let rest = text.get(quantity.whole.end..).unwrap_or_default();
        let next = rest.split_whitespace().next().unwrap_or_default();
        CHANGES.contains(&next.trim_matches(|c: char| !c.is_alphanumeric()))
    };
    let shares = quantities
        .iter()
        .filter(|quantity| quantity.unit.as_ref() == Some(&percent))
        .filter(|quantity| !changes(quantity));
    let counted = quantities.windows(2).any(|pair| {
        let between = text
            .get(pair[0].whole.end..pair[1].number.start)
            .unwrap_or_default();
        match between.trim() {
            "of" | "of the" | "in" | "out of" | "in every" | "of every" => true,
            // `120/1500`, and not `142/88 mmHg`.
            "/" => {
                pair[0].value < pair[1].value
                    && pair.iter().all(|number| number.value.places() == 0)
                    && pair[1]
                        .unit
                        .as_ref()
                        .is_none_or(|unit| *unit == Unit::people())
            }
            _ => false,
        }
    });
    let in_many = |quantity: &Quantity| matches!(quantity.kind, Counted::In(_));
    shares.count() >= 2 || counted || quantities.iter().any(in_many)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_effects_are_found() {
        for (text, words) in [
            ("It made redness twice as likely.", "twice as likely"),
            ("Smokers had a 30% lower risk of it.", "30%"),
            ("It cuts the risk of death by 30 per cent.", "30 per cent"),
            ("The hazard ratio was 0.6.", "hazard ratio"),
            (
                "They were three times more likely to fall.",
                "three times more likely",
            ),
            ("It halves the risk.", "halves the risk"),
            ("Falls were fewer (OR 0.6).", "OR 0.6"),
            ("The rate of falls has doubled.", "doubled"),
            ("They had 26 percent fewer falls.", "26 percent"),
        ] {
            assert_eq!(find(text).map(|found| &text[found]), Some(words), "{text}");
        }
        for text in [
            "Hair count rose by 12%.",
            "30% of the men had it.",
            "It took twice as long.",
            "The risk is low.",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
        assert!(gives_absolute("It was 3 of 100 and 6 of 100."));
        assert!(!gives_absolute("It was twice as likely."));
    }
}
