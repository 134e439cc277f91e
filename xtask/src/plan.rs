//! A command as a list of named steps, printed and timed as they go. It knows nothing of what the steps do.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

type Work<'a> = Box<dyn FnOnce() -> Result<()> + 'a>;

#[derive(Default)]
pub struct Plan<'a> {
    steps: Vec<(String, Work<'a>)>,
}

impl<'a> Plan<'a> {
    pub fn step(mut self, name: impl Into<String>, work: impl FnOnce() -> Result<()> + 'a) -> Self {
        self.steps.push((name.into(), Box::new(work)));
        self
    }

    /// Runs the steps in order and stops at the first that fails, naming it.
    pub fn run(self) -> Result<()> {
        let total = self.steps.len();
        for (number, (name, work)) in (1..).zip(self.steps) {
            println!("\n[{number}/{total}] {name}");
            let started = Instant::now();
            work().with_context(|| format!("step {number} of {total} failed ({name})"))?;
            println!("[{number}/{total}] done in {}", words(started.elapsed()));
        }
        Ok(())
    }
}

/// A duration as one reads it: `0.4 s`, `12 s`, `3 min 20 s`.
pub fn words(duration: Duration) -> String {
    match duration.as_secs() {
        0..10 => format!("{:.1} s", duration.as_secs_f32()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_told_in_words() {
        for (milliseconds, expected) in [(0, "0.0 s"), (420, "0.4 s"), (12_900, "12 s"), (200_000, "3 min 20 s")] {
            assert_eq!(words(Duration::from_millis(milliseconds)), expected);
        }
    }

    #[test]
    fn the_first_failing_step_is_named_and_the_next_is_not_run() {
        let mut later = false;
        let plan = Plan::default().step("first", || anyhow::bail!("no disk")).step("second", || {
            later = true;
            Ok(())
        });
        let error = plan.run().expect_err("the first step fails");
        assert_eq!(format!("{error:#}"), "step 1 of 2 failed (first): no disk");
        assert!(!later);
    }
}
