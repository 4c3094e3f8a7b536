//! Population: whether those who took part are those whom the claim is about.
//!
//! Compared are condition, sex, age, severity and other groups, each by itself; one that is apart
//! makes the whole different. A claim that names no age is not narrowed by a study of adults, but
//! it is by one of children only; sex is always compared.

use grounds_model::{
    AgeRange, Claim, ClaimKind, Concept, ConceptKind, Count, Directness, Key, Scope, SeverityRange,
    Sex, Study,
};

use super::Computed;
use super::ranges::{age, severity};
use crate::concepts::{Concepts, Relation, in_sentence};

/// Who people are, on one side.
#[derive(Debug, Default)]
pub(super) struct People<'a> {
    pub(super) conditions: Vec<&'a Key>,
    pub(super) groups: Vec<&'a Key>,
    pub(super) sex: Option<Sex>,
    pub(super) age: AgeRange,
    /// Whether the age is given in years, not only by a concept such as `adults`.
    pub(super) exact_age: bool,
    pub(super) severity: Option<&'a SeverityRange>,
}

pub(super) fn compare(concepts: &Concepts<'_>, claim: &Claim, study: &Study) -> Computed {
    let Some((claimed, studied)) = (match sides(concepts, claim, study) {
        Ok(sides) => sides,
        Err(because) => return Computed::unknown(because),
    }) else {
        return Computed::direct();
    };
    judge(concepts, &claimed, &studied)
}

/// Who the claim is about and who took part. Nobody is compared where a claim that is not about effects names nobody;
/// the error says what is not recorded.
pub(super) fn sides<'a>(
    concepts: &Concepts<'a>,
    claim: &'a Claim,
    study: &'a Study,
) -> Result<Option<(People<'a>, People<'a>)>, &'static str> {
    // A claim of benefit or harm that names nobody is about everybody.
    let of_effects = matches!(claim.kind, ClaimKind::Efficacy | ClaimKind::Harm);
    let scope = claim.scope.as_ref();
    let Some(scope) = scope.filter(|scope| of_effects || names_people(scope)) else {
        return Ok(None);
    };
    let took_part = study.population.as_ref();
    let Some(took_part) = took_part.filter(|population| !population.concepts.is_empty()) else {
        return Err("who took part is not recorded by concepts");
    };
    let named = scope.population.iter().chain(&took_part.concepts);
    if !named.into_iter().all(|key| concepts.has(key)) {
        return Err("the vocabulary does not have all that the records name");
    }
    let claimed = of_scope(concepts, scope);
    let mut studied = of_concepts(concepts, &took_part.concepts);
    studied.limit_age(took_part.age.as_ref());
    studied.severity = took_part.severity.as_deref();
    studied.sex = sex_of(concepts, study);
    Ok(Some((claimed, studied)))
}

/// Who a claim's scope names.
pub(super) fn of_scope<'a>(concepts: &Concepts<'a>, scope: &'a Scope) -> People<'a> {
    let mut claimed = of_concepts(concepts, &scope.population);
    claimed.limit_age(scope.age.as_ref());
    claimed.severity = scope.severity.as_deref();
    claimed
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

/// What of people is compared by itself, in this order.
pub(super) fn parts(
    concepts: &Concepts<'_>,
    claimed: &People<'_>,
    studied: &People<'_>,
) -> [Part; 5] {
    let sex = sex(claimed.sex, studied.sex);
    // `men` where the claim says adults: that is said once, of the sex.
    let by_sex = |key: &&Key| {
        let concept = concepts.get(key);
        concept.is_some_and(|concept| concept.sex.is_some())
    };
    let said = sex.is_some() && studied.groups.iter().all(by_sex);
    let narrower = |part: &(Directness, String)| part.0 == Directness::Narrower;
    let groups = groups(concepts, claimed, studied);
    [
        conditions(concepts, claimed, studied),
        groups.filter(|part| !(said && narrower(part))),
        sex,
        age(claimed, studied),
        severity(claimed.severity, studied.severity),
    ]
}

fn judge(concepts: &Concepts<'_>, claimed: &People<'_>, studied: &People<'_>) -> Computed {
    let parts = parts(concepts, claimed, studied);
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

pub(super) type Part = Option<(Directness, String)>;

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
        let lineage = concepts.lineage_of(key);
        let Some(concept) = lineage.first() else {
            people.groups.push(key);
            continue;
        };
        let sex = lineage.iter().find_map(|concept| concept.sex);
        let age = lineage.iter().find_map(|concept| concept.age.as_ref());
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
