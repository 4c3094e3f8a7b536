//! Filters of a list that need no script: the choice in a menu hides what does not fit, by a stylesheet
//! that is made for the list.
//!
//! Each item of the list has the class of every choice that it fits. Where a browser knows no `:has()`, the
//! menus are not shown, and the list is whole.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use minijinja::{Value, context};

use super::index::Index;
use super::standing::Standing;
use super::words;
use crate::bundle::terms::{Basis, CertaintyLevel, Design, Species};
use crate::bundle::{Claim, Study};

/// How many topics a menu offers: those with most claims.
const MOST_TOPICS: usize = 100;

/// The levels of certainty as a filter has them, the surest first.
const CERTAINTIES: [(&str, &str); 6] = [
    ("high", "High"),
    ("moderate", "Moderate"),
    ("low", "Low"),
    ("very-low", "Very low"),
    ("unrated", "Not rated"),
    ("speculative", "Speculative"),
];

/// A menu of choices.
#[derive(Debug, PartialEq, Eq)]
struct Menu {
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
}

#[derive(Debug, PartialEq, Eq)]
struct Choice {
    class: String,
    words: String,
    fit: usize,
}

/// A list with its filters: the classes of each item, in the order of the bundle.
#[derive(Debug)]
pub(super) struct Filtered {
    pub(super) classes: Vec<String>,
    menus: Vec<Menu>,
}

/// The lists of a site, each made when it is first asked for: its page and its stylesheet show the same.
#[derive(Debug, Default)]
pub(super) struct Lists {
    claims: OnceLock<Filtered>,
    studies: OnceLock<Filtered>,
}

impl Lists {
    pub(super) fn claims(&self, index: &Index) -> &Filtered {
        self.claims.get_or_init(|| of_claims(index))
    }

    pub(super) fn studies(&self, index: &Index) -> &Filtered {
        self.studies.get_or_init(|| of_studies(index))
    }
}

impl Filtered {
    fn of(items: Vec<Vec<String>>, menus: Vec<Menu>) -> Self {
        let mut fit: BTreeMap<&str, usize> = BTreeMap::new();
        for class in items.iter().flatten() {
            *fit.entry(class).or_default() += 1;
        }
        let mut menus = menus;
        for menu in &mut menus {
            for choice in &mut menu.choices {
                choice.fit = fit.get(choice.class.as_str()).copied().unwrap_or(0);
            }
            menu.choices.retain(|choice| choice.fit > 0);
        }
        // A menu of one choice chooses nothing.
        menus.retain(|menu| menu.choices.len() > 1);
        Self {
            classes: items.into_iter().map(|classes| classes.join(" ")).collect(),
            menus,
        }
    }

    /// The menus as a template shows them.
    pub(super) fn menus(&self) -> Value {
        let menus = self.menus.iter().map(|menu| {
            let choices = menu.choices.iter();
            let choices = choices.map(
                |choice| context! { class => &choice.class, words => &choice.words, fit => choice.fit },
            );
            context! { name => menu.name, label => menu.label, choices => choices.collect::<Value>() }
        });
        menus.collect()
    }

    /// The stylesheet that hides what does not fit.
    pub(super) fn stylesheet(&self) -> String {
        let mut css = String::from("/* What a filter's choice hides. */\n");
        for choice in self.menus.iter().flat_map(|menu| &menu.choices) {
            let class = &choice.class;
            writeln!(
                css,
                ".filter:has([value=\"{class}\"]:checked) ~ .filtered > li:not(.{class}) {{ display: none; }}"
            )
            .expect("writing to a string does not fail");
        }
        css
    }
}

