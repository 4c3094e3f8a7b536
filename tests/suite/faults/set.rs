//! Faults in the set as a whole: files that go, come, or stand in the wrong place.

use super::{Edit, Fault, Find};

const MAIN: &str = "articles/does-microneedling-work-for-hair-growth.md";
const CLINICIANS: &str = "articles/microneedling-with-minoxidil.md";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "the study of the 2018 trial is deleted",
        edits: &[Edit::Delete("studies/kumar-2018.yaml")],
        finds: &[
            Find("citation/undefined-key", MAIN, "kumar-2018"),
            Find("citation/undefined-key", MAIN, "kumar-2018"),
            Find("citation/undefined-key", MAIN, "kumar-2018"),
            Find("citation/undefined-key", MAIN, "kumar-2018"),
            Find("citation/undefined-key", CLINICIANS, "kumar-2018"),
            Find("citation/undefined-key", CLINICIANS, "kumar-2018"),
            Find("citation/undefined-key", CLINICIANS, "kumar-2018"),
            Find("citation/undefined-key", CLINICIANS, "kumar-2018"),
            Find("citation/undefined-key", CLINICIANS, "kumar-2018"),
            Find("citation/undefined-key", CLINICIANS, "kumar-2018"),
            Find("claim/lost-support", MAIN, "The trial reported a mean rise"),
            Find(
                "claim/lost-support",
                MAIN,
                "in men with androgenetic alopecia",
            ),
            Find(
                "claim/lost-support",
                CLINICIANS,
                "The trial reported a mean rise",
            ),
            Find(
                "claim/lost-support",
                CLINICIANS,
                "In men with androgenetic alopecia",
            ),
            Find(
                "structure/dangling-reference",
                "claims/adds-to-minoxidil-in-men.yaml",
                "kumar-2018",
            ),
            Find(
                "structure/dangling-reference",
                "claims/dense-healthy-hair.yaml",
                "kumar-2018",
            ),
            Find(
                "structure/dangling-reference",
                "claims/trial-in-men-result.yaml",
                "kumar-2018",
            ),
            Find(
                "claim/no-evidence",
                "claims/trial-in-men-result.yaml",
                "One trial in men",
            ),
        ],
    },
    Fault {
        name: "a claim is deleted",
        edits: &[Edit::Delete("claims/hair-diameter.yaml")],
        finds: &[Find(
            "structure/dangling-reference",
            CLINICIANS,
            "hair-diameter",
        )],
    },
    Fault {
        name: "a claim that nobody states",
        edits: &[Edit::Copy(
            "claims/wakes-follicles.yaml",
            "claims/wakes-follicles-again.yaml",
        )],
        finds: &[Find(
            "structure/unused-record",
            "claims/wakes-follicles-again.yaml",
            "The tiny wounds",
        )],
    },
    Fault {
        name: "two records have one id",
        edits: &[Edit::Copy(
            "claims/wakes-follicles.yaml",
            "claims/more/wakes-follicles.yaml",
        )],
        finds: &[Find(
            "structure/duplicate-id",
            "claims/wakes-follicles.yaml",
            "",
        )],
    },
    Fault {
        name: "a record whose name is no key",
        edits: &[Edit::Copy(
            "claims/wakes-follicles.yaml",
            "claims/Wakes Follicles.yaml",
        )],
        finds: &[Find(
            "structure/record-name",
            "claims/Wakes Follicles.yaml",
            "",
        )],
    },
    Fault {
        name: "a claim in the folder of studies",
        edits: &[Edit::Write("studies/notes.md", b"# Notes\n")],
        finds: &[Find("structure/stray-file", "studies/notes.md", "")],
    },
    Fault {
        name: "a setting that does not exist",
        edits: &[Edit::Replace("grounds.toml", "language = ", "langauge = ")],
        finds: &[Find("structure/unknown-field", "grounds.toml", "langauge")],
    },
    Fault {
        name: "settings that are no TOML",
        edits: &[Edit::Replace(
            "grounds.toml",
            "language = \"en\"",
            "language = \"en",
        )],
        finds: &[Find("structure/syntax", "grounds.toml", "")],
    },
    Fault {
        name: "a level for a rule that does not exist",
        edits: &[Edit::Append(
            "grounds.toml",
            "\n[levels]\n\"claim/no-evidense\" = \"warn\"\n",
        )],
        finds: &[Find(
            "suppression/unknown-rule",
            "grounds.toml",
            "\"claim/no-evidense\"",
        )],
    },
    Fault {
        name: "an article without a word of its own",
        edits: &[Edit::Write("articles/empty.md", b"")],
        finds: &[Find(
            "structure/missing-front-matter",
            "articles/empty.md",
            "",
        )],
    },
    Fault {
        name: "a comment of a claim turns the text around",
        edits: &[Edit::Append("claims/hair-diameter.yaml", "# \u{202e}\n")],
        finds: &[Find(
            "structure/bidi-control",
            "claims/hair-diameter.yaml",
            "\u{202e}",
        )],
    },
    Fault {
        name: "a question in an article turns the text around",
        edits: &[Edit::Append(MAIN, "\nIs it \u{2067}so?\n")],
        finds: &[Find("structure/bidi-in-prose", MAIN, "\u{2067}")],
    },
    Fault {
        name: "a citation key has a Cyrillic letter",
        edits: &[Edit::Append(
            MAIN,
            "\n::: {.context}\nThere was a trial [@kum\u{430}r-2018].\n:::\n",
        )],
        finds: &[
            Find("citation/undefined-key", MAIN, "kum\u{430}r-2018"),
            Find("structure/confusable-key", MAIN, "kum\u{430}r-2018"),
        ],
    },
];
