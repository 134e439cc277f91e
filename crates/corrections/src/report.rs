//! What went wrong or needs a person's eye while documents were read. It never stops the other documents.

/// One problem, with the place it was met at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path of the file, as the collection names it.
    pub path: String,
    /// Line in the file, counted from 1, where one can be given.
    pub line: Option<u32>,
    /// What is wrong and what was done about it, as a sentence.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}

/// All problems of one run, in the order of paths and lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The problems.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Notes a problem of a file as a whole.
    pub fn file(&mut self, path: &str, message: impl Into<String>) {
        self.problems.push(Problem { path: path.to_owned(), line: None, message: message.into() });
    }

    /// Notes a problem at a line, counted from 1.
    pub fn line(&mut self, path: &str, line: usize, message: impl Into<String>) {
        let line = Some(u32::try_from(line).unwrap_or(u32::MAX));
        self.problems.push(Problem { path: path.to_owned(), line, message: message.into() });
    }
}
