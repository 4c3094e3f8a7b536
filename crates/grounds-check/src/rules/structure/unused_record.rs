//! A claim, study or concept that nothing uses.

use std::collections::BTreeSet;

use grounds_load::{ContentSet, Document};
use grounds_model::{Claim, Key, Level, Study};

use crate::context::Context;
use crate::references::others_named;
use crate::rule::{Asked, Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "structure/unused-record",
    level: Level::Warn,
    summary: "a claim, study or concept is in the set but nothing uses it",
    docs: include_str!("unused_record.md"),
    check: Check::Set {
        check,
        reads: Reads {
            articles: Asked::Uses,
            same_claim,
            same_study,
        },
    },
};

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    let articles = cx.articles();
    if set.unparsed || articles.unparsed || articles.len() == 0 {
        // What could not be parsed may use anything; without an article nothing can be used.
        return cx.indeterminate();
    }
    check_claims(cx, set);
    check_studies(cx, set);
    check_concepts(cx, set);
}

fn check_claims(cx: &mut Context<'_>, set: &ContentSet) {
    for (key, claim) in set.claims.iter() {
        let stated = cx.articles().stating(claim.file()).next().is_some();
        if stated || mentioned(cx, key) {
            continue;
        }
        let message = format!("no passage states claim `{key}`");
        let diagnostic = cx
            .at(claim.place("/statement"), message)
            .label("readers never meet this")
            .help(format!(
                "state it in an article, `[…]{{claim={key}}}`, or delete the record"
            ));
        cx.report(diagnostic);
    }
}

fn check_studies(cx: &mut Context<'_>, set: &ContentSet) {
    let related = related_studies(set);
    for (key, study) in set.studies.iter() {
        let cited = cx.articles().citing(study.file()).next().is_some();
        let named = set.uses.evidence.contains_key(key) || related.contains(key);
        if cited || named || mentioned(cx, key) {
            continue;
        }
        let diagnostic = cx
            .at(
                study.place("/report/title"),
                format!("nothing cites study `{key}`"),
            )
            .label("no article and no claim names this study")
            .help(format!(
                "cite it, `[@{key}]`, name it in a claim's evidence, or delete the record"
            ));
        cx.report(diagnostic);
    }
}

/// The studies that other studies name: as their whole, as included, as their successor.
fn related_studies(set: &ContentSet) -> BTreeSet<&Key> {
    let mut related = BTreeSet::new();
    for (key, document) in set.studies.iter() {
        let study = &document.value;
        let successors = study.standing.iter().filter_map(|event| event.by.as_ref());
        let named = study
            .part_of
            .as_deref()
            .into_iter()
            .chain(&study.includes)
            .chain(successors);
        related.extend(named.filter(|named| *named != key));
    }
    related
}

/// Whether a claim uses the same.
fn same_claim(former: &Document<Claim>, now: &Document<Claim>) -> bool {
    former.value.scope == now.value.scope && former.value.evidence == now.value.evidence
}

/// Whether a study uses the same.
fn same_study(former: &Document<Study>, now: &Document<Study>) -> bool {
    let others = |study| others_named(study).collect::<Vec<_>>();
    let concepts = |study: &Study| {
        let outcomes = study
            .findings
            .values()
            .flat_map(|finding| finding.among.iter().chain([&finding.outcome]).cloned());
        let people = study.population.iter();
        let people = people.flat_map(|people| people.concepts.clone());
        let done = study
            .arms
            .values()
            .flat_map(|arm| arm.interventions.clone());
        outcomes
            .chain(people)
            .chain(done)
            .collect::<BTreeSet<Key>>()
    };
    others(&former.value) == others(&now.value) && concepts(&former.value) == concepts(&now.value)
}

fn check_concepts(cx: &mut Context<'_>, set: &ContentSet) {
    let used = used_concepts(cx);
    let concepts = set.vocabulary.value.concepts.keys();
    let unused: Vec<&Key> = concepts.filter(|key| !used.contains(key)).collect();
    if unused.is_empty() {
        return;
    }
    // A vocabulary may have thousands that nobody uses: their places are read at once.
    let places = set.vocabulary.key_places("/concepts");
    for key in unused {
        let Some(place) = places.get(key.as_str()).copied() else {
            continue;
        };
        let diagnostic = cx
            .at(place, format!("nothing uses concept `{key}`"))
            .label("no claim, no study and no used concept names this")
            .help("use it, or delete it");
        cx.report(diagnostic);
    }
}

/// The concepts that claims and studies name, all that are broader than these, and their parts.
fn used_concepts<'a>(cx: &Context<'a>) -> BTreeSet<&'a Key> {
    let set = cx.set();
    let concepts = &set.vocabulary.value.concepts;
    let mentioned = concepts.keys().filter(|key| mentioned(cx, key));
    let mut open: Vec<&Key> = set.uses.concepts.iter().chain(mentioned).collect();
    let mut used = BTreeSet::new();
    while let Some(key) = open.pop() {
        if used.insert(key)
            && let Some(concept) = concepts.get(key)
        {
            open.extend(concept.broader.iter().chain(&concept.parts));
        }
    }
    used
}

/// Whether a record that could not be read has this key in it somewhere.
fn mentioned(cx: &Context<'_>, key: &Key) -> bool {
    cx.set().mentioned_in_broken.contains(key.as_str()) || cx.articles().mention(key)
}
