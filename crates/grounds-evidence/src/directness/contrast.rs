//! Intervention and comparator: which contrast between arms the study made, and which one the
//! claim is about.
//!
//! What two arms share cannot explain a difference between them. Needling with minoxidil against
//! minoxidil isolates needling *as an add-on* to minoxidil: it says nothing of needling alone, nor
//! of the pair against nothing.

use grounds_model::{Arm, Claim, ClaimKind, Design, Directness, Finding, Key, Study};

use super::Computed;
use crate::concepts::{Concepts, Relation};

/// What a study compared, as far as its record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compared<'a> {
    /// The arm that is nearest to what the claim says is done.
    pub arm: Option<&'a Key>,
    /// The arm that it was compared with.
    pub against: Option<&'a Key>,
    /// Whether the arm combines what the claim says is done with something else.
    pub combined: bool,
    /// Whether there was no group to compare with, and the claim needs one.
    pub uncontrolled: bool,
}

/// How near intervention and comparator are.
#[derive(Debug, Clone)]
pub(super) struct Contrasted<'a> {
    pub(super) intervention: Computed,
    pub(super) comparator: Computed,
    pub(super) compared: Compared<'a>,
}

/// Two arms, or one without another.
#[derive(Debug, Clone, Copy)]
struct Pair<'a> {
    arm: (&'a Key, &'a Arm),
    against: Option<(&'a Key, &'a Arm)>,
}

pub(super) fn compare<'a>(
    concepts: &Concepts<'_>,
    claim: &Claim,
    study: &'a Study,
    finding: Option<&'a Finding>,
) -> Contrasted<'a> {
    let scope = claim.scope.as_ref();
    let done = scope.map_or(&[][..], |scope| &scope.intervention);
    let with = scope.map_or(&[][..], |scope| &scope.comparator);
    if done.is_empty() {
        return both(Computed::direct(), Computed::direct());
    }
    if !done.iter().chain(with).all(|key| concepts.has(key)) {
        let because = "the vocabulary does not have all that the scope names";
        return both(Computed::unknown(because), Computed::unknown(because));
    }
    let (pairs, named) = pairs(study, finding);
    if pairs.is_empty() {
        let because = "the study's arms are not recorded";
        return both(Computed::unknown(because), Computed::unknown(because));
    }
    let claimed = Claimed {
        done,
        with,
        kind: claim.kind,
    };
    let judged = pairs
        .into_iter()
        .map(|pair| claimed.judge(concepts, pair))
        .min_by_key(Contrasted::distance)
        .expect("there is at least one pair");
    // A review that says something of the literature in words names no arms: that none of the arms
    // of its record is the claim's is then no finding against it.
    if judged.intervention.0 == Directness::Different && !named && is_review(study.design) {
        let because = "the finding names no arms";
        return both(Computed::unknown(because), Computed::unknown(because));
    }
    judged
}

fn both<'a>(intervention: Computed, comparator: Computed) -> Contrasted<'a> {
    Contrasted {
        intervention,
        comparator,
        compared: Compared::default(),
    }
}

fn is_review(design: Design) -> bool {
    matches!(
        design,
        Design::Guideline
            | Design::SystematicReview
            | Design::MetaAnalysis
            | Design::NarrativeReview
            | Design::Opinion
    )
}

/// The pairs of arms that a finding can be about, and whether the finding names its arms.
fn pairs<'a>(study: &'a Study, finding: Option<&'a Finding>) -> (Vec<Pair<'a>>, bool) {
    let arm = |key: &Key| study.arms.get_key_value(key);
    let dangling = finding.is_some_and(|finding| {
        let contrast = finding.contrast.iter();
        let contrasted = contrast.flat_map(|contrast| [&contrast.arm, &contrast.against]);
        let mut arms = contrasted.chain(finding.values.keys());
        arms.any(|key| !study.arms.contains_key(key))
    });
    if dangling {
        return (Vec::new(), false);
    }
    let contrast = finding.and_then(|finding| finding.contrast.as_ref());
    if let Some((arm, against)) =
        contrast.and_then(|contrast| Some((arm(&contrast.arm)?, arm(&contrast.against)?)))
    {
        let against = Some(against);
        return (vec![Pair { arm, against }], true);
    }
    let of_finding: Vec<(&Key, &Arm)> = study
        .arms
        .iter()
        .filter(|(key, _)| {
            finding.is_some_and(|finding| {
                finding.values.contains_key(*key)
                    || finding.n.contains_key(*key)
                    || finding.events.contains_key(*key)
            })
        })
        .collect();
    let named = !of_finding.is_empty();
    let arms = if named {
        of_finding
    } else {
        study.arms.iter().collect()
    };
    let alone = arms.len() == 1;
    let mut pairs = Vec::new();
    for &arm in &arms {
        if alone {
            pairs.push(Pair { arm, against: None });
        }
        for &against in arms.iter().filter(|against| against.0 != arm.0) {
            let against = Some(against);
            pairs.push(Pair { arm, against });
        }
    }
    (pairs, named)
}

