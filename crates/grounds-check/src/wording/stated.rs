//! Whether words are stated where they stand, or denied, left open, said by others, or quoted.

use std::ops::Range;

/// Words that deny what follows, or leave it open.
const DENIALS: &[&str] = &[
    "aim",
    "although",
    "before",
    "believe",
    "believes",
    "called",
    "cannot",
    "claim",
    "claimed",
    "claiming",
    "claims",
    "could",
    "hardly",
    "hope",
    "hopes",
    "if",
    "little",
    "may",
    "might",
    "myth",
    "need",
    "needs",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "promise",
    "promised",
    "promises",
    "promising",
    "rarely",
    "remains",
    "supposed",
    "supposedly",
    "unless",
    "unlikely",
    "until",
    "whether",
    "without",
    "yet",
    "seldom",
    "scarcely",
    "allegedly",
    "isn",
    "far",
];

/// Pairs of words in which a denial strengthens what follows.
const STRENGTHENING: &[(&str, &str)] = &[
    ("no", "doubt"),
    ("no", "question"),
    ("no", "wonder"),
    ("not", "just"),
    ("not", "only"),
    ("nothing", "but"),
    ("without", "doubt"),
    ("without", "fail"),
    ("without", "question"),
];

/// Words with which another clause begins, after `and` or a comma.
const SUBJECTS: &[&str] = &[
    "he", "it", "she", "that", "they", "this", "we", "you", "its", "these",
];

/// How many bytes around a phrase are read: more than any sentence has that somebody wrote. It keeps the work
/// linear in a line without an end.
const AROUND: usize = 2000;

/// The end of a text, no longer than what is read.
fn last_of(text: &str) -> &str {
    let from = text.len().saturating_sub(AROUND);
    &text[text.ceil_char_boundary(from)..]
}

/// The beginning of a text, no longer than what is read.
fn first_of(text: &str) -> &str {
    &text[..text.floor_char_boundary(AROUND)]
}

/// How many words before a phrase a denial may stand.
const REACH: usize = 6;

/// Whether a text asks.
pub(super) fn asks(folded: &str) -> bool {
    folded
        .trim_end()
        .trim_end_matches(['"', '”', ')', '\''])
        .ends_with('?')
}

/// What denies a clause that stands before it: "that it cures baldness is not proven".
const DENYING_AFTER: &[&str] = &[
    "are myths",
    "cannot be proven",
    "cannot be shown",
    "cannot be true",
    "has never been proven",
    "has never been shown",
    "has no basis",
    "has not been proven",
    "has not been shown",
    "has not been confirmed",
    "has yet to be",
    "have not been proven",
    "have not been shown",
    "is a myth",
    "is doubtful",
    "is false",
    "is far from",
    "is misleading",
    "is nonsense",
    "is not known",
    "is not proven",
    "is not shown",
    "is not supported",
    "is not the case",
    "is not true",
    "is open",
    "is unclear",
    "is unfounded",
    "is unknown",
    "is unlikely",
    "is unproven",
    "is unsupported",
    "is untrue",
    "is wrong",
    "isn't proven",
    "isn't true",
    "nobody knows",
    "remains open",
    "remains to be",
    "remains unclear",
    "remains unknown",
    "remains unproven",
    "was never proven",
    "was never shown",
    "was not confirmed",
    "was not proven",
    "was not shown",
    "was refuted",
    "was wrong",
];

/// How a clause begins that what follows it can deny.
const DENIABLE: &[&str] = &[
    "that ",
    "whether ",
    "the idea ",
    "the belief ",
    "the notion ",
    "the claim ",
    "the promise ",
    "the view ",
    "the assertion ",
    "claims that ",
    "any claim ",
    "the statement ",
    "the hope ",
    "the myth ",
];

/// Whether `whether` stands before every hedge of a text, so that they are part of a question.
pub(super) fn leaves_open(folded: &str, hedges: impl Iterator<Item = Range<usize>>) -> bool {
    let Some(first) = hedges.map(|hedge| hedge.start).min() else {
        return false;
    };
    let before = &folded[..first];
    let clause = before.rsplit([';', ':', '.', '!', '?']).next();
    clause.is_some_and(|clause| {
        let mut words = clause.split(|char: char| !char.is_alphanumeric());
        words.any(|word| word == "whether") && !clause.contains("whether or not")
    })
}

/// Whether what stands at some bytes is stated: nothing before or after it denies it, and it is not quoted.
pub(super) fn is_stated(folded: &str, at: &Range<usize>) -> bool {
    !is_denied(&folded[..at.start]) && !is_denied_after(folded, at) && !is_quoted(folded, at.start)
}

