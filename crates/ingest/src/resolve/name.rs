//! The words of one mention: the name alone, without office, article, legal form, possessor or what is said about it.
//!
//! A recogniser should give the name alone already; what it gives too much is taken off here, so that the same name
//! has the same words. Nothing here knows other mentions.

use std::collections::BTreeSet;

use corpus::analysis::tokens;
use corpus::model::EntityKind;
use serde::{Deserialize, Serialize};

use crate::lists::{self, Gender};
use crate::recognize::patterns;

/// Words that join the parts of a name and tell no two names apart.
const LINKS: [&str; 10] = ["the", "of", "and", "at", "for", "in", "on", "to", "de", "a"];

/// Words before a surname that belong to it and may be left out.
pub(super) const PARTICLES: [&str; 22] = [
    "al", "el", "ul", "bin", "ibn", "bint", "van", "von", "der", "den", "ter", "de", "del", "della", "da", "di", "dos",
    "du", "la", "le", "ben", "af",
];

/// Bodies whose name is turned around: `University of Rain`, `Rain University`.
const TURNING_HEADS: [&str; 5] = ["university", "ministry", "department", "college", "municipality"];

/// What stands before the name of a place and is no part of it: `State of Rain`.
const PLACE_HEADS: [&str; 8] = ["state", "city", "town", "village", "republic", "kingdom", "commonwealth", "province"];

/// Words that share so many letters at their beginning are one word spelled twice, or two of one family.
const N_ALIKE: usize = 4;

/// The longest name that is looked at, in words: longer ones are no names.
const MAX_WORDS: usize = 24;

/// The words of one mention.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Name {
    /// The folded words of the name; empty where there is nothing but an office: `the President`.
    pub(super) words: Vec<String>,
    /// What two spellings of one name share: its letters and digits alone. Names are compared by it.
    pub(super) key: String,
    /// The folded offices before the name, in their order: `senator`, `mr`.
    pub(super) titles: Vec<String>,
    /// What stands after the name of a person who shares it with a parent.
    pub(super) generation: Option<Generation>,
    /// Capitals and nothing else, in one word: letters that may stand for several words.
    pub(super) is_acronym: bool,
    /// The identity that a word list gives the name.
    pub(super) known: Option<String>,
    /// Whether several things are named, or one by several words: `Rain and Snow`.
    pub(super) has_and: bool,
    /// Whether the name of a company is given with what it is in law, so that it is whole.
    pub(super) has_legal_form: bool,
    /// The letters that an acronym of the name may have: those of its capitals or of all its words, with and without
    /// its legal form. Nobody asks for them once the names of one document are joined.
    #[serde(skip)]
    pub(super) letters: BTreeSet<String>,
}

/// Which of the bearers of one name in a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) enum Generation {
    Junior,
    Senior,
    Second,
    Third,
    Fourth,
}

impl Name {
    /// The name of what a mention of this kind names.
    pub(super) fn of(text: &str, kind: EntityKind) -> Self {
        if let Some(key) = patterns::identity(kind, text) {
            return Self { key, ..Self::default() };
        }
        let pieces = pieces(text);
        let mut name = match kind {
            EntityKind::Person => person(&pieces),
            _ => body(&pieces, kind),
        };
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let is_upper = letters().all(char::is_uppercase) && letters().nth(1).is_some();
        name.is_acronym = is_upper && name.words.len() == 1 && name.key.chars().count() <= 8;
        name.has_and = pieces.iter().skip(1).any(|piece| piece.term == "and" || piece.gap.contains('&'));
        // `La.` is not L.A.
        let is_word = letters().count() == 2 && text.starts_with(char::is_uppercase) && !is_upper;
        if kind != EntityKind::Person && !is_word {
            let whole: Vec<&str> = pieces.iter().map(|piece| piece.term.as_str()).collect();
            let known = known(&whole.join(" "), &name.words.join(" "), kind);
            name.known = known.map(|known| squeezed(&lists::key(known)));
        }
        name
    }

    /// Whether the name is a spelling of the long form that a word list gives for an acronym; `None` if it gives none.
    pub(super) fn is_listed_for(&self, acronym: &Name, kind: EntityKind) -> Option<bool> {
        let long = lists::long_forms(lists::known_names().get(&acronym.key)?.canonical);
        let is_spelling = |long: &String| is_spelling(&self.words, &Name::of(long, kind).words);
        (!long.is_empty()).then(|| long.iter().any(is_spelling))
    }

