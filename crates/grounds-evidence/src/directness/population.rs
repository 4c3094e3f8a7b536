//! Population: whether those who took part are those whom the claim is about.
//!
//! Compared are condition, sex, age, severity and other groups, each by itself; one that is apart
//! makes the whole different. A claim that names no age is not narrowed by a study of adults, but
//! it is by one of children only; sex is always compared.

use grounds_model::{Claim, Directness, Finding, Key, Sex, Study};

use super::Computed;
use super::people::{People, sides};
use super::ranges::{age, severity};
use crate::concepts::{Concepts, Relation, in_sentence};

pub(super) fn compare(
    concepts: &Concepts<'_>,
    claim: &Claim,
    study: &Study,
    finding: Option<&Finding>,
) -> Computed {
    let Some((claimed, studied)) = (match sides(concepts, claim, study, finding) {
        Ok(sides) => sides,
        Err(because) => return Computed::unknown(because),
    }) else {
        return Computed::direct();
    };
    judge(concepts, &claimed, &studied)
}

/// What of people is compared by itself, in this order.
pub(super) fn parts(
    concepts: &Concepts<'_>,
    claimed: &People<'_>,
    studied: &People<'_>,
) -> [Part; 5] {
    let sex = sex(claimed.sex, studied.sex);
    // `men` where the claim says adults, or the other way round: that is said once, of the sex.
    // Pregnant women are a group of their own: what they are a case of is a sex already.
    let by_sex = |key: &&Key| {
        let (first, above) = concepts.lineage_of(key).split_first().unzip();
        first.is_some_and(|concept| concept.sex.is_some())
            && above.is_some_and(|above| above.iter().all(|above| above.sex.is_none()))
    };
    let all_by_sex = |groups: &[&Key]| groups.iter().all(by_sex);
    let groups = groups(concepts, claimed, studied).filter(|(directness, _)| {
        let side = match directness {
            Directness::Narrower => all_by_sex(&studied.groups),
            Directness::Broader => all_by_sex(&claimed.groups),
            _ => all_by_sex(&studied.groups) && all_by_sex(&claimed.groups),
        };
        let said = sex.as_ref().is_some_and(|(of_sex, _)| of_sex == directness);
        !(said && side)
    });
    [
        conditions(concepts, claimed, studied),
        groups,
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
    if studied.conditions.is_empty() {
        let because = format!("not limited to people with {}", all(&claimed.conditions));
        return Some((Directness::Broader, because));
    }
    let relation = relation_of(concepts, &claimed.conditions, &studied.conditions);
    (relation != Relation::Equal).then(|| {
        let (studied, about) = (all(&studied.conditions), all(&claimed.conditions));
        let because = format!("people with {studied}; the claim is about {about}");
        (Directness::from(relation), because)
    })
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
