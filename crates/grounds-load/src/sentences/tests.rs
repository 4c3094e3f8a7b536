//! The splitter on health prose, on text with atoms, and on text that is meant to break it.

use std::time::{Duration, Instant};

use super::*;

/// Splits the text at the bars and expects just those sentences.
fn expect(marked: &str) {
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    let text = expected.join(" ");
    let found: Vec<&str> = split(&text).into_iter().map(|span| &text[span]).collect();
    assert_eq!(found, expected);
}

/// Splits a text in which angle brackets hold the atoms: those that begin with `@` or `{` attach.
fn expect_with_atoms(text: &str, expected: &[&str]) {
    let atoms: Vec<Atom> = text
        .match_indices('<')
        .map(|(start, _)| {
            let end = start + text[start..].find('>').unwrap() + 1;
            let attaches = text[start + 1..].starts_with(['@', '{']);
            Atom {
                range: start..end,
                attaches,
            }
        })
        .collect();
    let found: Vec<&str> = split_with_atoms(text, &atoms)
        .into_iter()
        .map(|span| &text[span])
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn abbreviations_do_not_end_sentences() {
    expect("Microneedling vs. placebo was tested, i.e. a sham (e.g. Dermaroller). | It helped.");
    expect("Kumar et al. (2018) found it in approx. 60% of men. | Dr. Smith did not.");
    expect("See Fig. 2, p. 55 and vol. 3, no. 4. | No. | That is wrong.");
    expect("The med. staff gave it b.i.d. for 5 days. | On Jan. 5 it ended.");
    expect("It appeared in J. Invest. Dermatol. and Proc. Natl. Acad. Sci. last year.");
}

#[test]
fn abbreviations_may_end_sentences() {
    expect("He took it at 6 p.m. | Patients slept. | At 5 a.m. Patients woke.");
    expect("It causes itching, redness, etc. | Men stopped. | It was given i.v. | It worked.");
    expect("She works for Merck Inc. | The firm is in the U.S. | It is in the U.S. Army now.");
}

#[test]
fn acronyms_are_words() {
    expect("Women had MS. | Patients with AD. | Cells bore HLA-DR. | Binding fell.");
}

#[test]
fn letters_are_initials_genera_labels_or_units() {
    expect("S. Miyatake and A. B. Carter grew E. coli and S. aureus. | C. albicans did not grow.");
    expect(
        "They lack vitamin D. | Patients took it for 24 h. | Binding to NF-kappa B. | Men at 37° C. | End.",
    );
    expect("We make a good team, you and I. | Did you see Albert I. Jones?");
}

#[test]
fn names_of_genes_begin_sentences_in_lower_case() {
    expect(
        "It bound p65. | p53 was found. | mRNA fell in cells. | c-fos rose. | alpha-Interferon was given.",
    );
    expect(
        "We studied asthma . | 12 patients had it. | ~50% improved. | (See below.) | \"Most\" did.",
    );
}

#[test]
fn numbers_do_not_end_sentences() {
    expect("It fell by 0.05 (P < .001) at 1,000.50 units. | In 2010. | 12 mice died.");
}

#[test]
fn notes_belong_to_the_sentence_before_them() {
    expect(
        "Pores are small.[3] | Harms are few. [4, 5–7] | Hair grew.^12 | It fell.¹,² | It hurt.12 | It stopped.[^1] | End.",
    );
    expect("[1] Kumar A. Needling. | [2] Dhurat R. Hair.");
}

#[test]
fn quotations_and_brackets_stay_whole() {
    expect("He said, \"It hurts. It bleeds.\" | Then he left (it was late. Very late) at once.");
    expect(
        "She asked: “Is it safe?” and nodded. | “Yes.” | Most agreed (data not shown.) | It is [...] so.",
    );
    expect("It may sting. | (That is normal. | It will pass.) | Wait.");
}

#[test]
fn ellipses_end_sentences_when_they_hold_a_full_stop() {
    expect("I wasn't ... well, see . . . what I mean. | I never meant it.... | She left.");
}

#[test]
fn addresses_are_words() {
    expect("Write to Jane.Doe@example.com. | See https://www.example.50.com/a.html. | Done.");
}

#[test]
fn items_of_lists_are_sentences() {
    expect("1) Wash the scalp | 2) Dry it | 3) Needle it");
    expect("a. Wash the scalp. | b. Dry it. | Wait. | c. Needle it.");
    expect("Do as follows: 1. Wash it. | 2. Dry it.");
    expect("The aims were 1) to find it and 2) to keep it.");
}

#[test]
fn a_soft_line_break_is_a_space() {
    let text = "Hair grew in\nmost men.\r\nIt fell out\nlater.";
    let found: Vec<&str> = split(text).into_iter().map(|span| &text[span]).collect();
    assert_eq!(found, ["Hair grew in\nmost men.", "It fell out\nlater."]);
}

#[test]
fn stops_of_other_scripts_follow_the_unicode_rules() {
    let text = "髪が生えた。その後抜けた。";
    assert_eq!(split(text), [0..18, 18..39]);
}

#[test]
fn citations_after_the_full_stop_belong_to_the_sentence_before() {
    expect_with_atoms(
        "Hair grew. <@kumar-2018, p. 3> <@dhurat> Then it fell.<@b> It grew <@c>. End.",
        &[
            "Hair grew. <@kumar-2018, p. 3> <@dhurat>",
            "Then it fell.<@b>",
            "It grew <@c>.",
            "End.",
        ],
    );
    expect_with_atoms(
        "As shown by Kumar et al. <@kumar-2018. A> it grew. More fell.",
        &[
            "As shown by Kumar et al. <@kumar-2018. A> it grew.",
            "More fell.",
        ],
    );
}

#[test]
fn links_and_code_may_begin_a_sentence() {
    expect_with_atoms(
        "Run it. <a.b. C> does that. See e.g. <The trial. It> now.",
        &[
            "Run it.",
            "<a.b. C> does that.",
            "See e.g. <The trial. It> now.",
        ],
    );
}

#[test]
fn the_mark_up_of_a_passage_closes_its_sentence() {
    expect_with_atoms(
        "It hurts. [Tiny wounds may wake them. They grow.]<{.speculative}> Then [it\nfell]<{claim=x}>. End.",
        &[
            "It hurts.",
            "[Tiny wounds may wake them.",
            "They grow.]<{.speculative}>",
            "Then [it\nfell]<{claim=x}>.",
            "End.",
        ],
    );
}

/// A small generator (xorshift), so that a failure can be repeated.
fn random(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

fn random_text(state: &mut u64, length: u64) -> String {
    const PIECES: [&str; 48] = [
        ".",
        ".",
        ". ",
        "?",
        "!",
        " ",
        "  ",
        "\n",
        "\r\n",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "'",
        "“",
        "”",
        "…",
        " . . .",
        "a",
        "A",
        "I",
        "1",
        "2",
        "12",
        ")",
        "1.",
        "ii)",
        "et al",
        "e.g",
        "Dr",
        "p53",
        "The ",
        "hair ",
        "µ",
        "é",
        "•",
        "。",
        "—",
        "--",
        "^",
        "*",
        "\u{E}",
        "\u{F}",
        "\u{300}",
        "\u{2029}",
        "👩‍🔬",
        "@",
    ];
    let pick = |state: &mut u64| PIECES[usize::try_from(random(state) % 48).unwrap()];
    (0..random(state) % length).map(|_| pick(state)).collect()
}

fn assert_well_formed(text: &str, spans: &[Range<usize>]) {
    let mut end = 0;
    for span in spans {
        assert!(span.start >= end, "{text:?} {spans:?}");
        let sentence = &text[span.clone()];
        assert!(
            !sentence.is_empty() && sentence.trim() == sentence,
            "{text:?} {spans:?}"
        );
        assert!(
            text[end..span.start].trim().is_empty(),
            "{text:?} {spans:?}"
        );
        end = span.end;
    }
    assert!(text[end..].trim().is_empty(), "{text:?} {spans:?}");
}

#[test]
fn no_text_makes_it_panic_or_lose_a_character() {
    let mut state = 0x9E37_79B9_7F4A_7C15;
    for _ in 0..20_000 {
        let text = random_text(&mut state, 40);
        assert_well_formed(&text, &split(&text));
    }
}

#[test]
fn no_atom_is_split() {
    let mut state = 0x2545_F491_4F6C_DD1D;
    for _ in 0..20_000 {
        let text = random_text(&mut state, 40);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut atoms = Vec::new();
        for ends in places.chunks_exact(3) {
            let range = ends[0]..ends[1 + usize::from(random(&mut state).is_multiple_of(2))];
            let attaches = random(&mut state).is_multiple_of(2);
            if text[range.clone()].trim() == &text[range.clone()] {
                atoms.push(Atom { range, attaches });
            }
        }
        let spans = split_with_atoms(&text, &atoms);
        assert_well_formed(&text, &spans);
        for atom in atoms {
            let whole =
                |span: &Range<usize>| span.start <= atom.range.start && atom.range.end <= span.end;
            assert!(
                spans.iter().any(whole),
                "{text:?} {:?} {spans:?}",
                atom.range
            );
        }
    }
}

/// Each text is one that a rule which looks too far would take minutes for.
#[test]
fn time_is_linear_whatever_the_text() {
    const LENGTH: usize = 200_000;
    let spaced_stops = " ".repeat(1_000) + ".";
    let repeated = [
        "a. ",
        "(",
        ")",
        "()",
        "\"",
        "\" ",
        ".",
        ". ",
        "? ",
        " ",
        "\n",
        ".\n",
        "x",
        "1. ",
        "1) ",
        ".[1] ",
        " •",
        "。",
        "—",
        "--\" ",
        "A. ",
        "… ",
        " -",
        "*.",
        "\u{E} ",
        ".\u{E} ",
        "†",
        "([{",
        ".)",
        ". [",
        "world.Today",
        &spaced_stops,
    ];
    let mut texts: Vec<String> = repeated
        .iter()
        .map(|unit| unit.repeat(LENGTH / unit.len()))
        .collect();
    texts.push("x.".to_owned() + &")".repeat(LENGTH));
    texts.push("x.".to_owned() + &" ".repeat(LENGTH));
    texts.push("1) a ".to_owned() + &"2) b ".repeat(LENGTH / 5));
    for text in texts {
        let begin = Instant::now();
        let spans = split(&text);
        assert!(
            begin.elapsed() < Duration::from_secs(10),
            "{:?}",
            text.get(..20)
        );
        assert_well_formed(&text, &spans);
    }
}
