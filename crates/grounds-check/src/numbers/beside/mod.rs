//! Whether a value is said of what is named in its clause: nothing but light words stand between the two.
//!
//! `Cough occurred in 4.5% of people on velapril`, `4.5% had a cough`, `a risk ratio of 0.69 for stroke`. Any word that is not
//! known may be what the value is really said of (`cough led 4.5% to stop treatment`): then nothing is taken for granted.

mod lexicon;

use std::ops::Range;

use lexicon::Role;

/// How near a name and a value stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// Within one clause, with light words between them.
    InClause,
    /// Right beside one another.
    Beside,
}

/// A sentence in small letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'t> {
    /// The sentence.
    pub(super) text: &'t str,
    /// Its numbers, and the names of what arms had, in their order: these part nothing.
    pub(super) passed: &'t [Passed],
}

/// Some bytes that part nothing.
#[derive(Debug, Clone)]
pub(super) struct Passed {
    pub(super) words: Range<usize>,
    pub(super) is_number: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'t> {
    Word(&'t str),
    Number,
    Arm,
    Mark(char),
}

const JOINING: &[&str] = &["and", "or", "nor", "plus"];
const PREPOSITIONS: &[&str] = &["in", "by", "on", "with", "for", "at", "among", "of", "from"];
/// Words at which another clause begins.
const PARTING: &[&str] = &["but", "while", "whereas", "although", "though", "because"];
/// How many words may stand between a name and a value that stand beside one another.
const NEAR: usize = 3;

impl Words<'_> {
    /// How near a name and a value stand; `None` where the value may be said of something else.
    pub(super) fn nearness(&self, name: &Range<usize>, value: &Range<usize>) -> Option<Nearness> {
        if !self.is_whole(name) {
            return None;
        }
        if name.end <= value.start {
            self.named_before(name, value)
        } else if value.end <= name.start {
            self.named_after(name, value)
        } else {
            None
        }
    }

    /// `cough occurred in 4.5% of people`
    fn named_before(&self, name: &Range<usize>, value: &Range<usize>) -> Option<Nearness> {
        let between = self.tokens(name.end..value.start);
        let after = self.tokens(value.end..self.text.len());
        let rest = &after[..clause_length(&after)];
        (is_light(&between) && is_light(rest)).then(|| nearness(&between))
    }

    /// `4.5% had a cough`
    fn named_after(&self, name: &Range<usize>, value: &Range<usize>) -> Option<Nearness> {
        let between = self.tokens(value.end..name.start);
        let parted = between.contains(&Token::Mark(','));
        let after = self.tokens(name.end..self.text.len());
        let rest = &after[..clause_length(&after).min(2)];
        let told_more = matches!(
            rest.first(),
            Some(Token::Word("that" | "which" | "who" | "when"))
        );
        (!parted && (told_more || is_light(rest)) && is_light(&between)).then(|| nearness(&between))
    }

    /// Whether a name is no part of a longer one: `severe cough`, `stroke deaths`, `stroke or death`.
    fn is_whole(&self, name: &Range<usize>) -> bool {
        let is_part = |c: Option<char>| c.is_some_and(|c| "-\u{2011}/'’".contains(c));
        let (before, after) = (&self.text[..name.start], &self.text[name.end..]);
        if is_part(before.chars().next_back()) || is_part(after.chars().next()) {
            return false;
        }
        let next = self.tokens(name.end..self.text.len());
        let joined = |tokens: &[Token<'_>]| matches!(tokens, [Token::Word(joint), Token::Word(word), ..] if JOINING.contains(joint) && !PREPOSITIONS.contains(word));
        if joined(&next) {
            return false;
        }
        let before = self.tokens(0..name.start);
        let mut back = before
            .iter()
            .rev()
            .skip_while(|token| has_role(token, Role::Article));
        let (last, first) = (back.next(), back.next());
        match last {
            // `20 strokes`, but not `velapril cough`.
            None | Some(Token::Mark(_) | Token::Number) => true,
            Some(Token::Word("for")) => {
                matches!(first, None | Some(Token::Mark(_) | Token::Number))
                    || first.is_some_and(is_amount)
            }
            Some(Token::Word("in")) => {
                first.is_some_and(|token| is_amount(token) || *token == Token::Number)
            }
            Some(Token::Word("with")) => first == Some(&Token::Number),
            Some(Token::Word("of")) => first.is_some_and(is_amount),
            Some(Token::Word(word)) if JOINING.contains(word) => {
                matches!(first, Some(Token::Number | Token::Arm | Token::Mark(_)))
            }
            Some(Token::Word(word)) => PARTING.contains(word) || Role::Governing.is_of(word),
            Some(Token::Arm) => false,
        }
    }

    fn tokens(&self, bytes: Range<usize>) -> Vec<Token<'_>> {
        let mut found = Vec::new();
        let mut at = bytes.start;
        while at < bytes.end {
            let passed = self.passed.iter().find(|passed| passed.words.contains(&at));
            if let Some(passed) = passed {
                found.push(if passed.is_number {
                    Token::Number
                } else {
                    Token::Arm
                });
                at = passed.words.end;
                continue;
            }
            let rest = &self.text[at..bytes.end];
            let is_of_word = |c: char| c.is_alphanumeric() || "-'’".contains(c);
            let long = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
            let long = self.up_to_passed(at, long);
            if long > 0 {
                let word = rest[..long].trim_matches('-');
                found.extend((!word.is_empty()).then_some(Token::Word(word)));
                at += long;
                continue;
            }
            let Some(mark) = rest.chars().next() else {
                break;
            };
            at += mark.len_utf8();
            if ",;:.()!?\u{2014}".contains(mark) {
                found.push(Token::Mark(mark));
            }
        }
        found
    }

