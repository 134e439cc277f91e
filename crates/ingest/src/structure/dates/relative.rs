//! Words that name a day, month or year by counting from the day of writing: "last Friday", "two years ago", "on March 3".
//! English only. What can mean several stretches of time ("last week", "recently", "a few days ago") is left alone.

use jiff::civil::Date;

use super::scan::Scan;
use super::tense::{Tense, is_past, tense};
use super::{calendar, names, yearless};

/// What words mean, counted from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A day, a month or a year, in ISO 8601.
    Clear(String),
    /// One of several; what all of them agree on.
    Ambiguous(String),
    /// There is no day to count from, but a reader wants to know that the words are there.
    Unresolved,
}

impl Meaning {
    fn day(day: Option<Date>) -> Option<Self> {
        day.map(|day| Self::Clear(day.to_string()))
    }

    /// One of two days that people mean by the words.
    fn either(one: Option<Date>, other: Option<Date>) -> Option<Self> {
        let (one, other) = (one?.to_string(), other?.to_string());
        let len = [10, 7, 4].into_iter().find(|&len| one.get(..len).is_some_and(|head| other.starts_with(head)))?;
        Some(if len == 10 { Self::Clear(one) } else { Self::Ambiguous(one[..len].to_owned()) })
    }
}

/// Words that begin at a token and name a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) meaning: Meaning,
    pub(super) n_tokens: usize,
}

impl Counted {
    fn new(meaning: Meaning, n_tokens: usize) -> Option<Self> {
        Some(Self { meaning, n_tokens })
    }
}

/// The longest word that begins such words, in bytes.
const MAX_WORD_LEN: usize = 9;

/// The words that name a time and begin with a token, counted from the day of writing.
pub(super) fn at(scan: &Scan<'_>, idx: usize, written: Option<Date>) -> Option<Counted> {
    let token = scan.tokens.get(idx)?;
    if token.is_number {
        return yearless::day_first(scan, idx, written).or_else(|| ago(scan, idx, written));
    }
    if token.text.len() > MAX_WORD_LEN || !token.text.is_ascii() || scan.char_before(idx).is_some_and(is_inner) {
        return None;
    }
    // Most words begin with none of these letters, and are passed over at once.
    let lower = match token.text.as_bytes().first()?.to_ascii_lowercase() {
        b'd' | b'l' | b'n' | b't' | b'y' => token.text.to_ascii_lowercase(),
        _ => String::new(),
    };
    match lower.as_str() {
        "yesterday" | "tomorrow" | "today" | "tonight" => single_day(scan, idx, &lower, written),
        "day" => day_next_to(scan, idx, written),
        "last" | "this" | "next" => stepped(scan, idx, &lower, written),
        _ => weekday(scan, idx, written)
            .or_else(|| yearless::month_first(scan, idx, written))
            .or_else(|| yearless::month_alone(scan, idx, written))
            .or_else(|| ago(scan, idx, written)),
    }
}

/// Marks that show that a word is part of a longer one: an address, a tag, a compound.
fn is_inner(c: char) -> bool {
    matches!(c, '/' | '#' | '@' | '_' | '-' | '.' | '=' | '&')
}

/// What a rule gives where there is a day to count from, and where there is none.
pub(super) fn counted(
    written: Option<Date>,
    n_tokens: usize,
    meaning: impl FnOnce(Date) -> Option<Meaning>,
) -> Option<Counted> {
    match written {
        Some(written) => Counted::new(meaning(written)?, n_tokens),
        None => Counted::new(Meaning::Unresolved, n_tokens),
    }
}

/// Whether a word has a capital only because a sentence begins with it. `Today` elsewhere is a newspaper.
fn is_plain(scan: &Scan<'_>, idx: usize) -> bool {
    scan.word(idx).starts_with(char::is_lowercase) || scan.begins_sentence(idx)
}

fn is_possessive(scan: &Scan<'_>, idx: usize) -> bool {
    matches!(scan.gap(idx), "'" | "’") && scan.is_word(idx + 1, &["s"])
}

fn single_day(scan: &Scan<'_>, idx: usize, lower: &str, written: Option<Date>) -> Option<Counted> {
    let follows = |words: &[&str]| idx > 0 && scan.is_spaced(idx - 1) && scan.is_word(idx - 1, words);
    // "Two years ago yesterday" counts from yesterday; the sum is left to the reader.
    if !is_plain(scan, idx)
        || follows(&["of", "ago", "like", "only", "no", "not", "from", "than", "until", "where", "for"])
    {
        return None;
    }
    match lower {
        "yesterday" => counted(written, 1, |day| Meaning::day(day.yesterday().ok())),
        "tomorrow" if !is_possessive(scan, idx) => counted(written, 1, |day| Meaning::day(day.tomorrow().ok())),
        // "Today" may mean these years, unless something is said to have happened or been said on that very day.
        "today" if !is_possessive(scan, idx) => {
            let is_day =
                follows(&["earlier", "later"]) || idx > 0 && is_event(scan, idx - 1) || is_event(scan, idx + 1);
            written.filter(|_| is_day).and_then(|day| Counted::new(Meaning::day(Some(day))?, 1))
        }
        "tonight" => written.and_then(|day| Counted::new(Meaning::day(Some(day))?, 1)),
        _ => None,
    }
}

