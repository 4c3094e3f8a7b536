//! `grounds rules` and `grounds explain`: the catalogue, from the one table of rules.

use std::fmt::Write as _;

use grounds_check::{RULES, Rule, Selector};
use grounds_model::Level;
use serde_json::json;

use crate::args::{ExplainArgs, ListFormat, RulesArgs};
use crate::session::print;
use crate::{Ending, Stop};

pub(crate) fn list(args: &RulesArgs) -> Result<Ending, Stop> {
    let text = match args.format {
        ListFormat::Human => table(),
        ListFormat::Json => {
            let rules: Vec<_> = RULES
                .iter()
                .map(|rule| {
                    json!({
                        "id": rule.id,
                        "group": rule.group(),
                        "level": rule.level,
                        "summary": rule.summary,
                    })
                })
                .collect();
            format!("{:#}\n", serde_json::Value::from(rules))
        }
    };
    print(&text)?;
    Ok(Ending::Clean)
}

fn table() -> String {
    let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for rule in RULES {
        let level = match rule.level {
            Level::Error => "error",
            Level::Warn => "warn",
            Level::Allow => "allow",
        };
        let _ = writeln!(text, "{:width$}  {level:5}  {}", rule.id, rule.summary);
    }
    text
}

pub(crate) fn explain(args: &ExplainArgs) -> Result<Ending, Stop> {
    let chosen: Vec<&Rule> = RULES
        .iter()
        .copied()
        .filter(|rule| match args.rule {
            Selector::All => true,
            Selector::Group(group) => rule.group() == group,
            Selector::Rule(id) => rule.id == id,
        })
        .collect();
    let pages: Vec<&str> = chosen.iter().map(|rule| rule.docs.trim_end()).collect();
    print(&(pages.join("\n\n") + "\n"))?;
    Ok(Ending::Clean)
}
