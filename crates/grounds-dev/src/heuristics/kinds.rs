//! The kinds of errors that sentences about records are labelled with, each with the rules that are there to find it.

/// The label of a sentence that says what its record says.
pub(super) const SOUND: &str = "honest";

/// The kinds of errors that are labelled, each with the rules that are there to find it.
pub(super) const KINDS: &[(&str, &[&str])] = &[
    (
        "absolute",
        &[
            "wording/absolute",
            "wording/absolute-claim",
            "wording/too-certain",
        ],
    ),
    (
        "causal",
        &["wording/causal-on-association", "wording/cited-as-cause"],
    ),
    ("certainty-stated", &["certainty/misstated"]),
    (
        "comparator",
        &[
            "claim/other-comparator-in-words",
            "claim/outside-scope",
            "claim/words-against-scope",
            "fit/words-against-study",
            "number/other-arm",
        ],
    ),
    (
        "count",
        &[
            "independence/overcounted",
            "independence/undercounted",
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-count",
        ],
    ),
    (
        "direction",
        &[
            "claim/words-against-effect",
            "fit/direction-against-study",
            "number/other-arm",
            "number/other-sign",
            "number/swapped-arms",
        ],
    ),
    (
        "follow-up",
        &[
            "claim/longer-in-words",
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-time",
        ],
    ),
    ("design", &["fit/misnamed-design"]),
    ("hanging", &["wording/hanging-comparison"]),
    ("heading", &["citation/unaccounted-heading"]),
    (
        "intervention",
        &[
            "claim/outside-scope",
            "claim/words-against-scope",
            "fit/alone-in-words",
            "fit/unsaid-partner",
            "fit/words-against-study",
            "number/other-arm",
        ],
    ),
    ("label", &["citation/labelled-claim"]),
    ("needless-hedge", &["wording/needless-hedge"]),
    (
        "number",
        &[
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-count",
            "number/other-interval",
            "number/other-proportion",
            "number/other-sign",
            "number/other-unit",
            "number/unmarked-rounding",
        ],
    ),
    (
        "number-arm",
        &[
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-arm",
            "number/other-outcome",
            "number/other-people",
            "number/other-proportion",
            "number/other-time",
            "number/swapped-arms",
        ],
    ),
    ("odds-as-risk", &["number/odds-as-risk"]),
    (
        "outcome",
        &[
            "claim/outside-scope",
            "claim/words-against-scope",
            "fit/surrogate-in-words",
            "fit/words-against-study",
            "number/other-outcome",
        ],
    ),
    (
        "population",
        &[
            "claim/outside-scope",
            "claim/words-against-scope",
            "fit/unsaid-species",
            "fit/words-against-study",
        ],
    ),
    ("relative-only", &["wording/relative-without-absolute"]),
    (
        "significance",
        &["wording/no-effect", "wording/significance-against-interval"],
    ),
    (
        "spread",
        &[
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-interval",
            "number/other-measure",
            "number/other-spread",
        ],
    ),
    (
        "too-certain",
        &["wording/speculation-stated", "wording/too-certain"],
    ),
    (
        "uncited-part",
        &[
            "citation/unaccounted-sentence",
            "citation/unaccounted-statement",
            "claim/outside-scope",
            "fit/words-against-study",
        ],
    ),
    ("unnamed-research", &["citation/unnamed-research"]),
];

/// Rules that say of any passage that it says something else than its claim.
pub(super) const OF_EVERY_KIND: &[&str] = &["claim/passage-drift"];
