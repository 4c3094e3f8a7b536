//! One sample of each kind of record, with every field that the kind has.

use serde_json::{Value, json};

use crate::schema::Kind;

pub(super) fn sample(kind: Kind) -> Value {
    match kind {
        Kind::Settings => settings(),
        Kind::Vocabulary => vocabulary(),
        Kind::Article => article(),
        Kind::Claim => claim(),
        Kind::Study => study(),
    }
}

fn settings() -> Value {
    json!({
        "title": "Microneedling",
        "description": "What needling does.",
        "language": "en",
        "base-url": "https://example.org",
        "csl-style": "styles/ama.csl",
        "theme": "theme",
        "policy": "strict",
        "retractions": "lists/retractions.csv",
        "coverage": {"floor": 80, "baseline": 85.5},
        "wording": {
            "very-uncertain": ["is anybody's guess"],
            "may": ["conceivably"],
            "probably": ["in all likelihood"],
            "reporting": ["in our trial"],
            "absolute": ["works every time"],
            "hanging": ["nicer"],
            "no-effect": ["came to nothing"],
            "relative": ["doubles the odds"],
            "unnamed-research": ["boffins say"],
            "ignore": ["the Sure Cure trial"]
        },
        "levels": {"claim/no-evidence": "error", "freshness": "warn", "all": "allow"}
    })
}

fn vocabulary() -> Value {
    json!({
        "concepts": {
            "hair-count": {
                "label": "hair count",
                "kind": "outcome",
                "synonyms": ["number of hairs"],
                "broader": ["hair-growth"],
                "sex": "male",
                "age": age(),
                "species": "human",
                "system": "in-vitro",
                "inert": true,
                "parts": ["hair-growth", "quality-of-life"],
                "surrogate-for": ["quality-of-life"],
                "important-difference": {"value": "10", "unit": "hairs", "source": "Ours."},
                "definition": "Hairs in an area.",
                "mesh": "D006197",
                "same-as": ["https://example.org/hair-count"]
            }
        },
        "suppress": [suppression()]
    })
}

fn article() -> Value {
    json!({
        "title": "Does it work?",
        "description": "What the trials say.",
        "audience": "patients",
        "lang": "en",
        "authors": ["A. Writer"],
        "published": "2026-01-31",
        "updated": "2026-02-28",
        "review": review(),
        "suppress": [{"rule": "freshness/review-overdue", "reason": "R.", "on": "2024-05", "until": "2027-01-31"}]
    })
}

fn claim() -> Value {
    json!({
        "statement": "Needling adds to minoxidil.",
        "variations": ["Minoxidil works better with needling."],
        "kind": "efficacy",
        "basis": "evidence",
        "scope": {
            "population": ["adult-men"],
            "age": age(),
            "severity": severity(),
            "species": "human",
            "intervention": ["microneedling", "minoxidil"],
            "comparator": ["minoxidil"],
            "outcome": "hair-count",
            "at": "12 weeks"
        },
        "effect": "increase",
        "certainty": {
            "level": "low",
            "start": "high",
            "downgrades": [{"domain": "risk-of-bias", "steps": 2, "reason": "Nobody was blinded."}],
            "upgrades": [{"domain": "large-effect", "steps": 1, "reason": "It is large."}]
        },
        "evidence": [{
            "study": "kumar-2018",
            "relation": "supports",
            "finding": "hair-count-12w",
            "cited-as": "retracted",
            "directness": {
                "population": judgement(),
                "intervention": judgement(),
                "comparator": judgement(),
                "outcome": judgement(),
                "species": judgement(),
                "follow-up": judgement()
            },
            "explanation": "It compared the two."
        }],
        "derivations": {"twice": derivation()},
        "note": "Look again.",
        "former-reviews": [{"by": "B.", "on": "2024-01-31", "change": "The dose."}],
        "review": review(),
        "suppress": [suppression()]
    })
}

