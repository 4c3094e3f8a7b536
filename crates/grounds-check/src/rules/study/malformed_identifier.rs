//! An identifier of a study that cannot be one: its syntax or its check digit is wrong.

use grounds_diagnostics::Diagnostic;
use grounds_model::identifier::{self, Fault};
use grounds_model::{Label, Level, Name, Study, Text};

use crate::context::Context;
use crate::identifiers::normal;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;
use crate::suggest::replace;

pub(crate) static RULE: Rule = Rule {
    id: "study/malformed-identifier",
    level: Level::Error,
    summary: "an identifier of a study has a wrong form or check digit",
    docs: include_str!("malformed_identifier.md"),
    check: Check::Study(check),
};

/// A kind of identifier: its name and what is wrong with one.
type Kind = (&'static str, fn(&str) -> Result<(), Fault>);

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    identifiers(at.study(), &mut |(name, check), text, pointer| {
        let mended = normal(name, text);
        let fault = match check(text) {
            Err(fault) => fault,
            Ok(()) if name == "registration number" && mended != text => {
                "is not written as its registry writes it"
            }
            Ok(()) => return,
        };
        let place = at.document.place(&pointer);
        let diagnostic = cx
            .at(place, format!("{name} `{text}` {fault}"))
            .label("nothing is found by this")
            .help(format!("copy the {name} from the report or its registry"));
        let diagnostic = if check(&mended).is_ok() {
            mend(cx, diagnostic, text, &mended)
        } else {
            diagnostic
        };
        cx.report(diagnostic);
    });
}

fn mend(cx: &Context<'_>, diagnostic: Diagnostic, text: &str, mended: &str) -> Diagnostic {
    let place = diagnostic.primary.place;
    match replace(
        cx.sources(),
        place,
        text,
        mended,
        format!("write `{mended}`"),
    ) {
        Some(fix) => diagnostic.fix(fix),
        None => diagnostic,
    }
}

fn identifiers<'a>(study: &'a Study, visit: &mut dyn FnMut(Kind, &'a str, String)) {
    let report = &study.report;
    let fields: [(Kind, &str, Option<&str>); 5] = [
        (
            ("DOI", identifier::doi),
            "DOI",
            report.doi.as_ref().map(Text::as_str),
        ),
        (
            ("PMID", identifier::pmid),
            "PMID",
            report.pmid.as_ref().map(Label::as_str),
        ),
        (
            ("PMCID", identifier::pmcid),
            "PMCID",
            report.pmcid.as_deref().map(Text::as_str),
        ),
        (
            ("ISSN", identifier::issn),
            "ISSN",
            report.issn.as_deref().map(Text::as_str),
        ),
        (
            ("ISBN", identifier::isbn),
            "ISBN",
            report.isbn.as_deref().map(Text::as_str),
        ),
    ];
    for (kind, field, text) in fields {
        if let Some(text) = text {
            visit(kind, text, format!("/report/{field}"));
        }
    }
    for (i, author) in report.author.iter().enumerate() {
        if let Name::Person(person) = author
            && let Some(orcid) = &person.orcid
        {
            let pointer = format!("/report/author/{i}/ORCID");
            visit(("ORCID iD", identifier::orcid), orcid.as_str(), pointer);
        }
    }
    if let Some(number) = &study.registration {
        let kind: Kind = ("registration number", identifier::registration);
        visit(kind, number.as_str(), "/registration".to_owned());
    }
    for (i, event) in study.standing.iter().enumerate() {
        if let Some(notice) = &event.notice {
            let pointer = format!("/standing/{i}/notice");
            visit(("DOI", identifier::doi), notice.as_str(), pointer);
        }
    }
}
