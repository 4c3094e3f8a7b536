//! Suggestions: which name the author probably meant, and edits that put it there.

use std::sync::OnceLock;

use grounds_diagnostics::{Diagnostic, Edit, Fix, Place, Sources};
use grounds_load::{ContentSet, Records};
use grounds_model::Key;

/// A name that may be meant, with its letters as a set: most names are told by them from what was written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name<'a> {
    text: &'a str,
    letters: u64,
}

impl<'a> From<&'a Key> for Name<'a> {
    fn from(key: &'a Key) -> Self {
        let text = key.as_str();
        let letters = letters_of(text);
        Self { text, letters }
    }
}

/// The letters of all names of a set, each kind gathered when a name is first missed: a large set has many thousands.
#[derive(Debug, Default)]
pub(crate) struct Names {
    claims: OnceLock<Box<[u64]>>,
    studies: OnceLock<Box<[u64]>>,
    concepts: OnceLock<Box<[u64]>>,
}

impl Names {
    pub(crate) fn claims<'a>(&'a self, set: &'a ContentSet) -> impl Iterator<Item = Name<'a>> {
        let Records { sound, broken, .. } = &set.claims;
        with_letters(&self.claims, sound.keys().chain(broken.keys()))
    }

    pub(crate) fn studies<'a>(&'a self, set: &'a ContentSet) -> impl Iterator<Item = Name<'a>> {
        let Records { sound, broken, .. } = &set.studies;
        with_letters(&self.studies, sound.keys().chain(broken.keys()))
    }

    pub(crate) fn concepts<'a>(&'a self, set: &'a ContentSet) -> impl Iterator<Item = Name<'a>> {
        with_letters(&self.concepts, set.vocabulary.value.concepts.keys())
    }
}

fn with_letters<'a>(
    known: &'a OnceLock<Box<[u64]>>,
    keys: impl Iterator<Item = &'a Key> + Clone,
) -> impl Iterator<Item = Name<'a>> {
    let letters = || keys.clone().map(|key| letters_of(key.as_str())).collect();
    let letters = known.get_or_init(letters).iter();
    keys.zip(letters).map(|(key, &letters)| Name {
        text: key.as_str(),
        letters,
    })
}

/// Asks "did you mean …?" where exactly one of `names` is near `written`, the name at the
/// diagnostic's place, and offers to put it there.
///
/// A year or a number is no misspelling of another: where the digits differ, there is no fix.
pub(crate) fn suggest<'a>(
    diagnostic: Diagnostic,
    sources: &Sources,
    written: &str,
    names: impl IntoIterator<Item = Name<'a>>,
) -> Diagnostic {
    let Some(name) = near(written, names) else {
        return diagnostic;
    };
    let diagnostic = diagnostic.help(format!("did you mean `{name}`?"));
    if !digits(written).eq(digits(name)) {
        return diagnostic;
    }
    let title = format!("write `{name}`");
    match replace(sources, diagnostic.primary.place, written, name, title) {
        Some(fix) => diagnostic.fix(fix),
        None => diagnostic,
    }
}

/// Replaces `old` by `new` within a place, if `old` stands there once: quotes around it stay.
pub(crate) fn replace(
    sources: &Sources,
    within: Place,
    old: &str,
    new: &str,
    title: impl Into<String>,
) -> Option<Fix> {
    let mut found = sources.text(within).match_indices(old);
    let (offset, _) = found.next().filter(|_| !old.is_empty())?;
    if found.next().is_some() {
        return None;
    }
    let start = within.start + offset;
    Some(Fix {
        title: title.into(),
        file: within.file,
        edits: vec![Edit {
            range: start..start + old.len(),
            replacement: new.to_owned(),
        }],
    })
}

