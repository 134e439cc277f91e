//! What on a page is not the story: weather, the page's own date and place, adverts, empty link lists, the outlet's words
//! about itself. Each rule looks at whole blocks, says its reason in words, and lets a doubtful block stay.

use corpus::model::{Attribute, Block, BlockKind, DateKind, Document};

use super::{is_story, remove};
use crate::lists;
use crate::structure::{dates, shifted};

const WEATHER: &str = "weather: a temperature alone on a line";
const PAGE_DATE: &str = "the page's own date: a date alone above the headline, beside other parts of the page's header";
const PAGE_PLACE: &str = "the page's own place: a place alone above the headline, beside the weather or the date";
const PAGE_ADDRESS: &str = "an address alone above the headline";
const PUBLISHED_LINE: &str = "a line that only says when the page was published";
const UPDATED_LINE: &str = "a line that only says when the page was changed";
const OUTLET_LINE: &str = "the outlet's name and address alone on a line";
const OUTLET_ABOUT: &str = "the outlet's words about itself, after its name and address";
const ADVERTISEMENT: &str = "the mark of an advertisement";
const LINK_LIST: &str = "the heading of a list of links";
const LINK: &str = "an entry in a list of links at the end of the page";
const SHARING: &str = "buttons for sharing, subscribing or signing in";
const COPYRIGHT: &str = "a copyright line";
const COOKIES: &str = "a notice about cookies";

/// Longest line that a rule about labels looks at, in bytes.
const MAX_LABEL_LEN: usize = 60;

/// Longest notice (cookies, copyright), in bytes.
const MAX_NOTICE_LEN: usize = 500;

/// A paragraph of at least this many bytes that ends as sentences do is taken for story.
const MIN_PROSE_LEN: usize = 80;

/// Marks the furniture among the blocks.
pub(crate) fn mark(document: &mut Document) {
    let text = std::mem::take(&mut document.text);
    let blocks = &mut document.blocks;
    mark_labels(&text, blocks);
    mark_page_header(&text, blocks);
    document.source = document.source.take().or_else(|| mark_outlet(&text, blocks));
    mark_trailing_links(&text, blocks);
    document.text = text;
}

/// What a date in furniture says about the document, by the reason the block was left out for.
pub(crate) fn date_kind(reason: &str) -> (DateKind, &'static str) {
    match reason {
        PUBLISHED_LINE => (DateKind::Published, "a line that says when the page was published"),
        UPDATED_LINE => (DateKind::Updated, "a line that says when the page was changed"),
        _ => (DateKind::Printed, "a date printed on the page outside of the story"),
    }
}

fn words<'t>(text: &'t str, block: &Block) -> &'t str {
    block.span.slice(text).unwrap_or_default()
}

/// Blocks that are furniture wherever they stand.
fn mark_labels(text: &str, blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|block| is_story(block) && block.kind != BlockKind::Headline) {
        if let Some(reason) = label_reason(words(text, block)) {
            remove(block, reason);
        }
    }
}

fn label_reason(line: &str) -> Option<&'static str> {
    if line.len() > MAX_NOTICE_LEN {
        return None;
    }
    let lower = line.to_lowercase();
    if is_cookie_notice(&lower) {
        return Some(COOKIES);
    }
    if is_copyright(&lower) {
        return Some(COPYRIGHT);
    }
    if line.len() > MAX_LABEL_LEN {
        return None;
    }
    let label = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if is_temperature(line) {
        return Some(WEATHER);
    }
    if let Some(reason) = lists::furniture_label(label) {
        return Some(match reason {
            "advertisement" => ADVERTISEMENT,
            "links" => LINK_LIST,
            _ => SHARING,
        });
    }
    dated_label(line)
}

/// `Published: 3 May 2015`, `Last updated on May 3, 2015 at 10:30`.
fn dated_label(line: &str) -> Option<&'static str> {
    let lower = line.to_lowercase();
    let labels = [
        ("published", PUBLISHED_LINE),
        ("posted", PUBLISHED_LINE),
        ("date published", PUBLISHED_LINE),
        ("updated", UPDATED_LINE),
        ("last updated", UPDATED_LINE),
        ("last modified", UPDATED_LINE),
    ];
    labels.into_iter().find_map(|(label, reason)| {
        let rest = lower.strip_prefix(label)?;
        let rest = rest.trim_start_matches([':', ' ']);
        let rest = rest.strip_prefix("on ").unwrap_or(rest);
        // Lower-casing can change lengths, so the date is cut from the line by how much is left of it.
        let tail = line.get(line.len().checked_sub(rest.len())?..)?;
        dates::is_date_alone(tail).then_some(reason)
    })
}

