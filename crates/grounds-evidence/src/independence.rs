//! Independence: how many studies a claim's supporting papers come to.
//!
//! Papers are one study where one is part of the other, where both have the same registration or
//! the same cohort, and where one is a review that includes the other.

use std::collections::BTreeMap;

use grounds_load::ContentSet;
use grounds_model::{Claim, Key, Relation, Study};

/// How the supporting papers of a claim come to studies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Independence<'a> {
    /// The papers, grouped into studies: the position of the evidence line, and the paper.
    pub studies: Vec<Vec<(usize, &'a Key)>>,
    /// Why two papers are one study: the later paper, the earlier one, and the reason.
    pub because: Vec<(&'a Key, &'a Key, &'static str)>,
}

impl Independence<'_> {
    /// How many papers there are.
    pub fn papers(&self) -> usize {
        self.studies.iter().map(Vec::len).sum()
    }
}

/// Groups the supporting papers of a claim into independent studies.
pub fn independence<'a>(set: &'a ContentSet, claim: &'a Claim) -> Independence<'a> {
    let lines = claim.evidence.iter().enumerate();
    let papers: Vec<(usize, &Key, &Study)> = lines
        .filter(|(_, line)| line.relation == Relation::Supports)
        .filter_map(|(i, line)| {
            let (key, study) = set.studies.sound.get_key_value(&line.study)?;
            Some((i, key, &study.value))
        })
        .collect();
    let mut leader: Vec<usize> = (0..papers.len()).collect();
    let mut because = Vec::new();
    for (i, (_, key, study)) in papers.iter().enumerate() {
        for (j, (_, other_key, other)) in papers.iter().enumerate().take(i) {
            let Some(reason) = same_study(key, study, other_key, other) else {
                continue;
            };
            let (one, two) = (leader[i], leader[j]);
            if one != two {
                because.push((*key, *other_key, reason));
                let (low, high) = (one.min(two), one.max(two));
                for at in &mut leader {
                    if *at == high {
                        *at = low;
                    }
                }
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<(usize, &Key)>> = BTreeMap::new();
    for (at, (line, key, _)) in papers.iter().enumerate() {
        groups.entry(leader[at]).or_default().push((*line, key));
    }
    Independence {
        studies: groups.into_values().collect(),
        because,
    }
}

fn same_study(key: &Key, study: &Study, other_key: &Key, other: &Study) -> Option<&'static str> {
    let same = |a: Option<String>, b: Option<String>| a.is_some() && a == b;
    let registration = |study: &Study| {
        let text = study.registration.as_ref()?.as_str();
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        let plain: String = letters.flat_map(char::to_lowercase).collect();
        (!plain.is_empty()).then_some(plain)
    };
    let cohort = |study: &Study| {
        let words: Vec<&str> = study.cohort.as_ref()?.as_str().split_whitespace().collect();
        Some(words.join(" ").to_lowercase())
    };
    if key == other_key {
        Some("they are the same paper")
    } else if study.part_of.as_ref() == Some(other_key)
        || other.part_of.as_ref() == Some(key)
        || (study.part_of.is_some() && study.part_of == other.part_of)
    {
        Some("they report one study")
    } else if same(registration(study), registration(other)) {
        Some("they have the same registration")
    } else if same(cohort(study), cohort(other)) {
        Some("they studied the same cohort")
    } else if study.includes.contains(other_key) || other.includes.contains(key) {
        Some("one is a review that includes the other")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use grounds_load::RawFile;

    use crate::impact::{Event, impact};

    /// Two reports of one trial, and another trial: if that falls, one study is left and not two.
    #[test]
    fn what_is_left_after_a_retraction_is_counted_in_studies() {
        let study = |more: &str| {
            format!("report: {{type: article-journal, title: T}}\ndesign: rct\n{more}\n")
        };
        let claim = "statement: S.\nkind: efficacy\nbasis: evidence\nevidence:\n\
            - {study: first, relation: supports}\n- {study: second, relation: supports}\n\
            - {study: other, relation: supports}\n";
        let files = vec![
            RawFile::new("grounds.toml", "title = \"T\"\n"),
            RawFile::new("claims/claim.yaml", claim),
            RawFile::new("studies/first.yaml", study("")),
            RawFile::new("studies/second.yaml", study("part-of: first")),
            RawFile::new("studies/other.yaml", study("")),
        ];
        let set = grounds_load::assemble(files, "").set;
        assert_eq!(impact(&set, &["other"], Event::Retracted).claims[0].left, 1);
        assert_eq!(impact(&set, &["first"], Event::Retracted).claims[0].left, 1);
    }
}
