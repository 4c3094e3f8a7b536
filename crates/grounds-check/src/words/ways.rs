//! The words that say which way something goes, and those that stand around them.

/// Stems of words for more.
pub(super) const MORE: &[&str] = &[
    "aggravat", "boost", "doubl", "elevat", "greater", "higher", "increas", "mor", "more", "rais",
    "tripl", "worsen",
];

/// Stems of words for less.
pub(super) const LESS: &[&str] = &[
    "alleviat", "curb", "cut", "decreas", "diminish", "eas", "fewer", "halv", "less", "lessen",
    "lower", "prevent", "rarer", "reduc", "reliev", "seldom", "sooth",
];

/// Stems of verbs for what goes up by itself: `flu rose`.
pub(super) const RISING: &[&str] = &["climb", "increas", "ris", "soar"];

/// The same of what goes down.
pub(super) const FALLING: &[&str] = &["declin", "decreas", "drop", "fall", "shrink"];

/// Words after which somebody has an outcome: `fewer people who had the vaccine caught flu`.
pub(super) const HAVING: &[&str] = &[
    "catch",
    "caught",
    "complained",
    "develop",
    "developed",
    "experience",
    "experienced",
    "get",
    "gets",
    "got",
    "had",
    "have",
    "report",
    "reported",
    "suffer",
    "suffered",
];

/// Whom `more` and `fewer` may count.
pub(super) const COUNTED: &[&str] = &[
    "adults",
    "babies",
    "boys",
    "children",
    "girls",
    "in",
    "men",
    "mice",
    "mothers",
    "on",
    "participants",
    "patients",
    "people",
    "rats",
    "those",
    "volunteers",
    "with",
    "women",
];

/// What may stand between a word of direction and its outcome.
pub(super) const BETWEEN: &[&str] = &[
    "a",
    "an",
    "another",
    "any",
    "babies",
    "be",
    "being",
    "cases",
    "catching",
    "chance",
    "chances",
    "develop",
    "developing",
    "diagnosed",
    "episodes",
    "few",
    "from",
    "further",
    "future",
    "get",
    "getting",
    "had",
    "have",
    "having",
    "her",
    "his",
    "incidence",
    "likelihood",
    "likely",
    "new",
    "number",
    "odds",
    "of",
    "people",
    "probability",
    "rate",
    "rates",
    "risk",
    "risks",
    "the",
    "their",
    "to",
    "who",
    "with",
    "women",
    "your",
];

/// What may stand between an outcome and a word of direction behind it: `flares are probably less common`.
pub(super) const BEHIND: &[&str] = &[
    "are", "be", "come", "comes", "happen", "happens", "is", "may", "might", "occur", "occurs",
    "probably", "was", "were", "will", "back",
];

/// Words that turn or blur which way it goes: `people without the vaccine have more flu`.
pub(super) const TURNING: &[&str] = &[
    "avoiding",
    "deficiency",
    "if",
    "instead",
    "lack",
    "little",
    "low",
    "missing",
    "neither",
    "no",
    "nor",
    "not",
    "skipping",
    "slightly",
    "stopping",
    "than",
    "unlike",
    "unvaccinated",
    "whether",
    "while",
    "whereas",
    "without",
    "but",
    "although",
    "though",
    "however",
];

/// Words that do so wherever they stand: `pain rises when people stop`.
pub(super) const BLURRING: &[&str] = &[
    "little", "quit", "slightly", "stop", "stopped", "stops", "whether",
];
