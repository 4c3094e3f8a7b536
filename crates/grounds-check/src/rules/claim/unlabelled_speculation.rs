//! A speculative claim that reaches readers without its label.
//!
//! The label must be there wherever the claim is, so three ways to the reader are looked at: a
//! passage that states it, a sentence that says its words without being a passage, and the title
//! and description of the article.

use grounds_diagnostics::{Diagnostic, Edit, Fix, Place};
use grounds_load::{Lookup, Passage};
use grounds_model::{Basis, Key, Level};

use crate::classify::token::tokens;
use crate::context::Context;
use crate::indices::{Speculations, Wording};
use crate::rule::{Check, Rule};
use crate::subject::{ArticleAt, PassageAt, SentenceAt};

pub(crate) static RULE: Rule = Rule {
    id: "claim/unlabelled-speculation",
    level: Level::Error,
    summary: "a speculative claim reaches readers without the label `.speculative`",
    docs: include_str!("unlabelled_speculation.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let prose = &at.article.prose;
    for (index, passage) in prose.passages.iter().enumerate() {
        check_passage(
            cx,
            PassageAt {
                of: &at,
                index,
                passage,
            },
        );
    }
    let wordings = cx.speculations();
    if wordings.is_empty() {
        return;
    }
    for (index, sentence) in prose.sentences.iter().enumerate() {
        let at = SentenceAt {
            of: &at,
            index,
            sentence,
        };
        check_sentence(cx, at, wordings);
    }
    if let Some(front) = &at.article.front {
        let title = ("/title", Some(&front.value.title));
        let description = ("/description", front.value.description.as_ref());
        for (pointer, text) in [title, description] {
            let Some(wording) = text.and_then(|text| wordings.said(&tokens(text.as_str()))) else {
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

/// A sentence that is a passage, or holds one, has been looked at.
fn check_sentence(cx: &mut Context<'_>, at: SentenceAt<'_>, wordings: &Speculations) {
    let passages = || {
        let passages = at.sentence.passages.iter();
        passages.map(|&i| &at.of.article.prose.passages[i])
    };
    let labelled =
        at.sentence.labels.speculative || passages().any(|passage| passage.labels.speculative);
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
    if let Some(wording) = wordings
        .said(at.tokens())
        .filter(|wording| !of_claim(&wording.key))
    {
        let diagnostic = stated(cx, at.place(), wording).help(format!(
            "make it a passage, `[…]{{.speculative claim={}}}`",
            wording.key
        ));
        cx.report(diagnostic);
    }
}

fn stated(cx: &Context<'_>, place: Place, wording: &Wording) -> Diagnostic {
    let message = format!(
        "speculative claim `{}` is stated without its label",
        wording.key
    );
    let diagnostic = cx
        .at(place, message)
        .label("this says, word for word, what the claim says");
    match cx.set().claims.get(wording.key.as_str()) {
        Some(claim) => diagnostic
            .with(claim.place(&wording.pointer), "the words of the claim")
            .with(claim.place("/basis"), "which is speculative"),
        None => diagnostic,
    }
}
