//! Words that count fewer studies than are cited for them.

use std::collections::BTreeSet;

use grounds_diagnostics::Place;
use grounds_evidence::independence::{self, Independence};
use grounds_model::{Basis, Design, Key, Level, Relation};

use super::overcounted::wordings;
use crate::classify::locate::words_within;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::study_counts::{StudyCount, only_count};
use crate::subject::{ArticleAt, ClaimAt};

pub(crate) static RULE: Rule = Rule {
    id: "independence/undercounted",
    level: Level::Warn,
    summary: "the words count fewer studies than are cited for them",
    docs: include_str!("undercounted.md"),
    check: Check::Said {
        article: check_article,
        claim: check_claim,
    },
};

fn check_claim(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    if claim.basis != Basis::Evidence || claim.evidence.len() < 2 {
        return;
    }
    for (pointer, text) in wordings(claim) {
        let Some(count) = only_count(text) else {
            continue;
        };
        // A wording may tell of one of several: "in one trial it rose".
        let one_of_several = count.number == 1 && !text[count.words.clone()].contains("single");
        if one_of_several {
            continue;
        }
        let lines = claim.evidence.iter();
        let supports = lines.filter(|line| line.relation == Relation::Supports);
        let papers: BTreeSet<&Key> = supports.map(|line| &line.study).collect();
        report(cx, at.document.place(&pointer), text, &count, &papers);
    }
}

fn check_article(cx: &mut Context<'_>, of: ArticleAt<'_>) {
    for sentence in &of.article.prose.sentences {
        if sentence.citations.len() < 2
            || sentence.quoted
            || sentence.text.trim_end().ends_with('?')
        {
            continue;
        }
        let Some(count) = only_count(&sentence.text) else {
            continue;
        };
        if let Some(papers) = cited_together(cx, of, &sentence.citations) {
            let place = of.article.place(sentence.range.clone());
            report(cx, place, &sentence.text, &count, &papers);
        }
    }
}

/// What a sentence cites, where it cites all of it in one place and as it is: what stands elsewhere in it, or after
/// `see`, may be cited for other words.
fn cited_together<'a>(
    cx: &Context<'a>,
    of: ArticleAt<'_>,
    citations: &[usize],
) -> Option<BTreeSet<&'a Key>> {
    let cited: Vec<_> = citations
        .iter()
        .filter_map(|&i| of.article.prose.citations.get(i))
        .collect();
    let together = cited.windows(2).all(|pair| {
        let between = pair[0].range.end..pair[1].range.start;
        between.start <= between.end && {
            let between = cx.sources().text(of.article.place(between));
            between
                .chars()
                .all(|c| c.is_whitespace() || ";[]".contains(c))
        }
    });
    let plain = cited.iter().all(|cited| cited.prefix.trim().is_empty());
    if !together || !plain {
        return None;
    }
    let sound = &cx.set().studies.sound;
    let keys = cited
        .iter()
        .map(|cited| Some(sound.get_key_value(cited.key.as_str())?.0));
    keys.collect()
}

/// The studies of the kind that some words count among papers. None where one of them restates others, or is not there.
fn of_kind<'a>(cx: &Context<'a>, words: &str, papers: &BTreeSet<&Key>) -> Option<Independence<'a>> {
    let set = cx.set();
    let mut counted = Vec::new();
    for paper in papers {
        let (key, study) = set.studies.sound.get_key_value(paper.as_str())?;
        let design = study.value.design;
        if independence::restates_others(design) {
            return None;
        }
        let noun = words.rsplit(' ').next().unwrap_or(words).to_lowercase();
        let is_one = match noun.trim_end_matches('s') {
            "trial" | "rct" => matches!(design, Design::Rct | Design::ControlledTrial),
            "cohort" => design == Design::Cohort,
            _ => true,
        };
        if is_one {
            counted.push(key);
        }
    }
    Some(independence::of_papers(set, counted))
}

fn report(
    cx: &mut Context<'_>,
    whole: Place,
    text: &str,
    count: &StudyCount,
    papers: &BTreeSet<&Key>,
) {
    let words = &text[count.words.clone()];
    let Some(found) = of_kind(cx, words, papers) else {
        return;
    };
    if found.studies.len() <= count.number {
        return;
    }
    let counted = found.counted(cx.set());
    let message = format!("“{words}” is said, and what is cited for it comes to {counted}");
    let place = words_within(whole, words, cx.sources()).unwrap_or(whole);
    let diagnostic = cx
        .at(place, message)
        .label("counted here")
        .help("say how many they are, or cite the one that is meant; papers of one study say so in their records");
    cx.report(diagnostic);
}