/// The claims, by certainty, status, question and topic.
fn of_claims(index: &Index) -> Filtered {
    let topics = Topics::of(index);
    let claims = index.bundle.claims.iter();
    let items = claims.map(|claim| {
        let mut classes = vec![
            format!("c-{}", certainty(claim)),
            format!("s-{}", Standing::of(index, claim).key()),
            format!("k-{}", key(&claim.kind)),
        ];
        classes.extend(concepts(claim).filter_map(|id| topics.class(id)));
        classes.sort_unstable();
        classes.dedup();
        classes
    });
    let certainties = CERTAINTIES.map(|(key, words)| choice(format!("c-{key}"), words));
    let standings = Standing::ALL.map(|standing| {
        choice(
            format!("s-{}", standing.key()),
            &words::capitalised(standing.words()),
        )
    });
    let menus = vec![
        menu("certainty", "Certainty", certainties.into()),
        menu("status", "Status", standings.into()),
        menu(
            "question",
            "Question",
            terms(
                index.bundle.claims.iter().map(|claim| key(&claim.kind)),
                "k",
                "kind",
            ),
        ),
        menu("topic", "Topic", topics.choices()),
    ];
    Filtered::of(items.collect(), menus)
}

/// The studies, by design, by what they were made on, and by what became of the report.
fn of_studies(index: &Index) -> Filtered {
    let studies = &index.bundle.studies;
    let items = studies.iter().map(|study| {
        let species = study
            .species
            .map(|species: Species| format!("o-{}", key(&species)));
        let design: &Design = &study.design;
        let standing = format!("r-{}", became(study).0);
        [format!("d-{}", key(design)), standing]
            .into_iter()
            .chain(species)
            .collect()
    });
    let designs = terms(
        studies.iter().map(|study| key(&study.design)),
        "d",
        "design",
    );
    let species = studies.iter().filter_map(|study| study.species.as_ref());
    let standings = studies
        .iter()
        .map(|study| became(study))
        .collect::<BTreeMap<_, _>>();
    let standings = standings
        .into_iter()
        .map(|(key, words)| choice(format!("r-{key}"), words));
    let menus = vec![
        menu("design", "Design", designs),
        menu(
            "species",
            "Made on",
            terms(species.map(key), "o", "species"),
        ),
        menu("standing", "Standing", standings.collect()),
    ];
    Filtered::of(items.collect(), menus)
}

/// How sure the evidence lets us be of a claim, as a key.
pub(super) fn certainty(claim: &Claim) -> &'static str {
    match (
        claim.basis,
        claim.certainty.as_ref().map(|certainty| certainty.level),
    ) {
        (Basis::Speculative, _) => "speculative",
        (Basis::Evidence, None) => "unrated",
        (Basis::Evidence, Some(CertaintyLevel::High)) => "high",
        (Basis::Evidence, Some(CertaintyLevel::Moderate)) => "moderate",
        (Basis::Evidence, Some(CertaintyLevel::Low)) => "low",
        (Basis::Evidence, Some(CertaintyLevel::VeryLow)) => "very-low",
    }
}

/// The claims' positions in the bundle, the surest claims first.
pub(super) fn surest_first(claims: &[Arc<Claim>]) -> Vec<usize> {
    let rank = |claim: &Claim| {
        let key = certainty(claim);
        CERTAINTIES.iter().position(|(name, _)| *name == key)
    };
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|&position| rank(&claims[position]));
    order
}

/// What became of a report, as a key and in words.
fn became(study: &Study) -> (&'static str, &'static str) {
    let standing = &study.standing;
    if standing.retracted {
        ("retracted", "Retracted")
    } else if standing.concern {
        ("concern", "Expression of concern")
    } else if standing.superseded || standing.replaced {
        ("superseded", "Superseded or replaced")
    } else if standing.corrected {
        ("corrected", "Corrected")
    } else if standing.events.is_empty() {
        ("clear", "Nothing recorded")
    } else {
        ("other", "Other events")
    }
}

/// The topics: the concepts that claims name most.
struct Topics<'a> {
    index: &'a Index,
    /// The number of each topic among the concepts.
    numbers: BTreeMap<&'a str, usize>,
}

