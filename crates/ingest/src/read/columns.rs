//! Which column of a table, or key of an object, holds what. It compares names; it reads no file.

use super::{Field, Fields};
use crate::config::Columns;

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Title,
    Text,
    Date,
    Url,
    Source,
    Author,
    Language,
}

impl Column {
    const ALL: [Self; 8] =
        [Self::Id, Self::Title, Self::Text, Self::Date, Self::Url, Self::Source, Self::Author, Self::Language];

    /// The names under which it is usually given, the surest first, without case and punctuation. They are those of
    /// public news collections (All the News, GDELT, Media Cloud, News API, news-please, Webz.io) and of exports of
    /// mail and social media.
    fn usual_names(self) -> &'static [&'static str] {
        match self {
            Self::Id => &["id", "docid", "documentid", "docno", "articleid", "storiesid", "storyid", "uuid", "guid"],
            Self::Title => &["title", "headline", "subject", "articletitle", "doctitle", "heading"],
            Self::Text => &[
                "text",
                "body",
                "content",
                "fulltext",
                "maintext",
                "articletext",
                "articlebody",
                "bodytext",
                "articlecontent",
                "story",
                "article",
                "message",
                "transcript",
                "tweet",
                "post",
                "description",
                "abstract",
                "summary",
            ],
            Self::Date => &[
                "date",
                "published",
                "publishedat",
                "datepublished",
                "datepublish",
                "publisheddate",
                "publishdate",
                "publicationdate",
                "pubdate",
                "dateofpublication",
                "datetime",
                "timestamp",
                "createdat",
                "datecreated",
                "created",
                "time",
                "year",
            ],
            Self::Url => &["url", "link", "uri", "href", "articleurl", "sourceurl", "documenturl", "permalink"],
            Self::Source => &[
                "source",
                "outlet",
                "publication",
                "publisher",
                "newspaper",
                "medianame",
                "sourcename",
                "sourcedomain",
                "site",
                "website",
                "journal",
                "domain",
            ],
            Self::Author => &["author", "authors", "byline", "writer", "creator", "from", "sender", "username", "user"],
            Self::Language => &["language", "lang", "locale"],
        }
    }

    /// Its name in a sentence.
    fn label(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Text => "text",
            Self::Date => "date",
            Self::Url => "address",
            Self::Source => "source",
            Self::Author => "author",
            Self::Language => "language",
        }
    }

    /// The name that the settings give it.
    fn named(self, columns: &Columns) -> Option<&str> {
        let named = match self {
            Self::Id => &columns.id,
            Self::Title => &columns.title,
            Self::Text => &columns.text,
            Self::Date => &columns.date,
            Self::Url => &columns.url,
            Self::Source => &columns.source,
            Self::Author => &columns.author,
            Self::Language => &columns.language,
        };
        named.as_deref()
    }
}

/// Where each column stands among the names it was made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mapping {
    idxs: [Option<usize>; Column::ALL.len()],
}

impl Mapping {
    /// The columns that the settings name, and those that their usual names tell. No name serves twice.
    pub(super) fn of(names: &[impl AsRef<str>], columns: &Columns) -> Self {
        let folded: Vec<String> = names.iter().map(|name| fold(name.as_ref())).collect();
        let mut mapping = Self::default();
        for column in Column::ALL {
            let Some(wanted) = column.named(columns) else { continue };
            let exact = names.iter().position(|name| name.as_ref() == wanted);
            mapping.idxs[column as usize] =
                exact.or_else(|| folded.iter().position(|name| !name.is_empty() && *name == fold(wanted)));
        }
        for column in Column::ALL.into_iter().filter(|column| column.named(columns).is_none()) {
            let is_free = |idx: &usize| !mapping.idxs.contains(&Some(*idx));
            let found = column
                .usual_names()
                .iter()
                .find_map(|usual| (0..folded.len()).filter(|&idx| folded[idx] == *usual).find(is_free));
            mapping.idxs[column as usize] = found;
        }
        mapping
    }

    /// Where the column stands, if it is there.
    pub(super) fn idx(&self, column: Column) -> Option<usize> {
        self.idxs[column as usize]
    }

    /// Whether one of the columns stands there.
    pub(super) fn holds(&self, idx: usize) -> bool {
        self.idxs.contains(&Some(idx))
    }

