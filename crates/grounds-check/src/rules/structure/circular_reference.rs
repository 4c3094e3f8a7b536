//! References that lead back to where they began.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_load::{ContentSet, Document, child};
use grounds_model::{Key, Level, Study};

use crate::context::Context;
use crate::cycles::{Cycle, cycles};
use crate::references::others_named;
use crate::rule::{Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "structure/circular-reference",
    level: Level::Error,
    summary: "concepts or studies refer to one another in a circle",
    docs: include_str!("circular_reference.md"),
    check: Check::Set {
        check,
        reads: Reads {
            same_study: |former, now| {
                let others = |study| others_named(study).collect::<Vec<_>>();
                others(&former.value) == others(&now.value)
            },
            ..Reads::NOTHING
        },
    },
};

fn check(cx: &mut Context<'_>) {
    for graph in graphs(cx.set()) {
        for cycle in cycles(&graph.targets()) {
            let diagnostic = describe(cx, &graph, &cycle);
            cx.report(diagnostic);
        }
    }
}

/// One kind of reference among records of one kind.
struct Graph<'a> {
    /// What the nodes are: `concept`.
    what: &'static str,
    /// What an edge says of its node: `is narrower than`.
    says: &'static str,
    /// The nodes, in order of their keys.
    nodes: Vec<Node<'a>>,
}

struct Node<'a> {
    key: &'a Key,
    edges: Vec<(&'a Key, Place)>,
}

impl Graph<'_> {
    /// The positions of every node's targets; of a target that is no node, one past the last,
    /// which has no edges.
    fn targets(&self) -> Vec<Vec<usize>> {
        let position = |key: &Key| {
            let found = self.nodes.binary_search_by(|node| node.key.cmp(key));
            found.unwrap_or(self.nodes.len())
        };
        let targets = |node: &Node<'_>| node.edges.iter().map(|(key, _)| position(key)).collect();
        let nowhere = Vec::new();
        self.nodes.iter().map(targets).chain([nowhere]).collect()
    }
}

fn graphs(set: &ContentSet) -> [Graph<'_>; 4] {
    [
        broader(set),
        among_studies(set, "is part of", |document| {
            let study = &document.value;
            let part = study.part_of.as_deref().into_iter();
            part.map(|key| (key, document.place("/part-of"))).collect()
        }),
        among_studies(set, "includes", |document| {
            let included = document.value.includes.iter().enumerate();
            let edge = |(i, key)| (key, document.place(&format!("/includes/{i}")));
            included.map(edge).collect()
        }),
        among_studies(set, "is superseded by", |document| {
            let events = document.value.standing.iter().enumerate();
            let edge = |(i, by)| (by, document.place(&format!("/standing/{i}/by")));
            events
                .filter_map(|(i, event)| event.by.as_ref().map(|by| edge((i, by))))
                .collect()
        }),
    ]
}

fn broader(set: &ContentSet) -> Graph<'_> {
    let vocabulary = &set.vocabulary;
    let concepts = vocabulary.value.concepts.iter();
    let mut nodes: Vec<_> = concepts
        .map(|(key, concept)| {
            let pointer = child("/concepts", key.as_str());
            let edge = |(i, broader)| {
                let place = vocabulary.place(&format!("{pointer}/broader/{i}"));
                (broader, place)
            };
            let edges = concept.broader.iter().enumerate().map(edge).collect();
            Node { key, edges }
        })
        .collect();
    nodes.sort_by_key(|node| node.key);
    Graph {
        what: "concept",
        says: "is narrower than",
        nodes,
    }
}

fn among_studies<'a>(
    set: &'a ContentSet,
    says: &'static str,
    edges: impl Fn(&'a Document<Study>) -> Vec<(&'a Key, Place)>,
) -> Graph<'a> {
    let studies = set.studies.iter();
    let nodes = studies
        .map(|(key, document)| Node {
            key,
            edges: edges(document),
        })
        .collect();
    Graph {
        what: "study",
        says,
        nodes,
    }
}

fn describe(cx: &Context<'_>, graph: &Graph<'_>, cycle: &Cycle) -> Diagnostic {
    let mut edges = cycle.steps.iter().map(|&(node, edge)| {
        let node = &graph.nodes[node];
        let (target, place) = node.edges[edge];
        (node.key, target, place)
    });
    let (what, says) = (graph.what, graph.says);
    let Some((from, to, place)) = edges.next() else {
        // A cycle has a step at least; the set's settings stand in for it.
        return cx.at(
            cx.set().settings.place(""),
            format!("a {what} {says} itself"),
        );
    };
    if cycle.length == 1 {
        let message = format!("{what} `{from}` {says} itself");
        return cx
            .at(place, message)
            .label("this is itself")
            .help("take it out");
    }
    let message = format!("{what} `{from}` {says} itself, by way of `{to}`");
    let mut diagnostic = cx.at(place, message).label("the circle begins here");
    let shown = cycle.steps.len();
    for (from, to, place) in edges {
        diagnostic = diagnostic.with(place, format!("`{from}` {says} `{to}`"));
    }
    if cycle.length > shown {
        diagnostic = diagnostic.note(format!("and {} more steps", cycle.length - shown));
    }
    diagnostic.help("take out the reference that is wrong")
}