/// The same, but what is held possible counts as stated: `it may work better`.
pub(super) fn is_affirmed(folded: &str, at: &Range<usize>) -> bool {
    let before = &folded[..at.start];
    let possible = |word: &str| matches!(word, "could" | "may" | "might");
    !is_denied_by(before, |word| !possible(word))
        && !is_denied_after(folded, at)
        && !is_quoted(folded, at.start)
}

/// Whether a clause that holds some bytes is denied by what comes after it.
fn is_denied_after(folded: &str, at: &Range<usize>) -> bool {
    let before = last_of(&folded[..at.start]);
    let start = before
        .rfind(['.', ';', '!', '?', ':'])
        .map_or(0, |mark| mark + 1);
    let before = before[start..].trim_start_matches([' ', '"', '“', '(']);
    let rest = first_of(&folded[at.end..]);
    let rest = &rest[..rest.find(['.', ';', '!', '?']).unwrap_or(rest.len())];
    let Some(denial) = DENYING_AFTER.iter().filter_map(|it| rest.find(it)).min() else {
        return false;
    };
    let between = &rest[..denial];
    // "It cures baldness, and that it harms is not true": another clause is denied.
    let another = [" and ", " but ", " so "]
        .iter()
        .any(|joins| between.contains(joins));
    let subject = DENIABLE.iter().any(|it| before.starts_with(it)) || before.contains(" that ");
    let points_back = [
        ", which ",
        ", but that ",
        " — which ",
        " – which ",
        ", but this ",
        ", but it ",
        " – but that ",
        " — but that ",
    ]
    .iter()
    .any(|it| between.trim_end().ends_with(it.trim_end()));
    points_back || subject && !another
}

fn is_denied(before: &str) -> bool {
    is_denied_by(before, |_| true)
}

/// Whether a word before some words denies them, of the words that count.
fn is_denied_by(before: &str, counts: impl Fn(&str) -> bool) -> bool {
    let clause = last_of(before)
        .rsplit([';', ':', '.', '!', '?', '—'])
        .next()
        .unwrap_or(before);
    let clause = clause.rsplit(" but ").next().unwrap_or(clause);
    let mut near: Vec<&str> = Vec::with_capacity(REACH + 1);
    for word in clause.rsplit([' ', ',', '(', ')', '/', '"', '“', '”', '-']) {
        if word.is_empty() {
            continue;
        }
        // `it does not hurt and it cures`: what is denied is another clause.
        let another =
            matches!(word, "and" | "or") && near.last().is_some_and(|next| SUBJECTS.contains(next));
        if another || near.len() > REACH {
            break;
        }
        near.push(word);
    }
    near.iter().take(REACH).enumerate().any(|(i, word)| {
        // `far gentler`: only `far from` denies.
        let degree = *word == "far" && (i == 0 || near[i - 1] != "from");
        let denies = (DENIALS.contains(word) || word.ends_with("n't")) && counts(word) && !degree;
        let strengthened = i > 0 && STRENGTHENING.contains(&(word, near[i - 1]))
            || i > 1 && *word == "without" && near[i - 1] == "a" && near[i - 2] == "doubt";
        denies && !strengthened
    })
}

/// Whether a byte of a text stands between quotation marks.
pub(super) fn is_quoted(text: &str, at: usize) -> bool {
    let before = last_of(&text[..at]);
    let open = |opening: char, closing: char| {
        before.matches(opening).count() > before.matches(closing).count()
    };
    let single = before.rfind(" '").is_some_and(|from| {
        let inside = &before[from + 2..];
        // `'cures'`: it closes after the words too, and is no apostrophe.
        !inside.contains('\'')
            && first_of(&text[at..]).contains('\'')
            && inside.split(' ').count() <= REACH
    });
    open('“', '”') || open('«', '»') || before.matches('"').count() % 2 == 1 || single
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_strengthens_does_not_deny() {
        let stated = |text: &str| {
            let at = text.find("cures").unwrap();
            is_stated(text, &(at..at + "cures".len()))
        };
        for text in [
            "there is no doubt that it cures baldness",
            "it does not hurt, and it cures baldness",
            "it not only helps, it cures baldness",
            "without a doubt it cures baldness",
            "it does not smell but cures baldness",
            "it cures baldness, and that it harms is not true",
            "it cures baldness. that it harms is a myth",
        ] {
            assert!(stated(text), "{text}");
        }
        for text in [
            "it never cures baldness",
            "nobody knows whether it cures baldness",
            "sellers claim that it cures baldness",
            "it may be that it cures baldness",
            "the word 'cures' was used",
            "he said that “it cures baldness”",
            "that it cures baldness is not proven",
            "the idea that it cures baldness is a myth",
            "whether it cures baldness remains unclear",
            "it cures baldness, which is not true",
            "it cures baldness, but that has not been shown",
        ] {
            assert!(!stated(text), "{text}");
        }
    }
}
