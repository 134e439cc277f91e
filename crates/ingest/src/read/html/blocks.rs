//! From the tree of a page to its text in blocks. Everything that a reader of the page could see becomes text, in the
//! order of the page; which of it is the story is decided elsewhere.

use corpus::model::BlockKind;
use corpus::span::ByteSpan;

use super::dom::{Dom, NodeId};

/// A block of the page's text, and where it stands in the tree.
#[derive(Clone, Debug)]
pub(crate) struct PageBlock {
    /// Its text, without the white space around it.
    pub(crate) span: ByteSpan,
    /// What its element makes of it.
    pub(crate) kind: BlockKind,
    /// The element that it is the text of: the nearest one that begins a block.
    pub(crate) element: NodeId,
    /// How many of its bytes stand in links.
    pub(crate) n_link_bytes: u32,
    /// Whether the page hides it, or shows it only where there is no JavaScript.
    pub(crate) is_hidden: bool,
}

/// The text of a page, and its blocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageText {
    pub(crate) text: String,
    pub(crate) blocks: Vec<PageBlock>,
}

impl PageText {
    /// Takes a block out of the text.
    pub(crate) fn remove(&mut self, at: usize) {
        let start = self.blocks[at].span.start();
        let end = self.blocks.get(at + 1).map_or(self.text.len() as u32, |next| next.span.start());
        self.blocks.remove(at);
        self.text.replace_range(start as usize..end as usize, "");
        if at == self.blocks.len() {
            self.text.truncate(self.text.trim_end().len());
        }
        for block in &mut self.blocks[at..] {
            let moved = |offset: u32| offset - (end - start);
            block.span = ByteSpan::new(moved(block.span.start()), moved(block.span.end())).expect("moved as a whole");
        }
    }
}

/// Elements whose content is not text for people, or is a choice in a form.
const SILENT: &[&str] = &[
    "script", "style", "head", "iframe", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map",
    "select", "option", "datalist", "textarea", "input", "template", "frameset", "noframes", "rp", "rt", "meter",
    "progress",
];

/// Elements that stand inside a line of text; every other element begins a block.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "math", "nobr", "output", "picture", "q", "rb", "ruby", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "track", "tt", "u", "var", "wbr",
];

/// Longest cell, in bytes, of a table that holds data; longer ones lay out a page.
const MAX_CELL_LEN: usize = 250;

/// Reads the text of a page.
pub(crate) fn page_text(dom: &Dom) -> PageText {
    let mut walk = Walk::new(dom);
    walk.run();
    walk.page
}

struct Walk<'d> {
    dom: &'d Dom,
    page: PageText,
    /// The block that is being read; white space in it is folded already.
    words: String,
    n_link_bytes: usize,
    /// Elements that began a block and have not ended.
    open: Vec<NodeId>,
    n_links: u32,
    n_hidden: u32,
    n_verbatim: u32,
    n_tables: u32,
    /// Whether the last thing read was the end of a link: the next link is a word of its own.
    is_after_link: bool,
}

impl<'d> Walk<'d> {
    fn new(dom: &'d Dom) -> Self {
        Self {
            dom,
            page: PageText::default(),
            words: String::new(),
            n_link_bytes: 0,
            open: vec![dom.root()],
            n_links: 0,
            n_hidden: 0,
            n_verbatim: 0,
            n_tables: 0,
            is_after_link: false,
        }
    }

    fn run(&mut self) {
        let mut at = self.dom.root();
        loop {
            let is_entered = self.enter(at);
            if let Some(child) = is_entered.then(|| self.dom.first_child(at)).flatten() {
                at = child;
                continue;
            }
            if is_entered {
                self.leave(at);
            }
            // Up, until there is something to the right.
            loop {
                if let Some(next) = self.dom.next_sibling(at) {
                    at = next;
                    break;
                }
                match self.dom.parent(at) {
                    Some(parent) => {
                        self.leave(parent);
                        at = parent;
                    }
                    None => {
                        self.flush();
                        return;
                    }
                }
            }
        }
    }

    /// Takes up a node; says whether what is inside of it is read too.
    fn enter(&mut self, node: NodeId) -> bool {
        if let Some(text) = self.dom.text(node) {
            self.push_text(text);
            return true;
        }
        let name = self.dom.name(node);
        if SILENT.contains(&name) {
            return false;
        }
        match name {
            "br" => self.break_line(),
            "a" => {
                if self.is_after_link && !self.words.ends_with(char::is_whitespace) {
                    self.words.push(' ');
                }
                self.n_links += 1;
            }
            _ => {}
        }
        if name == "pre" {
            self.n_verbatim += 1;
        }
        if is_hidden(self.dom, node) {
            self.flush();
            self.n_hidden += 1;
        }
        if !name.is_empty() && !INLINE.contains(&name) {
            if self.n_tables == 0 {
                self.flush();
                self.open.push(node);
            } else if !self.words.ends_with(char::is_whitespace) {
                self.words.push(' ');
            }
            if name == "table" && (self.n_tables > 0 || is_data_table(self.dom, node)) {
                self.n_tables += 1;
            }
        }
        true
    }

