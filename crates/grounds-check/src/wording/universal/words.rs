//! The words of claims without exception: of whom they are said, and what is said of them.

/// Words for every case.
pub(super) const EVERY: &[&str] = &["all", "each", "every"];

/// Words for everybody and for nobody.
pub(super) const EVERYBODY: &[&str] = &["anybody", "anyone", "everybody", "everyone"];

/// Those of whom it is said.
pub(super) const WHOM: &[&str] = &[
    "adult",
    "adults",
    "case",
    "cases",
    "child",
    "children",
    "consumer",
    "consumers",
    "customer",
    "customers",
    "men",
    "patient",
    "patients",
    "people",
    "person",
    "smoker",
    "smokers",
    "user",
    "users",
    "woman",
    "women",
];

/// What would have to be seen in each of them.
pub(super) const HAPPENS: &[&str] = &[
    "benefit",
    "benefits",
    "catch",
    "catches",
    "die",
    "dies",
    "experience",
    "experiences",
    "fall",
    "falls",
    "feel",
    "feels",
    "gain",
    "gains",
    "get",
    "gets",
    "heal",
    "heals",
    "improve",
    "improves",
    "lose",
    "loses",
    "react",
    "reacts",
    "recover",
    "recovers",
    "regrow",
    "regrows",
    "relapse",
    "relapses",
    "respond",
    "responds",
    "sleep",
    "sleeps",
    "stop",
    "stops",
    "suffer",
    "suffers",
    "survive",
    "survives",
    "tolerate",
    "tolerates",
];

/// Words before them that leave exceptions.
pub(super) const NEARLY: &[&str] = &[
    "almost",
    "at",
    "by",
    "for",
    "from",
    "in",
    "nearly",
    "not",
    "of",
    "practically",
    "to",
    "virtually",
    "with",
];

/// What never happens again, if no exception is left.
pub(super) const RETURNS: &[&str] = &[
    "come", "comes", "go", "goes", "recur", "recurs", "relapse", "relapses", "return", "returns",
];

/// What always happens, if no exception is left; besides effects.
pub(super) const FOLLOWS: &[&str] = &[
    "beat",
    "beats",
    "come",
    "comes",
    "disappear",
    "disappears",
    "lead",
    "leads",
    "outperform",
    "outperforms",
    "recover",
    "recovers",
    "result",
    "results",
    "return",
    "returns",
    "succeed",
    "succeeds",
];

/// What something always is, if no exception is left.
pub(super) const IS_ALWAYS: &[&str] = &[
    "best",
    "better",
    "curable",
    "deadly",
    "fatal",
    "harmful",
    "healthier",
    "inferior",
    "necessary",
    "preferable",
    "right",
    "safer",
    "superior",
    "treatable",
    "worse",
    "wrong",
];

/// What something does for good.
pub(super) const ENDS: &[&str] = &[
    "clear",
    "clears",
    "cure",
    "cures",
    "disappear",
    "disappears",
    "eliminate",
    "eliminates",
    "end",
    "ends",
    "eradicate",
    "eradicates",
    "fix",
    "fixes",
    "get",
    "gets",
    "heal",
    "heals",
    "regrow",
    "regrows",
    "relieve",
    "relieves",
    "remove",
    "removes",
    "restore",
    "restores",
    "reverse",
    "reverses",
    "solve",
    "solves",
    "stop",
    "stops",
    "vanish",
    "vanishes",
];

/// What nobody is ever met by, if no exception is left: `will never get shingles`.
pub(super) const BEFALLS: &[&str] = &[
    "catch",
    "contract",
    "develop",
    "die",
    "experience",
    "get",
    "have",
    "need",
    "suffer",
];

/// Words that leave some to whom it can happen.
pub(super) const FEWER: &[&str] = &[
    "few", "half", "likely", "many", "most", "often", "probably", "quarter", "some", "third",
    "thirds", "usually",
];

/// Words that leave nothing of what is ended, at the end of a clause.
pub(super) const ALTOGETHER: &[&str] = &["altogether", "completely", "entirely", "totally"];
