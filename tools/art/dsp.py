"""The few signal tools the sounds are made with. Everything is 48 kHz, float, numpy."""

import numpy as np

RATE = 48_000


def samples(seconds: float) -> int:
    """Return a duration as a number of samples."""
    return int(seconds * RATE)


def times(seconds: float) -> np.ndarray:
    """Return the time of every sample of a sound of that length."""
    return np.arange(samples(seconds)) / RATE


def band(wave: np.ndarray, low: float, high: float) -> np.ndarray:
    """Keep what lies between two frequencies in Hz, with 18 dB per octave outside.

    The filter is circular: a sound that loops stays a sound that loops.
    """
    spectrum = np.fft.rfft(wave, axis=0)
    frequency = np.fft.rfftfreq(len(wave), 1 / RATE)
    gain = 1 / (1 + (low / np.maximum(frequency, 1)) ** 6) / (1 + (frequency / high) ** 6)
    return np.fft.irfft(spectrum * gain.reshape([-1] + [1] * (wave.ndim - 1)), len(wave), axis=0)


def decay(seconds: float, attack: float, fall: float) -> np.ndarray:
    """Return the envelope of something struck: linear rise, exponential fall with time constant `fall`."""
    t = times(seconds)
    return np.clip(t / attack, 0, 1) * np.exp(-t / fall)


def curve(count: int, *points: tuple[float, float]) -> np.ndarray:
    """Return a line through (position 0..1, value) points."""
    return np.interp(np.linspace(0, 1, count), [p for p, _ in points], [v for _, v in points])


def tone(frequency: np.ndarray | float, count: int) -> np.ndarray:
    """Return a sine whose frequency in Hz may change over time."""
    return np.sin(2 * np.pi * np.cumsum(np.broadcast_to(frequency, count)) / RATE)


def place(target: np.ndarray, wave: np.ndarray, at: float) -> None:
    """Add a sound into a longer one, `at` seconds from the start; what does not fit is cut."""
    start = samples(at)
    end = min(len(target), start + len(wave))
    target[start:end] += wave[: end - start]


def classroom(wave: np.ndarray, draw: np.random.Generator, wet: float = 0.2, tail: float = 0.55) -> np.ndarray:
    """Put a sound in a classroom: a few early reflections and a dense tail of `tail` seconds (-60 dB)."""
    response = room_response(draw, tail)
    size = len(wave) + len(response)
    echo = np.fft.irfft(np.fft.rfft(wave, size) * np.fft.rfft(response, size), size)
    result = wet * echo
    result[: len(wave)] += (1 - wet) * wave
    return result


def room_response(draw: np.random.Generator, tail: float) -> np.ndarray:
    """Return the impulse response of a furnished classroom, with unit energy."""
    count = samples(tail * 1.2)
    # Filtered before it decays: the circular filter would carry the loud beginning over to the end.
    response = band(draw.standard_normal(count), 180, 6500) * np.exp(-6.9 * np.arange(count) / samples(tail))
    for _ in range(9):
        response[samples(draw.uniform(0.008, 0.042))] += draw.choice([-1, 1]) * 3
    return response / np.sqrt((response**2).sum())
