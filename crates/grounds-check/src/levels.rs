//! Levels: what a diagnostic does to a run, as settings and the command line have it.

use std::collections::BTreeMap;

use grounds_model::Level;

use crate::rule::Rule;
use crate::rules::RULES;

/// The level of every rule.
#[derive(Debug, Clone)]
pub struct Levels {
    levels: BTreeMap<&'static str, Level>,
}

/// What a level is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Selector {
    /// Every rule.
    All,
    /// The rules of a group.
    Group(&'static str),
    /// One rule.
    Rule(&'static str),
}

impl Selector {
    /// Reads `all`, the name of a group or the name of a rule.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "all" {
            return Some(Self::All);
        }
        RULES.iter().find_map(|rule| {
            if rule.id == text {
                Some(Self::Rule(rule.id))
            } else if rule.group() == text {
                Some(Self::Group(rule.group()))
            } else {
                None
            }
        })
    }

    /// How particular it is: the more particular is applied later.
    fn rank(self) -> u8 {
        match self {
            Self::All => 0,
            Self::Group(_) => 1,
            Self::Rule(_) => 2,
        }
    }

    fn matches(self, rule: &Rule) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => rule.group() == group,
            Self::Rule(id) => rule.id == id,
        }
    }
}

impl Levels {
    /// The levels after `layers`, the later over the earlier. Within a layer a rule's own entry
    /// beats its group's, which beats `all`; of two alike the later one counts.
    pub fn resolve(layers: &[Vec<(Selector, Level)>]) -> Self {
        let mut levels: BTreeMap<_, _> = RULES.iter().map(|rule| (rule.id, rule.level)).collect();
        for layer in layers {
            let mut layer = layer.clone();
            layer.sort_by_key(|(selector, _)| selector.rank());
            for (selector, level) in layer {
                for rule in RULES.iter().filter(|rule| selector.matches(rule)) {
                    levels.insert(rule.id, level);
                }
            }
        }
        Self { levels }
    }

    /// The level of a rule.
    pub fn of(&self, rule: &str) -> Level {
        self.levels.get(rule).copied().unwrap_or(Level::Error)
    }

    /// The rules that are off, in order.
    pub fn turned_off(&self) -> Vec<&'static str> {
        let off = |level: &Level| *level == Level::Allow;
        self.levels
            .iter()
            .filter(|(_, level)| off(level))
            .map(|(rule, _)| *rule)
            .collect()
    }
}

/// The rule, group or `all` whose name is nearest to `text`, if one is near.
pub fn nearest(text: &str) -> Option<&'static str> {
    let names = RULES
        .iter()
        .flat_map(|rule| [rule.id, rule.group()])
        .chain(["all"]);
    names
        .map(|name| (strsim::damerau_levenshtein(name, text), name))
        .filter(|(distance, name)| *distance <= name.len() / 3)
        .min()
        .map(|(_, name)| name)
}
