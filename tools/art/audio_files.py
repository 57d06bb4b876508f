"""Writing sounds: loudness, Ogg Vorbis, and the figures of the shipped file.

Every file is brought to the same loudness, so that how loud a thing is in the room is decided in one place: the
mixer of the application.
"""

import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyloudnorm
import soundfile

TARGET_LUFS = -23.0
"""Integrated loudness of every file (EBU R 128)."""

CEILING_DB = -1.5
"""Highest sample of any file; very short sounds stay below `TARGET_LUFS` because of it."""


@dataclass(frozen=True)
class Figures:
    """What was measured on the encoded file."""

    sha256: str
    size: int
    seconds: float
    channels: int
    lufs: float
    peak_db: float

    def ron(self) -> str:
        """Return the figures as the inside of a RON struct."""
        return (
            f'sha256: "{self.sha256}", bytes: {self.size}, seconds: {self.seconds:.2f}, '
            f"channels: {self.channels}, lufs: {self.lufs:.1f}, peak_db: {self.peak_db:.1f}"
        )


def loudness(wave: np.ndarray, rate: int) -> float:
    """Return the integrated loudness in LUFS; sounds under 0.4 s are padded to the one block the measure needs."""
    short = int(0.4 * rate) - len(wave)
    if short >= 0:
        wave = np.pad(wave, [(0, short + 1)] + [(0, 0)] * (wave.ndim - 1))
    return float(pyloudnorm.Meter(rate).integrated_loudness(wave))


def decibels(value: float) -> float:
    """Return an amplitude in dB of full scale."""
    return 20 * float(np.log10(max(value, 1e-9)))


def write_ogg(path: Path, wave: np.ndarray, rate: int, quality: float = 3.0, fade: float = 0.004) -> Figures:
    """Level, cut the silent tail, fade the edges by `fade` seconds (0: a loop, not cut), encode and measure."""
    if fade:
        wave = without_tail(wave)
    wave = wave - wave.mean(axis=0)
    count = int(fade * rate)
    if count:
        ramp = np.linspace(0, 1, count).reshape([-1] + [1] * (wave.ndim - 1))
        wave[:count] *= ramp
        wave[-count:] *= ramp[::-1]
    gain = min(TARGET_LUFS - loudness(wave, rate), CEILING_DB - 0.7 - decibels(np.abs(wave).max()))
    wave = wave * 10 ** (gain / 20)
    path.parent.mkdir(parents=True, exist_ok=True)
    channels = 1 if wave.ndim == 1 else wave.shape[1]
    command = [
        "ffmpeg", "-v", "error", "-y", "-f", "f32le", "-ar", str(rate), "-ac", str(channels), "-i", "-",
        "-c:a", "libvorbis", "-q:a", str(quality), "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact",
        str(path),
    ]
    subprocess.run(command, input=wave.astype("<f4").tobytes(), check=True)
    return measure(path)


def without_tail(wave: np.ndarray) -> np.ndarray:
    """Return a sound without what follows its last sample above -60 dB of its peak."""
    level = np.abs(wave) if wave.ndim == 1 else np.abs(wave).max(axis=1)
    return wave[: np.flatnonzero(level > level.max() * 1e-3)[-1] + 1].copy()


def measure(path: Path) -> Figures:
    """Decode a file and return its figures; a file that clips is an error."""
    wave, rate = soundfile.read(path)
    peak = decibels(np.abs(wave).max())
    if peak > -0.1:
        raise SystemExit(f"{path.name} clips: {peak:.1f} dB")
    data = path.read_bytes()
    channels = 1 if wave.ndim == 1 else wave.shape[1]
    return Figures(hashlib.sha256(data).hexdigest(), len(data), len(wave) / rate, channels, loudness(wave, rate), peak)
