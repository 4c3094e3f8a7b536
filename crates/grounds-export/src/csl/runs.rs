//! From the processor's tree to stretches of text.
//!
//! The tree is walked, and never printed by the processor: its HTML is not escaped.

use citationberg::{Display, FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use hayagriva::{ElemChild, ElemChildren, ElemMeta, Formatted, Formatting};

use super::serial;
use crate::bundle::{Form, FormattedReference, Run};

/// What the processor made, as plain text and as runs, without a number before it.
pub(super) fn formatted(children: &ElemChildren) -> FormattedReference {
    let mut runs = Vec::new();
    walk(children, &mut runs);
    trim(&mut runs);
    let text = runs.iter().map(|run| run.text.as_str()).collect();
    FormattedReference { text, runs }
}

fn walk(children: &ElemChildren, runs: &mut Vec<Run>) {
    for child in &children.0 {
        match child {
            ElemChild::Text(text) => push(runs, text, None),
            ElemChild::Link { text, url } => push(runs, text, Some(serial::unshield(url))),
            ElemChild::Elem(elem) if elem.meta == Some(ElemMeta::CitationNumber) => {}
            ElemChild::Elem(elem) => {
                // What stands in a block of its own is set off by a blank.
                if matches!(elem.display, Some(Display::Block | Display::Indent))
                    && !runs.is_empty()
                {
                    push(
                        runs,
                        &Formatted {
                            text: " ".to_owned(),
                            formatting: Formatting::default(),
                        },
                        None,
                    );
                }
                walk(&elem.children, runs);
            }
            // Typst markup and replaceable elements: neither comes of plain fields.
            ElemChild::Markup(_) | ElemChild::Transparent { .. } => {}
        }
    }
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

/// Takes away what the number leaves: `. ` or `] ` before, blanks before and after.
fn trim(runs: &mut Vec<Run>) {
    while let Some(first) = runs.first_mut() {
        let rest = first
            .text
            .trim_start_matches([' ', '\u{a0}', '\t', '.', ')', ']', '[', '('])
            .to_owned();
        // An opening bracket of the reference itself goes with its text: no style opens with one.
        if rest.is_empty() {
            runs.remove(0);
        } else {
            first.text = rest;
            break;
        }
    }
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
