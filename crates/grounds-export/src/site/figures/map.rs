//! The evidence map: which outcomes were studied, by which designs, in how many people, and which
//! way the evidence points. One mark for each line of evidence.

use std::collections::BTreeMap;

use super::{WIDTH, at, line, open, polygon, words};
use crate::bundle::Study;
use crate::bundle::terms::{Design, Effect, Relation};
use crate::site::html::Html;
use crate::site::index::Index;
use crate::site::url;
use crate::site::words as terms;

/// The columns: designs of one strength, with the column's name.
const COLUMNS: [&str; 5] = ["Reviews", "Trials", "Observed", "Cases", "Laboratory"];
const LABORATORY: usize = 4;
const COLUMN: f64 = WIDTH / 5.0;
const HEAD: f64 = 24.0;
const LABEL: f64 = 20.0;
const MARK: f64 = 13.0;
const PER_LINE: usize = 3;

/// Which way a line of evidence points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Direction {
    More,
    Less,
    NoDifference,
    Unsettled,
}

impl Direction {
    fn words(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Less => "less",
            Self::NoDifference => "no difference that matters",
            Self::Unsettled => "not settled",
        }
    }
}

/// How many marks a cell shows; the table names all.
const MOST: usize = 30;

/// One mark.
#[derive(Debug)]
struct Mark<'a> {
    study: &'a Study,
    people: Option<u64>,
    direction: Direction,
}

/// The cells of each outcome, by what readers call it and by its id.
type Cells<'a> = BTreeMap<(String, &'a str), [Vec<Mark<'a>>; 5]>;

/// The map as HTML, with links to the studies; `None` where no evidence names an outcome.
pub(in crate::site) fn evidence_map(index: &Index) -> Option<String> {
    let cells = cells(index);
    if cells.is_empty() {
        return None;
    }
    let most = cells
        .values()
        .flatten()
        .flatten()
        .filter_map(|mark| mark.people)
        .max()
        .unwrap_or(1);
    let rows: Vec<(&str, &[Vec<Mark<'_>>; 5], f64)> = cells
        .iter()
        .map(|((_, outcome), cells)| (*outcome, cells, height(cells)))
        .collect();
    let whole: f64 = HEAD + rows.iter().map(|(_, _, height)| height).sum::<f64>();
    let mut html = Html::default();
    html.raw("<figure class=\"map\">");
    let marks: usize = cells.values().flatten().map(Vec::len).sum();
    let description = format!(
        "{marks} lines of evidence on {} outcomes. The table below says the same in words.",
        cells.len()
    );
    open(
        &mut html,
        "evidence-map",
        "group",
        whole,
        ("Evidence map", &description),
    );
    for (column, name) in (0u8..).zip(COLUMNS) {
        let x = f64::from(column) * COLUMN + 2.0;
        words(&mut html, "head", "start", (x, 15.0), name);
    }
    let mut top = HEAD;
    for (outcome, cells, height) in rows {
        line(&mut html, "axis", (0.0, top), (WIDTH, top));
        let label = terms::capitalised(index.concept_label(outcome));
        words(&mut html, "name", "start", (2.0, top + 15.0), &label);
        for (column, marks) in (0u8..).zip(cells) {
            draw_cell(
                &mut html,
                marks,
                f64::from(column) * COLUMN,
                top + LABEL,
                most,
            );
        }
        top += height;
    }
    html.close("svg");
    html.raw("</figure>");
    table(&mut html, index, &cells);
    Some(html.into_string())
}

fn cells(index: &Index) -> Cells<'_> {
    let bundle = &index.bundle;
    let mut cells = Cells::new();
    for claim in &bundle.claims {
        for evidence in &claim.evidence {
            if evidence.relation == Relation::Background {
                continue;
            }
            let Some(study) = index.study(&evidence.study) else {
                continue;
            };
            let finding = evidence
                .finding
                .as_deref()
                .and_then(|id| study.findings.iter().find(|finding| finding.id == id));
            let of_claim = || claim.scope.as_ref()?.outcome.as_deref();
            let outcome = finding.map(|finding| finding.outcome.as_str());
            let Some(outcome) = outcome.or_else(of_claim) else {
                continue;
            };
            let people = study
                .population
                .as_ref()
                .and_then(|people| people.analysed.or(people.enrolled))
                .filter(|_| column(study.design) != LABORATORY);
            let label = index.concept_label(outcome).to_lowercase();
            cells.entry((label, outcome)).or_default()[column(study.design)].push(Mark {
                study,
                people,
                direction: direction(evidence.relation, claim.effect),
            });
        }
    }
    for marks in cells.values_mut().flatten() {
        marks.sort_by(|a, b| (&a.study.key, a.direction).cmp(&(&b.study.key, b.direction)));
        marks.dedup_by(|a, b| a.study.key == b.study.key && a.direction == b.direction);
    }
    cells
}

fn column(design: Design) -> usize {
    match design {
        Design::Guideline
        | Design::SystematicReview
        | Design::MetaAnalysis
        | Design::NarrativeReview
        | Design::Opinion => 0,
        Design::Rct | Design::ControlledTrial => 1,
        Design::Cohort | Design::CaseControl | Design::CrossSectional => 2,
        Design::CaseSeries | Design::CaseReport => 3,
        Design::Animal | Design::InVitro | Design::InSilico => 4,
    }
}

/// What supports a claim points where it points; what disputes it settles at least that it is
/// not so.
fn direction(relation: Relation, effect: Option<Effect>) -> Direction {
    match (relation, effect) {
        (Relation::Supports, Some(Effect::Increase)) => Direction::More,
        (Relation::Supports, Some(Effect::Decrease)) => Direction::Less,
        (Relation::Supports, Some(Effect::NoDifference)) => Direction::NoDifference,
        _ => Direction::Unsettled,
    }
}

fn height(cells: &[Vec<Mark<'_>>; 5]) -> f64 {
    let lines = |marks: &Vec<Mark<'_>>| {
        let more = usize::from(marks.len() > MOST);
        marks.len().min(MOST).div_ceil(PER_LINE) + more
    };
    let lines = cells.iter().map(lines).max().unwrap_or(0);
    LABEL + step(lines.max(1)) * 2.0 * MARK + 4.0
}

/// A number of lines or places, of which there are few.
fn step(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

fn draw_cell(html: &mut Html, marks: &[Mark<'_>], left: f64, top: f64, most: u64) {
    let width = COLUMN / step(PER_LINE);
    let place = |number: usize| {
        let x = left + (step(number % PER_LINE) + 0.5) * width;
        let y = top + (step(number / PER_LINE) * 2.0 + 1.0) * MARK;
        (x, y)
    };
    for (number, mark) in largest(marks).into_iter().enumerate() {
        draw_mark(html, mark, place(number), radius(mark.people, most));
    }
    if marks.len() > MOST {
        let (_, y) = place(MOST);
        let more = format!("and {} more", marks.len() - MOST);
        words(html, "tick", "start", (left + 2.0, y + 4.0), &more);
    }
}

/// The marks that are shown: those with most people, in the order of their keys.
fn largest<'a, 'b>(marks: &'b [Mark<'a>]) -> Vec<&'b Mark<'a>> {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(marks[at].people));
    order.truncate(MOST);
    order.sort_unstable();
    order.into_iter().map(|at| &marks[at]).collect()
}

/// The area of a mark grows with the number of people.
#[expect(
    clippy::cast_precision_loss,
    reason = "only the size of a mark depends on it"
)]
fn radius(people: Option<u64>, most: u64) -> f64 {
    let share = people.unwrap_or(0) as f64 / most.max(1) as f64;
    3.5 + 7.5 * share.sqrt()
}