    /// The gender that the office before the name tells, what stands after it, or the given name.
    pub(super) fn gender(&self) -> Option<Gender> {
        let by_title = self.titles.iter().find_map(|title| title_gender(title));
        let told = by_title.or_else(|| self.generation.map(|_| Gender::Male));
        told.or_else(|| lists::gender_of_given_name(self.words.first().filter(|_| self.words.len() > 1)?))
    }
}

/// Whether two names are one, spelled in two ways: the words of the shorter one begin as some of the longer one do, but for
/// one of many.
pub(super) fn is_spelling(one: &[String], other: &[String]) -> bool {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let n_alike = |a: &str, b: &str| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let has = |word: &&String| longer.iter().any(|other| *word == other || n_alike(word, other) >= N_ALIKE);
    let n_other = shorter.iter().filter(|word| !has(word)).count();
    n_other <= usize::from(shorter.len() > 3)
}

/// What an office or a form of address says about who bears it.
pub(super) fn title_gender(title: &str) -> Option<Gender> {
    match title {
        "mr" | "sir" | "lord" | "monsieur" | "herr" | "king" | "prince" | "chairman" | "spokesman" | "congressman" => {
            Some(Gender::Male)
        }
        "mrs" | "ms" | "miss" | "lady" | "dame" | "madame" | "mme" | "mlle" | "frau" | "queen" | "princess"
        | "chairwoman" | "spokeswoman" | "congresswoman" | "actress" => Some(Gender::Female),
        _ => None,
    }
}

/// The name that all forms of a listed name share; `whole` are all words of the mention, `bare` those of the name. A
/// country may also be a team or a government, but people share no names with things.
fn known(whole: &str, bare: &str, kind: EntityKind) -> Option<&'static str> {
    let whole = whole.strip_prefix("the ").unwrap_or(whole);
    let without_country = ["us ", "united states "].iter().find_map(|country| whole.strip_prefix(country));
    let is_body = |known: &&lists::Known| known.kind == EntityKind::Organization;
    let names = lists::known_names();
    let national = || names.get(without_country?).filter(is_body).filter(|_| kind == EntityKind::Organization);
    names.get(whole).or_else(|| names.get(bare)).or_else(national).map(|known| known.canonical)
}

