//! Species and model system: whether the study was made on whom or what the claim is about.

use grounds_model::{Claim, Design, Directness, Key, Species, Study};

use super::Computed;
use crate::concepts::Concepts;

pub(super) fn compare(concepts: &Concepts<'_>, claim: &Claim, study: &Study) -> Computed {
    let scope = claim.scope.as_ref();
    if scope.is_some_and(|scope| !scope.population.iter().all(|key| concepts.has(key))) {
        return Computed::unknown("the vocabulary does not have all that the scope names");
    }
    let claimed = of_claim(concepts, claim);
    let made_on = of_study(concepts, study);
    let model = matches!(
        study.design,
        Design::Animal | Design::InVitro | Design::InSilico
    );
    match (claimed, made_on) {
        (Species::Human, _) if model => {
            let because = format!(
                "made {}; the claim is about people",
                on(study.design, made_on)
            );
            Computed(Directness::Different, because)
        }
        (claimed, Some(made_on)) if claimed == made_on => Computed::direct(),
        (Species::Human, None) => Computed::unknown("on whom the study was made is not recorded"),
        (claimed, Some(made_on)) => {
            let because = format!(
                "made on {}; the claim is about {}",
                plural(made_on),
                plural(claimed)
            );
            Computed(Directness::Different, because)
        }
        (_, None) => Computed::unknown("on which species the study was made is not recorded"),
    }
}

/// The species that a claim is about: people, unless it says otherwise.
fn of_claim(concepts: &Concepts<'_>, claim: &Claim) -> Species {
    let scope = claim.scope.as_ref();
    scope
        .and_then(|scope| {
            scope
                .species
                .or_else(|| of_concepts(concepts, &scope.population))
        })
        .unwrap_or(Species::Human)
}

fn of_study(concepts: &Concepts<'_>, study: &Study) -> Option<Species> {
    let people = study.population.as_ref();
    study
        .species
        .or_else(|| of_concepts(concepts, &people?.concepts))
}

fn of_concepts(concepts: &Concepts<'_>, keys: &[Key]) -> Option<Species> {
    keys.iter()
        .filter_map(|key| concepts.entry(key))
        .find_map(|(key, _)| concepts.lineage(key).find_map(|concept| concept.species))
}

fn on(design: Design, species: Option<Species>) -> String {
    let what = species.map(plural);
    match (design, what) {
        (Design::InSilico, _) => "as a simulation".to_owned(),
        (Design::InVitro, Some("people")) => {
            "on human cells or tissue in the laboratory".to_owned()
        }
        (Design::InVitro, Some(what)) => format!("in the laboratory, on cells or tissue of {what}"),
        (Design::InVitro, None) => "on cells or tissue in the laboratory".to_owned(),
        (_, Some(what)) if what != "people" => format!("on {what}"),
        _ => "on animals".to_owned(),
    }
}

/// What the members of a species are called.
pub(super) fn plural(species: Species) -> &'static str {
    match species {
        Species::Human => "people",
        Species::Mouse => "mice",
        Species::Rat => "rats",
        Species::Pig => "pigs",
        Species::OtherAnimal => "animals",
        Species::None => "no living matter",
    }
}
