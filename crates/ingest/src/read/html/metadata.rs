//! What a page says about itself beside its text: JSON-LD, Open Graph and Dublin Core `meta`, `time`, `rel=author`.
//!
//! Where several say the same thing, the order is that of Readability (<https://github.com/mozilla/readability>):
//! JSON-LD, then the `meta` names in the order of the lists below, then the page's own elements.

use serde_json::Value;

use super::dom::{Dom, NodeId};
use super::evidence::parts;
use crate::read::{Field, Fields};

/// The names of `meta` elements (`name`, `property` or `itemprop`, in lower case), the most trusted first.
const TITLE: &[&str] = &[
    "dc:title",
    "dcterm:title",
    "dc.title",
    "dcterms.title",
    "og:title",
    "weibo:article:title",
    "weibo:webpage:title",
    "title",
    "twitter:title",
    "parsely-title",
    "citation_title",
];
const AUTHOR: &[&str] = &[
    "dc:creator",
    "dcterm:creator",
    "dc.creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "article:author",
    "og:article:author",
    "sailthru.author",
    "citation_author",
    "byl",
    "twitter:creator:name",
];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "article.published",
    "sailthru.date",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "dc:date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publicationdate",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "originalpublicationdate",
    "citation_publication_date",
    "citation_date",
    "date",
    "ptime",
    "displaydate",
    "dat",
    "article:published",
    "rnews:datepublished",
    "bt:pubdate",
    "created",
    "article:post_date",
];
const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
    "utime",
];
const SITE: &[&str] =
    &["og:site_name", "application-name", "citation_journal_title", "dc.publisher", "dc:publisher", "cre"];
const LANGUAGE: &[&str] =
    &["og:locale", "content-language", "dc.language", "dcterms.language", "inlanguage", "language"];

/// Types of schema.org that are documents: the articles and what pages call so.
const ARTICLE_TYPES: &[&str] = &[
    "AdvertiserContentArticle",
    "AnalysisNewsArticle",
    "APIReference",
    "Article",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "DiscussionForumPosting",
    "LiveBlogPosting",
    "MedicalScholarlyArticle",
    "NewsArticle",
    "OpinionNewsArticle",
    "Report",
    "ReportageNewsArticle",
    "ReviewNewsArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "TechArticle",
];

/// Longest byline on a page, in characters.
const MAX_BYLINE_LEN: usize = 100;

/// Deepest nesting of JSON-LD that is searched for an article.
const MAX_GRAPH_DEPTH: usize = 4;

/// Reads all that the page says about itself.
pub(super) fn metadata(dom: &Dom) -> Fields {
    let page = Page::of(dom);
    let article = page.article.as_ref();
    let json = |key: &str, value: Option<String>| {
        value.and_then(|value| Field::new(&value, &format!("the page's JSON-LD: {key}")))
    };
    let text = |key: &str| json(key, article.and_then(|article| article.get(key)).and_then(string));
    let title = json_title(dom, text("headline"), text("name")).filter(|title| !page.is_site_name(&title.value));
    Fields {
        title: title.or_else(|| page.meta(TITLE)).or_else(|| page_title(dom)).map(one_line),
        author: json("author", article.and_then(|article| names(article.get("author")?)))
            .or_else(|| page.meta(AUTHOR).filter(|author| !is_address(&author.value)))
            .or_else(|| byline(dom))
            .map(one_line),
        published: text("datePublished").or_else(|| page.meta(PUBLISHED)).or_else(|| time(dom)),
        updated: text("dateModified").or_else(|| page.meta(UPDATED)),
        source: page
            .meta(SITE)
            .or_else(|| json("publisher", article.and_then(|article| names(article.get("publisher")?))))
            .map(one_line),
        url: link(dom, "canonical")
            .and_then(|url| Field::new(&url, "the page's canonical address"))
            .or_else(|| page.meta(&["og:url", "twitter:url"]))
            .or_else(|| text("url"))
            .filter(|url| is_address(&url.value)),
        language: language(dom).or_else(|| page.meta(LANGUAGE)).or_else(|| text("inLanguage")),
        file_date: None,
    }
}

/// Some sites give their headline as the name and something else as the headline: the page's `title` tells.
fn json_title(dom: &Dom, headline: Option<Field>, name: Option<Field>) -> Option<Field> {
    let (Some(headline), Some(name)) = (&headline, &name) else { return headline.or(name) };
    let title = title_words(dom);
    let begins_title = |field: &Field| title.starts_with(&field.value.split_whitespace().collect::<Vec<_>>().join(" "));
    let better = if begins_title(name) && !begins_title(headline) { name } else { headline };
    Some(better.clone())
}

