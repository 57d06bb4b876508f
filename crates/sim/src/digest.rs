//! A small hasher whose result is part of our file formats: the same bytes on every machine.

use std::fmt::{self, Debug, Write};

/// FNV-1a over 64 bits (Fowler, Noll, Vo), fed byte by byte in little-endian order.
///
/// It is no `std::hash::Hasher`: what `derive(Hash)` feeds is the compiler's affair. Numbers have a fixed width here, and
/// whatever has variants is fed as its `Debug` text. Rust does not promise that text for all times; the test of the rules'
/// version notices if it ever changes, and `RULES` is raised then.
#[derive(Debug, Clone)]
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    /// The digest of what was fed so far.
    pub fn finish(&self) -> u64 {
        self.0
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// Feeds a number of 32 bits.
    pub fn u32(&mut self, value: u32) {
        self.bytes(&value.to_le_bytes());
    }

    /// Feeds a number of 64 bits.
    pub fn u64(&mut self, value: u64) {
        self.bytes(&value.to_le_bytes());
    }

    /// Feeds the bits of a float.
    pub fn float(&mut self, value: f32) {
        self.u32(value.to_bits());
    }

    /// Feeds a value by its names and numbers, ended by a byte that no text has.
    pub fn named(&mut self, value: &impl Debug) {
        // Writing into a number cannot fail.
        write!(self, "{value:?}").ok();
        self.bytes(&[0xff]);
    }
}

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.bytes(text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_are_those_that_the_format_says() {
        let mut empty = Digest::default();
        assert_eq!(empty.finish(), 0xcbf2_9ce4_8422_2325);
        // The published test vector of FNV-1a for "foobar".
        empty.bytes(b"foobar");
        assert_eq!(empty.finish(), 0x8594_4171_f739_67e8);
        let digest = |feed: fn(&mut Digest)| {
            let mut digest = Digest::default();
            feed(&mut digest);
            digest.finish()
        };
        assert_eq!(digest(|d| d.u32(0x0403_0201)), digest(|d| d.bytes(&[1, 2, 3, 4])));
        assert_eq!(digest(|d| d.named(&Some(5))), digest(|d| d.bytes(b"Some(5)\xff")));
    }
}