/// The first letters of the words that are written with a capital, and of all words but an article before them.
fn letters_of(pieces: &[Piece<'_>]) -> [String; 2] {
    let first = |piece: &Piece<'_>| piece.term.chars().next();
    let own =
        || pieces.iter().enumerate().filter(|(idx, piece)| *idx > 0 || piece.term != "the").map(|(_, piece)| piece);
    [own().filter(|piece| piece.is_capital).filter_map(first).collect(), own().filter_map(first).collect()]
}

/// The letters and digits of a key.
pub(super) fn squeezed(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// One word with what stands before it.
struct Piece<'t> {
    term: String,
    gap: &'t str,
    is_capital: bool,
    is_possessive: bool,
    has_stops: bool,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut after = 0;
    let pieces = tokens(text).take(MAX_WORDS).map(|token| {
        let range = token.span.range();
        let raw = &text[range.clone()];
        let gap = &text[after..range.start];
        after = range.end;
        Piece {
            is_capital: raw.starts_with(|c: char| c.is_uppercase() || c.is_numeric()),
            is_possessive: raw.ends_with("'s") || raw.ends_with("’s") || text[after..].starts_with(['’', '\'']),
            has_stops: raw.contains('.'),
            term: token.term.into_owned(),
            gap,
        }
    });
    pieces.collect()
}

/// Whether the word names an office or a trade that may stand before a name.
pub(super) fn is_office(term: &str) -> bool {
    is_office_head(term) || lists::is_role_word(term) || matches!(term, "ceo" | "cfo" | "cio" | "ciso" | "coo" | "cto")
}

/// Whether the word alone says what somebody is.
pub(super) fn is_office_head(term: &str) -> bool {
    lists::is_title(term) || lists::is_title_abbreviation(term) || lists::is_role_head(term)
}

/// The name of a person: `U.S. President Bob Rain of Iowa` is Bob Rain.
fn person(pieces: &[Piece<'_>]) -> Name {
    if pieces.iter().skip(1).any(|piece| piece.term == "and" || piece.gap.contains('&')) {
        // Several people, or a pair that has a name of its own.
        return plain(pieces.iter().map(|piece| piece.term.clone()).collect());
    }
    let end = pieces.iter().enumerate().skip(1).find(|(_, piece)| {
        piece.gap.contains([',', '(', ';', '/', ':'])
            || !piece.is_capital
                && matches!(piece.term.as_str(), "of" | "from" | "who" | "which" | "at" | "in" | "by" | "to")
    });
    let end = end.map_or(pieces.len(), |(idx, _)| idx);
    let own = from_last_capitals(&pieces[..end]);
    let (mut titles, mut rest) = split_titles(own);
    if rest.is_empty() && end < pieces.len() {
        // `Governor of Iowa Bob Rain`: the name can only be at the end.
        let tail = from_last_capitals(&pieces[end..]);
        rest = if tail.len() > 2 { &tail[tail.len() - 2..] } else { &[] };
    }
    // `Bob Rain Jr.` and `Bob Rain, Jr.`
    let after = pieces.get(end).filter(|after| after.gap.trim() == ",").and_then(|after| generation(&after.term));
    let generation = rest.last().and_then(|last| generation(&last.term)).filter(|_| rest.len() > 1).or(after);
    while rest.len() > 1 && rest.last().is_some_and(|last| is_suffix(&last.term)) {
        rest = &rest[..rest.len() - 1];
    }
    let mut words: Vec<String> = Vec::new();
    for piece in rest {
        match piece.has_stops && piece.term.len() <= 4 {
            true => words.extend(piece.term.chars().filter(|c| c.is_alphabetic()).map(String::from)),
            false => words.push(piece.term.clone()),
        }
    }
    let is_particle = |idx: usize, word: &str| {
        PARTICLES.contains(&word) && (idx > 0 || rest.get(1).is_some_and(|next| next.gap == "-" || !rest[0].is_capital))
    };
    let n_words = words.len();
    let bare: Vec<String> = words
        .iter()
        .enumerate()
        .filter(|(idx, word)| *idx + 1 == n_words || !is_particle(*idx, word))
        .map(|(_, word)| word.clone())
        .collect();
    if bare.is_empty() {
        titles = pieces.iter().filter(|piece| piece.term != "the").map(|piece| piece.term.clone()).collect();
    }
    Name { titles, generation, ..plain(bare) }
}

/// What follows the last word in lower case that is no part of a name, or the last possessor.
fn from_last_capitals<'p, 't>(pieces: &'p [Piece<'t>]) -> &'p [Piece<'t>] {
    let is_break = |idx: usize, piece: &Piece<'_>| {
        let is_lower = !piece.is_capital && !PARTICLES.contains(&piece.term.as_str());
        (is_lower || piece.is_possessive) && pieces[idx + 1..].iter().any(|after| after.is_capital)
    };
    let last = pieces.iter().enumerate().rev().find(|(idx, piece)| is_break(*idx, piece));
    last.map_or(pieces, |(idx, _)| &pieces[idx + 1..])
}

/// The offices before a name, and the name. A word is an office only if something follows it.
fn split_titles<'p, 't>(pieces: &'p [Piece<'t>]) -> (Vec<String>, &'p [Piece<'t>]) {
    let starts_with_given_name = pieces.first().is_some_and(|first| lists::is_given_name(&first.term));
    let office = |piece: &Piece<'_>| lists::is_title(&piece.term) || lists::is_role_head(&piece.term);
    let last_office = pieces.iter().take(pieces.len().saturating_sub(1)).rposition(office);
    let start = match last_office {
        _ if starts_with_given_name => 0,
        Some(last) if pieces[..last].iter().all(|piece| !is_suffix(&piece.term)) => last + 1,
        _ => 0,
    };
    let (before, mut name) = pieces.split_at(start);
    let mut titles: Vec<String> =
        before.iter().filter(|piece| is_office(&piece.term)).map(|p| p.term.clone()).collect();
    while let [first, _, ..] = name
        && (is_office(&first.term) && !lists::is_given_name(&first.term) && first.is_capital || first.term == "the")
    {
        titles.extend((first.term != "the").then(|| first.term.clone()));
        name = &name[1..];
    }
    if let [only] = name
        && titles.is_empty()
        && lists::is_title(&only.term)
        && !lists::is_given_name(&only.term)
    {
        return (vec![only.term.clone()], &[]);
    }
    if let [.., last] = name
        && name.len() + titles.len() > 1
        && is_office_alone(&name[0].term, &last.term)
    {
        titles.extend(name.iter().map(|piece| piece.term.clone()));
        return (titles, &[]);
    }
    (titles, name)
}

