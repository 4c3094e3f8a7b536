//! `grounds used`: where a study, a claim or a concept is used.

mod concept;

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
    /// The narrower concept that is named there, where it is not the one that is asked for.
    through: Option<String>,
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
    uses.extend(concept::uses(&set, &sources, name));
    let text = match args.format {
        ListFormat::Human => human(&sources, name, &uses),
        ListFormat::Json => {
            let uses = uses.iter().map(|used| UseOfIt {
                how: used.how.to_owned(),
                place: shown_place(&sources, used.place),
                text: used.text.clone(),
                through: used.through.clone(),
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
    let times = |n: usize| match n {
        1 => "once".to_owned(),
        n => format!("{n} times"),
    };
    let narrower = uses.iter().filter(|used| used.through.is_some()).count();
    let mut text = match (uses.len() - narrower, narrower) {
        (0, 0) => format!("{name} is not used\n"),
        (own, 0) => format!("{name} is used {}\n", times(own)),
        (0, narrower) => format!(
            "{name} is not used itself; concepts narrower than it are used {}\n",
            times(narrower)
        ),
        (own, narrower) => format!(
            "{name} is used {}, and concepts narrower than it {}\n",
            times(own),
            times(narrower)
        ),
    };
    for used in uses {
        let place = shown_place(sources, used.place);
        let _ = match &used.through {
            Some(narrower) => writeln!(text, "  {place} {}, through {narrower}", used.how),
            None => writeln!(text, "  {place} {}", used.how),
        };
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
                through: None,
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
                through: None,
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
            through: None,
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
                through: None,
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
                through: None,
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
                    through: None,
                });
            }
        }
    }
    uses
}
