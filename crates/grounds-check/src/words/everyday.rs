//! Treatments and outcomes that everybody has a name for, whether or not the vocabulary of a set has them.

use std::sync::LazyLock;

use crate::classify::lexicon::entries;

/// What an everyday name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Something that is done, taken or given.
    Treatment,
    /// Something that happens to people.
    Outcome,
}

/// Something with an everyday name.
#[derive(Debug)]
pub(crate) struct Everyday {
    pub(crate) kind: Kind,
    /// Its names, in small letters; the first is what messages call it.
    pub(crate) names: Box<[&'static str]>,
    /// The name of what it is a case of.
    broader: Option<&'static str>,
}

/// All of them.
pub(crate) static EVERYDAY: LazyLock<Box<[Everyday]>> = LazyLock::new(|| {
    let treatments = entries(include_str!("everyday-treatments.txt"));
    let outcomes = entries(include_str!("everyday-outcomes.txt"));
    let treatments = treatments.map(|entry| Everyday::parse(Kind::Treatment, entry));
    let outcomes = outcomes.map(|entry| Everyday::parse(Kind::Outcome, entry));
    treatments.chain(outcomes).collect()
});

impl Everyday {
    fn parse(kind: Kind, (name, rest): (&'static str, &'static str)) -> Self {
        let (others, broader) = match rest.split_once('<') {
            Some((others, broader)) => (others, Some(broader.trim())),
            None => (rest, None),
        };
        let others = others.split(',').map(str::trim);
        let names = std::iter::once(name).chain(others.filter(|name| !name.is_empty()));
        Self {
            kind,
            names: names.collect(),
            broader,
        }
    }

    /// What it is called.
    pub(crate) fn name(&self) -> &'static str {
        self.names[0]
    }

    /// Whether one is the other or a case of it.
    pub(crate) fn is_related_to(&self, other: &Self) -> bool {
        self.kind == other.kind && (self.is_a(other) || other.is_a(self))
    }

    fn is_a(&self, other: &Self) -> bool {
        let mut next = Some(self);
        while let Some(it) = next {
            if it.name() == other.name() {
                return true;
            }
            next = it.broader.and_then(|name| {
                EVERYDAY
                    .iter()
                    .find(|entry| entry.name() == name && entry.kind == it.kind)
            });
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_something_is_a_case_of_has_its_own_entry() {
        for entry in EVERYDAY.iter() {
            let broader = entry.broader.map(|name| {
                EVERYDAY
                    .iter()
                    .any(|other| other.name() == name && other.kind == entry.kind)
            });
            assert_ne!(broader, Some(false), "{}", entry.name());
        }
    }

    #[test]
    fn no_name_is_of_two_things() {
        let mut names: Vec<&str> = EVERYDAY
            .iter()
            .flat_map(|it| it.names.iter().copied())
            .collect();
        names.sort_unstable();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn cases_are_related_and_neighbours_are_not() {
        let find = |name: &str| EVERYDAY.iter().find(|entry| entry.name() == name).unwrap();
        assert!(find("ibuprofen").is_related_to(find("painkiller")));
        assert!(find("vitamin").is_related_to(find("vitamin c")));
        assert!(!find("vitamin d").is_related_to(find("vitamin c")));
        assert!(!find("flu").is_related_to(find("dementia")));
    }
}
