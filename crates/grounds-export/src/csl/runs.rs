//! From the processor's tree to stretches of text.
//!
//! The tree is walked, and never printed by the processor: its HTML is not escaped.

use citationberg::{FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use hayagriva::{ElemChild, ElemChildren, ElemMeta, Formatted, Formatting};

use super::serial;
use crate::bundle::{Form, FormattedReference, Run};

/// What the processor made, as plain text and as runs, without a number before it.
pub(super) fn formatted(children: &ElemChildren) -> FormattedReference {
    let mut runs = Vec::new();
    if walk(children, &mut runs) {
        trim_start(&mut runs, &['.', ')', ']', '[', '(']);
    }
    trim_start(&mut runs, &[]);
    trim_end(&mut runs);
    let mut runs = with_single_stops(runs);
    runs.retain(|run| !run.text.is_empty());
    let text = runs.iter().map(|run| run.text.as_str()).collect();
    FormattedReference { text, runs }
}

/// Collects the runs; also says whether a number was left out.
fn walk(children: &ElemChildren, runs: &mut Vec<Run>) -> bool {
    let mut without_number = false;
    for child in &children.0 {
        match child {
            ElemChild::Text(text) => push(runs, text, None),
            ElemChild::Link { text, url } => push(runs, text, Some(serial::unshield(url))),
            ElemChild::Elem(elem) if elem.meta == Some(ElemMeta::CitationNumber) => {
                without_number = true;
            }
            ElemChild::Elem(elem) => {
                // What stands in a block of its own is set off by a blank.
                if elem.display.is_some() && !runs.is_empty() {
                    push(
                        runs,
                        &Formatted {
                            text: " ".to_owned(),
                            formatting: Formatting::default(),
                        },
                        None,
                    );
                }
                without_number |= walk(&elem.children, runs);
            }
            // Typst markup and replaceable elements: neither comes of plain fields.
            ElemChild::Markup(_) | ElemChild::Transparent { .. } => {}
        }
    }
    without_number
}

fn push(runs: &mut Vec<Run>, formatted: &Formatted, url: Option<String>) {
    let text = serial::unshield(&formatted.text);
    let form = forms(formatted.formatting);
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.form == form && last.url == url => last.text.push_str(&text),
        _ => runs.push(Run { text, form, url }),
    }
}

/// Takes away blanks before the text, and the signs that a number leaves: `. ` or `[] `.
fn trim_start(runs: &mut Vec<Run>, signs: &[char]) {
    while let Some(first) = runs.first_mut() {
        let is_left = |letter: char| letter.is_whitespace() || signs.contains(&letter);
        let rest = first.text.trim_start_matches(is_left).to_owned();
        if rest.is_empty() {
            runs.remove(0);
        } else {
            first.text = rest;
            break;
        }
    }
}

fn trim_end(runs: &mut Vec<Run>) {
    while let Some(last) = runs.last_mut() {
        let rest = last.text.trim_end().len();
        last.text.truncate(rest);
        if last.text.is_empty() {
            runs.pop();
        } else {
            break;
        }
    }
}

/// Drops the full stop that a style sets after what ends in a stop by itself, such as a title that asks, or `Inc.`, and
/// the comma before one. The processor keeps both. Addresses, and stops within a word, are left as they are.
fn with_single_stops(mut runs: Vec<Run>) -> Vec<Run> {
    let (mut before, mut last) = (None, None);
    for at in 0..runs.len() {
        let after = runs[at + 1..]
            .iter()
            .find_map(|run| run.text.chars().next());
        let run = &mut runs[at];
        let mut kept = String::with_capacity(run.text.len());
        let mut letters = run.text.chars().peekable();
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied().or(after);
            let is_second =
                matches!(last, Some('?' | '!')) || (last == Some('.') && before != Some('.'));
            let ends = next.is_none_or(|next| next.is_whitespace() || matches!(next, ')' | ']'));
            if letter == '.' && ends && run.url.is_none() {
                if is_second {
                    continue;
                }
                if kept.ends_with(',') {
                    kept.pop();
                }
            }
            kept.push(letter);
            (before, last) = (last, Some(letter));
        }
        run.text = kept;
    }
    runs
}

fn forms(formatting: Formatting) -> Vec<Form> {
    let mut forms = Vec::new();
    if formatting.font_style == FontStyle::Italic {
        forms.push(Form::Italic);
    }
    if formatting.font_weight == FontWeight::Bold {
        forms.push(Form::Bold);
    }
    if formatting.font_variant == FontVariant::SmallCaps {
        forms.push(Form::SmallCaps);
    }
    if formatting.text_decoration == TextDecoration::Underline {
        forms.push(Form::Underline);
    }
    match formatting.vertical_align {
        VerticalAlign::Sup => forms.push(Form::Superscript),
        VerticalAlign::Sub => forms.push(Form::Subscript),
        VerticalAlign::None | VerticalAlign::Baseline => {}
    }
    forms
}
