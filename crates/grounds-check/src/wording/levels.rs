//! Levels of certainty that words name in GRADE's terms: `low-certainty evidence`, `the certainty of the evidence is
//! low`, `⊕⊕◯◯`.
//!
//! Source of the levels and their signs: Guyatt GH, Oxman AD, Vist GE, et al. BMJ 2008;336:924-926; GRADE handbook,
//! section 5.

use std::ops::Range;

use grounds_model::CertaintyLevel;

use crate::classify::class::Class;
use crate::classify::token::{Gap, Token, Tokens, tokens};

/// A level that a text names, and the bytes that do.
pub(crate) type Named = (CertaintyLevel, Range<usize>);

/// Words behind which stands what the evidence is of: `evidence of low certainty suggests that it does not help`.
const TELLING: &[&str] = &[
    "found",
    "indicated",
    "indicates",
    "show",
    "showed",
    "shows",
    "suggest",
    "suggested",
    "suggests",
    "that",
];

/// What the evidence has a level of.
pub(super) const NOUNS: &[&str] = &["certainty", "quality"];

/// Words that make of a level one that is sought, denied, left, compared or explained, or another's judgement.
const NOT_SAID: &[&str] = &[
    "above",
    "authors",
    "below",
    "cochrane",
    "downgraded",
    "from",
    "if",
    "lack",
    "least",
    "means",
    "need",
    "needed",
    "needs",
    "never",
    "no",
    "none",
    "nor",
    "not",
    "panel",
    "rather",
    "reviewers",
    "should",
    "start",
    "started",
    "starts",
    "than",
    "they",
    "unless",
    "until",
    "upgraded",
    "when",
    "where",
    "whether",
    "would",
];

/// The level that a sentence names of the evidence that it tells of; none where it names several.
pub(crate) fn level_named(text: &str, tokens: &Tokens) -> Option<Named> {
    if !text.is_ascii()
        && let Some(named) = level_in_signs(text)
    {
        return Some(named);
    }
    if !tokens.have(Class::CERTAINTY) {
        return None;
    }
    let mut named: Option<Named> = None;
    for at in 0..tokens.len() {
        if !is_of_evidence(tokens, at) || is_not_said(tokens, at) {
            continue;
        }
        let found = level_before(tokens, at).or_else(|| level_after(tokens, at));
        let Some((level, range)) = found else {
            continue;
        };
        if named.as_ref().is_some_and(|(other, _)| *other != level) {
            return None;
        }
        named = named.or(Some((level, range)));
    }
    named
}

/// A level that a sentence names of the evidence, and what it says that this evidence shows: `There is moderate-certainty
/// evidence that …`. GRADE lets the level be said so, beside a plain verb, in place of a hedge.
pub(crate) fn told_outright<'t>(
    text: &'t str,
    tokens: &Tokens,
) -> Option<(CertaintyLevel, &'t str)> {
    let (level, range) = level_named(text, tokens)?;
    let mut behind = tokens
        .iter()
        .skip_while(|token| token.range.start < range.end)
        .take(REACH)
        .take_while(|token| token.gap < Gap::Break);
    let tells = behind.find(|token| token.is_any(TELLING))?;
    let rest = text.get(tells.range.end..)?.trim_start();
    Some((level, rest.strip_prefix("that ").unwrap_or(rest)))
}

/// Whether a text says outright that the evidence has some level: `there is low-certainty evidence that …`.
pub(crate) fn says_the_level(text: &str, level: CertaintyLevel) -> bool {
    told_outright(text, &tokens(text)).is_some_and(|(told, _)| told == level)
}

