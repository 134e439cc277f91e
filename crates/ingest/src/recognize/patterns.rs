//! What is known by its shape alone: web and e-mail addresses, telephone numbers, amounts of money, handles, hashtags.
//!
//! It knows no names and no words but units of money. Every pattern is read in time linear to the text.

use std::sync::LazyLock;

use corpus::model::{Document, EntityKind};
use linkify::{LinkFinder, LinkKind};
use regex::Regex;

use super::Found;
use crate::structure::shifted;

/// One kind of pattern: the name that readers see, how sure it is in percent, and what it looks like. The first group
/// is what is found.
struct Pattern {
    kind: EntityKind,
    by: &'static str,
    confidence: u8,
    regex: Regex,
    is_sound: fn(&str) -> bool,
}

/// Signs of money, and codes of ISO 4217 for what news most often count in.
const MONEY: &str = r"(?x)
    (?: ^ | [^\w.,] )
    (
        (?: (?: US | AU | CA | HK | NZ | NT | A | C | S | R )? [$] | [€£¥₹₽₩₪₺₦₱₫₴฿] | (?: USD | EUR | GBP | JPY | CNY
            | RMB | CHF | AUD | CAD | INR | RUB | BRL | ZAR | KES | NGN | SAR | AED | TRY | PKR ) \x20? | (?-x:Rs\.? ?) )
        NUMBER (?: [\x20-]? SCALE \b | (?: bn | mn | tn | m | b | k ) \b )?
    |
        NUMBER (?: [\x20-] SCALE )? \x20
        (?: (?: US | U[.]S[.] | Australian | Canadian ) \x20 )?
        (?: dollars? | euros? | pounds? | yen | yuan | roubles? | rubles? | rupees? | francs? | dinars? | rials? | riyals?
          | dirhams? | shillings? | naira | rand | pesos? | lira | shekels? | cents? | USD | EUR | GBP ) \b
    )";

/// Patterns that are regular; addresses are found by `linkify`.
static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let money = MONEY
        .replace("NUMBER", r"(?: [0-9]{1,3} (?: ,[0-9]{2,3} )+ | [0-9]+ ) (?: \.[0-9]+ )?")
        .replace("SCALE", "(?: hundred | thousand | million | billion | trillion | mln | bln | crore | lakh )");
    let pattern = |kind, by, confidence, regex: &str, is_sound| {
        let regex = Regex::new(regex).expect("the patterns of this file are regular expressions");
        Pattern { kind, by, confidence, regex, is_sound }
    };
    vec![
        // A name on a platform, or one with its server, as in the fediverse.
        pattern(
            EntityKind::Handle,
            "written as a handle: @ and a name",
            95,
            r"(?:^|[^\w@/.])(@[A-Za-z0-9_]{2,30}(?:@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})?)",
            has_letter,
        ),
        // As Unicode's annex 31 has it: `#` and letters, digits, underscores.
        pattern(
            EntityKind::Hashtag,
            "written as a hashtag: # and a word",
            95,
            r"(?:^|[^\w#&/])([#＃][\w]+)",
            has_letter,
        ),
        // Numbers with their country's code hold at most 15 digits (ITU-T E.164).
        pattern(
            EntityKind::Phone,
            "shaped as a telephone number with a country's code",
            90,
            r"(?:^|[^\w+])(\+[1-9][0-9]{0,2}[ .-]?(?:\([0-9]{1,4}\)[ .-]?)?[0-9]{1,5}(?:[ .-]?[0-9]{2,5}){1,5})",
            |digits| (8..=15).contains(&n_digits(digits)),
        ),
        // Area codes and exchanges of the North American Numbering Plan do not begin with 0 or 1.
        pattern(
            EntityKind::Phone,
            "shaped as a North American telephone number",
            80,
            r"(?:^|[^\w.+-])((?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[ .-])[2-9][0-9]{2}[.-][0-9]{4})",
            |_| true,
        ),
        pattern(EntityKind::Money, "a number with a unit of money", 95, &money, |_| true),
    ]
});

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn n_digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// All patterns in a document's sentences, in text order; none overlaps another.
pub(super) fn mentions(document: &Document) -> Vec<Found> {
    // Looked for apart: scraped text has web addresses without a scheme, and as such `ann.writer` is read in
    // `ann.writer+news@example.org`.
    let (mut addresses, mut mailboxes) = (LinkFinder::new(), LinkFinder::new());
    addresses.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
    mailboxes.kinds(&[LinkKind::Email]);
    let mut all = Vec::new();
    for sentence in &document.sentences {
        let text = sentence.span.slice(&document.text).unwrap_or_default();
        if !text.bytes().any(|byte| byte.is_ascii_digit() || byte >= 0x80 || b"@#.:".contains(&byte)) {
            continue;
        }
        let mut here: Vec<Found> = Vec::new();
        let mut push = |start, end, kind, by: &str, confidence| {
            let span = shifted(start, end, sentence.span.start());
            here.extend(span.map(|span| Found { span, kind, by: by.to_owned(), confidence }));
        };
        for link in mailboxes.links(text) {
            // A space that does not break is a letter to `linkify`.
            let len = link.as_str().rsplit(char::is_whitespace).next().map_or(0, str::len);
            push(link.end() - len, link.end(), EntityKind::Email, "shaped as an e-mail address", 98);
        }
        for link in addresses.links(text).filter(|link| is_address(link.as_str())) {
            push(link.start(), link.end(), EntityKind::Url, "shaped as a web address", 98);
        }
        for Pattern { kind, by, confidence, regex, is_sound } in PATTERNS.iter() {
            for found in regex.captures_iter(text).filter_map(|captures| captures.get(1)) {
                if is_sound(found.as_str()) && !is_cut(&text[found.end()..], *kind) {
                    push(found.start(), found.end(), *kind, by, *confidence);
                }
            }
        }
        // Of those that begin at one place the first found stays: patterns stand in the order of their sureness.
        here.sort_by_key(|found| found.span.start());
        let mut end = 0;
        all.extend(here.into_iter().filter(|found| {
            let is_free = found.span.start() >= end;
            end = if is_free { found.span.end() } else { end };
            is_free
        }));
    }
    all
}

