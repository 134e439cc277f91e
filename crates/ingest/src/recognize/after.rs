//! What is set right after the model, by rules that can be said in a sentence: acronyms that the text explains, names
//! that are sure elsewhere in the document, groups and products of the lists, titles. Names that the model is not sure
//! of are left out first.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use corpus::model::{Document, EntityKind};
use corpus::span::ByteSpan;

use super::casing::Usual;
use super::elsewhere::Elsewhere;
use super::hashing::hash;
use super::model::Model;
use super::tagger::Name;
use super::tags::KINDS;
use super::tokens::{Letters, Tokens};
use super::{Found, acronyms, listed, passed_over};
use crate::lists;
use crate::words::Casing;

/// A name on its way out.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) tokens: Range<usize>,
    pub(super) kind: EntityKind,
    pub(super) by: &'static str,
    pub(super) confidence: u8,
}

/// From this confidence on a name of one word may vouch for others that are written the same.
const SURE_WORD: u8 = 85;

/// The same for a name of several words, which is seldom something else elsewhere.
const SURE_NAME: u8 = 65;

/// The names as they are told to others.
pub(super) fn found(
    document: &Document,
    tokens: &Tokens,
    elsewhere: &Elsewhere,
    names: Vec<Name>,
    model: &Model,
) -> Vec<Found> {
    let told = names.into_iter().filter_map(|name| {
        Some(Told {
            tokens: name.tokens,
            kind: KINDS[usize::from(name.kind_idx)],
            by: "weighed by a learned model",
            confidence: model.confidence(name.margin)?,
        })
    });
    let mut told: Vec<Told> = told.collect();
    // Weekdays, months and gods have capitals and are nobody in particular.
    told.retain(|name| name.tokens.clone().any(|idx| tokens.word(idx).lists & listed::CAPITALISED == 0));
    leave_lower_out(document, tokens, elsewhere, &mut told);
    leave_pronouns_out(tokens, &mut told);
    leave_legal_forms_out(document, tokens, &mut told);
    cut_listed(tokens, &mut told);
    leave_ships_out(document, tokens, &mut told);
    leave_titles_out(tokens, &mut told);
    acronyms::explain(document, tokens, &mut told);
    follow_the_majority(tokens, &mut told);
    passed_over::add(document, tokens, elsewhere, &mut told);
    add_sure(tokens, elsewhere, &mut told);
    use_lists(tokens, elsewhere, &mut told);
    take_generations_in(tokens, &mut told);
    let found = told.into_iter().filter_map(|told| {
        let (first, last) =
            (tokens.tokens.get(told.tokens.start)?, tokens.tokens.get(told.tokens.end.checked_sub(1)?)?);
        let span = ByteSpan::new(first.span.start(), last.span.end())?;
        Some(Found { span, kind: told.kind, by: told.by.to_owned(), confidence: told.confidence })
    });
    found.collect()
}

/// From this step of [`Elsewhere::carelessness`] on, a document leaves capitals out where it likes.
const CARELESS: u64 = 2;

/// A name without a capital is believed only in English text, where its sentence has no other or the document is
/// careless.
fn leave_lower_out(document: &Document, tokens: &Tokens, elsewhere: &Elsewhere, told: &mut Vec<Told>) {
    let is_english = document.language == "en";
    let is_careless = elsewhere.carelessness >= CARELESS;
    let has_capital = |range: Range<usize>| range.clone().any(|idx| tokens.word(idx).is_capital());
    let is_among_capitals = |name: &Told| has_capital(tokens.sentence_of(name.tokens.start));
    told.retain(|name| has_capital(name.tokens.clone()) || is_english && (is_careless || !is_among_capitals(name)));
}

/// Words that name nobody, unless they are an acronym: `for Us`, `for US`.
const PRONOUNS: [&str; 9] = ["he", "it", "me", "she", "them", "they", "us", "we", "you"];

fn leave_pronouns_out(tokens: &Tokens, told: &mut Vec<Told>) {
    let pronouns = PRONOUNS.map(hash);
    let is_pronoun = |idx: usize| {
        let word = tokens.word(idx);
        word.letters != Letters::Capitals && pronouns.contains(&word.key)
    };
    told.retain(|name| !name.tokens.clone().all(is_pronoun));
}

