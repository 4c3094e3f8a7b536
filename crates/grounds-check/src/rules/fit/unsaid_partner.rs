//! Words that credit a treatment with what it did on top of another one, and do not name that one.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_evidence::{Concepts, Relation, in_sentence};
use grounds_model::{ClaimKind, ConceptKind, Key, Level, Scope};
use smol_str::SmolStr;

use crate::classify::stem::content;
use crate::classify::token::{Token, tokens};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::words::Wording;
use crate::words::names::Named;

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

/// Words that say that something is one of several in one product.
const COMBINED: &[&str] = &[
    "based",
    "contain",
    "containing",
    "contains",
    "dual",
    "fixed",
    "fixed-dose",
    "mixture",
    "polypill",
    "product",
    "products",
    "regimen",
    "regimens",
    "second",
    "several",
    "triple",
    "two",
    "two-in-one",
];

/// What joins a name with another one.
const JOINS: &[&str] = &["with ", "and ", "/", "+", "-", "–"];

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    // How something comes about may be said of one part of it.
    let of_effects = matches!(claim.kind, ClaimKind::Efficacy | ClaimKind::Harm);
    let Some(scope) = claim.scope.as_ref().filter(|_| of_effects) else {
        return;
    };
    let concepts = cx.appraiser().concepts();
    let sides = sides(concepts, scope);
    if sides.is_empty() {
        return;
    }
    let mut said = false;
    for wording in at.wordings {
        let unsaid = |side: &&Side<'_>| side.is_unsaid(concepts, wording);
        let Some(side) = sides.iter().find(unsaid) else {
            continue;
        };
        // What the record says by itself is told of once.
        if said && !wording.is_own {
            continue;
        }
        said |= wording.is_own;
        let diagnostic = side.describe(cx, at, wording.place);
        cx.report(diagnostic);
    }
}

/// Some of what a claim says is done, and the rest, which goes with it.
struct Side<'a> {
    own: Vec<&'a Key>,
    partners: Vec<&'a Key>,
    /// Whether both sides of the comparison had the rest.
    shared: bool,
    /// The combinations that are made of both.
    whole: Vec<&'a Key>,
    /// With what a combination is compared: who names that tells of no other comparison.
    compared: Vec<&'a Key>,
}

impl Side<'_> {
    fn describe(&self, cx: &Context<'_>, at: ClaimAt<'_>, place: Place) -> Diagnostic {
        let concepts = cx.appraiser().concepts();
        let labels = |keys: &[&Key]| {
            let labels = keys.iter().map(|key| in_sentence(concepts.label(key)));
            labels.collect::<Vec<_>>().join(" and ")
        };
        let (own, partners) = (labels(&self.own), labels(&self.partners));
        let label = format!("with {partners}?");
        if self.shared {
            cx.at(place, format!("the words are about {own}, and the claim about what it adds to {partners}"))
                .label(label)
                .with(at.document.place("/scope/comparator"), "both sides had this")
                .note(format!("what was found with {partners} on both sides says nothing of {own} without it"))
                .help(format!("write “adding {own} to {partners}”, or give the claim the scope and the evidence of {own} by itself"))
        } else {
            cx.at(place, format!("the words are about {own}, and the claim about {own} together with {partners}"))
                .label(label)
                .with(at.document.place("/scope/intervention"), "this was done together")
                .note(format!("what a combination does says nothing of {own} by itself"))
                .help(format!("write “{own} with {partners}”, or give the claim the scope and the evidence of {own} by itself"))
        }
    }

    /// Whether a text names some of it, and neither the rest nor that there is more.
    fn is_unsaid(&self, concepts: &Concepts<'_>, wording: &Wording<'_>) -> bool {
        let (own, partners) = (self.own.as_slice(), self.partners.as_slice());
        let words = tokens(wording.text);
        let told = |token: &Token| token.is_any(ADDED) || !self.shared && token.is_any(COMBINED);
        if words.iter().any(told) {
            return false;
        }
        let (text, found) = (&wording.names.text, &wording.names.found);
        let is_one_of = |it: &Named<'_>, keys: &[&Key]| {
            let mut meant = it.concepts.iter();
            meant.any(|key| {
                keys.iter()
                    .any(|of| concepts.relation(of, key) != Relation::Apart)
            })
        };
        let speaks_of = |keys: &[&Key]| found.iter().any(|it| is_one_of(it, keys));
        // `Perindopril with a diuretic` names the rest in other words.
        let goes_on = |it: &Named<'_>| {
            let after = wording.text.get(text.bytes(&it.tokens).end..);
            let after = after.unwrap_or_default().trim_start();
            is_one_of(it, own) && JOINS.iter().any(|join| after.starts_with(join))
        };
        if !self.shared && found.iter().any(goes_on) {
            return false;
        }
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
                let mut known = own.iter().chain(&self.compared);
                is_done && known.all(|of| concepts.relation(of, key) == Relation::Apart)
            };
            found
                .iter()
                .flat_map(|it| &it.concepts)
                .any(|key| is_third(key))
        };
        speaks_of(own) && !speaks_of(partners) && !speaks_of(&self.whole) && !third() && !alike()
    }
}

/// What of a scope may be named without the rest: what only one side has, or each part of what is a combination.
fn sides<'a>(concepts: &Concepts<'a>, scope: &'a Scope) -> Vec<Side<'a>> {
    let done = concepts.taken_apart(&scope.intervention);
    if done.len() < 2 {
        return Vec::new();
    }
    let compared = concepts.taken_apart(&scope.comparator);
    let is_shared = |key: &&Key| {
        let mut compared = compared.iter();
        compared.any(|other| concepts.relation(other, key) != Relation::Apart)
    };
    let counts = |key: &&Key| !concepts.is_inert(key) && concepts.has(key);
    let (partners, own): (Vec<&Key>, Vec<&Key>) = done.iter().copied().partition(is_shared);
    let partners: Vec<&Key> = partners.into_iter().filter(counts).collect();
    let is_combination = |key: &&Key| !concepts.parts(key).is_empty();
    let whole: Vec<&Key> = scope.intervention.iter().filter(is_combination).collect();
    if !partners.is_empty() && !own.is_empty() {
        return vec![Side {
            own,
            partners,
            shared: true,
            whole,
            compared: Vec::new(),
        }];
    }
    if whole.is_empty() || !partners.is_empty() {
        return Vec::new();
    }
    let parts = done.iter().map(|part| Side {
        own: vec![part],
        partners: done
            .iter()
            .copied()
            .filter(|other| other != part && counts(other))
            .collect(),
        shared: false,
        whole: whole.clone(),
        compared: compared.clone(),
    });
    parts.filter(|side| !side.partners.is_empty()).collect()
}

/// The stems of the words that a concept is named with.
fn parts_of(concepts: &Concepts<'_>, key: &Key) -> Vec<SmolStr> {
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
