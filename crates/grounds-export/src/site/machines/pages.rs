//! Page ranges, as records write them and as formats want them.

/// The first page and the last of a range; no last, where there is one page, an article number, a list
/// of ranges, or words.
pub(in crate::site) fn range(pages: &str) -> (&str, Option<&str>) {
    let pages = pages.trim();
    let dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let Some((first, last)) = pages.split_once(dash) else {
        return (pages, None);
    };
    let (first, last) = (first.trim(), last.trim_start_matches(dash).trim());
    if is_page(first) && is_page(last) {
        (first, Some(last))
    } else {
        (pages, None)
    }
}

/// Whether this is how a page is counted: `211`, `e12`, `123.e1`, `xiv`.
fn is_page(text: &str) -> bool {
    let roman = |c: char| "ivxlcdmIVXLCDM".contains(c);
    let counted = |c: char| c.is_alphanumeric() || c == '.';
    !text.is_empty()
        && text.chars().all(counted)
        && (text.contains(char::is_numeric) || text.chars().all(roman))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_two_ends() {
        assert_eq!(range("211-216"), ("211", Some("216")));
        assert_eq!(range("e12 \u{2013} e15"), ("e12", Some("e15")));
        assert_eq!(range("211--216"), ("211", Some("216")));
        assert_eq!(range("1421-9"), ("1421", Some("9")));
        assert_eq!(range("xiv-xx"), ("xiv", Some("xx")));
        assert_eq!(range("S1.e1-S1.e9"), ("S1.e1", Some("S1.e9")));
    }

    #[test]
    fn what_is_no_single_range_stays_whole() {
        for whole in [
            "adv00247",
            "211-216, 219-220",
            "-5",
            "5-",
            "1-2-3",
            "",
            "web-only",
            "1-<b>",
        ] {
            assert_eq!(range(whole), (whole, None));
        }
    }
}
