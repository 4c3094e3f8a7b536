//! Services: what a clinic, a leaflet or a charity says of itself and of the visit: "the clinic is open on
//! weekdays", "your nurse will call you", "the appointment lasts about 40 minutes", "the app costs £4 a month".
//! What a treatment does is none of it: "you will lose weight within a week" states.

use std::sync::LazyLock;

use super::causality::states_relation;
use super::clause::{Clauses, Group, Mood, word};
use super::counsel::is_of_a_condition;
use super::lexicon::{Form, Phrases, Verbs, Words};
use super::token::{Gap, Token};
use super::{Reason, worth_of_lists};

/// Those who serve, and what they run.
static HOSTS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("hosts.txt")));
/// What they give, and what the reader meets in it: an appointment, a letter.
static OFFERS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("offers.txt")));
/// What they do.
static SERVING: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("serving.txt")));
/// What is done with the reader: "you will be seen by a nurse".
static RECEIVED: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("received.txt")));
/// What service texts say in set words.
static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("phrases.txt")));

/// How many words before a verb its subject is looked for.
const SUBJECT: usize = 7;

/// What is given on a visit: how often, and how long it takes, is of the service.
const VISITS: &[&str] = &[
    "infusion",
    "infusions",
    "injection",
    "injections",
    "transfusion",
    "transfusions",
];

/// How many words of its object are read.
const OBJECT: usize = 8;

/// Whether a sentence tells of a service and of nothing that it brings about.
pub(super) fn is_service(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let mut finite = clauses
        .groups
        .iter()
        .filter(|group| group.mood == Mood::Finite);
    let Some(main) = finite.find(|group| !is_of_a_condition(tokens, group)) else {
        return false;
    };
    let serves = (0..tokens.len()).any(|at| PHRASES.length_at(tokens, at).is_some())
        || is_for_the_reader(clauses, main)
        || is_of_hosts(clauses, main)
        || is_of_offers(tokens, main);
    serves && !promises(clauses, main)
}

/// What tells of something, so that its object is no promise: "will explain the risks and benefits".
const TELLING: &[&str] = &[
    "answer", "ask", "check", "choose", "decide", "describe", "discuss", "explain", "go", "pick",
    "select", "show", "talk", "teach", "tell", "weigh",
];

/// Whether it states by the way: "we will treat you with a drug that cures it".
fn promises(clauses: &Clauses<'_>, main: &Group) -> bool {
    // What the service itself does is in its verb.
    let rest = &clauses.tokens[main.tokens.end..];
    let worthy = matches!(
        worth_of_lists(&super::advice::without_topics(rest)),
        Some((Reason::Effect | Reason::Appeal, _))
    );
    let risk = rest
        .iter()
        .any(|token| token.is_any(&["chance", "chances", "odds", "risk", "risks"]));
    let another = clauses.groups.iter().any(|group| {
        group.tokens.start >= main.tokens.end
            && group.mood == Mood::Finite
            && super::acts_in_any_form(&clauses.tokens[group.head()])
    });
    let head = &clauses.tokens[main.head()];
    // `will show you how to strengthen your thigh`; what a clause of its own states counts.
    let clause = |token: &Token| token.is_any(&["because", "so", "that", "which", "who"]);
    if main.modal.as_deref() == Some("will")
        && head.is_any(TELLING)
        && !rest.iter().any(|token| {
            clause(token) && token.gap >= Gap::Comma || token.is_any(&["because", "so", "that"])
        })
    {
        return false;
    }
    // `we will make you another appointment`
    let makes = head.is_any(&["make", "made", "makes"])
        && object(clauses.tokens, main)
            .iter()
            .any(|token| OFFERS.has(token));
    let serves = makes || head.is_any(&["help", "helped", "helps"]);
    // `our nurses can help you to sleep better`: help with a form makes nothing better.
    let betters = head.is_any(&["help", "helped", "helps"])
        && rest.iter().any(|token| {
            token.is_any(&["better", "faster", "longer", "sooner"]) || is_outcome(token)
        });
    another
        || risk
        || betters
        || worthy && !serves
        || states_relation(clauses) && !serves && !main.passive
}

/// `help you to lose weight`, `help you to lower your blood pressure`: what comes of it.
fn is_outcome(token: &Token) -> bool {
    token.is_any(&["heal", "lose", "recover"])
        || super::acts_in_any_form(token)
            && !token.is_any(&[
                "help",
                "manage",
                "strengthen",
                "stop",
                "treat",
                "works",
                "work",
            ])
}

fn subject<'a>(tokens: &'a [Token], main: &Group) -> &'a [Token] {
    &tokens[main.tokens.start.saturating_sub(SUBJECT)..main.tokens.start]
}

fn object<'a>(tokens: &'a [Token], main: &Group) -> &'a [Token] {
    &tokens[main.tokens.end..tokens.len().min(main.tokens.end + OBJECT)]
}

