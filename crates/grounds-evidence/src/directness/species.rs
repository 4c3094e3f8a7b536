//! Species and model system: whether the study was made on whom or what the claim is about.

use grounds_load::ContentSet;
use grounds_model::{Claim, Concept, Design, Directness, Key, ModelSystem, Scope, Species, Study};

use super::Computed;
use crate::concepts::Concepts;

pub(super) fn compare(
    set: &ContentSet,
    concepts: &Concepts<'_>,
    claim: &Claim,
    study: &Study,
) -> Computed {
    let scope = claim.scope.as_ref();
    if scope.is_some_and(|scope| !scope.population.iter().all(|key| concepts.has(key))) {
        return Computed::unknown("the vocabulary does not have all that the scope names");
    }
    let (claimed, system) = of_scope(concepts, scope);
    let made_on = of_study(concepts, study);
    if system.is_some() {
        let named = scope.and_then(|scope| named_in(concepts, scope));
        return of_model(named, system, study.design, made_on);
    }
    let design = design_of(concepts, study);
    let models = only_models(set, study);
    match (claimed, made_on) {
        (Species::Human, _) if is_model(design) => {
            let because = format!("made {}; the claim is about people", on(design, made_on));
            Computed(Directness::Different, because)
        }
        (Species::Human, _) if models => {
            let because =
                "made of studies of animals, cells or simulations only; the claim is about people";
            Computed(Directness::Different, because.to_owned())
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

/// How near a study is to a claim about cells, tissue or a simulation; of any species, where the claim names none.
fn of_model(
    claimed: Option<Species>,
    system: Option<ModelSystem>,
    design: Design,
    made_on: Option<Species>,
) -> Computed {
    let (wanted, what) = match system {
        Some(ModelSystem::InSilico) => (Design::InSilico, "a simulation"),
        _ => (Design::InVitro, "cells or tissue in the laboratory"),
    };
    let said = |because: String| Computed(Directness::Different, because);
    match made_on {
        _ if design != wanted => {
            let on = if is_model(design) {
                on(design, made_on)
            } else {
                format!("on {}", made_on.map_or("something else", plural))
            };
            said(format!("made {on}; the claim is about {what}"))
        }
        _ if design != Design::InVitro => Computed::direct(),
        made_on => match (made_on, claimed) {
            (None, Some(_)) => {
                Computed::unknown("of which species the cells or the tissue were is not recorded")
            }
            (Some(made_on), Some(claimed)) if made_on != claimed => said(format!(
                "made {}; the claim is about those of {}",
                on(design, Some(made_on)),
                plural(claimed)
            )),
            (_, None) | (Some(_), Some(_)) => Computed::direct(),
        },
    }
}

/// How a study was made, and on which species, with what the concepts of those who took part say of both.
pub fn made_on(concepts: &Concepts<'_>, study: &Study) -> (Design, Option<Species>) {
    (design_of(concepts, study), of_study(concepts, study))
}

/// How a study was made, for what it was made on: people whose concept has a `system` are cells, tissue or a simulation.
fn design_of(concepts: &Concepts<'_>, study: &Study) -> Design {
    let made_on = study.population.as_ref();
    let system = made_on
        .and_then(|made_on| of_concepts(concepts, &made_on.concepts, |concept| concept.system));
    match system {
        Some(ModelSystem::InSilico) => Design::InSilico,
        Some(ModelSystem::InVitro) => Design::InVitro,
        None => study.design,
    }
}

fn is_model(design: Design) -> bool {
    matches!(design, Design::Animal | Design::InVitro | Design::InSilico)
}

/// Whether all the studies that a review includes, by its record, were made on animals, cells or simulations.
fn only_models(set: &ContentSet, study: &Study) -> bool {
    let included = study.includes.iter();
    let designs = included.map(|key| Some(set.studies.get(key.as_str())?.value.design));
    let designs: Option<Vec<Design>> = designs.collect();
    designs.is_some_and(|designs| !designs.is_empty() && designs.into_iter().all(is_model))
}

/// The species, and the model, that a scope is about: people, unless it says otherwise.
pub(super) fn of_scope(
    concepts: &Concepts<'_>,
    scope: Option<&Scope>,
) -> (Species, Option<ModelSystem>) {
    let keys = scope.map_or(&[][..], |scope| &scope.population);
    let species = scope.and_then(|scope| named_in(concepts, scope));
    let system = of_concepts(concepts, keys, |concept| concept.system);
    (species.unwrap_or(Species::Human), system)
}

/// The species that a scope or one of its concepts names.
fn named_in(concepts: &Concepts<'_>, scope: &Scope) -> Option<Species> {
    let by_concept = || of_concepts(concepts, &scope.population, |concept| concept.species);
    scope.species.or_else(by_concept)
}

fn of_study(concepts: &Concepts<'_>, study: &Study) -> Option<Species> {
    let people = study.population.as_ref();
    study
        .species
        .or_else(|| of_concepts(concepts, &people?.concepts, |concept| concept.species))
}

/// What the first of some concepts, or what it is a case of, says.
fn of_concepts<T>(
    concepts: &Concepts<'_>,
    keys: &[Key],
    said: impl Fn(&Concept) -> Option<T>,
) -> Option<T> {
    keys.iter()
        .find_map(|key| concepts.lineage(key).find_map(&said))
}

fn on(design: Design, species: Option<Species>) -> String {
    let what = species.map(plural);
    match (design, what) {
        (Design::InSilico, _) => "as a simulation".to_owned(),
        (Design::InVitro, Some("people")) => {
            "on human cells or tissue in the laboratory".to_owned()
        }
        (Design::InVitro, Some(_)) if species == Some(Species::None) => {
            "in the laboratory, on nothing that lives".to_owned()
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