fn draw_mark(html: &mut Html, mark: &Mark<'_>, (x, y): (f64, f64), r: f64) {
    let link = format!("studies/{}.html", url::page(&mark.study.key));
    let name = said(mark);
    let mut attributes = vec![("href", link.as_str()), ("aria-label", &name)];
    if mark.study.standing.retracted {
        attributes.push(("class", "withdrawn"));
    }
    html.open("a", &attributes);
    html.element("title", &[], &name);
    match mark.direction {
        Direction::More => polygon(
            html,
            "more",
            &[(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)],
        ),
        Direction::Less => polygon(
            html,
            "less",
            &[(x, y + r), (x + r, y - r * 0.8), (x - r, y - r * 0.8)],
        ),
        Direction::NoDifference => polygon(
            html,
            "none",
            &[
                (x - r, y - r * 0.5),
                (x + r, y - r * 0.5),
                (x + r, y + r * 0.5),
                (x - r, y + r * 0.5),
            ],
        ),
        Direction::Unsettled => {
            html.open(
                "circle",
                &[
                    ("class", "unsettled"),
                    ("cx", &at(x)),
                    ("cy", &at(y)),
                    ("r", &at(r * 0.9)),
                ],
            );
            html.close("circle");
        }
    }
    html.close("a");
}

/// `Kumar et al. 2018, 68 people: more`.
fn said(mark: &Mark<'_>) -> String {
    let people = match mark.people {
        Some(1) => ", 1 person".to_owned(),
        Some(people) => format!(", {people} people"),
        None => String::new(),
    };
    let retracted = if mark.study.standing.retracted {
        ", retracted"
    } else {
        ""
    };
    let direction = mark.direction.words();
    format!("{}{people}{retracted}: {direction}", mark.study.label)
}

/// The same in words.
fn table(html: &mut Html, index: &Index, cells: &Cells<'_>) {
    html.raw(
        "<details><summary>The map as a table</summary>\
         <section class=\"scroll\" aria-label=\"The evidence map as a table\" tabindex=\"0\"><table>\
         <thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Design</th><th scope=\"col\">Evidence</th></tr></thead><tbody>",
    );
    for ((_, outcome), columns) in cells {
        for (name, marks) in COLUMNS.iter().zip(columns) {
            if marks.is_empty() {
                continue;
            }
            let label = terms::capitalised(index.concept_label(outcome));
            html.raw("<tr>");
            html.element("th", &[("scope", "row")], &label);
            html.element("td", &[], name);
            let all: Vec<String> = marks.iter().map(said).collect();
            html.element("td", &[], &all.join("; "));
            html.raw("</tr>");
        }
    }
    html.raw("</tbody></table></section></details>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_of_a_mark_grows_with_the_people() {
        let (none, quarter, all) = (
            radius(None, 400),
            radius(Some(100), 400),
            radius(Some(400), 400),
        );
        assert!((quarter - none - (all - none) / 2.0).abs() < 1e-9);
        // Nobody, of nobody.
        assert!((radius(Some(0), 0) - none).abs() < 1e-9);
    }
}
