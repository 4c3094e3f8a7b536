//! `grounds classify`: the verdict of the sentence classifier on each line of standard input.

use std::io::{self, BufRead as _, IsTerminal as _};

use anyhow::Context as _;
use grounds_check::classify::{self, Verdict};
use serde_json::{Value, json};

use crate::args::{ClassifyArgs, ListFormat};
use crate::session::{self, print};
use crate::{Ending, Stop};

pub(crate) fn run(args: &ClassifyArgs) -> Result<Ending, Stop> {
    let mut stdin = io::stdin().lock();
    if stdin.is_terminal() {
        session::remark("write sentences, one a line; the end of the input (Ctrl-D) ends it");
    }
    let mut bytes = Vec::new();
    let mut number = 0;
    loop {
        bytes.clear();
        let read = stdin
            .read_until(b'\n', &mut bytes)
            .context("cannot read standard input")?;
        if read == 0 {
            return Ok(Ending::Clean);
        }
        number += 1;
        let line = match std::str::from_utf8(&bytes) {
            Ok(text) => {
                let text = text.trim_end_matches(['\n', '\r']);
                show(args.format, number, text, &classify::classify(text))
            }
            Err(_) if args.format == ListFormat::Json => {
                format!(
                    "{}\n",
                    json!({ "line": number, "error": "the line is not UTF-8" })
                )
            }
            Err(_) => format!("{number}: the line is not UTF-8\n"),
        };
        print(&line)?;
    }
}

fn show(format: ListFormat, number: usize, text: &str, verdict: &Verdict) -> String {
    if format == ListFormat::Json {
        return format!("{}\n", of(number, text, verdict));
    }
    let hedged = if verdict.hedge.is_some() {
        "hedged"
    } else {
        "plain"
    };
    format!(
        "{}\t{hedged}\t{}\t{text}\n",
        verdict.kind.name(),
        verdict.strength.name()
    )
}

/// The verdict as one JSON object.
fn of(number: usize, text: &str, verdict: &Verdict) -> Value {
    let words = |range: &Option<std::ops::Range<usize>>| range.clone().map(|range| &text[range]);
    json!({
        "line": number,
        "text": text,
        "kind": verdict.kind.name(),
        "hedged": verdict.hedge.is_some(),
        "hedge": words(&verdict.hedge),
        "strength": verdict.strength.name(),
        "relation": verdict.strength.relation(),
        "conditional": verdict.strength.is_conditional(),
        "relation-words": words(&verdict.relation),
        "check-worthy": verdict.check_worthy.is_some(),
        "reason": verdict.check_worthy.as_ref().map(|worthy| worthy.reason.name()),
        "reason-words": words(&verdict.check_worthy.as_ref().map(|worthy| worthy.words.clone())),
        "health-words": words(&verdict.health),
        "fires": verdict.fires(),
    })
}
