//! Words that count more studies than there are.

use std::collections::BTreeSet;

use grounds_diagnostics::{Diagnostic, Place};
use grounds_evidence::independence::{self, Independence};
use grounds_load::Sentence;
use grounds_model::{Basis, Claim, Key, Level};

use crate::classify::locate::{words_in, words_within};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::study_counts::{StudyCount, study_counts};
use crate::subject::{ArticleAt, ClaimAt, SentenceAt};

pub(crate) static RULE: Rule = Rule {
    id: "independence/overcounted",
    level: Level::Error,
    summary: "the words count more studies than the papers behind them come to",
    docs: include_str!("overcounted.md"),
    check: Check::Said {
        article: check_article,
        claim: check_claim,
    },
};

/// The papers that some words stand on.
#[derive(Default)]
struct Papers<'a> {
    keys: BTreeSet<&'a Key>,
    /// Whether a claim names them.
    of_claim: bool,
}

impl<'a> Papers<'a> {
    fn add_claim(&mut self, claim: &'a Claim) {
        self.of_claim = true;
        self.keys
            .extend(claim.evidence.iter().map(|line| &line.study));
    }
}

fn check_claim(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let (claim, document) = (at.claim(), at.document);
    if claim.basis != Basis::Evidence {
        return;
    }
    for (pointer, text) in wordings(claim) {
        let counts = study_counts(text);
        if counts.is_empty() {
            continue;
        }
        // Of what is not there nobody knows what it is a part of.
        let keys = claim.evidence.iter().map(|line| {
            let studies = &cx.set().studies.sound;
            Some(studies.get_key_value(line.study.as_str())?.0)
        });
        let Some(keys) = keys.collect() else { return };
        let papers = Papers {
            keys,
            of_claim: true,
        };
        let whole = document.place(&pointer);
        let Some((count, found)) = judge(cx, text, &counts, &papers) else {
            continue;
        };
        let words = &text[count.words.clone()];
        let place = words_within(whole, words, cx.sources()).unwrap_or(whole);
        let diagnostic = describe(cx, place, words, &found, |key| {
            let line = claim.evidence.iter().position(|line| &line.study == key)?;
            Some(document.place(&format!("/evidence/{line}/study")))
        });
        cx.report(diagnostic);
    }
}

/// The statement and the variations of a claim, each with where it stands in the record.
pub(super) fn wordings(claim: &Claim) -> impl Iterator<Item = (String, &str)> {
    let own = std::iter::once(("/statement".to_owned(), claim.statement.as_str()));
    let variations = claim.variations.iter().enumerate();
    own.chain(variations.map(|(i, text)| (format!("/variations/{i}"), text.as_str())))
}

fn check_article(cx: &mut Context<'_>, of: ArticleAt<'_>) {
    for (index, sentence) in of.article.prose.sentences.iter().enumerate() {
        let stands = !sentence.citations.is_empty() || !sentence.passages.is_empty();
        if !stands || sentence.quoted || sentence.text.trim_end().ends_with('?') {
            continue;
        }
        let counts = study_counts(&sentence.text);
        if counts.is_empty() {
            continue;
        }
        let papers = behind_sentence(cx, of, sentence);
        if let Some((count, found)) = judge(cx, &sentence.text, &counts, &papers) {
            let at = SentenceAt {
                of: &of,
                index,
                sentence,
            };
            let words = &sentence.text[count.words.clone()];
            let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
            let diagnostic = describe(cx, place, words, &found, |key| {
                let mut cited = sentence
                    .citations
                    .iter()
                    .map(|&i| &of.article.prose.citations[i]);
                let citation = cited.find(|cited| cited.key == key.as_str());
                let place = citation.map(|citation| of.article.place(citation.key_range.clone()));
                place.or_else(|| Some(cx.set().studies.get(key.as_str())?.place("/report/title")))
            });
            cx.report(diagnostic);
        }
    }
}

