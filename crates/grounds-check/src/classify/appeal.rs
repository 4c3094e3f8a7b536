//! Appeals to research: "studies show", "it has been proven", "according to experts".
//!
//! An appeal is a source (a study, researchers, evidence) with a verb of reporting, a passive
//! report, or a set phrase. What says that research is lacking ("no study has tested"), asks for
//! it ("whether trials show") or looks ahead ("a trial will show") is none, and neither is what points
//! back to a study that was named ("this study found", "these data").

use std::ops::Range;
use std::sync::LazyLock;

use super::class::Class;
use super::lexicon::{Form, Phrases, Verbs, Words};
use super::token::{Gap, Token};

static SOURCES: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("appeal-sources.txt")));
static REPORTING: LazyLock<Verbs> =
    LazyLock::new(|| Verbs::parse(include_str!("reporting-verbs.txt")));
static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("appeal-phrases.txt")));
/// Techniques whose use is the text's own.
static TECHNIQUES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("techniques.txt")));
static ABSENCE: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("absence.txt")));

/// The words with which an appeal may begin.
pub(super) fn beginnings() -> impl Iterator<Item = &'static str> {
    let others = ["according", "across", "in"];
    let phrases = PHRASES.first_words();
    others.into_iter().chain(phrases).chain(SOURCES.iter())
}

/// How many words may stand between a source and its verb: "a study of 68 men from Delhi found".
const REACH: usize = 9;

/// What ends the search for a source's verb: another clause, or a verb that reports nothing.
const ENDING: &[&str] = &[
    "am", "are", "be", "can", "could", "how", "if", "is", "may", "might", "must", "should", "to",
    "was", "we", "were", "what", "whether", "will", "would", "you",
];

/// The first appeal, as a range of tokens.
pub(super) fn find(tokens: &[Token]) -> Option<Range<usize>> {
    let mut possible = (0..tokens.len()).filter(|&at| tokens[at].class.is(Class::APPEALS));
    possible.find_map(|at| {
        // `here it is shown that`: by this text.
        let here = at > 1 && tokens[at - 1].is("it") && tokens[at - 2].is("here");
        if here || at > 0 && tokens[at].is("it") && tokens[at - 1].is("here") {
            return None;
        }
        let end = at
            + PHRASES
                .length_at(tokens, at)
                .or_else(|| reported(tokens, at))
                .or_else(|| according(tokens, at))
                .or_else(|| within(tokens, at))?;
        (!is_absent(tokens, at, end)).then_some(at..end)
    })
}

/// Whether an appeal points back to research that was named before: `the study said`, `according to the
/// trial`. It still asks for a citation, as every statement of a result does.
pub(super) fn points_back(tokens: &[Token], found: &Range<usize>) -> bool {
    let source = found.clone().find(|&at| tokens[at].is_any(NAMED));
    source.is_some_and(|at| {
        let near = &tokens[at.saturating_sub(2)..at];
        near.iter().any(|token| token.is("the"))
    })
}

/// `studies have shown`
fn reported(tokens: &[Token], at: usize) -> Option<usize> {
    if !SOURCES.has(&tokens[at])
        || is_attribute(tokens, at)
        || is_own(tokens, at)
        || !is_subject(tokens, at)
    {
        return None;
    }
    for (i, token) in tokens.iter().enumerate().skip(at + 1).take(REACH) {
        let relative = i == at + 1 && token.is_any(&["that", "which", "who"]);
        if relative {
            continue;
        }
        if token.gap == Gap::Break
            || token.is_any(ENDING)
            || token.is("been")
            || token.is_any(&["that", "which"])
        {
            return None;
        }
        match REPORTING.form(token) {
            Some(Form::Base | Form::Third | Form::Past)
                if !is_noun(tokens, i) && !tells_of_oneself(tokens, at, i) =>
            {
                return Some(i + 1 - at);
            }
            _ => {}
        }
    }
    None
}

/// Whether a source can be the subject of a verb: it does not point back (`these data`), does not belong to
/// another noun (`participants in the survey`), and nobody helps or outdoes it (`helps doctors find`).
fn is_subject(tokens: &[Token], at: usize) -> bool {
    let far = at.saturating_sub(NOUN_PHRASE);
    let from = tokens[far..=at]
        .iter()
        .rposition(|token| token.gap >= Gap::Comma)
        .map_or(far, |start| far + start);
    for (i, token) in tokens[from..at].iter().enumerate().rev() {
        if token.is_any(&["our", "present", "these", "this", "those", "current"]) {
            return false;
        }
        if token.is_any(&["at", "by", "from", "in", "than", "with"]) {
            return false;
        }
        // `could help doctors find`
        let next = from + i + 1 == at;
        if next
            && token.is_any(&[
                "allow", "allows", "as", "enable", "help", "helps", "let", "lets", "make",
            ])
        {
            return false;
        }
        if token.is_any(&["a", "an", "the"]) {
            // What stands before an article is another phrase, unless it holds the source.
            let holder = (from + i).checked_sub(1).map(|before| &tokens[before]);
            return !holder
                .is_some_and(|it| it.is_any(&["at", "by", "from", "in", "than", "with"]));
        }
    }
    true
}

/// Sources that `the` points back to.
const NAMED: &[&str] = &[
    "analyses",
    "analysis",
    "experiment",
    "experiments",
    "findings",
    "investigation",
    "investigations",
    "reports",
    "review",
    "reviews",
    "studies",
    "study",
    "survey",
    "surveys",
    "trial",
    "trials",
];

