//! Why a form of a name belongs to its entity, in words for readers and as a figure.

use serde::{Deserialize, Serialize};

/// Why a form belongs to its entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Why {
    /// The words are the entity's own, or differ in spelling alone.
    #[default]
    SameWords,
    /// A word list gives both forms for one thing.
    Known,
    /// The text explains the acronym in brackets.
    Explained,
    /// The same person with more or fewer names between the first and the last.
    Fuller,
    /// A surname after the full name.
    Surname,
    /// Initials in place of given names.
    Initials,
    /// A usual short form of the given name.
    Nickname,
    /// Its letters begin the words of a long form.
    Letters,
    /// The given name alone.
    GivenName,
    /// The given name with `Jr.`: whose father has the name in full.
    Junior,
    /// The beginning or the end of a longer name.
    Short,
    /// The same as `Letters` and `Short`, in another document.
    SharedLetters,
    SharedShort,
    /// An office in place of the name of who holds it.
    Office,
    /// A surname alone, in a document that shares its office or its company with the person of that name.
    SharedSurname,
    /// A name that several people have, with the office of only one of them.
    SharedOffice,
    /// A form of the given name, an initial or the surname alone in another document that shares other names.
    SharedName,
}

impl Why {
    /// The reason in words.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Why::SameWords => "same words",
            Why::Known => "known alias (word list)",
            Why::Explained => "acronym explained in brackets",
            Why::Fuller => "same first and last name",
            Why::Surname => "surname of the person named in full in the same document",
            Why::Initials => "initials of the person named in full",
            Why::Nickname => "short form or spelling of the given name (word list)",
            Why::Letters => "letters begin the words of the long form in the same document",
            Why::GivenName => "given name of the person named in full in the same document",
            Why::Junior => "given name and Jr. where the father of that name is named in full",
            Why::Short => "part of the longer name in the same document",
            Why::SharedLetters => "letters begin the words of the one long form in other documents",
            Why::SharedShort => "part of the one longer name in other documents",
            Why::Office => "office of the person named before in the same document",
            Why::SharedSurname => "only person of that surname, in a document that shares the office or other names",
            Why::SharedOffice => "only person of that name who has the office in other documents",
            Why::SharedName => "form of the full name, in documents that share other names",
        }
    }

    /// How sure it is, in percent. Set by hand from errors read on news, in the order of how often each was wrong.
    pub(super) fn confidence(self) -> u8 {
        match self {
            Why::SameWords => 100,
            Why::Known | Why::Explained => 97,
            Why::Fuller => 93,
            Why::Surname => 90,
            Why::Initials | Why::Nickname | Why::Letters => 85,
            Why::GivenName | Why::Junior | Why::Short => 75,
            Why::Office
            | Why::SharedLetters
            | Why::SharedShort
            | Why::SharedSurname
            | Why::SharedOffice
            | Why::SharedName => 65,
        }
    }
}
