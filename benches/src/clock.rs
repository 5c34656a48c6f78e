//! Comparing contenders on a busy machine: CPU time, small batches in turn, medians of ratios.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// CPU time that this thread has used, which others on the machine do not add to.
#[must_use]
pub fn thread_time() -> Duration {
    time(ClockId::ThreadCPUTime)
}

/// CPU time that all threads of this process have used.
#[must_use]
pub fn process_time() -> Duration {
    time(ClockId::ProcessCPUTime)
}

fn time(clock: ClockId) -> Duration {
    Duration::try_from(clock_gettime(clock)).unwrap_or_default()
}

/// Something that is measured against others.
pub struct Contender<'c> {
    pub name: &'static str,
    pub run: Box<dyn FnMut() + 'c>,
}

impl<'c> Contender<'c> {
    pub fn new(name: &'static str, run: impl FnMut() + 'c) -> Self {
        Self { name, run: Box::new(run) }
    }
}

/// What was measured of one contender.
#[derive(Clone, Debug)]
pub struct Measured {
    pub name: &'static str,
    /// Median time of one run.
    pub nanoseconds: f64,
    /// How many times longer than the first contender, in the same round: lower quartile, median, upper quartile.
    pub ratio: [f64; 3],
}

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    pub rounds: usize,
    /// How long each contender runs in each round, about.
    pub batch: Duration,
}

impl Effort {
    #[must_use]
    pub fn of(smoke: bool) -> Self {
        if smoke {
            Self { rounds: 5, batch: Duration::from_micros(50) }
        } else {
            Self { rounds: 1001, batch: Duration::from_micros(400) }
        }
    }
}

/// Measures all contenders in turn, round by round; each ratio is one of neighbours in time.
pub fn compare(effort: Effort, contenders: &mut [Contender<'_>]) -> Vec<Measured> {
    let counts: Vec<u32> = contenders.iter_mut().map(|contender| fitting(effort.batch, contender)).collect();
    let mut times = vec![Vec::with_capacity(effort.rounds); contenders.len()];
    for round in 0..effort.rounds {
        for turn in 0..contenders.len() {
            // Another begins in each round, so that nobody always follows the same neighbour into the caches.
            let index = (round + turn) % contenders.len();
            times[index].push(batch(counts[index], &mut contenders[index]));
        }
    }
    let first = times.first().cloned().unwrap_or_default();
    let measured = |(contender, mut times): (&Contender<'_>, Vec<f64>)| {
        let mut ratios: Vec<f64> = times.iter().zip(&first).map(|(time, first)| time / first).collect();
        Measured {
            name: contender.name,
            nanoseconds: quantile(&mut times, 0.5),
            ratio: [0.25, 0.5, 0.75].map(|share| quantile(&mut ratios, share)),
        }
    };
    contenders.iter().zip(times).map(measured).collect()
}

/// How many runs fill a batch.
fn fitting(wanted: Duration, contender: &mut Contender<'_>) -> u32 {
    let mut count = 1;
    while count < 1 << 24 {
        if batch(count, contender) * f64::from(count) >= nanoseconds(wanted) {
            break;
        }
        count *= 2;
    }
    count
}

/// Nanoseconds per run.
fn batch(count: u32, contender: &mut Contender<'_>) -> f64 {
    let start = thread_time();
    for _ in 0..count {
        (contender.run)();
    }
    nanoseconds(thread_time().saturating_sub(start)) / f64::from(count)
}

#[must_use]
pub fn nanoseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e9
}

/// The value below which this share of all values lies.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a place in a list of a few thousand"
)]
pub fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let index = (values.len().saturating_sub(1) as f64 * share).round() as usize;
    values.get(index).copied().unwrap_or_default()
}
