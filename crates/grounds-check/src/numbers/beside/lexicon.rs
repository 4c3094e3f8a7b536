//! The words that may stand beside the name of an outcome and a value, by what they do there.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a word does beside a name and a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It may stand between the two, and makes neither another one's.
    Light,
    /// It says how much or how often: `the rate of cough`.
    Amount,
    /// It stands before a name and leaves it as it is.
    Article,
    /// The name may be its object or its complement.
    Governing,
}

impl Role {
    /// Whether a word, in small letters, has this role.
    pub(super) fn is_of(self, word: &str) -> bool {
        let [light, amount, article, governing] = &*WORDS;
        let words = match self {
            Self::Light => light,
            Self::Amount => amount,
            Self::Article => article,
            Self::Governing => governing,
        };
        words.contains(word)
    }
}

/// The lists of `words.txt`, in the order of the roles.
static WORDS: LazyLock<[BTreeSet<&str>; 4]> = LazyLock::new(|| {
    ["light", "amount", "article", "governing"].map(|role| {
        let lines = include_str!("words.txt").lines();
        let mut of_role = lines.skip_while(|line| line.strip_prefix("= ") != Some(role));
        of_role.next();
        let of_role = of_role.take_while(|line| !line.starts_with('='));
        let words = of_role.filter(|line| !line.starts_with('#'));
        words.flat_map(str::split_whitespace).collect()
    })
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_words() {
        for (role, word) in [
            (Role::Light, "occurred"),
            (Role::Amount, "incidence"),
            (Role::Article, "the"),
            (Role::Governing, "had"),
        ] {
            assert!(role.is_of(word), "{word}");
        }
        assert!(!Role::Light.is_of("severe") && !Role::Article.is_of("had"));
        assert!(!Role::Governing.is_of("="));
    }
}
