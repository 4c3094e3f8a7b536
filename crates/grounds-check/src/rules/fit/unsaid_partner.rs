//! Words that credit a treatment with what it did on top of another one, and do not name that one.

use grounds_evidence::{Concepts, Relation, in_sentence};
use grounds_model::{ClaimKind, ConceptKind, Key, Level, Scope};

use crate::classify::stem::content;
use crate::classify::token::tokens;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::words::names::{ConceptNames, Named, Stemmed};
use crate::words::wordings;

pub(crate) static RULE: Rule = Rule {
    id: "fit/unsaid-partner",
    level: Level::Warn,
    summary: "the words credit a treatment that the claim adds to another one, and do not name the other",
    docs: include_str!("unsaid_partner.md"),
    check: Check::Claim(check),
};

/// Words that say that something was done as well.
const ADDED: &[&str] = &[
    "add",
    "added",
    "adding",
    "addition",
    "adjunct",
    "adjunctive",
    "adjuvant",
    "alongside",
    "also",
    "augmentation",
    "augmented",
    "background",
    "both",
    "boost",
    "boosted",
    "combination",
    "combinations",
    "combine",
    "combined",
    "combining",
    "extra",
    "plus",
    "supplement",
    "supplemented",
    "together",
];

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    // How something comes about may be said of one part of it.
    let of_effects = matches!(claim.kind, ClaimKind::Efficacy | ClaimKind::Harm);
    let combines = |scope: &&Scope| scope.intervention.len() > 1;
    let Some(scope) = claim.scope.as_ref().filter(combines).filter(|_| of_effects) else {
        return;
    };
    let concepts = cx.appraiser().concepts();
    let (partners, own) = sides(concepts, scope);
    if partners.is_empty() || own.is_empty() {
        return;
    }
    let mut said = false;
    for wording in wordings(cx, at) {
        // What the record says by itself is told of once.
        let unsaid = is_unsaid(concepts, cx.concept_names(), &partners, &own, &wording.text);
        if !unsaid || (said && !wording.is_own) {
            continue;
        }
        said |= wording.is_own;
        let labels = |keys: &[&Key]| {
            let labels = keys.iter().map(|key| in_sentence(concepts.label(key)));
            labels.collect::<Vec<_>>().join(" and ")
        };
        let (own, partners) = (labels(&own), labels(&partners));
        let diagnostic = cx
            .at(wording.place, format!("the words are about {own}, and the claim about what it adds to {partners}"))
            .label(format!("with {partners}?"))
            .with(at.document.place("/scope/comparator"), "both sides had this")
            .note(format!("what was found with {partners} on both sides says nothing of {own} without it"))
            .help(format!("write “adding {own} to {partners}”, or give the claim the scope and the evidence of {own} by itself"));
        cx.report(diagnostic);
    }
}

/// What both sides of a scope have and does something, and what only one side has.
fn sides<'a>(concepts: &Concepts<'_>, scope: &'a Scope) -> (Vec<&'a Key>, Vec<&'a Key>) {
    let shared = |key: &&Key| {
        let mut compared = scope.comparator.iter();
        compared.any(|other| concepts.relation(other, key) != Relation::Apart)
    };
    let (partners, own): (Vec<&Key>, Vec<&Key>) = scope.intervention.iter().partition(shared);
    let partners = partners
        .into_iter()
        .filter(|key| !concepts.is_inert(key) && concepts.has(key));
    (partners.collect(), own)
}

/// Whether a text names what one side has, and neither what both have nor that something is added.
fn is_unsaid(
    concepts: &Concepts<'_>,
    names: &ConceptNames,
    partners: &[&Key],
    own: &[&Key],
    text: &str,
) -> bool {
    if tokens(text).iter().any(|token| token.is_any(ADDED)) {
        return false;
    }
    let text = Stemmed::of(text);
    let found = names.named(&text);
    let speaks_of = |keys: &[&Key]| {
        let is_one = |it: &Named<'_>| {
            let mut meant = it.concepts.iter();
            meant.any(|key| {
                keys.iter()
                    .any(|of| concepts.relation(of, key) != Relation::Apart)
            })
        };
        found.iter().any(is_one)
    };
    // `Products` are named by `a product put on the skin`.
    let alike = || {
        let mut parts = partners.iter().flat_map(|key| parts_of(concepts, key));
        parts.any(|part| text.stems.contains(&part))
    };
    // Who names a third treatment tells of another comparison, which other rules look at.
    let third = || {
        let is_third = |key: &Key| {
            let is_done = concepts
                .get(key)
                .is_some_and(|of| of.kind == ConceptKind::Intervention);
            is_done
                && own
                    .iter()
                    .all(|of| concepts.relation(of, key) == Relation::Apart)
        };
        found
            .iter()
            .flat_map(|it| &it.concepts)
            .any(|key| is_third(key))
    };
    speaks_of(own) && !speaks_of(partners) && !third() && !alike()
}

/// The stems of the words that a concept is named with.
fn parts_of(concepts: &Concepts<'_>, key: &Key) -> Vec<String> {
    let concept = concepts.get(key);
    let names = concept
        .into_iter()
        .flat_map(|of| std::iter::once(&of.label).chain(&of.synonyms));
    let words = names.flat_map(|name| {
        tokens(name.as_str())
            .iter()
            .filter_map(content)
            .collect::<Vec<_>>()
    });
    words.filter(|stem| stem.len() >= 5).collect()
}
