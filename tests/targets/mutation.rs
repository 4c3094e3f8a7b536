//! Mutations of texts, the same for the same seed.

use fastrand::Rng;

/// Pieces that readers treat specially.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\t",
    "  ",
    "\u{feff}",
    "\0",
    "\u{a0}",
    "\u{2028}",
    "\u{202e}",
    "\u{fffd}",
    "é",
    "e\u{301}",
    "𝐤",
    "🩺",
    "---\n",
    "...\n",
    "- ",
    "? ",
    ": ",
    "# ",
    "|",
    ">",
    "|-\n  ",
    "&a ",
    "*a",
    "!!str ",
    "<<: ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\"",
    "'",
    "\\",
    "\\u0000",
    "\\ud800",
    "~",
    "null",
    "1e999",
    "-0.0",
    "0x1",
    ".inf",
    "1_000",
    "99999999999999999999999999999999",
    "2026-02-30",
    "[@",
    "[@kumar-2018]",
    "@kumar-2018",
    "[-@a; see @b, p. 3]",
    "[x]{.speculative}",
    "{claim=",
    "]{.advice #a b=\"c\"}",
    "::: {.context}\n",
    ":::\n",
    "[^1]",
    "[^1]: note\n",
    "^[",
    "^x^",
    "~x~",
    "~~",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "<!--",
    "-->",
    "<b>",
    "&amp;",
    "&#0;",
    "![a](b)",
    "](",
    "](<",
    "| a | b |\n|---|---|\n",
    "> ",
    "1. ",
    "    ",
    "<http://a>",
    "...",
    "et al. ",
    "e.g. ",
    "5 %",
    "p < 0.05",
    "(95% CI 1.2 to 3.4)",
    "1 in 8",
    "−8.2",
    "mmol/L",
    "12 weeks",
    "\"\"",
    ",,,",
    "\"\n",
    "== articles/b.md\n",
    "== claims/b.yaml\n",
    "== grounds.toml\n",
    "part-of: ",
    "includes: [",
    "suppress: [",
];

/// One of the texts, changed in some places, perhaps with a part of another.
#[must_use]
pub fn mutated(seeds: &[Vec<u8>], random: &mut Rng) -> Vec<u8> {
    let empty = Vec::new();
    let mut text = random.choice(seeds).unwrap_or(&empty).clone();
    for _ in 0..=random.usize(..6) {
        mutate(&mut text, seeds, random);
    }
    text
}

fn mutate(text: &mut Vec<u8>, seeds: &[Vec<u8>], random: &mut Rng) {
    let at = random.usize(..=text.len());
    let to = text.len().min(at + random.usize(..40));
    match random.u8(..9) {
        0..=3 => insert(text, at, piece(random).as_bytes()),
        4 => drop(text.drain(at..to)),
        5 => drop(text.splice(at..to, piece(random).bytes())),
        6 => {
            if let Some(byte) = text.get_mut(at) {
                *byte = random.u8(..);
            }
        }
        7 => {
            let copy = text[at..to].repeat(1 + random.usize(..60));
            insert(text, at, &copy);
        }
        _ => {
            let other = random.choice(seeds).map_or(&[][..], Vec::as_slice);
            let from = random.usize(..=other.len());
            let until = other.len().min(from + random.usize(..400));
            insert(text, at, &other[from..until]);
        }
    }
}

fn piece(random: &mut Rng) -> String {
    let piece = random.choice(PIECES).copied().unwrap_or_default();
    let times = if random.u8(..10) == 0 {
        random.usize(1..400)
    } else {
        1
    };
    piece.repeat(times)
}

fn insert(text: &mut Vec<u8>, at: usize, piece: &[u8]) {
    // Cases that grow without end would test only the clock.
    if text.len() < 200_000 {
        text.splice(at..at, piece.iter().copied());
    }
}
