//! A feed of the claims by the day of their last review (Atom, RFC 4287).

use std::fmt::Write as _;

use super::xml;
use crate::bundle::terms::Basis;
use crate::bundle::{Bundle, Claim};
use crate::site::{evidence, url};

/// How many claims a feed holds.
const MOST: usize = 50;

/// The feed.
pub(super) fn of(bundle: &Bundle, base: &str) -> String {
    let mut claims: Vec<(&str, &Claim)> = bundle
        .claims
        .iter()
        .filter_map(|claim| Some((claim.review.as_ref()?.on.as_str(), &**claim)))
        .collect();
    claims.sort_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.id.cmp(&y.id)));
    claims.truncate(MOST);
    let updated = claims
        .first()
        .map_or(bundle.run.as_of.as_str(), |(on, _)| on);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{base}</id>\n<link href=\"{base}\"/>\n<link rel=\"self\" href=\"{base}feed.xml\"/>\n\
         <updated>{}T00:00:00Z</updated>\n<author><name>{}</name></author>\n",
        xml(&bundle.language),
        xml(&bundle.title),
        xml(updated),
        xml(&bundle.title),
        base = xml(base),
    );
    for (on, claim) in claims {
        write_claim(&mut text, base, on, claim);
    }
    text.push_str("</feed>\n");
    text
}

fn write_claim(text: &mut String, base: &str, on: &str, claim: &Claim) {
    let address = format!("{base}claims/{}.html", url::page(&claim.id));
    let label = match claim.basis {
        Basis::Speculative => "[speculative] ",
        Basis::Evidence => "",
    };
    let certainty = evidence::certainty(claim);
    let (by, change) = claim.review.as_ref().map_or(("", None), |review| {
        (review.by.as_str(), review.change.as_deref())
    });
    let first = claim.former_reviews.first();
    let first = first.map_or(on, |review| review.on.as_str());
    writeln!(
        text,
        "<entry><id>{address}</id><title>{label}{}</title><link href=\"{address}\"/>\
         <published>{}T00:00:00Z</published><updated>{}T00:00:00Z</updated>\
         <summary>{}; reviewed by {}{}{}</summary></entry>",
        xml(&claim.statement),
        xml(first),
        xml(on),
        xml(&certainty),
        xml(by),
        if change.is_some() { ": " } else { "" },
        xml(change.unwrap_or_default()),
        address = xml(&address),
    )
    .expect("writing to a string does not fail");
}
