//! The words of the index: in which entries each is, and how they are divided into files.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use foldhash::fast::FixedState;

use super::entries::{Entry, Weight};
use super::terms;
use crate::site::index::Index;

/// The entries that a word is in, in order, each with the weight of its weightiest place.
#[derive(Debug, Default)]
pub(super) struct Postings(Vec<(u32, Weight)>);

impl Postings {
    /// Adds an entry; the last one again if it is that.
    fn add(&mut self, entry: u32, weight: Weight) {
        match self.0.last_mut() {
            Some((last, known)) if *last == entry => *known = weight.max(*known),
            _ => self.0.push((entry, weight)),
        }
    }

    /// Adds the postings of later entries.
    pub(super) fn append(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    /// As numbers: 4 × the step from the entry before, plus the weight (0 text, 1 heading, 2 title).
    fn write(&self, json: &mut String) {
        let mut before = 0;
        for (i, (entry, weight)) in self.0.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            let number = u64::from(entry - before) * 4 + *weight as u64;
            before = *entry;
            write!(json, "{comma}{number}").expect("writing to a string does not fail");
        }
    }
}

/// Words as they are met, in no order.
pub(super) type Read = HashMap<String, Postings, FixedState>;

/// Reads the words of an entry.
pub(super) fn read(words: &mut Read, position: usize, entry: &Entry<'_>, index: &Index) {
    let position = u32::try_from(position).expect("a site has fewer than 2³² pages");
    entry.each_text(index, &mut |text, weight| {
        terms::each(text, |word| match words.get_mut(word) {
            Some(postings) => postings.add(position, weight),
            None => words
                .entry(word.to_owned())
                .or_default()
                .add(position, weight),
        });
    });
}

/// A part of the index: its words with their postings as JSON, `[["word",[4,8]],…]`.
pub(super) type Shard = (String, String);

/// Divides the words by their beginnings, by as many letters as keep each part small. A word that is
/// itself the beginning of a divided part is in the part of that name.
pub(super) fn shards(words: &BTreeMap<String, Postings>, most: usize) -> Vec<Shard> {
    let words: Vec<(&str, String)> = words
        .iter()
        .map(|(word, postings)| {
            let mut json = serde_json::to_string(word).expect("a word is plain JSON");
            json.insert(0, '[');
            json.push_str(",[");
            postings.write(&mut json);
            json.push_str("]]");
            (word.as_str(), json)
        })
        .collect();
    let mut shards = Vec::new();
    divide("", &words, most, &mut shards);
    shards
}

/// Divides words that all begin with `prefix` and are sorted.
fn divide(prefix: &str, words: &[(&str, String)], most: usize, shards: &mut Vec<Shard>) {
    let size: usize = words.iter().map(|(_, json)| json.len() + 1).sum();
    if words.is_empty() {
        return;
    }
    if !prefix.is_empty() && (size <= most || words.len() == 1) {
        let parts: Vec<&str> = words.iter().map(|(_, json)| json.as_str()).collect();
        shards.push((prefix.to_owned(), format!("[{}]", parts.join(","))));
        return;
    }
    let exact = words.partition_point(|(word, _)| *word == prefix);
    let (itself, mut rest) = words.split_at(exact);
    divide(prefix, itself, most, shards);
    while let Some((word, _)) = rest.first() {
        let next = word[prefix.len()..]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        let longer = &word[..prefix.len() + next];
        let end = rest.partition_point(|(word, _)| word.starts_with(longer));
        let (part, others) = rest.split_at(end);
        divide(longer, part, most, shards);
        rest = others;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> BTreeMap<String, Postings> {
        let postings = || Postings(vec![(1, Weight::Text), (3, Weight::Title)]);
        list.iter()
            .map(|word| ((*word).to_owned(), postings()))
            .collect()
    }

    #[test]
    fn postings_are_steps_with_weights() {
        let mut json = String::new();
        Postings(vec![(1, Weight::Text), (3, Weight::Title)]).write(&mut json);
        assert_eq!(json, "4,10");
    }

    #[test]
    fn every_word_is_in_one_part_that_begins_it() {
        let words = words(&["hair", "hairs", "ha", "heart", "é"]);
        for most in [1, 40, 60, 10_000] {
            let shards = shards(&words, most);
            for word in words.keys() {
                let quoted = format!("[\"{word}\",");
                let holding: Vec<&str> = shards
                    .iter()
                    .filter(|(_, json)| json.contains(&quoted))
                    .map(|(prefix, _)| prefix.as_str())
                    .collect();
                assert!(
                    matches!(holding.as_slice(), [prefix] if word.starts_with(prefix)),
                    "{word} with {most}: {holding:?}"
                );
            }
        }
    }
}