/// Whether a name that ends with the head of a role is nobody's: `Home Secretary` is an office, `Ann Bishop` is not.
fn is_office_alone(first: &str, last: &str) -> bool {
    const SURNAMES: [&str; 14] = [
        "king", "prince", "bishop", "pope", "judge", "major", "dean", "marshal", "coach", "chief", "head", "page",
        "priest", "chair",
    ];
    lists::is_role_head(last) && !SURNAMES.contains(&last) && !lists::is_given_name(first)
}

fn generation(term: &str) -> Option<Generation> {
    Some(match term {
        "jr" => Generation::Junior,
        "sr" => Generation::Senior,
        "ii" => Generation::Second,
        "iii" => Generation::Third,
        "iv" => Generation::Fourth,
        _ => return None,
    })
}

fn is_suffix(term: &str) -> bool {
    generation(term).is_some() || matches!(term, "qc" | "kc" | "mp" | "phd" | "md" | "esq" | "obe" | "mbe" | "cbe")
}

/// The name of anything else: `the Rain Group, Inc.` is Rain Group.
fn body(pieces: &[Piece<'_>], kind: EntityKind) -> Name {
    let end = pieces.iter().enumerate().skip(1).find(|(idx, piece)| {
        let is_linked = pieces[*idx..].iter().any(|after| after.term == "and") && kind != EntityKind::Place;
        // `Rain Bank (Iceland) Ltd` is not Rain Bank.
        let is_branch = is_place_or_group(&piece.term)
            && pieces.get(idx + 1).is_some_and(|after| after.gap.contains(')') && lists::is_legal_form(&after.term));
        piece.gap.contains('(') && !is_branch
            || piece.gap.contains(',') && !is_linked
            || !piece.is_capital && matches!(piece.term.as_str(), "who" | "which" | "that" | "located" | "near")
            || kind == EntityKind::Place && matches!(piece.term.as_str(), "in" | "at")
    });
    let own = &pieces[..end.map_or(pieces.len(), |(idx, _)| idx)];
    // `Mainland Rain` is no other name of Rain.
    let mut own = if kind == EntityKind::Place { own } else { from_last_label(own) };
    while let [first, _, ..] = own
        && (first.term == "the" || first.is_possessive && is_place_or_group(&first.term))
    {
        own = &own[1..];
    }
    if let [.., before, last] = own
        && (last.term == "party" || last.term == "the")
        && before.term == "the"
    {
        own = &own[..own.len() - 1];
    }
    let with_legal_form = own;
    let mut has_legal_form = false;
    while let [_, .., last] = own
        && kind == EntityKind::Organization
        && lists::is_legal_form(&last.term)
    {
        own = &own[..own.len() - 1];
        has_legal_form = true;
    }
    let mut words: Vec<String> = own.iter().map(|piece| piece.term.clone()).collect();
    turn(&mut words, kind);
    let bare: Vec<String> = words.iter().filter(|word| !LINKS.contains(&word.as_str())).cloned().collect();
    let mut name = plain(if bare.is_empty() { words } else { bare });
    if kind == EntityKind::Group && name.key.len() > 4 && name.key.ends_with('s') && !name.key.ends_with("ss") {
        name.key.pop();
    }
    name.has_legal_form = has_legal_form;
    name.letters = letters_of(own).into_iter().chain(letters_of(with_legal_form)).collect();
    name
}

/// What follows a description in lower case: `localist group Rain Now` is Rain Now.
fn from_last_label<'p, 't>(pieces: &'p [Piece<'t>]) -> &'p [Piece<'t>] {
    let is_label = |idx: usize, piece: &Piece<'_>| {
        !piece.is_capital
            && !LINKS.contains(&piece.term.as_str())
            && !PARTICLES.contains(&piece.term.as_str())
            && pieces[idx + 1..].iter().all(|after| after.is_capital || LINKS.contains(&after.term.as_str()))
            && pieces.get(idx + 1).is_some_and(|after| after.is_capital)
            // `Rain mart Corp`
            && !pieces[idx + 1..].iter().all(|after| lists::is_legal_form(&after.term))
    };
    let last = pieces.iter().enumerate().rev().find(|(idx, piece)| is_label(*idx, piece));
    last.map_or(pieces, |(idx, _)| &pieces[idx + 1..])
}

