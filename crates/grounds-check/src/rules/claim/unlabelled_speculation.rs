//! A speculative claim that reaches readers without its label.
//!
//! The label must be there wherever the claim is, so three ways to the reader are looked at: a
//! passage that states it, a sentence that says its words without being a passage, and the title
//! and description of the article.

use std::collections::BTreeMap;

use grounds_diagnostics::{Diagnostic, Edit, Fix, Place};
use grounds_load::{Document, Lookup, Passage, Sentence};
use grounds_model::{Basis, Claim, Key, Level};

use crate::classify::token::{Token, tokens};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::{ArticleAt, PassageAt};

pub(crate) static RULE: Rule = Rule {
    id: "claim/unlabelled-speculation",
    level: Level::Error,
    summary: "a speculative claim reaches readers without the label `.speculative`",
    docs: include_str!("unlabelled_speculation.md"),
    check: Check::Article(check),
};

/// The fewest words by which a wording is known outside a passage: shorter ones occur by chance.
const FEWEST_WORDS: usize = 4;

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let prose = &at.article.prose;
    for (index, passage) in prose.passages.iter().enumerate() {
        check_passage(
            cx,
            PassageAt {
                of: at,
                index,
                passage,
            },
        );
    }
    let wordings = wordings(cx);
    if wordings.is_empty() {
        return;
    }
    for sentence in &prose.sentences {
        check_sentence(cx, at, sentence, &wordings);
    }
    if let Some(front) = &at.article.front {
        let title = ("/title", Some(&front.value.title));
        let description = ("/description", front.value.description.as_ref());
        for (pointer, text) in [title, description] {
            let Some(wording) = text.and_then(|text| said(text.as_str(), &wordings)) else {
                continue;
            };
            let diagnostic = stated(cx, front.place(pointer), wording)
                .help("say in other words that this is not known, or leave it to the prose");
            cx.report(diagnostic);
        }
    }
}

fn check_passage(cx: &mut Context<'_>, at: PassageAt<'_>) {
    let Some(written) = &at.passage.claim else {
        return;
    };
    let claim = match cx.set().claims.look_up(&written.text) {
        Lookup::Found(claim) => claim,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    if claim.value.basis != Basis::Speculative || at.passage.labels.speculative {
        return;
    }
    let message = format!(
        "speculative claim `{}` is stated without its label",
        written.text
    );
    let mut diagnostic = cx
        .at(at.place(), message)
        .label("readers take this for a claim that stands on evidence")
        .with(claim.place("/basis"), "the claim is speculative")
        .help("label the passage, or what is around it, `.speculative`");
    if let Some(fix) = label_it(cx, at) {
        diagnostic = diagnostic.fix(fix);
    }
    cx.report(diagnostic);
}

/// Inserts the label into the passage's own braces: after its words, or on the fence of its div.
fn label_it(cx: &Context<'_>, at: PassageAt<'_>) -> Option<Fix> {
    let file = at.of.article.file;
    let Passage { range, claim, .. } = at.passage;
    let before = Place::new(file, range.start..claim.as_ref()?.range.start);
    let brace = before.start + cx.sources().text(before).rfind('{')?;
    Some(Fix {
        title: "label it `.speculative`".to_owned(),
        file,
        edits: vec![Edit {
            range: brace + 1..brace + 1,
            replacement: ".speculative ".to_owned(),
        }],
    })
}

/// A wording of a speculative claim.
struct Wording<'a> {
    key: &'a Key,
    claim: &'a Document<Claim>,
    pointer: String,
    words: Vec<String>,
}

/// The wordings of the speculative claims, by their first word.
type Wordings<'a> = BTreeMap<String, Vec<Wording<'a>>>;

fn wordings<'a>(cx: &Context<'a>) -> Wordings<'a> {
    let speculative = cx
        .set()
        .claims
        .iter()
        .filter(|(_, claim)| claim.value.basis == Basis::Speculative);
    let mut wordings = Wordings::new();
    for (key, claim) in speculative {
        let variations = claim.value.variations.iter().enumerate();
        let variations = variations.map(|(i, text)| (format!("/variations/{i}"), text));
        let statement = ("/statement".to_owned(), &claim.value.statement);
        for (pointer, text) in std::iter::once(statement).chain(variations) {
            let words = words(text.as_str());
            if words.len() >= FEWEST_WORDS {
                let wording = Wording {
                    key,
                    claim,
                    pointer,
                    words,
                };
                let first = wording.words[0].clone();
                wordings.entry(first).or_default().push(wording);
            }
        }
    }
    wordings
}

fn words(text: &str) -> Vec<String> {
    tokens(text)
        .into_iter()
        .map(|Token { text, .. }| text)
        .collect()
}

/// The wording that a text holds, word for word.
fn said<'a, 'w>(text: &str, wordings: &'w Wordings<'a>) -> Option<&'w Wording<'a>> {
    let text = words(text);
    (0..text.len()).find_map(|at| {
        let mut beginning = wordings.get(&text[at])?.iter();
        beginning.find(|wording| text[at..].starts_with(&wording.words))
    })
}

/// A sentence that is a passage, or holds one, has been looked at.
fn check_sentence(
    cx: &mut Context<'_>,
    at: ArticleAt<'_>,
    sentence: &Sentence,
    wordings: &Wordings<'_>,
) {
    let passages = || {
        sentence
            .passages
            .iter()
            .map(|&i| &at.article.prose.passages[i])
    };
    let labelled =
        sentence.labels.speculative || passages().any(|passage| passage.labels.speculative);
    let of_claim = |key: &Key| {
        passages().any(|passage| {
            passage
                .claim
                .as_ref()
                .is_some_and(|it| it.text == key.as_str())
        })
    };
    if labelled {
        return;
    }
    if let Some(wording) = said(&sentence.text, wordings).filter(|wording| !of_claim(wording.key)) {
        let diagnostic =
            stated(cx, at.article.place(sentence.range.clone()), wording).help(format!(
                "make it a passage, `[…]{{.speculative claim={}}}`",
                wording.key
            ));
        cx.report(diagnostic);
    }
}

fn stated(cx: &Context<'_>, place: Place, wording: &Wording<'_>) -> Diagnostic {
    let message = format!(
        "speculative claim `{}` is stated without its label",
        wording.key
    );
    cx.at(place, message)
        .label("this says, word for word, what the claim says")
        .with(
            wording.claim.place(&wording.pointer),
            "the words of the claim",
        )
        .with(wording.claim.place("/basis"), "which is speculative")
}
