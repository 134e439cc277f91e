//! The tree of a web page, built by html5ever into one flat list of nodes. It knows elements, attributes and text; what
//! they mean is the business of its neighbours.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};

/// No node.
const NONE: u32 = u32::MAX;

/// How deep elements may nest. Browsers stop at 512; the parser takes time in proportion to it for every element.
const MAX_DEPTH: u32 = 1_000;

/// How many bytes are parsed between two looks at the depth.
const CHUNK_LEN: usize = 4_096;

/// Number of a node in its [`Dom`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(u32);

impl NodeId {
    /// Its place in a list with one entry for each node.
    pub(crate) fn idx(self) -> usize {
        self.0 as usize
    }
}

/// What a node is.
#[derive(Debug)]
enum Data {
    /// The page itself, comments, processing instructions, contents of templates.
    Other,
    Element {
        name: Rc<QualName>,
        attributes: Vec<(String, String)>,
    },
    Text(String),
}

#[derive(Debug)]
struct Node {
    parent: u32,
    prev: u32,
    next: u32,
    first: u32,
    last: u32,
    depth: u32,
    data: Data,
}

/// A page as a tree.
#[derive(Debug, Default)]
pub(crate) struct Dom {
    nodes: Vec<Node>,
}

/// The page nests its elements too deeply to be read as a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooDeep;

impl Dom {
    /// Parses as browsers do, without running scripts: any text is a page.
    pub(crate) fn parse(html: &str) -> Result<Self, TooDeep> {
        let mut parser = parse_document(Builder::default(), ParseOpts::default());
        let mut rest = html;
        while !rest.is_empty() {
            let (chunk, after) = rest.split_at(rest.floor_char_boundary(CHUNK_LEN.min(rest.len())).max(1));
            parser.process(StrTendril::from(chunk));
            if parser.tokenizer.sink.sink.is_too_deep.get() {
                return Err(TooDeep);
            }
            rest = after;
        }
        Ok(parser.finish())
    }

    /// How many nodes there are.
    pub(crate) fn n_nodes(&self) -> usize {
        self.nodes.len()
    }

    /// The page itself.
    pub(crate) fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// The node around a node.
    pub(crate) fn parent(&self, node: NodeId) -> Option<NodeId> {
        id(self.nodes[node.idx()].parent)
    }

    /// The nodes around a node, the nearest first.
    pub(crate) fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(node), |&node| self.parent(node))
    }

    /// The first node inside a node.
    pub(crate) fn first_child(&self, node: NodeId) -> Option<NodeId> {
        id(self.nodes[node.idx()].first)
    }

    /// The node after a node, with the same parent.
    pub(crate) fn next_sibling(&self, node: NodeId) -> Option<NodeId> {
        id(self.nodes[node.idx()].next)
    }

    /// The name of an element in lower case; empty for other nodes.
    pub(crate) fn name(&self, node: NodeId) -> &str {
        match &self.nodes[node.idx()].data {
            Data::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    /// The text of a text node.
    pub(crate) fn text(&self, node: NodeId) -> Option<&str> {
        match &self.nodes[node.idx()].data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// An attribute of an element.
    pub(crate) fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        match &self.nodes[node.idx()].data {
            Data::Element { attributes, .. } => {
                attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
            }
            _ => None,
        }
    }

    /// All nodes inside a node, in document order.
    pub(crate) fn descendants(&self, top: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut next = self.first_child(top);
        std::iter::from_fn(move || {
            let node = next?;
            next = self.first_child(node).or_else(|| {
                let mut at = node;
                loop {
                    if at == top {
                        return None;
                    }
                    if let Some(sibling) = self.next_sibling(at) {
                        return Some(sibling);
                    }
                    at = self.parent(at)?;
                }
            });
            Some(node)
        })
    }

    /// All text inside a node, with runs of white space as one space; at most about `max_len` bytes of it.
    pub(crate) fn words(&self, top: NodeId, max_len: usize) -> String {
        let mut words = String::new();
        for text in self.descendants(top).filter_map(|node| self.text(node)) {
            for word in text.split_whitespace() {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(word);
            }
            if words.len() > max_len {
                break;
            }
        }
        words
    }
}

fn id(number: u32) -> Option<NodeId> {
    (number != NONE).then_some(NodeId(number))
}

/// A node as html5ever holds it: its number, and its name if it is an element.
#[derive(Clone, Debug)]
struct Handle {
    number: u32,
    name: Rc<QualName>,
}

/// Receives the parser's orders.
#[derive(Debug)]
struct Builder {
    nodes: RefCell<Vec<Node>>,
    is_too_deep: Cell<bool>,
    no_name: Rc<QualName>,
}

impl Default for Builder {
    fn default() -> Self {
        let no_name = Rc::new(QualName::new(None, "".into(), "".into()));
        let builder = Self { nodes: RefCell::default(), is_too_deep: Cell::new(false), no_name };
        builder.push(Data::Other);
        builder
    }
}

impl Builder {
    fn push(&self, data: Data) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        let number = nodes.len() as u32;
        nodes.push(Node { parent: NONE, prev: NONE, next: NONE, first: NONE, last: NONE, depth: 0, data });
        number
    }

    fn other(&self) -> Handle {
        Handle { number: self.push(Data::Other), name: self.no_name.clone() }
    }

    fn detach(&self, number: u32) {
        let mut nodes = self.nodes.borrow_mut();
        let Node { parent, prev, next, .. } = nodes[number as usize];
        if parent == NONE {
            return;
        }
        match prev {
            NONE => nodes[parent as usize].first = next,
            prev => nodes[prev as usize].next = next,
        }
        match next {
            NONE => nodes[parent as usize].last = prev,
            next => nodes[next as usize].prev = prev,
        }
        let node = &mut nodes[number as usize];
        (node.parent, node.prev, node.next) = (NONE, NONE, NONE);
    }

    /// Puts a node into `parent` before `next`, or at its end if there is no `next`.
    fn attach(&self, parent: u32, next: u32, number: u32) {
        self.detach(number);
        let mut nodes = self.nodes.borrow_mut();
        let prev = if next == NONE { nodes[parent as usize].last } else { nodes[next as usize].prev };
        let depth = nodes[parent as usize].depth + 1;
        let node = &mut nodes[number as usize];
        (node.parent, node.prev, node.next, node.depth) = (parent, prev, next, depth);
        match prev {
            NONE => nodes[parent as usize].first = number,
            prev => nodes[prev as usize].next = number,
        }
        match next {
            NONE => nodes[parent as usize].last = number,
            next => nodes[next as usize].prev = number,
        }
        if depth > MAX_DEPTH {
            self.is_too_deep.set(true);
        }
    }

    fn put(&self, parent: u32, next: u32, child: NodeOrText<Handle>) {
        match child {
            NodeOrText::AppendNode(node) => self.attach(parent, next, node.number),
            NodeOrText::AppendText(words) => {
                let before = {
                    let nodes = self.nodes.borrow();
                    if next == NONE { nodes[parent as usize].last } else { nodes[next as usize].prev }
                };
                if before != NONE
                    && let Data::Text(text) = &mut self.nodes.borrow_mut()[before as usize].data
                {
                    text.push_str(&words);
                    return;
                }
                let number = self.push(Data::Text(words.to_string()));
                self.attach(parent, next, number);
            }
        }
    }
}

