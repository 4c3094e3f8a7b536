//! Faults in the words of a claim whose record stays right.

use super::{Edit, Fault, Find};

const IN_MEN: &str = "claims/adds-to-minoxidil-in-men.yaml";
const MICE: &str = "claims/mouse-hair-growth.yaml";
const TRIALS: &str = "articles/microneedling-with-minoxidil.md";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "a statement says women where its scope says men",
        edits: &[Edit::Replace(
            IN_MEN,
            "In men with androgenetic alopecia, adding",
            "In women with androgenetic alopecia, adding",
        )],
        finds: &[Find("claim/words-against-scope", IN_MEN, "women")],
    },
    Fault {
        name: "a statement says people where its scope says mice",
        edits: &[Edit::Replace(MICE, "In mice,", "In adults,")],
        finds: &[Find("claim/words-against-scope", MICE, "adults")],
    },
    Fault {
        name: "a statement names another outcome than its scope",
        edits: &[Edit::Replace(
            IN_MEN,
            "may raise\n  hair count more",
            "may raise\n  quality of life more",
        )],
        finds: &[Find("claim/words-against-scope", IN_MEN, "quality of life")],
    },
    Fault {
        name: "a statement says less where its effect is more",
        edits: &[Edit::Replace(
            IN_MEN,
            "may raise\n  hair count more",
            "may lower\n  hair count more",
        )],
        finds: &[Find("claim/words-against-effect", IN_MEN, "lower")],
    },
    Fault {
        name: "a statement says years where its scope says weeks",
        edits: &[Edit::Replace(
            IN_MEN,
            "may raise\n  hair count more",
            "may raise\n  hair count for at least five years more",
        )],
        finds: &[Find("claim/longer-in-words", IN_MEN, "five years")],
    },
    Fault {
        name: "a statement credits a vitamin",
        edits: &[Edit::Replace(
            IN_MEN,
            "adding microneedling to minoxidil for 12 weeks may",
            "vitamin D may",
        )],
        finds: &[Find("claim/outside-scope", IN_MEN, "vitamin D")],
    },
    Fault {
        name: "a passage says children where its claim says men",
        edits: &[Edit::Append(
            TRIALS,
            "\n[In children with androgenetic alopecia, adding microneedling to minoxidil for 12 weeks may raise hair count more than minoxidil alone]{claim=adds-to-minoxidil-in-men} [@kumar-2018].\n",
        )],
        finds: &[Find("claim/words-against-scope", TRIALS, "children")],
    },
    Fault {
        name: "a sentence is about alopecia areata and cites a trial of pattern hair loss",
        edits: &[Edit::Append(
            TRIALS,
            "\nIn people with alopecia areata, needling on top of minoxidil raised hair count [@dhurat-2013].\n",
        )],
        finds: &[Find("fit/words-against-study", TRIALS, "alopecia areata")],
    },
    Fault {
        name: "a sentence credits a vitamin and cites a trial of needling",
        edits: &[Edit::Append(
            TRIALS,
            "\nIn men, vitamin D raised hair count more than minoxidil alone [@dhurat-2013].\n",
        )],
        finds: &[Find("fit/words-against-study", TRIALS, "vitamin D")],
    },
    Fault {
        name: "a sentence promises another outcome besides that of the trial that it cites",
        edits: &[Edit::Append(
            TRIALS,
            "\nIn men, needling on top of minoxidil raised hair count, and it also prevents depression [@dhurat-2013].\n",
        )],
        finds: &[Find("fit/words-against-study", TRIALS, "depression")],
    },
    Fault {
        name: "a sentence says less where the trial that it cites found more",
        edits: &[Edit::Append(
            TRIALS,
            "\nIn men, needling on top of minoxidil lowered hair count, compared with minoxidil alone [@dhurat-2013].\n",
        )],
        finds: &[Find("fit/direction-against-study", TRIALS, "lowered")],
    },
    Fault {
        name: "a title promises",
        edits: &[Edit::Replace(
            TRIALS,
            "title: \"Microneedling with minoxidil: the trials\"",
            "title: Microneedling with minoxidil cures baldness",
        )],
        finds: &[Find("citation/unaccounted-heading", TRIALS, "cures")],
    },
    Fault {
        name: "a heading states what nothing in the article does",
        edits: &[Edit::Append(TRIALS, "\n## Needling prevents baldness\n")],
        finds: &[Find("citation/unaccounted-heading", TRIALS, "prevents")],
    },
    Fault {
        name: "a promise is labelled as advice",
        edits: &[Edit::Append(
            TRIALS,
            "\n[Arnica prevents bruises after needling.]{.advice}\n",
        )],
        finds: &[Find("citation/labelled-claim", TRIALS, "prevents")],
    },
];