/// Whether the word tells of one event: `said`, `arrested`.
fn is_event(scan: &Scan<'_>, idx: usize) -> bool {
    let word = scan.word(idx);
    let is_beside = idx + 1 >= scan.tokens.len() || !scan.gap(idx).contains(['.', ';', '!', '?']);
    is_beside && is_past(word)
}

/// "The day before yesterday", "the day after tomorrow".
fn day_next_to(scan: &Scan<'_>, idx: usize, written: Option<Date>) -> Option<Counted> {
    let step = match () {
        () if scan.is_word(idx + 1, &["before"]) && scan.is_word(idx + 2, &["yesterday"]) => -2,
        () if scan.is_word(idx + 1, &["after"]) && scan.is_word(idx + 2, &["tomorrow"]) => 2,
        () => return None,
    };
    counted(written, 3, |day| Meaning::day(calendar::days_from(day, step)))
}

/// "Last Friday", "this month", "next year", "last September".
fn stepped(scan: &Scan<'_>, idx: usize, lower: &str, written: Option<Date>) -> Option<Counted> {
    if !is_plain(scan, idx) || !scan.is_spaced(idx) {
        return None;
    }
    // "The last year" is a stretch that ends now, "the last Friday" one of many.
    let is_named =
        idx > 0 && scan.is_word(idx - 1, &["the", "his", "her", "their", "its", "my", "our", "your", "every"]);
    if is_named && scan.is_spaced(idx - 1) {
        return None;
    }
    let past = usize::from(lower == "this" && scan.is_word(idx + 1, &["past", "coming"]) && scan.is_spaced(idx + 1));
    let step = match (lower, past, scan.word(idx + 1)) {
        ("last", ..) | (_, 1, "past") => -1,
        ("next", ..) | (_, 1, _) => 1,
        _ => 0,
    };
    let noun = scan.word(idx + 1 + past);
    let n_tokens = 2 + past;
    if let Some(weekday) = names::whole_english_weekday(noun) {
        return counted(written, n_tokens, |day| stepped_weekday(day, weekday, step));
    }
    if let Some(month) = names::whole_english_month(noun).filter(|_| noun.starts_with(char::is_uppercase)) {
        let has_day = scan.tokens.get(idx + n_tokens).is_some_and(|next| next.is_number) && past == 0;
        let rule = |day| yearless::stepped_month(day, month, step);
        return (!has_day).then(|| counted(written, n_tokens, rule))?;
    }
    if past == 1 || scan.is_word(idx + 2, &["s"]) && scan.gap(idx + 1).is_empty() {
        return None;
    }
    match (noun, step) {
        ("year", 0) => written.and_then(|day| Counted::new(Meaning::Clear(calendar::year(day, 0)?), 2)),
        ("month", 0) => written.and_then(|day| Counted::new(Meaning::Clear(calendar::month(day, 0)?), 2)),
        ("year", _) => counted(written, 2, |day| calendar::year(day, step).map(Meaning::Clear)),
        ("month", _) => counted(written, 2, |day| calendar::month(day, step).map(Meaning::Clear)),
        ("morning" | "afternoon" | "evening", 0) => written.and_then(|day| Counted::new(Meaning::day(Some(day))?, 2)),
        ("night", -1) => counted(written, 2, |day| Meaning::day(day.yesterday().ok())),
        _ => None,
    }
}

fn stepped_weekday(written: Date, weekday: i8, step: i64) -> Option<Meaning> {
    let before = calendar::weekday_before(written, weekday);
    let after = calendar::weekday_after(written, weekday);
    match step {
        // The day before is rarely called so.
        -1 if before? == written.yesterday().ok()? => {
            Meaning::either(before, before.and_then(|day| calendar::days_from(day, -7)))
        }
        -1 => Meaning::day(before),
        // Some say "next Friday" for the coming one, some for the one after it.
        1 => Meaning::either(after, after.and_then(|day| calendar::days_from(day, 7))),
        // The one in the week of writing.
        _ => {
            let today = written.weekday().to_monday_zero_offset();
            Meaning::day(calendar::days_from(written, i64::from(weekday - today)))
        }
    }
}