/// Whether more follows that shows the found thing to be something else: digits after a telephone number.
fn is_cut(rest: &str, kind: EntityKind) -> bool {
    let mut rest = rest.chars();
    let (next, after) = (rest.next(), rest.next());
    match kind {
        EntityKind::Phone => {
            next.is_some_and(|c| c.is_alphanumeric() || c == '-' && after.is_some_and(char::is_numeric))
        }
        _ => false,
    }
}

/// Whether a link is a web address and not a full stop without a space behind it (`end.Next`).
fn is_address(link: &str) -> bool {
    let (host, path) = link.split_at(link.find('/').unwrap_or(link.len()));
    let ending = host.rsplit('.').next().unwrap_or_default();
    let is_lower = !host.contains(char::is_uppercase);
    link.contains("://")
        || host.starts_with("www.")
        || is_lower && (!path.is_empty() || COMMON_ENDINGS.contains(&ending))
}

/// Top-level domains that a host without `www.` or a path must have to count. From the registry's oldest generic ones
/// and country codes that are no English words.
const COMMON_ENDINGS: [&str; 28] = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "eu", "uk", "de", "fr", "ru", "cn", "jp", "br", "ca",
    "au", "ch", "nl", "se", "pl", "tv", "io", "co", "me", "news", "app",
];

/// What forms of one pattern share, or `None` for kinds that are names.
pub(crate) fn identity(kind: EntityKind, text: &str) -> Option<String> {
    let lower = || text.to_lowercase();
    match kind {
        EntityKind::Url => {
            let lower = lower();
            let bare = lower.split_once("://").map_or(lower.as_str(), |(_, bare)| bare);
            Some(bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/').to_owned())
        }
        EntityKind::Phone => Some(text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()),
        EntityKind::Money => Some(lower().split_whitespace().collect::<Vec<_>>().join(" ")),
        EntityKind::Email | EntityKind::Handle | EntityKind::Hashtag => Some(lower()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Received;
    use crate::structure::structure;

    fn check(text: &str, expected: &[(&str, EntityKind)]) {
        let document = structure(Received { text: text.to_owned(), ..Received::default() });
        let found: Vec<_> =
            mentions(&document).iter().map(|f| (f.span.slice(&document.text).expect("in the text"), f.kind)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn addresses_end_where_a_reader_would_end_them() {
        use EntityKind::{Email, Url};
        check(
            "See https://example.org/a_(b)?c=d, or www.example.org.",
            &[("https://example.org/a_(b)?c=d", Url), ("www.example.org", Url)],
        );
        check("Write to ann.writer+news@mail.example.co.uk today.", &[("ann.writer+news@mail.example.co.uk", Email)]);
        check("Ann\u{a0}Writer\u{a0}ann@example.org", &[("ann@example.org", Email)]);
        check("He read it on example.com and left.", &[("example.com", Url)]);
        check("It came to an end.Next it rained, e.g. in Rainford, at 4.5 percent.", &[]);
    }

    #[test]
    fn handles_and_hashtags_have_letters_and_stand_alone() {
        use EntityKind::{Handle, Hashtag};
        check(
            "Via @ann_writer and @ann@social.example.org: #Rain2022!",
            &[("@ann_writer", Handle), ("@ann@social.example.org", Handle), ("#Rain2022", Hashtag)],
        );
        check("It is #1, at 5 @ 3 and a&#39;b. The number is @12.", &[]);
        check("#صنعاء is rainy.", &[("#صنعاء", Hashtag)]);
    }

    #[test]
    fn telephone_numbers_need_a_code_or_their_usual_shape() {
        use EntityKind::Phone;
        check(
            "Call +44 20 7946 0958 or (202) 555-0147 or 202-555-0147.",
            &[("+44 20 7946 0958", Phone), ("(202) 555-0147", Phone), ("202-555-0147", Phone)],
        );
        check("From 2014-2015 it fell by 200 to 1234567890, +5 or 978-2-555-01234-7.", &[]);
    }

    #[test]
    fn amounts_have_a_number_and_a_unit() {
        use EntityKind::Money;
        check(
            "It cost $1.5 million, €20, US$3bn, Rs 5 crore and 4,200 dollars.",
            &[
                ("$1.5 million", Money),
                ("€20", Money),
                ("US$3bn", Money),
                ("Rs 5 crore", Money),
                ("4,200 dollars", Money),
            ],
        );
        check("He won 5 million votes with 20 percent, and a pound of rice.", &[]);
    }

    #[test]
    fn forms_of_one_address_are_the_same() {
        for (kind, a, b) in [
            (EntityKind::Url, "https://www.Example.org/", "example.org"),
            (EntityKind::Phone, "+44 20 7946 0958", "+44-20-79460958"),
            (EntityKind::Handle, "@Ann", "@ann"),
            (EntityKind::Money, "$5  million", "$5 Million"),
        ] {
            assert_eq!(identity(kind, a), identity(kind, b));
        }
        assert_ne!(identity(EntityKind::Money, "$5"), identity(EntityKind::Money, "€5"));
        assert_eq!(identity(EntityKind::Person, "Ann"), None);
    }
}