/// What a sentence cites, and the evidence of the claims that it states. Nothing where it cites examples only: `see`
/// and `for example` before a citation say that there are more.
fn behind_sentence<'a>(cx: &Context<'a>, of: ArticleAt<'_>, sentence: &Sentence) -> Papers<'a> {
    let (set, prose) = (cx.set(), &of.article.prose);
    let mut papers = Papers::default();
    for cited in sentence.citations.iter().map(|&i| &prose.citations[i]) {
        if !cited.prefix.trim().is_empty() {
            return Papers::default();
        }
        if let Some((key, _)) = set.studies.sound.get_key_value(cited.key.as_str()) {
            papers.keys.insert(key);
        } else {
            return Papers::default();
        }
    }
    for passage in sentence.passages.iter().map(|&i| &prose.passages[i]) {
        let claim = passage.claim.as_ref();
        let claim = claim.and_then(|claim| set.claims.get(&claim.text));
        if let Some(claim) = claim.filter(|claim| claim.value.basis == Basis::Evidence) {
            papers.add_claim(&claim.value);
        }
    }
    papers
}

/// The first count that the papers contradict, and what they come to.
///
/// One review can speak of many studies: where one is among the papers, a count is compared with the studies that its
/// record includes, and only one that the papers themselves would come to, were they all studies of their own.
fn judge<'c, 'a>(
    cx: &Context<'a>,
    text: &str,
    counts: &'c [StudyCount],
    papers: &Papers<'a>,
) -> Option<(&'c StudyCount, Independence<'a>)> {
    let set = cx.set();
    let there = independence::behind(set, &papers.keys)?;
    let found = independence::of_papers(set, papers.keys.iter().copied());
    let restates = |key: &&Key| {
        let study = set.studies.get(key.as_str());
        study.is_none_or(|study| independence::restates_others(study.value.design))
    };
    let reviews = papers.keys.iter().any(restates);
    let shared = !found.because.is_empty();
    let several = papers.of_claim || papers.keys.len() > 1;
    let count = counts.iter().find(|count| {
        let known = if shared {
            !reviews || count.number <= papers.keys.len()
        } else {
            let counts = count.exact || count.number >= A_ROUND_NUMBER;
            !reviews && counts && several && !is_a_whole(text, papers.keys.len())
        };
        known && count.number > there
    })?;
    Some((count, found))
}

/// From here on, what is said without a number is a round one, such as a dozen; `several` and `many` are what one likes.
const A_ROUND_NUMBER: usize = 5;

/// Whether a text says that the papers are a part of the studies that it counts.
fn is_a_whole(text: &str, papers: usize) -> bool {
    const PART: &[&str] = &[
        "including",
        "e.g",
        "such",
        "example",
        "among",
        "unpublished",
        "published",
        "others",
        "other",
        "another",
        "rest",
        "one",
        "third",
        "only",
    ];
    const WORDS: [&str; 9] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric() && c != '.');
    let own = papers.checked_sub(1).and_then(|at| WORDS.get(at)).copied();
    words.any(|word| {
        let word = word.trim_end_matches('.');
        PART.contains(&word) || Some(word) == own || word.parse() == Ok(papers)
    })
}

/// `names` is where a paper is named.
fn describe(
    cx: &Context<'_>,
    place: Place,
    words: &str,
    found: &Independence<'_>,
    names: impl Fn(&Key) -> Option<Place>,
) -> Diagnostic {
    let counted = found.counted(cx.set());
    let message = format!("“{words}” are counted, and the papers come to {counted}");
    let mut diagnostic = cx.at(place, message).label("counted here");
    for (later, earlier, reason) in &found.because {
        if let Some(place) = names(later) {
            diagnostic = diagnostic.with(place, format!("`{later}` and `{earlier}`: {reason}"));
        }
    }
    diagnostic.help(if found.because.is_empty() {
        "say how many these papers come to, or name the papers of the others"
    } else {
        "count studies, not papers"
    })
}
