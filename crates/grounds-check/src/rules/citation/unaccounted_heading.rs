//! A title, a description or a heading that states an effect which the article does not account for.

use std::ops::Range;

use grounds_diagnostics::Place;
use grounds_load::{Lookup, Setting, sentences};
use grounds_model::Level;

use crate::classify::class::Class;
use crate::classify::locate::words_within;
use crate::classify::quantity::has_digit;
use crate::classify::token::tokens;
use crate::classify::{Reason, SentenceKind, classify, drifts, effect_stated, hedge, worth_of};
use crate::context::Context;
use crate::coverage::{Accounted, Accounting};
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "citation/unaccounted-heading",
    level: Level::Warn,
    summary: "a title, a description or a heading states an effect that nothing in the article accounts for",
    docs: include_str!("unaccounted_heading.md"),
    check: Check::Article(check),
};

/// A line that stands over an article or a part of it.
struct Line<'a> {
    what: &'static str,
    text: &'a str,
    place: Place,
}

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let mut accounting = None;
    for line in lines(at) {
        let Some(found) = stated(cx, &line) else {
            continue;
        };
        // What leaves no doubt is in no study.
        let absolute = cx.lexicon().absolute(&tokens(line.text)).is_some();
        let grounds = accounting.get_or_insert_with(|| grounds(cx, at));
        if !absolute
            && grounds
                .iter()
                .any(|ground| says_the_same(line.text, ground))
        {
            continue;
        }
        let words = line.text.get(found).unwrap_or(line.text);
        // The text of a file is read again for this, and only where something is found.
        let within = |place, words| words_within(place, words, cx.sources()).unwrap_or(place);
        let place = within(within(line.place, line.text), words);
        let what = line.what;
        let diagnostic = cx
            .at(place, format!("the {what} states `{words}`, and no claim or citation of the article says so"))
            .label("on what ground?")
            .note("a heading is read by more people than the text, and shown in lists and by search engines")
            .help("ask, name the subject, or hedge as the evidence does")
            .help("or state it in the article, as a claim of the library or with its citation");
        cx.report(diagnostic);
    }
}

/// The title, the sentences of the description, and the headings that carry neither a citation nor a label.
fn lines(at: ArticleAt<'_>) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    if let Some(front) = &at.article.front {
        found.push(Line {
            what: "title",
            text: front.value.title.as_str(),
            place: front.place("/title"),
        });
        if let Some(description) = &front.value.description {
            let text = description.as_str();
            let place = front.place("/description");
            found.extend(sentences::split(text).into_iter().map(|range| Line {
                what: "description",
                text: &text[range],
                place,
            }));
        }
    }
    let headings = at.article.prose.sentences.iter().filter(|sentence| {
        let labelled = sentence.labels.speculative || sentence.labels.non_claim.is_some();
        sentence.setting == Setting::Heading
            && !labelled
            && sentence.passages.is_empty()
            && sentence.citations.is_empty()
    });
    found.extend(headings.map(|sentence| Line {
        what: "heading",
        text: &sentence.text,
        place: at.article.place(sentence.range.clone()),
    }));
    found
}

/// The words with which a line states an effect without a hedge. A question, a topic (“Coffee and dementia”) and a noun
/// phrase (“Foods that lower cholesterol”) state nothing, but for one that gives an amount.
fn stated(cx: &Context<'_>, line: &Line<'_>) -> Option<Range<usize>> {
    let text = line.text;
    if text.contains('?') {
        return None;
    }
    // Headings are sentences to the rules of wording; titles and descriptions are not.
    let tokens = tokens(text);
    let absolute = (line.what != "heading").then(|| cx.lexicon().absolute(&tokens));
    let absolute = absolute.flatten();
    let relative = has_digit(text).then(|| cx.lexicon().relative(&tokens));
    let relative = relative.flatten();
    let effect = effect_stated(&tokens);
    let appeals = tokens.have(Class::APPEALS);
    let appeal = appeals.then(|| worth_of(&tokens)).flatten();
    let appeal = appeal
        .filter(|worthy| worthy.reason == Reason::Appeal)
        .map(|worthy| worthy.words);
    // Most lines have none of these, and to say what kind of sentence a line is takes longer.
    if absolute.is_none() && relative.is_none() && effect.is_none() && appeal.is_none() {
        return None;
    }
    // With a full stop a topic looks like a sentence: “What causes migraine.”
    let kind = classify(text.trim_end().trim_end_matches('.')).kind;
    if kind == SentenceKind::Question {
        return None;
    }
    if absolute.is_some() || hedge(text).is_some() {
        return absolute;
    }
    let states = kind == SentenceKind::Claim;
    effect
        .filter(|_| states || relative.is_some())
        .or(relative)
        .or(appeal.filter(|_| states))
}

/// What the article says on some ground: its claims, in their approved wordings and in its own, and the sentences that cite.
fn grounds<'a>(cx: &Context<'a>, at: ArticleAt<'a>) -> Vec<&'a str> {
    let prose = &at.article.prose;
    let mut found = Vec::new();
    for passage in &prose.passages {
        let Some(claim) = &passage.claim else {
            continue;
        };
        found.push(passage.text.as_str());
        if let Lookup::Found(claim) = cx.set().claims.look_up(&claim.text) {
            let claim = &claim.value;
            found.push(claim.statement.as_str());
            found.extend(claim.variations.iter().map(grounds_model::Text::as_str));
        }
    }
    let cited = prose
        .sentences
        .iter()
        .zip(at.accounting)
        .filter(|(_, accounting)| **accounting == Accounting::Accounted(Accounted::Citation));
    found.extend(cited.map(|(sentence, _)| sentence.text.as_str()));
    found
}

/// Whether a ground states an effect as well, and the line says no more than it.
fn says_the_same(line: &str, ground: &str) -> bool {
    let states = |text| effect_stated(&tokens(text)).is_some();
    let as_sure = !states(line) || states(ground);
    as_sure && !drifts(line, ground)
}
