//! Words that call the studies that a sentence cites what none of them is: a cohort a trial.

use std::ops::Range;
use std::sync::LazyLock;

use grounds_evidence::independence::restates_others;
use grounds_model::{Design, Level};

use crate::cited::carrying;
use crate::classify::lexicon::Sieve;
use crate::classify::locate::words_in;
use crate::classify::token::{Gap, Token, Tokens};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/misnamed-design",
    level: Level::Warn,
    summary: "a sentence calls its studies trials, cohorts or reviews, and none that it cites is one",
    docs: include_str!("misnamed_design.md"),
    check: Check::Sentence(check),
};

/// A name of a design, with the designs that it is a name of. A review may tell of any study.
struct Named {
    words: &'static [&'static [&'static str]],
    fits: fn(Design) -> bool,
}

const TRIAL: &[&str] = &["trial", "trials"];
const STUDY: &[&str] = &["studies", "study"];

/// The more telling names come first: a randomised trial is also a trial.
const NAMES: &[Named] = &[
    Named {
        words: &[
            &["randomised", "randomized"],
            &["controlled", "clinical"],
            TRIAL,
        ],
        fits: |design| design == Design::Rct || restates_others(design),
    },
    Named {
        words: &[&["randomised", "randomized"], TRIAL],
        fits: |design| design == Design::Rct || restates_others(design),
    },
    Named {
        words: &[&["rct", "rcts"]],
        fits: |design| design == Design::Rct || restates_others(design),
    },
    Named {
        words: &[&["systematic"], &["review", "reviews"]],
        fits: pools,
    },
    Named {
        words: &[&["meta"], &["analyses", "analysis"]],
        fits: pools,
    },
    Named {
        words: &[&["cohort"], STUDY],
        fits: |design| design == Design::Cohort || restates_others(design),
    },
    Named {
        words: &[&["case"], &["control"], STUDY],
        fits: |design| design == Design::CaseControl || restates_others(design),
    },
    Named {
        words: &[&["cross"], &["sectional"], STUDY],
        fits: |design| design == Design::CrossSectional || restates_others(design),
    },
    Named {
        words: &[&["case"], &["series"]],
        fits: |design| {
            matches!(design, Design::CaseSeries | Design::CaseReport) || restates_others(design)
        },
    },
    Named {
        words: &[&["observational"], STUDY],
        fits: |design| !matches!(design, Design::Rct | Design::ControlledTrial),
    },
    Named {
        words: &[&["pooled"], &["analyses", "analysis"]],
        fits: pools,
    },
    Named {
        // Cohorts begin with one, and reviews pool them.
        words: &[&["survey", "surveys"]],
        fits: |design| {
            matches!(
                design,
                Design::CrossSectional | Design::Cohort | Design::CaseSeries
            ) || restates_others(design)
        },
    },
    Named {
        words: &[&["review", "reviews"]],
        fits: restates_others,
    },
    Named {
        words: &[&["controlled"], TRIAL],
        fits: |design| {
            matches!(
                design,
                Design::Rct | Design::ControlledTrial | Design::Animal
            ) || restates_others(design)
        },
    },
    Named {
        words: &[TRIAL],
        // A trial may have one arm, and be made on animals.
        fits: |design| {
            !matches!(
                design,
                Design::Cohort
                    | Design::CaseControl
                    | Design::CrossSectional
                    | Design::CaseReport
                    | Design::InVitro
                    | Design::InSilico
            )
        },
    },
];

/// The words with which a name begins. Most sentences have none of them.
static BEGINNING: LazyLock<Sieve> =
    LazyLock::new(|| Sieve::of(NAMES.iter().flat_map(|name| name.words[0])));

/// Whether a design searches for studies systematically. A guideline rests on such a search.
fn pools(design: Design) -> bool {
    matches!(
        design,
        Design::SystematicReview | Design::MetaAnalysis | Design::Guideline
    )
}

/// Words that say that a study of this design is another one, or that there is none.
const OTHERS: &[&str] = &[
    "cannot", "future", "lack", "lacking", "need", "needed", "needs", "never", "no", "none", "nor",
    "not", "ongoing", "planned", "rather", "should", "unless", "unlike", "until", "whether",
    "will", "without", "would",
];

/// Words that stand before a study that is told of: `one trial`, `in a large trial`.
const TOLD: &[&str] = &[
    "a", "an", "big", "double", "large", "one", "recent", "single", "small", "the", "this",
];

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    // Only what it cites is called so; most sentences cite nothing.
    if at.sentence.citations.is_empty() {
        return;
    }
    let text = at.sentence.text.as_str();
    let names = named(at.tokens());
    if names.is_empty() {
        return;
    }
    // One that a name fits is enough: "in a cohort drawn from a trial" names both.
    let studies = carrying(cx, at, |study| {
        !names.iter().any(|(_, name)| (name.fits)(study.design))
    });
    if studies.is_empty() {
        return;
    }
    let said = &text[names[0].0.clone()];
    let place = words_in(&at, said, cx.sources()).unwrap_or_else(|| at.place());
    let message = format!("no study that is cited here is a “{said}”");
    let mut diagnostic = cx.at(place, message).label("called so here");
    for (key, study) in &studies {
        let label = format!("`{key}` has this design");
        diagnostic = diagnostic.with(study.place("/design"), label);
    }
    let diagnostic = diagnostic
        .note("readers trust a trial with what they would not trust a cohort with")
        .help("name the design that the record has, or mend the record");
    cx.report(diagnostic);
}

