//! Relative effects: "twice as likely", "a 30 % lower risk", "halves the risk", a risk ratio.

use std::ops::Range;
use std::sync::LazyLock;

use grounds_numbers::Unit;
use grounds_numbers::quantity::{Kind as Counted, Quantity, quantities};

use crate::classify::class::Class;
use crate::classify::lexicon::Phrases;
use crate::classify::token::{Gap, Kind, Token, Tokens, tokens};

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

/// What happens to people or does not, by its own name: "cut falls by 23%".
const EVENTS: &[&str] = &[
    "admissions",
    "amputations",
    "attacks",
    "bleeding",
    "bleeds",
    "births",
    "cancers",
    "cases",
    "complications",
    "events",
    "exacerbations",
    "falls",
    "fractures",
    "hospitalisations",
    "hospitalizations",
    "infarctions",
    "infections",
    "injuries",
    "miscarriages",
    "number",
    "numbers",
    "readmissions",
    "recurrences",
    "relapses",
    "seizures",
    "strokes",
    "suicides",
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

/// What stands behind the level of an interval: `95% CI`.
const OF_INTERVALS: &[&str] = &[
    "CI",
    "CIs",
    "CrI",
    "confidence",
    "credible",
    "interval",
    "prediction",
];

/// Words that say by themselves how a risk changed.
const GROWN: &[&str] = &["doubled", "halved", "quadrupled", "tripled"];

/// Words with which a fraction begins.
const PARTS_BEGIN: &[&str] = &["a", "half", "one", "three", "two"];

/// Abbreviations of ratios, in small letters.
const RATIOS: &[&str] = &["ahr", "airr", "aor", "arr", "hr", "irr", "or", "rr"];

/// The words with which a relative effect may begin, but for numbers and multiples.
pub(super) fn beginnings() -> impl Iterator<Item = &'static str> {
    let lists = [GROWN, PARTS_BEGIN, RATIOS, &["times"]];
    let words = lists.into_iter().flatten().copied();
    words.chain(PHRASES.first_words())
}

/// How far a risk may stand from the per cent that says how it changes, in words.
const NEAR: usize = 8;

/// The same, where `by` says it: `reduced the risk of shingles over three years by 84%`.
const FAR: usize = 14;

