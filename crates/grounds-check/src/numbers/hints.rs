//! Words that hint at an outcome without its label: other forms of its words, and other words for the same.

use grounds_model::Key;

use super::outcomes::OutcomeNames;

impl OutcomeNames<'_> {
    /// Whether an outcome may be meant by a name that is part of its own: `survival` by overall and by progression-free
    /// survival. One that the vocabulary does not have may be called anything.
    pub(super) fn may_be_called(&self, outcome: &Key, name: &str) -> bool {
        let names = self.names(outcome);
        let name = name.trim_end_matches('s');
        // The efficacy of a vaccine is told of what it prevents.
        let may_be =
            |own: &String| own.contains(name) || own.contains("effic") || own.contains("effectiv");
        names.is_empty() || names.iter().any(may_be)
    }

    /// Whether some word of a sentence hints at an outcome: begins as a word of its names or of its key does, which is no
    /// word of the other outcome's names.
    pub(super) fn is_hinted_at(&self, outcome: &Key, said: &Key, text: &str) -> bool {
        let names = |key: &Key| {
            let names = self.names(key).iter().cloned();
            names
                .chain([key.as_str().to_owned()])
                .collect::<Vec<_>>()
                .join(" ")
        };
        let (own, other) = (names(outcome), names(said));
        let stems = words(&own).filter(|word| word.len() > 3).map(stem);
        let mut stems = stems.filter(|stem| !words(&other).any(|word| word.starts_with(*stem)));
        stems.any(|stem| {
            words(text).any(|word| word.starts_with(stem) || is_of_same_event(stem, word))
        })
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The beginning of a word, which its other forms share: `infection`, `infected`.
fn stem(word: &str) -> &str {
    let end = word.char_indices().nth(5).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

/// Whether a word tells of what a stem names, though it begins otherwise: people who died for `death`.
fn is_of_same_event(stem: &str, word: &str) -> bool {
    const SAME: [(&[&str], &[&str]); 6] = [
        (
            &["death", "morta", "survi", "fatal"],
            &[
                "died", "die", "dies", "dying", "dead", "fatal", "kill", "alive", "live", "surviv",
                "death", "mortal",
            ],
        ),
        (
            &["disco", "withd", "dropo", "adher"],
            &["stop", "quit", "left", "drop", "withdr", "gave"],
        ),
        (&["hospi", "admis"], &["hospital", "admi", "ward"]),
        (&["nause", "vomit"], &["sick", "vomit", "queas"]),
        (
            &["heart", "cardi", "infar"],
            &["heart", "cardi", "infarct", "mi", "coronar"],
        ),
        (
            &["haemo", "hemor", "bleed"],
            &["bleed", "bled", "haem", "hem"],
        ),
    ];
    SAME.iter().any(|(stems, words)| {
        stems.contains(&stem) && words.iter().any(|start| word.starts_with(start))
    })
}
