//! Changes that would mend a value of the wrong type.
//!
//! A change is offered only when the schema accepts what it makes of the record.

use grounds_model::Key;
use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use super::Kind;
use super::problem::{Mend, Problem};
use super::translate::Translator;
use crate::tree::{Node, NodeKind, Scalar, Style};

const PRECISION: &str = "write it in quotes: the precision is part of the fact";

impl Translator<'_> {
    /// Adds to a problem of type what would mend it.
    pub(super) fn with_type_mend(&self, problem: Problem, schema: &Value) -> Problem {
        let pointer = problem.pointer.clone();
        let Some(node) = self.parts.get(&pointer) else {
            return problem;
        };
        let raw = self.text.get(node.range.clone()).unwrap_or_default();
        let offers = [
            quoted(node, raw),
            unquoted(node),
            listed(node, raw),
            self.unlisted(node),
        ];
        let offer = offers
            .into_iter()
            .flatten()
            .find(|offer| self.accepts(&pointer, &offer.value));
        let Some(offer) = offer else { return problem };
        let wants_digits = schema
            .get("title")
            .and_then(Value::as_str)
            .is_some_and(|title| title.ends_with("in quotes"));
        let help = match offer.kind {
            Offered::Quotes if wants_digits => PRECISION,
            Offered::Quotes => "write it in quotes to make it text",
            Offered::NoQuotes => "write it without quotes",
            Offered::List => "write it as a list, in brackets",
            Offered::NoList => "write it without brackets",
        };
        let title = format!("write `{}`", offer.replacement);
        let mut problem = problem.help(help);
        problem.mend = Some(Mend {
            title,
            replacement: offer.replacement,
        });
        problem
    }

    /// Whether the record would have no mistake at `pointer` with `value` there.
    fn accepts(&self, pointer: &str, value: &Value) -> bool {
        let Some(left) = self.budget.get().checked_sub(self.parts.len()) else {
            return false;
        };
        self.budget.set(left);
        let mut root = self.root.clone();
        let Some(part) = root.pointer_mut(pointer) else {
            return false;
        };
        *part = value.clone();
        !self
            .compiled
            .validator
            .iter_errors(&root)
            .any(|error| concerns(&error, pointer))
    }

    /// A list of one where one value is needed.
    fn unlisted(&self, node: &Node) -> Option<Offer> {
        let NodeKind::Sequence(items) = &node.kind else {
            return None;
        };
        let [item] = items.as_slice() else {
            return None;
        };
        let raw = self.text.get(item.range.clone())?;
        let is_short = matches!(item.kind, NodeKind::Scalar(_, Style::Plain | Style::Quoted))
            && !raw.contains('\n')
            && (self.kind == Kind::Settings || self.text.get(node.range.clone())?.starts_with('['));
        let replacement = raw.to_owned();
        is_short.then(|| Offer {
            kind: Offered::NoList,
            value: item.to_json(),
            replacement,
        })
    }
}

/// Whether an error is about the part at `pointer`, also within an alternative: what is optional
/// is an alternative to nothing.
fn concerns(error: &ValidationError<'_>, pointer: &str) -> bool {
    let within = match error.kind() {
        ValidationErrorKind::AnyOf { context } => context
            .iter()
            .flatten()
            .any(|error| concerns(error, pointer)),
        _ => false,
    };
    within || error.instance_path().as_str().starts_with(pointer)
}

/// A change and what it would make of the value.
struct Offer {
    kind: Offered,
    value: Value,
    replacement: String,
}

enum Offered {
    Quotes,
    NoQuotes,
    List,
    NoList,
}

/// What has a meaning of its own inside brackets.
const SPECIAL: [char; 7] = [',', '[', ']', '{', '}', '#', ':'];

/// A number, `true` or `false` where text is needed.
fn quoted(node: &Node, raw: &str) -> Option<Offer> {
    let NodeKind::Scalar(Scalar::Number(_) | Scalar::Bool(_), Style::Plain) = node.kind else {
        return None;
    };
    let replacement = format!("\"{raw}\"");
    Some(Offer {
        kind: Offered::Quotes,
        value: Value::from(raw),
        replacement,
    })
}

/// One value where a list is needed.
fn listed(node: &Node, raw: &str) -> Option<Offer> {
    let NodeKind::Scalar(value, style) = &node.kind else {
        return None;
    };
    let (items, written) = match (value, style) {
        (_, Style::Absent | Style::Block) => return None,
        (Scalar::Text(text), Style::Plain) if text.contains(SPECIAL) => {
            // Keys hold no comma, so here commas can only separate them.
            let keys: Vec<&str> = text.split(',').map(str::trim).collect();
            if keys.len() > 1 && keys.iter().all(|key| Key::new(key).is_some()) {
                (Value::from(keys), format!("[{text}]"))
            } else {
                (
                    Value::from(vec![Value::from(value)]),
                    format!("[{}]", in_quotes(text)),
                )
            }
        }
        _ if raw.contains('\n') => return None,
        _ => (Value::from(vec![Value::from(value)]), format!("[{raw}]")),
    };
    Some(Offer {
        kind: Offered::List,
        value: items,
        replacement: written,
    })
}

/// Digits in quotes where a number is needed.
fn unquoted(node: &Node) -> Option<Offer> {
    let NodeKind::Scalar(Scalar::Text(text), Style::Quoted) = &node.kind else {
        return None;
    };
    let number: serde_json::Number = text.parse().ok()?;
    let replacement = text.to_string();
    Some(Offer {
        kind: Offered::NoQuotes,
        value: Value::Number(number),
        replacement,
    })
}

/// JSON's quoting is YAML's.
fn in_quotes(text: &str) -> String {
    Value::from(text).to_string()
}
