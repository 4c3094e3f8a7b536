//! Who people are: those whom a claim names, and those who took part in a study, or of whom one of its findings is.

use grounds_model::{
    AgeRange, Claim, ClaimKind, Concept, ConceptKind, Count, Finding, Key, Scope, SeverityRange,
    Sex, Study,
};

use grounds_numbers::lists::PartList;

use crate::concepts::Concepts;

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
    /// Whether they are pregnant, or new mothers: hardly anybody of them is of middle age.
    pub(super) bears: bool,
}

/// Who the claim is about and who took part. Nobody is compared where a claim that is not about effects names nobody;
/// the error says what is not recorded.
pub(super) fn sides<'a>(
    concepts: &Concepts<'a>,
    claim: &'a Claim,
    study: &'a Study,
    finding: Option<&'a Finding>,
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
    // A result among the women of a trial is about women.
    let among = finding.map_or(&[][..], |finding| &finding.among);
    let named = scope.population.iter().chain(&took_part.concepts);
    let named = named.chain(among);
    if !named.into_iter().all(|key| concepts.has(key)) {
        return Err("the vocabulary does not have all that the records name");
    }
    let mut claimed = of_scope(concepts, scope);
    let mut studied = of_concepts(concepts, took_part.concepts.iter());
    studied.limit_age(took_part.age.as_ref());
    studied.severity = took_part.severity.as_deref();
    studied.sex = sex_of(concepts, study);
    studied.narrow(of_concepts(concepts, among.iter()));
    claimed.keep_narrowest(concepts);
    studied.keep_narrowest(concepts);
    Ok(Some((claimed, studied)))
}

/// Who a claim's scope names.
pub(super) fn of_scope<'a>(concepts: &Concepts<'a>, scope: &'a Scope) -> People<'a> {
    let mut claimed = of_concepts(concepts, scope.population.iter());
    claimed.limit_age(scope.age.as_ref());
    claimed.severity = scope.severity.as_deref();
    claimed
}

/// The sex of those who took part, where their concepts or their numbers say that it was one.
pub(super) fn sex_of(concepts: &Concepts<'_>, study: &Study) -> Option<Sex> {
    let took_part = study.population.as_ref()?;
    let all = took_part.enrolled.map(Count::get);
    let counts = (
        took_part.female.map(Count::get),
        took_part.male.map(Count::get),
    );
    of_concepts(concepts, took_part.concepts.iter())
        .sex
        .or(match counts {
            // One number says it by itself: 60 women of 60 people, or none.
            (Some(0), Some(1..) | None) => Some(Sex::Male),
            (Some(1..) | None, Some(0)) => Some(Sex::Female),
            (Some(female), None) if Some(female) == all => Some(Sex::Female),
            (None, Some(male)) if Some(male) == all => Some(Sex::Male),
            _ => None,
        })
}

fn names_people(scope: &Scope) -> bool {
    !scope.population.is_empty() || scope.age.is_some() || scope.severity.is_some()
}

impl People<'_> {
    fn limit_age(&mut self, age: Option<&AgeRange>) {
        if let Some(age) = age {
            self.age = age.clone();
            self.exact_age = true;
        }
    }

    /// Leaves out what follows from the rest: whoever has hand eczema has eczema.
    fn keep_narrowest(&mut self, concepts: &Concepts<'_>) {
        for keys in [&mut self.conditions, &mut self.groups] {
            let all = keys.clone();
            let follows = |key: &Key| {
                let mut others = all.iter().filter(|other| **other != key);
                others.any(|other| concepts.is_a(other, key))
            };
            keys.retain(|key| !follows(key));
        }
    }

    /// Those of them who are some other people as well.
    fn narrow(&mut self, some: Self) {
        self.conditions.extend(some.conditions);
        self.groups.extend(some.groups);
        self.sex = some.sex.or(self.sex);
        if some.age != AgeRange::default() {
            self.age = some.age;
        }
    }
}

fn of_concepts<'a>(concepts: &Concepts<'a>, keys: impl Iterator<Item = &'a Key>) -> People<'a> {
    let mut people = People::default();
    for key in keys {
        let lineage = concepts.lineage_of(key);
        let Some(concept) = lineage.first() else {
            people.groups.push(key);
            continue;
        };
        people.bears |= lineage.iter().any(|concept| bears(concept));
        let sex = lineage.iter().find_map(|concept| concept.sex);
        let age = lineage.iter().find_map(|concept| concept.age.as_ref());
        people.sex = people.sex.or(sex);
        if let Some(age) = age {
            people.age = age.clone();
        }
        if concept.kind == ConceptKind::Condition {
            people.conditions.push(key);
        } else if concept.kind == ConceptKind::Outcome {
            // An outcome is nobody: that it stands here is told by itself.
        } else if !is_everybody(concept) {
            people.groups.push(key);
        }
    }
    people
}

/// Whether a name is that of people who bear or nurse a child, with whatever capital.
fn bears(concept: &Concept) -> bool {
    static PARTS: PartList = PartList::new(&[
        "pregnan",
        "childbear",
        "breastfe",
        "postpartum",
        "postnatal",
    ]);
    PARTS.is_in(concept.label.as_str())
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