/// The level at the beginning of a cell whose column is of certainty: `Moderate, for few people had the outcome`.
pub(crate) fn level_of_cell(head: &str, text: &str, tokens: &Tokens) -> Option<Named> {
    let head = head.to_lowercase();
    let of_certainty =
        head.contains("certainty") || head.contains("quality of") || head.contains("confidence in");
    if !of_certainty {
        return None;
    }
    let from_signs = if text.is_ascii() {
        None
    } else {
        level_in_signs(text)
    };
    from_signs.or_else(|| {
        let first = tokens.first()?;
        let very = first.is("very");
        let second = tokens.get(usize::from(very))?;
        let level = level(second, very)?;
        Some((level, first.range.start..second.range.end))
    })
}

/// GRADE's signs: of four circles, those with a cross.
fn level_in_signs(text: &str) -> Option<Named> {
    const CROSSED: char = '⊕';
    const EMPTY: [char; 6] = ['◯', '○', '⊝', '⊖', '〇', '⭘'];
    let start = text.find(CROSSED)?;
    let circles = text[start..]
        .chars()
        .take_while(|c| *c == CROSSED || EMPTY.contains(c));
    let circles: Vec<char> = circles.collect();
    let end = start + circles.iter().map(|c| c.len_utf8()).sum::<usize>();
    if circles.len() != 4 {
        return None;
    }
    let level = match circles.iter().filter(|c| **c == CROSSED).count() {
        4 => CertaintyLevel::High,
        3 => CertaintyLevel::Moderate,
        2 => CertaintyLevel::Low,
        _ => CertaintyLevel::VeryLow,
    };
    Some((level, start..end))
}

/// Whether the words around a word, up to a mark, make of it one that is not said of the evidence. Behind `evidence that …`
/// begins what the evidence is of, and its words are said of that.
fn is_not_said(tokens: &[Token], at: usize) -> bool {
    let begins = |i: &usize| tokens[*i].gap >= Gap::Comma;
    let from = (0..=at).rev().find(begins).unwrap_or(0);
    let tells = |i: &usize| begins(i) || *i > at + 1 && tokens[i - 1].is_any(TELLING);
    let to = (at + 1..tokens.len()).find(tells).unwrap_or(tokens.len());
    tokens[from..to].iter().any(|token| token.is_any(NOT_SAID))
}

/// Whether a word is the certainty of evidence: `quality` is said of much else.
fn is_of_evidence(tokens: &[Token], at: usize) -> bool {
    let near = || {
        tokens[at + 1..]
            .iter()
            .take(3)
            .take_while(|token| token.gap < Gap::Comma)
    };
    if tokens[at].is("certainty") {
        // `With certainty that …`.
        return !tokens.get(at + 1).is_some_and(|next| next.is("that"));
    }
    tokens[at].is("quality") && near().any(|token| token.is("evidence"))
}

/// `Low certainty`, `very low-certainty evidence`.
fn level_before(tokens: &[Token], at: usize) -> Option<Named> {
    let word = at.checked_sub(1)?;
    if tokens[at].gap >= Gap::Comma {
        return None;
    }
    let very = word
        .checked_sub(1)
        .filter(|&very| tokens[very].is("very") && tokens[word].gap < Gap::Comma);
    let level = level(&tokens[word], very.is_some())?;
    // `Low to moderate certainty` is neither.
    let before = very
        .unwrap_or(word)
        .checked_sub(1)
        .map(|before| &tokens[before]);
    let of_two = before.is_some_and(|before| before.is_any(&["and", "or", "to"]));
    let range = tokens[very.unwrap_or(word)].range.start..tokens[at].range.end;
    (!of_two || before.is_some_and(|before| before.is("and"))).then_some((level, range))
}

/// How many words may stand between the certainty and its level: `certainty of this evidence was rated as low`.
const REACH: usize = 9;

/// What may stand between the certainty and a colon.
const NAMING: &[&str] = &["evidence", "for", "grade", "in", "of", "our", "the", "this"];

