//! The whole that stands before its part: `Of 150 people with the spray, 42 had a cold`.

use grounds_evidence::Concepts;
use grounds_model::Study;
use grounds_numbers::quantity::Quantity;

use super::Known;
use super::arms::all_mentions;
use super::links::linked;

/// The events of an arm that a number can be, where the people of that arm before it are not those among whom they were
/// counted.
pub(crate) fn counted_among_others<'s, 'a>(
    text: &str,
    study: &'a Study,
    concepts: &Concepts<'a>,
    whole: &Quantity,
    (part, sources): (&Quantity, &'s [(Option<&'a str>, Known)]),
) -> Option<&'s Known> {
    const OF: [&str; 4] = ["of", "among", "in", "from"];
    let lower = text.to_lowercase();
    let before = lower.get(..whole.number.start)?;
    let preposition = before
        .split(|c: char| !c.is_alphabetic())
        .rfind(|word| !word.is_empty() && !["the", "all", "these", "those"].contains(word))?;
    let between = lower.get(whole.whole.end..part.number.start)?;
    if lower.len() != text.len() || !OF.contains(&preposition) || between.contains([';', '.', '('])
    {
        return None;
    }
    let mentions = all_mentions(&lower, study, concepts);
    let linked = linked(&lower, std::slice::from_ref(&whole.whole), &[], &mentions);
    let named = linked.first().copied().flatten()?;
    let beside = whole.whole.end <= named.words.start && named.words.end <= part.number.start;
    let arm = named.of.filter(|_| beside)?;
    let mut of_arm = sources.iter().map(|(_, known)| known);
    let events = of_arm.find(|known| known.is_of_events() && known.arm() == Some(arm))?;
    let all_counted = sources.iter().all(|(_, known)| known.among.is_some());
    let fits = sources.iter().any(|(_, known)| {
        known
            .among
            .is_some_and(|among| among.value() == whole.value.value())
    });
    (all_counted && !fits).then_some(events)
}