/// Whether a source is work of the text's own, so long as nothing says that it is another's: "findings
/// suggest", "analysis of the genome revealed".
fn is_own(tokens: &[Token], at: usize) -> bool {
    let of_others = at > 0
        && tokens[at - 1].is_any(&[
            "clinical",
            "earlier",
            "many",
            "new",
            "other",
            "preliminary",
            "previous",
            "prior",
            "recent",
            "research",
            "scientific",
            "several",
            "some",
        ]);
    let pools = tokens[at + 1..tokens.len().min(at + 6)]
        .iter()
        .any(|token| token.is_any(&["reviews", "studies", "trials"]));
    let meta = at > 0 && tokens[at - 1].is("meta");
    let from = tokens[at].is("data") && tokens.get(at + 1).is_some_and(|next| next.is("from"));
    // `transfection studies showed`: an experiment that is told here.
    let technical = tokens[at].is_any(&[
        "analyses",
        "analysis",
        "experiment",
        "experiments",
        "investigations",
        "studies",
    ]) && at > 0
        && TECHNIQUES.has(&tokens[at - 1]);
    let own = tokens[at].is_any(&["analyses", "analysis", "data", "findings"]);
    technical || own && !of_others && !pools && !meta && !from
}

/// Whether a verb of reporting says what people told of themselves: `physicians reported fatigue`.
fn tells_of_oneself(tokens: &[Token], source: usize, verb: usize) -> bool {
    let people = tokens[source].is_any(&[
        "clinicians",
        "dermatologists",
        "doctors",
        "physicians",
        "professionals",
        "specialists",
    ]);
    let that = tokens.get(verb + 1).is_some_and(|next| next.is("that"));
    people && tokens[verb].is_any(&["report", "reported"]) && !that
}

/// How many words before a source belong to it: "several large recent European studies".
const NOUN_PHRASE: usize = 5;

/// `study design`, `evidence base`: a source that only describes what follows.
fn is_attribute(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        next.gap < Gap::Comma
            && next.is_any(&[
                "article",
                "articles",
                "author",
                "base",
                "design",
                "group",
                "groups",
                "level",
                "participants",
                "protocol",
                "question",
                "questions",
            ])
    })
}

/// `in the report`, `a claim`: forms of reporting verbs that are nouns here.
fn is_noun(tokens: &[Token], at: usize) -> bool {
    let before = &tokens[at - 1];
    before.is_any(&[
        "a", "an", "and", "any", "by", "each", "for", "from", "in", "its", "no", "of", "on", "or",
        "the", "their", "these", "this", "those", "with",
    ])
}

/// `according to a recent study`
fn according(tokens: &[Token], at: usize) -> Option<usize> {
    let to = tokens.get(at + 1)?;
    if !tokens[at].is("according") || !to.is("to") {
        return None;
    }
    source_within(tokens, at + 2, 6).map(|source| source + 1 - at)
}

/// `in one study`, `in clinical trials`, at the beginning of a clause
fn within(tokens: &[Token], at: usize) -> Option<usize> {
    let begins = at == 0 || tokens[at].gap >= Gap::Comma || tokens[at - 1].is_any(&["and", "but"]);
    if !begins || !tokens[at].is_any(&["across", "in"]) {
        return None;
    }
    // "In addition to a study", "in this review".
    if tokens.get(at + 1)?.is_any(&[
        "addition", "contrast", "order", "our", "these", "this", "your",
    ]) || tokens[at + 1..tokens.len().min(at + 4)]
        .iter()
        .any(|token| token.is_any(&["current", "present", "same"]))
    {
        return None;
    }
    let source = source_within(tokens, at + 1, 4)?;
    if is_own(tokens, source) || tokens[at + 1].is("vitro") {
        return None;
    }
    let of_research = tokens[source].is_any(&[
        "analyses",
        "analysis",
        "experiment",
        "experiments",
        "review",
        "reviews",
        "studies",
        "study",
        "survey",
        "surveys",
        "trial",
        "trials",
    ]);
    (of_research && source > at + 1 && source + 2 < tokens.len()).then_some(source + 1 - at)
}

fn source_within(tokens: &[Token], from: usize, reach: usize) -> Option<usize> {
    let stretch = tokens.iter().enumerate().skip(from).take(reach);
    stretch
        .take_while(|(_, token)| token.gap < Gap::Comma)
        .find(|(_, token)| SOURCES.has(token))
        .map(|(at, _)| at)
}

/// Whether a word in the appeal, or close before it, says that the research is not there.
fn is_absent(tokens: &[Token], start: usize, end: usize) -> bool {
    let mut before = start;
    while before > 0 && start - before < 4 && tokens[before].gap < Gap::Comma {
        before -= 1;
    }
    // "Provides compelling evidence", "room for more robust evidence": evidence that is given or wanted.
    let given = tokens[start.saturating_sub(2)..start].iter().any(|token| {
        token.is_any(&[
            "gave", "give", "gives", "more", "offer", "offers", "provide", "provided", "provides",
        ])
    });
    if given && tokens[end - 1].is("evidence") {
        return true;
    }
    let negated = |token: &Token| ABSENCE.has(token) || token.text.ends_with("n't");
    let followed = tokens
        .get(end)
        .is_some_and(|next| next.is_any(&["no", "whether"]));
    // "Found no difference" is a result, so what follows counts only as the object of evidence.
    let lacking = followed && tokens[end - 1].is_any(&["evidence"]);
    // `reports say little about it`
    let silent = tokens[end - 1].is_any(&["say", "says", "said", "tell", "tells"])
        && tokens
            .get(end)
            .is_some_and(|next| next.is_any(&["little", "nothing"]));
    lacking || silent || tokens[before..end].iter().any(negated)
}
