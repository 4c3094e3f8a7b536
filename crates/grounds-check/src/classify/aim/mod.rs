//! Aims and methods: what a study set out to do, and how. Its main verb says so; "we compared … and
//! found that …" states what was found.

mod interests;
mod own;
mod panel;
mod paper;
mod procedure;

use std::sync::LazyLock;

use crate::classify::clause::{Clauses, Group, Mood, form, word};
use crate::classify::lexicon::{Form, Phrases, Verbs, Words};
use crate::classify::token::{Gap, Token};

static AIMS: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("openings.txt")));
static METHODS: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("method-verbs.txt")));
static RESULTS: LazyLock<Verbs> =
    LazyLock::new(|| Verbs::parse(include_str!("../clause/result.txt")));
static AUTHORS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("authors.txt")));
static PAPERS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("papers.txt")));
/// Plurals of what is carried out, besides papers.
static STUDIES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("studies.txt")));
/// What is taken from the subjects of a study.
static SAMPLES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("samples.txt")));
static GOALS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("goals.txt")));
static MEANS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("means.txt")));
/// Those who plan studies, besides those who write.
static PLANNERS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("planners.txt")));
static MEASURED: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("done.txt")));

/// Whether a sentence says what a study set out to do, or how.
pub(in crate::classify) fn is_aim(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let Some(main) = main_group(clauses) else {
        return begins_as_aim(tokens)
            || is_plan(tokens)
            || is_labelled(tokens)
            || paper::announces(clauses)
            || procedure::is_set_phrase(tokens);
    };
    if own::announces_work(clauses) || paper::announces(clauses) {
        return true;
    }
    if reports(clauses, main) || paper::acts_besides(clauses, main) {
        return false;
    }
    if is_plan(tokens) || is_labelled(tokens) {
        return true;
    }
    begins_as_aim(tokens)
        || is_method(tokens, main)
        || is_step(tokens, main)
        || panel::deliberates(tokens, main)
        || panel::is_under_way(tokens, main)
        || panel::is_judged(tokens, main)
        || interests::declares(tokens, main)
        || procedure::is_procedure(clauses, main)
        || begins_for_study(tokens)
        || own::is_own_work(clauses, main)
        || paper::is_made(clauses, main)
}

/// The first verb group with a tense that is not in a relative clause.
fn main_group<'a>(clauses: &'a Clauses<'_>) -> Option<&'a Group> {
    // "When patients were given it, pain fell": the main clause comes after the comma.
    let subordinate = clauses.tokens.first().is_some_and(|first| {
        first.is_any(&[
            "after", "although", "as", "because", "if", "once", "since", "though", "to", "when",
            "whereas", "while",
        ])
    });
    let comma = clauses
        .tokens
        .iter()
        .position(|token| token.gap == Gap::Comma);
    let from = comma.filter(|_| subordinate).unwrap_or(0);
    clauses
        .groups
        .iter()
        .filter(|group| group.tokens.start >= from)
        .find(|group| {
            let relative = group
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|before| clauses.tokens[before].is_any(&["that", "which", "who"]));
            group.mood == Mood::Finite && !relative
        })
}

/// Whether a verb of results, from the main verb on, says what was found: `… and found that`.
fn reports(clauses: &Clauses<'_>, main: &Group) -> bool {
    // "We investigated whether X shows": after `whether` nothing is reported.
    let open = clauses
        .tokens
        .iter()
        .position(|token| token.is_any(&["whether", "how"]))
        .unwrap_or(clauses.tokens.len());
    // `…, suggesting that the same holds elsewhere`
    let adds = (main.tokens.end..open).any(|at| {
        RESULTS.form(&clauses.tokens[at]) == Some(Form::Participle)
            && clauses.tokens[at].gap == Gap::Comma
    });
    adds || clauses.groups.iter().any(|group| {
        let head = &clauses.tokens[group.head()];
        // `the damage observed with it`: no verb with a tense.
        let reduced = group.tokens.len() == 1
            && form(head) == Some(Form::Past)
            && group.tokens.start > main.tokens.start
            && clauses.tokens.get(group.tokens.end).is_none_or(|next| {
                word::is_preposition(next) && !next.is("to") || next.gap >= Gap::Comma
            });
        let stated = group.mood == Mood::Finite
            && !reduced
            && RESULTS.form(head).is_some()
            && group.modal.as_deref().is_none_or(|modal| modal == "can");
        (main.tokens.start..open).contains(&group.tokens.start) && stated
    })
}

/// `Objective: to assess …`, `Methods: …`: the labels of an abstract.
fn is_labelled(tokens: &[Token]) -> bool {
    let Some(end) = (1..tokens.len().min(4)).find(|&at| tokens[at].gap == Gap::Break) else {
        return false;
    };
    let labelled = |labels: &[&str]| tokens[..end].iter().any(|token| token.is_any(labels));
    let aims = labelled(&["aim", "aims", "objective", "objectives", "purpose"]);
    let methods = labelled(&[
        "design",
        "funding",
        "interventions",
        "measures",
        "method",
        "methods",
        "participants",
        "registration",
        "setting",
    ]);
    !labelled(&["background", "results"]) && (methods || aims && tokens[end].is("to"))
}

