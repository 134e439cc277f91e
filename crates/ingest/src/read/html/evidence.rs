//! What the tree of a page says about each of its blocks: the elements and names around it, and how much prose and how
//! many links stand together with it. It weighs nothing; the cleaner does.

use super::blocks::{PageBlock, PageText};
use super::dom::{Dom, NodeId};

/// Landmarks and other elements around a block, in the order of [`Evidence::around`].
pub(crate) const ELEMENTS: &[&str] = &[
    "article",
    "main",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "figure",
    "ul",
    "ol",
    "dl",
    "table",
    "section",
    "blockquote",
    "button",
    "dialog",
    "address",
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "td",
    "pre",
    "figcaption",
    "span",
];

/// What the `class`, `id`, `role` and `itemprop` of an element can say, by the beginnings of their words. Names that
/// authors of pages give to parts of them, gathered from the pages' own usage and from the vocabularies of schema.org
/// and WAI-ARIA; general, and of no outlet.
pub(crate) const TOPICS: &[(Topic, &[&str])] = &[
    (
        Topic::Body,
        &[
            "articlebody",
            "storybody",
            "entrycontent",
            "postcontent",
            "articlecontent",
            "storycontent",
            "bodycopy",
            "articletext",
            "storytext",
            "bodytext",
            "maincontent",
            "posttext",
            "postbody",
            "contentbody",
            "entrybody",
            "articlecopy",
            "fulltext",
            "richtext",
            "bodycontent",
            "articlebodycontent",
            "textcontent",
        ],
    ),
    (
        Topic::Content,
        &[
            "content",
            "article",
            "story",
            "post",
            "entry",
            "text",
            "body",
            "paragraph",
            "main",
            "page",
            "blog",
            "news",
            "column",
            "detail",
        ],
    ),
    (
        Topic::Share,
        &[
            "share",
            "sharing",
            "social",
            "follow",
            "facebook",
            "twitter",
            "addthis",
            "sharedaddy",
            "tweet",
            "whatsapp",
            "pinterest",
            "like",
            "jp",
        ],
    ),
    (Topic::Comments, &["comment", "disqus", "discussion", "repl", "respond", "livefyre", "fbcomment", "conversation"]),
    (
        Topic::Related,
        &[
            "relat",
            "recommend",
            "also",
            "popular",
            "trending",
            "latest",
            "recent",
            "outbrain",
            "taboola",
            "readnext",
            "readmore",
            "readalso",
            "next",
            "prev",
            "more",
            "mostread",
            "mostviewed",
            "similar",
            "suggest",
            "top",
            "promoted",
            "zergnet",
            "revcontent",
            "teaser",
            "carousel",
            "list",
            "card",
            "feed",
            "headlines",
        ],
    ),
    (
        Topic::Navigation,
        &[
            "nav",
            "menu",
            "breadcrumb",
            "crumb",
            "topbar",
            "navbar",
            "masthead",
            "toolbar",
            "tab",
            "sitemap",
            "skip",
            "pager",
            "pagination",
            "header",
            "logo",
            "search",
            "drawer",
            "hamburger",
        ],
    ),
    (Topic::Footer, &["foot", "copyright", "legal", "colophon", "disclaimer", "terms"]),
    (
        Topic::Advert,
        &[
            "ad",
            "ads",
            "advert",
            "sponsor",
            "promo",
            "banner",
            "dfp",
            "gpt",
            "affiliate",
            "partner",
            "commercial",
            "marketing",
            "offer",
            "deal",
            "shop",
            "product",
            "buy",
        ],
    ),
    (Topic::Newsletter, &["newsletter", "subscri", "signup", "optin", "mailchimp", "email", "alert", "donat", "mc4wp"]),
    (
        Topic::Author,
        &[
            "author",
            "byline",
            "bio",
            "contributor",
            "writer",
            "reporter",
            "credits",
            "vcard",
            "profile",
            "avatar",
            "about",
        ],
    ),
    (Topic::Time, &["date", "time", "timestamp", "publish", "updated", "pubdate", "dateline", "posted"]),
    (
        Topic::Keywords,
        &[
            "tag", "tags", "categor", "topic", "keyword", "label", "kicker", "eyebrow", "meta", "info", "section",
            "taxonomy", "rubric",
        ],
    ),
    (
        Topic::Caption,
        &[
            "caption", "credit", "figure", "photo", "image", "img", "gallery", "slide", "picture", "media", "thumb",
            "lightbox",
        ],
    ),
    (Topic::Consent, &["cookie", "consent", "gdpr", "privacy", "onetrust", "ccpa"]),
    (
        Topic::Wall,
        &[
            "paywall",
            "login",
            "signin",
            "register",
            "modal",
            "popup",
            "overlay",
            "account",
            "membership",
            "meter",
            "gate",
            "lightbox",
            "dialog",
            "toast",
            "regwall",
            "piano",
        ],
    ),
    (Topic::Sidebar, &["sidebar", "side", "aside", "widget", "rail", "module", "complementary", "secondary", "right"]),
    (Topic::Player, &["video", "player", "audio", "podcast", "playlist", "jw", "youtube", "brightcove", "embed"]),
    (Topic::Headline, &["headline", "title", "heading", "hed"]),
    (
        Topic::Summary,
        &[
            "summary",
            "subtitle",
            "standfirst",
            "dek",
            "deck",
            "excerpt",
            "lead",
            "intro",
            "description",
            "subhead",
            "abstract",
            "teaser",
            "highlight",
            "keypoint",
        ],
    ),
    (Topic::Quote, &["quote", "pullquote", "blockquote"]),
    (
        Topic::Hidden,
        &["hidden", "hide", "invisible", "sr", "screenreader", "visuallyhidden", "print", "noscript", "mobile"],
    ),
];

