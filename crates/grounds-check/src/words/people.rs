//! Of whom words are: groups of people and animals by plain words (men, children, mice), with what bounds them.

use std::ops::Range;
use std::sync::LazyLock;

use grounds_evidence::Concepts;
use grounds_model::{Count, Key, Scope, Sex, Species, Study};
use smol_str::SmolStr;

use crate::classify::lexicon::{Listed, entries};
use crate::classify::quantity;
use crate::classify::token::{Gap, Token, tokens};

/// Groups by the first of the words for them, with the second if there is one.
type ByFirst = Listed<Vec<(Option<&'static str>, Group)>>;

/// The groups.
static GROUPS: LazyLock<ByFirst> = LazyLock::new(|| {
    let groups = entries(include_str!("groups.txt")).map(|(words, bounds)| {
        let (first, second) = match words.split_once(' ') {
            Some((first, second)) => (first, Some(second)),
            None => (words, None),
        };
        let first = SmolStr::new_static(first);
        (first, vec![(second, Group::parse(bounds))])
    });
    Listed::of(groups, |known: &mut Vec<_>, more| known.extend(more))
});

/// The most words between `in` and the group: `in 40 otherwise healthy young men`.
const BETWEEN: usize = 4;

/// The most words between a group and its age: `men with gout aged 65 and over`.
const TO_AGE: usize = 6;

/// What may stand before the group that a text begins with.
const DESCRIBING: &[&str] = &[
    "adult",
    "aged",
    "diabetic",
    "elderly",
    "female",
    "fewer",
    "for",
    "hairless",
    "healthy",
    "laboratory",
    "male",
    "many",
    "more",
    "most",
    "obese",
    "old",
    "older",
    "otherwise",
    "overweight",
    "postmenopausal",
    "pregnant",
    "premenopausal",
    "some",
    "the",
    "young",
    "younger",
];

/// A group, as far as it is bounded: what is not said does not bound it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Group {
    sex: Option<Sex>,
    /// The youngest, in years.
    from: Option<u64>,
    /// The oldest, in years.
    to: Option<u64>,
    species: Option<Species>,
    pregnant: bool,
}

/// A group that a text names.
#[derive(Debug, Clone)]
pub(crate) struct NamedGroup {
    /// Its words, as bytes of the text.
    pub(crate) words: Range<usize>,
    group: Group,
    /// Whether the text is about it: it is what `in` or `among` names, or what the sentence begins with.
    is_subject: bool,
}

impl Group {
    fn parse(bounds: &str) -> Self {
        let mut group = Self::default();
        for bound in bounds.split_whitespace() {
            match bound {
                "male" => group.sex = Some(Sex::Male),
                "female" => group.sex = Some(Sex::Female),
                "pregnant" => group.pregnant = true,
                "human" => group.species = Some(Species::Human),
                "mouse" => group.species = Some(Species::Mouse),
                "rat" => group.species = Some(Species::Rat),
                "pig" => group.species = Some(Species::Pig),
                "animal" => group.species = Some(Species::OtherAnimal),
                ages => {
                    let (from, to) = ages.split_once('-').unwrap_or((ages, ages));
                    (group.from, group.to) = (from.parse().ok(), to.parse().ok());
                }
            }
        }
        // Whoever has a sex or an age and no other species is a person.
        group.species = group.species.or(Some(Species::Human));
        group
    }

    /// Whom a scope is about, by what its concepts say of themselves, else by their names; `None` where the
    /// vocabulary does not have them all, or they bound nothing.
    pub(crate) fn of_scope(concepts: &Concepts<'_>, scope: &Scope) -> Option<Self> {
        let mut group = Self::default();
        for key in &scope.population {
            concepts.get(key)?;
            group.narrow_by(concepts, key);
        }
        group.species = scope.species.or(group.species);
        if let Some(age) = &scope.age {
            group.from = age.from.map(Count::get).or(group.from);
            group.to = age.to.map(Count::get).or(group.to);
        }
        (!scope.population.is_empty() || group != Self::default()).then(|| {
            group.species = group.species.or(Some(Species::Human));
            group
        })
    }

    /// On whom a study was made, by what its record says of them; `None` where it says nothing that bounds them.
    pub(crate) fn of_study(concepts: &Concepts<'_>, study: &Study) -> Option<Self> {
        let population = study.population.as_ref()?;
        let mut group = Self::default();
        for key in &population.concepts {
            concepts.get(key)?;
            group.narrow_by(concepts, key);
        }
        let none = |count: Option<Count>| count.is_some_and(|count| count.get() == 0);
        if none(population.male) {
            group.sex = Some(Sex::Female);
        } else if none(population.female) {
            group.sex = Some(Sex::Male);
        }
        group.species = study.species.or(group.species);
        if let Some(age) = &population.age {
            group.from = age.from.map(Count::get).or(group.from);
            group.to = age.to.map(Count::get).or(group.to);
        }
        (!population.concepts.is_empty() || group != Self::default()).then(|| {
            group.species = group.species.or(Some(Species::Human));
            group
        })
    }