/// What a company is in law is no company: `Inc`. In capitals it may be an acronym.
fn leave_legal_forms_out(document: &Document, tokens: &Tokens, told: &mut Vec<Told>) {
    let is_legal_form = |idx: usize| {
        let word = acronyms::text(document, tokens, idx).to_lowercase();
        tokens.word(idx).letters != Letters::Capitals && lists::is_legal_form(&word)
    };
    told.retain(|name| name.tokens.len() > 1 || !is_legal_form(name.tokens.start));
}

/// Listed products are no part of the listed names beside them: `ISIS Telegram`.
fn cut_listed(tokens: &Tokens, told: &mut Vec<Told>) {
    let parts = |name: &Told| {
        let mut parts: Vec<Told> = Vec::new();
        let mut start = name.tokens.start;
        while start < name.tokens.end {
            let (tokens, kind) = listed::at(tokens, start..name.tokens.end)?;
            start = tokens.end;
            parts.push(Told { tokens, kind, ..name.clone() });
        }
        let n_products = parts.iter().filter(|part| part.kind == EntityKind::Product).count();
        (0 < n_products && n_products < parts.len()).then_some(parts)
    };
    *told = std::mem::take(told).into_iter().flat_map(|name| parts(&name).unwrap_or_else(|| vec![name])).collect();
}

/// The ship in `the ferry Sea Gull` is no person, organization or place; a listed name is one all the same.
fn leave_ships_out(document: &Document, tokens: &Tokens, told: &mut Vec<Told>) {
    told.retain(|name| {
        let is_listed = listed::at(tokens, name.tokens.clone()).is_some_and(|(listed, _)| listed == name.tokens);
        let before = name.tokens.start.checked_sub(1).and_then(|before| tokens.tokens.get(before));
        let is_ship = before.and_then(|token| token.span.slice(&document.text)).is_some_and(lists::is_vessel);
        is_listed || !is_ship
    });
}

/// Titles are no part of people's names.
fn leave_titles_out(tokens: &Tokens, told: &mut [Told]) {
    for name in told.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        while name.tokens.len() > 1 {
            let word = tokens.word(name.tokens.start);
            let is_title = word.lists & listed::TITLE != 0 && word.lists & listed::GIVEN_NAME == 0;
            let is_stop = word.letters == Letters::Mark;
            if !is_title && !is_stop {
                break;
            }
            name.tokens.start += 1;
        }
    }
}

/// `Jr.` behind a name belongs to it, and who is called so is a person: `Bob Rain, Sr.` It is nobody's name by itself.
fn take_generations_in(tokens: &Tokens, told: &mut Vec<Told>) {
    let (junior, senior, article) = (hash("jr"), hash("sr"), hash("the"));
    let (comma, stop) = (hash(","), hash("."));
    let is_capital = |idx: usize| tokens.word(idx).is_capital();
    let is_suffix = |idx: usize| [junior, senior].contains(&tokens.word(idx).key) && is_capital(idx);
    let is_no_name = |idx: usize| is_suffix(idx) || [article, stop].contains(&tokens.word(idx).key);
    told.retain(|name| !name.tokens.clone().all(is_no_name));
    for name in told.iter_mut().filter(|name| KINDS.contains(&name.kind)) {
        let end = tokens.sentence_of(name.tokens.start).end;
        let has_comma = name.tokens.end < end && tokens.word(name.tokens.end).key == comma;
        let at = name.tokens.end + usize::from(has_comma);
        if at < end && is_suffix(at) {
            let after = at + 1 + usize::from(at + 1 < end && tokens.word(at + 1).key == stop);
            // In Spanish `Sr.` stands before a name: `Bob Rain, Sr. Snow`.
            let is_title = has_comma && tokens.word(at).key == senior && after < end && is_capital(after);
            name.tokens.end = if is_title { name.tokens.end } else { after };
        }
        if name.tokens.len() > 1 && name.tokens.clone().rev().take(2).any(is_suffix) {
            name.kind = EntityKind::Person;
        }
    }
    let mut end = 0;
    told.retain(|name| {
        let is_free = name.tokens.start >= end;
        end = end.max(name.tokens.end);
        is_free
    });
}

/// The folded words of a name, as numbers.
fn key(tokens: &Tokens, range: Range<usize>) -> Vec<u32> {
    range.map(|idx| tokens.word(idx).key_idx).collect()
}