impl<'a> Topics<'a> {
    fn of(index: &'a Index) -> Self {
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for id in index.bundle.claims.iter().flat_map(|claim| concepts(claim)) {
            *named.entry(id).or_default() += 1;
        }
        let known = index.bundle.concepts.iter().enumerate();
        let known = known.filter_map(|(number, concept)| {
            Some((
                *named.get(concept.id.as_str())?,
                number,
                concept.id.as_str(),
            ))
        });
        let mut known: Vec<_> = known.collect();
        known.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        known.truncate(MOST_TOPICS);
        let numbers = known
            .into_iter()
            .map(|(_, number, id)| (id, number))
            .collect();
        Self { index, numbers }
    }

    fn class(&self, id: &str) -> Option<String> {
        self.numbers.get(id).map(|number| format!("t-{number}"))
    }

    fn choices(&self) -> Vec<Choice> {
        let topics = self.numbers.iter().map(|(id, number)| {
            let label = words::capitalised(self.index.concept_label(id));
            choice(format!("t-{number}"), &label)
        });
        let mut topics: Vec<Choice> = topics.collect();
        topics.sort_by(|a, b| a.words.cmp(&b.words));
        topics
    }
}

/// The concepts that a claim's scope names.
fn concepts(claim: &Claim) -> impl Iterator<Item = &str> {
    let scope = claim.scope.iter().flat_map(|scope| {
        let lists = [&scope.population, &scope.intervention, &scope.comparator];
        lists.into_iter().flatten().chain(&scope.outcome)
    });
    scope.map(String::as_str)
}

/// The choices for the terms of a closed list, each once, in the order of their words.
fn terms(keys: impl Iterator<Item = String>, prefix: &str, list: &str) -> Vec<Choice> {
    let unique: BTreeMap<String, String> = keys
        .map(|key| {
            (
                words::capitalised(&words::term(list, &key)),
                format!("{prefix}-{key}"),
            )
        })
        .collect();
    unique
        .into_iter()
        .map(|(words, class)| choice(class, &words))
        .collect()
}

/// A term as the bundle writes it.
fn key(term: &impl serde::Serialize) -> String {
    match serde_json::to_value(term) {
        Ok(serde_json::Value::String(key)) => key,
        _ => String::new(),
    }
}

fn menu(name: &'static str, label: &'static str, choices: Vec<Choice>) -> Menu {
    Menu {
        name,
        label,
        choices,
    }
}

fn choice(class: String, words: &str) -> Choice {
    Choice {
        class,
        words: words.to_owned(),
        fit: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filtered() -> Filtered {
        let items = [["a-x", "b-1"], ["a-y", "b-1"], ["a-x", "b-1"]];
        let items = items.map(|classes| classes.map(str::to_owned).to_vec());
        let menus = vec![
            menu(
                "a",
                "A",
                ["a-x", "a-y", "a-z"]
                    .map(|class| choice(class.to_owned(), class))
                    .into(),
            ),
            menu("b", "B", vec![choice("b-1".to_owned(), "one")]),
        ];
        Filtered::of(items.to_vec(), menus)
    }

    #[test]
    fn a_menu_offers_what_some_item_fits_and_others_do_not() {
        let list = filtered();
        let names: Vec<&str> = list.menus.iter().map(|menu| menu.name).collect();
        assert_eq!(names, ["a"]);
        let fit: Vec<_> = list.menus[0]
            .choices
            .iter()
            .map(|it| (it.class.as_str(), it.fit))
            .collect();
        assert_eq!(fit, [("a-x", 2), ("a-y", 1)]);
    }

    #[test]
    fn each_choice_hides_the_others() {
        let css = filtered().stylesheet();
        assert_eq!(css.matches("display: none").count(), 2);
        assert!(
            css.contains(".filter:has([value=\"a-y\"]:checked) ~ .filtered > li:not(.a-y)"),
            "{css}"
        );
    }
}
