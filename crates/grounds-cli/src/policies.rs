//! `grounds policies`: the policy packs, with the source of each setting.

use std::fmt::Write as _;

use grounds_check::{Pack, packs};
use grounds_evidence::certainty::level_name;
use grounds_model::Level;

use crate::args::PoliciesArgs;
use crate::session::print;
use crate::{Ending, Stop};

pub(crate) fn run(args: &PoliciesArgs) -> Result<Ending, Stop> {
    let named = args.name.as_deref().and_then(grounds_check::pack);
    print(&named.map_or_else(list, show))?;
    Ok(Ending::Clean)
}

fn list() -> String {
    let width = packs()
        .iter()
        .map(|pack| pack.name.len())
        .max()
        .unwrap_or(0);
    packs().iter().fold(String::new(), |mut text, pack| {
        let _ = writeln!(text, "{:width$}  {}", pack.name, pack.title);
        text
    })
}

fn show(pack: &Pack) -> String {
    let mut text = format!(
        "{}\n{}\nsource: {}\n",
        pack.title, pack.description, pack.source
    );
    let days = pack.thresholds.retraction_list_days;
    let _ = writeln!(text, "\na retraction list may be {days} days old");
    if let Some(floor) = pack.thresholds.coverage_floor {
        let _ = writeln!(
            text,
            "claim coverage is at least {floor} %, where the settings name no floor"
        );
    }
    if let Some(start) = pack.thresholds.benefit_start {
        let _ = writeln!(
            text,
            "the evidence of a claim of benefit starts from {} certainty at least, by its designs",
            level_name(start)
        );
    }
    for set in &pack.set {
        let level = match set.level {
            Level::Error => "error",
            Level::Warn => "warn",
            Level::Allow => "allow",
        };
        let _ = writeln!(text, "\n{} {level}\n    {}", set.rule, set.source);
    }
    text
}