/// `you will be seen by a nurse`, `you will have four sessions`, `you will need to bring`
fn is_for_the_reader(clauses: &Clauses<'_>, main: &Group) -> bool {
    let tokens = clauses.tokens;
    let you = main.tokens.start > 0 && tokens[main.tokens.start - 1].is("you");
    let will =
        matches!(main.modal.as_deref(), Some("will")) || tokens[main.tokens.start].is("you'll");
    let head = clauses.verb_of(main);
    let object = object(tokens, main);
    let received = main.passive && RECEIVED.has(head);
    let has = head.is_any(&["attend", "get", "have", "meet", "receive", "see"])
        && object
            .iter()
            .take(5)
            .any(|token| OFFERS.has(token) || HOSTS.has(token) || token.is_any(VISITS));
    let stays = head.is_any(&["go", "lie", "sit", "spend", "stay", "wait"]);
    let need = head.is_any(&["need", "have"]) && object.first().is_some_and(|to| to.is("to"))
        || head.is("need") && object.first().is_some_and(word::is_determiner);
    // `your stitches will be taken out`
    let theirs = main.passive
        && subject(tokens, main).iter().any(|token| token.is("your"))
        && !super::acts_in_any_form(head)
        && !head.is_any(&["doubled", "gone", "halved", "lost"]);
    will && (you && (received || has || stays || need) || theirs)
}

/// `we are open`, `your midwife can help you to find`, `a nurse will ring you`
fn is_of_hosts(clauses: &Clauses<'_>, main: &Group) -> bool {
    let tokens = clauses.tokens;
    let subject = subject(tokens, main);
    let host = subject.iter().any(|token| HOSTS.has(token))
        || subject.last().is_some_and(|last| last.is("we"));
    let head = clauses.verb_of(main);
    let object = object(tokens, main);
    let place = word::is_be(head)
        && object.iter().take(3).any(|token| {
            token.is_any(&[
                "at", "closed", "free", "here", "in", "located", "near", "on", "open",
            ])
        });
    // `helped us to pay`, `can help you to find a class`: what helps is no treatment.
    let helps = head.is_any(&["help", "helped", "helps"])
        && object
            .first()
            .is_some_and(|whom| whom.is_any(&["us", "you", "to", "with", "families", "people"]))
        && (object
            .iter()
            .take(4)
            .any(|token| token.is_any(&["down", "into", "onto", "out", "to", "up", "with"]))
            || super::clause::form(&object[1.min(object.len() - 1)]) == Some(Form::Base));
    let counts = head.is_any(&["treat", "treated", "treats"])
        && object.first().is_some_and(super::quantity::is_number);
    let serves = (SERVING.form(head).is_some() || counts) && !main.passive && !main.denied;
    host && (place || helps || serves)
}

/// `the appointment lasts`, `a letter will be sent`, `the app costs`
fn is_of_offers(tokens: &[Token], main: &Group) -> bool {
    let subject = subject(tokens, main);
    let offer = subject.iter().any(|token| OFFERS.has(token));
    let head = &tokens[main.head()];
    let runs = head.is_any(&[
        "arrive", "arrives", "begin", "begins", "come", "comes", "cost", "costs", "end", "ends",
        "include", "includes", "last", "lasts", "run", "runs", "start", "starts", "take", "takes",
    ]);
    let sent = main.passive
        && head.is_any(&[
            "booked",
            "cancelled",
            "changed",
            "funded",
            "held",
            "included",
            "kept",
            "licensed",
            "launched",
            "made",
            "moved",
            "offered",
            "paid",
            "posted",
            "provided",
            "published",
            "sent",
            "shared",
            "updated",
        ]);
    let at_hand = word::is_be(head)
        && tokens
            .get(main.tokens.end)
            .is_some_and(|next| next.is_any(&["available", "back", "ready"]));
    // `the vaccine is free for people over 65`, but not `free of side effects`
    let free = word::is_be(head)
        && matches!(&tokens[main.tokens.end..], [free, rest @ ..] if free.is("free")
            && rest.first().is_none_or(|next| next.is_any(&["at", "for", "if", "in", "on", "to", "when"])));
    // `the operation takes two hours`; what a procedure ends is another matter.
    let procedure = subject.iter().any(|token| {
        token.is_any(&[
            "examination",
            "infusion",
            "injection",
            "operation",
            "procedure",
            "programme",
            "surgery",
            "test",
        ])
    });
    // `it costs £30 a month`
    let price = head.is_any(&["cost", "costs"]) && subject.last().is_some_and(|it| it.is("it"));
    let takes = head.is_any(&["cost", "costs", "last", "lasts", "take", "takes"])
        && !object(tokens, main)
            .iter()
            .any(|token| token.is_any(&["%", "cent", "percent", "risk"]));
    !main.denied && (offer && (runs || sent || at_hand) || procedure && takes || price || free)
}