    fn leave(&mut self, node: NodeId) {
        let name = self.dom.name(node);
        match name {
            "" => return,
            "a" => {
                self.n_links = self.n_links.saturating_sub(1);
                self.is_after_link = true;
            }
            "pre" => self.n_verbatim = self.n_verbatim.saturating_sub(1),
            "td" | "th" if self.n_tables > 0 => self.words.push('\t'),
            "tr" if self.n_tables > 0 => {
                self.words.truncate(self.words.trim_end_matches(['\t', ' ']).len());
                self.words.push('\n');
            }
            _ => {}
        }
        if !INLINE.contains(&name) {
            if name == "table" && self.n_tables > 0 {
                self.n_tables -= 1;
            }
            if self.n_tables == 0 && self.open.last() == Some(&node) {
                self.flush();
                self.open.pop();
            }
        }
        if is_hidden(self.dom, node) {
            self.flush();
            self.n_hidden = self.n_hidden.saturating_sub(1);
        }
    }

    /// A line break ends a line; two of them end a paragraph.
    fn break_line(&mut self) {
        let is_second = self.words.trim_end_matches([' ', '\t']).ends_with('\n');
        if is_second && self.n_tables == 0 {
            self.flush();
        } else if self.n_tables > 0 {
            self.words.push(' ');
        } else if !self.words.is_empty() {
            self.words.push('\n');
        }
    }

    fn push_text(&mut self, text: &str) {
        let before = self.words.len();
        for c in text.chars() {
            match c {
                '\0' => self.words.push('\u{fffd}'),
                '\r' => {}
                c if self.n_verbatim > 0 && self.n_tables == 0 => self.words.push(c),
                c if c.is_ascii_whitespace() => {
                    if !self.words.is_empty() && !self.words.ends_with([' ', '\n', '\t']) {
                        self.words.push(' ');
                    }
                }
                c => self.words.push(c),
            }
        }
        if self.n_links > 0 {
            self.n_link_bytes += self.words.len() - before;
        }
        if !text.is_empty() {
            self.is_after_link = false;
        }
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let n_link_bytes = std::mem::take(&mut self.n_link_bytes);
        self.is_after_link = false;
        let lines: Vec<&str> = words.split('\n').map(str::trim_end).collect();
        let words = lines.join("\n");
        let words = words.trim();
        let Some(&element) = self.open.last().filter(|_| !words.is_empty()) else { return };
        if !self.page.text.is_empty() {
            self.page.text.push_str("\n\n");
        }
        let start = self.page.text.len();
        self.page.text.push_str(words);
        // A page of 4 GiB and more is cut here and reported by the reader.
        let Some(span) = ByteSpan::from_range(start..self.page.text.len()) else { return };
        self.page.blocks.push(PageBlock {
            span,
            kind: kind(self.dom, element),
            element,
            n_link_bytes: n_link_bytes.min(words.len()) as u32,
            is_hidden: self.n_hidden > 0,
        });
    }
}

/// What a block is by its element.
fn kind(dom: &Dom, element: NodeId) -> BlockKind {
    let mut around = std::iter::once(element).chain(dom.ancestors(element)).map(|node| dom.name(node)).take(4);
    match dom.name(element) {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "table" => BlockKind::Table,
        "li" | "dt" | "dd" => BlockKind::ListItem,
        _ => match around.find(|name| matches!(*name, "li" | "figcaption" | "caption" | "blockquote")) {
            Some("li") => BlockKind::ListItem,
            Some("blockquote") => BlockKind::BlockQuotation,
            Some(_) => BlockKind::Caption,
            None => BlockKind::Paragraph,
        },
    }
}

/// Whether the page itself says that an element is not to be seen.
fn is_hidden(dom: &Dom, node: NodeId) -> bool {
    let hides = |style: &str| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let style = style.to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    dom.name(node) == "noscript"
        || dom.attribute(node, "hidden").is_some()
        || dom.attribute(node, "aria-hidden") == Some("true")
        || dom.attribute(node, "style").is_some_and(hides)
}

/// Whether a table holds data and not the layout of a page: no table, heading or long text in its cells.
fn is_data_table(dom: &Dom, table: NodeId) -> bool {
    let mut n_rows = 0;
    for node in dom.descendants(table) {
        match dom.name(node) {
            "table" | "form" | "article" | "section" | "h1" | "h2" | "h3" | "h4" | "ul" | "ol" => return false,
            "tr" => n_rows += 1,
            "" if dom.text(node).is_some_and(|text| text.len() > MAX_CELL_LEN) => return false,
            _ => {}
        }
    }
    n_rows > 1
}
