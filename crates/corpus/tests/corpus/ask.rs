//! Queries as the tests write them, and as a reader would type them.

use corpus::analysis::{Token, tokens};
use corpus::model::DocId;
use corpus::query::{Field, FieldWord, Mark, Within};

/// A query as the test writes it.
#[derive(Clone, Debug)]
pub enum Ask {
    Term(Field, String, Shape),
    /// Things near each other.
    Near(Vec<Ask>, Within),
    /// The words of a phrase near each other.
    Spread(String, u32),
    /// A range as typed, and its first and last day.
    Date(&'static str, [&'static str; 2]),
    Regex(Field, &'static str),
    Marked(Mark, &'static str),
    All(Vec<Ask>),
    Any(Vec<Ask>),
    Not(Box<Ask>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Wildcards included.
    Word,
    /// Not yet typed to its end.
    Begun,
    Phrase,
    Exact,
    /// With the number behind the tilde.
    Fuzzy(Option<u8>),
}

/// The documents that readers marked.
pub fn marked(mark: Mark, word: &str, n_docs: usize) -> Vec<DocId> {
    let has = |doc: u32| match (mark, word) {
        (Mark::Tag, "two words") => doc % 2 == 1,
        (Mark::Is, "read") => doc.is_multiple_of(3),
        _ => false,
    };
    (0..n_docs as u32).filter(|&doc| has(doc)).map(DocId).collect()
}

impl Ask {
    /// As a reader would type it.
    pub fn typed(&self) -> String {
        let list = |asks: &[Ask], joint: &str| asks.iter().map(Ask::typed).collect::<Vec<_>>().join(joint);
        match self {
            Ask::Term(field, words, shape) => {
                let field = prefix(*field);
                match shape {
                    Shape::Word | Shape::Begun => format!("{field}{words}"),
                    Shape::Phrase => format!("{field}\"{words}\""),
                    Shape::Exact => format!("{field}\\{words}"),
                    Shape::Fuzzy(None) => format!("{field}{words}~"),
                    Shape::Fuzzy(Some(n)) => format!("{field}{words}~{n}"),
                }
            }
            Ask::Near(asks, Within::Words(n)) => format!("({})", list(asks, &format!(" NEAR/{n} "))),
            Ask::Near(asks, Within::Sentence) => format!("({})", list(asks, " NEAR/s ")),
            Ask::Near(asks, Within::Paragraph) => format!("({})", list(asks, " NEAR/p ")),
            Ask::Spread(words, n) => format!("\"{words}\"~{n}"),
            Ask::Date(range, _) => format!("date:{range}"),
            Ask::Regex(field, pattern) => format!("{}/{pattern}/", prefix(*field)),
            Ask::Marked(Mark::Tag, word) => format!("tag:\"{word}\""),
            Ask::Marked(Mark::Is, word) => format!("is:{word}"),
            Ask::All(asks) => format!("({})", list(asks, " ")),
            Ask::Any(asks) => format!("({})", list(asks, " OR ")),
            Ask::Not(ask) if matches!(**ask, Ask::Not(_)) => format!("-({})", ask.typed()),
            Ask::Not(ask) => format!("-{}", ask.typed()),
        }
    }

    /// Without groups of one, double negation, and lists inside of lists of their kind.
    pub fn simplified(&self) -> Ask {
        match self {
            Ask::Not(inner) => match inner.simplified() {
                Ask::Not(inner) => *inner,
                inner => Ask::Not(Box::new(inner)),
            },
            Ask::All(asks) => {
                let flat = asks.iter().map(Ask::simplified).flat_map(|ask| match ask {
                    Ask::All(inner) => inner,
                    ask => vec![ask],
                });
                single(flat.collect(), Ask::All)
            }
            Ask::Any(asks) => single(asks.iter().map(Ask::simplified).collect(), Ask::Any),
            Ask::Spread(words, n) => {
                let word = |token: Token<'_>| Ask::Term(Field::Anywhere, token.form.into_owned(), Shape::Word);
                Ask::Near(tokens(words).map(word).collect(), Within::Words(*n))
            }
            ask => ask.clone(),
        }
    }

    /// The parts that are no lists and not excluded.
    pub fn positive(&self) -> Vec<&Ask> {
        match self {
            Ask::All(asks) | Ask::Any(asks) => asks.iter().flat_map(Ask::positive).collect(),
            Ask::Not(_) => Vec::new(),
            ask => vec![ask],
        }
    }

    /// The terms that score, those that stand near others included.
    pub fn terms(&self) -> Vec<&Ask> {
        match self {
            Ask::Term(..) => vec![self],
            Ask::All(asks) | Ask::Any(asks) | Ask::Near(asks, _) => asks.iter().flat_map(Ask::terms).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether it is no word and has no place: what it asks for stays asked for.
    pub fn is_condition(&self) -> bool {
        match self {
            Ask::Not(_) | Ask::Date(..) | Ask::Marked(..) => true,
            Ask::Any(asks) => asks.iter().all(Ask::is_condition),
            _ => false,
        }
    }
}

fn prefix(field: Field) -> String {
    let field = Field::WORDS.iter().find(|(_, known)| *known == FieldWord::In(field));
    field.map_or_else(String::new, |(word, _)| format!("{word}:"))
}

fn single(mut asks: Vec<Ask>, list: fn(Vec<Ask>) -> Ask) -> Ask {
    if asks.len() == 1 { asks.remove(0) } else { list(asks) }
}
