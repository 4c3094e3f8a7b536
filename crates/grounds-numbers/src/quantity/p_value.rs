//! P-values: whether the words before a number say that it is one, and with which operator.

use super::{Kind, Operator, Quantity};
use crate::Exact;

const SIGNS: &[(&str, Operator)] = &[
    ("<=", Operator::AtMost),
    (">=", Operator::AtLeast),
    ("≤", Operator::AtMost),
    ("⩽", Operator::AtMost),
    ("≦", Operator::AtMost),
    ("≥", Operator::AtLeast),
    ("⩾", Operator::AtLeast),
    ("≧", Operator::AtLeast),
    ("=", Operator::Equal),
    ("≈", Operator::Equal),
    ("~", Operator::Equal),
    ("∼", Operator::Equal),
    ("<", Operator::Less),
    (">", Operator::More),
];

const IN_WORDS: &[(&str, Operator)] = &[
    ("less than or equal to", Operator::AtMost),
    ("greater than or equal to", Operator::AtLeast),
    ("less than", Operator::Less),
    ("lower than", Operator::Less),
    ("smaller than", Operator::Less),
    ("below", Operator::Less),
    ("under", Operator::Less),
    ("greater than", Operator::More),
    ("more than", Operator::More),
    ("higher than", Operator::More),
    ("larger than", Operator::More),
    ("above", Operator::More),
    ("at most", Operator::AtMost),
    ("at least", Operator::AtLeast),
    ("equal to", Operator::Equal),
    ("equals", Operator::Equal),
    ("approximately", Operator::Equal),
    ("about", Operator::Equal),
];

/// What may stand between a name and its number.
const LINKS: &[&str] = &["of", "was", "were", "is", "are", ":", ",", "$"];

/// What a p-value may be of, as it is written into its name: `P for trend`, `p_interaction`.
const OF_WHAT: &[&str] = &["trend", "interaction", "heterogeneity", "difference"];

/// So many bytes before a number are looked at.
const REACH: usize = 120;

/// Makes a p-value of a number, where the words before it say that it is one.
pub(super) fn read(text: &str, quantity: &mut Quantity) {
    let before = &text[..quantity.number.start];
    let far = before.len().saturating_sub(REACH);
    let near = (far..=before.len()).find_map(|at| before.get(at..));
    let before = near.filter(|near| may_name_one(near));
    let Some(operator) = before.and_then(operator) else {
        return;
    };
    quantity.kind = Kind::P(operator);
    // `p<0,001` is no 1.
    let decimals = text[quantity.number.clone()].strip_prefix("0,");
    let value = decimals.and_then(|decimals| Exact::read(&format!("0.{decimals}")));
    quantity.value = value.unwrap_or(quantity.value);
}

/// Whether a text has the letter with which a name of a p-value begins, at the beginning of a word and not before another letter
/// than those that may follow it: `pvalue`, `ptrend`.
fn may_name_one(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut places = bytes.iter().enumerate();
    places.any(|(at, byte)| {
        let before = at.checked_sub(1).map(|at| bytes[at]);
        let after = bytes.get(at + 1).map(u8::to_ascii_lowercase);
        byte.eq_ignore_ascii_case(&b'p')
            && !before.is_some_and(|byte| byte.is_ascii_alphanumeric())
            && after.is_none_or(|byte| !byte.is_ascii_lowercase() || b"vtihd".contains(&byte))
    })
}

/// The operator of a p-value, where the words before a number say that it is one: `p < `, `a p-value of `,
/// `P value for stroke: `, `P for trend less than `.
fn operator(before: &str) -> Option<Operator> {
    let mut rest = before.trim_end();
    let mut operator = None;
    let mut linked = false;
    loop {
        let shorter = if let Some((rest, found)) = strip_operator(rest) {
            operator = operator.or(Some(found));
            rest
        } else if let Some(rest) = strip_link(rest) {
            linked = true;
            rest
        } else {
            break;
        };
        rest = shorter.trim_end();
    }
    let said = operator.is_some() || linked;
    let is_one = match name_at_end(rest) {
        Some(Name::Letter) => operator.is_some() || (linked && before.trim_end().ends_with(':')),
        Some(Name::Value) => true,
        None => (said && is_of_something(rest)) || is_listed(before),
    };
    is_one.then_some(operator.unwrap_or(Operator::Equal))
}

/// Makes p-values of the numbers from 0 to 1 of a text that stands under a heading which says that it is one.
pub fn read_as_p_values(text: &str, quantities: &mut [Quantity]) {
    for quantity in quantities {
        let is_probability = quantity.unit.is_none()
            && matches!(quantity.kind, Kind::Value | Kind::Bare)
            && quantity.value.value() >= rust_decimal::Decimal::ZERO
            && quantity.value.value() <= rust_decimal::Decimal::ONE;
        if is_probability {
            let before = text[..quantity.number.start].trim_end();
            let operator = strip_operator(before).map_or(Operator::Equal, |(_, found)| found);
            quantity.kind = Kind::P(operator);
        }
    }
}

/// Whether a heading says that what stands under it are p-values: `P`, `p value (two-sided)`, `P for trend`.
pub fn is_heading_of_p(heading: &str) -> bool {
    if heading.is_empty() {
        return false;
    }
    let heading = heading
        .split(['(', '[', ',', '*', '†'])
        .next()
        .unwrap_or_default();
    let heading = heading.trim().trim_end_matches(['=', '<', ':', '.']).trim();
    name_at_end(heading).is_some() || is_of_something(heading)
}

