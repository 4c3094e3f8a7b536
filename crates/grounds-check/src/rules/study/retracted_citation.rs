//! A retracted study that prose cites without telling the reader.

use grounds_load::Lookup;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::with_event;
use crate::subject::CitationAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/retracted-citation",
    level: Level::Error,
    summary: "an article cites a retracted study without saying that it was retracted",
    docs: include_str!("retracted_citation.md"),
    check: Check::Citation(check),
};

fn check(cx: &mut Context<'_>, at: CitationAt<'_>) {
    let citation = at.citation;
    let study = match cx.set().studies.look_up(&citation.key) {
        Lookup::Found(study) => study,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    let Some(event) = study.value.standing().retracted else {
        return;
    };
    let sentences = &at.of.article.prose.sentences;
    let sentence = citation.sentence.and_then(|index| sentences.get(index));
    let told = sentence.is_some_and(|sentence| says_retracted(&sentence.text));
    if told || says_retracted(&citation.prefix) || says_retracted(&citation.suffix) {
        return;
    }
    let message = format!("`{}` was retracted, and readers are not told", citation.key);
    let diagnostic = cx.at(at.place(), message).label("cited as any other study");
    let diagnostic = with_event(diagnostic, study, event)
        .note("a retracted result that is cited without a word goes on being believed")
        .help(format!(
            "take the citation out, or say it: in the sentence, or `[@{}, retracted]`",
            citation.key
        ));
    cx.report(diagnostic);
}

/// Whether words speak of a retraction. Retractors are instruments, and hair follicles, scars and
/// gums can be retractile: these say nothing about a study.
fn says_retracted(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        matches!(
            word,
            "retract" | "retracts" | "retracted" | "retracting" | "retraction" | "retractions"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::says_retracted;

    #[test]
    fn only_a_retraction_speaks_of_one() {
        assert!(says_retracted(", retracted in 2024"));
        assert!(says_retracted("A trial, since retracted, reported more."));
        assert!(!says_retracted("A retractor held the scalp."));
        assert!(!says_retracted(""));
    }
}
