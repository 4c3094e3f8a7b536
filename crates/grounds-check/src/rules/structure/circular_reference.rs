//! References that lead back to where they began.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_load::{ContentSet, child};
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
    /// Where the record of a node names what stands in its list at a position.
    place: fn(&ContentSet, &Key, usize) -> Place,
}

struct Node<'a> {
    key: &'a Key,
    /// What it names, and at which position.
    edges: Vec<(&'a Key, usize)>,
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
        among_studies(
            set,
            "is part of",
            |set, key, _| place_of(set, key, "/part-of"),
            |study| {
                study
                    .part_of
                    .as_deref()
                    .map(|key| (key, 0))
                    .into_iter()
                    .collect()
            },
        ),
        among_studies(
            set,
            "includes",
            |set, key, i| place_of(set, key, &format!("/includes/{i}")),
            |study| study.includes.iter().zip(0..).collect(),
        ),
        among_studies(
            set,
            "is superseded by",
            |set, key, i| place_of(set, key, &format!("/standing/{i}/by")),
            |study| {
                let events = study.standing.iter().zip(0..);
                events
                    .filter_map(|(event, i)| Some((event.by.as_ref()?, i)))
                    .collect()
            },
        ),
    ]
}

fn broader(set: &ContentSet) -> Graph<'_> {
    let concepts = set.vocabulary.value.concepts.iter();
    let mut nodes: Vec<_> = concepts
        .map(|(key, concept)| Node {
            key,
            edges: concept.broader.iter().zip(0..).collect(),
        })
        .collect();
    nodes.sort_by_key(|node| node.key);
    Graph {
        what: "concept",
        says: "is narrower than",
        nodes,
        place: |set, key, i| {
            let pointer = child("/concepts", key.as_str());
            set.vocabulary.place(&format!("{pointer}/broader/{i}"))
        },
    }
}

fn among_studies<'a>(
    set: &'a ContentSet,
    says: &'static str,
    place: fn(&ContentSet, &Key, usize) -> Place,
    edges: impl Fn(&'a Study) -> Vec<(&'a Key, usize)>,
) -> Graph<'a> {
    let studies = set.studies.iter();
    let nodes = studies
        .map(|(key, document)| Node {
            key,
            edges: edges(&document.value),
        })
        .collect();
    Graph {
        what: "study",
        says,
        nodes,
        place,
    }
}

/// A place in the record of a study of the set.
fn place_of(set: &ContentSet, key: &Key, pointer: &str) -> Place {
    let study = set.studies.get(key.as_str());
    study.map_or_else(|| set.settings.place(""), |study| study.place(pointer))
}

fn describe(cx: &Context<'_>, graph: &Graph<'_>, cycle: &Cycle) -> Diagnostic {
    let mut edges = cycle.steps.iter().map(|&(node, edge)| {
        let node = &graph.nodes[node];
        let (target, at) = node.edges[edge];
        (node.key, target, (graph.place)(cx.set(), node.key, at))
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
