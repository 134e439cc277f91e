//! Boosted decision trees, as `examples/train_cleaning.rs` learns them: a sum of small trees over numbers.
//!
//! Only comparisons and sums, in a fixed order: the same numbers give the same score on every machine.

/// A step of a tree, in the order in which the tree is written: a choice, then everything below its first answer, then
/// everything below its second.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Node {
    /// Below the threshold the next node follows, otherwise the node at `other`.
    Choice {
        feature: u16,
        threshold: f32,
        other: u32,
    },
    Leaf(f32),
}

/// A sum of trees. Above 0 means yes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forest {
    bias: f32,
    roots: Vec<u32>,
    nodes: Vec<Node>,
}

/// A line of a model that cannot be read; counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadLine(pub usize);

impl Forest {
    /// Reads a model: a line `bias VALUE`, then one line for each tree, its nodes in order: `FEATURE<THRESHOLD` for a
    /// choice, `=VALUE` for a leaf. Lines that begin with `#` are comments.
    ///
    /// # Errors
    ///
    /// The number of the first line that is not such.
    pub fn parse(model: &str) -> Result<Self, BadLine> {
        let mut forest = Self::default();
        for (line_idx, line) in model.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let bad = BadLine(line_idx + 1);
            match line.strip_prefix("bias ") {
                Some(bias) => forest.bias = bias.parse().map_err(|_| bad)?,
                None => forest.push_tree(line).ok_or(bad)?,
            }
        }
        Ok(forest)
    }

    fn push_tree(&mut self, line: &str) -> Option<()> {
        self.roots.push(self.nodes.len() as u32);
        // Choices whose second answer has not begun yet.
        let mut waiting = Vec::new();
        let mut is_whole = false;
        for word in line.split(' ') {
            if is_whole {
                return None;
            }
            let next = self.nodes.len() as u32 + 1;
            if let Some(value) = word.strip_prefix('=') {
                self.nodes.push(Node::Leaf(value.parse().ok()?));
                match waiting.pop() {
                    Some(choice) => match self.nodes.get_mut(choice as usize)? {
                        Node::Choice { other, .. } => *other = next,
                        Node::Leaf(_) => return None,
                    },
                    None => is_whole = true,
                }
            } else {
                let (feature, threshold) = word.split_once('<')?;
                waiting.push(next - 1);
                let (feature, threshold) = (feature.parse().ok()?, threshold.parse().ok()?);
                self.nodes.push(Node::Choice { feature, threshold, other: 0 });
            }
        }
        is_whole.then_some(())
    }

    /// The sum of what the trees say. A feature that is not there counts as 0.
    pub fn score(&self, features: &[f32]) -> f32 {
        self.roots.iter().map(|&root| self.leaf(root, features)).fold(self.bias, |sum, value| sum + value)
    }

    fn leaf(&self, root: u32, features: &[f32]) -> f32 {
        let mut at = root;
        loop {
            match self.nodes[at as usize] {
                Node::Leaf(value) => return value,
                Node::Choice { feature, threshold, other } => {
                    let value = features.get(usize::from(feature)).copied().unwrap_or_default();
                    at = if value < threshold { at + 1 } else { other };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_are_read_and_summed() {
        let forest = Forest::parse("# two trees\nbias 0.5\n0<2 1<1 =1 =2 =4\n=-8").expect("a model");
        for (features, score) in [([0.0, 0.0], -6.5), ([0.0, 1.0], -5.5), ([2.0, 0.0], -3.5)] {
            assert_eq!(forest.score(&features), score, "{features:?}");
        }
        assert_eq!(forest.score(&[]), -6.5);
    }

    #[test]
    fn what_is_no_tree_is_refused_with_its_line() {
        for (model, line) in [("bias x", 1), ("bias 0\n0<1 =1", 2), ("=1 =2", 1), ("\n=1", 1), ("0<1 =1 0<", 1)] {
            assert_eq!(Forest::parse(model), Err(BadLine(line)), "{model:?}");
        }
    }
}