/// What a name given to an element can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    Body,
    Content,
    Share,
    Comments,
    Related,
    Navigation,
    Footer,
    Advert,
    Newsletter,
    Author,
    Time,
    Keywords,
    Caption,
    Consent,
    Wall,
    Sidebar,
    Player,
    Headline,
    Summary,
    Quote,
    Hidden,
}

/// Nothing of the kind stands around the block.
pub(crate) const FAR: u8 = 9;

/// What the tree says about one block.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    /// How many elements out each of [`ELEMENTS`] is met: 0 for the block's own, [`FAR`] for not at all.
    pub(crate) around: [u8; ELEMENTS.len()],
    /// How many elements out each of [`TOPICS`] is met in a name, the page's body left out.
    pub(crate) topics: [u8; TOPICS.len()],
    /// How deep the block's element lies.
    pub(crate) depth: u32,
    /// What stands in the element around the block's own, and in the one around that.
    pub(crate) parent: Together,
    pub(crate) grandparent: Together,
    /// How many steps lead from the element with the most prose out to one that holds the block; 0 if it does itself.
    pub(crate) steps_to_candidate: u32,
    /// The same, from the smallest element that holds most of the page's prose.
    pub(crate) steps_to_prose: u32,
    /// The share of the page's prose that stands in the element with the most of it.
    pub(crate) candidate_share: f32,
}

/// What stands together in an element.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Together {
    pub(crate) n_blocks: u32,
    pub(crate) n_bytes: u32,
    pub(crate) n_link_bytes: u32,
    pub(crate) n_prose_bytes: u32,
}

/// A block of at least this many bytes, few of them in links, is prose.
const MIN_PROSE_LEN: u32 = 80;

/// The smallest element that holds this share of the prose, in percent, holds the story.
const PROSE_PERCENT: u64 = 75;