/// The one name that is nearest to `written`, if it is near; none where two are equally near.
fn near<'a>(written: &str, names: impl IntoIterator<Item = Name<'a>>) -> Option<&'a str> {
    let written = normal(written);
    let limit = match written.len() {
        0..=3 => 0,
        4..=7 => 1,
        8..=11 => 2,
        _ => 3,
    };
    let letters = letters_of(&written);
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    for Name {
        text: name,
        letters: of_name,
    } in names
    {
        // An edit changes the length by one at most, and two letters of the set: most names are
        // passed over without a comparison.
        let too_far = name.len().abs_diff(written.len()) > limit
            || (of_name ^ letters).count_ones() as usize > 2 * limit;
        if too_far {
            continue;
        }
        let distance = distance(&written, name);
        let nearest = best.map_or(limit, |(nearest, _)| nearest);
        if distance > nearest || best.is_some_and(|(_, other)| other == name) {
            continue;
        }
        tied = best.is_some_and(|(other, _)| other == distance);
        best = Some((distance, name));
    }
    best.filter(|_| !tied).map(|(_, name)| name)
}

/// The edits between two names. What they begin and end with alike is no part of it, and is most
/// of a key in a large set.
fn distance(a: &str, b: &str) -> usize {
    let alike = |(a, b): &(char, char)| a == b;
    let length = |(c, _): (char, char)| c.len_utf8();
    let head: usize = a.chars().zip(b.chars()).take_while(alike).map(length).sum();
    let (a, b) = (&a[head..], &b[head..]);
    let ends = a.chars().rev().zip(b.chars().rev());
    let tail: usize = ends.take_while(alike).map(length).sum();
    strsim::osa_distance(&a[..a.len() - tail], &b[..b.len() - tail])
}

/// How keys are written: `Kumar_2018` is meant as `kumar-2018`, and an editor's curly quotation marks are none of it.
fn normal(written: &str) -> String {
    const MARKS: [char; 8] = ['“', '”', '„', '‘', '’', '«', '»', '"'];
    let name = written.trim().trim_matches(MARKS);
    name.to_lowercase().replace(['_', ' '], "-")
}

/// The bytes of a text as a set, modulo 64.
fn letters_of(text: &str) -> u64 {
    text.bytes().fold(0, |set, byte| set | 1 << (byte % 64))
}

fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of<'a>(names: &[&'a str]) -> Vec<Name<'a>> {
        let name = |text| Name {
            text,
            letters: letters_of(text),
        };
        names.iter().copied().map(name).collect()
    }

    #[test]
    fn one_near_name_is_meant() {
        let near = |written, names: &[&'static str]| near(written, names_of(names));
        let names = &["hair-count", "hair-density", "kumar-2017", "kumar-2018"];
        assert_eq!(near("hair-cuont", names), Some("hair-count"));
        assert_eq!(near("Hair_Count", names), Some("hair-count"));
        assert_eq!(near("kumar-2081", names), Some("kumar-2018"));
        assert_eq!(near("kumar-2019", names), None, "two are equally near");
        assert_eq!(near("minoxidil", names), None);
        assert_eq!(near("a", &["b"]), None);
        assert_eq!(near("A", &["a"]), Some("a"));
        assert_eq!(near("", &["a"]), None);
        assert_eq!(
            near("hair-coun", &["hair-count", "hair-count"]),
            Some("hair-count")
        );
    }

    #[test]
    fn a_year_is_not_mended() {
        let mut sources = Sources::new("");
        let file = sources.add("claims/a.yaml", "study: \"kumar-2019\"\n");
        let at = |written| {
            let diagnostic = Diagnostic::new("a/b", Place::new(file, 7..19), "m");
            suggest(diagnostic, &sources, written, names_of(&["kumar-2018"]))
        };
        assert_eq!(at("kumar-2019").help, ["did you mean `kumar-2018`?"]);
        assert_eq!(at("kumar-2019").fix, None);
    }

    #[test]
    fn quotes_stay() {
        let mut sources = Sources::new("");
        let file = sources.add("claims/a.yaml", "study: \"kumr-2018\"\n");
        let place = Place::new(file, 7..18);
        let fix = replace(&sources, place, "kumr-2018", "kumar-2018", "t").expect("stands there");
        assert_eq!(fix.edits[0].range, 8..17);
        assert_eq!(
            replace(&sources, place, "r", "m", "t").map(|f| f.edits[0].range.clone()),
            Some(11..12)
        );
        assert_eq!(
            replace(&sources, place, "\"", "'", "t"),
            None,
            "stands there twice"
        );
    }
}