fn study() -> Value {
    json!({
        "report": report(),
        "design": "rct",
        "species": "human",
        "registration": "NCT01234567",
        "part-of": "kumar-2017",
        "cohort": "The hair cohort",
        "includes": ["dhurat-2013"],
        "population": {
            "concepts": ["adult-men"],
            "description": "Men with hair loss.",
            "age": age(),
            "severity": severity(),
            "female": 8,
            "male": 60,
            "enrolled": 68,
            "analysed": 60
        },
        "groups": "within-person",
        "arms": {"combined": {"interventions": ["microneedling"], "description": "Weekly.", "n": 34}},
        "findings": {"hair-count-12w": finding()},
        "derivations": {"twice": derivation()},
        "quotes": {"count": {"text": "The mean count rose.", "locator": "p. 3"}},
        "limitations": ["Short."],
        "funding": "None.",
        "standing": [{
            "event": "retracted",
            "on": "2020-05",
            "reported": "2020-06-01",
            "reason": "The data were not available.",
            "notice": "10.1000/x",
            "by": "kumar-2021",
            "source": "https://example.org"
        }],
        "sources": ["https://example.org"],
        "note": "Check the dose.",
        "suppress": [suppression()]
    })
}

fn report() -> Value {
    json!({
        "type": "article-journal",
        "title": "A randomised study",
        "author": [
            {"family": "Kumar", "given": "M. K.", "suffix": "Jr.", "non-dropping-particle": "van",
             "ORCID": "0000-0002-1825-0097"},
            {"literal": "The Group"}
        ],
        "issued": "2018-10-15",
        "container-title": "A Journal",
        "publisher": "A Press",
        "volume": 11,
        "issue": "2",
        "page": "211-216",
        "language": "en",
        "DOI": "10.1000/x",
        "PMID": 30_532_123,
        "PMCID": "PMC123",
        "ISSN": "0974-2077",
        "ISBN": "978-3-16-148410-0",
        "URL": "https://example.org"
    })
}

fn finding() -> Value {
    json!({
        "outcome": "hair-count",
        "among": ["men"],
        "summary": "More hair.",
        "at": "12 weeks",
        "measure": "mean-change",
        "unit": "hairs per square inch",
        "values": {"combined": "12.52"},
        "sd": {"combined": "3.10"},
        "iqr": {"combined": {"low": "10", "high": "15"}},
        "range": {"combined": {"low": "-2", "high": "31"}},
        "n": {"combined": 34},
        "events": {"combined": 4},
        "items": 1,
        "direction": "increase",
        "contrast": {"arm": "combined", "against": "minoxidil"},
        "estimate": "10.63",
        "interval": {"level": "95", "low": "9.1", "high": "12.0"},
        "p": "<0.05",
        "test": {"statistic": "t", "df": ["28"], "value": "2.20", "one-tailed": true},
        "subgroups": ["hair-count-men"],
        "i2": "40",
        "locator": "Table 2",
        "source": "https://example.org"
    })
}

fn age() -> Value {
    json!({"from": 18, "to": 50})
}

fn severity() -> Value {
    json!({"scale": "Norwood-Hamilton", "from": "3", "to": "4"})
}

fn judgement() -> Value {
    json!({"judgement": "direct", "reason": "The same people."})
}

fn derivation() -> Value {
    json!({
        "method": "difference",
        "of": [{"study": "kumar-2018", "finding": "hair-count-12w", "arm": "combined", "number": "value"}],
        "value": "10.63",
        "unit": "hairs per square inch"
    })
}

fn review() -> Value {
    json!({"by": "A. Reviewer", "on": "2026-01-31", "change": "Nothing but a comma.", "due": "2027-01-31"})
}

fn suppression() -> Value {
    json!({"rule": "freshness/review-overdue", "reason": "It is under way.", "on": "2024-05", "until": "2027-01-31"})
}
