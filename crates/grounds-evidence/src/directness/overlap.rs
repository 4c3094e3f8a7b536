//! Whether the scopes of two claims overlap: whether one of them says something of what the other is about, and whether
//! they compare the same two treatments the same way round.

use grounds_model::{Key, Scope};

use super::people::of_scope;
use super::{ranges, species};
use crate::concepts::{Concepts, Relation};
use crate::duration::Duration;

/// How two claims compare the same two treatments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlap {
    /// The one says what the other says, or a case of it.
    Alike,
    /// The one compares the first treatment with the second, the other the second with the first.
    Mirrored,
}

/// How two scopes overlap, if somebody can be in both, and was treated and compared alike, at the same time: of
/// population, intervention and comparator the one is the other, or a case of it.
pub(super) fn overlap(concepts: &Concepts<'_>, a: &Scope, b: &Scope) -> Option<Overlap> {
    let overlap = compared(concepts, a, b)?;
    let case_of = |a: &[Key], b: &[Key]| {
        let mut all = b.iter();
        all.all(|broad| a.iter().any(|narrow| concepts.is_a(narrow, broad)))
    };
    let people = case_of(&a.population, &b.population) || case_of(&b.population, &a.population);
    let (one, other) = (of_scope(concepts, a), of_scope(concepts, b));
    let met = people
        && !ranges::apart(&one, &other)
        && species::of_scope(concepts, Some(a)) == species::of_scope(concepts, Some(b))
        && same_time(a, b);
    met.then_some(overlap)
}

/// Which way round two scopes compare the same two treatments. Where a treatment is a case of the other, as a high dose
/// is of a drug, both ways may fit: the nearer one counts.
fn compared(concepts: &Concepts<'_>, a: &Scope, b: &Scope) -> Option<Overlap> {
    let farther = |one: (&[Key], &[Key]), other: (&[Key], &[Key])| {
        let one = concepts.relation_of_sets(one.0, one.1);
        one.max(concepts.relation_of_sets(other.0, other.1))
    };
    let treated = (&*a.intervention, &*b.intervention);
    let alike = if open(concepts, &a.comparator, &b.comparator) {
        concepts.relation_of_sets(treated.0, treated.1)
    } else {
        farther(treated, (&a.comparator, &b.comparator))
    };
    let named = [
        &a.comparator,
        &b.comparator,
        &a.intervention,
        &b.intervention,
    ];
    let mirrored = if named.iter().any(|keys| keys.is_empty()) {
        Relation::Apart
    } else {
        farther(
            (&a.intervention, &b.comparator),
            (&a.comparator, &b.intervention),
        )
    };
    if mirrored < alike {
        Some(Overlap::Mirrored)
    } else {
        (alike != Relation::Apart).then_some(Overlap::Alike)
    }
}

/// Claims about different times can both be true. 52 weeks and 12 months are a year.
fn same_time(a: &Scope, b: &Scope) -> bool {
    let (Some(a), Some(b)) = (&a.at, &b.at) else {
        return true;
    };
    match (Duration::read(a.as_str()), Duration::read(b.as_str())) {
        (Some(a), Some(b)) => a.reaches(b) && b.reaches(a),
        _ => a == b,
    }
}

/// A claim without a comparator is one against nothing, a placebo or usual care: whether two are, and one says so by
/// naming none.
fn open(concepts: &Concepts<'_>, a: &[Key], b: &[Key]) -> bool {
    let inert = |keys: &[Key]| keys.iter().all(|key| concepts.is_inert(key));
    (a.is_empty() || b.is_empty()) && inert(a) && inert(b)
}

#[cfg(test)]
mod tests {
    use grounds_load::RawFile;

    use super::Overlap;
    use crate::directness::Appraiser;
    use crate::directness::tests::VOCABULARY;

    /// How the scopes of two claims with these fields overlap.
    fn how(one: &str, other: &str) -> Option<Overlap> {
        let files = vec![
            RawFile::new("grounds.toml", "title = \"T\"\n"),
            RawFile::new("vocabulary.yaml", VOCABULARY),
        ];
        let set = grounds_load::assemble(files, "").set;
        let appraiser = Appraiser::new(&set);
        let scope = |text: &str| {
            let text =
                format!("statement: S.\nkind: efficacy\nbasis: evidence\nscope: {{{text}}}\n");
            let files = vec![
                RawFile::new("grounds.toml", "title = \"T\"\n"),
                RawFile::new("claims/claim.yaml", text),
            ];
            let set = grounds_load::assemble(files, "").set;
            let claim = &set.claims.get("claim").expect("the claim is sound").value;
            claim.scope.clone().expect("a scope")
        };
        appraiser.overlap(&scope(one), &scope(other))
    }

    fn alike(one: &str, other: &str) -> bool {
        how(one, other) == Some(Overlap::Alike)
    }

    fn mirrored(one: &str, other: &str) -> bool {
        how(one, other) == Some(Overlap::Mirrored)
    }

    #[test]
    fn scopes_overlap_where_somebody_can_be_in_both() {
        let ages = "population: [adults], age: {from: 18, to: 64}";
        assert!(how(ages, "population: [adults], age: {from: 65}").is_none());
        assert!(alike(ages, "population: [adults], age: {from: 60}"));
        let mild = "severity: {scale: Stage, from: \"1\", to: \"2\"}";
        assert!(how(mild, "severity: {scale: stage, from: \"3\", to: \"3\"}").is_none());
        assert!(alike(
            mild,
            "severity: {scale: stage, from: \"2\", to: \"3\"}"
        ));
        assert!(how("species: mouse", "").is_none());
        assert!(alike("at: 12 months", "at: 1 year") && alike("at: 52 weeks", "at: 1 year"));
        assert!(how("at: 12 weeks", "at: 1 year").is_none());
        assert!(alike("comparator: [placebo]", ""));
        assert!(how("comparator: [drug]", "").is_none());
    }

    #[test]
    fn the_way_round_that_fits_better_counts() {
        let first = "intervention: [needling], comparator: [drug]";
        assert!(mirrored(
            first,
            "intervention: [drug], comparator: [needling]"
        ));
        assert!(mirrored(
            first,
            "intervention: [strong-drug], comparator: [needling]"
        ));
        assert!(how(first, "intervention: [drug], comparator: [placebo]").is_none());
        assert!(
            how(
                first,
                "intervention: [drug], comparator: [needling], at: 1 year"
            )
            .is_some()
        );
        // A strong drug is a drug, too.
        let strong = "intervention: [strong-drug], comparator: [drug]";
        assert!(alike(strong, strong));
        assert!(mirrored(
            strong,
            "intervention: [drug], comparator: [strong-drug]"
        ));
        let added = "intervention: [needling, drug], comparator: [drug]";
        assert!(mirrored(
            added,
            "intervention: [drug], comparator: [drug, needling]"
        ));
    }
}
