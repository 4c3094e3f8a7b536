//! Numbers altered by a machine, in true sentences of the fixture sets and of the real set: a digit, a sign, a unit, a
//! decimal, an operator, an arm, a time point. Each must be found at its own words; what is not altered must not be.

use std::collections::BTreeMap;

use grounds_load::{Content, RawFile};

use super::{STUDIES, VOCABULARY, cases, fit};
use crate::workspace;

/// A sentence that cites its studies, and how it was altered.
struct Altered {
    how: &'static str,
    sentence: String,
    /// The bytes of the sentence in which something must be found.
    at: std::ops::Range<usize>,
}

/// The numbers of a sentence before its citation, with decimals or of three digits and more.
fn numbers(text: &str) -> Vec<std::ops::Range<usize>> {
    let end = text.find(" [@").unwrap_or(text.len());
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text[..end].char_indices().chain([(end, ' ')]) {
        let digit = c.is_ascii_digit()
            || (c == '.' && text[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
        match (digit, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let before = text[..from].chars().next_back().unwrap_or(' ');
                let plain =
                    !before.is_alphanumeric() && !",·.#@^".contains(before) && !",·⁰⁹".contains(c);
                let plain = plain && !text[..from].trim_end().ends_with('<');
                let long = text[from..at].len() > 2 && !is_year(&text[from..at]);
                if plain && long {
                    found.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

/// A sentence with other words at some bytes; `None` where nothing changes.
fn with(
    how: &'static str,
    sentence: &str,
    range: &std::ops::Range<usize>,
    words: &str,
) -> Option<Altered> {
    let altered = format!(
        "{}{words}{}",
        &sentence[..range.start],
        &sentence[range.end..]
    );
    let at = range.start..range.start + words.len();
    (altered != sentence).then_some(Altered {
        how,
        sentence: altered,
        at,
    })
}

const WORDS: [(&str, &str, &str); 19] = [
    ("another unit", " mmHg", " kPa"),
    ("another unit", " mmol/L", " mg/dL"),
    (
        "another unit",
        " hairs per square inch",
        " hairs per square centimetre",
    ),
    ("another unit", " micrometres", " millimetres"),
    ("another unit", "%", " percentage points"),
    ("another sign", "fell by", "rose by"),
    ("another sign", "rose by", "fell by"),
    ("another sign", " −", " "),
    ("another operator", "p = 0", "p > 0"),
    ("another operator", "P<", "P>"),
    ("another operator", "(p < 0", "(p > 0"),
    ("another operator", "(p > 0", "(p < 0"),
    ("another way", "% lower", "% higher"),
    ("another way", "% higher", "% lower"),
    ("another arm", " with pillinol", " with placebo"),
    ("another arm", " with statinol", " with placebo"),
    ("another arm", " on placebo", " on statinol"),
    ("another time", "At 24 weeks", "At 12 weeks"),
    ("another time", "after 6 months", "after 5 years"),
];

fn altered(sentence: &str) -> Vec<Altered> {
    let mut found = Vec::new();
    for range in numbers(sentence) {
        let digits = &sentence[range.clone()];
        let mut swapped: Vec<char> = digits.chars().collect();
        let last = swapped.len();
        let other = if swapped[last - 1] != '.' && swapped[last - 2] != '.' {
            2
        } else {
            3
        };
        swapped.swap(last - 1, last - other);
        let swapped: String = swapped.into_iter().collect();
        found.extend(with("two digits swapped", sentence, &range, &swapped));
        let point = if digits.contains('.') { "" } else { "." };
        found.extend(with(
            "a decimal more",
            sentence,
            &range,
            &format!("{digits}{point}7"),
        ));
        if digits.contains('.') {
            found.extend(with("the point moved", sentence, &range, &moved(digits)));
        }
    }
    for (how, from, to) in WORDS {
        let Some(at) = sentence
            .find(from)
            .filter(|at| !sentence[*at..].starts_with("% CI"))
        else {
            continue;
        };
        let Some(mut one) = with(how, sentence, &(at..at + from.len()), to) else {
            continue;
        };
        // A unit belongs to the number before it, a sign and an operator to the one after it.
        let start = one.sentence[..at].rfind(' ').map_or(0, |at| at + 1);
        one.at = start..(one.at.end + 12).min(one.sentence.len());
        if how == "another arm" || how == "another time" {
            one.at = 0..one.sentence.len();
        }
        found.push(one);
    }
    found
}

/// `12.52` as `1.252`.
fn moved(number: &str) -> String {
    let digits = number.replace('.', "");
    let point = number.find('.').unwrap_or(1).max(1);
    let at = if point == 1 {
        2.min(digits.len() - 1).max(1)
    } else {
        point - 1
    };
    let moved = format!("{}.{}", &digits[..at], &digits[at..]);
    if moved.starts_with("00") {
        format!("{digits}.5")
    } else {
        moved
    }
}

/// What is found in each sentence of an article in a set: the rule, and its bytes within the sentence.
fn found_in_sentences(
    mut files: Vec<RawFile>,
    sentences: &[String],
) -> Vec<Vec<(String, std::ops::Range<usize>)>> {
    let front = "---\ntitle: T\nreview: {by: A, on: 2026-06-01, due: 2027-06-01}\n---\n";
    files.push(RawFile::new(
        "articles/zz.md",
        format!("{front}{}\n", sentences.join("\n\n")),
    ));
    let (found, sources) = fit::found_in(files);
    let mut starts = Vec::new();
    let mut at = front.len();
    for sentence in sentences {
        starts.push(at..at + sentence.len());
        at += sentence.len() + 2;
    }
    let mut of_sentences = vec![Vec::new(); sentences.len()];
    for diagnostic in found
        .iter()
        .filter(|found| found.rule.starts_with("number/"))
    {
        let place = diagnostic.primary.place;
        if sources.get(place.file).path() != "articles/zz.md" {
            continue;
        }
        if let Some(i) = starts.iter().position(|range| range.contains(&place.start)) {
            let start = place.start - starts[i].start;
            of_sentences[i].push((
                diagnostic.rule.to_owned(),
                start..place.end - starts[i].start,
            ));
        }
    }
    of_sentences
}

/// The sentences of the real set that cite studies, with their numbers.
fn real() -> (Vec<RawFile>, Vec<String>) {
    let files = grounds_load::read(&workspace().join("content")).unwrap();
    let set = grounds_load::assemble(files.clone(), "").set;
    let mut sentences = Vec::new();
    for article in set.articles.values() {
        let prose = &article.prose;
        for sentence in &prose.sentences {
            let keys: Vec<String> = sentence
                .citations
                .iter()
                .map(|&i| format!("@{}", prose.citations[i].key))
                .collect();
            if !keys.is_empty() && !numbers(&sentence.text).is_empty() {
                let text = sentence.text.trim_end_matches('.');
                sentences.push(format!("{text} [{}].", keys.join("; ")));
            }
        }
    }
    let files = files
        .into_iter()
        .filter(|file| matches!(file.content, Content::Bytes(_)));
    (files.collect(), sentences)
}

/// The true sentences of other fields.
fn invented() -> (Vec<RawFile>, Vec<String>) {
    let mut files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("vocabulary.yaml", VOCABULARY),
    ];
    for (key, record) in STUDIES {
        files.push(RawFile::new(format!("studies/{key}.yaml"), record));
    }
    let right = cases(include_str!("right.tsv"));
    let sentences = right
        .iter()
        .map(|(study, text)| format!("{} [@{study}].", text.trim_end_matches('.')));
    (files, sentences.collect())
}

#[test]
fn what_a_machine_alters_is_found_and_nothing_else() {
    let (mut right, mut alarms) = (0, Vec::new());
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut rules: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for (files, sentences) in [invented(), real()] {
        let clean = found_in_sentences(files.clone(), &sentences);
        right += sentences.len();
        for (sentence, found) in sentences.iter().zip(&clean) {
            alarms.extend(found.iter().map(|(rule, _)| format!("{rule}: {sentence}")));
        }
        let all: Vec<Altered> = sentences
            .iter()
            .flat_map(|sentence| altered(sentence))
            .collect();
        let texts: Vec<String> = all.iter().map(|altered| altered.sentence.clone()).collect();
        for (altered, found) in all.iter().zip(found_in_sentences(files, &texts)) {
            let (hit, whole) = tally.entry(altered.how).or_default();
            *whole += 1;
            let here = |range: &std::ops::Range<usize>| {
                range.start < altered.at.end && altered.at.start < range.end
            };
            if found.iter().any(|(_, range)| here(range)) {
                *hit += 1;
            } else {
                missed.push(format!("{}: {} {found:?}", altered.how, altered.sentence));
            }
            for (rule, range) in &found {
                let (true_ones, of_rule) = rules.entry(rule.clone()).or_default();
                *of_rule += 1;
                *true_ones += usize::from(here(range));
            }
        }
    }
    let whole: usize = tally.values().map(|(_, whole)| whole).sum();
    let hit: usize = tally.values().map(|(hit, _)| hit).sum();
    println!("{right} true sentences: {} false alarms", alarms.len());
    println!("{whole} altered: {hit} found, {} missed", whole - hit);
    for (how, (hit, whole)) in &tally {
        println!("  {how}: {hit} of {whole}");
    }
    for (rule, (right, whole)) in &rules {
        println!("  {rule}: {right} of {whole} at the altered words");
    }
    println!("missed:\n{}", missed.join("\n"));
    assert!(alarms.is_empty(), "{alarms:#?}");
    assert!(right >= 100 && whole >= 400, "{right} {whole}");
    assert!(hit * 100 >= whole * 95, "{hit} of {whole}");
}
