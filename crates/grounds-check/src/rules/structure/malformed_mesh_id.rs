//! A concept's MeSH identifier that cannot be one.

use grounds_load::child;
use grounds_model::{Level, identifier};

use crate::context::Context;
use crate::rule::{Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "structure/malformed-mesh-id",
    level: Level::Error,
    summary: "a concept's MeSH identifier is not written as MeSH writes them",
    docs: include_str!("malformed_mesh_id.md"),
    check: Check::Set {
        check,
        reads: Reads::NOTHING,
    },
};

fn check(cx: &mut Context<'_>) {
    let vocabulary = &cx.set().vocabulary;
    for (key, concept) in &vocabulary.value.concepts {
        let Some(mesh) = &concept.mesh else { continue };
        let Err(fault) = identifier::mesh(mesh.as_str()) else {
            continue;
        };
        let place = vocabulary.place(&(child("/concepts", key.as_str()) + "/mesh"));
        let diagnostic = cx
            .at(place, format!("MeSH identifier `{mesh}` {fault}"))
            .label(format!("of concept `{key}`"))
            .help("copy the descriptor's unique id from the MeSH browser, such as `D000505`");
        cx.report(diagnostic);
    }
}