/// `53 F`, `12°C`, `-3 °`, `72 °F`.
fn is_temperature(line: &str) -> bool {
    let rest = line.strip_prefix(['-', '−', '+']).unwrap_or(line);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let unit: String = rest[digits..].chars().filter(|c| !c.is_whitespace()).collect();
    (1..=3).contains(&digits) && matches!(unit.as_str(), "F" | "C" | "°" | "°F" | "°C" | "ºF" | "ºC" | "℃" | "℉")
}

fn is_copyright(lower: &str) -> bool {
    let begins =
        ["©", "(c) 1", "(c) 2", "copyright ©", "copyright (c)", "copyright 1", "copyright 2", "all rights reserved"];
    begins.iter().any(|begin| lower.starts_with(begin)) && lower.len() < 300
}

fn is_cookie_notice(lower: &str) -> bool {
    let signs = [
        "we use cookies",
        "site uses cookies",
        "website uses cookies",
        "use of cookies",
        "accept cookies",
        "cookie policy",
    ];
    lower.len() < 400 && signs.iter().any(|sign| lower.contains(sign))
}

/// Above the headline: dates, places and addresses alone on a line, as far as they stand together from the top.
fn mark_page_header(text: &str, blocks: &mut [Block]) {
    let reason_of = |block: &Block| {
        let line = words(text, block);
        match () {
            () if !is_story(block) => Some(""),
            () if line.len() > MAX_LABEL_LEN * 2 => None,
            () if dates::is_date_alone(line) => Some(PAGE_DATE),
            () if lists::is_place_line(line) => Some(PAGE_PLACE),
            () if is_address(line) => Some(PAGE_ADDRESS),
            () => None,
        }
    };
    let reasons: Vec<_> = blocks.iter().map_while(reason_of).collect();
    // One lonely line at the top may be all there is to the document, or its headline.
    let is_header =
        reasons.len() >= 2 && reasons.len() < blocks.len() && reasons.iter().any(|&reason| reason != PAGE_PLACE);
    if is_header {
        for (block, reason) in blocks.iter_mut().zip(reasons).filter(|(_, reason)| !reason.is_empty()) {
            remove(block, reason);
        }
    }
}

fn is_address(line: &str) -> bool {
    (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www."))
        && !line.contains(char::is_whitespace)
}

/// The line with the outlet's name and its address, and what the outlet says about itself after it. Returns the outlet.
fn mark_outlet(text: &str, blocks: &mut [Block]) -> Option<Attribute> {
    let (idx, len) = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| is_story(block))
        .find_map(|(idx, block)| Some((idx, outlet_name_len(words(text, block))?)))?;
    let span = shifted(0, len, blocks[idx].span.start())?;
    let name = span.slice(text)?.to_owned();
    remove(&mut blocks[idx], OUTLET_LINE);
    for block in blocks[idx + 1..].iter_mut().take(2).filter(|block| is_story(block)) {
        if is_about_outlet(words(text, block), &name) {
            remove(block, OUTLET_ABOUT);
        }
    }
    Some(Attribute {
        text: name,
        span: Some(span),
        by: "the name before the address in the outlet's own line".to_owned(),
    })
}

/// How long the name is in a line that is a name and an address and nothing else.
fn outlet_name_len(line: &str) -> Option<usize> {
    if line.len() > MAX_LABEL_LEN * 3 {
        return None;
    }
    let address = ["http://", "https://", "www."].iter().filter_map(|begin| line.find(begin)).min()?;
    let name = line[..address].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '|' | ':'));
    let n_words = name.split_whitespace().count();
    let is_name = (1..=8).contains(&n_words)
        && name.starts_with(char::is_uppercase)
        && name.split_whitespace().all(|word| word.starts_with(|c: char| !c.is_lowercase()) || word.len() <= 3)
        && !name.ends_with(['.', ',', '!', '?']);
    (is_name && !line[address..].contains(char::is_whitespace)).then_some(name.len())
}

