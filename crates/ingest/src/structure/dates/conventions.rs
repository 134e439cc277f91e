//! How a document writes its dates: what its other dates show, and what its language does.

use super::figures;
use super::names;
use super::scan::Scan;

/// Which part of `3/4/2015` is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
    /// It cannot be told.
    Unknown,
}

/// The mark between the parts of a date in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    Slash,
    Hyphen,
    Dot,
}

impl Separator {
    pub(super) fn of(gap: &str) -> Option<Self> {
        match gap {
            "/" => Some(Self::Slash),
            "-" => Some(Self::Hyphen),
            "." => Some(Self::Dot),
            _ => None,
        }
    }
}

/// How a document writes its dates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Conventions<'l> {
    /// BCP 47 tag; empty if unknown.
    pub(super) language: &'l str,
    /// Whether a date and nothing else is expected: then a year may have two digits.
    pub(super) is_field: bool,
    /// What clear dates show, by separator.
    shown: [Option<Order>; 3],
}

/// Languages that write the month first, or the year.
const NOT_DAY_FIRST: &[&str] = &["", "en", "zh", "ja", "ko", "hu", "lt", "mn", "fa", "ky", "dz"];

/// Regions where English is written with the month first.
const MONTH_FIRST_REGIONS: &[&str] = &["US", "PH", "PR", "GU"];

impl<'l> Conventions<'l> {
    /// What the dates of a text show. `language` is a BCP 47 tag; one with a region says more.
    pub fn of(text: &str, language: &'l str) -> Self {
        let mut conventions = Self { language, ..Self::default() };
        let scan = Scan::new(text);
        let numbers = (0..scan.tokens.len()).filter(|&idx| scan.tokens[idx].is_number);
        for idx in numbers {
            let Some(triple) = figures::triple_at(&scan, idx) else { continue };
            let Some(order) = figures::shown_order(&scan, idx, &triple) else { continue };
            let shown = &mut conventions.shown[triple.separator as usize];
            let agrees = shown.is_none_or(|other| other == order);
            *shown = Some(if agrees { order } else { Order::Unknown });
        }
        conventions
    }

    /// The same, for a field in which a date and nothing else is expected.
    pub(super) fn for_field(self) -> Self {
        Self { is_field: true, ..self }
    }

    /// The order that holds for a separator.
    pub(super) fn order(&self, separator: Separator) -> Order {
        self.shown[separator as usize].unwrap_or_else(|| self.order_of_language())
    }

    fn order_of_language(&self) -> Order {
        let primary = names::primary(self.language);
        let region = self.language.split(['-', '_']).skip(1).find(|part| part.len() == 2);
        match region {
            Some(region) if primary == "en" => {
                let is_month_first = MONTH_FIRST_REGIONS.iter().any(|other| other.eq_ignore_ascii_case(region));
                // Canada writes both.
                match (is_month_first, region.eq_ignore_ascii_case("CA")) {
                    (_, true) => Order::Unknown,
                    (true, _) => Order::MonthFirst,
                    (false, _) => Order::DayFirst,
                }
            }
            _ if NOT_DAY_FIRST.contains(&primary) => Order::Unknown,
            _ => Order::DayFirst,
        }
    }
}