/// The names of designs that a sentence gives to what it cites, each as bytes of the text.
fn named(tokens: &Tokens) -> Vec<(Range<usize>, &'static Named)> {
    let mut found = Vec::new();
    if !tokens.may_have(&BEGINNING) {
        return found;
    }
    let mut at = 0;
    while at < tokens.len() {
        let may_begin = BEGINNING.may_have(tokens[at].mark);
        let mut names = NAMES.iter().filter(|_| may_begin);
        let name = names.find(|name| stands(tokens, at, name.words));
        let Some(name) = name.filter(|_| is_told(tokens, at)) else {
            at += 1;
            continue;
        };
        let end = at + name.words.len();
        // `the trial phase` is no trial, and `a review of their notes` no review.
        let of_papers = tokens[end..]
            .iter()
            .take(OF_WHAT)
            .any(|it| it.is_any(PAPERS))
            && tokens.get(end).is_some_and(|next| next.is("of"));
        let whole = !of_papers
            && tokens
                .get(end)
                .is_none_or(|next| next.gap >= Gap::Comma || !next.is_any(PART));
        if whole {
            found.push((tokens[at].range.start..tokens[end - 1].range.end, name));
        }
        at = end;
    }
    if tokens.iter().any(|token| token.is_any(OTHERS)) {
        found.clear();
    }
    found
}

/// How many words may describe a study before its name: `a large double-blind placebo-controlled trial`.
const DESCRIBING: usize = 7;

/// Whether a word belongs to a study that is told of.
fn is_told(tokens: &[Token], at: usize) -> bool {
    let before = (at.saturating_sub(DESCRIBING)..at).rev();
    let article = before
        .take_while(|&i| tokens[i + 1].gap < Gap::Break)
        .find(|&i| tokens[i].is_any(TOLD));
    // `less sure than a trial`: that is another study.
    article.is_some_and(|article| article == 0 || !tokens[article - 1].is_any(&["like", "than"]))
}

/// What is looked through where nobody reviews studies: `a review of 40 patients' charts`.
const PAPERS: &[&str] = &["charts", "files", "notes", "records", "scans", "slides"];

/// How many words behind `review` may say of what it is.
const OF_WHAT: usize = 6;

/// What makes of a study a part of a name: `the trial phase`, `a trial period`.
const PART: &[&str] = &[
    "arm",
    "article",
    "board",
    "committee",
    "court",
    "design",
    "participants",
    "period",
    "phase",
    "population",
    "register",
    "registration",
    "registry",
    "run",
    "site",
    "sites",
    "staff",
    "team",
];

fn stands(tokens: &[Token], at: usize, words: &[&[&str]]) -> bool {
    words.iter().enumerate().all(|(i, choice)| {
        let token = tokens.get(at + i);
        token.is_some_and(|token| token.is_any(choice) && (i == 0 || token.gap < Gap::Comma))
    })
}
