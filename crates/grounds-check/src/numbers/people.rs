//! Whether a number of people is said of women, men, children or adults of whom the record did not count so many.
//!
//! Only what the record says is compared: the numbers of men and women, the ages, the sex and ages of the concepts of its
//! population. What may be another number of the record is left alone.

use grounds_evidence::Concepts;
use grounds_model::{Concept, Count, Population, Sex, Study};

use super::Known;

/// Whom the words beside a number name.
#[expect(
    clippy::struct_excessive_bools,
    reason = "any of them may be named beside any other"
)]
#[derive(Debug, Clone, Copy, Default)]
struct Named {
    women: bool,
    men: bool,
    children: bool,
    adults: bool,
}

/// Words for those who are not grown up.
const CHILDREN: &[&str] = &[
    "adolescents",
    "boys",
    "child",
    "children",
    "girls",
    "pupils",
    "schoolchildren",
    "teenagers",
    "toddlers",
];

impl Named {
    fn by(words: &[String]) -> Self {
        let any = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
        Self {
            women: any(&["women", "woman", "female", "females", "girls"]),
            men: any(&["men", "man", "male", "males", "boys"]),
            children: any(CHILDREN),
            adults: any(&["adult", "adults"]),
        }
    }
}

/// What is wrong with a number by whom the words beside it name, and what to write.
pub(crate) fn other_people(
    study: &Study,
    concepts: &Concepts<'_>,
    words: &[String],
    value: u64,
    sources: &[&Known],
) -> Option<(&'static str, String)> {
    let named = Named::by(words);
    let people = study.population.as_ref()?;
    of_other_sex(people, concepts, named, value, sources)
        .or_else(|| of_other_age(study, people, concepts, named))
}

fn of_other_sex(
    people: &Population,
    concepts: &Concepts<'_>,
    named: Named,
    value: u64,
    sources: &[&Known],
) -> Option<(&'static str, String)> {
    let (sex, own, other) = match (named.women, named.men) {
        (true, false) => (Sex::Female, people.female, people.male),
        (false, true) => (Sex::Male, people.male, people.female),
        _ => return None,
    };
    let (field, field_of_other, ones, others) = match sex {
        Sex::Female => ("female", "male", "women", "men"),
        Sex::Male => ("male", "female", "men", "women"),
    };
    let may_be = |field: &str| sources.iter().any(|known| known.people() == Some(field));
    let is_of_all = sources
        .iter()
        .all(|known| matches!(known.people(), Some("enrolled" | "analysed")));
    let help = || {
        own.map_or_else(
            || "name those whom the number counts".to_owned(),
            |n| format!("write {n} {ones}, or name the {others}"),
        )
    };
    let only_others = own.map(Count::get) == Some(0)
        || (other.is_some() && other == people.enrolled)
        || (own.is_none() && is_of_one_sex(people, concepts).is_some_and(|all| all != sex));
    if may_be(field) && own.map(Count::get) != Some(0) {
        return None;
    }
    let of_others = match sex {
        Sex::Female => "is the number of men in the record",
        Sex::Male => "is the number of women in the record",
    };
    if only_others || may_be(field_of_other) {
        return Some((of_others, help()));
    }
    let fewer = own.is_some_and(|own| own.get() < value);
    (is_of_all && fewer).then(|| {
        let what = "is the number of all who took part, men and women";
        (what, format!("{}, or “people”", help()))
    })
}

/// The sex of the concepts of a population, where all that say one say the same.
fn is_of_one_sex(people: &Population, concepts: &Concepts<'_>) -> Option<Sex> {
    let all = lineages(people, concepts);
    let mut sexes = all.into_iter().filter_map(|concept| concept.sex);
    let first = sexes.next()?;
    sexes.all(|sex| sex == first).then_some(first)
}

fn of_other_age(
    study: &Study,
    people: &Population,
    concepts: &Concepts<'_>,
    named: Named,
) -> Option<(&'static str, String)> {
    const OF_AGE: u64 = 18;
    if named.children == named.adults {
        return None;
    }
    let all = lineages(people, concepts);
    let ages = || {
        let of_concepts = all.iter().filter_map(|concept| concept.age.as_ref());
        people.age.as_ref().into_iter().chain(of_concepts)
    };
    let grown = ages().any(|age| age.from.is_some_and(|from| from.get() >= OF_AGE));
    let young = ages().any(|age| age.to.is_some_and(|to| to.get() <= OF_AGE));
    let labels = || {
        all.iter()
            .map(|concept| concept.label.as_str().to_lowercase())
    };
    let called = |names: &[&str]| {
        labels().any(|label| {
            let mut words = label.split(|c: char| !c.is_alphanumeric());
            words.any(|word| names.contains(&word))
        })
    };
    let what = if named.children {
        let starts_young = ages().any(|age| age.from.is_some_and(|from| from.get() < OF_AGE));
        let of_children = || starts_young || called(CHILDREN) || tells_of_children(study, concepts);
        let are_grown = (grown || called(&["women", "men", "adults"])) && !young && !of_children();
        are_grown.then_some("counts adults in the record")
    } else {
        (young && !grown).then_some("counts children in the record")
    };
    what.map(|what| (what, "name those whom the record counts".to_owned()))
}

/// Whether a study is about the children of those who took part: then its numbers may be theirs.
fn tells_of_children(study: &Study, concepts: &Concepts<'_>) -> bool {
    const NAMES: [&str; 7] = [
        "child",
        "baby",
        "babies",
        "infant",
        "newborn",
        "birth",
        "offspring",
    ];
    let outcomes = study.findings.values();
    let outcomes = outcomes.map(|finding| concepts.label(&finding.outcome).to_lowercase());
    let title = study.report.title.as_str().to_lowercase();
    outcomes
        .chain([title])
        .any(|text| NAMES.iter().any(|name| text.contains(name)))
}

/// The concepts of a population and all that they are cases of.
fn lineages<'a>(people: &Population, concepts: &Concepts<'a>) -> Vec<&'a Concept> {
    let keys = people.concepts.iter();
    keys.flat_map(|key| concepts.lineage(key)).collect()
}