/// The words of a text that give a relative effect.
pub(super) fn find(tokens: &Tokens) -> Option<Range<usize>> {
    // "Expressed as risk ratios" gives none.
    let given = |at: usize, length: usize| {
        let named = (at..at + length).any(|at| tokens[at].is_any(&["ratio", "ratios"]));
        let near = tokens.iter().skip(at + length).take(NEAR);
        !named
            || near
                .into_iter()
                .any(|it| it.kind == Kind::Number && !it.is("95"))
    };
    let mut possible = tokens.places_of(Class::RELATES.or(Class::NUMBER));
    possible.find_map(|at| {
        let length = PHRASES
            .length_at(tokens, at)
            .filter(|length| given(at, *length))
            .or_else(|| per_cent_of_risk(tokens, at))
            .or_else(|| ratio(tokens.text(), tokens, at))
            .or_else(|| multiplied(tokens, at))?;
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
    // `quadrupled stomach bleeding`
    let events_after = || {
        let mut after = tokens[at + 1..].iter().take(3);
        after.any(|token| token.gap < Gap::Comma && token.is_any(EVENTS))
    };
    let grown = tokens[at].is_any(GROWN);
    let times = tokens[at].is("times")
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_any(&["as", "greater", "higher", "less", "lower", "more"]));
    let fold = tokens[at].kind == Kind::Word && tokens[at].text.ends_with("fold");
    let one = (grown || fold) && risk_before() || grown && events_after();
    let two = times && risk_before();
    one.then_some(1).or_else(|| two.then_some(2))
}

/// `by a quarter`, `by almost two thirds`: the words after `by`, how many they are.
fn fraction(tokens: &[Token], at: usize) -> Option<usize> {
    let parts = [
        "fifth", "half", "quarter", "tenth", "third", "thirds", "quarters",
    ];
    let begins = tokens[at].is_any(PARTS_BEGIN);
    let length = (0..2).find(|more| {
        tokens
            .get(at + more)
            .is_some_and(|part| part.is_any(&parts))
    })?;
    begins.then_some(length + 1)
}

/// `30 % lower risk`, `reduced the risk of death by 30 %`, `cut falls by a quarter`
fn per_cent_of_risk(tokens: &[Token], at: usize) -> Option<usize> {
    if let Some(length) = fraction(tokens, at) {
        return is_change_by(tokens, at).then_some(length);
    }
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
    (likely || is_change_by(tokens, at)).then_some(length)
}

/// Whether a share at `at` is by how much a risk or events changed: `cut falls by 23 %`.
fn is_change_by(tokens: &[Token], at: usize) -> bool {
    let by = at > 0 && tokens[at - 1].is("by") || at > 1 && tokens[at - 2].is("by");
    let changes = |token: &Token| {
        token.is_any(CHANGES)
            || token.is_any(&[
                "cut", "cuts", "cutting", "fell", "falls", "rose", "rises", "lowered", "lowers",
                "raises",
            ])
    };
    let happens = |token: &Token| token.is_any(RISKS) || token.is_any(EVENTS);
    let before = at.saturating_sub(FAR)..at;
    let before = before.start
        + tokens[before.clone()]
            .iter()
            .rposition(|token| token.gap >= Gap::Break)
            .unwrap_or(0)..at;
    // What changes is another word than that it changes: in "hair falls by 12 %" nobody falls.
    by && before.clone().any(|changed| {
        happens(&tokens[changed])
            && before
                .clone()
                .any(|by| by != changed && changes(&tokens[by]))
    })
}

/// Whether a text gives absolute numbers: so many of so many people, or two shares side by side.
pub fn gives_absolute(text: &str) -> bool {
    let tokens = tokens(text);
    (0..tokens.len()).any(|at| ABSOLUTE.length_at(&tokens, at).is_some()) || compares_shares(text)
}

/// Whether a text sets two numbers of people or two shares side by side: `4 of 34`, `85% against 45%`.
pub(super) fn compares_shares(text: &str) -> bool {
    let quantities = quantities(text);
    let percent = Unit::percent();
    // `a 10% increase`, `14% higher`, `cut it by 20%`: a change is no share; neither is the level of an interval.
    let changes = |quantity: &&Quantity| {
        let rest = text.get(quantity.whole.end..).unwrap_or_default();
        let next = rest.split_whitespace().next().unwrap_or_default();
        let next = next.trim_matches(|c: char| !c.is_alphanumeric());
        let before = text.get(..quantity.whole.start).unwrap_or_default();
        let by = before.split_whitespace().next_back() == Some("by");
        by || CHANGES.contains(&next) || OF_INTERVALS.contains(&next)
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
            ("Exercise cut falls by 23%.", "23%"),
            (
                "It cut the number of falls by almost a quarter.",
                "a quarter",
            ),
            ("They had a quarter fewer falls.", "quarter fewer"),
            (
                "They were a third less likely to fall.",
                "third less likely",
            ),
            ("The risk of bleeding rose fourfold.", "fourfold"),
            ("It quadrupled stomach bleeding.", "quadrupled"),
            ("It increased stomach bleeding by 300%.", "300%"),
            (
                "Vaccination reduced the risk of a severe infection within two years by 84%.",
                "84%",
            ),
        ] {
            assert_eq!(
                find(&tokens(text)).map(|found| &text[found]),
                Some(words),
                "{text}"
            );
        }
        for text in [
            "Hair count rose by 12%.",
            "30% of the men had it.",
            "It took twice as long.",
            "Hair count falls by 12%.",
            "It cut the dose by half.",
            "A quarter of them had fewer symptoms.",
            "The risk is low.",
        ] {
            assert_eq!(find(&tokens(text)), None, "{text}");
        }
        assert!(gives_absolute("It was 3 of 100 and 6 of 100."));
        assert!(!gives_absolute("It was twice as likely."));
        let interval = "It cut the risk by 20% (risk ratio 0.80, 95% CI 0.67 to 0.96).";
        assert!(!gives_absolute(interval));
        assert!(gives_absolute("It cut the risk by 20%, from 5% to 4%."));
    }
}
