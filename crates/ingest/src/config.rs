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
}

impl Default for Config {
    fn default() -> Self {
        let none = String::new;
        Self { title: "Dossier".to_owned(), description: none(), language: none(), licence: none() }
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
    }
}
