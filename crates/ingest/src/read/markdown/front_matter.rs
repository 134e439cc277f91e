//! The lines before a Markdown text that say what it is about: the plain `key: value` part of YAML, and TOML.
//! It reads what front matter usually says, not all that YAML can.

use crate::read::{Field, Fields};

/// The fields of front matter, its `---` or `+++` lines included.
pub(super) fn fields(front: &str) -> Fields {
    let is_toml = front.trim_start().starts_with("+++");
    let inner = front.trim().trim_matches(if is_toml { '+' } else { '-' });
    let pairs = if is_toml { toml_pairs(inner) } else { yaml_pairs(inner) };
    let field = |names: &[&str]| {
        let (name, value) = names
            .iter()
            .find_map(|name| pairs.iter().find(|(key, value)| key.eq_ignore_ascii_case(name) && !value.is_empty()))?;
        Field::new(value, &format!("front matter: {}", name.to_lowercase()))
    };
    Fields {
        title: field(&["title"]),
        published: field(&["date", "published", "publishDate", "pubDate"]),
        updated: field(&["updated", "lastmod", "modified"]),
        url: field(&["canonical", "canonical_url", "source_url", "url"]),
        source: field(&["source", "publisher", "publication"]),
        author: field(&["author", "authors", "by"]),
        language: field(&["lang", "language"]),
        ..Fields::default()
    }
}

fn toml_pairs(inner: &str) -> Vec<(String, String)> {
    let Ok(table) = inner.parse::<toml::Table>() else { return Vec::new() };
    let words = |value: &toml::Value| match value {
        toml::Value::String(words) => words.clone(),
        toml::Value::Array(values) => values.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>().join(", "),
        toml::Value::Datetime(moment) => moment.to_string(),
        toml::Value::Integer(number) => number.to_string(),
        _ => String::new(),
    };
    table.iter().filter(|(_, value)| !value.is_table()).map(|(key, value)| (key.clone(), words(value))).collect()
}

fn yaml_pairs(inner: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for line in inner.lines() {
        let is_inner = line.starts_with([' ', '\t', '-']);
        match (line.split_once(':'), pairs.last_mut()) {
            (Some((key, value)), _) if !is_inner && !key.starts_with('#') => {
                pairs.push((key.trim().to_owned(), scalar(value)));
            }
            // Items of a list under its key.
            (_, Some((_, value))) => {
                if let Some(item) = line.trim_start().strip_prefix("- ") {
                    let comma = if value.is_empty() { "" } else { ", " };
                    value.push_str(comma);
                    value.push_str(&scalar(item));
                }
            }
            _ => {}
        }
    }
    pairs
}

/// A value without its quotes or its brackets.
fn scalar(value: &str) -> String {
    let value = value.trim();
    let inside = |open, close| value.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    if let Some(list) = inside('[', ']') {
        let items: Vec<String> = list.split(',').map(scalar).filter(|item| !item.is_empty()).collect();
        return items.join(", ");
    }
    inside('"', '"').or_else(|| inside('\'', '\'')).unwrap_or(value).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml_name_title_author_and_date() {
        for front in [
            "---\ntitle: \"Rain: a story\"\nauthor:\n  - Ann Writer\n  - Bob\ndate: 2022-09-30\ntags: [a, b]\n---",
            "---\nTitle: 'Rain: a story'\n# author: nobody\nauthors: [Ann Writer, \"Bob\"]\ndate: 2022-09-30\n---\n",
            "+++\ntitle = \"Rain: a story\"\nauthors = [\"Ann Writer\", \"Bob\"]\ndate = 2022-09-30\n[x]\ntitle = \"y\"\n+++",
        ] {
            let fields = fields(front);
            let value = |field: Option<Field>| field.map(|field| field.value);
            assert_eq!(fields.title.as_ref().map(|title| title.by.as_str()), Some("front matter: title"), "{front}");
            assert_eq!(value(fields.title).as_deref(), Some("Rain: a story"), "{front}");
            assert_eq!(value(fields.author).as_deref(), Some("Ann Writer, Bob"), "{front}");
            assert_eq!(value(fields.published).as_deref(), Some("2022-09-30"), "{front}");
            assert_eq!(fields.source, None);
        }
        let by = fields("---\nauthor:\nby: Ann\n---").author;
        assert_eq!(by, Field::new("Ann", "front matter: by"));
    }

    #[test]
    fn front_matter_that_says_nothing_gives_nothing() {
        for front in
            ["---\n---", "+++\n= =\n+++", "---\n:\n- x\n---", "", "---", "---\ntitle:\n---", "---\n[\n]: ]\n---"]
        {
            assert_eq!(fields(front), Fields::default(), "{front}");
        }
    }
}
