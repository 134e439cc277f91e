//! The notebook as something to hand over: one HTML file that needs nothing else, or Markdown.

use std::fmt::Write;

use crate::notebook::{Entry, Notebook};
use crate::{i18n, text};

/// A notebook, the fingerprint of the collection that it was made from, and where its entries are.
#[derive(Clone, Copy, Debug)]
pub struct Brief<'b> {
    /// What is handed over.
    pub book: &'b Notebook,
    /// The fingerprint.
    pub fingerprint: &'b str,
    /// The address of each entry.
    pub addresses: &'b [String],
}

const STYLE: &str = "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.5 Georgia,serif}\
blockquote{margin:0;padding-inline-start:1rem;border-inline-start:.2rem solid #999;white-space:pre-line}\
li{margin-block:1.5rem;break-inside:avoid}p{white-space:pre-line}small{color:#555;font:.9rem/1.4 sans-serif;\
overflow-wrap:anywhere}@media (prefers-color-scheme:dark){body{background:#16181b;color:#e8e6e1}\
small{color:#b0aea8}a{color:#8fc3f2}}";

impl Brief<'_> {
    fn title(&self) -> String {
        text!("brief-title", collection = &self.book.collection)
    }

    /// One page of HTML. Everything in it is text; it loads nothing.
    pub fn to_html(&self) -> String {
        let (language, title) = (i18n::language(), escaped(&self.title()));
        let mut html = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" \
             content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<ol>\n",
            language.tag(),
            language.dir()
        );
        for (entry, address) in self.book.entries.iter().zip(self.addresses) {
            html.push_str("<li>\n");
            if !entry.words.is_empty() {
                let _ = writeln!(html, "<blockquote dir=\"auto\">{}</blockquote>", escaped(&entry.words));
            }
            let _ = writeln!(html, "<p><small>{}</small></p>", escaped(&source(entry)));
            if !entry.note.is_empty() {
                let _ = writeln!(html, "<p dir=\"auto\">{}</p>", escaped(&entry.note));
            }
            let address = escaped(address);
            let _ = writeln!(html, "<p><small><a href=\"{address}\">{address}</a></small></p>\n</li>");
        }
        let collection = escaped(&text!("brief-collection", hash = self.fingerprint));
        let _ = write!(html, "</ol>\n<p><small>{collection}</small></p>\n</body>\n</html>\n");
        html
    }

    /// Markdown, as CommonMark reads it.
    pub fn to_markdown(&self) -> String {
        let mut text = format!("# {}\n", plain(&self.title()));
        for (entry, address) in self.book.entries.iter().zip(self.addresses) {
            text.push('\n');
            for line in entry.words.lines() {
                let _ = writeln!(text, "> {}", plain(line));
            }
            if !entry.words.is_empty() {
                text.push('\n');
            }
            let _ = writeln!(text, "{}  \n<{}>", plain(&source(entry)), address.replace(['<', '>', ' '], ""));
            if !entry.note.is_empty() {
                text.push('\n');
                for line in entry.note.lines() {
                    let _ = writeln!(text, "{}", plain(line));
                }
            }
            text.push_str("\n---\n");
        }
        let _ = write!(text, "\n{}\n", plain(&text!("brief-collection", hash = self.fingerprint)));
        text
    }
}

fn source(entry: &Entry) -> String {
    let title = if entry.search.is_empty() { entry.title.clone() } else { text!("brief-search", title = &entry.title) };
    if entry.source.is_empty() { title } else { text!("brief-source", title = title, source = &entry.source) }
}

/// Text as HTML and XML have it. Control characters have no place there at all.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Text of which Markdown makes nothing.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if "\\`*_{}[]<>()#+-.!|~&".contains(letter) {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    const HOSTILE: &str = "<script>alert(1)</script> & \"quoted\" *stars* [a](javascript:b) \u{1}# one\n> two";

    fn book() -> Notebook {
        let mut book = Notebook::new(HOSTILE);
        let own = || HOSTILE.to_owned();
        book.entries.push(Entry { title: own(), source: own(), words: own(), note: own(), ..Entry::default() });
        book
    }

    #[test]
    fn nothing_that_was_written_becomes_markup() {
        let book = book();
        let brief = Brief { book: &book, fingerprint: HOSTILE, addresses: &["https://a.example/\"#/a/x".to_owned()] };
        let html = brief.to_html();
        assert_eq!(html.matches("<script").count(), 0);
        assert_eq!(html.matches("&lt;script&gt;alert(1)").count(), 7, "{html}");
        assert!(html.contains("href=\"https://a.example/&quot;#/a/x\""));
    }

    #[test]
    fn markdown_reads_as_it_was_written() {
        let book = book();
        let brief = Brief { book: &book, fingerprint: HOSTILE, addresses: &["https://a.example/#/a/x".to_owned()] };
        let text = brief.to_markdown();
        let read: Vec<_> = pulldown_cmark::Parser::new(&text).collect();
        let tags = |wanted: fn(&pulldown_cmark::Tag<'_>) -> bool| {
            read.iter().filter(|event| matches!(event, pulldown_cmark::Event::Start(tag) if wanted(tag))).count()
        };
        assert_eq!(tags(|tag| matches!(tag, pulldown_cmark::Tag::Heading { .. })), 1);
        assert_eq!(tags(|tag| matches!(tag, pulldown_cmark::Tag::BlockQuote(_))), 1);
        assert_eq!(tags(|tag| matches!(tag, pulldown_cmark::Tag::Link { .. })), 1, "the address alone");
        assert_eq!(tags(|tag| matches!(tag, pulldown_cmark::Tag::Emphasis)), 0);
        let html = |event: &&pulldown_cmark::Event<'_>| {
            matches!(event, pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_))
        };
        assert_eq!(read.iter().filter(html).count(), 0);
    }
}
