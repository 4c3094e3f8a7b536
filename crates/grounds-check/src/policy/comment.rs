//! Suppressions in Markdown: `<!-- grounds: allow(rule) reason="…" until=2026-11-22 -->`.

use std::ops::Range;

use grounds_model::Date;

/// What a comment is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Comment {
    /// A comment like any other.
    Other,
    /// It begins as a suppression, but cannot be read as one: where, and why, as a clause.
    Malformed(Range<usize>, &'static str),
    /// A suppression.
    Allow(Allow),
}

/// A suppression, as it was written. Ranges are in bytes of the comment's text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Allow {
    /// The names of rules and groups, at least one.
    pub(super) names: Vec<(String, Range<usize>)>,
    /// Why; not blank.
    pub(super) reason: Option<String>,
    /// The last day.
    pub(super) until: Option<(Date, Range<usize>)>,
}

/// Reads a comment: what stands between `<!--` and `-->`.
pub(super) fn parse(text: &str) -> Comment {
    let mut reader = Reader { text, at: 0 };
    reader.skip_blanks();
    let word = reader.word().to_ascii_lowercase();
    reader.skip_blanks();
    let colon = reader.eat(':');
    reader.skip_blanks();
    let start = reader.at;
    let allow = reader.word();
    if word != "grounds" || !(colon || (allow == "allow" && reader.peek() == Some('('))) {
        return Comment::Other;
    }
    let head = text.len() - text.trim_start().len();
    let result = if !text[head..].starts_with("grounds:") {
        Err((head..start, "it does not begin with `grounds:`"))
    } else if allow != "allow" {
        Err((start..reader.at.max(start), "`allow(…)` is expected here"))
    } else {
        reader.allow()
    };
    match result {
        Ok(allow) => Comment::Allow(allow),
        Err((range, reason)) => Comment::Malformed(range, reason),
    }
}

