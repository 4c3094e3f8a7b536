//! The names of fields that records have, numbered, so that each need not be written in every record.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

/// The number of a name, if it has one.
pub(super) fn number(name: &str) -> Option<usize> {
    NUMBERS.get(name).copied()
}

/// The name of a number.
pub(super) fn name(number: usize) -> Option<&'static str> {
    NAMES.get(number).copied()
}

static NUMBERS: LazyLock<HashMap<&str, usize, FixedState>> = LazyLock::new(|| {
    NAMES
        .iter()
        .zip(0..)
        .map(|(name, number)| (*name, number))
        .collect()
});

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "DOI", "ISBN", "ISSN", "ORCID", "PMCID", "PMID", "URL", "against", "age", "among", "analysed", "arm",
    "arms", "at", "audience", "author", "authors", "basis", "broader", "by", "certainty",
    "change", "cited-as", "cohort", "comparator", "concepts", "container-title", "contrast", "definition",
    "derivations", "description", "design", "df", "direction", "directness", "domain",
    "downgrades", "due", "effect", "enrolled", "estimate", "event", "events", "evidence",
    "explanation", "family", "female", "finding", "findings", "follow-up", "former-reviews", "from", "funding",
    "given", "groups", "high", "i2", "important-difference", "includes", "inert", "interval",
    "intervention", "interventions", "iqr", "issue", "issued", "items", "judgement", "kind", "label",
    "lang", "language", "level", "limitations", "literal", "locator", "low", "male", "measure",
    "mesh", "method", "n", "non-dropping-particle", "note", "notice", "number", "of", "on",
    "one-tailed", "outcome", "p", "page", "part-of", "parts", "population", "published", "publisher",
    "quotes", "range", "reason", "registration", "relation", "report", "reported", "review", "rule",
    "same-as", "scale", "scope", "sd", "severity", "sex", "source", "sources", "species",
    "standing", "start", "statement", "statistic", "steps", "study", "subgroups", "suffix",
    "summary", "suppress", "surrogate-for", "synonyms", "system", "test", "text", "title", "to", "type",
    "unit", "until", "updated", "upgrades", "value", "values", "variations", "volume",
];

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::schema;

    fn properties<'a>(value: &'a Value, names: &mut Vec<&'a str>) {
        let fields = value.get("properties").and_then(Value::as_object);
        names.extend(fields.into_iter().flatten().map(|(name, _)| name.as_str()));
        let inside = value
            .as_object()
            .into_iter()
            .flatten()
            .map(|(_, value)| value);
        let items = value.as_array().into_iter().flatten();
        inside
            .chain(items)
            .for_each(|value| properties(value, names));
    }

    #[test]
    fn every_field_of_a_record_has_a_number() {
        let schemas = schema::all();
        let mut names = Vec::new();
        for (_, schema) in schemas.iter().filter(|(name, _)| *name != "settings") {
            properties(schema, &mut names);
        }
        assert!(names.contains(&"statement") && names.contains(&"container-title"));
        let unknown: Vec<_> = names.iter().filter(|it| number(it).is_none()).collect();
        assert_eq!(unknown, Vec::<&&str>::new());
        assert!(NAMES.is_sorted());
    }
}