    /// How many columns were found.
    pub(super) fn n_known(&self) -> usize {
        self.idxs.iter().flatten().count()
    }

    /// What stands beside the text, each with the column that it was read from.
    pub(super) fn fields(&self, names: &[impl AsRef<str>], values: &[impl AsRef<str>]) -> Fields {
        let field = |column: Column| {
            let idx = self.idx(column)?;
            let (name, label) = (names.get(idx)?.as_ref(), column.label());
            let by = match fold(name) == column.usual_names()[0] {
                true => format!("the {label} given beside the text"),
                false => format!("the {label} given beside the text, as “{name}”"),
            };
            Field::new(values.get(idx)?.as_ref(), &by)
        };
        Fields {
            title: field(Column::Title),
            published: field(Column::Date),
            url: field(Column::Url),
            source: field(Column::Source),
            author: field(Column::Author),
            language: field(Column::Language),
            ..Fields::default()
        }
    }
}

/// The name in lower case, letters and digits only: `Published_At` is `publishedat`.
fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How to say which column holds the text, for a report about names that do not tell.
pub(super) fn how_to_map(names: &[impl AsRef<str>]) -> String {
    const MAX_NAMED: usize = 20;
    let quoted: Vec<_> = names.iter().take(MAX_NAMED).map(|name| format!("“{}”", short(name.as_ref()))).collect();
    let more = match names.len().saturating_sub(MAX_NAMED) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    format!("there is {}{more}; say in dossier.toml which one is: [columns] text = \"…\"", quoted.join(", "))
}

/// The beginning of a name, for a report.
pub(super) fn short(name: &str) -> String {
    const MAX_CHARS: usize = 40;
    match name.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[&str], columns: &Columns, found: &[(Column, usize)]) {
        let mapping = Mapping::of(names, columns);
        for column in Column::ALL {
            let wanted = found.iter().find(|(wanted, _)| *wanted == column).map(|(_, idx)| *idx);
            assert_eq!(mapping.idx(column), wanted, "{column:?} of {names:?}");
        }
    }

    #[test]
    fn columns_are_told_by_their_usual_names_and_by_the_settings() {
        let none = Columns::default();
        check(&["id", "title", "text"], &none, &[(Column::Id, 0), (Column::Title, 1), (Column::Text, 2)]);
        check(&["Published_At", "Full Text"], &none, &[(Column::Date, 0), (Column::Text, 1)]);
        check(&["description", "content"], &none, &[(Column::Text, 1)]);
        check(&["amount", ""], &none, &[]);
        check(&["text", "text"], &none, &[(Column::Text, 0)]);
        let named = Columns { text: Some("memo".into()), title: Some("text".into()), ..Columns::default() };
        check(&["Memo", "text"], &named, &[(Column::Text, 0), (Column::Title, 1)]);
        let taken = Columns { title: Some("text".into()), ..Columns::default() };
        check(&["text", "date"], &taken, &[(Column::Title, 0), (Column::Date, 1)]);
        let missing = Columns { text: Some("nowhere".into()), ..Columns::default() };
        check(&["text", "date"], &missing, &[(Column::Date, 1)]);
    }

    #[test]
    fn the_usual_names_are_documented() {
        let documented = include_str!("../../../../docs/formats.md");
        for column in Column::ALL {
            let row = format!("| {} |\n", column.usual_names().join(", "));
            assert!(documented.contains(&row), "docs/formats.md has no row that ends in {row}");
        }
    }

    #[test]
    fn fields_say_which_column_they_are_from() {
        let names = ["Headline", "date", "text"];
        let fields = Mapping::of(&names, &Columns::default()).fields(&names, &[" Rain ", "2022-09-30"]);
        assert_eq!(fields.title, Field::new("Rain", "the title given beside the text, as “Headline”"));
        assert_eq!(fields.published, Field::new("2022-09-30", "the date given beside the text"));
        assert_eq!(fields.author, None);
    }

    #[test]
    fn names_without_end_are_cut_in_reports() {
        let words = how_to_map(&vec!["é".repeat(99); 25]);
        assert!(words.contains("é…” and 5 more; say in dossier.toml") && words.len() < 20 * 100, "{words}");
    }
}