/// `the aim of`, `to determine whether`
fn begins_as_aim(tokens: &[Token]) -> bool {
    let phrase = (0..tokens.len().min(12)).any(|at| {
        // "Tests use swabs to determine whether": a purpose of others.
        let own = !tokens[at].is("to")
            || at == 0
            || word::is_be(&tokens[at - 1])
            || tokens[at - 1].is_any(&[
                "conducted",
                "designed",
                "order",
                "performed",
                "undertaken",
            ]);
        own && AIMS.length_at(tokens, at).is_some()
    });
    // `to better understand`
    let purpose = tokens.first().is_some_and(|first| first.is("to"))
        && tokens[1..]
            .iter()
            .take(3)
            .find(|token| !word::is_adverb(token))
            .is_some_and(|verb| METHODS.form(verb) == Some(Form::Base));
    phrase || purpose
}

/// `For the study, volunteers …`: what was done for it.
fn begins_for_study(tokens: &[Token]) -> bool {
    let [first, article, study, ..] = tokens else {
        return false;
    };
    first.is("for")
        && article.is_any(&["our", "the", "their", "this"])
        && (PAPERS.has(study) || study.is("experiment"))
}

/// Whether somebody who studies will do so, or wants to: `we will test`, `researchers plan to study`,
/// `here we ask whether`.
fn is_plan(tokens: &[Token]) -> bool {
    let next = |at: usize| {
        (at + 1..tokens.len())
            .find(|&next| !word::is_adverb(&tokens[next]))
            .filter(|&next| tokens[next].gap < Gap::Break)
    };
    // `a group of scientists in Leeds is studying`
    let studies = |at: usize| {
        tokens[at].is_any(&["are", "is"])
            && next(at).is_some_and(|verb| METHODS.form(&tokens[verb]) == Some(Form::Participle))
            && tokens[at.saturating_sub(8)..at]
                .iter()
                .any(|token| PLANNERS.has(token))
    };
    if (1..tokens.len().min(14)).any(studies) {
        return true;
    }
    (0..tokens.len()).any(|at| {
        // A group may be an arm of a study, too: only what it intends is a plan.
        let group = tokens[at].is("group");
        if !AUTHORS.has(&tokens[at]) && !PLANNERS.has(&tokens[at]) && !group {
            return false;
        }
        let Some(verb) = next(at) else { return false };
        let follows = next(verb).map(|next| &tokens[next]);
        if group {
            let study = |token: &Token| token.is_any(&["study", "trial", "trials"]);
            return tokens[verb].is_any(&["intends", "plans"])
                && (follows.is_some_and(|next| next.is("to"))
                    || tokens[verb + 1..].iter().take(5).any(study));
        }
        let will = tokens[verb].is("will")
            && follows.is_some_and(|next| METHODS.form(next) == Some(Form::Base));
        let wants = tokens[verb].is_any(&[
            "aim", "aims", "hope", "hoped", "hopes", "intend", "intended", "intends", "plan",
            "planned", "plans", "want", "wanted", "wants",
        ]) && follows.is_some_and(|next| next.is("to"));
        // `the team plans a larger trial`
        let study = |token: &Token| {
            STUDIES.has(token) || PAPERS.has(token) || token.is_any(&["trial", "trials"])
        };
        let plans = tokens[verb].is_any(&["plan", "planned", "plans"])
            && tokens[verb + 1..].iter().take(5).any(study);
        let asks = matches!(METHODS.form(&tokens[verb]), Some(Form::Base | Form::Third))
            && follows.is_some_and(|next| next.is_any(&["how", "if", "whether", "why"]));
        // `test` is no verb that is known by its form: it is more often a noun.
        let tests = AUTHORS.has(&tokens[at])
            && tokens[verb].is_any(&["test", "tested"])
            && follows.is_some_and(|next| {
                word::is_determiner(next) || next.is_any(&["for", "how", "if", "whether"])
            });
        let begins = tokens[verb].is_any(&["are", "is"])
            && PLANNERS.has(&tokens[at])
            && follows.is_some_and(|next| METHODS.form(next) == Some(Form::Participle));
        // `the trial is due to report in 2027`
        let due = tokens[verb].is_any(&["are", "is"])
            && follows.is_some_and(|next| next.is("due"))
            && tokens.get(verb + 2).is_some_and(|to| to.is("to"));
        will || wants || plans || asks || tests || begins || due
    })
}