/// A name of several words is of one kind in the whole document: of that which the model is surest of.
fn follow_the_majority(tokens: &Tokens, told: &mut [Told]) {
    let mut kinds: BTreeMap<Vec<u32>, BTreeMap<EntityKind, u32>> = BTreeMap::new();
    for name in told.iter() {
        let key = key(tokens, name.tokens.clone());
        *kinds.entry(key).or_default().entry(name.kind).or_default() += u32::from(name.confidence);
    }
    for name in told.iter_mut() {
        let Some(kinds) = kinds.get(&key(tokens, name.tokens.clone())) else { continue };
        let total: u32 = kinds.values().sum();
        let best = kinds.iter().max_by_key(|(_, weight)| **weight);
        if let Some((&kind, &weight)) = best.filter(|(_, weight)| **weight * 3 > total * 2)
            && weight < total
        {
            name.kind = kind;
        }
    }
}

/// Adds names that the model passed over but that are sure elsewhere in the document.
fn add_sure(tokens: &Tokens, elsewhere: &Elsewhere, told: &mut Vec<Told>) {
    let mut sure: BTreeMap<u32, Vec<(Vec<u32>, EntityKind)>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for name in told.iter().filter(|name| name.confidence >= if name.tokens.len() > 1 { SURE_NAME } else { SURE_WORD })
    {
        let key = key(tokens, name.tokens.clone());
        let word = tokens.word(name.tokens.start);
        let is_telling =
            key.len() > 1 || elsewhere.is_never_lower(tokens, name.tokens.start) && word.usual != Usual::Lower;
        if is_telling && seen.insert((key.clone(), name.kind)) {
            sure.entry(key[0]).or_default().push((key.clone(), name.kind));
        }
        // After `Ann Writer`, `Writer` alone is she.
        let last = name.tokens.end - 1;
        let is_surname = name.kind == EntityKind::Person
            && key.len() > 1
            && tokens.tokens[last].span.len() > 2
            && tokens.word(last).is_capital()
            && elsewhere.is_never_lower(tokens, last);
        if is_surname && seen.insert((vec![key[key.len() - 1]], name.kind)) {
            sure.entry(key[key.len() - 1]).or_default().push((vec![key[key.len() - 1]], name.kind));
        }
    }
    if sure.is_empty() {
        return;
    }
    // Some names begin with the same word often; a few of the longest are enough.
    for names in sure.values_mut() {
        names.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        names.truncate(16);
    }
    let mut added = Vec::new();
    let mut taken = told.iter().peekable();
    for sentence in &tokens.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while taken.next_if(|name| name.tokens.end <= at).is_some() {}
            if let Some(name) = taken.peek().filter(|name| name.tokens.start <= at) {
                at = name.tokens.end;
                continue;
            }
            let limit = taken.peek().map_or(sentence.tokens.end, |name| name.tokens.start.min(sentence.tokens.end));
            let word = tokens.word(at);
            let names = sure.get(&word.key_idx).filter(|_| word.is_capital());
            let fits = |key: &[u32]| {
                at + key.len() <= limit
                    && (0..key.len()).all(|idx| tokens.word(at + idx).key_idx == key[idx])
                    && (key.len() > 1
                        || word.letters == Letters::Capitals
                        || stands_alone(tokens, sentence.tokens.clone(), at, sentence.casing))
            };
            let name = names.and_then(|names| names.iter().find(|(key, _)| fits(key)));
            if let Some((key, kind)) = name {
                let by = "the same name is sure elsewhere in the document";
                added.push(Told { tokens: at..at + key.len(), kind: *kind, by, confidence: 80 });
            }
            at += name.map_or(1, |(key, _)| key.len());
        }
    }
    told.extend(added);
    told.sort_by_key(|name| name.tokens.start);
}

/// Whether no other capital touches the word: `Smith College` and `Bob Smith` are not the Smith we know. In headlines
/// all words have one.
fn stands_alone(tokens: &Tokens, sentence: Range<usize>, at: usize, casing: Casing) -> bool {
    let is_other = |idx: usize| {
        let word = tokens.word(idx);
        sentence.contains(&idx) && word.is_capital() && !matches!(word.usual, Usual::Lower | Usual::MostlyLower)
    };
    let joined = |idx: usize| tokens.tokens.get(idx).is_some_and(|token| token.joins);
    let before = at > sentence.start && joined(at) && is_other(at - 1);
    let after = at + 1 < sentence.end && joined(at + 1) && is_other(at + 1);
    casing != Casing::Normal || !before && !after
}

