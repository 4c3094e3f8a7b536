//! "Did you mean": the nearest of the words that are allowed.

/// The word among `allowed` that `written` is likely meant to be.
pub(crate) fn nearest<'a>(
    written: &str,
    allowed: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let written = plain(written);
    if written.chars().count() > 2 * LONGEST {
        return None;
    }
    let allowed: Vec<&str> = allowed.into_iter().collect();
    allowed
        .iter()
        .map(|word| (strsim::damerau_levenshtein(&written, &plain(word)), *word))
        .filter(|&(distance, word)| distance <= tolerance(word))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, word)| word)
        .or_else(|| related(&written, &allowed))
        .or_else(|| spelled_out(&written, &allowed))
}

/// The word that was written out (`randomised controlled trial`, `rct`), or the only one that stands in what was
/// written (`prospective cohort study`, `cohort`).
fn spelled_out<'a>(written: &str, allowed: &[&'a str]) -> Option<&'a str> {
    let parts: Vec<&str> = written.split('-').collect();
    let initials: String = parts
        .iter()
        .filter_map(|part| part.chars().next())
        .collect();
    if let Some(word) = allowed
        .iter()
        .find(|word| plain(word) == initials && parts.len() > 2)
    {
        return Some(word);
    }
    let written = format!("-{written}-");
    let mut within = allowed
        .iter()
        .copied()
        .filter(|word| written.contains(&format!("-{}-", plain(word))));
    let first = within.next()?;
    within.next().is_none().then_some(first)
}

/// The only word that shares a part with what was written (`journal`, `article-journal`) or
/// begins like it (`efficacious`, `efficacy`).
fn related<'a>(written: &str, allowed: &[&'a str]) -> Option<&'a str> {
    let begins_alike = |word: &str| {
        let shared = written
            .chars()
            .zip(word.chars())
            .take_while(|(a, b)| a == b)
            .count();
        shared >= 5 && 2 * shared > word.chars().count()
    };
    let mut related = allowed.iter().copied().filter(|word| {
        let word = plain(word);
        word.split('-').any(|part| part == written) || begins_alike(&word)
    });
    let first = related.next()?;
    related.next().is_none().then_some(first)
}

/// Longer than any field name or enumerated word.
const LONGEST: usize = 50;

/// One slip in every three letters.
fn tolerance(word: &str) -> usize {
    word.chars().count().div_ceil(3).min(4)
}

/// Case, and how words are joined, are the commonest slips, and free.
fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let fields = ["statement", "part-of", "DOI", "PMID", "PMCID", "kind"];
        assert_eq!(nearest("statment", fields), Some("statement"));
        assert_eq!(nearest("part_of", fields), Some("part-of"));
        assert_eq!(nearest("doi", fields), Some("DOI"));
        assert_eq!(nearest("pmcid", fields), Some("PMCID"));
        assert_eq!(nearest("colour", fields), None);
        assert_eq!(
            nearest("journal", ["article-journal", "book"]),
            Some("article-journal")
        );
        assert_eq!(
            nearest("efficacious", ["efficacy", "harm"]),
            Some("efficacy")
        );
        assert_eq!(
            nearest("review", ["systematic-review", "narrative-review"]),
            None
        );
        let designs = [
            "rct",
            "controlled-trial",
            "cohort",
            "case-control",
            "meta-analysis",
        ];
        assert_eq!(nearest("Randomised controlled trial", designs), Some("rct"));
        assert_eq!(nearest("prospective cohort study", designs), Some("cohort"));
        assert_eq!(nearest("a cohort and a meta-analysis", designs), None);
        assert_eq!(nearest("a long walk", designs), None);
        assert_eq!(nearest(&"x".repeat(1000), fields), None);
    }
}