/// Words before a weekday that make it one certain day.
const WEEKDAY_LEADS: &[&str] = &["on", "said", "says", "late", "early", "since", "until", "by"];

/// Words after a weekday that make it part of a name.
const WEEKDAY_NAMES: &[&str] = &[
    "times",
    "herald",
    "mail",
    "post",
    "telegraph",
    "express",
    "mirror",
    "star",
    "world",
    "independent",
    "club",
    "prayers",
    "prayer",
    "school",
    "mass",
    "agreement",
    "sermon",
    "sermons",
    "edition",
    "the",
    "mornings",
    "nights",
    "evenings",
];

/// "On Friday", "said Friday", "Friday morning", "arrested Friday".
fn weekday(scan: &Scan<'_>, idx: usize, written: Option<Date>) -> Option<Counted> {
    let weekday = names::whole_english_weekday(scan.word(idx))?;
    let before = idx.checked_sub(1).filter(|&before| scan.is_spaced(before));
    let has_lead = before.is_some_and(|before| scan.is_word(before, WEEKDAY_LEADS));
    let has_verb = before.is_some_and(|before| is_past(scan.word(before)));
    let has_time = scan.is_spaced(idx) && scan.is_word(idx + 1, &["morning", "afternoon", "evening", "night"]);
    let has_article = before.is_some_and(|before| scan.is_word(before, &["a", "the", "one", "every", "each", "any"]));
    let is_name = scan.is_spaced(idx) && scan.is_word(idx + 1, WEEKDAY_NAMES);
    // "On Friday, March 3" is a date of its own.
    let leads_date = yearless::month_first(scan, idx + 1, None).is_some()
        || yearless::day_first(scan, idx + 1, None).is_some() && matches!(scan.gap(idx).trim(), "" | ",");
    if !(has_lead || has_verb || has_time) || has_article || is_name || leads_date || is_possessive(scan, idx) {
        return None;
    }
    let is_until = before.is_some_and(|before| scan.is_word(before, &["by", "until"]));
    counted(written, 1, |day| match tense(scan, idx) {
        Tense::Future if day.weekday().to_monday_zero_offset() == weekday => None,
        Tense::Future => Meaning::day(calendar::weekday_after(day, weekday)),
        Tense::Past | Tense::Unknown if is_until => None,
        Tense::Past | Tense::Unknown if day.weekday().to_monday_zero_offset() == weekday => Meaning::day(Some(day)),
        Tense::Past | Tense::Unknown => Meaning::day(calendar::weekday_before(day, weekday)),
    })
}

const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Words before a number that make it a guess.
const GUESSES: &[&str] = &[
    "about",
    "nearly",
    "almost",
    "around",
    "over",
    "than",
    "some",
    "least",
    "roughly",
    "approximately",
    "every",
    "few",
    "couple",
    "half",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "hundred",
    "and",
    "only",
    "or",
    "to",
    "just",
];

/// "Two days ago", "a year ago", "3 months ago".
fn ago(scan: &Scan<'_>, idx: usize, written: Option<Date>) -> Option<Counted> {
    if !scan.is_word(idx + 2, &["ago"]) || !scan.is_spaced(idx) || !scan.is_spaced(idx + 1) {
        return None;
    }
    let word = scan.word(idx);
    let n = match scan.number(idx) {
        Some((number, n_digits)) => i64::from(number).checked_mul(i64::from(n_digits <= 2))?,
        None if word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an") => 1,
        None => i64::try_from(NUMBERS.iter().position(|other| other.eq_ignore_ascii_case(word))? + 1).ok()?,
    };
    let is_guess = idx > 0 && scan.is_word(idx - 1, GUESSES)
        || scan.char_before(idx).is_some_and(|c| !c.is_whitespace() && !"(“\"‘'—–".contains(c));
    let is_round = n >= 10 && n % 5 == 0;
    let is_summed = scan.is_word(idx + 3, &["yesterday", "today", "tomorrow", "this", "on"])
        || names::whole_english_weekday(scan.word(idx + 3)).is_some();
    if n == 0 || is_guess || is_round || is_summed {
        return None;
    }
    let unit = scan.word(idx + 1).to_ascii_lowercase();
    match unit.as_str() {
        "day" | "days" => counted(written, 3, |day| Meaning::day(calendar::days_from(day, -n))),
        "month" | "months" => counted(written, 3, |day| calendar::month(day, -n).map(Meaning::Clear)),
        "year" | "years" => counted(written, 3, |day| calendar::year(day, -n).map(Meaning::Clear)),
        _ => None,
    }
}
