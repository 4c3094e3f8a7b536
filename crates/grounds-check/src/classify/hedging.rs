//! Hedging: whether a sentence says that it is not sure, and which words say so.
//!
//! A linear model over words in their context: words, pairs and triples of them, with a weight each
//! (`hedging-weights.tsv`). The weights were learned from the abstracts of the BioScope corpus
//! (Vincze V, Szarvas G, Farkas R, Móra G, Csirik J. BMC Bioinformatics 2008;9(Suppl 11):S9; CC BY
//! 2.0). The verdict names the words that weigh most.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The learned weights, and what their sum must exceed.
struct Model {
    weights: HashMap<&'static str, f64>,
    threshold: f64,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut model = Model {
        weights: HashMap::new(),
        threshold: 0.0,
    };
    for line in include_str!("hedging-weights.tsv").lines() {
        let Some((feature, weight)) = line.split_once('\t') else {
            continue;
        };
        let weight: f64 = weight.parse().unwrap_or(0.0);
        if feature == "(threshold)" {
            model.threshold = weight;
        } else {
            model.weights.insert(feature, weight);
        }
    }
    model
});

/// How the model did when it was learned, as its file says.
pub fn hedging_figures() -> &'static str {
    let mut lines = include_str!("hedging-weights.tsv").lines();
    let figures = lines.find(|line| line.contains("cross-validation"));
    figures.unwrap_or_default().trim_start_matches("# ")
}

/// The longest run of words that is a feature.
const LONGEST: usize = 4;

/// The words that hedge a sentence, as bytes of its text; `None` where it is not hedged.
pub fn hedge(text: &str) -> Option<Range<usize>> {
    let lower = text.to_lowercase();
    let tokens = tokens(&lower);
    let mut sum = -MODEL.threshold;
    let mut heaviest: Option<(f64, Range<usize>)> = None;
    let mut seen: Vec<String> = Vec::new();
    for start in 0..tokens.len() {
        for length in 1..=LONGEST.min(tokens.len() - start) {
            let words: Vec<&str> = tokens[start..start + length]
                .iter()
                .map(|(w, _)| *w)
                .collect();
            let feature = words.join(" ");
            let Some(&weight) = MODEL.weights.get(feature.as_str()) else {
                continue;
            };
            if seen.contains(&feature) {
                continue;
            }
            let range = tokens[start].1.start..tokens[start + length - 1].1.end;
            sum += weight;
            seen.push(feature);
            if heaviest.as_ref().is_none_or(|(most, _)| weight > *most) {
                heaviest = Some((weight, range));
            }
        }
    }
    let (_, range) = heaviest.filter(|_| sum > 0.0)?;
    // Lower case can have other lengths than what was written: then the whole sentence hedges.
    Some(
        if lower.len() == text.len()
            && text.is_char_boundary(range.start)
            && text.is_char_boundary(range.end)
        {
            range
        } else {
            0..text.len()
        },
    )
}

/// The words, numbers (as `#`) and signs of a text in lower case, with their bytes; a mark at each
/// end.
fn tokens(lower: &str) -> Vec<(&str, Range<usize>)> {
    let mut tokens = vec![("^", 0..0)];
    let mut chars = lower.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let same = |other: char| {
            (c.is_ascii_lowercase() && other.is_ascii_lowercase())
                || (c.is_ascii_digit() && other.is_ascii_digit())
        };
        let mut end = start + c.len_utf8();
        while let Some((at, _)) = chars.next_if(|(_, other)| same(*other)) {
            end = at + 1;
        }
        let word = if c.is_ascii_digit() {
            "#"
        } else {
            &lower[start..end]
        };
        tokens.push((word, start..end));
    }
    tokens.push(("$", lower.len()..lower.len()));
    tokens
}

#[cfg(test)]
mod tests {
    use super::hedge;

    #[test]
    fn the_words_that_hedge_are_named() {
        let text = "These results suggest that needling may wake follicles.";
        let range = hedge(text).expect("it is hedged");
        assert!(
            ["suggest", "suggest that", "results suggest", "may"].contains(&&text[range.clone()]),
            "{}",
            &text[range]
        );
        assert_eq!(
            hedge("Cells were incubated for 24 hours at 37 degrees."),
            None
        );
        assert_eq!(hedge(""), None);
    }
}
