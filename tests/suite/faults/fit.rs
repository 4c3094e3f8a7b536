//! Faults of fit: what a claim says is not what its studies did.

use super::{Edit, Fault, Find};

const TRIAL: &str = "claims/trial-in-men-result.yaml";
const MEN: &str = "claims/adds-to-minoxidil-in-men.yaml";
const WOMEN: &str = "claims/adds-to-minoxidil-in-women.yaml";
const AREATA: &str = "claims/alopecia-areata-triamcinolone.yaml";
const PLASMA: &str = "claims/prp-added-in-men.yaml";
const DIAMETER: &str = "claims/hair-diameter.yaml";
const MICE: &str = "claims/mouse-hair-growth.yaml";
const RATS: &str = "claims/channels-in-rats.yaml";
const FLOW: &str = "claims/low-flow-in-balding-scalp.yaml";
const MAIN: &str = "articles/does-microneedling-work-for-hair-growth.md";
const KUMAR: &str = "studies/kumar-2018.yaml";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "the claim behind the trial of 2018 is about needling alone",
        edits: &[Edit::Replace(
            TRIAL,
            "[microneedling, minoxidil-5-percent]",
            "[microneedling]",
        )],
        finds: &[Find("fit/combined-arms", TRIAL, "[microneedling]")],
    },
    Fault {
        name: "the words of the trial of 2018 are about needling alone",
        edits: &[Edit::Replace(
            MAIN,
            "per square inch with microneedling and minoxidil,",
            "per square inch with microneedling alone,",
        )],
        finds: &[Find("fit/alone-in-words", MAIN, "The trial reported")],
    },
    Fault {
        name: "a claim about women's trial is about needling alone",
        edits: &[Edit::Replace(
            WOMEN,
            "[microneedling, minoxidil-2-percent]",
            "[microneedling]",
        )],
        finds: &[Find("fit/combined-arms", WOMEN, "[microneedling]")],
    },
    Fault {
        name: "plasma is credited alone",
        edits: &[Edit::Replace(
            PLASMA,
            "[microneedling, platelet-rich-plasma, minoxidil-5-percent]",
            "[platelet-rich-plasma]",
        )],
        finds: &[Find("fit/combined-arms", PLASMA, "[platelet-rich-plasma]")],
    },
    Fault {
        name: "another drug is claimed than was studied",
        edits: &[
            Edit::Replace(
                TRIAL,
                "[microneedling, minoxidil-5-percent]",
                "[microneedling, finasteride]",
            ),
            Edit::Replace(
                TRIAL,
                "comparator: [minoxidil-5-percent]",
                "comparator: [finasteride]",
            ),
        ],
        finds: &[
            Find(
                "fit/other-intervention",
                TRIAL,
                "[microneedling, finasteride]",
            ),
            Find(
                "claim/other-comparator-in-words",
                TRIAL,
                "One trial in men reported a mean rise of 12.52 hairs per square inch with microneedling and\n  minoxidil, against 1.89 with minoxidil alone.",
            ),
            Find(
                "claim/other-comparator-in-words",
                TRIAL,
                "The trial reported a mean rise of 12.52 hairs per square inch with microneedling and\n    minoxidil, against 1.89 with minoxidil alone.",
            ),
        ],
    },
    Fault {
        name: "the claim behind the trial of 2018 is about needling against nothing",
        edits: &[Edit::Replace(
            TRIAL,
            "[microneedling, minoxidil-5-percent]\n  comparator: [minoxidil-5-percent]\n",
            "[microneedling]\n",
        )],
        finds: &[Find("fit/combined-arms", TRIAL, "[microneedling]")],
    },
    Fault {
        name: "what both arms had is claimed to work",
        edits: &[Edit::Replace(
            TRIAL,
            "[microneedling, minoxidil-5-percent]\n  comparator: [minoxidil-5-percent]\n",
            "[minoxidil-5-percent]\n",
        )],
        finds: &[Find("fit/other-comparator", TRIAL, "population")],
    },
    Fault {
        name: "a claim of benefit does not say what is done",
        edits: &[Edit::Replace(
            TRIAL,
            "  intervention: [microneedling, minoxidil-5-percent]\n  comparator: [minoxidil-5-percent]\n",
            "",
        )],
        finds: &[Find("fit/no-scope", TRIAL, "population")],
    },
    Fault {
        name: "the pair is claimed against nothing",
        edits: &[Edit::Replace(
            TRIAL,
            "  comparator: [minoxidil-5-percent]\n",
            "",
        )],
        finds: &[Find("fit/other-comparator", TRIAL, "population")],
    },
    Fault {
        name: "the comparator is placebo",
        edits: &[Edit::Replace(
            TRIAL,
            "comparator: [minoxidil-5-percent]",
            "comparator: [placebo]",
        )],
        finds: &[Find("fit/other-comparator", TRIAL, "[placebo]")],
    },
    Fault {
        name: "a claim about women stands on men",
        edits: &[Edit::Replace(
            TRIAL,
            "[adult-men, androgenetic-alopecia]",
            "[adult-women, androgenetic-alopecia]",
        )],
        finds: &[
            Find("fit/other-population", TRIAL, "[adult-women"),
            Find("claim/words-against-scope", TRIAL, "men"),
        ],
    },
    Fault {
        name: "a claim about all people stands on men",
        edits: &[Edit::Replace(
            TRIAL,
            "[adult-men, androgenetic-alopecia]",
            "[androgenetic-alopecia]",
        )],
        finds: &[Find(
            "fit/narrower-population",
            TRIAL,
            "[androgenetic-alopecia]",
        )],
    },
    Fault {
        name: "a claim about patchy hair loss stands on pattern hair loss",
        edits: &[Edit::Replace(
            TRIAL,
            "[adult-men, androgenetic-alopecia]",
            "[adult-men, alopecia-areata]",
        )],
        finds: &[Find(
            "fit/other-population",
            TRIAL,
            "[adult-men, alopecia-areata]",
        )],
    },
    Fault {
        name: "a claim about children stands on adults",
        edits: &[Edit::Replace(
            AREATA,
            "population: [alopecia-areata]\n",
            "population: [alopecia-areata]\n  age: {from: 2, to: 12}\n",
        )],
        finds: &[Find("fit/other-population", AREATA, "[alopecia-areata]")],
    },
    Fault {
        name: "a claim about early grades stands on later ones",
        edits: &[Edit::Replace(
            TRIAL,
            "population: [adult-men, androgenetic-alopecia]\n",
            "population: [adult-men, androgenetic-alopecia]\n  severity: {scale: Norwood-Hamilton, from: \"1\", to: \"2\"}\n",
        )],
        finds: &[Find(
            "fit/other-population",
            TRIAL,
            "[adult-men, androgenetic-alopecia]",
        )],
    },
    Fault {
        name: "a claim about people stands on mice",
        edits: &[Edit::Replace(
            MICE,
            "population: [mice]",
            "population: [people]",
        )],
        finds: &[
            Find("fit/other-species", MICE, "[people]"),
            Find("fit/other-species", MICE, "[people]"),
            Find("claim/words-against-scope", MICE, "mice"),
        ],
    },
    Fault {
        name: "a claim about mice stands on rats",
        edits: &[Edit::Replace(
            RATS,
            "population: [rats]",
            "population: [mice]",
        )],
        finds: &[
            Find("fit/other-species", RATS, "[mice]"),
            Find("claim/words-against-scope", RATS, "rats"),
        ],
    },
    Fault {
        name: "a laboratory study supports a claim about people",
        edits: &[Edit::Replace(
            "claims/permeation-depends-on-drug.yaml",
            "population: [pig-skin]",
            "population: [people]",
        )],
        finds: &[
            Find(
                "fit/other-species",
                "claims/permeation-depends-on-drug.yaml",
                "[people]",
            ),
            Find(
                "fit/other-species",
                "claims/permeation-depends-on-drug.yaml",
                "[people]",
            ),
        ],
    },
    Fault {
        name: "self-assessment is taken for hair count",
        edits: &[Edit::Replace(
            TRIAL,
            "finding: hair-count-12w",
            "finding: self-rated-half-improved",
        )],
        finds: &[Find("fit/other-outcome", TRIAL, "hair-count")],
    },
    Fault {
        name: "the outcome of a claim is another one",
        edits: &[Edit::Replace(
            TRIAL,
            "outcome: hair-count",
            "outcome: quality-of-life",
        )],
        finds: &[Find("fit/other-outcome", TRIAL, "quality-of-life")],
    },
    Fault {
        name: "a surrogate is taken for growth",
        edits: &[Edit::Replace(
            FLOW,
            "outcome: scalp-blood-flow",
            "outcome: hair-growth",
        )],
        finds: &[Find("fit/surrogate-outcome", FLOW, "hair-growth")],
    },
    Fault {
        name: "a claim is about a year, the trials about weeks",
        edits: &[Edit::Replace(MEN, "at: 12 weeks", "at: 1 year")],
        finds: &[Find("fit/short-follow-up", MEN, "1 year")],
    },
    Fault {
        name: "the effect of a claim is turned round",
        edits: &[Edit::Replace(TRIAL, "effect: increase", "effect: decrease")],
        finds: &[
            Find("fit/opposite-direction", TRIAL, "supports"),
            Find("claim/contradictory", TRIAL, "decrease"),
            Find("claim/contradictory", TRIAL, "decrease"),
        ],
    },
    Fault {
        name: "a disputing line is said to support",
        edits: &[Edit::Replace(
            DIAMETER,
            "relation: disputes",
            "relation: supports",
        )],
        finds: &[Find("fit/opposite-direction", DIAMETER, "supports")],
    },
    Fault {
        name: "the values of a trial's arms are swapped in its record",
        edits: &[Edit::Replace(
            KUMAR,
            "values: {combined: \"12.52\", minoxidil: \"1.89\"}",
            "values: {combined: \"1.89\", minoxidil: \"12.52\"}",
        )],
        finds: &[
            Find("fit/opposite-direction", MEN, "supports"),
            Find("fit/opposite-direction", TRIAL, "supports"),
            Find("number/swapped-arms", MAIN, "12.52\nhairs"),
            Find(
                "number/swapped-arms",
                "articles/microneedling-with-minoxidil.md",
                "12.52 hairs",
            ),
            // The statement and its variation.
            Find(
                "number/not-in-evidence",
                TRIAL,
                "12.52 hairs per square inch",
            ),
            Find(
                "number/not-in-evidence",
                TRIAL,
                "12.52 hairs per square inch",
            ),
        ],
    },
    Fault {
        name: "a claim of benefit has lost its scope",
        edits: &[Edit::Replace(
            PLASMA,
            "scope:\n  population: [adult-men, androgenetic-alopecia]\n  intervention: [microneedling, platelet-rich-plasma, minoxidil-5-percent]\n  comparator: [minoxidil-5-percent]\n  outcome: investigator-rating\n  at: 6 months\n",
            "",
        )],
        finds: &[Find("fit/no-scope", PLASMA, "In men with")],
    },
    Fault {
        name: "a series without controls supports a claim of benefit",
        edits: &[Edit::Replace(
            AREATA,
            "  - study: chandrashekar-2014\n    relation: background",
            "  - study: chandrashekar-2014\n    relation: supports",
        )],
        finds: &[Find("fit/no-comparison-group", AREATA, "[microneedling]")],
    },
    Fault {
        name: "a judgement says what is computed",
        edits: &[Edit::Replace(
            TRIAL,
            "    finding: hair-count-12w\n",
            "    finding: hair-count-12w\n    directness:\n      population: {judgement: direct, reason: The same men.}\n",
        )],
        finds: &[Find("fit/needless-judgement", TRIAL, "{judgement: direct")],
    },
];
