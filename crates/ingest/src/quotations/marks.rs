//! Where quotation marks open and close. Marks of different kinds may open and close one passage, as typists do.

/// A passage in marks, with them, in bytes of the searched text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a mark closes it; if not, it runs to the end of the text.
    pub(super) is_closed: bool,
}

/// Whether the character is a quotation mark.
pub(super) fn is_mark(c: char) -> bool {
    is_double(c) || matches!(c, '‘' | '’' | '\'')
}

fn is_double(c: char) -> bool {
    matches!(c, '“' | '”' | '"' | '„' | '«' | '»' | '‹' | '›')
}

/// What a mark does where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Open,
    Close,
}

/// The passages in double marks; where there is no double mark, those in single ones that end as speech does.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let has_double = text.contains(is_double);
    let turn = if has_double { double_turn } else { single_turn };
    let mut pieces = Vec::new();
    let mut open: Option<usize> = None;
    let mut n_nested = 0u32;
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, next)| next);
        match (turn(before, c, after, open.is_some()), open) {
            (Some(Turn::Open), None) => open = Some(at),
            (Some(Turn::Open), Some(_)) => n_nested += 1,
            (Some(Turn::Close), Some(_)) if n_nested > 0 => n_nested -= 1,
            (Some(Turn::Close), Some(start)) => {
                pieces.push(Piece { start, end: at + c.len_utf8(), is_closed: true });
                open = None;
            }
            _ => {}
        }
        before = Some(c);
    }
    // An open single mark is an apostrophe more often than not.
    if let Some(start) = open.filter(|_| has_double) {
        pieces.push(Piece { start, end: start + text[start..].trim_end().len(), is_closed: false });
    }
    pieces
}

fn is_before_open(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '…' | '‘' | ':' | '/'))
}

fn is_after_close(after: Option<char>) -> bool {
    after.is_none_or(|c| !c.is_alphanumeric())
}

fn double_turn(before: Option<char>, c: char, after: Option<char>, is_open: bool) -> Option<Turn> {
    let starts = is_before_open(before) && after.is_some_and(|c| !c.is_whitespace());
    match c {
        // `»Es regnet«`: some turn these marks round.
        '«' | '‹' if is_open && !starts && is_after_close(after) => Some(Turn::Close),
        '»' | '›' if !is_open && starts => Some(Turn::Open),
        '„' | '«' | '‹' => Some(Turn::Open),
        // Some languages close with this mark, and so do some typists.
        '“' if is_open && !starts && is_after_close(after) => Some(Turn::Close),
        '“' => Some(Turn::Open),
        '”' if !is_open && starts => Some(Turn::Open),
        '”' | '»' | '›' => Some(Turn::Close),
        '"' if is_open => (!starts || is_after_close(after)).then_some(Turn::Close),
        '"' => starts.then_some(Turn::Open),
        _ => None,
    }
}

fn single_turn(before: Option<char>, c: char, after: Option<char>, is_open: bool) -> Option<Turn> {
    match c {
        '‘' if !is_open && is_before_open(before) => Some(Turn::Open),
        '’' | '\''
            if is_open && before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?')) && is_after_close(after) =>
        {
            Some(Turn::Close)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = pieces(text).iter().map(|piece| &text[piece.start..piece.end]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_of_all_kinds_open_and_close() {
        check("He said “it rained” and \"it snowed\".", &["“it rained”", "\"it snowed\""]);
        check("“Opened by a curly one.\" Then \"the other way.”", &["“Opened by a curly one.\"", "\"the other way.”"]);
        check("« Il pleut », „es regnet“.", &["« Il pleut »", "„es regnet“"]);
        check("‘It rained,’ he said.", &["‘It rained,’"]);
        check("»Es regnet«, sagte er. ‹Il pleut›, dit-il.", &["»Es regnet«", "‹Il pleut›"]);
        check("«Il a dit ‹non› à tous.»", &["«Il a dit ‹non› à tous.»"]);
        check("", &[]);
    }

    #[test]
    fn single_marks_inside_end_nothing_and_nested_ones_neither() {
        check("“It refers to ‘fighters,’ not others.”", &["“It refers to ‘fighters,’ not others.”"]);
        check("“He said “no” to me.” Then he left.", &["“He said “no” to me.”"]);
        check("The fighters’ 6\" pipe and Bob's.", &[]);
    }

    #[test]
    fn a_passage_that_nothing_closes_runs_to_the_end() {
        check("He said: “It rained. ", &["“It rained."]);
    }
}
