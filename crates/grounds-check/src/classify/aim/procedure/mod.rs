//! Procedures: what was done with the subjects, the samples and the figures of a study, in the passive or
//! of the study's parts: "patients received either drug or placebo", "sessions lasted an hour", "a P value
//! below 0.05 was considered significant". What says in the same breath what came out is none.

mod steps;

use std::sync::LazyLock;

use super::{MEASURED, METHODS};
use crate::classify::clause::{Clauses, Group, Mood, word};
use crate::classify::lexicon::{Phrases, Words};
use crate::classify::token::{Gap, Kind, Token};
use crate::classify::{acts_in_any_form, comparative};

/// Those who take part in a study.
static SUBJECTS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("../subjects.txt")));
/// What is done with them.
static HANDLED: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("../handled.txt")));
/// What a laboratory works with.
static MATERIALS: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("../materials.txt")));
/// What is done with it.
static PREPARED: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("../prepared.txt")));
/// The parts of which a study is made up.
static PARTS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("../parts.txt")));
/// Set phrases of the section on methods.
static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("../phrases.txt")));

/// What the other arm of a trial has.
const CONTROLS: &[&str] = &[
    "dummy", "either", "placebo", "sham", "usual", "standard", "waitlist", "waiting", "vehicle",
    "saline", "control", "daily", "weekly", "mg", "twice", "randomly",
];

/// How a trial hands out what it compares.
const RECEIVING: &[&str] = &[
    "drank",
    "given",
    "got",
    "had",
    "received",
    "swallowed",
    "took",
    "underwent",
    "used",
    "wore",
];

/// Those who are in a study and nowhere else: "volunteers wore a wristband".
static VOLUNTEERS: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("../volunteers.txt")));

/// What they do in it.
const ACTING: &[&str] = &[
    "answered",
    "attended",
    "ate",
    "drank",
    "filled",
    "listened",
    "provided",
    "rated",
    "read",
    "slept",
    "spent",
    "underwent",
    "visited",
    "watched",
    "wore",
    "worked",
];

/// How parts of a study take place.
const RUNNING: &[&str] = &[
    "began",
    "comprised",
    "consisted",
    "contained",
    "continued",
    "ended",
    "included",
    "involved",
    "lasted",
    "ran",
    "started",
    "took",
];

/// How far after a verb its object is read.
const OBJECT: usize = 14;

/// Whether a sentence tells of a procedure, by its main verb.
pub(super) fn is_procedure(clauses: &Clauses<'_>, main: &Group) -> bool {
    let tokens = clauses.tokens;
    if main.denied || main.modal.is_some() || goes_on(clauses, main) || gives_a_share(tokens) {
        return false;
    }
    if is_set_phrase(tokens) && !compares(tokens) {
        return true;
    }
    // `were killed by the drug`: what did it is named, so it is a result.
    if compares(tokens) || is_by_treatment(tokens, main) {
        return false;
    }
    let head = &tokens[main.head()];
    let subject = &tokens[main.tokens.start.saturating_sub(OBJECT)..main.tokens.start];
    let of = |list: &Words| subject.iter().any(|token| list.has(token));
    let took_part = ACTING.iter().any(|verb| head.is(verb))
        && !main.passive
        && subject.len() <= 5
        && of(&VOLUNTEERS);
    let past = tokens[main.tokens.start].is_any(&["had", "was", "were"]) && main.passive;
    let handed = RECEIVING.iter().any(|verb| head.is(verb))
        && (of(&SUBJECTS) || subject.is_empty())
        && (object(tokens, main).any(|token| token.is_any(CONTROLS))
            || has_no_treatment(tokens, main));
    let treated = past && HANDLED.has(head) && of(&SUBJECTS);
    let prepared = past && PREPARED.has(head) && of(&MATERIALS);
    let runs = head.is_any(RUNNING)
        && !main.passive
        && subject.len() <= 6
        && of(&PARTS)
        && (!head.is("took") || object(tokens, main).next().is_some_and(|it| it.is("place")));
    let by_tools = past
        && !acts_in_any_form(head)
        && object(tokens, main).any(|token| token.is_any(&["using", "software"]));
    let adjusted = subject.len() <= 4
        && word::is_be(head)
        && subject
            .iter()
            .any(|token| token.is_any(&["analyses", "analysis", "models", "regressions"]))
        && tokens
            .get(main.tokens.end)
            .is_some_and(|next| next.is_any(&["by", "based", "restricted", "stratified"]));
    handed
        || steps::is_one(clauses, main)
        || took_part
        || is_design(tokens, main)
        || treated
        || prepared
        || runs
        || by_tools
        || adjusted
}