/// Groups and products are known from lists alone, and those of the lists are nothing else. Other listed names of several
/// words are added where the model has nothing.
fn use_lists(tokens: &Tokens, elsewhere: &Elsewhere, told: &mut Vec<Told>) {
    let by = "a name of the lists";
    let mut added = Vec::new();
    let mut at_name = 0;
    for sentence in tokens.sentences.iter().filter(|sentence| sentence.casing != Casing::Capitals) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while told.get(at_name).is_some_and(|name| name.tokens.end <= at) {
                at_name += 1;
            }
            let Some((range, kind)) = listed::at(tokens, at..sentence.tokens.end).filter(|(range, kind)| {
                let is_acronym =
                    *kind == EntityKind::Organization && tokens.word(range.start).letters == Letters::Capitals;
                is_for_lists(*kind) || range.len() > 1 || is_acronym && sentence.casing == Casing::Normal
            }) else {
                at += 1;
                continue;
            };
            at = range.end;
            let word = tokens.word(range.start);
            let is_doubtful = range.len() == 1
                && (tokens.tokens[range.start].is_first || sentence.casing == Casing::Title)
                && (matches!(word.usual, Usual::Lower | Usual::MostlyLower)
                    || !elsewhere.is_never_lower(tokens, range.start));
            if is_doubtful || !word.is_capital() {
                continue;
            }
            match told.get_mut(at_name).filter(|name| name.tokens.start < range.end) {
                Some(name) if name.tokens == range && is_for_lists(kind) => (name.kind, name.by) = (kind, by),
                Some(_) => {}
                None => added.push(Told { tokens: range, kind, by, confidence: 90 }),
            }
        }
    }
    told.extend(added);
    told.sort_by_key(|name| name.tokens.start);
}

fn is_for_lists(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Group | EntityKind::Product)
}

#[cfg(test)]
pub(super) mod tests {
    use corpus::model::Format;

    use super::super::casing::CasingTable;
    use super::*;
    use crate::read::Received;
    use crate::structure::structure;

    /// A text with its tokens, read without a table of how words are usually written.
    pub(in super::super) fn read(text: &str) -> (Document, Tokens) {
        let document = structure(Received { format: Format::Text, text: text.to_owned(), ..Received::default() });
        let tokens = Tokens::of(&document, &CasingTable::default());
        (document, tokens)
    }

    /// Names as they are written, with their kinds.
    pub(in super::super) fn written(document: &Document, tokens: &Tokens, told: &[Told]) -> Vec<(String, EntityKind)> {
        let words = |name: &Told| {
            let (first, last) = (tokens.tokens[name.tokens.start], tokens.tokens[name.tokens.end - 1]);
            document.text[first.span.start() as usize..last.span.end() as usize].to_owned()
        };
        told.iter().map(|name| (words(name), name.kind)).collect()
    }

    /// What a rule leaves of an organization that the model found.
    fn left(text: &str, name: &str, rule: impl Fn(&Document, &Tokens, &mut Vec<Told>)) -> Vec<(String, EntityKind)> {
        let (document, tokens) = read(text);
        let start = document.text.find(name).expect("in the text");
        let is_inside = |span: ByteSpan| (start..start + name.len()).contains(&(span.start() as usize));
        let first = tokens.tokens.partition_point(|token| (token.span.start() as usize) < start);
        let len = tokens.tokens[first..].iter().take_while(|token| is_inside(token.span)).count();
        let kind = EntityKind::Organization;
        let mut told = vec![Told { tokens: first..first + len, kind, by: "", confidence: 90 }];
        rule(&document, &tokens, &mut told);
        written(&document, &tokens, &told)
    }

    #[test]
    fn names_without_capitals_stand_where_nothing_has_one() {
        let n_left = |text: &str, name: &str| {
            let rule = |document: &Document, tokens: &Tokens, told: &mut Vec<Told>| {
                leave_lower_out(document, tokens, &Elsewhere::of(tokens), told);
            };
            left(text, name, rule).len()
        };
        let all_lower = "they went to the shop and they were there for an hour.";
        assert_eq!(n_left(&format!("{all_lower} it was in the jiffy lube of the town."), "jiffy lube"), 1);
        assert_eq!(n_left(&format!("{all_lower} It was in the jiffy lube of the town."), "jiffy lube"), 0);
        assert_eq!(n_left(&format!("{all_lower} It was in the Jiffy lube of the town."), "Jiffy lube"), 1);
        // The table of the test knows no word, so carelessness is told here.
        let careless = |text: &str| {
            let rule = |document: &Document, tokens: &Tokens, told: &mut Vec<Told>| {
                let mut elsewhere = Elsewhere::of(tokens);
                elsewhere.carelessness = CARELESS;
                leave_lower_out(document, tokens, &elsewhere, told);
            };
            left(text, "jiffy lube", rule).len()
        };
        assert_eq!(careless(&format!("{all_lower} It was in the jiffy lube of the town.")), 1);
        let french = "nous avons vu la ville et nous sommes dans la maison avec les enfants de la ville.";
        assert_eq!(n_left(french, "maison"), 0);
    }