/// What a claim says is done, and with what it is compared.
struct Claimed<'c> {
    done: &'c [Key],
    with: &'c [Key],
    kind: ClaimKind,
}

impl Claimed<'_> {
    fn judge<'a>(&self, concepts: &Concepts<'_>, pair: Pair<'a>) -> Contrasted<'a> {
        let (key, arm) = pair.arm;
        let relation = concepts.relation_of_sets(self.done, &arm.interventions);
        let combined = relation == Relation::Apart
            && concepts.without(self.done, &arm.interventions).is_empty();
        let mut compared = Compared {
            arm: Some(key),
            against: pair.against.map(|(key, _)| key),
            combined,
            uncontrolled: false,
        };
        let intervention = self.intervention(concepts, pair, relation, combined);
        let comparator = self.comparator(concepts, pair, &mut compared);
        Contrasted {
            intervention,
            comparator,
            compared,
        }
    }

    fn intervention(
        &self,
        concepts: &Concepts<'_>,
        pair: Pair<'_>,
        relation: Relation,
        combined: bool,
    ) -> Computed {
        let had = concepts.labels(&pair.arm.1.interventions);
        let claimed = concepts.labels(self.done);
        if relation == Relation::Equal {
            return Computed::direct();
        }
        if !combined {
            let because = format!("{had} was studied; the claim is about {claimed}");
            return Computed(Directness::from(relation), because);
        }
        let because = match pair.against {
            Some((_, against)) => {
                let other = concepts.labels(&against.interventions);
                let shared = concepts.without(&pair.arm.1.interventions, &against.interventions);
                let isolated: Vec<Key> = shared.into_iter().cloned().collect();
                if isolated.len() < pair.arm.1.interventions.len() && !isolated.is_empty() {
                    let isolated = concepts.labels(&isolated);
                    format!(
                        "{had} against {other} isolates {isolated} as an add-on to {other}; it says \
                         nothing of {claimed} alone"
                    )
                } else {
                    format!("{had} was studied together; it says nothing of {claimed} alone")
                }
            }
            None => format!("{had} was studied together; it says nothing of {claimed} alone"),
        };
        Computed(Directness::Different, because)
    }

    fn comparator(
        &self,
        concepts: &Concepts<'_>,
        pair: Pair<'_>,
        compared: &mut Compared<'_>,
    ) -> Computed {
        let claimed = concepts.labels(self.with);
        match pair.against {
            Some((_, against)) if !self.with.is_empty() => {
                let relation = concepts.relation_of_sets(self.with, &against.interventions);
                let had = concepts.labels(&against.interventions);
                let because = format!("compared with {had}; the claim compares with {claimed}");
                match relation {
                    Relation::Equal => Computed::direct(),
                    other => Computed(Directness::from(other), because),
                }
            }
            Some((_, against)) if self.kind == ClaimKind::Efficacy => {
                let rest = concepts.without(&pair.arm.1.interventions, &against.interventions);
                let isolates_all = rest.len() == pair.arm.1.interventions.len();
                let had = concepts.labels(&against.interventions);
                if isolates_all || rest.is_empty() {
                    Computed::direct()
                } else {
                    let isolated: Vec<Key> = rest.into_iter().cloned().collect();
                    let because = format!(
                        "both arms had {had}, so the comparison isolates {} as an add-on; it says \
                         nothing of {} against doing nothing",
                        concepts.labels(&isolated),
                        concepts.labels(self.done)
                    );
                    Computed(Directness::Different, because)
                }
            }
            None if !self.with.is_empty() || self.kind == ClaimKind::Efficacy => {
                compared.uncontrolled = true;
                let because = "there was no group to compare with".to_owned();
                Computed(Directness::Different, because)
            }
            _ => Computed::direct(),
        }
    }
}

impl Contrasted<'_> {
    /// How far the contrast is from the claim's: the nearest pair of arms is the one that counts.
    fn distance(&self) -> (u8, u8, bool) {
        let far = |directness: Directness| match directness {
            Directness::Direct => 0,
            Directness::Narrower => 1,
            Directness::Broader => 2,
            Directness::Unknown => 3,
            Directness::Different => 4,
        };
        let (intervention, comparator) = (far(self.intervention.0), far(self.comparator.0));
        // Of arms that are not the claim's, the one that has it in a combination tells more.
        (intervention, comparator, !self.compared.combined)
    }
}
