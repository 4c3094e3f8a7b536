//! Cycles in a graph of references.

/// How many steps of a cycle are kept: enough to show, however long it is.
const KEPT: usize = 8;

/// A way through a graph that ends where it began.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cycle {
    /// The first steps: a node, and the position among its edges of the one that was followed.
    pub(crate) steps: Vec<(usize, usize)>,
    /// The number of all steps.
    pub(crate) length: usize,
}

/// A cycle for every edge that closes one when the graph is walked depth first, from the first
/// node on: without these edges there would be none. `edges` gives each node's targets.
pub(crate) fn cycles(edges: &[Vec<usize>]) -> Vec<Cycle> {
    let mut found = Vec::new();
    let mut state = vec![State::New; edges.len()];
    for start in 0..edges.len() {
        if state[start] == State::New {
            walk_from(start, edges, &mut state, &mut found);
        }
    }
    found
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// On the way, at this position.
    Open(usize),
    Done,
}

/// Walks without recursion: chains of references can be as long as the set is large.
fn walk_from(start: usize, edges: &[Vec<usize>], state: &mut [State], found: &mut Vec<Cycle>) {
    let mut way = vec![(start, 0)];
    state[start] = State::Open(0);
    while let Some(&(node, edge)) = way.last() {
        let Some(&target) = edges[node].get(edge) else {
            state[node] = State::Done;
            way.pop();
            if let Some((_, edge)) = way.last_mut() {
                *edge += 1;
            }
            continue;
        };
        if state[target] == State::New {
            state[target] = State::Open(way.len());
            way.push((target, 0));
            continue;
        }
        if let State::Open(position) = state[target] {
            let steps = &way[position..];
            found.push(Cycle {
                steps: steps[..steps.len().min(KEPT)].to_vec(),
                length: steps.len(),
            });
        }
        if let Some((_, edge)) = way.last_mut() {
            *edge += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(edges: &[Vec<usize>]) -> Vec<Vec<(usize, usize)>> {
        cycles(edges).into_iter().map(|cycle| cycle.steps).collect()
    }

    #[test]
    fn finds_every_cycle_that_needs_mending() {
        assert_eq!(shown(&[vec![0]]), [[(0, 0)]]);
        assert_eq!(shown(&[vec![1], vec![2], vec![1]]), [[(1, 0), (2, 0)]]);
        assert_eq!(
            shown(&[vec![1], vec![2, 0], vec![0]]),
            [vec![(0, 0), (1, 0), (2, 0)], vec![(0, 0), (1, 1)]]
        );
    }

    #[test]
    fn a_diamond_is_no_cycle() {
        assert!(shown(&[vec![1, 2], vec![3], vec![3], vec![]]).is_empty());
        assert!(shown(&[]).is_empty());
    }

    #[test]
    fn a_long_cycle_is_found_and_shown_in_part() {
        let edges: Vec<_> = (0..100_000)
            .map(|node| vec![(node + 1) % 100_000])
            .collect();
        let found = cycles(&edges);
        assert_eq!(
            (found.len(), found[0].length, found[0].steps.len()),
            (1, 100_000, KEPT)
        );
    }
}