fn is_place_or_group(term: &str) -> bool {
    let known = lists::known_names().get(term);
    known.is_some_and(|known| matches!(known.kind, EntityKind::Place | EntityKind::Group))
}

/// Turns `university of rain` to `rain university`, and takes `state of` off a place.
fn turn(words: &mut Vec<String>, kind: EntityKind) {
    let head = words.windows(2).position(|pair| pair[1] == "of");
    let Some(head) = head.filter(|&head| words.len() > head + 2) else { return };
    let is_head = |heads: &[&str]| heads.contains(&words[head].as_str());
    match kind {
        EntityKind::Organization
            if is_head(&TURNING_HEADS) && words[..head].iter().all(|word| is_place_or_group(word)) =>
        {
            let word = words.remove(head);
            words.remove(head);
            words.push(word);
        }
        EntityKind::Place if head == 0 && is_head(&PLACE_HEADS) => {
            words.drain(..2);
        }
        _ => {}
    }
}

fn plain(words: Vec<String>) -> Name {
    Name { key: squeezed(&words.concat()), words, ..Name::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: EntityKind, text: &str, expected: &str) {
        assert_eq!(Name::of(text, kind).words.join(" "), expected, "{text}");
    }

    #[test]
    fn a_person_is_the_name_without_what_is_said_about_it() {
        for (text, expected) in [
            ("U.S. President Donald Rain's", "donald rain"),
            ("Afghan Ambassador to the United States Hamdullah Rain", "hamdullah rain"),
            ("Governor of Iowa Chris Rain", "chris rain"),
            ("the Rain Party's Ann Snow of the Hail Group", "ann snow"),
            ("Mr. J.K. Rain", "j k rain"),
            ("CIO Ann Rain", "ann rain"),
            ("Sir Bob Rain, QC", "bob rain"),
            ("Bob Rain Jr.", "bob rain"),
            ("Abu Bakr al-Rain", "abu bakr rain"),
            ("al-Rain", "rain"),
            ("Al Rain", "al rain"),
            ("The President", ""),
            ("Martin Luther King", "martin luther king"),
            ("Ann Snow and Bob Rain", "ann snow and bob rain"),
        ] {
            check(EntityKind::Person, text, expected);
        }
    }

    #[test]
    fn a_body_is_the_name_without_article_legal_form_and_place() {
        use EntityKind::{Organization, Place};
        for (kind, text, expected) in [
            (Organization, "the Rain Group, Inc.", "rain group"),
            (Organization, "University of Northern Rain", "northern rain university"),
            (Organization, "U.S. Department of Rain", "us rain department"),
            (Organization, "France's Rain Authority", "rain authority"),
            (Organization, "localist group Rain Now's", "rain now"),
            (Organization, "Rain mart Corp", "rain mart"),
            (Organization, "Rain Bank (Iceland) Ltd", "rain bank iceland"),
            (Organization, "Rain Bank (RB) Ltd", "rain bank"),
            (Organization, "Rain und Co AG", "rain und"),
            (Place, "Rainville, Iowa", "rainville"),
            (Place, "the State of Rain", "rain"),
            (Place, "Rain Stadium in Snowtown", "rain stadium"),
        ] {
            check(kind, text, expected);
        }
    }

    #[test]
    fn spellings_of_one_name_share_their_key() {
        for (a, b) in [("Rain-Snow Hail", "Rainsnow Hail"), ("Rain & Snow", "Rain and Snow"), ("Ráin", "Rain")] {
            assert_eq!(Name::of(a, EntityKind::Organization).key, Name::of(b, EntityKind::Organization).key);
        }
    }
}
