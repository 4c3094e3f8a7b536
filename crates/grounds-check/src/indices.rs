//! What several checks look up in the whole set: made once for a run.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use foldhash::fast::FixedState;
use grounds_load::ContentSet;
use grounds_model::{Basis, Claim, Effect, Key, Text};

use crate::classify::lexicon::{Mark, Sieve};
use crate::classify::token::{Token, Tokens, tokens};

type Map<K, V> = HashMap<K, V, FixedState>;

/// The claims that assert something, by outcome.
#[derive(Debug, Default)]
pub(crate) struct Assertions(Map<Key, OfOutcome>);

/// The claims that assert something on an outcome, in order of their ids.
#[derive(Debug, Default)]
struct OfOutcome {
    by_effect: BTreeMap<Effect, BTreeSet<Key>>,
    /// Those that name what they compare with, by each thing that is done.
    compared: BTreeMap<Key, BTreeSet<Key>>,
}

impl Assertions {
    pub(crate) fn of(set: &ContentSet) -> Self {
        let mut all = Self::default();
        for (key, claim) in set.claims.iter() {
            all.add(key, &claim.value);
        }
        all
    }

    fn add(&mut self, key: &Key, claim: &Claim) {
        let Some((outcome, effect)) = asserted(claim) else {
            return;
        };
        let of_outcome = self.0.entry(outcome.clone()).or_default();
        let keys = of_outcome.by_effect.entry(effect).or_default();
        keys.insert(key.clone());
        for done in compared(claim) {
            let keys = of_outcome.compared.entry(done.clone()).or_default();
            keys.insert(key.clone());
        }
    }

    fn remove(&mut self, key: &Key, claim: &Claim) {
        let Some((outcome, effect)) = asserted(claim) else {
            return;
        };
        let of_outcome = self.0.entry(outcome.clone()).or_default();
        if let Some(keys) = of_outcome.by_effect.get_mut(&effect) {
            keys.remove(key);
        }
        for done in compared(claim) {
            if let Some(keys) = of_outcome.compared.get_mut(done) {
                keys.remove(key);
            }
        }
    }

    /// Puts what a claim asserts now in the place of what it asserted before.
    pub(crate) fn replace(&mut self, key: &Key, former: Option<&Claim>, now: Option<&Claim>) {
        if let Some(former) = former {
            self.remove(key, former);
        }
        if let Some(now) = now {
            self.add(key, now);
        }
    }

    /// The claims that assert anything on an outcome.
    pub(crate) fn on(&self, outcome: &Key) -> impl Iterator<Item = &Key> {
        let all = self.0.get(outcome).into_iter();
        all.flat_map(|it| it.by_effect.values().flatten())
    }

    /// The claims that come before `key` and may contradict what it asserts, in order of their ids: those that assert
    /// another effect on the outcome, and those that try what it compares with, as `is_compared` says.
    pub(crate) fn before(
        &self,
        key: &Key,
        outcome: &Key,
        effect: Effect,
        is_compared: impl Fn(&Key) -> bool,
    ) -> BTreeSet<&Key> {
        let Some(of_outcome) = self.0.get(outcome) else {
            return BTreeSet::new();
        };
        let opposed = of_outcome.by_effect.iter();
        let opposed = opposed.filter(|(other, _)| **other != effect);
        let mirrored = of_outcome.compared.iter();
        let mirrored = mirrored.filter(|(done, _)| is_compared(done));
        let all = opposed
            .map(|(_, keys)| keys)
            .chain(mirrored.map(|(_, keys)| keys));
        all.flat_map(|keys| keys.range(..key.clone())).collect()
    }
}

/// What a claim says is done, where it says what that is compared with.
fn compared(claim: &Claim) -> &[Key] {
    let scope = claim
        .scope
        .as_ref()
        .filter(|scope| !scope.comparator.is_empty());
    scope.map_or(&[], |scope| &scope.intervention)
}

/// The outcome and the effect of a claim that asserts something definite on evidence.
pub(crate) fn asserted(claim: &Claim) -> Option<(&Key, Effect)> {
    let outcome = claim.scope.as_ref()?.outcome.as_ref()?;
    let effect = claim.effect.filter(|&effect| effect != Effect::Unclear)?;
    (claim.basis == Basis::Evidence).then_some((outcome, effect))
}

/// The fewest words by which a wording is known outside a passage: shorter ones occur by chance.
const FEWEST_WORDS: usize = 4;

/// A wording of a speculative claim.
#[derive(Debug)]
pub(crate) struct Wording {
    pub(crate) key: Key,
    pub(crate) pointer: String,
}

/// The wordings of the speculative claims, word by word: a step leads from the words so far and
/// the next word to one more word.
#[derive(Debug)]
pub(crate) struct Speculations {
    wordings: Vec<Wording>,
    /// The words with which one begins.
    first: Sieve,
    /// Every word of a wording, with its number.
    words: Map<String, u32>,
    steps: Map<(u32, u32), u32>,
    /// The first wording that ends after a step.
    ends: Map<u32, usize>,
}

impl Speculations {
    pub(crate) fn of(set: &ContentSet) -> Self {
        let mut all = Self {
            wordings: Vec::new(),
            first: Sieve::of_marks(std::iter::empty()),
            words: Map::default(),
            steps: Map::default(),
            ends: Map::default(),
        };
        let mut first = Vec::new();
        for (key, claim) in set.claims.iter() {
            if claim.value.basis != Basis::Speculative {
                continue;
            }
            first.extend(all.add(key, "/statement".to_owned(), &claim.value.statement));
            for (i, text) in claim.value.variations.iter().enumerate() {
                first.extend(all.add(key, format!("/variations/{i}"), text));
            }
        }
        all.first = Sieve::of_marks(first.into_iter());
        all
    }

    /// Adds a wording; the word with which it begins, if it is long enough to be known.
    fn add(&mut self, key: &Key, pointer: String, text: &Text) -> Option<Mark> {
        let words = tokens(text.as_str());
        if words.len() < FEWEST_WORDS {
            return None;
        }
        let mut at = 0;
        for word in words.iter() {
            let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let word = *self.words.entry(word.text.to_string()).or_insert(next);
            let next = u32::try_from(self.steps.len() + 1).unwrap_or(u32::MAX);
            at = *self.steps.entry((at, word)).or_insert(next);
        }
        self.ends.entry(at).or_insert(self.wordings.len());
        let key = key.clone();
        self.wordings.push(Wording { key, pointer });
        Some(words[0].mark)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.wordings.is_empty()
    }

    /// The first wording that a text holds, word for word.
    pub(crate) fn said(&self, words: &Tokens) -> Option<&Wording> {
        // Hardly any word begins a wording.
        let mut starts = (0..words.len()).filter(|&at| self.first.may_have(words[at].mark));
        starts.find_map(|start| {
            let mut at = 0;
            let ends = words[start..].iter().map_while(|word| {
                at = *self.steps.get(&(at, self.number(word)?))?;
                Some(self.ends.get(&at).copied())
            });
            ends.flatten().min().map(|wording| &self.wordings[wording])
        })
    }

    fn number(&self, token: &Token) -> Option<u32> {
        self.words.get(token.text.as_str()).copied()
    }
}
