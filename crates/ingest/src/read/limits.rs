//! How much may come out of one file: archives can claim to hold more than any disk, and archives in archives more
//! than that. What is counted here is what was really unpacked, never what a header says. `docs/formats.md` names the
//! limits.

use std::io::Read;

/// The most that is ever unpacked from one file, in bytes.
const MAX_UNPACKED: u64 = 1 << 30;

/// A small file may unpack to this much whatever its size, in bytes.
const ALWAYS_UNPACKED: u64 = 64 << 20;

/// How many times its own size a larger file may unpack to. Texts of one repeated line reach about 1,000, real ones 20.
const MAX_RATIO: u64 = 200;

/// How many files may lie in each other, the outermost not counted.
const MAX_DEPTH: u32 = 4;

/// How many members one file may hold, those of the archives in it counted too.
const MAX_MEMBERS: u32 = 100_000;

/// What may still come out of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Limits {
    depth: u32,
    bytes_left: u64,
    bytes_allowed: u64,
    members_left: u32,
    is_reached: bool,
}

/// A member as far as it could be unpacked.
#[derive(Debug)]
pub(super) struct Unpacked {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// What is wrong with the rest, as the library words it.
    pub(super) damage: Option<std::io::Error>,
}

/// Something would go beyond the limits, in words; nothing more is unpacked from the file.
#[derive(Debug)]
pub(super) struct TooMuch(pub(super) String);

impl Limits {
    /// The limits of a file of this many bytes.
    pub(super) fn of_file(len: usize) -> Self {
        let bytes_left = (len as u64).saturating_mul(MAX_RATIO).clamp(ALWAYS_UNPACKED, MAX_UNPACKED);
        Self { depth: 0, bytes_left, bytes_allowed: bytes_left, members_left: MAX_MEMBERS, is_reached: false }
    }

    /// The limits of a file that may unpack to this many bytes.
    #[cfg(test)]
    pub(super) fn of_bytes(bytes_left: u64) -> Self {
        Self { bytes_left, bytes_allowed: bytes_left, ..Self::of_file(0) }
    }

    /// Goes into a member, or says why not.
    pub(super) fn enter(&mut self) -> Result<(), String> {
        if self.depth >= MAX_DEPTH {
            return Err(format!("not read: it lies in more than {MAX_DEPTH} files that each lie in another"));
        }
        self.depth += 1;
        Ok(())
    }

    /// Comes back out of it.
    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether nothing more may be unpacked; it has been reported then.
    pub(super) fn is_reached(&self) -> bool {
        self.is_reached
    }

    /// How many bytes a stream may hold that members are cut from, blocks between them included.
    pub(super) fn stream_len(&self) -> u64 {
        self.bytes_left.saturating_mul(2)
    }

    /// Counts one member.
    pub(super) fn count_member(&mut self) -> Result<(), TooMuch> {
        match self.members_left.checked_sub(1) {
            Some(left) => {
                self.members_left = left;
                Ok(())
            }
            None => Err(self.too_much(&format!("it holds more than {MAX_MEMBERS} files"))),
        }
    }

    /// Reads a member to its end, or to where it is damaged.
    pub(super) fn unpack(&mut self, mut member: impl Read) -> Result<Unpacked, TooMuch> {
        let mut bytes = Vec::new();
        // One byte more than allowed tells a member that ends there from one that goes on.
        let mut member = Read::by_ref(&mut member).take(self.bytes_left + 1);
        let damage = member.read_to_end(&mut bytes).err();
        let n_unpacked = bytes.len() as u64;
        if n_unpacked > self.bytes_left {
            let mib = self.bytes_allowed >> 20;
            return Err(self.too_much(&format!("it would unpack to more than {mib} MiB")));
        }
        self.bytes_left -= n_unpacked;
        Ok(Unpacked { bytes, damage })
    }

    fn too_much(&mut self, why: &str) -> TooMuch {
        self.is_reached = true;
        TooMuch(format!("unpacked only in part: {why}; what came before is kept"))
    }
}