    /// How long a word is, where what is passed over begins within it.
    fn up_to_passed(&self, at: usize, long: usize) -> usize {
        let mut starts = self.passed.iter().map(|passed| passed.words.start);
        starts
            .find(|start| (at + 1..at + long).contains(start))
            .map_or(long, |start| start - at)
    }
}

fn is_one_of(token: &Token<'_>, words: &[&str]) -> bool {
    matches!(token, Token::Word(word) if words.contains(word))
}

fn has_role(token: &Token<'_>, role: Role) -> bool {
    matches!(token, Token::Word(word) if role.is_of(word))
}

fn is_amount(token: &Token<'_>) -> bool {
    has_role(token, Role::Amount)
}

/// How many tokens there are up to where something else begins.
fn clause_length(tokens: &[Token<'_>]) -> usize {
    let ends = |(at, token): (usize, &Token<'_>)| match token {
        Token::Mark(_) => true,
        Token::Word(word) => {
            PARTING.contains(word)
                || (JOINING.contains(word)
                    && !matches!(tokens.get(at + 1), Some(Token::Number | Token::Arm)))
        }
        _ => false,
    };
    tokens
        .iter()
        .enumerate()
        .position(|(at, token)| ends((at, token)))
        .unwrap_or(tokens.len())
}

/// Whether all between two things is light. What joins may stand between numbers and arms only.
fn is_light(tokens: &[Token<'_>]) -> bool {
    tokens.iter().enumerate().all(|(at, token)| match token {
        Token::Word(word) if JOINING.contains(word) => {
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            let after = tokens.get(at + 1);
            matches!(before, Some(Token::Number | Token::Arm | Token::Mark(')')))
                && after.is_none_or(|after| {
                    matches!(after, Token::Number | Token::Arm) || is_one_of(after, PREPOSITIONS)
                })
        }
        Token::Word(word) => Role::Light.is_of(word),
        Token::Number | Token::Arm => true,
        Token::Mark(mark) => ",:()".contains(*mark),
    })
}

fn nearness(between: &[Token<'_>]) -> Nearness {
    let words = between
        .iter()
        .filter(|token| matches!(token, Token::Word(_)))
        .count();
    let parted = between
        .iter()
        .any(|token| matches!(token, Token::Number | Token::Mark(',')));
    if words <= NEAR && !parted {
        Nearness::Beside
    } else {
        Nearness::InClause
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How near `cough` stands to the number in a sentence whose only arm is `velapril`.
    fn near(text: &str) -> Option<Nearness> {
        let place = |name: &str| {
            let at = text.find(name);
            at.map(|at| at..at + name.len())
        };
        let number = |words| Passed {
            words,
            is_number: true,
        };
        let arm = |words| Passed {
            words,
            is_number: false,
        };
        let passed: Vec<Passed> = place("velapril")
            .map(arm)
            .into_iter()
            .chain(place("9%").map(number))
            .collect();
        let mut passed = passed;
        passed.sort_by_key(|passed| passed.words.start);
        let words = Words {
            text,
            passed: &passed,
        };
        words.nearness(&place("cough")?, &place("9%")?)
    }

    #[test]
    fn a_value_is_said_of_the_name_with_light_words_between() {
        for text in [
            "cough occurred in 9%",
            "cough occurred in 9% of people on velapril",
            "the rate of cough with velapril was 9%",
            "9% of those given velapril had a cough",
            "with velapril, cough was seen in 9%",
            "there was a 9% lower risk of cough",
            "velapril caused cough in 9% of adults, but it saved lives",
            "cough (9%) was a nuisance",
        ] {
            assert!(near(text).is_some(), "{text}");
        }
        assert_eq!(near("cough: 9%"), Some(Nearness::Beside));
        assert_eq!(near("9% had a cough"), Some(Nearness::Beside));
    }

    #[test]
    fn a_value_beside_words_that_may_own_it_is_left_open() {
        for text in [
            "cough led 9% to stop treatment",
            "cough was commoner with velapril, and 9% stopped treatment",
            "cough was mild; 9% were dizzy",
            "severe cough occurred in 9%",
            "cough or wheeze occurred in 9%",
            "cough medicine was used by 9%",
            "wheeze and cough occurred in 9%",
            "a history of cough was found in 9%",
            "9% were dizzy, and some had a cough",
            "9% had a cough or wheeze",
            "9% of coughs were severe",
            "cough-free days were 9% of all",
        ] {
            assert_eq!(near(text), None, "{text}");
        }
    }
}
