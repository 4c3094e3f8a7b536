//! Intervention and comparator: which contrast between arms the study made, and which one the
//! claim is about.
//!
//! What two arms share cannot explain a difference between them. Needling with minoxidil against
//! minoxidil isolates needling *as an add-on* to minoxidil: it says nothing of needling alone, nor
//! of the pair against nothing. A claim that names no comparator is one against nothing, a placebo or
//! usual care, and stands only on arms that differ in exactly what it names.

use std::borrow::Cow;

use grounds_model::{Arm, Claim, ClaimKind, Directness, Finding, Key, Study};

use super::arms::{Pair, Pairs};
use super::{Computed, accuracy};
use crate::concepts::{Concepts, Relation};
use crate::independence::restates_others;

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

pub(super) fn compare<'a>(
    concepts: &Concepts<'_>,
    claim: &Claim,
    study: &'a Study,
    finding: Option<&'a Finding>,
) -> Contrasted<'a> {
    let scope = claim.scope.as_ref();
    let done = scope.map_or(&[][..], |scope| &scope.intervention);
    let with = scope.map_or(&[][..], |scope| &scope.comparator);
    if done.is_empty() && claim.kind == ClaimKind::Efficacy {
        let because = "the claim's scope names no intervention";
        return both(Computed::unknown(because), Computed::unknown(because));
    }
    if done.is_empty() {
        return both(Computed::direct(), Computed::direct());
    }
    if !done.iter().chain(with).all(|key| concepts.has(key)) {
        let because = "the vocabulary does not have all that the scope names";
        return both(Computed::unknown(because), Computed::unknown(because));
    }
    let mut pairs = Pairs::of(study, finding);
    if pairs.all.is_empty() {
        let because = "the study's arms are not recorded";
        return both(Computed::unknown(because), Computed::unknown(because));
    }
    // How often something happened in those who had it can be told without a comparison, unless that is what the
    // claim or the finding is about.
    if with.is_empty() && claim.kind != ClaimKind::Efficacy && !pairs.declared {
        pairs.add_single_arms();
    }
    let claimed = Claimed {
        concepts,
        done,
        with,
        kind: claim.kind,
    };
    let named = pairs.named;
    let judged = if claim.kind == ClaimKind::Diagnosis {
        accuracy::compare(concepts, (done, with), study, finding)
    } else {
        let judged = pairs.all.into_iter().map(|pair| claimed.judge(pair));
        let nearest = judged.min_by_key(Judged::distance);
        nearest.map(|nearest| claimed.told(&nearest))
    };
    let judged = judged.expect("there is at least one arm");
    // A review that says something of the literature in words names no arms: that none of the arms
    // of its record is the claim's is then no finding against it.
    let different = |computed: &Computed| computed.0 == Directness::Different;
    let other = different(&judged.intervention) || different(&judged.comparator);
    if other && !named && restates_others(study.design) {
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

/// What a claim says is done, and with what it is compared.
struct Claimed<'c> {
    concepts: &'c Concepts<'c>,
    done: &'c [Key],
    with: &'c [Key],
    kind: ClaimKind,
}

/// What two arms had, without what is inert.
struct Had<'a> {
    arm: Cow<'a, [Key]>,
    against: Cow<'a, [Key]>,
    /// What the first had and the second had not.
    isolated: Vec<Key>,
}

/// How near a pair of arms is, before it is said why.
struct Judged<'a> {
    pair: Pair<'a>,
    had: Had<'a>,
    /// How what the first arm had relates to what the claim says is done.
    relation: Relation,
    combined: bool,
    /// Whether what differs between the arms is what the claim says is done, and nothing else.
    isolated: bool,
    intervention: Directness,
    comparator: Directness,
}

