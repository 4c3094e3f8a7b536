//! Population: whether those who took part are those whom the claim is about.
//!
//! Compared are condition, sex, age, severity and other groups, each by itself; one that is apart
//! makes the whole different. A claim that names no age is not narrowed by a study of adults, but
//! it is by one of children only; sex is always compared.

use grounds_model::{
    AgeRange, Claim, Concept, ConceptKind, Count, Directness, Key, Scope, SeverityRange, Sex, Study,
};

use super::Computed;
use crate::concepts::{Concepts, Relation, in_sentence};

/// The age from which people are adults, in years (the usual age of majority, and the limit that
/// `ClinicalTrials.gov` uses).
const ADULT: u64 = 18;

/// The age from which people are older adults, in years (`ClinicalTrials.gov`).
const OLD: u64 = 65;

/// The age beyond which there are too few people for an upper limit to mean anything, in years: reports put
/// them together (as the HIPAA privacy rule does with those over 89, 45 CFR 164.514).
const VERY_OLD: u64 = 89;

/// Who people are, on one side.
#[derive(Debug, Default)]
struct People<'a> {
    conditions: Vec<&'a Key>,
    groups: Vec<&'a Key>,
    sex: Option<Sex>,
    age: AgeRange,
    /// Whether the age is given in years, not only by a concept such as `adults`.
    exact_age: bool,
    severity: Option<&'a SeverityRange>,
}

pub(super) fn compare(concepts: &Concepts<'_>, claim: &Claim, study: &Study) -> Computed {
    let Some(scope) = claim.scope.as_ref().filter(|scope| names_people(scope)) else {
        return Computed::direct();
    };
    let Some(took_part) = study
        .population
        .as_ref()
        .filter(|population| !population.concepts.is_empty())
    else {
        return Computed::unknown("who took part is not recorded by concepts");
    };
    let named = scope.population.iter().chain(&took_part.concepts);
    if !named.into_iter().all(|key| concepts.has(key)) {
        return Computed::unknown("the vocabulary does not have all that the records name");
    }
    let mut claimed = of_concepts(concepts, &scope.population);
    claimed.limit_age(scope.age.as_ref());
    claimed.severity = scope.severity.as_deref();
    let mut studied = of_concepts(concepts, &took_part.concepts);
    studied.limit_age(took_part.age.as_ref());
    studied.severity = took_part.severity.as_deref();
    studied.sex = sex_of(concepts, study);
    judge(concepts, &claimed, &studied)
}

/// The sex of those who took part, where their concepts or their numbers say that it was one.
pub(super) fn sex_of(concepts: &Concepts<'_>, study: &Study) -> Option<Sex> {
    let took_part = study.population.as_ref()?;
    let counts = (
        took_part.female.map(Count::get),
        took_part.male.map(Count::get),
    );
    of_concepts(concepts, &took_part.concepts)
        .sex
        .or(match counts {
            (Some(0), Some(1..)) => Some(Sex::Male),
            (Some(1..), Some(0)) => Some(Sex::Female),
            _ => None,
        })
}

fn names_people(scope: &Scope) -> bool {
    !scope.population.is_empty() || scope.age.is_some() || scope.severity.is_some()
}

fn judge(concepts: &Concepts<'_>, claimed: &People<'_>, studied: &People<'_>) -> Computed {
    let parts = [
        conditions(concepts, claimed, studied),
        groups(concepts, claimed, studied),
        sex(claimed.sex, studied.sex),
        age(claimed, studied),
        severity(claimed.severity, studied.severity),
    ];
    let [conditions, groups, sex, age, severity] = parts;
    // `men` where the claim says adults: that is said once, of the sex.
    let by_sex = |key: &&Key| {
        concepts
            .get(key)
            .is_some_and(|concept| concept.sex.is_some())
    };
    let said = sex.is_some() && studied.groups.iter().all(by_sex);
    let narrower = |part: &(Directness, String)| part.0 == Directness::Narrower;
    let groups = groups.filter(|part| !(said && narrower(part)));
    let parts = [conditions, groups, sex, age, severity];
    let parts: Vec<(Directness, String)> = parts.into_iter().flatten().collect();
    let has = |wanted: Directness| parts.iter().any(|(directness, _)| *directness == wanted);
    let whole = [
        Directness::Different,
        Directness::Narrower,
        Directness::Broader,
        Directness::Unknown,
    ]
    .into_iter()
    .find(|wanted| has(*wanted))
    .unwrap_or(Directness::Direct);
    let because: Vec<String> = parts.into_iter().map(|(_, because)| because).collect();
    Computed(whole, because.join("; "))
}

