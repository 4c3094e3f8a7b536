//! Faults in articles.

use super::{Edit, Fault, Find};

const MAIN: &str = "articles/does-microneedling-work-for-hair-growth.md";
const HOME: &str = "articles/is-microneedling-safe-at-home.md";
const CLINICIANS: &str = "articles/microneedling-with-minoxidil.md";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "a citation key is mistyped",
        edits: &[Edit::Replace(
            HOME,
            "with needling and without it [@malhotra-2020]",
            "with needling and without it [@malhorta-2020]",
        )],
        finds: &[Find("citation/undefined-key", HOME, "malhorta-2020")],
    },
    Fault {
        name: "the citation of a sentence is removed",
        edits: &[Edit::Replace(
            CLINICIANS,
            "an I² of 88% [@ahmed-2025].",
            "an I² of 88%.",
        )],
        finds: &[
            Find(
                "citation/unaccounted-sentence",
                CLINICIANS,
                "The most recent pooling",
            ),
            Find("citation/low-coverage", "grounds.toml", "100"),
        ],
    },
    Fault {
        name: "a citation is not closed",
        edits: &[Edit::Replace(
            CLINICIANS,
            "an I² of 88% [@ahmed-2025].",
            "an I² of 88% [@ahmed-2025.",
        )],
        finds: &[Find("citation/malformed", CLINICIANS, "[@ahmed-2025")],
    },
    Fault {
        name: "a citation stands inside its passage",
        edits: &[Edit::Replace(
            HOME,
            "but how often is very uncertain]{claim=scarring} [@chu-2021].",
            "but how often is very uncertain [@chu-2021]]{claim=scarring}.",
        )],
        finds: &[Find("citation/inside-passage", HOME, "[@chu-2021]")],
    },
    Fault {
        name: "an appeal to research without a citation",
        edits: &[Edit::Append(
            HOME,
            "\nStudies show that rollers are used at home.\n",
        )],
        finds: &[
            Find("citation/unnamed-research", HOME, "Studies show"),
            Find("citation/unaccounted-sentence", HOME, "Studies show"),
            Find("citation/low-coverage", "grounds.toml", "100"),
        ],
    },
    Fault {
        name: "a sentence with a dose and no ground",
        edits: &[Edit::Append(
            HOME,
            "\nNeedling at 1.5 mm doubles hair growth.\n",
        )],
        finds: &[
            Find("citation/unaccounted-sentence", HOME, "Needling at 1.5 mm"),
            Find("citation/low-coverage", "grounds.toml", "100"),
        ],
    },
    Fault {
        name: "a plain statement with no ground",
        edits: &[Edit::Append(
            HOME,
            "\nThe roller was invented by a surgeon.\n",
        )],
        finds: &[
            Find("citation/unaccounted-statement", HOME, "The roller"),
            Find("citation/low-coverage", "grounds.toml", "100"),
        ],
    },
    Fault {
        name: "the speculative label is dropped",
        edits: &[Edit::Replace(
            MAIN,
            "might wake resting hair follicles]{.speculative\nclaim=wakes-follicles}",
            "might wake resting hair follicles]{claim=wakes-follicles}",
        )],
        finds: &[Find(
            "claim/unlabelled-speculation",
            MAIN,
            "The tiny wounds",
        )],
    },
    Fault {
        name: "the speculative label is misspelt",
        edits: &[Edit::Replace(
            HOME,
            "uncertain]{.speculative claim=follicle-damage}",
            "uncertain]{.speculativ claim=follicle-damage}",
        )],
        finds: &[
            Find("structure/misspelt-label", HOME, "speculativ"),
            Find(
                "claim/unlabelled-speculation",
                HOME,
                "Needling that is done wrongly",
            ),
        ],
    },
    Fault {
        name: "a passage names a claim that is not there",
        edits: &[Edit::Replace(
            CLINICIANS,
            "may slightly increase hair\ndiameter]{claim=hair-diameter}",
            "may slightly increase hair\ndiameter]{claim=hair-diametre}",
        )],
        finds: &[
            Find("structure/dangling-reference", CLINICIANS, "hair-diametre"),
            Find(
                "structure/unused-record",
                "claims/hair-diameter.yaml",
                "In people with androgenetic alopecia",
            ),
        ],
    },
    Fault {
        name: "a passage says the opposite of its claim",
        edits: &[Edit::Replace(
            MAIN,
            "[Microneedling is now also used for hair loss]",
            "[Microneedling is not used for hair loss]",
        )],
        finds: &[Find("claim/passage-drift", MAIN, "Microneedling is not")],
    },
    Fault {
        name: "a number in a passage is not its claim's",
        edits: &[Edit::Replace(
            MAIN,
            "[The trial reported a mean rise of 12.52\nhairs",
            "[The trial reported a mean rise of 12.25\nhairs",
        )],
        finds: &[
            Find("claim/passage-drift", MAIN, "The trial reported"),
            Find("number/not-in-study", MAIN, "12.25\nhairs per square inch"),
        ],
    },
    Fault {
        name: "a retracted paper is cited as if nothing had happened",
        edits: &[Edit::Replace(
            CLINICIANS,
            "was retracted at its authors' request, because its data had\nbeen approved for another project [@yousaf-2021, retracted]",
            "used data that had\nbeen approved for another project [@yousaf-2021]",
        )],
        finds: &[Find("study/retracted-citation", CLINICIANS, "yousaf-2021")],
    },
    Fault {
        name: "raw HTML",
        edits: &[Edit::Replace(
            HOME,
            "How risky is that?",
            "How <b>risky</b> is that?",
        )],
        finds: &[Find("structure/raw-html", HOME, "<b>")],
    },
    Fault {
        name: "an image from elsewhere",
        edits: &[Edit::Append(
            HOME,
            "\n![A roller](https://example.org/roller.png)\n",
        )],
        finds: &[Find("structure/image", HOME, "![A roller]")],
    },
    Fault {
        name: "a link that runs a script",
        edits: &[Edit::Replace(
            HOME,
            "How risky is that?",
            "How [risky](javascript:alert) is that?",
        )],
        finds: &[Find(
            "structure/unsafe-link",
            HOME,
            "[risky](javascript:alert)",
        )],
    },
    Fault {
        name: "a div is not closed",
        edits: &[Edit::Replace(HOME, "a fever.\n:::", "a fever.")],
        finds: &[
            Find("structure/unbalanced-div", HOME, "::: {.advice}"),
            // What Pandoc reads too: the fence is text, and its label is lost.
            Find(
                "citation/unaccounted-statement",
                HOME,
                "::: {.advice}\nTalk to a dermatologist",
            ),
            Find("citation/unaccounted-statement", HOME, "If you still want"),
            Find("citation/low-coverage", "grounds.toml", "100"),
        ],
    },
    Fault {
        name: "attributes that are none",
        edits: &[Edit::Replace(
            HOME,
            "but how often is very uncertain]{claim=scarring}",
            "but how often is very uncertain]{claim scarring}",
        )],
        finds: &[Find("structure/malformed-attributes", HOME, "claim")],
    },
    Fault {
        name: "front matter is not there",
        edits: &[Edit::Replace(
            HOME,
            "---\ntitle: Is microneedling safe at home?",
            "title: Is microneedling safe at home?",
        )],
        finds: &[Find("structure/missing-front-matter", HOME, "")],
    },
    Fault {
        name: "front matter has an audience that does not exist",
        edits: &[Edit::Replace(
            HOME,
            "audience: patients",
            "audience: patient",
        )],
        finds: &[Find("structure/invalid-value", HOME, "patient")],
    },
    Fault {
        name: "an article is published in the future",
        edits: &[Edit::Replace(
            HOME,
            "published: 2026-11-22",
            "published: 2027-11-22",
        )],
        finds: &[Find("freshness/implausible-date", HOME, "2027-11-22")],
    },
    Fault {
        name: "a suppression in prose that is not understood",
        edits: &[Edit::Append(
            HOME,
            "\n<!-- grounds: ignore everything -->\n",
        )],
        finds: &[Find("suppression/malformed", HOME, "ignore")],
    },
];