    /// The bounds that a concept, or what it is a case of, sets.
    fn narrow_by(&mut self, concepts: &Concepts<'_>, key: &Key) {
        for concept in concepts.lineage(key) {
            let mut labels = std::iter::once(&concept.label).chain(&concept.synonyms);
            let named = labels.find_map(|label| {
                let tokens = tokens(label.as_str());
                let (group, length) = group_at(&tokens, 0)?;
                (length == tokens.len()).then_some(group)
            });
            let named = named.unwrap_or_default();
            self.sex = self.sex.or(concept.sex).or(named.sex);
            self.pregnant |= named.pregnant;
            let own = named.species.filter(|species| *species != Species::Human);
            self.species = self.species.or(concept.species).or(own);
            let age = concept.age.as_ref();
            if self.from.is_none() {
                self.from = age.and_then(|age| age.from).map(Count::get);
                self.from = self.from.or(named.from);
            }
            if self.to.is_none() {
                self.to = age.and_then(|age| age.to).map(Count::get);
                self.to = self.to.or(named.to);
            }
        }
    }

    /// Whether nobody is in both.
    fn is_apart_from(&self, other: &Self) -> bool {
        let differ = self.species.zip(other.species);
        let other_sex = self.sex.zip(other.sex);
        let older = |one: &Self, other: &Self| one.from.zip(other.to).is_some_and(|(a, b)| a > b);
        differ.is_some_and(|(one, other)| one != other && !is_both(one, other))
            || self.is_human()
                && other.is_human()
                && (other_sex.is_some_and(|(one, other)| one != other)
                    || older(self, other)
                    || older(other, self))
    }

    fn is_human(&self) -> bool {
        self.species.is_none_or(|species| species == Species::Human)
    }

    /// Whether it bounds more than the species.
    fn is_bounded(&self) -> bool {
        self.sex.is_some() || self.from.is_some() || self.to.is_some()
    }
}

/// “Animals” and “rodents” may be mice.
fn is_both(one: Species, other: Species) -> bool {
    let animal = |species| !matches!(species, Species::Human | Species::None);
    (one == Species::OtherAnimal || other == Species::OtherAnimal) && animal(one) && animal(other)
}

/// The group that a text is about, where it is apart from the one that a claim is about, and the text names
/// nobody of these.
pub(crate) fn strangers(text: &str, claimed: &Group) -> Option<NamedGroup> {
    // Adults of any age may be those of a claim about adults.
    let of_some_ages = claimed.to.is_some() || claimed.from.is_some_and(|from| from > 18);
    if let Some(everybody) = everybody(text).filter(|_| of_some_ages) {
        return Some(everybody);
    }
    let named = groups(text);
    let apart = |named: &&NamedGroup| named.group.is_apart_from(claimed);
    let stranger = named
        .iter()
        .find(|named| named.is_subject && apart(named))?;
    // What mothers take may be for their children.
    let young = stranger.group.to.is_some_and(|to| to < 18);
    let kin = young && (claimed.pregnant || speaks_of_birth(text));
    let by_species = stranger.group.is_human() != claimed.is_human();
    // “People” are also men; that they are people is what tells them from mice.
    let rescues = |other: &NamedGroup| {
        !other.group.is_apart_from(claimed) && (by_species || other.group.is_bounded())
    };
    (!kin && !named.iter().any(rescues)).then(|| stranger.clone())
}

/// The words that say that a text is about people of whatever age.
fn everybody(text: &str) -> Option<NamedGroup> {
    const WORDS: &[&str] = &[
        "of every age",
        "of any age",
        "of all ages",
        "at any age",
        "whatever their age",
    ];
    // Most texts have no age.
    if !text.contains(" age") {
        return None;
    }
    let (start, words) = WORDS
        .iter()
        .find_map(|words| Some((text.find(words)?, words)))?;
    let whom = tokens(&text[..start]);
    // “Children of all ages” are children.
    let is_anybody = whom
        .last()
        .is_some_and(|whom| whom.is_any(&["adults", "men", "patients", "people", "women"]));
    is_anybody.then(|| NamedGroup {
        words: start..start + words.len(),
        group: Group::default(),
        is_subject: true,
    })
}

fn speaks_of_birth(text: &str) -> bool {
    let tokens = tokens(text);
    let stems = [
        "birth", "born", "breast", "deliver", "maternal", "mother", "pregnan",
    ];
    let born = |token: &Token| stems.iter().any(|stem| token.text.starts_with(stem));
    tokens.iter().any(born)
}