/// Values may be broken over lines in the page's source.
fn one_line(field: Field) -> Field {
    Field { value: field.value.split_whitespace().collect::<Vec<_>>().join(" "), ..field }
}

struct Page {
    /// Name in lower case, content.
    metas: Vec<(String, String)>,
    /// The object of the page's JSON-LD that is an article.
    article: Option<Value>,
    site_names: Vec<String>,
}

impl Page {
    fn of(dom: &Dom) -> Self {
        let mut page = Self { metas: Vec::new(), article: None, site_names: Vec::new() };
        for node in dom.descendants(dom.root()) {
            match dom.name(node) {
                "meta" => page.push_meta(dom, node),
                "script" if dom.attribute(node, "type").is_some_and(|kind| kind.trim() == "application/ld+json") => {
                    page.push_json(dom, node);
                }
                _ => {}
            }
        }
        page
    }

    fn push_meta(&mut self, dom: &Dom, node: NodeId) {
        let Some(content) = dom.attribute(node, "content").map(unescaped) else { return };
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            // A property may hold several names: "og:title dc:title".
            for name in dom.attribute(node, attribute).unwrap_or_default().split_whitespace() {
                self.metas.push((name.to_lowercase(), content.clone()));
            }
        }
    }

    fn push_json(&mut self, dom: &Dom, node: NodeId) {
        let text = dom.first_child(node).and_then(|child| dom.text(child)).unwrap_or_default().trim();
        let text = text.trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        let Ok(value) = serde_json::from_str::<Value>(text) else { return };
        if self.article.is_none() {
            self.article = article(&value, 0).cloned();
        }
        let mut sites = Vec::new();
        of_type(&value, "WebSite", 0, &mut sites);
        self.site_names.extend(sites.into_iter().filter_map(|site| string(site.get("name")?)));
    }

    /// The first of the names that the page gives a content.
    fn meta(&self, names: &[&str]) -> Option<Field> {
        names.iter().find_map(|name| {
            let found = self.metas.iter().filter(|(own, content)| own == name && !content.trim().is_empty());
            let mut contents: Vec<&str> = found.map(|(_, content)| content.trim()).collect();
            // Each of several writers has an element; of other things the first counts.
            contents.dedup();
            contents.truncate(if names == AUTHOR { 9 } else { 1 });
            Field::new(&contents.join("; "), &format!("the page's meta element: {name}"))
        })
    }

    fn is_site_name(&self, title: &str) -> bool {
        self.site_names.iter().any(|name| name == title)
    }
}

fn types(value: &Value) -> impl Iterator<Item = &str> {
    let types = match value.get("@type") {
        Some(Value::Array(types)) => types.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    types.iter().filter_map(Value::as_str).map(|name| name.rsplit('/').next().unwrap_or(name))
}

fn inner(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().collect(),
        Value::Object(object) => ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"]
            .into_iter()
            .filter_map(|key| object.get(key))
            .collect(),
        _ => Vec::new(),
    }
}

/// The first article in a JSON-LD value.
fn article(value: &Value, depth: usize) -> Option<&Value> {
    if types(value).any(|name| ARTICLE_TYPES.contains(&name)) {
        return Some(value);
    }
    if depth > MAX_GRAPH_DEPTH {
        return None;
    }
    inner(value).into_iter().find_map(|value| article(value, depth + 1))
}

fn of_type<'v>(value: &'v Value, name: &str, depth: usize, found: &mut Vec<&'v Value>) {
    if types(value).any(|own| own == name) {
        found.push(value);
    }
    if depth <= MAX_GRAPH_DEPTH {
        inner(value).into_iter().for_each(|value| of_type(value, name, depth + 1, found));
    }
}

fn string(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(unescaped(text)).filter(|text| !text.trim().is_empty()),
        Value::Array(values) => values.iter().find_map(string),
        _ => None,
    }
}

/// The names of people or organizations: words, an object with a name, or a list of these.
fn names(value: &Value) -> Option<String> {
    let all = match value {
        Value::Array(values) => values.iter().filter_map(names).collect(),
        Value::Object(object) => object.get("name").and_then(string).into_iter().collect(),
        value => string(value).filter(|name| !is_address(name)).into_iter().collect::<Vec<_>>(),
    };
    (!all.is_empty()).then(|| all.iter().map(|name| name.trim()).collect::<Vec<_>>().join(", "))
}