/// The evidence for each block of a page, in the order of the blocks.
pub(crate) fn evidence(dom: &Dom, page: &PageText) -> Vec<Evidence> {
    let mut together = vec![Together::default(); dom.n_nodes()];
    let mut scores = vec![0f32; dom.n_nodes()];
    for block in &page.blocks {
        let prose = prose_len(block);
        for (steps, node) in std::iter::once(block.element).chain(dom.ancestors(block.element)).enumerate() {
            let here = &mut together[node.idx()];
            here.n_blocks += 1;
            here.n_bytes += block.span.len();
            here.n_link_bytes += block.n_link_bytes;
            here.n_prose_bytes += prose;
            // The weights by distance are those of Readability: all to the parent, half to its parent, then a third
            // by the step. https://github.com/mozilla/readability
            if prose > 0 {
                let words = &page.text[block.span.range()];
                let n_commas = words.chars().filter(|c| matches!(c, ',' | '،' | '、' | '，')).count() as f32;
                let worth = 1.0 + n_commas + (prose as f32 / 100.0).min(3.0);
                scores[node.idx()] += match steps {
                    0 => 0.0,
                    1 => worth,
                    2 => worth / 2.0,
                    _ => worth / (3.0 * (steps - 1) as f32),
                };
            }
        }
    }
    let whole = together[dom.root().idx()];
    let candidate = page
        .blocks
        .iter()
        .flat_map(|block| dom.ancestors(block.element))
        .fold((0.0, dom.root()), |best, node| {
            let Together { n_bytes, n_link_bytes, .. } = together[node.idx()];
            let score = scores[node.idx()] * (1.0 - n_link_bytes as f32 / n_bytes.max(1) as f32);
            if score > best.0 { (score, node) } else { best }
        })
        .1;
    let enough = u64::from(whole.n_prose_bytes) * PROSE_PERCENT / 100;
    let mut prose = dom.root();
    while let Some(inner) =
        children(dom, prose).find(|child| enough > 0 && u64::from(together[child.idx()].n_prose_bytes) >= enough)
    {
        prose = inner;
    }
    let candidate_steps = steps_out(dom, candidate);
    let prose_steps = steps_out(dom, prose);
    let candidate_share = together[candidate.idx()].n_prose_bytes as f32 / whole.n_prose_bytes.max(1) as f32;
    let mut known = vec![None; dom.n_nodes()];
    let of_block = |block: &PageBlock| {
        let near = |steps: &[u32]| {
            let mut path = std::iter::once(block.element).chain(dom.ancestors(block.element));
            path.find_map(|node| Some(steps[node.idx()]).filter(|&steps| steps != u32::MAX)).unwrap_or(0)
        };
        let parent = dom.parent(block.element).unwrap_or(block.element);
        let grandparent = dom.parent(parent).unwrap_or(parent);
        let (around, topics) = surroundings(dom, block.element, &mut known);
        Evidence {
            around,
            topics,
            depth: dom.ancestors(block.element).count() as u32,
            parent: together[parent.idx()],
            grandparent: together[grandparent.idx()],
            steps_to_candidate: near(&candidate_steps),
            steps_to_prose: near(&prose_steps),
            candidate_share,
        }
    };
    page.blocks.iter().map(of_block).collect()
}

/// How many of a block's bytes count as prose.
fn prose_len(block: &PageBlock) -> u32 {
    let len = block.span.len();
    if len >= MIN_PROSE_LEN && block.n_link_bytes * 2 < len && !block.is_hidden { len } else { 0 }
}

fn children(dom: &Dom, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    std::iter::successors(dom.first_child(node), |&child| dom.next_sibling(child))
}

/// Per node: how many steps out of `from` it is met, or `u32::MAX` where it is not met.
fn steps_out(dom: &Dom, from: NodeId) -> Vec<u32> {
    let mut steps = vec![u32::MAX; dom.n_nodes()];
    for (step, node) in (0u32..).zip(std::iter::once(from).chain(dom.ancestors(from))) {
        steps[node.idx()] = step;
    }
    steps
}

