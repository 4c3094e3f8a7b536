//! Whether words are stated where they stand, or denied, left open, said by others, or quoted.

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

/// How many words before a phrase a denial may stand.
const REACH: usize = 6;

/// Whether a text asks.
pub(super) fn asks(folded: &str) -> bool {
    folded
        .trim_end()
        .trim_end_matches(['"', '”', ')', '\''])
        .ends_with('?')
}

/// Whether what stands at a byte is stated: nothing before it denies it, and it is not quoted.
pub(super) fn is_stated(folded: &str, at: usize) -> bool {
    !is_denied(&folded[..at]) && !is_quoted(folded, at)
}

fn is_denied(before: &str) -> bool {
    let clause = before
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
        let denies = DENIALS.contains(word) || word.ends_with("n't");
        let strengthened = i > 0 && STRENGTHENING.contains(&(word, near[i - 1]))
            || i > 1 && *word == "without" && near[i - 1] == "a" && near[i - 2] == "doubt";
        denies && !strengthened
    })
}

/// Whether a byte of a text stands between quotation marks.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let open = |opening: char, closing: char| {
        before.matches(opening).count() > before.matches(closing).count()
    };
    let single = before.rfind(" '").is_some_and(|from| {
        let inside = &before[from + 2..];
        // `'cures'`: it closes after the words too, and is no apostrophe.
        !inside.contains('\'') && text[at..].contains('\'') && inside.split(' ').count() <= REACH
    });
    open('“', '”') || open('«', '»') || before.matches('"').count() % 2 == 1 || single
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_strengthens_does_not_deny() {
        let stated = |text: &str| is_stated(text, text.find("cures").unwrap());
        for text in [
            "there is no doubt that it cures baldness",
            "it does not hurt, and it cures baldness",
            "it not only helps, it cures baldness",
            "without a doubt it cures baldness",
            "it does not smell but cures baldness",
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
        ] {
            assert!(!stated(text), "{text}");
        }
    }
}