/// `The certainty of the evidence is low`, `certainty: low`.
fn level_after(tokens: &[Token], at: usize) -> Option<Named> {
    const LINKS: &[&str] = &["as", "be", "is", "remains", "was"];
    let mut linked = false;
    // `Certainty of the evidence: low`.
    let of = |i: usize| tokens[at + 1..i].iter().all(|it| it.is_any(NAMING));
    for i in at + 1..(at + 1 + REACH).min(tokens.len()) {
        let token = &tokens[i];
        match token.gap {
            Gap::Break if of(i) => linked = true,
            Gap::Comma | Gap::Break => return None,
            _ => {}
        }
        linked |= token.is_any(LINKS);
        let very = tokens[i - 1].is("very");
        if let Some(level) = level(token, very).filter(|_| linked) {
            let of_two = tokens
                .get(i + 1)
                .is_some_and(|next| next.is_any(&["or", "to"]));
            return (!of_two).then_some((level, tokens[at].range.start..token.range.end));
        }
    }
    None
}

fn level(token: &Token, very: bool) -> Option<CertaintyLevel> {
    match token.text.as_str() {
        "high" => Some(CertaintyLevel::High),
        "moderate" => Some(CertaintyLevel::Moderate),
        "low" if very => Some(CertaintyLevel::VeryLow),
        "low" => Some(CertaintyLevel::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<CertaintyLevel> {
        level_named(text, &tokens(text)).map(|(level, _)| level)
    }

    #[test]
    fn levels_are_read_in_the_words_of_guidelines() {
        use CertaintyLevel::{High, Low, Moderate, VeryLow};
        for (text, level) in [
            (
                "We suggest exercise (conditional recommendation, low certainty).",
                Low,
            ),
            ("There is high-certainty evidence that it helps.", High),
            ("This is very low quality evidence.", VeryLow),
            ("The certainty of this evidence is moderate.", Moderate),
            (
                "The quality of the evidence was rated as very low.",
                VeryLow,
            ),
            ("Certainty: low.", Low),
            (
                "It causes fever (certainty of the evidence: moderate).",
                Moderate,
            ),
            (
                "Zinc shortens colds (quality of this evidence: high).",
                High,
            ),
            (
                "Evidence of very low certainty suggests that those who do not smoke cough less than others.",
                VeryLow,
            ),
            (
                "Moderate-certainty evidence suggests that it does not help.",
                Moderate,
            ),
            ("It may help (⊕⊕◯◯).", Low),
            ("It may help ⊕○○○.", VeryLow),
        ] {
            assert_eq!(named(text), Some(level), "{text}");
        }
    }

    #[test]
    fn what_names_no_level_of_this_evidence_is_left_alone() {
        for text in [
            "We know with certainty that the risk is high.",
            "The certainty was rated down for risk of bias.",
            "Certainty went from high to low.",
            "There is no high-certainty evidence.",
            "We need high-certainty evidence that it helps.",
            "High-certainty evidence was not found.",
            "The evidence is of low to moderate certainty.",
            "Low certainty for pain, and high certainty for cost.",
            "High-quality care matters.",
            "Low certainty means that the effect may be different.",
            "The authors rated the certainty as high.",
            "Certainty of the evidence, with a high risk of bias, was not rated.",
            "Add ⊕ to the key.",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }

    #[test]
    fn a_cell_of_certainty_begins_with_its_level() {
        let of = |head: &str, text: &str| {
            level_of_cell(head, text, &tokens(text)).map(|(level, _)| level)
        };
        assert_eq!(
            of("Certainty (GRADE)", "Moderate, few events"),
            Some(CertaintyLevel::Moderate)
        );
        assert_eq!(
            of("Certainty of evidence", "⊕⊕⊕⊕ High"),
            Some(CertaintyLevel::High)
        );
        assert_eq!(
            of("Quality of the evidence", "very low"),
            Some(CertaintyLevel::VeryLow)
        );
        assert_eq!(of("Risk", "High"), None);
        assert_eq!(of("Certainty", "not rated"), None);
    }
}
