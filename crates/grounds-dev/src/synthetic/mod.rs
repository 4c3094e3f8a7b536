//! Content sets of any size, made from nothing but a seed: for measuring.
//!
//! The same shape and seed give the same bytes. Every record is a function of the seed and of its own
//! number, so sets are written file by file, and a record that another one refers to is made
//! again where its facts are needed. The words follow Zipf's law: the concepts, the sentences
//! between the claims, and the names. A set without faults is clean under `grounds check`.
//!
//! An article states ten claims of the library and cites ten times. A claim is stated in two and a
//! half articles on average, and there is one study for every two claims: 10,000 articles come
//! with 40,000 claims and 20,000 studies.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, ensure};
use grounds_load::RawFile;
use rayon::prelude::*;

mod article;
mod claim;
mod fault;
mod lists;
mod study;
mod topic;

use self::claim::Claim;
use self::fault::Fault;
use self::lists::Draw;
use self::study::Study;
use self::topic::Topics;

/// How large a set is, and how sound.
#[derive(Debug, Clone)]
pub struct Shape {
    /// How many articles.
    pub articles: usize,
    /// How many claims in the library.
    pub claims: usize,
    /// How many studies.
    pub studies: usize,
    /// How many claims an article states.
    pub claims_per_article: usize,
    /// How many times an article cites.
    pub citations_per_article: usize,
    /// About how many words an article has.
    pub words: usize,
    /// The share of files with a fault, from 0 to 1.
    pub faults: f64,
    /// Another seed gives another set.
    pub seed: u64,
}

impl Shape {
    /// A sound set with so many articles, in the proportions of the module's description.
    pub fn of(articles: usize, seed: u64) -> Self {
        let claims = (articles * 4).max(1);
        Self {
            articles,
            claims,
            studies: claims.div_ceil(2),
            claims_per_article: 10,
            citations_per_article: 10,
            words: 800,
            faults: 0.0,
            seed,
        }
    }
}

/// A set that can be made, file by file.
#[derive(Debug)]
pub struct Synthetic {
    shape: Shape,
    topics: Topics,
}

/// The kinds of file, each with random numbers of its own.
#[derive(Debug, Clone, Copy)]
enum Stream {
    Study = 1,
    Claim,
    Article,
    Fault,
}

impl Synthetic {
    /// # Errors
    /// The shape asks for records that nothing would refer to.
    pub fn new(shape: Shape) -> anyhow::Result<Self> {
        let stated = shape.articles * shape.claims_per_article;
        ensure!(shape.articles > 0, "a set has at least one article");
        ensure!(
            (1..=stated).contains(&shape.claims),
            "{} articles with {} claims each cannot state {} claims",
            shape.articles,
            shape.claims_per_article,
            shape.claims
        );
        ensure!(
            (1..=shape.claims).contains(&shape.studies),
            "{} claims cannot stand on {} studies",
            shape.claims,
            shape.studies
        );
        ensure!(
            (0.0..=1.0).contains(&shape.faults),
            "the share of faults is between 0 and 1"
        );
        let topics = Topics::for_claims(shape.claims);
        Ok(Self { shape, topics })
    }

    /// Every file, in memory: for tests and small sets.
    pub fn files(&self) -> Vec<RawFile> {
        let mut files: Vec<_> = (0..self.len())
            .into_par_iter()
            .map(|number| self.file(number))
            .map(|(path, text)| RawFile::new(path, text))
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }

    /// Writes every file into a new folder.
    ///
    /// # Errors
    /// The folder is there, or cannot be written.
    pub fn write(&self, out: &Path) -> anyhow::Result<()> {
        fs::create_dir(out).with_context(|| format!("cannot make `{}`", out.display()))?;
        for folder in ["articles", "claims", "studies"] {
            fs::create_dir(out.join(folder))?;
        }
        (0..self.len()).into_par_iter().try_for_each(|number| {
            let (path, text) = self.file(number);
            let path = out.join(path);
            fs::write(&path, text).with_context(|| format!("cannot write `{}`", path.display()))
        })
    }