impl Claimed<'_> {
    fn judge<'a>(&self, pair: Pair<'a>) -> Judged<'a> {
        let arm = self.active(&pair.arm.1.interventions);
        let against = pair.against.map_or(&[][..], |(_, arm)| &arm.interventions);
        let against = self.active(against);
        let rest = self.concepts.without(&arm, &against);
        let had = Had {
            isolated: rest.into_iter().cloned().collect(),
            arm,
            against,
        };
        let relation = self.concepts.relation_of_sets(self.done, &had.arm);
        let combined = relation == Relation::Apart && self.lacks(&had.arm).is_empty();
        let alone = self.concepts.relation_of_sets(self.done, &had.isolated);
        let isolated =
            alone != Relation::Apart && self.concepts.without(&had.against, &had.arm).is_empty();
        let comparator = match pair.against {
            Some((_, arm)) => self.comparator(&had, arm, isolated),
            None if self.needs_group() => Directness::Different,
            None => Directness::Direct,
        };
        Judged {
            pair,
            had,
            relation,
            combined,
            isolated,
            intervention: Directness::from(relation),
            comparator,
        }
    }

    /// Whether the claim stands only on a comparison.
    fn needs_group(&self) -> bool {
        !self.with.is_empty() || self.kind == ClaimKind::Efficacy
    }

    /// How near a pair of arms is, and why.
    fn told<'a>(&self, judged: &Judged<'a>) -> Contrasted<'a> {
        let said = |directness: Directness, because: &dyn Fn() -> String| match directness {
            Directness::Direct => Computed::direct(),
            directness => Computed(directness, because()),
        };
        let against = judged.pair.against;
        Contrasted {
            intervention: said(judged.intervention, &|| self.why_intervention(judged)),
            comparator: said(judged.comparator, &|| match against {
                Some((_, other)) => self.why_comparator(judged, other),
                None => "there was no group to compare with".to_owned(),
            }),
            compared: Compared {
                arm: Some(judged.pair.arm.0),
                against: against.map(|(key, _)| key),
                combined: judged.combined,
                uncontrolled: against.is_none() && self.needs_group(),
            },
        }
    }

    /// What of an arm does something. What the claim is about counts, be it a placebo.
    fn active<'k>(&self, keys: &'k [Key]) -> Cow<'k, [Key]> {
        let is_claimed = |key: &Key| {
            let mut relations = self
                .done
                .iter()
                .map(|done| self.concepts.relation(done, key));
            relations.any(|relation| relation != Relation::Apart)
        };
        let counts = |key: &&Key| !self.concepts.is_inert(key) || is_claimed(key);
        if keys.iter().all(|key| counts(&key)) {
            Cow::Borrowed(keys)
        } else {
            keys.iter().filter(counts).cloned().collect()
        }
    }

    /// What of the claim's intervention some arm did not have.
    fn lacks(&self, had: &[Key]) -> Vec<&Key> {
        self.concepts.without(self.done, had)
    }

    /// Why what an arm had is not what the claim says is done.
    fn why_intervention(&self, judged: &Judged<'_>) -> String {
        let had = &judged.had;
        let labels = |keys: &[Key]| self.concepts.labels(keys);
        let (arm, claimed) = (labels(&had.arm), labels(self.done));
        if !judged.combined {
            return match &*had.arm {
                [] => format!("no treatment was studied; the claim is about {claimed}"),
                [_] => format!("{arm} was studied; the claim is about {claimed}"),
                _ => format!("{arm} were studied together; the claim is about {claimed}"),
            };
        }
        let isolated = labels(&had.isolated);
        let shared = had.isolated.len() < had.arm.len() && !had.isolated.is_empty();
        if judged.pair.against.is_some() && shared {
            let other = labels(&had.against);
            format!(
                "{arm} against {other} isolates {isolated} as an add-on to {other}; it says \
                 nothing of {claimed} alone"
            )
        } else {
            format!("{arm} were studied together, which says nothing of {claimed} alone")
        }
    }

    /// How near the other arm is to what the claim compares with.
    fn comparator(&self, had: &Had<'_>, other: &Arm, isolated: bool) -> Directness {
        if !self.with.is_empty() {
            return Directness::from(self.relation_to_named(had, other));
        }
        let about_effects = !matches!(self.kind, ClaimKind::Practice | ClaimKind::StateOfEvidence);
        if had.against.is_empty() || isolated || !about_effects {
            Directness::Direct
        } else {
            Directness::Different
        }
    }

    /// Why the other arm is not what the claim compares with.
    fn why_comparator(&self, judged: &Judged<'_>, other: &Arm) -> String {
        let had = &judged.had;
        let labels = |keys: &[Key]| self.concepts.labels(keys);
        if !self.with.is_empty() {
            return format!(
                "compared with {}; the claim compares with {}",
                labels(&other.interventions),
                labels(self.with)
            );
        }
        let (against, claimed) = (labels(&had.against), labels(self.done));
        let both_had = self.lacks(&had.against).is_empty();
        let shared = had.isolated.len() < had.arm.len();
        if both_had && judged.relation != Relation::Apart {
            format!("both arms had {claimed}: what differs between them says nothing of it")
        } else if shared && !had.isolated.is_empty() {
            format!(
                "both arms had {against}, so the comparison isolates {} as an add-on; it says \
                 nothing of {claimed} against doing nothing",
                labels(&had.isolated)
            )
        } else {
            format!(
                "compared with {against}; a claim that names no comparator is about {claimed} against nothing, \
                 a placebo or usual care"
            )
        }
    }

    /// How the other arm relates to the comparator that the claim names. Something inert beside what is active does
    /// not count; a placebo and no treatment at all are different where nothing else was given.
    fn relation_to_named(&self, had: &Had<'_>, other: &Arm) -> Relation {
        let claimed = self.active(self.with);
        if claimed.is_empty() && had.against.is_empty() {
            let pairs = self.with.iter().flat_map(|with| {
                let all = other.interventions.iter();
                all.map(move |had| self.concepts.relation(with, had))
            });
            pairs.min().unwrap_or(Relation::Apart)
        } else {
            self.concepts.relation_of_sets(&claimed, &had.against)
        }
    }
}

impl Judged<'_> {
    /// How far the contrast is from the claim's: the nearest pair of arms is the one that counts.
    fn distance(&self) -> impl Ord + use<> {
        let far = |directness: Directness| match directness {
            Directness::Direct => 0,
            Directness::Narrower => 1,
            Directness::Broader => 2,
            Directness::Unknown => 3,
            Directness::Different => 4,
        };
        let intervention = far(self.intervention);
        // Of arms that are not the claim's, the one that has it in a combination tells more, and of these the one that
        // isolates it; of others that are not its comparator, the one without a treatment.
        let other = intervention == 4;
        let against_nothing = self.pair.against.is_some() && self.had.against.is_empty();
        (
            intervention,
            other && !self.combined,
            other && !self.isolated,
            far(self.comparator),
            self.pair.against.is_none(),
            !against_nothing,
        )
    }
}
