//! What an impact is as Markdown, for a pull request: how much first, then the claims, then the sentences page by page.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use grounds_evidence::impact::{Impact, Loss, SentenceImpact};

use super::{View, left, pages};

/// How many lines a list may have before it is folded.
const OPEN: usize = 20;

/// How long the whole may be, in bytes: GitHub takes no comment of more than 65,536 characters.
const ROOM: usize = 60_000;

/// Writes what must change.
pub(super) fn written(view: &View<'_>) -> String {
    let mut text = if view.impact.studies.is_empty() {
        "## No study of the set is retracted\n".to_owned()
    } else {
        format!("## What must change {}\n", escaped(&view.title()))
    };
    if view.hits_nothing() {
        text.push_str("\nNothing stands on it.\n");
    }
    let Impact {
        claims, sentences, ..
    } = view.impact;
    if claims.len() + sentences.len() > OPEN {
        summary(view, &mut text);
    }
    for review in &view.impact.reviews {
        let _ = writeln!(
            text,
            "\nThe review `{review}` includes it: what it pooled may change."
        );
    }
    for naming in &view.impact.naming {
        let _ = writeln!(
            text,
            "\nThe record of `{naming}` names it: take the name out."
        );
    }
    let rows = of_claims(view);
    if !rows.is_empty() {
        let head = "| claim | what happens | left |\n| --- | --- | --- |\n";
        list(&mut text, "### Claims", head, &rows);
    }
    if !sentences.is_empty() {
        text.push_str("\n### Sentences\n");
    }
    for (article, lines) in of_articles(view) {
        list(&mut text, &format!("#### `{article}`"), "", &lines);
    }
    text
}

/// How many claims and sentences are hit, and how hard.
fn summary(view: &View<'_>, text: &mut String) {
    let Impact {
        claims, sentences, ..
    } = view.impact;
    let mut counts: BTreeMap<Loss, [usize; 2]> = BTreeMap::new();
    for claim in claims {
        counts.entry(claim.loss).or_default()[0] += 1;
    }
    for sentence in sentences {
        counts.entry(sentence.loss).or_default()[1] += 1;
    }
    let _ = writeln!(
        text,
        "\n{} claims and {} sentences in {} are hit.",
        claims.len(),
        sentences.len(),
        pages(view.articles().len())
    );
    text.push_str("\n| what happens | claims | sentences |\n| --- | ---: | ---: |\n");
    for (loss, [claims, sentences]) in counts {
        let _ = writeln!(text, "| {} | {claims} | {sentences} |", loss.describe());
    }
}

fn of_claims(view: &View<'_>) -> Vec<String> {
    let row = |claim| {
        let statement = escaped(view.statement(claim));
        let loss = claim.loss.describe();
        format!(
            "| `{}` {statement} | {loss} | {} |\n",
            claim.claim,
            left(claim)
        )
    };
    view.impact.claims.iter().map(row).collect()
}

/// The sentences of each article, the article that is hit hardest first.
fn of_articles<'a>(view: &View<'a>) -> Vec<(&'a str, Vec<String>)> {
    let mut found: Vec<(&str, Vec<String>)> = Vec::new();
    let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
    for sentence in &view.impact.sentences {
        let article = sentence.article.as_str();
        let at = *positions.entry(article).or_insert_with(|| {
            found.push((article, Vec::new()));
            found.len() - 1
        });
        found[at].1.push(line(view, sentence));
    }
    found
}

fn line(view: &View<'_>, sentence: &SentenceImpact<'_>) -> String {
    format!(
        "- [ ] `{}` {}: {}\n",
        view.place(sentence),
        escaped(view.text(sentence)),
        sentence.loss.describe()
    )
}

/// A heading with a list below it, folded where it is long; what there is no room for is counted.
fn list(text: &mut String, heading: &str, head: &str, lines: &[String]) {
    let folded = lines.len() > OPEN;
    let _ = writeln!(text, "\n{heading}\n");
    if folded {
        let _ = writeln!(text, "<details><summary>All {}</summary>\n", lines.len());
    }
    text.push_str(head);
    let mut shown = 0;
    for line in lines {
        if text.len() + line.len() > ROOM {
            break;
        }
        text.push_str(line);
        shown += 1;
    }
    if shown < lines.len() {
        let _ = writeln!(
            text,
            "\n{} more: `--format json` lists them all.",
            lines.len() - shown
        );
    }
    if folded {
        text.push_str("\n</details>\n");
    }
}

/// Text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Neither a mention nor a reference, whatever reads the Markdown.
            '@' => out.push_str("&#64;"),
            '#' => out.push_str("&#35;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}
