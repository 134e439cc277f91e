//! Words for why a block is not the story: from what the page calls the part it stands in, from what it says, or from
//! where it stands.

use super::features::Counts;
use crate::read::html::{ELEMENTS, Evidence, FAR, TOPICS, Topic};

/// What the nearest telling element or name around a block calls it. `words` settles what a name alone cannot.
pub(super) fn of_page(evidence: &Evidence, words: &str) -> Option<&'static str> {
    let nearest = TOPICS
        .iter()
        .zip(evidence.topics)
        .filter(|((topic, _), steps)| *steps < FAR && topic_reason(*topic).is_some())
        .min_by_key(|(_, steps)| *steps)
        .map(|((topic, _), steps)| (topic_reason(*topic), steps));
    let landmark = ["nav", "footer", "aside", "form", "figcaption", "button", "dialog"]
        .into_iter()
        .filter_map(|name| Some((element_reason(name)?, *evidence.around.get(index(name)?)?)))
        .filter(|(_, steps)| *steps < FAR)
        .min_by_key(|(_, steps)| *steps);
    match (nearest, landmark, of_words(words)) {
        (_, _, Some(reason)) => Some(reason),
        (Some((reason, steps)), Some((_, other)), _) if steps <= other => reason,
        (_, Some((reason, _)), _) => Some(reason),
        (Some((reason, _)), None, _) => reason,
        (None, None, None) => None,
    }
}

fn index(name: &str) -> Option<usize> {
    ELEMENTS.iter().position(|own| *own == name)
}

fn element_reason(name: &str) -> Option<&'static str> {
    Some(match name {
        "nav" => "the page's navigation",
        "footer" => "the foot of the page",
        "aside" => "a box beside the story",
        "form" | "button" => "a form or a button",
        "figcaption" => "the caption or credit of a picture",
        "dialog" => "a window over the page",
        _ => return None,
    })
}

fn topic_reason(topic: Topic) -> Option<&'static str> {
    Some(match topic {
        Topic::Body | Topic::Content | Topic::Quote | Topic::Headline => return None,
        Topic::Share => "buttons for sharing and following",
        Topic::Comments => "comments of readers",
        Topic::Related => "links to other stories",
        Topic::Navigation => "the page's navigation",
        Topic::Footer => "the foot of the page",
        Topic::Advert => "an advertisement",
        Topic::Newsletter => "an offer to subscribe",
        Topic::Author => "a note about the author",
        Topic::Time => "the page's line with the date",
        Topic::Keywords => "the page's keywords and sections",
        Topic::Caption => "the caption or credit of a picture",
        Topic::Consent => "a notice about cookies",
        Topic::Wall => "a request to sign in or register",
        Topic::Sidebar => "a box beside the story",
        Topic::Player => "the label of a video or recording",
        Topic::Summary => "the page's summary of the story",
        Topic::Hidden => "text that the page does not show",
    })
}

/// Signs in a block's own words, in lower case; the first that is met gives the reason.
const SIGNS: &[(&str, &[&str])] = &[
    (
        "a copyright line",
        &["all rights reserved", "©", "copyright 2", "copyright 1", "may not be reproduced", "without permission"],
    ),
    ("a notice about cookies", &["cookies", "cookie policy", "gdpr"]),
    (
        "comments of readers",
        &[
            "leave a comment",
            "post a comment",
            "leave a reply",
            "add a comment",
            "comments are closed",
            "view comments",
            "join the conversation",
            "reply to this",
            "your email address will not be published",
        ],
    ),
    (
        "an offer to subscribe",
        &[
            "subscribe",
            "newsletter",
            "sign up",
            "inbox",
            "free trial",
            "get the latest",
            "donate",
            "become a member",
            "support our",
        ],
    ),
    ("a request to sign in or register", &["sign in", "log in", "login", "register to", "create an account"]),
    (
        "buttons for sharing and following",
        &[
            "share this",
            "share on",
            "follow us",
            "follow me",
            "on facebook",
            "on twitter",
            "tweet this",
            "email this",
            "print this",
            "whatsapp",
            "like us on",
        ],
    ),
    (
        "links to other stories",
        &[
            "read more",
            "read also",
            "also read",
            "related:",
            "see also",
            "more from",
            "you may also like",
            "you might also like",
            "recommended",
            "most read",
            "most popular",
            "trending",
            "up next",
            "read next",
            "don't miss",
            "previous article",
            "next article",
            "more stories",
            "watch:",
            "see more",
        ],
    ),
    ("an advertisement", &["advertisement", "sponsored", "promoted", "affiliate", "we may earn", "commission"]),
    (
        "the caption or credit of a picture",
        &[
            "getty images",
            "photo:",
            "photo by",
            "photograph by",
            "image credit",
            "(photo",
            "image:",
            "picture:",
            "file photo",
            "photo credit",
            "courtesy of",
        ],
    ),
    (
        "a note about the author",
        &[
            "is a reporter",
            "is a writer",
            "is a freelance",
            "is an editor",
            "is the editor",
            "is a contributor",
            "staff writer",
            "covers the",
            "you can reach",
            "contact the author",
            "about the author",
        ],
    ),
];

/// What a block says of itself; long ones are prose that may speak of anything.
pub(super) fn of_words(words: &str) -> Option<&'static str> {
    if words.len() > 300 {
        return None;
    }
    let lower = words.to_lowercase();
    SIGNS.iter().find(|(_, signs)| signs.iter().any(|sign| lower.contains(sign))).map(|(reason, _)| *reason)
}

/// What the place of a line says: before the story's first line, after its last, or between.
pub(super) fn of_place(counts: &Counts, is_before: bool, is_after: bool) -> &'static str {
    let is_short = counts.words <= 8.0 && counts.is_ended == 0.0;
    match (is_before, is_after) {
        _ if counts.has_date > 0.0 && is_short => "the page's line with the date",
        _ if counts.starts_with_by > 0.0 && is_short => "the page's line with the author",
        (true, _) if is_short => "a short line above the story, as in menus and headers",
        (true, _) => "text above the story that is not part of it",
        (_, true) if is_short => "a short line below the story, as in lists of links and footers",
        (_, true) => "text below the story that is not part of it",
        _ if is_short => "a short line between paragraphs, as links and labels are",
        _ => "text between paragraphs that does not go on with the story",
    }
}
