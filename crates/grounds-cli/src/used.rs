//! `grounds used`: where a study, a claim or a concept is used.

use std::fmt::Write as _;

use grounds_diagnostics::{Place, Sources};
use grounds_load::{ContentSet, Loaded, child};

use crate::answers::{UseOfIt, UsedAnswer, written};
use crate::args::{ListFormat, UsedArgs};
use crate::session::{self, no_such, print, shown_place};
use crate::{Ending, Stop};

/// A use.
struct Use {
    /// What uses it: `passage`, `citation`, `evidence`, …
    how: &'static str,
    place: Place,
    /// The words there.
    text: String,
}

pub(crate) fn run(args: &UsedArgs) -> Result<Ending, Stop> {
    let Loaded { sources, set, .. } = session::load(args.set.as_deref(), None)?;
    let name = args.name.as_str();
    let mut known: Vec<&str> = set.studies.keys().map(grounds_model::Key::as_str).collect();
    known.extend(set.claims.keys().map(grounds_model::Key::as_str));
    known.extend(
        set.vocabulary
            .value
            .concepts
            .keys()
            .map(grounds_model::Key::as_str),
    );
    if !known.contains(&name) {
        return Err(no_such("study, claim or concept", name, &known));
    }
    let mut uses = of_claim(&set, name);
    uses.extend(of_study(&set, name));
    uses.extend(of_concept(&set, &sources, name));
    let text = match args.format {
        ListFormat::Human => human(&sources, name, &uses),
        ListFormat::Json => {
            let uses = uses.iter().map(|used| UseOfIt {
                how: used.how.to_owned(),
                place: shown_place(&sources, used.place),
                text: used.text.clone(),
            });
            let answer = UsedAnswer {
                name: name.to_owned(),
                uses: uses.collect(),
            };
            written(&answer).map_err(anyhow::Error::from)?
        }
    };
    print(&text)?;
    Ok(Ending::Clean)
}

fn human(sources: &Sources, name: &str, uses: &[Use]) -> String {
    let mut text = match uses.len() {
        0 => format!("{name} is not used\n"),
        1 => format!("{name} is used once\n"),
        n => format!("{name} is used {n} times\n"),
    };
    for used in uses {
        let _ = writeln!(text, "  {} {}", shown_place(sources, used.place), used.how);
        let _ = writeln!(text, "    {}", used.text);
    }
    text
}

/// The passages that state a claim.
fn of_claim(set: &ContentSet, name: &str) -> Vec<Use> {
    let passages = set.uses.passages.get(name).into_iter().flatten();
    passages
        .filter_map(|used| {
            let article = set.articles.get(&used.article)?;
            let passage = article.prose.passages.get(used.passage)?;
            Some(Use {
                how: "passage",
                place: article.place(passage.words.clone()),
                text: passage.text.clone(),
            })
        })
        .collect()
}

/// The evidence lines, citations, records and derivations that name a study.
fn of_study(set: &ContentSet, name: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    for line in set.uses.evidence.get(name).into_iter().flatten() {
        if let Some(claim) = set.claims.get(line.claim.as_str()) {
            uses.push(Use {
                how: "evidence",
                place: claim.place(&format!("/evidence/{}/study", line.line)),
                text: claim.value.statement.to_string(),
            });
        }
    }
    for used in set.uses.citations.get(name).into_iter().flatten() {
        let Some(article) = set.articles.get(&used.article) else {
            continue;
        };
        let Some(cited) = article.prose.citations.get(used.citation) else {
            continue;
        };
        let sentence = cited.sentence.and_then(|i| article.prose.sentences.get(i));
        uses.push(Use {
            how: "citation",
            place: article.place(cited.key_range.clone()),
            text: sentence
                .map(|sentence| sentence.text.clone())
                .unwrap_or_default(),
        });
    }
    uses.extend(of_study_in_records(set, name));
    uses
}

/// The studies and the derivations that name a study.
fn of_study_in_records(set: &ContentSet, name: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    for (_, study) in set.studies.iter() {
        let title = || study.value.report.title.to_string();
        if study
            .value
            .part_of
            .as_ref()
            .is_some_and(|whole| whole.as_str() == name)
        {
            uses.push(Use {
                how: "part-of",
                place: study.place("/part-of"),
                text: title(),
            });
        }
        for (i, _) in study
            .value
            .includes
            .iter()
            .enumerate()
            .filter(|(_, key)| key.as_str() == name)
        {
            uses.push(Use {
                how: "includes",
                place: study.place(&format!("/includes/{i}")),
                text: title(),
            });
        }
    }
    for (_, claim) in set.claims.iter() {
        for (key, derivation) in &claim.value.derivations {
            let named = derivation
                .of
                .iter()
                .any(|of| of.study.as_ref().is_some_and(|s| s.as_str() == name));
            if named {
                uses.push(Use {
                    how: "derivation",
                    place: claim.place(&child("/derivations", key.as_str())),
                    text: claim.value.statement.to_string(),
                });
            }
        }
    }
    uses
}

/// The concepts that are cases of a concept, or surrogates for it.
fn in_vocabulary(set: &ContentSet, name: &str) -> impl Iterator<Item = (&'static str, Place)> {
    let vocabulary = &set.vocabulary;
    vocabulary
        .value
        .concepts
        .iter()
        .flat_map(move |(key, concept)| {
            let pointer = child("/concepts", key.as_str());
            let fields = [
                ("broader", &concept.broader),
                ("surrogate-for", &concept.surrogate_for),
            ];
            fields.into_iter().filter_map(move |(field, keys)| {
                let i = keys.iter().position(|key| key.as_str() == name)?;
                Some((field, vocabulary.place(&format!("{pointer}/{field}/{i}"))))
            })
        })
}

/// The other concepts, scopes, people, arms and findings that name a concept.
fn of_concept(set: &ContentSet, sources: &Sources, name: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    if !set.vocabulary.value.concepts.contains_key(name) {
        return uses;
    }
    let mut add = |how: &'static str, place: Place| {
        let line = sources.get(place.file).line_column(place.start).line;
        let range = sources.get(place.file).line(line);
        let text = sources
            .text(Place::new(place.file, range))
            .trim()
            .to_owned();
        uses.push(Use { how, place, text });
    };
    in_vocabulary(set, name).for_each(|(how, place)| add(how, place));
    for (_, claim) in set.claims.iter() {
        let scope = claim
            .value
            .scope
            .iter()
            .flat_map(grounds_model::Scope::concepts);
        for (path, _) in scope.filter(|(_, key)| key.as_str() == name) {
            add("scope", claim.place(&format!("/scope{path}")));
        }
    }
    for (_, study) in set.studies.iter() {
        let value = &study.value;
        let people = value
            .population
            .iter()
            .flat_map(|people| people.concepts.iter().enumerate());
        for (i, _) in people.filter(|(_, key)| key.as_str() == name) {
            add(
                "population",
                study.place(&format!("/population/concepts/{i}")),
            );
        }
        for (arm, with) in &value.arms {
            for (i, _) in with
                .interventions
                .iter()
                .enumerate()
                .filter(|(_, key)| key.as_str() == name)
            {
                let pointer = child("/arms", arm.as_str());
                add("arm", study.place(&format!("{pointer}/interventions/{i}")));
            }
        }
        for (key, _) in value
            .findings
            .iter()
            .filter(|(_, finding)| finding.outcome.as_str() == name)
        {
            add(
                "finding",
                study.place(&format!("{}/outcome", child("/findings", key.as_str()))),
            );
        }
    }
    uses
}