/// Whether the paragraph names the outlet and says what kind of medium it is.
fn is_about_outlet(paragraph: &str, outlet: &str) -> bool {
    let lower = paragraph.to_lowercase();
    let says_what =
        [" is the ", " is a ", " is an ", " are the ", " was founded ", " provides ", " covers ", " delivers "];
    let media = [
        "news",
        "magazine",
        "newspaper",
        "media",
        "journal",
        "publication",
        "website",
        "publisher",
        "broadcaster",
        "blog",
        "readers",
        "information resource",
    ];
    lower.contains(&outlet.to_lowercase())
        && says_what.iter().any(|sign| lower.contains(sign))
        && media.iter().any(|sign| lower.contains(sign))
}

/// Under the heading of a link list, with no prose after it: the short lines up to the end are its entries.
fn mark_trailing_links(text: &str, blocks: &mut [Block]) {
    let last_prose = blocks.iter().rposition(|block| is_story(block) && is_prose(words(text, block)));
    let Some(after) = last_prose.map(|idx| idx + 1) else { return };
    let heading = blocks[after..].iter().position(|block| block.reason.as_deref() == Some(LINK_LIST));
    if let Some(heading) = heading {
        for block in blocks[after + heading..].iter_mut().filter(|block| is_story(block)) {
            remove(block, LINK);
        }
    }
}

fn is_prose(paragraph: &str) -> bool {
    paragraph.len() >= MIN_PROSE_LEN
        || paragraph.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', '…', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, furniture: &[&str]) {
        let blocks = text.split('\n').scan(0, |start, line| {
            let span = shifted(*start, *start + line.len(), 0);
            *start += line.len() + 1;
            span.map(|span| Block { span, kind: BlockKind::Paragraph, reason: None })
        });
        let blocks = blocks.filter(|block| !block.span.is_empty()).collect();
        let mut document = Document { text: text.to_owned(), blocks, ..Document::default() };
        mark(&mut document);
        let found: Vec<_> =
            document.blocks.iter().filter(|block| !is_story(block)).map(|block| words(text, block)).collect();
        assert_eq!(found, furniture, "{text}");
    }

    #[test]
    fn the_page_header_goes_where_its_parts_stand_together() {
        check("12°C\nParis\nMonday, 3 May 2021\nRain Falls\nIt rained.", &["12°C", "Paris", "Monday, 3 May 2021"]);
        check("Paris\nIt rained.", &[]);
        check("3 May 2021\nIt rained.", &[]);
        check("Rain Falls\nParis\nIt rained.", &[]);
        check("It was\n53 F\nwarm.", &["53 F"]);
    }

    #[test]
    fn labels_go_and_sentences_that_hold_them_stay() {
        check("It rained.\n- Advertisement -\nIt stopped.", &["- Advertisement -"]);
        check("Share this:\nThe advertisement ran for weeks.", &["Share this:"]);
        check(
            "We use cookies to make this site better. OK\nCookies are baked.",
            &["We use cookies to make this site better. OK"],
        );
        check(
            "© 2020 The Daily. All rights reserved.\nCopyright law is old.",
            &["© 2020 The Daily. All rights reserved."],
        );
        check("Published: 3 May 2021\nPublished authors came.", &["Published: 3 May 2021"]);
    }

    #[test]
    fn the_outlet_line_takes_the_outlets_words_about_itself_with_it() {
        let about = "The Daily Star is a magazine for people who like rain.";
        check(
            &format!("It rained.\nThe Daily Starhttp://star.example\n{about}"),
            &["The Daily Starhttp://star.example", about],
        );
        check(&format!("It rained.\n{about}"), &[]);
        check("See the report at http://star.example\nIt rained.", &[]);
        check("It rained.\nStar https://star.example\nThe star shines at night.", &["Star https://star.example"]);
    }

    #[test]
    fn link_lists_at_the_end_go_with_their_entries_and_never_a_story() {
        check(
            "It rained.\nRelated Articles\nSnow Falls\nWind Blows",
            &["Related Articles", "Snow Falls", "Wind Blows"],
        );
        check("It rained.\nRelated Articles\nSnow Falls\nThen it stopped.", &["Related Articles"]);
    }
}
