//! Short names of studies: `Kumar et al. 2018`.

use grounds_model::{Name, Report};

/// How long a title may be, in characters, that stands in for authors.
const TITLE: usize = 60;

/// A short name for use in sentences and lists.
pub(super) fn label(report: &Report) -> String {
    let who = authors_in_text(report);
    match report.issued {
        Some(date) => format!("{who} {}", date.year()),
        None => who,
    }
}

/// The authors as words of a sentence; the title where there are none.
pub(super) fn authors_in_text(report: &Report) -> String {
    match &report.author[..] {
        [] => format!("“{}”", shortened(report.title.as_str())),
        [one] => family(one),
        [one, other] => format!("{} and {}", family(one), family(other)),
        [one, ..] => format!("{} et al.", family(one)),
    }
}

fn family(name: &Name) -> String {
    match name {
        Name::Group(group) => group.literal.to_string(),
        Name::Person(person) => match &person.non_dropping_particle {
            Some(particle) => format!("{particle} {}", person.family),
            None => person.family.to_string(),
        },
    }
}

/// The first words of a title.
fn shortened(title: &str) -> String {
    if title.chars().count() <= TITLE {
        return title.to_owned();
    }
    let cut = title
        .char_indices()
        .nth(TITLE)
        .map_or(title.len(), |(at, _)| at);
    let cut = title[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{} …", title[..cut].trim_end())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn named(author: &serde_json::Value) -> String {
        let report = json!({ "type": "article-journal", "author": author, "issued": "2018-10",
            "title": "A study of one thing and another thing that has a long title to shorten" });
        label(&serde_json::from_value(report).unwrap())
    }

    #[test]
    fn studies_are_named_by_their_authors() {
        let kumar = json!({ "family": "Kumar", "given": "M. K." });
        let berg = json!({ "family": "Berg", "non-dropping-particle": "van der" });
        let group = json!({ "literal": "The COSMIC Group" });
        assert_eq!(named(&json!([kumar])), "Kumar 2018");
        assert_eq!(named(&json!([kumar, berg])), "Kumar and van der Berg 2018");
        assert_eq!(
            named(&json!([group, kumar, berg])),
            "The COSMIC Group et al. 2018"
        );
        assert_eq!(
            named(&json!([])),
            "“A study of one thing and another thing that has a long …” 2018"
        );
    }
}
