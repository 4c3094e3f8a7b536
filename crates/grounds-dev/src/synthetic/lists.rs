//! Word lists, the commonest first, and draws from them by Zipf's law.

use std::sync::LazyLock;

/// A list of words or sentences with the chances of each.
#[derive(Debug)]
pub(super) struct List {
    pub(super) entries: Vec<&'static str>,
    zipf: Zipf,
}

/// The chances of ranks: the second is drawn half as often as the first, the third a third as often.
#[derive(Debug)]
pub(super) struct Zipf(Vec<f64>);

impl Zipf {
    pub(super) fn new(ranks: usize) -> Self {
        let mut sum = 0.0;
        let sums = (1_u32..).take(ranks).map(|rank| {
            sum += f64::from(rank).recip();
            sum
        });
        Self(sums.collect())
    }

    /// A rank, from 0.
    pub(super) fn draw(&self, draw: &mut Draw) -> usize {
        let at = draw.share() * self.0.last().copied().unwrap_or_default();
        self.0
            .partition_point(|&sum| sum <= at)
            .min(self.0.len() - 1)
    }
}

impl List {
    fn parse(text: &'static str) -> Self {
        let lines = text.lines();
        let entries: Vec<_> = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        Self {
            zipf: Zipf::new(entries.len()),
            entries,
        }
    }

    /// An entry by Zipf's law.
    pub(super) fn draw(&self, draw: &mut Draw) -> &'static str {
        self.entries[self.zipf.draw(draw)]
    }
}

/// Every list.
#[derive(Debug)]
pub(super) struct Lists {
    pub(super) conditions: List,
    pub(super) interventions: List,
    pub(super) outcomes: List,
    pub(super) families: List,
    pub(super) givens: List,
    pub(super) journals: List,
    pub(super) nouns: List,
    pub(super) adjectives: List,
    pub(super) sentences: List,
}

pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists {
    conditions: List::parse(include_str!("words/conditions.txt")),
    interventions: List::parse(include_str!("words/interventions.txt")),
    outcomes: List::parse(include_str!("words/outcomes.txt")),
    families: List::parse(include_str!("words/families.txt")),
    givens: List::parse(include_str!("words/givens.txt")),
    journals: List::parse(include_str!("words/journals.txt")),
    nouns: List::parse(include_str!("words/nouns.txt")),
    adjectives: List::parse(include_str!("words/adjectives.txt")),
    sentences: List::parse(include_str!("words/sentences.txt")),
});

/// Random numbers from a seed.
#[derive(Debug)]
pub(super) struct Draw(fastrand::Rng);

impl Draw {
    /// Those of one record of one kind.
    pub(super) fn new(seed: u64, stream: u64, index: u64) -> Self {
        let mut outer = fastrand::Rng::with_seed(seed.wrapping_mul(31).wrapping_add(stream));
        let inner = outer.u64(..) ^ index.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(fastrand::Rng::with_seed(inner))
    }

    /// A number from 0 to below 1.
    pub(super) fn share(&mut self) -> f64 {
        self.0.f64()
    }

    /// A number of a range.
    pub(super) fn within(&mut self, range: std::ops::RangeInclusive<u32>) -> u32 {
        self.0.u32(range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rank_is_drawn_about_twice_as_often_as_the_second() {
        let zipf = Zipf::new(50);
        let mut draw = Draw::new(1, 1, 1);
        let mut counts = [0_u32; 50];
        for _ in 0..100_000 {
            counts[zipf.draw(&mut draw)] += 1;
        }
        let ratio = f64::from(counts[0]) / f64::from(counts[1]);
        assert!((1.9..2.1).contains(&ratio), "{ratio}");
        assert!(counts.iter().all(|&count| count > 0));
    }
}