/// What the subjects of a study did in it, and what it measured: `participants completed a
/// questionnaire`, `the primary outcome was`.
fn is_step(tokens: &[Token], main: &Group) -> bool {
    let head = &tokens[main.head()];
    let object = &tokens[main.tokens.end..tokens.len().min(main.tokens.end + 6)];
    let answered = head.is_any(&["answered", "completed", "filled", "kept"])
        && object.iter().any(|token| {
            token.is_any(&[
                "diaries",
                "diary",
                "interview",
                "interviews",
                "questionnaire",
                "questionnaires",
                "survey",
                "surveys",
            ])
        });
    let subject = &tokens[..main.tokens.start];
    let outcome = word::is_be(head)
        && subject.len() <= 6
        && subject
            .iter()
            .any(|token| token.is_any(&["co-primary", "main", "primary", "secondary"]))
        && subject.iter().any(|token| {
            token.is_any(&[
                "endpoint",
                "endpoints",
                "measure",
                "measures",
                "outcome",
                "outcomes",
                "point",
                "points",
            ])
        });
    let carried_out = head.is_any(&["carried", "done"])
        && object.first().is_some_and(|next| next.is("out"))
        && subject
            .iter()
            .any(|token| PAPERS.has(token) || STUDIES.has(token));
    let taken = head.is_any(&["collected", "drawn", "obtained", "taken"])
        && subject.iter().any(|token| SAMPLES.has(token));
    let past = tokens[main.tokens.start].is_any(&["was", "were"]);
    answered || outcome || past && main.passive && (carried_out || taken) || is_by_rules(tokens)
}

/// What ethics committees ask papers to say: `gave informed consent`, `was approved by the ethics committee`.
fn is_by_rules(tokens: &[Token]) -> bool {
    let pair = |first: &str, second: &[&str]| {
        tokens
            .windows(2)
            .any(|pair| pair[0].is(first) && pair[1].is_any(second))
    };
    let approved = tokens.iter().any(|token| token.is("approved"));
    pair("informed", &["consent"])
        || approved
            && (pair("ethics", &["board", "committee", "committees"]) || pair("review", &["board"]))
}

/// `was determined by enzyme immunoassay`: what was found is not said, only how.
fn is_by_means(tokens: &[Token], main: &Group) -> bool {
    let after = &tokens[main.tokens.end..tokens.len().min(main.tokens.end + 8)];
    let found_out = tokens[main.head()].is_any(&[
        "ascertained",
        "assessed",
        "confirmed",
        "detected",
        "determined",
        "diagnosed",
        "established",
        "estimated",
        "identified",
        "isolated",
        "verified",
    ]);
    let past = tokens[main.tokens.start].is_any(&["was", "were"]);
    let how = after
        .first()
        .is_some_and(|first| first.is_any(&["by", "from", "through", "using", "via", "with"]));
    found_out && past && how && after.iter().any(|token| MEANS.has(token))
}

/// Whether the main verb is a step of a study: `we measured`, `samples were collected`.
fn is_method(tokens: &[Token], main: &Group) -> bool {
    let head = &tokens[main.head()];
    // "We estimate that": a result, but for a hypothesis.
    let invented = head.is_any(&["created", "designed", "developed", "identified"])
        && tokens[main.tokens.end..]
            .windows(2)
            .take(8)
            .any(|pair| pair[0].is_any(&["that", "which"]) && form(&pair[1]) == Some(Form::Third));
    let states = tokens
        .get(main.tokens.end)
        .is_some_and(|next| next.is("that"))
        && !head.text.starts_with("hypothesi");
    let before = (main.tokens.start.saturating_sub(6)..main.tokens.start)
        .rev()
        .find(|&before| {
            !word::is_adverb(&tokens[before]) && !tokens[before].is_any(&["first", "next"])
        });
    // A verb that the clause analysis does not know is one after `we` or an auxiliary.
    let verb = form(head).is_some()
        || main.tokens.len() > 1
        || before.is_some_and(|before| before + 1 < main.tokens.start)
        || before.is_some_and(|before| tokens[before].is("we"));
    let method = METHODS.form(head).is_some() && verb && !states && !invented;
    let by_authors = before.is_some_and(|at| {
        let of_this = at > 0 && tokens[at - 1].is_any(&["here", "our", "present", "the", "this"]);
        AUTHORS.has(&tokens[at]) || of_this && PAPERS.has(&tokens[at])
    });
    let goal = word::is_be(head)
        && (main.tokens.start.saturating_sub(8)..main.tokens.start).any(|at| {
            // `pertinent to these goals`: no goal of a study.
            let aside = tokens[at.saturating_sub(2)..at]
                .iter()
                .any(|it| it.is_any(&["to", "with"]));
            GOALS.has(&tokens[at]) && !aside
        });
    // `was used by 12 %`: a result.
    let by = tokens
        .get(main.tokens.end)
        .is_some_and(|next| next.is_any(&["among", "by", "for", "in"]));
    let counted = by
        && tokens[main.tokens.end..]
            .iter()
            .take(5)
            .any(|token| token.is_any(&["%", "cent", "half", "percent", "third"]));
    // `were rated as meaningful`: what came out.
    let rated = head.is_any(&["determined", "rated"])
        && tokens
            .get(main.tokens.end)
            .is_some_and(|it| it.is_any(&["as", "that", "to"]));
    let done = main.passive
        && !counted
        && !rated
        && tokens[main.tokens.start].is_any(&["was", "were"])
        && MEASURED.has(head);
    let by_means = main.passive && is_by_means(tokens, main);
    !main.denied
        && main.modal.as_deref().is_none_or(|modal| modal == "will")
        && (method && by_authors && !main.passive || done || goal || by_means)
}