    /// How many files the set has: the settings and the vocabulary come first.
    fn len(&self) -> usize {
        2 + self.shape.studies + self.shape.claims + self.shape.articles
    }

    /// One file: its path, and its text.
    fn file(&self, number: usize) -> (String, String) {
        match number {
            0 => return ("grounds.toml".to_owned(), self.settings()),
            1 => return ("vocabulary.yaml".to_owned(), self.topics.vocabulary()),
            _ => {}
        }
        let mut draw = self.draw(Stream::Fault, number);
        let faulty = draw.share() < self.shape.faults;
        let mut fault = |kinds| faulty.then(|| Fault::any(kinds, &mut draw));
        let studies = 2..2 + self.shape.studies;
        let claims = studies.end..studies.end + self.shape.claims;
        if studies.contains(&number) {
            let study = self.study(number - studies.start);
            let fault = fault(Fault::OF_STUDIES);
            (
                format!("studies/{}.yaml", study.key),
                study.text(self, fault),
            )
        } else if claims.contains(&number) {
            let claim = self.claim(number - claims.start);
            let fault = fault(Fault::OF_CLAIMS);
            (
                format!("claims/{}.yaml", claim.key),
                claim.text(self, fault),
            )
        } else {
            let index = number - claims.end;
            let fault = fault(Fault::OF_ARTICLES);
            article::write(self, index, fault)
        }
    }

    fn settings(&self) -> String {
        format!(
            "title = \"A synthetic set of {} articles\"\n\
             description = \"Invented from seed {}: for measuring, not for reading.\"\n\
             language = \"en\"\nbase-url = \"https://example.org/\"\n\n[coverage]\nfloor = 100\n",
            self.shape.articles, self.shape.seed
        )
    }

    fn study(&self, index: usize) -> Study {
        Study::new(self, index)
    }

    fn claim(&self, index: usize) -> Claim {
        Claim::new(self, index)
    }

    /// The random numbers of one record.
    fn draw(&self, stream: Stream, index: usize) -> Draw {
        Draw::new(self.shape.seed, stream as u64, index as u64)
    }

    /// The study on which a claim stands.
    fn study_of_claim(&self, claim: usize) -> usize {
        claim * self.shape.studies / self.shape.claims
    }

    /// Whether a claim is the first of those that stand on its study.
    fn is_first_of_study(&self, claim: usize) -> bool {
        claim == 0 || self.study_of_claim(claim - 1) != self.study_of_claim(claim)
    }

    /// The claims that stand on a study.
    fn claims_of_study(&self, study: usize) -> std::ops::Range<usize> {
        let first = |study: usize| (study * self.shape.claims).div_ceil(self.shape.studies);
        first(study)..first(study + 1).min(self.shape.claims)
    }

    /// The claims that an article states.
    fn claims_of_article(&self, article: usize) -> impl Iterator<Item = usize> {
        let first = article * self.shape.claims / self.shape.articles;
        let all = self.shape.claims;
        (0..self.shape.claims_per_article.min(all)).map(move |i| (first + i) % all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_is_referred_to() {
        let set = Synthetic::new(Shape::of(7, 1)).unwrap();
        let mut stated = vec![false; set.shape.claims];
        (0..7).for_each(|article| {
            for claim in set.claims_of_article(article) {
                stated[claim] = true;
            }
        });
        assert!(stated.into_iter().all(|stated| stated));
        for study in 0..set.shape.studies {
            let claims = set.claims_of_study(study);
            assert!(!claims.is_empty());
            for claim in claims {
                assert_eq!(set.study_of_claim(claim), study);
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        let files = |seed| Synthetic::new(Shape::of(3, seed)).unwrap().files();
        let text = |files: Vec<RawFile>| format!("{files:?}");
        assert_eq!(text(files(1)), text(files(1)));
        assert_ne!(text(files(1)), text(files(2)));
    }
}
