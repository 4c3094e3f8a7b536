//! What the parser could not read, in the words of an author.

use granit_parser::{ErrorKind, ScanError};
use grounds_diagnostics::Diagnostic;

use super::Stretch;
use super::build::too_deep;
use crate::rule;

const QUOTE_IT: &str = "put the text in quotes, or write it below `>-`";

/// The diagnostic for what the parser could not read.
pub(super) fn explain(stretch: Stretch<'_>, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or_default();
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return too_deep(stretch, at);
    }
    // The parser may stop behind the tab.
    let behind_tab = stretch
        .text
        .get(..at)
        .is_some_and(|before| before.ends_with('\t'));
    let at = if is_tab(error.kind()) && behind_tab {
        at - 1
    } else {
        at
    };
    let place = stretch.character(at);
    if let Some((message, help)) = refused(error.kind()) {
        return stretch
            .diagnostic(rule::YAML_FEATURE, place, message)
            .help(help);
    }
    let (message, help) = match error.kind() {
        ErrorKind::ExpectedBlockMappingKey if !begins_line(stretch.text, at) => {
            (Some("text after the end of a value"), QUOTE_IT)
        }
        kind => words(kind),
    };
    let message = message.map_or_else(|| error.info(), str::to_owned);
    let diagnostic = stretch.diagnostic(rule::SYNTAX, place, message);
    match unclosed_before(stretch.text, at, error.kind()) {
        Some(opening) => diagnostic
            .with(
                stretch.place(stretch.character(opening)),
                "this is perhaps not closed",
            )
            .help("close the text that begins on the earlier line"),
        None => diagnostic.help(help),
    }
}

/// The quotation mark on an earlier line that was perhaps meant to be closed there: to the parser,
/// the next mark closes it, and what is wrong is only what follows that.
fn unclosed_before(text: &str, at: usize, kind: &ErrorKind) -> Option<usize> {
    let mark = match kind {
        ErrorKind::InvalidTrailingDoubleQuotedScalar => '"',
        ErrorKind::InvalidTrailingSingleQuotedScalar => '\'',
        _ => return None,
    };
    let before = text.get(..at)?;
    let line = before.rfind('\n')?;
    let (earlier, here) = before.split_at(line);
    // On the line itself the marks are in pairs, unless the first closes what began before.
    let continues = here.matches(mark).count() % 2 == 1;
    let start = earlier.rfind('\n').map_or(0, |end| end + 1);
    let odd = earlier[start..].matches(mark).count() % 2 == 1;
    (continues && odd).then(|| earlier.rfind(mark)).flatten()
}

/// Whether only blanks, or the dash of a list, stand before a byte on its line.
fn begins_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rfind('\n').map_or(before, |end| &before[end..]);
    matches!(line.trim(), "" | "-")
}

fn is_tab(kind: &ErrorKind) -> bool {
    use ErrorKind as E;
    matches!(
        kind,
        E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar
    )
}

fn is_escape(kind: &ErrorKind) -> bool {
    use ErrorKind as E;
    matches!(
        kind,
        E::UnknownQuotedScalarEscape
            | E::InvalidQuotedScalarHexEscape
            | E::InvalidLowSurrogateHexEscape
            | E::InvalidLowSurrogate
            | E::MissingLowSurrogate
            | E::UnpairedLowSurrogate
            | E::InvalidUnicodeEscape
    )
}

/// Directives and tags are refused, however they are written.
fn refused(kind: &ErrorKind) -> Option<(&'static str, &'static str)> {
    use ErrorKind as E;
    match kind {
        E::DirectiveDisallowed | E::MissingDocumentEndBeforeDirective => Some((
            "a directive is not allowed in records",
            "delete the line that begins with `%`",
        )),
        E::UndeclaredTagHandle
        | E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => Some((
            "a tag is not allowed in records",
            "delete it; put text that begins with `!` in quotes",
        )),
        _ => None,
    }
}

/// What is wrong, where the parser's own words are not an author's, and what to do.
fn words(kind: &ErrorKind) -> (Option<&'static str>, &'static str) {
    use ErrorKind as E;
    match kind {
        E::MappingValueNotAllowed | E::MappingKeyNotAllowed => (
            Some("a second `:` on one line, or a field that is indented too far"),
            QUOTE_IT,
        ),
        E::InvalidIndentation | E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry => (
            Some("this line is not indented like the fields around it"),
            "align it with its neighbours: two spaces a level",
        ),
        E::SimpleKeyExpected | E::InvalidSimpleKey => (
            Some("a line without a `:`"),
            "write `name: value`; indent text that goes on over several lines",
        ),
        kind if is_tab(kind) => (
            Some("a tab where only spaces are allowed"),
            "indent with spaces",
        ),
        E::BlockSequenceEntryNotAllowed => (
            Some("a list item on the line of a field"),
            "begin the list on the next line; put text that begins with `- ` in quotes",
        ),
        E::MisplacedFlowCollectionEnd => (
            Some("a `]` or `}` that closes nothing"),
            "delete it, or put the text in quotes",
        ),
        E::ExpectedNodeContent | E::UnexpectedEofBlockMapping | E::UnexpectedEofBlockSequence => {
            (Some("a value cannot begin here"), QUOTE_IT)
        }
        E::UnexpectedCharacter { .. } | E::MissingAnchorOrAliasName => {
            (Some("text cannot begin with this character"), QUOTE_IT)
        }
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => {
            (Some("text on the line of a `|` or `>`"), QUOTE_IT)
        }
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping => (
            Some("a `[` or `{` is not closed"),
            "close it; put text that begins with a bracket in quotes",
        ),
        E::InvalidColonPlacement => (
            Some("a `:` that has no place inside brackets"),
            "close the `[` or `{` before it, or put the text in quotes",
        ),
        kind => quotes(kind),
    }
}

/// The same, of text in quotes.
fn quotes(kind: &ErrorKind) -> (Option<&'static str>, &'static str) {
    use ErrorKind as E;
    match kind {
        E::UnclosedQuotedScalar => (
            Some("a quotation mark is not closed"),
            "close it, or delete it",
        ),
        E::InvalidTrailingSingleQuotedScalar => (
            Some("text after the closing `'`"),
            "write an apostrophe inside `'…'` twice, or put the text in `\"…\"`",
        ),
        E::InvalidTrailingDoubleQuotedScalar => (
            Some("text after the closing `\"`"),
            "write a quotation mark inside `\"…\"` as `\\\"`, or put the whole text in `'…'`",
        ),
        kind if is_escape(kind) => (
            Some("no such escape after `\\`"),
            "write a backslash inside `\"…\"` as `\\\\`",
        ),
        _ => (
            None,
            "put text with special characters in quotes; indent with spaces",
        ),
    }
}