/// The groups that a text names, in its order.
fn groups(text: &str) -> Vec<NamedGroup> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((group, length)) = group_at(&tokens, at) else {
            at += 1;
            continue;
        };
        let end = at + length;
        found.push(NamedGroup {
            words: tokens[at].range.start..tokens[end - 1].range.end,
            group: aged(&tokens, end, described(&tokens, at, group)),
            is_subject: is_subject(&tokens, at, end),
        });
        at = end;
    }
    found
}

fn group_at(tokens: &[Token], at: usize) -> Option<(Group, usize)> {
    let groups = GROUPS.of_token(tokens.get(at)?)?;
    let next = tokens.get(at + 1).filter(|next| next.gap <= Gap::Space);
    let next = next.map(|next| next.text.as_str());
    let with = |second: Option<&str>| {
        let mut groups = groups.iter();
        let group = groups.find(|(other, _)| *other == second);
        group.map(|(_, group)| *group)
    };
    let of_two = next.and_then(|next| with(Some(next)));
    of_two
        .map(|group| (group, 2))
        .or_else(|| with(None).map(|group| (group, 1)))
}

/// The group with what the words before it say: `pregnant`, `elderly`.
fn described(tokens: &[Token], at: usize, mut group: Group) -> Group {
    let before = &tokens[at.saturating_sub(2)..at];
    if before.iter().any(|token| token.is("pregnant")) && group.sex == Some(Sex::Female) {
        (group.pregnant, group.to) = (true, Some(55));
    }
    if before
        .iter()
        .any(|token| token.is_any(&["elderly", "old", "older"]))
    {
        group.from = group.from.map(|from| from.max(60)).or(Some(60));
    }
    group
}

/// The group with the age that stands behind it: `people aged 65 and over`, `children under 5`.
fn aged(tokens: &[Token], end: usize, mut group: Group) -> Group {
    let reach = tokens.len().min(end + TO_AGE);
    let years = |at: usize| tokens.get(at)?.text.parse::<u64>().ok();
    for at in end..reach {
        let (word, age) = (&tokens[at], years(at + 1));
        let Some(age) = age.filter(|age| *age < 120) else {
            continue;
        };
        let after = |words: &[&str]| {
            let rest = &tokens[at + 2..tokens.len().min(at + 5)];
            rest.iter().any(|token| token.is_any(words))
        };
        if word.is("aged") || word.is("age") {
            let until = years(at + 3).filter(|_| {
                let to = &tokens[at + 2];
                to.is_any(&["and", "to", "–", "-"])
            });
            if let Some(until) = until {
                (group.from, group.to) = (Some(age), Some(until));
            } else if after(&["over", "older", "above", "up", "upwards"]) {
                (group.from, group.to) = (Some(age), None);
            } else if after(&["under", "younger", "below"]) {
                (group.from, group.to) = (None, Some(age));
            }
            return group;
        }
        let older = word.is("over") || word.is("than") && tokens[at - 1].is("older");
        let younger = word.is("under") || word.is("than") && tokens[at - 1].is("younger");
        let measured = tokens.get(at + 2).is_some_and(|unit| {
            unit.is_any(&[
                "kg", "cm", "mg", "weeks", "months", "days", "%", "percent", "per",
            ])
        });
        if (older || younger) && !measured {
            if older {
                (group.from, group.to) = (Some(age), None);
            } else {
                (group.from, group.to) = (None, Some(age));
            }
            return group;
        }
    }
    group
}

/// Whether a text is about the group at some tokens: `in older men`, `children who had the vaccine`.
fn is_subject(tokens: &[Token], at: usize, end: usize) -> bool {
    const OF_OTHERS: &[&str] = &[
        "as", "like", "not", "than", "to", "unlike", "versus", "with",
    ];
    const PARTING: &[&str] = &[
        "and", "by", "for", "from", "in", "of", "on", "or", "than", "that", "to", "whose", "with",
        "without", "who",
    ];
    let next = tokens.get(end);
    if next.is_some_and(|next| next.is_any(&["born", "of", "whose"]) || next.gap == Gap::Hyphen) {
        return false;
    }
    let from = (at.saturating_sub(BETWEEN + 1)..at)
        .rev()
        .take_while(|&before| tokens[before + 1].gap < Gap::Comma);
    for before in from {
        let token = &tokens[before];
        if token.is_any(&["among", "in"]) {
            let leading = before.checked_sub(1).map(|it| &tokens[it]);
            return !leading.is_some_and(|it| it.is_any(OF_OTHERS));
        }
        if token.is_any(PARTING) || token.is_any(OF_OTHERS) {
            return false;
        }
    }
    // It begins the text, with some adjectives at most.
    let mut before = tokens[..at].iter();
    at <= 3 && before.all(|token| token.is_any(DESCRIBING) || quantity::is_number(token))
}
