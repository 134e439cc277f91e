//! How much more often two names stand together than by chance.

/// What two names that have nothing to do with each other would share, and how unlikely what they do share is then.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Association {
    /// Sentences that would name both by chance.
    pub expected: f64,
    /// The log-likelihood ratio G² of the table of sentences that name both, one or none of them; 0 where they share no
    /// more than by chance. Famous names, which stand beside everybody, get no more of it than their fame explains.
    ///
    /// T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19(1),
    /// 1993. Logarithms differ in their last bits between machines: it is never stored.
    pub strength: f64,
}

/// G² that is greater than this in one of a thousand cases of pure chance: the 99.9th percentile of χ² with one degree of
/// freedom.
const RARE: f64 = 10.83;

impl Association {
    /// Of sentences: how many name both, each of them, and any name at all. Seen from either name it is the same, to the
    /// last bit.
    pub(super) fn of(both: u32, one: u32, other: u32, all: u32) -> Self {
        let (one, other) = (one.min(other), one.max(other));
        let both = f64::from(both);
        // What is counted in the first telling of a story may come short of what is counted of a pair.
        let (one, other) = (f64::from(one).max(both), f64::from(other).max(both));
        let all = f64::from(all).max(one + other - both).max(1.0);
        let expected = one * other / all;
        if both <= expected {
            return Self { expected, strength: 0.0 };
        }
        let cell = |observed: f64, expected: f64| {
            if observed > 0.0 && expected > 0.0 { observed * (observed / expected).ln() } else { 0.0 }
        };
        let strength = 2.0
            * (cell(both, expected)
                + cell(one - both, one - expected)
                + cell(other - both, other - expected)
                + cell(all - one - other + both, all - one - other + expected));
        Self { expected, strength: strength.max(0.0) }
    }

    /// Whether so much is shared by chance in less than one of a thousand pairs.
    pub fn is_rare(&self) -> bool {
        self.strength > RARE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_ratio_of_dunnings_own_example() {
        // Table 2 of the paper: "the swiss" 110 times, 2442 and 111 times apart, 29114 words in the rest.
        let found = Association::of(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114);
        assert!((found.strength - 270.72).abs() < 0.01, "{found:?}");
        assert!(found.is_rare());
    }

    #[test]
    fn it_is_the_same_both_ways() {
        for (both, one, other, all) in (1..200).map(|n| (n, 3 * n + 1, 7 * n + n % 5, 500 * n)) {
            assert_eq!(Association::of(both, one, other, all), Association::of(both, other, one, all));
        }
    }

    #[test]
    fn chance_has_no_strength() {
        assert_eq!(Association::of(1, 10, 10, 100), Association { expected: 1.0, strength: 0.0 });
        assert_eq!(Association::of(0, 0, 0, 0), Association { expected: 0.0, strength: 0.0 });
        assert!(!Association::of(3, 20, 10, 100).is_rare());
        let certain = Association::of(9, 9, 9, 9);
        assert_eq!(certain.strength, 0.0, "where everything is together, nothing is told");
    }

    #[test]
    fn fame_alone_is_no_strength() {
        let between_unknown = Association::of(3, 4, 4, 10_000);
        let with_a_famous_one = Association::of(3, 4, 4_000, 10_000);
        assert!(between_unknown.strength > 10.0 * with_a_famous_one.strength);
    }
}