type Malformed = (Range<usize>, &'static str);

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// Letters, digits and what stands in names of rules.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let in_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/');
        let word = &rest[..rest.find(|c| !in_word(c)).unwrap_or(rest.len())];
        self.at += word.len();
        word
    }

    /// Up to a blank.
    fn bare(&mut self) -> &'a str {
        let rest = self.rest();
        let word = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
        self.at += word.len();
        word
    }

    /// The mistake that stands here: the character here, if there is one.
    fn wrong(&self, reason: &'static str) -> Malformed {
        let length = self.peek().map_or(0, char::len_utf8);
        (self.at..self.at + length, reason)
    }

    /// What stands after `allow`.
    fn allow(&mut self) -> Result<Allow, Malformed> {
        let mut allow = Allow {
            names: self.names()?,
            ..Allow::default()
        };
        let mut reasons = 0;
        loop {
            self.skip_blanks();
            if self.rest().is_empty() {
                return Ok(allow);
            }
            let start = self.at;
            match self.word() {
                "reason" => {
                    reasons += 1;
                    allow.reason = self.reason()?;
                }
                "until" if allow.until.is_some() => {
                    return Err((start..self.at, "`until` stands twice"));
                }
                "until" => allow.until = Some(self.until()?),
                _ => {
                    self.at = start;
                    return Err(self.unexpected());
                }
            }
            if reasons > 1 {
                return Err((start..self.at, "`reason` stands twice"));
            }
        }
    }

    fn unexpected(&mut self) -> Malformed {
        let start = self.at;
        self.bare();
        (
            start..self.at,
            "only `reason=\"…\"` and `until=…` are expected here",
        )
    }

    fn names(&mut self) -> Result<Vec<(String, Range<usize>)>, Malformed> {
        self.skip_blanks();
        if !self.eat('(') {
            return Err(self.wrong("`(` and the name of a rule are expected here"));
        }
        let mut names = Vec::new();
        loop {
            self.skip_blanks();
            let start = self.at;
            let name = self.word();
            if name.is_empty() {
                return Err(self.wrong("the name of a rule is expected here"));
            }
            names.push((name.to_owned(), start..self.at));
            self.skip_blanks();
            if self.eat(')') {
                return Ok(names);
            }
            if !self.eat(',') {
                return Err(self.wrong("`,` or `)` is expected here"));
            }
        }
    }

    fn reason(&mut self) -> Result<Option<String>, Malformed> {
        self.equals()?;
        if !self.eat('"') {
            return Err(self.wrong("the reason is expected here, in `\"`"));
        }
        let start = self.at;
        let Some(length) = self.rest().find('"') else {
            return Err((start - 1..self.text.len(), "the reason has no closing `\"`"));
        };
        self.at += length + 1;
        let reason = self.text[start..start + length].trim();
        Ok((!reason.is_empty()).then(|| reason.to_owned()))
    }

    fn until(&mut self) -> Result<(Date, Range<usize>), Malformed> {
        self.equals()?;
        let start = self.at;
        let date = self.bare().trim_matches('"').parse();
        match date {
            Ok(date) => Ok((date, start..self.at)),
            Err(reason) => Err((start..self.at, reason)),
        }
    }

    fn equals(&mut self) -> Result<(), Malformed> {
        if self.eat('=') {
            Ok(())
        } else {
            Err(self.wrong("`=` is expected here, without blanks"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(text: &str) -> Allow {
        match parse(text) {
            Comment::Allow(allow) => allow,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn reads_what_is_written() {
        let text = " grounds: allow(claim/no-evidence, freshness)\n reason=\"asked; no answer\" until=2026-12-31 ";
        let allow = allowed(text);
        let names: Vec<_> = allow
            .names
            .iter()
            .map(|(name, at)| (name.as_str(), &text[at.clone()]))
            .collect();
        assert_eq!(
            names,
            [
                ("claim/no-evidence", "claim/no-evidence"),
                ("freshness", "freshness")
            ]
        );
        assert_eq!(allow.reason.as_deref(), Some("asked; no answer"));
        let (until, at) = allow.until.expect("written");
        assert_eq!(
            (until.to_string().as_str(), &text[at]),
            ("2026-12-31", "2026-12-31")
        );
        assert_eq!(allowed("grounds:allow( a/b )reason=\" \"").reason, None);
        assert!(
            allowed("grounds: allow(a/b) until=\"2026-12-31\" reason=\"r\"")
                .until
                .is_some()
        );
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, at, reason) in [
            ("grounds:", "", "`allow(…)` is expected"),
            ("grounds: deny(a/b)", "deny", "`allow(…)` is expected"),
            ("grounds: allow", "", "`(` and the name"),
            ("grounds: allow()", ")", "the name of a rule"),
            ("grounds: allow(a/b", "", "`,` or `)`"),
            ("grounds: allow(a/b,)", ")", "the name of a rule"),
            ("grounds: allow(a/b) reason=why", "w", "in `\"`"),
            ("grounds: allow(a/b) reason=“why”", "“", "in `\"`"),
            ("grounds: allow(a/b) reason=\"why", "\"why", "no closing"),
            (
                "grounds: allow(a/b) reason = \"why\"",
                " ",
                "without blanks",
            ),
            ("grounds: allow(a/b) until=soon", "soon", "expected a date"),
            (
                "grounds: allow(a/b) until=2026-02-30",
                "2026-02-30",
                "no such day",
            ),
            (
                "grounds: allow(a/b) because it is",
                "because",
                "only `reason",
            ),
            (
                "grounds: allow(a/b) reason=\"r\" reason=\"s\"",
                "reason=\"s\"",
                "twice",
            ),
            ("Grounds: allow(a/b)", "Grounds: ", "does not begin"),
            ("grounds allow(a/b)", "grounds ", "does not begin"),
        ] {
            let Comment::Malformed(range, found) = parse(text) else {
                panic!("{text}: {:?}", parse(text));
            };
            assert!(found.contains(reason), "{text}: {found}");
            assert_eq!(&text[range], at, "{text}");
        }
    }

    #[test]
    fn other_comments_are_left_alone() {
        for text in [
            "",
            " cite this later ",
            "grounds for hope: many",
            "groundsheet: blue",
            "grounds allow hope",
        ] {
            assert_eq!(parse(text), Comment::Other, "{text}");
        }
    }
}
