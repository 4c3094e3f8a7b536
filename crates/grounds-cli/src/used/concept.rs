//! Where a concept is used: by its own name, and by that of a narrower one.

use grounds_diagnostics::{Place, Sources};
use grounds_evidence::Concepts;
use grounds_load::{ContentSet, child};
use grounds_model::{Key, Scope};

use super::Use;

/// The other concepts, scopes, people, arms and findings that name a concept, or one that is a case of it: what is
/// said of a drug is said of one of its class. Those that name it come first.
pub(super) fn uses(set: &ContentSet, sources: &Sources, name: &str) -> Vec<Use> {
    let Some((wanted, _)) = set.vocabulary.value.concepts.get_key_value(name) else {
        return Vec::new();
    };
    let concepts = Concepts::of(&set.vocabulary.value);
    let mut uses = Vec::new();
    each(set, &mut |how, key, place| {
        let narrower = key != wanted && concepts.is_a(key, wanted);
        // That a concept is a case of another is no use of what that is a case of.
        if key != wanted && (!narrower || how == "broader") {
            return;
        }
        let place = place();
        let line = sources.get(place.file).line_column(place.start).line;
        let range = sources.get(place.file).line(line);
        let text = sources.text(Place::new(place.file, range));
        uses.push(Use {
            how,
            place,
            text: text.trim().to_owned(),
            through: narrower.then(|| key.to_string()),
        });
    });
    uses.sort_by_key(|used| used.through.is_some());
    uses
}

/// Visits every place at which a concept is named: how, which, and where.
type Visit<'v, 'a> = &'v mut dyn FnMut(&'static str, &'a Key, &dyn Fn() -> Place);

fn each<'a>(set: &'a ContentSet, visit: Visit<'_, 'a>) {
    let vocabulary = &set.vocabulary;
    for (key, concept) in &vocabulary.value.concepts {
        let pointer = child("/concepts", key.as_str());
        let fields = [
            ("broader", &concept.broader),
            ("parts", &concept.parts),
            ("surrogate-for", &concept.surrogate_for),
        ];
        for (field, keys) in fields {
            for (i, key) in keys.iter().enumerate() {
                let place = || vocabulary.place(&format!("{pointer}/{field}/{i}"));
                visit(field, key, &place);
            }
        }
    }
    for (_, claim) in set.claims.iter() {
        let scope = claim.value.scope.iter().flat_map(Scope::concepts);
        for (path, key) in scope {
            visit("scope", key, &|| claim.place(&format!("/scope{path}")));
        }
    }
    for (_, study) in set.studies.iter() {
        let value = &study.value;
        let people = value.population.iter().flat_map(|people| &people.concepts);
        for (i, key) in people.enumerate() {
            let place = || study.place(&format!("/population/concepts/{i}"));
            visit("population", key, &place);
        }
        for (arm, with) in &value.arms {
            let pointer = child("/arms", arm.as_str());
            for (i, key) in with.interventions.iter().enumerate() {
                let place = || study.place(&format!("{pointer}/interventions/{i}"));
                visit("arm", key, &place);
            }
        }
        for (name, finding) in &value.findings {
            let pointer = child("/findings", name.as_str());
            let place = || study.place(&format!("{pointer}/outcome"));
            visit("finding", &finding.outcome, &place);
            for (i, key) in finding.among.iter().enumerate() {
                let place = || study.place(&format!("{pointer}/among/{i}"));
                visit("finding", key, &place);
            }
        }
    }
}