/// The two names of a p-value: the letter alone, and with `value`.
enum Name {
    Letter,
    Value,
}

fn strip_operator(text: &str) -> Option<(&str, Operator)> {
    let sign = SIGNS
        .iter()
        .find_map(|(sign, operator)| Some((text.strip_suffix(sign)?, *operator)));
    sign.or_else(|| {
        let mut words = IN_WORDS.iter();
        words.find_map(|(words, operator)| Some((strip_words(text, words)?, *operator)))
    })
}

fn strip_link(text: &str) -> Option<&str> {
    LINKS.iter().find_map(|link| {
        if link.starts_with(char::is_alphabetic) {
            strip_words(text, link)
        } else {
            text.strip_suffix(link)
        }
    })
}

/// What is before some words at the end of a text, if they stand there.
fn strip_words<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let start = text.len().checked_sub(words.len())?;
    let (rest, end) = text.split_at_checked(start)?;
    let apart = !rest.ends_with(|c: char| c.is_alphanumeric());
    (apart && end.eq_ignore_ascii_case(words)).then_some(rest)
}

/// The name of a p-value that a text ends with.
fn name_at_end(text: &str) -> Option<Name> {
    let text = text.trim_end();
    let value = ["values", "value"]
        .iter()
        .find_map(|word| strip_ignoring_case(text, word));
    let (letter, name) = match value {
        Some(rest) => (
            rest.trim_end_matches([' ', '-', '\u{a0}', '\u{2010}', '\u{2011}']),
            Name::Value,
        ),
        None => (text, Name::Letter),
    };
    let of = OF_WHAT
        .iter()
        .find_map(|of| strip_ignoring_case(letter, of));
    let letter = of.map_or(letter, |rest| rest.trim_end_matches(['_', '-', ' ']));
    let rest = letter.strip_suffix(['p', 'P'])?;
    (!rest.ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')).then_some(name)
}

fn strip_ignoring_case<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let (rest, found) = text.split_at_checked(text.len().checked_sub(end.len())?)?;
    found.eq_ignore_ascii_case(end).then_some(rest)
}

/// Whether a text ends with the name of a p-value and with what it is of: `the P value for stroke`, `P for trend`.
fn is_of_something(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let clause = text.rsplit(['.', ';', '(', ',']).next().unwrap_or(text);
    let mut starts = [" for ", "-for-"].into_iter();
    starts.any(|link| {
        clause.rfind(link).is_some_and(|at| {
            let of = &clause[at + link.len()..];
            let short = of.split_whitespace().count() <= MOST_WORDS;
            short
                && !of.contains(|c: char| c.is_ascii_digit())
                && name_at_end(&clause[..at]).is_some()
        })
    })
}

/// Whether a number in brackets, or after what all of them are said to be, is one of the `P values for soreness (`.
fn is_listed(before: &str) -> bool {
    let lower = before.to_ascii_lowercase();
    let Some(at) = ["p-values ", "p values "]
        .iter()
        .filter_map(|name| lower.rfind(name))
        .max()
    else {
        return false;
    };
    let apart = !before[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
    let list = &before[at..];
    let said = list.ends_with('(') || strip_operator(list.trim_end()).is_some();
    apart && said && !list.contains(';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::quantities;

    fn read(text: &str) -> Vec<(String, Operator)> {
        let found = quantities(text).into_iter();
        found
            .filter_map(|quantity| match quantity.kind {
                Kind::P(operator) => Some((text[quantity.number].to_owned(), operator)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn p_values_are_read_in_all_their_spellings() {
        use Operator::{AtMost, Equal, Less, More};
        for (text, number, operator) in [
            ("(p = 0.04)", "0.04", Equal),
            ("P=.04", ".04", Equal),
            ("a p-value of 0.04", "0.04", Equal),
            ("(P value .03)", ".03", Equal),
            ("(p value, 0.04)", "0.04", Equal),
            ("p-value: 0.04", "0.04", Equal),
            ("The p-value for stroke was .03", ".03", Equal),
            ("P less than .001", ".001", Less),
            ("a P value less than 0.001", "0.001", Less),
            ("p below 0.001", "0.001", Less),
            ("p was greater than 0.05", "0.05", More),
            ("p⩽0.001", "0.001", AtMost),
            ("p≈0.04 and 5 men", "0.04", Equal),
            ("p~0.04", "0.04", Equal),
            ("p_trend = 0.04", "0.04", Equal),
            ("P for trend, .04", ".04", Equal),
            ("P for interaction < 0.001", "0.001", Less),
            ("($p = 0.04$)", "0.04", Equal),
        ] {
            assert_eq!(read(text), [(number.to_owned(), operator)], "{text}");
        }
        let both = read("P-values for soreness (0.04) and pain (0.0008) were below 0.05");
        assert_eq!(both.len(), 3);
    }

    #[test]
    fn other_numbers_are_no_p_values() {
        for text in [
            "group P was 0.3 kg heavier",
            "vitamin B6 was 0.04 mg",
            "a value of 0.4 mg",
            "a cup, of 0.4 L",
            "up = 0.4",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn a_heading_may_say_that_a_column_has_p_values() {
        for heading in [
            "P",
            "p",
            "P value",
            "p-value",
            "P value (two-sided)",
            "P for trend",
            "*P* value",
        ] {
            let heading = heading.replace('*', "");
            assert!(is_heading_of_p(&heading), "{heading}");
        }
        for heading in ["Placebo", "Group", "", "95% CI", "Stop"] {
            assert!(!is_heading_of_p(heading), "{heading}");
        }
    }
}