/// `were killed by the drug`, and not `by centrifugation`
fn is_by_treatment(tokens: &[Token], main: &Group) -> bool {
    let [by, the, ..] = &tokens[main.tokens.end..] else {
        return false;
    };
    main.passive
        && acts_in_any_form(&tokens[main.head()])
        && by.is("by")
        && (word::is_determiner(the) || the.is("treatment"))
}

/// `were eligible`, `this was a double-blind trial`
fn is_design(tokens: &[Token], main: &Group) -> bool {
    let be = tokens[main.head()].is_any(&["was", "were"]);
    let eligible = be
        && tokens
            .get(main.tokens.end)
            .is_some_and(|next| next.is_any(&["eligible", "ineligible"]));
    let first = tokens.first().is_some_and(|first| first.is("eligible"));
    let this = main.tokens.start == 1 && tokens[0].is_any(&["it", "ours", "this"]);
    let design = object(tokens, main)
        .any(|token| token.is_any(&["experiment", "review", "rct", "study", "survey", "trial"]));
    // `of 1,200 people invited, 640 agreed`, `studies were included if`
    let invited = tokens[0].is("of")
        && tokens.iter().take(8).any(|token| {
            token.is_any(&["approached", "contacted", "eligible", "invited", "screened"])
        })
        && main_is(
            tokens,
            main,
            &["agreed", "enrolled", "participated", "responded", "took"],
        );
    // `twenty men took part in the experiment`
    let part = main_is(tokens, main, &["participated", "took"])
        && object(tokens, main)
            .any(|token| token.is_any(&["experiment", "experiments", "study", "survey", "trial"]))
        && (!main_is(tokens, main, &["took"])
            || object(tokens, main).next().is_some_and(|it| it.is("part")));
    eligible || first || part || invited || be && this && design
}

fn main_is(tokens: &[Token], main: &Group, verbs: &[&str]) -> bool {
    tokens[main.head()].is_any(verbs)
}

/// Whether a set phrase of methods stands in a sentence: `intention to treat`, `P value of less than`.
pub(super) fn is_set_phrase(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| PHRASES.length_at(tokens, at).is_some())
}

fn object<'a>(tokens: &'a [Token], main: &Group) -> impl Iterator<Item = &'a Token> {
    tokens[main.tokens.end..]
        .iter()
        .take(OBJECT)
        .take_while(|token| token.gap < Gap::Break)
}

/// `had no treatment`
fn has_no_treatment(tokens: &[Token], main: &Group) -> bool {
    let mut object = object(tokens, main);
    object.next().is_some_and(|no| no.is("no"))
        && object.take(2).any(|token| {
            token.is_any(&[
                "contact",
                "exercise",
                "intervention",
                "therapy",
                "training",
                "treatment",
            ])
        })
}

/// Whether another verb with a tense goes on and is no step of a study: `were treated and survived`.
fn goes_on(clauses: &Clauses<'_>, main: &Group) -> bool {
    let tokens = clauses.tokens;
    clauses.groups.iter().any(|group| {
        let head = &tokens[group.head()];
        let step = MEASURED.has(head)
            || METHODS.form(head).is_some()
            || HANDLED.has(head)
            || PREPARED.has(head)
            || RECEIVING.iter().any(|verb| head.is(verb));
        let relative = group.tokens.start.checked_sub(1).is_some_and(|before| {
            tokens[before].is_any(&["how", "if", "that", "whether", "which", "who"])
        }) || tokens[main.tokens.end.min(group.tokens.start)..group.tokens.start]
            .iter()
            .any(|token| token.is("until"));
        group.tokens.start >= main.tokens.end
            && group.mood == Mood::Finite
            && !step
            && !relative
            && !(word::is_be(head) || head.is("had"))
    }) || tokens[main.tokens.end..]
        .iter()
        .any(|token| token.gap >= Gap::Break)
        && tokens[main.tokens.end..].iter().any(acts_in_any_form)
}

/// Whether a sentence gives a share: then it tells what came out.
fn gives_a_share(tokens: &[Token]) -> bool {
    tokens.windows(3).any(|three| {
        let sign = three[1].is_any(&["%", "percent"]) || three[1].is("cent");
        // `a 95 % confidence interval` counts nobody.
        sign && !three[2].is_any(&["ci", "cis", "confidence", "interval", "intervals", "power"])
    })
}

/// Whether it compares; `more than 100,000 women` counts.
fn compares(tokens: &[Token]) -> bool {
    comparative(tokens).is_some_and(|found| {
        let than = |at: usize| tokens.get(at).is_some_and(|next| next.is("than"));
        let number = |at: usize| tokens.get(at).is_some_and(|next| next.kind == Kind::Number);
        !(than(found.end) && number(found.end + 1) || than(found.end - 1) && number(found.end))
    })
}
