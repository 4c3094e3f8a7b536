//! Whether the scopes of two claims overlap: whether one of them says something of what the other is about.

use grounds_model::{Key, Scope};

use super::people::of_scope;
use super::{ranges, species};
use crate::concepts::{Concepts, Relation};
use crate::duration::Duration;

/// Whether somebody can be in both scopes, and was treated and compared alike, at the same time: of population,
/// intervention and comparator the one is the other, or a case of it.
pub(super) fn overlap(concepts: &Concepts<'_>, a: &Scope, b: &Scope) -> bool {
    let case_of = |a: &[Key], b: &[Key]| {
        let mut all = b.iter();
        all.all(|broad| a.iter().any(|narrow| concepts.is_a(narrow, broad)))
    };
    let people = case_of(&a.population, &b.population) || case_of(&b.population, &a.population);
    let (one, other) = (of_scope(concepts, a), of_scope(concepts, b));
    let done = |a: &[Key], b: &[Key]| concepts.relation_of_sets(a, b) != Relation::Apart;
    people
        && !ranges::apart(&one, &other)
        && species::of_scope(concepts, Some(a)) == species::of_scope(concepts, Some(b))
        && same_time(a, b)
        && done(&a.intervention, &b.intervention)
        && same_comparator(concepts, &a.comparator, &b.comparator)
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

/// A claim without a comparator is one against nothing, a placebo or usual care.
fn same_comparator(concepts: &Concepts<'_>, a: &[Key], b: &[Key]) -> bool {
    let inert = |keys: &[Key]| keys.iter().all(|key| concepts.is_inert(key));
    let either_open = a.is_empty() || b.is_empty();
    (either_open && inert(a) && inert(b)) || concepts.relation_of_sets(a, b) != Relation::Apart
}
