//! An article that states a claim and does not cite the studies that dispute it.

use std::collections::BTreeSet;

use grounds_evidence::withdrawn;
use grounds_load::{Article, ContentSet, Lookup};
use grounds_model::{EvidenceLine, Key, Level, Relation};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::{ArticleAt, PassageAt};

pub(crate) static RULE: Rule = Rule {
    id: "claim/hidden-dispute",
    level: Level::Error,
    summary: "an article states a claim but does not cite the studies that dispute it",
    docs: include_str!("hidden_dispute.md"),
    check: Check::Article(check),
};

/// Reported at the first passage of the article that states the claim.
fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let mut seen = BTreeSet::new();
    let cited = studies_cited(cx.set(), at.article);
    for (index, passage) in at.article.prose.passages.iter().enumerate() {
        let claim = passage.claim.as_ref().map(|written| written.text.as_str());
        if claim.is_some_and(|claim| seen.insert(claim)) {
            check_passage(
                cx,
                PassageAt {
                    of: &at,
                    index,
                    passage,
                },
                &cited,
            );
        }
    }
}

fn check_passage(cx: &mut Context<'_>, at: PassageAt<'_>, cited: &BTreeSet<&str>) {
    let Some(written) = &at.passage.claim else {
        return;
    };
    let claim = match cx.set().claims.look_up(&written.text) {
        Lookup::Found(claim) => claim,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    let lines: Vec<(usize, &EvidenceLine)> = claim
        .value
        .evidence
        .iter()
        .enumerate()
        .filter(|(_, line)| line.relation == Relation::Disputes && stands(cx.set(), &line.study))
        .collect();
    let hidden: Vec<_> = lines
        .iter()
        .filter(|(_, line)| !cited.contains(family(cx.set(), line.study.as_str())))
        .collect();
    if hidden.is_empty() {
        return;
    }
    let names: Vec<String> = hidden
        .iter()
        .map(|(_, line)| format!("`{}`", line.study))
        .collect();
    let disputes = if hidden.len() == 1 {
        "disputes"
    } else {
        "dispute"
    };
    let message = format!(
        "this article states claim `{}` and does not cite {}, which {disputes} it",
        written.text,
        names.join(" and "),
    );
    let diagnostic = cx
        .at(at.place(), message)
        .label("readers are not told that this is disputed");
    let diagnostic = hidden.iter().fold(diagnostic, |diagnostic, (index, _)| {
        let place = claim.place(&format!("/evidence/{index}/study"));
        diagnostic.with(place, "this study found otherwise")
    });
    let keys: Vec<String> = hidden
        .iter()
        .map(|(_, line)| format!("@{}", line.study))
        .collect();
    let diagnostic = diagnostic.help(format!(
        "say in the article what was found against it, and cite `[{}]`",
        keys.join("; ")
    ));
    cx.report(diagnostic);
}

/// A study that is not there or was retracted disputes nothing.
fn stands(set: &ContentSet, study: &Key) -> bool {
    match set.studies.look_up(study.as_str()) {
        Lookup::Found(_) => withdrawn(set, study).is_none(),
        Lookup::Broken(_) => true,
        Lookup::Absent => false,
    }
}

fn studies_cited<'a>(set: &'a ContentSet, article: &'a Article) -> BTreeSet<&'a str> {
    let citations = article.prose.citations.iter();
    citations.map(|cited| family(set, &cited.key)).collect()
}

/// The study of which this is a report: to cite any report of a study is to cite the study.
fn family<'a>(set: &'a ContentSet, key: &'a str) -> &'a str {
    let study = set.studies.get(key);
    study
        .and_then(|study| study.value.part_of.as_deref())
        .map_or(key, Key::as_str)
}