    #[test]
    fn what_tells_generations_apart_belongs_to_the_name() {
        let names = |text: &str, name: &str| left(text, name, |_, tokens, told| take_generations_in(tokens, told));
        let person = |words: &str| [(words.to_owned(), EntityKind::Person)];
        let other = |words: &str| [(words.to_owned(), EntityKind::Organization)];
        assert_eq!(names("He met Bob Rain, Sr. in the rain.", "Bob Rain"), person("Bob Rain, Sr."));
        assert_eq!(names("He met Bob Rain Jr in the rain.", "Bob Rain"), person("Bob Rain Jr"));
        assert_eq!(names("He met Rain Sr. in the rain.", "Rain Sr"), person("Rain Sr"));
        assert_eq!(names("He met Bob Rain, Sr. Snow and others.", "Bob Rain"), other("Bob Rain"));
        assert_eq!(names("He met Bob Rain, and others.", "Bob Rain"), other("Bob Rain"));
        assert_eq!(names("On Friday Bob Rain Sr. Friday died.", "Bob Rain"), person("Bob Rain Sr."));
        for nobody in ["Jr", "Jr.", "the Jr."] {
            assert_eq!(names("He met the Jr. in the rain.", nobody), [], "{nobody}");
        }
    }

    #[test]
    fn what_a_company_is_in_law_and_acronyms_of_terms_are_no_names() {
        let n_left = |text: &str, name: &str| {
            let rule = |document: &Document, tokens: &Tokens, told: &mut Vec<Told>| {
                leave_legal_forms_out(document, tokens, told);
                acronyms::explain(document, tokens, told);
            };
            left(text, name, rule).len()
        };
        assert_eq!(n_left("They sold Inc to the town.", "Inc"), 0);
        assert_eq!(n_left("They sold Rain Inc to the town.", "Rain Inc"), 1);
        assert_eq!(n_left("The SDR fell. They sold special drawing rights (SDR) to the town.", "SDR"), 0);
        assert_eq!(n_left("The RIBOR fell. The Rain inter-bank offered rate (RIBOR) rose.", "RIBOR"), 0);
        assert_eq!(n_left("The SDR fell. They sold rain and hail (SDR) to the town.", "SDR"), 1);
    }

    #[test]
    fn pronouns_are_nobody() {
        let n_left = |name: &str| {
            left(&format!("They did it for {name}."), name, |_, tokens, told| leave_pronouns_out(tokens, told)).len()
        };
        assert_eq!((n_left("Us"), n_left("US"), n_left("Rain")), (0, 1, 1));
    }

    #[test]
    fn ships_are_nobody() {
        let n_left = |text: &str, name: &str| left(text, name, leave_ships_out).len();
        assert_eq!(n_left("The ferry Sea Gull ran aground.", "Sea Gull"), 0);
        assert_eq!(n_left("The ferry of Sea Gull ran aground.", "Sea Gull"), 1);
        assert_eq!(n_left("They left the ferry. Sea Gull said so.", "Sea Gull"), 1);
        assert_eq!(n_left("The ferry Iran bought ran aground.", "Iran"), 1);
    }

    #[test]
    fn listed_products_are_cut_off() {
        let parts = |name: &str| {
            left(&format!("He wrote about {name} here."), name, |_, tokens, told| cut_listed(tokens, told))
        };
        let names = |name: &str| parts(name).into_iter().map(|(words, _)| words).collect::<Vec<_>>();
        assert_eq!(
            parts("ISIS Telegram"),
            [("ISIS".to_owned(), EntityKind::Organization), ("Telegram".to_owned(), EntityKind::Product)]
        );
        assert_eq!(names("ISIS Rain Telegram"), ["ISIS Rain Telegram"]);
        assert_eq!(names("Iran Hezbollah"), ["Iran Hezbollah"]);
    }
}
