//! The settings of a collection, as `dossier.toml` words them. This module parses; it opens no file.

use serde::Deserialize;

use crate::report::Report;

/// What a collection says about itself. All of it is optional.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Name of the collection; "Dossier" unless it is given.
    pub title: String,
    /// One or two sentences about it.
    pub description: String,
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// Licence of its documents, in words.
    pub licence: String,
    /// What the columns of its tables hold, where their names do not say so.
    pub columns: Columns,
}

/// Names of the columns of tables, or of the keys of JSON, that hold what a document is made of. A key inside of
/// another is named `outer.inner`. What is not named here is found by its usual names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Columns {
    /// What tells the rows apart.
    pub id: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The text.
    pub text: Option<String>,
    /// When it was published.
    pub date: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Its outlet.
    pub source: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Its language as a BCP 47 tag.
    pub language: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        let none = String::new;
        Self {
            title: "Dossier".to_owned(),
            description: none(),
            language: none(),
            licence: none(),
            columns: Columns::default(),
        }
    }
}

impl Config {
    /// Reads the settings; what cannot be read is reported with its line, and the defaults are used.
    pub fn from_toml(path: &str, bytes: &[u8], report: &mut Report) -> Self {
        let Ok(text) = std::str::from_utf8(bytes) else {
            report.file(path, "is not UTF-8; its settings are not used");
            return Self::default();
        };
        match toml::from_str(text) {
            Ok(config) => config,
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start).min(text.len());
                let line = text.as_bytes()[..start].iter().filter(|&&byte| byte == b'\n').count() + 1;
                report.line(path, line, format!("{}; its settings are not used", error.message()));
                Self::default()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(toml: &str, title: &str, problems: &[(u32, &str)]) {
        let mut report = Report::default();
        let config = Config::from_toml("dossier.toml", toml.as_bytes(), &mut report);
        assert_eq!(config.title, title, "{toml}");
        assert_eq!(report.problems.len(), problems.len(), "{:?}", report.problems);
        for (problem, (line, part)) in report.problems.iter().zip(problems) {
            assert_eq!(problem.line, Some(*line), "{problem}");
            assert!(problem.message.contains(part), "{problem}");
        }
    }

    #[test]
    fn settings_are_read_and_what_is_wrong_is_reported_with_its_line() {
        check("", "Dossier", &[]);
        check("title = \"Decrees\"\nlicence = \"CC BY 4.0\"\n", "Decrees", &[]);
        check("title = \"Decrees\"\ncolour = \"red\"\n", "Dossier", &[(2, "colour")]);
        check("title = \"Decrees\"\n\nlanguage = en\n", "Dossier", &[(3, "not used")]);
        check("title = \"Decrees\"\n\n[columns]\ntext = \"Body\"\nbody = \"Text\"\n", "Dossier", &[(5, "body")]);
        check("title = \"Decrees\"\n[columns]\ntext = 3\n", "Dossier", &[(3, "expected a string")]);
        check("title = \"a\"\ntitle = \"b\"\n", "Dossier", &[(2, "duplicate key")]);
    }

    #[test]
    fn columns_are_named() {
        let toml = b"[columns]\ntext = \"Body\"\ndate = \"meta.published\"\n";
        let columns = Config::from_toml("dossier.toml", toml, &mut Report::default()).columns;
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(columns, Columns { text: named("Body"), date: named("meta.published"), ..Columns::default() });
    }
}