type Part = Option<(Directness, String)>;

fn conditions(concepts: &Concepts<'_>, claimed: &People<'_>, studied: &People<'_>) -> Part {
    let all = |keys: &[&Key]| all(concepts, keys);
    if claimed.conditions.is_empty() && studied.conditions.is_empty() {
        return None;
    }
    if claimed.conditions.is_empty() {
        let because = format!("only people with {}", all(&studied.conditions));
        return Some((Directness::Narrower, because));
    }
    let about = all(&claimed.conditions);
    if studied.conditions.is_empty() {
        let because = format!("not limited to people with {about}");
        return Some((Directness::Broader, because));
    }
    let relation = relation_of(concepts, &claimed.conditions, &studied.conditions);
    let studied = all(&studied.conditions);
    let because = format!("people with {studied}; the claim is about {about}");
    (relation != Relation::Equal).then(|| (Directness::from(relation), because))
}

/// Groups of people, such as volunteers or mice. One that is no more than an age, and has no
/// counterpart on the other side, is left to the comparison of ages.
fn groups(concepts: &Concepts<'_>, claimed: &People<'_>, studied: &People<'_>) -> Part {
    if claimed.groups.is_empty() {
        return None;
    }
    let same_sex = claimed.sex.is_some() && claimed.sex == studied.sex;
    let only_an_age = |key: &Key| {
        let concept = concepts.get(key);
        concept.is_some_and(|concept| concept.age.is_some() && concept.sex.is_none())
    };
    let others = studied.groups.iter().any(|key| !only_an_age(key));
    let of_claim = claimed.groups.iter().map(|key| {
        let relations = studied
            .groups
            .iter()
            .map(|other| concepts.relation(key, other));
        match relations.min().unwrap_or(Relation::Apart) {
            // Counts of men and women can say what no concept does.
            Relation::Apart if only_an_age(key) || (same_sex && !others) => Relation::Equal,
            Relation::Apart if !others => Relation::Broader,
            relation => relation,
        }
    });
    let whole = of_claim.max().unwrap_or(Relation::Equal);
    let more = studied.groups.iter().any(|key| {
        let mut relations = claimed
            .groups
            .iter()
            .map(|other| concepts.relation(other, key));
        !only_an_age(key) && relations.all(|relation| relation == Relation::Apart)
    });
    let relation = if more && whole == Relation::Equal {
        Relation::Narrower
    } else {
        whole
    };
    let because = match relation {
        Relation::Equal => return None,
        Relation::Broader if !others => {
            format!("not limited to {}", all(concepts, &claimed.groups))
        }
        _ => format!(
            "{}; the claim is about {}",
            all(concepts, &studied.groups),
            all(concepts, &claimed.groups)
        ),
    };
    Some((Directness::from(relation), because))
}

fn all(concepts: &Concepts<'_>, keys: &[&Key]) -> String {
    let labels = keys.iter().map(|key| in_sentence(concepts.label(key)));
    labels.collect::<Vec<_>>().join(" and ")
}

/// Each of the claim's must have its counterpart; what the study has beyond them narrows it.
fn relation_of(concepts: &Concepts<'_>, claimed: &[&Key], studied: &[&Key]) -> Relation {
    let of_claim = claimed.iter().map(|key| {
        let relations = studied.iter().map(|other| concepts.relation(key, other));
        relations.min().unwrap_or(Relation::Apart)
    });
    let whole = of_claim.max().unwrap_or(Relation::Equal);
    let more = studied.iter().any(|key| {
        let mut relations = claimed.iter().map(|other| concepts.relation(other, key));
        relations.all(|relation| relation == Relation::Apart)
    });
    if more && whole == Relation::Equal {
        Relation::Narrower
    } else {
        whole
    }
}

fn sex(claimed: Option<Sex>, studied: Option<Sex>) -> Part {
    let word = |sex: Sex| match sex {
        Sex::Female => "women or girls",
        Sex::Male => "men or boys",
    };
    match (claimed, studied) {
        (None, Some(sex)) => Some((Directness::Narrower, format!("only {}", word(sex)))),
        (Some(sex), None) => Some((Directness::Broader, format!("not limited to {}", word(sex)))),
        (Some(claimed), Some(studied)) if claimed != studied => {
            let because = format!(
                "only {}; the claim is about {}",
                word(studied),
                word(claimed)
            );
            Some((Directness::Different, because))
        }
        _ => None,
    }
}

