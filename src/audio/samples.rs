//! The mix as samples, made when asked for: no device, and the same every time. For tests and for a file to listen to.

use std::convert::Infallible;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use kira::backend::{Backend, Renderer};

/// Left and right.
const CHANNELS: u16 = 2;
/// Bytes of a sample in a file.
const SAMPLE_BYTES: u16 = 2;
/// Longest time made at once, in seconds.
const LONGEST_SECS: f64 = 4.0;

/// Makes samples when asked to.
pub struct SampleBackend {
    rate: u32,
    renderer: Option<Mutex<Renderer>>,
    /// Time asked for that is not a whole sample yet, in samples.
    owed: f64,
}

impl Backend for SampleBackend {
    /// Samples a second.
    type Settings = u32;
    type Error = Infallible;

    fn setup(rate: u32, _: usize) -> Result<(Self, u32), Infallible> {
        Ok((Self { rate, renderer: None, owed: 0.0 }, rate))
    }

    fn start(&mut self, renderer: Renderer) -> Result<(), Infallible> {
        self.renderer = Some(Mutex::new(renderer));
        Ok(())
    }
}

impl SampleBackend {
    /// The next so many seconds of the mix: left, right, left, right, each from -1 to 1.
    pub fn render(&mut self, secs: f64) -> Vec<f32> {
        self.owed += secs.clamp(0.0, LONGEST_SECS) * f64::from(self.rate);
        let frames = self.owed.floor();
        self.owed -= frames;
        let mut samples = vec![0.0; frames as usize * usize::from(CHANNELS)];
        if let Some(renderer) = &mut self.renderer {
            let renderer = renderer.get_mut().unwrap_or_else(PoisonError::into_inner);
            renderer.on_start_processing();
            renderer.process(&mut samples, CHANNELS);
        }
        samples
    }
}

/// A sound file (WAV, 16 bits, stereo) that grows.
pub struct WavFile {
    file: BufWriter<File>,
    rate: u32,
    bytes: u32,
}

impl WavFile {
    /// Starts a file, and the folders above it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn create(path: &Path, rate: u32) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = BufWriter::new(File::create(path)?);
        file.write_all(&header(rate, 0))?;
        Ok(Self { file, rate, bytes: 0 })
    }

    /// Adds samples from -1 to 1. The file is complete after each call.
    ///
    /// # Errors
    /// If it cannot be written, or would become longer than the format allows (six hours).
    pub fn add(&mut self, samples: &[f32]) -> io::Result<()> {
        let bytes: Vec<u8> = samples.iter().flat_map(|sample| as_integer(*sample).to_le_bytes()).collect();
        let grown = u32::try_from(bytes.len()).ok().and_then(|more| self.bytes.checked_add(more));
        self.bytes = grown.filter(|bytes| *bytes < u32::MAX - 64).ok_or(io::ErrorKind::FileTooLarge)?;
        self.file.write_all(&bytes)?;
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(&header(self.rate, self.bytes))?;
        self.file.seek(SeekFrom::End(0))?;
        self.file.flush()
    }
}

fn as_integer(sample: f32) -> i16 {
    (sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)).round() as i16
}

/// What stands before so many bytes of samples.
fn header(rate: u32, bytes: u32) -> Vec<u8> {
    let frame = CHANNELS * SAMPLE_BYTES;
    let mut header = Vec::with_capacity(44);
    header.extend(b"RIFF");
    header.extend((bytes + 36).to_le_bytes());
    header.extend(b"WAVEfmt ");
    header.extend(16u32.to_le_bytes());
    header.extend(1u16.to_le_bytes());
    header.extend(CHANNELS.to_le_bytes());
    header.extend(rate.to_le_bytes());
    header.extend((rate * u32::from(frame)).to_le_bytes());
    header.extend(frame.to_le_bytes());
    header.extend((SAMPLE_BYTES * 8).to_le_bytes());
    header.extend(b"data");
    header.extend(bytes.to_le_bytes());
    header
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_what_was_added() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("new").join("mix.wav");
        let mut file = WavFile::create(&path, 8000).unwrap();
        file.add(&[0.0, 1.0]).unwrap();
        file.add(&[-2.0, 0.5]).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(bytes.len(), 44 + 8);
        assert_eq!((&bytes[..4], &bytes[8..12], &bytes[36..40]), (&b"RIFF"[..], &b"WAVE"[..], &b"data"[..]));
        assert_eq!(u32::from_le_bytes(bytes[4..8].try_into().unwrap()), 44);
        assert_eq!(u32::from_le_bytes(bytes[40..44].try_into().unwrap()), 8);
        let samples: Vec<i16> = bytes[44..].chunks(2).map(|two| i16::from_le_bytes([two[0], two[1]])).collect();
        assert_eq!(samples, [0, 32767, -32767, 16384]);
    }

    #[test]
    fn parts_of_samples_are_not_lost() {
        let (mut backend, _) = SampleBackend::setup(1000, 128).unwrap();
        let made: usize = (0..1000).map(|_| backend.render(0.0107).len() / 2).sum();
        assert!((10_699..=10_700).contains(&made), "{made}");
    }
}