impl TreeSink for Builder {
    type Handle = Handle;
    type Output = Dom;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Dom {
        Dom { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { number: 0, name: self.no_name.clone() }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let name = Rc::new(name);
        let attributes =
            attributes.into_iter().map(|own| (own.name.local.to_string(), own.value.to_string())).collect();
        Handle { number: self.push(Data::Element { name: name.clone(), attributes }), name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.other()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.other()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent.number, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, prev_element: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.number as usize].parent != NONE;
        if has_parent { self.append_before_sibling(element, child) } else { self.append(prev_element, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, _: &Handle) -> Handle {
        // What a template holds is not on the page; it hangs on a node of its own that nothing leads to.
        self.other()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.number == y.number
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow()[sibling.number as usize].parent;
        if parent != NONE {
            self.put(parent, sibling.number, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, new: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &mut self.nodes.borrow_mut()[target.number as usize].data {
            for Attribute { name, value } in new {
                if !attributes.iter().any(|(own, _)| **own == *name.local) {
                    attributes.push((name.local.to_string(), value.to_string()));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.number);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        loop {
            let first = self.nodes.borrow()[node.number as usize].first;
            if first == NONE {
                return;
            }
            self.attach(new_parent.number, NONE, first);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, outline: &str) {
        let dom = Dom::parse(html).expect("not deep");
        let names = dom.descendants(dom.root()).map(|node| match dom.text(node) {
            Some(text) => format!("{text:?}"),
            None => dom.name(node).to_owned(),
        });
        assert_eq!(names.collect::<Vec<_>>().join(" "), outline, "{html}");
    }

    #[test]
    fn pages_become_trees_as_in_browsers() {
        check("<p>One<p>Two", r#"html head body p "One" p "Two""#);
        check("<b>a<p>b</b>c</p>", r#"html head body b "a" p b "b" "c""#);
        check("<table>lost<tr><td>in", r#"html head body "lost" table tbody tr td "in""#);
        check("<template><p>x</p></template>", "html head template body");
        check("a<!-- b -->c", r#"html head body "a"  "c""#);
        check("", "html head body");
    }

    #[test]
    fn nesting_without_end_is_refused_soon() {
        assert_eq!(Dom::parse(&"<div>".repeat(2_000_000)).map(|_| ()), Err(TooDeep));
        assert!(Dom::parse(&"<div>".repeat(500)).is_ok());
    }

    #[test]
    fn attributes_and_words_are_read() {
        let dom = Dom::parse("<p id=a CLASS='b c'>One <b> two</b>\n three").expect("not deep");
        let p = dom.descendants(dom.root()).find(|&node| dom.name(node) == "p").expect("a paragraph");
        assert_eq!((dom.attribute(p, "id"), dom.attribute(p, "class")), (Some("a"), Some("b c")));
        assert_eq!(dom.words(p, 99), "One two three");
        assert_eq!(dom.ancestors(p).map(|node| dom.name(node)).collect::<Vec<_>>(), ["body", "html", ""]);
    }
}
