//! Room in which a message is written.
//!
//! Its bytes are there before anything is written, unlike those of a vector: a value and what stands behind it are some
//! words that overlap, with one comparison for all of them, where a vector takes a call and a comparison for each piece.

use std::cell::Cell;
use std::{fmt, mem};

/// What is written, and the room behind it.
#[derive(Default)]
pub(crate) struct Buffer {
    room: Vec<u8>,
    length: usize,
}

impl Buffer {
    /// That of the thread's last message, so that it allocates nothing.
    pub(crate) fn take() -> Self {
        Self { room: LAST.try_with(Cell::take).unwrap_or_default(), length: 0 }
    }

    /// Leaves it to the thread's next message.
    pub(crate) fn give_back(self) {
        if self.room.capacity() <= KEPT {
            // It fails when the thread ends; then nobody writes another message.
            let _ = LAST.try_with(|last| last.set(self.room));
        }
    }

    /// What was written.
    #[inline]
    pub(crate) fn as_slice(&self) -> &[u8] {
        self.room.get(..self.length).unwrap_or_default()
    }

    /// Bytes that were written.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// Makes room for some bytes more.
    #[inline]
    pub(crate) fn reserve(&mut self, more: usize) {
        if self.room.len().wrapping_sub(self.length) < more {
            self.grow(more);
        }
    }

    #[cold]
    fn grow(&mut self, more: usize) {
        self.room.resize(self.length + more.max(STEP), 0);
    }

    /// Appends bytes.
    #[inline]
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let Self { room, length } = self;
        if let Some(room) = room.get_mut(*length..)
            && let Some(room) = room.get_mut(..bytes.len())
        {
            *length += bytes.len();
            room.copy_from_slice(bytes);
        } else {
            self.push_growing(bytes);
        }
    }

    #[cold]
    fn push_growing(&mut self, bytes: &[u8]) {
        self.grow(bytes.len());
        if let Some(room) = self.left().get_mut(..bytes.len()) {
            room.copy_from_slice(bytes);
            self.length += bytes.len();
        }
    }

    /// Appends an array of which only the first few bytes count: a copy of a fixed length takes less time.
    #[inline]
    pub(crate) fn push_start<const N: usize>(&mut self, bytes: &[u8; N], length: usize) {
        self.push(bytes);
        self.truncate(self.length - (N - length));
    }

    /// Appends a value and what stands behind it.
    #[inline]
    pub(crate) fn push_both(&mut self, value: &[u8], after: &[u8]) {
        if let Some((to_value, to_after)) = self.next_two(value.len(), after.len()) {
            to_value.copy_from_slice(value);
            to_after.copy_from_slice(after);
        } else {
            self.push_both_growing(value, after);
        }
    }

    /// The same with a value of `N` to `2 * N` bytes: two words that overlap.
    #[inline]
    pub(crate) fn push_both_short<const N: usize>(&mut self, value: &[u8], after: &[u8]) {
        if let (Some(first), Some(last)) = (value.first_chunk::<N>(), value.last_chunk::<N>())
            && let Some((to_value, to_after)) = self.next_two(value.len(), after.len())
        {
            if let Some(to) = to_value.first_chunk_mut() {
                *to = *first;
            }
            if let Some(to) = to_value.last_chunk_mut() {
                *to = *last;
            }
            to_after.copy_from_slice(after);
        } else {
            self.push_both_growing(value, after);
        }
    }

    /// Appends two runs of bytes that are still to be written, if there is room for them.
    #[inline]
    fn next_two(&mut self, first: usize, second: usize) -> Option<(&mut [u8], &mut [u8])> {
        let room = self.room.get_mut(self.length..)?.get_mut(..first + second)?;
        self.length += first + second;
        room.split_at_mut_checked(first)
    }

    #[cold]
    fn push_both_growing(&mut self, value: &[u8], after: &[u8]) {
        self.push(value);
        self.push(after);
    }

    /// Forgets what was written behind a place.
    #[inline]
    pub(crate) fn truncate(&mut self, length: usize) {
        self.length = self.length.min(length);
    }

    /// Appends what is written into the room, which has some bytes at least; how many it became is returned, with something
    /// else.
    #[inline]
    pub(crate) fn fill<T>(&mut self, most: usize, write: impl FnOnce(&mut [u8]) -> (usize, T)) -> T {
        self.reserve(most);
        let (written, found) = write(self.left());
        self.length = (self.length + written).min(self.room.len());
        found
    }

    #[inline]
    fn left(&mut self) -> &mut [u8] {
        self.room.get_mut(self.length..).unwrap_or_default()
    }
}

/// Tells the length only: what is written is a customer's data.
impl fmt::Debug for Buffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Buffer").field("length", &self.length).finish_non_exhaustive()
    }
}

impl fmt::Write for Buffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text.as_bytes());
        Ok(())
    }
}

/// Bytes by which the room grows at least: most messages fit into these.
const STEP: usize = 1 << 10;

/// Bytes of the room that a thread keeps for its next message: no more than bodies usually have.
const KEPT: usize = 64 << 10;

thread_local! {
    static LAST: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// A vector to which a message is appended: whatever happens, it ends where what was kept ends.
pub(crate) struct Appended<'v> {
    out: &'v mut Vec<u8>,
    buffer: Buffer,
    kept: usize,
}

impl<'v> Appended<'v> {
    pub(crate) fn new(out: &'v mut Vec<u8>) -> Self {
        let kept = out.len();
        let buffer = Buffer { room: mem::take(out), length: kept };
        Self { out, buffer, kept }
    }

    /// Where the message is written.
    pub(crate) fn buffer(&mut self) -> &mut Buffer {
        &mut self.buffer
    }

    /// Keeps what was written.
    pub(crate) fn keep(mut self) {
        self.kept = self.buffer.length;
    }
}

impl Drop for Appended<'_> {
    fn drop(&mut self) {
        *self.out = mem::take(&mut self.buffer.room);
        self.out.truncate(self.kept);
    }
}