/// Bits of the topics that an element's names are about.
type TopicBits = u32;

fn surroundings(
    dom: &Dom,
    element: NodeId,
    known: &mut [Option<TopicBits>],
) -> ([u8; ELEMENTS.len()], [u8; TOPICS.len()]) {
    let (mut around, mut topics) = ([FAR; ELEMENTS.len()], [FAR; TOPICS.len()]);
    let path = std::iter::once(element).chain(dom.ancestors(element));
    for (step, node) in path.enumerate() {
        let name = dom.name(node);
        if matches!(name, "body" | "html" | "") {
            break;
        }
        let step = u8::try_from(step).unwrap_or(FAR).min(FAR - 1);
        if let Some(at) = ELEMENTS.iter().position(|own| *own == name) {
            around[at] = around[at].min(step);
        }
        let bits = *known[node.idx()].get_or_insert_with(|| topics_of(dom, node));
        for (at, topic) in topics.iter_mut().enumerate().filter(|(at, _)| bits >> at & 1 == 1) {
            debug_assert!(at < TOPICS.len());
            *topic = (*topic).min(step);
        }
    }
    (around, topics)
}

fn topics_of(dom: &Dom, node: NodeId) -> TopicBits {
    let names = ["class", "id", "role", "itemprop", "data-component", "data-testid", "aria-label"];
    let mut bits = 0;
    for name in names.into_iter().filter_map(|name| dom.attribute(node, name)) {
        for class in name.split_whitespace().take(40) {
            let parts = parts(class);
            let joined = parts.concat();
            for (at, (topic, beginnings)) in TOPICS.iter().enumerate() {
                let is_met = match topic {
                    Topic::Body => beginnings.iter().any(|word| joined.contains(word)),
                    _ => parts.iter().any(|part| beginnings.iter().any(|word| begins(part, word))),
                };
                bits |= TopicBits::from(is_met) << at;
            }
        }
    }
    bits
}

/// Short words must be whole: `ad` is not the beginning of `address`.
fn begins(part: &str, word: &str) -> bool {
    if word.len() <= 4 { part == word || part.strip_suffix('s') == Some(word) } else { part.starts_with(word) }
}

/// The words of a name: `article-bodyText__p2` is `article`, `body`, `text`, `p`.
pub(super) fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut was_lower = false;
    for c in name.chars().take(80) {
        if (c.is_uppercase() && was_lower) || !c.is_alphabetic() {
            parts.push(String::new());
        }
        was_lower = c.is_lowercase();
        if let Some(part) = parts.last_mut().filter(|_| c.is_alphabetic()) {
            part.extend(c.to_lowercase());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::super::blocks::page_text;
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(parts("article-bodyText__p2"), ["article", "body", "text", "p"]);
        assert_eq!(parts("ADS"), ["ads"]);
        assert!(begins("ads", "ad") && !begins("address", "ad") && begins("related", "relat"));
    }

    #[test]
    fn the_element_with_the_prose_is_found() {
        let prose = format!("<p>{}</p>", "It rained, and it rained again, so nobody came to the square. ".repeat(3));
        let html = format!("<nav class=menu><a>Home</a></nav><div class='story'>{}</div>", prose.repeat(3));
        let dom = Dom::parse(&html).expect("not deep");
        let page = page_text(&dom);
        let found = evidence(&dom, &page);
        let topic = |at: usize, topic: Topic| {
            found[at].topics[TOPICS.iter().position(|(own, _)| *own == topic).expect("listed")]
        };
        assert_eq!(found.len(), 4);
        assert_eq!((found[0].steps_to_candidate, found[1].steps_to_candidate), (1, 0));
        assert_eq!((topic(0, Topic::Navigation), topic(1, Topic::Navigation)), (0, FAR));
        assert_eq!((topic(0, Topic::Content), topic(1, Topic::Content)), (FAR, 1));
        assert_eq!(found[1].parent.n_blocks, 3);
    }
}
