//! Where divs begin and end.

use super::*;

/// Each fence by its line, `+` opening, `-` closing, `~` lazily closing; then the faults.
fn shown(text: &str) -> String {
    let found = find(text, &(0..text.len()));
    let fences = found.fences.iter().map(|fence| {
        let line = text[..fence.range.start].matches('\n').count() + 1;
        let sign = match (&fence.opens, fence.lazy) {
            (Some(_), _) => '+', // also where it is closed lazily
            (None, true) => '~',
            (None, false) => '-',
        };
        format!("{sign}{line} ")
    });
    let faults = found.faults.iter().map(|fault| {
        let name = format!("{fault:?}");
        name.split([' ', '{']).next().unwrap_or_default().to_owned() + " "
    });
    fences.chain(faults).collect::<String>().trim().to_owned()
}

#[test]
fn divs_nest_and_end_paragraphs() {
    assert_eq!(shown("::: a\nx\n:::\n"), "+1 -3");
    assert_eq!(shown(":::: a\n::: {.b}\nx\n:::\n::::\n"), "+1 +2 -4 -5");
    assert_eq!(shown("- a\n\n  ::: b\n  x\n  :::\n- c\n"), "+3 -5");
    assert_eq!(shown("> ::: b\n> x\n> :::\n"), "+1 -3");
    assert_eq!(shown("::: a\n- x\n:::\n"), "+1 -3");
    assert_eq!(shown("::: {#a\n.b}\nx\n:::"), "+1 -4");
    assert_eq!(shown("# h\n::: a\nx\n:::"), "+2 -4");
}

#[test]
fn lazy_lines_close() {
    assert_eq!(shown("> ::: b\n> x\n:::\n"), "+1 ~3");
    assert_eq!(shown("- ::: b\n  x\n:::\n"), "+1 ~3");
}

#[test]
fn what_is_no_fence() {
    assert_eq!(shown("a\n::: b\nc\n"), "StrayDivFence");
    assert_eq!(shown(" ::: b\nc\n"), "StrayDivFence");
    assert_eq!(shown("::: a b\nc\n"), "StrayDivFence");
    assert_eq!(shown("a\n\n:::\n"), "StrayDivFence");
    assert_eq!(shown("```\n::: b\n```\n    ::: c\n<!--\n::: d\n-->\n"), "");
    assert_eq!(shown("::: a\nx\n"), "UnclosedDiv");
    assert_eq!(shown("::: a\n\n::: b\nx\n:::\n"), "+3 -5 UnclosedDiv");
}

#[test]
fn depth_has_an_end() {
    let text = "::: a\n\n".repeat(2_000);
    assert_eq!(find(&text, &(0..text.len())).fences, []);
    let text = text + &":::\n".repeat(2_000);
    assert_eq!(find(&text, &(0..text.len())).fences.len(), 2 * MAX_BLOCKS);
}