fn age(claimed: &People<'_>, studied: &People<'_>) -> Part {
    let ends = |age: &AgeRange| {
        let (from, to) = (age.from.map(Count::get), age.to.map(Count::get));
        let to = to.filter(|to| *to < VERY_OLD);
        (from.unwrap_or(0), to.unwrap_or(u64::MAX))
    };
    let unlimited = |age: &AgeRange| age.from.is_none() && age.to.is_none();
    let ((from, to), (youngest, oldest)) = (ends(&claimed.age), ends(&studied.age));
    if unlimited(&studied.age) {
        let because = "the ages of those who took part are not recorded".to_owned();
        return claimed.exact_age.then_some((Directness::Unknown, because));
    }
    let said = |(from, to): (u64, u64)| match (from, to) {
        (0, to) => format!("up to {to} years"),
        (from, u64::MAX) => format!("{from} years and over"),
        (from, to) => format!("{from} to {to} years"),
    };
    if oldest < from || youngest > to {
        let because = format!(
            "people of {}; the claim is about {}",
            said((youngest, oldest)),
            said((from, to))
        );
        return Some((Directness::Different, because));
    }
    // A claim about everybody, or about adults, is not narrowed by the usual limits of a trial, but by one of
    // children or of older people only.
    let children = unlimited(&claimed.age) && oldest < ADULT;
    let old = youngest >= OLD && from <= ADULT && to == u64::MAX;
    if (children || old) && !claimed.exact_age {
        let because = format!("only people of {}", said((youngest, oldest)));
        return Some((Directness::Narrower, because));
    }
    if !claimed.exact_age || (youngest, oldest) == (from, to) {
        return None;
    }
    let because = format!(
        "people of {}; the claim is about {}",
        said((youngest, oldest)),
        said((from, to))
    );
    let covers = youngest <= from && oldest >= to;
    let directness = if covers {
        Directness::Broader
    } else {
        Directness::Narrower
    };
    Some((directness, because))
}

fn severity(claimed: Option<&SeverityRange>, studied: Option<&SeverityRange>) -> Part {
    let claimed = claimed?;
    let unknown = |because: &str| Some((Directness::Unknown, because.to_owned()));
    let Some(studied) = studied else {
        return unknown("how severe the condition was is not recorded");
    };
    let ends = |range: &SeverityRange| {
        let number = |n: &grounds_model::Decimal| n.as_str().parse::<f64>().ok();
        Some((number(&range.from)?, number(&range.to)?))
    };
    if claimed.scale != studied.scale {
        return unknown("severity is recorded on another scale");
    }
    let ((from, to), (mildest, worst)) = (ends(claimed)?, ends(studied)?);
    let because = format!(
        "{} grades {} to {}; the claim is about {} to {}",
        studied.scale, studied.from, studied.to, claimed.from, claimed.to
    );
    if worst < from || mildest > to {
        Some((Directness::Different, because))
    } else if mildest <= from && worst >= to {
        let equal = !(mildest < from || worst > to);
        (!equal).then_some((Directness::Broader, because))
    } else {
        Some((Directness::Narrower, because))
    }
}

impl People<'_> {
    fn limit_age(&mut self, age: Option<&AgeRange>) {
        if let Some(age) = age {
            self.age = age.clone();
            self.exact_age = true;
        }
    }
}

fn of_concepts<'a>(concepts: &Concepts<'a>, keys: &'a [Key]) -> People<'a> {
    let mut people = People::default();
    for key in keys {
        let Some((own, concept)) = concepts.entry(key) else {
            people.groups.push(key);
            continue;
        };
        let above = || concepts.lineage(own);
        let (sex, age) = (
            above().find_map(|concept| concept.sex),
            above().find_map(|concept| concept.age.as_ref()),
        );
        people.sex = people.sex.or(sex);
        if let Some(age) = age {
            people.age = age.clone();
        }
        if concept.kind == ConceptKind::Condition {
            people.conditions.push(key);
        } else if !is_everybody(concept) {
            people.groups.push(key);
        }
    }
    people
}

/// A group that has no bounds of its own: nobody, of the species, is outside it.
fn is_everybody(concept: &Concept) -> bool {
    let label = concept.label.as_str();
    concept.sex.is_none()
        && concept.age.is_none()
        && ["people", "everybody", "humans", "persons"]
            .iter()
            .any(|everybody| label.eq_ignore_ascii_case(everybody))
}