/// Contents that were escaped twice are common: `&amp;quot;`.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let Ok(dom) = Dom::parse(&format!("<body>{}", text.replace('<', "&lt;"))) else { return text.to_owned() };
    dom.descendants(dom.root()).filter_map(|node| dom.text(node)).collect()
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://") || text.starts_with("//")
}

fn first<'d>(dom: &'d Dom, holds: impl Fn(NodeId) -> bool + 'd) -> Option<NodeId> {
    dom.descendants(dom.root()).find(move |&node| holds(node))
}

fn link(dom: &Dom, rel: &str) -> Option<String> {
    let node = first(dom, |node| dom.name(node) == "link" && dom.attribute(node, "rel") == Some(rel))?;
    dom.attribute(node, "href").map(str::to_owned)
}

fn language(dom: &Dom) -> Option<Field> {
    let html = first(dom, |node| dom.name(node) == "html")?;
    let tag = dom.attribute(html, "lang").or_else(|| dom.attribute(html, "xml:lang"))?;
    Field::new(tag, "the page's lang attribute")
}

/// The words of the page's `title`.
fn title_words(dom: &Dom) -> String {
    let is_title = |node| dom.name(node) == "title" && !dom.ancestors(node).any(|up| dom.name(up) == "svg");
    first(dom, is_title).map(|node| dom.words(node, 1_000)).unwrap_or_default()
}

/// The page's `title` without the name of its site, as Readability takes it off.
fn page_title(dom: &Dom) -> Option<Field> {
    const BY: &str = "the page's title element";
    let whole = title_words(dom);
    let n_words = |text: &str| text.split_whitespace().count();
    let is_separator = |c: char| matches!(c, '|' | '-' | '–' | '—' | '\\' | '/' | '>' | '»');
    let cut = |at: usize, len: usize| (whole[..at].trim(), whole[at + len..].trim());
    // A separator stands between spaces.
    let parts = |at: usize, c: char| whole[..at].ends_with(' ') && whole[at + c.len_utf8()..].starts_with(' ');
    let marks: Vec<(usize, char)> = whole.char_indices().filter(|&(at, c)| is_separator(c) && parts(at, c)).collect();
    let is_heading = |title: &str| {
        dom.descendants(dom.root())
            .any(|node| matches!(dom.name(node), "h1" | "h2") && dom.words(node, 1_000).trim() == title)
    };
    let mut title = whole.as_str();
    if let (Some(&(first_at, first)), Some(&(last_at, last))) = (marks.first(), marks.last()) {
        title = cut(last_at, last.len_utf8()).0;
        if n_words(title) < 3 {
            title = cut(first_at, first.len_utf8()).1;
        }
    } else if whole.contains(": ") && !is_heading(&whole) {
        let last = whole.rfind(": ").map_or(whole.as_str(), |at| cut(at, 1).1);
        let (before, after) = whole.split_once(": ").unwrap_or((&whole, &whole));
        title = if n_words(last) >= 3 { last } else { after };
        if n_words(before) > 5 {
            title = &whole;
        }
    }
    let is_hierarchy = marks.iter().any(|(_, c)| matches!(c, '\\' | '/' | '>' | '»'));
    if n_words(title) <= 4 && (!is_hierarchy || n_words(title) + 1 != n_words(&whole) - marks.len()) {
        title = &whole;
    }
    Field::new(title, BY)
}

/// The first element that the page names as the writer's.
fn byline(dom: &Dom) -> Option<Field> {
    let is_byline = |node: NodeId| {
        let holds = |name: &str| dom.attribute(node, name).is_some_and(|value| value.to_lowercase().contains("author"));
        let names = ["class", "id"].into_iter().filter_map(|name| dom.attribute(node, name));
        let mut parts = names.flat_map(str::split_whitespace).flat_map(parts);
        let is_sign = |part: String| {
            ["byline", "author", "writtenby"].iter().any(|sign| part.starts_with(sign)) && !part.starts_with("authori")
        };
        dom.attribute(node, "rel") == Some("author") || holds("itemprop") || parts.any(is_sign)
    };
    dom.descendants(dom.root()).filter(|&node| !dom.name(node).is_empty() && is_byline(node)).find_map(|node| {
        if matches!(dom.name(node), "meta" | "link" | "body" | "html" | "script" | "style" | "img" | "input") {
            return None;
        }
        let named = dom
            .descendants(node)
            .find(|&inner| dom.attribute(inner, "itemprop").is_some_and(|value| value.contains("name")));
        let words = dom.words(named.unwrap_or(node), MAX_BYLINE_LEN * 4);
        let is_short = (2..MAX_BYLINE_LEN).contains(&words.chars().count());
        is_short.then(|| Field::new(&words, "the element that the page names as the author's"))?
    })
}

/// The first `time` that the page gives as its own, or the one in its header.
fn time(dom: &Dom) -> Option<Field> {
    let times: Vec<NodeId> = dom
        .descendants(dom.root())
        .filter(|&node| dom.name(node) == "time" || dom.attribute(node, "itemprop") == Some("datePublished"))
        .collect();
    let value = |node: NodeId| dom.attribute(node, "datetime").or_else(|| dom.attribute(node, "content"));
    let is_published = |node: &&NodeId| {
        dom.attribute(**node, "pubdate").is_some()
            || dom.attribute(**node, "itemprop").is_some_and(|value| value.eq_ignore_ascii_case("datePublished"))
            || ["class", "id"].into_iter().filter_map(|name| dom.attribute(**node, name)).any(|name| {
                let name = name.to_lowercase();
                name.contains("publish") || name.contains("posted") || name.contains("entry-date")
            })
    };
    let marked = times.iter().find(is_published).copied();
    // Without a mark, only a time that stands alone on the page can be the page's own.
    let alone = || {
        let mut days: Vec<&str> =
            times.iter().filter_map(|&node| value(node)).map(|day| day.get(..10).unwrap_or(day)).collect();
        days.dedup();
        (days.len() == 1).then(|| times[0])
    };
    let node = marked.or_else(alone)?;
    let words = value(node).map_or_else(|| dom.words(node, 100), str::to_owned);
    Field::new(&words, "the page's time element")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: [&str; 7]) {
        let found = metadata(&Dom::parse(html).expect("not deep"));
        let Fields { title, published, updated, url, source, author, language, .. } = found;
        let words = |field: Option<Field>| field.map(|field| field.value).unwrap_or_default();
        assert_eq!([title, author, published, updated, source, url, language].map(words), expected, "{html}");
    }

    #[test]
    fn json_ld_is_read_first() {
        check(
            r#"<html lang=en-GB><title>Rain | The Star</title><link rel=canonical href=https://star.example/rain>
            <meta property=og:title content="Rain, it is"><meta property=og:site_name content="The Star">
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "The Star"},
            {"@type": ["NewsArticle"], "headline": "Rain falls &amp; falls", "author": [{"name": "Ann Writer"},
            {"name": "Bob Poet"}], "datePublished": "2021-05-03T10:00:00Z", "dateModified": "2021-05-04"}]}</script>"#,
            [
                "Rain falls & falls",
                "Ann Writer, Bob Poet",
                "2021-05-03T10:00:00Z",
                "2021-05-04",
                "The Star",
                "https://star.example/rain",
                "en-GB",
            ],
        );
    }

    #[test]
    fn meta_elements_follow() {
        check(
            r#"<title>x</title><meta name="twitter:title" content="T"><meta property="dc:title og:title" content="D">
            <meta name=author content=https://star.example/ann><meta name=article:author content="Ann Writer">
            <meta property=article:published_time content=2021-05-03><meta property=og:locale content=en_US>"#,
            ["D", "", "2021-05-03", "", "", "", "en_US"],
        );
        check(
            "<script type='application/ld+json'>{broken</script><meta name=title content=T>",
            ["T", "", "", "", "", "", ""],
        );
    }

    #[test]
    fn the_page_itself_comes_last() {
        check("<title>Rain falls on the city | The Star</title>", ["Rain falls on the city", "", "", "", "", "", ""]);
        check("<title>Rain - Wikipedia</title>", ["Rain - Wikipedia", "", "", "", "", "", ""]);
        check("<title>The Star: Rain falls on us again</title>", ["Rain falls on us again", "", "", "", "", "", ""]);
        check(
            "<p class=byline>By <b>Ann Writer</b></p><time datetime=2021-05-03>",
            ["", "By Ann Writer", "2021-05-03", "", "", "", ""],
        );
        check("<time datetime=2021-05-03></time><time datetime=2021-05-09>", ["", "", "", "", "", "", ""]);
        check(
            "<time datetime=2021-05-03></time><time pubdate datetime=2021-05-09>",
            ["", "", "2021-05-09", "", "", "", ""],
        );
    }
}
