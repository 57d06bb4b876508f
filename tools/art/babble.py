"""Talk, whispers and laughter of children in syllables of no language, so that they fit every lesson and nobody can
follow them.

A talk file holds `PHRASES` sentences of one child, each in a slot of `SLOT` seconds; the application plays one slot at
a time, from where a student sits, as often as the simulation has somebody talk.
"""

from pathlib import Path

import numpy as np
from scipy.linalg import solve_toeplitz
from scipy.signal import lfilter, resample_poly

import speech
from dsp import RATE, band, classroom, curve, place, samples

Draw = np.random.Generator

SLOT, PHRASES = 2.4, 4
"""Length of a slot in seconds, and slots of a file; `SLOT_SECS` and `SLOTS` of `src/audio/talkers.rs`."""

TALKERS, WHISPERERS = 8, 3
"""How many children have a talk file and how many a file of whispers."""

CONSONANTS = "p b t d k f s ʃ m n l ɹ w j h v z".split()
VOWELS = "ɑ ɛ ɪ i ɔ u A O ə".split()


def phrase(draw: Draw) -> str:
    """Return a short sentence of no language."""
    words = []
    for _ in range(draw.integers(3, 7)):
        syllables = [str(draw.choice(CONSONANTS)) + str(draw.choice(VOWELS)) for _ in range(draw.integers(1, 4))]
        words.append("ˈ" + "".join(syllables) + str(draw.choice(["", "", "n", "t", "s"])))
    return " ".join(words) + str(draw.choice([".", "?", "!", "."]))


class Children:
    """The generated voices that talk and laugh."""

    def __init__(self, work: Path):
        self._speaker = speech.Speaker(work, threads=2)
        self._voices = [speech.student_voice(f"babble-{n}", girl=n % 2 == 0, age=13) for n in range(14)]

    def phrases(self, draw: Draw, child: int) -> list[np.ndarray]:
        """Return the sentences of one child, each short enough for a slot."""
        takes = []
        while len(takes) < PHRASES:
            take = to_effects_rate(self._speaker.utter(phrase(draw), self._voices[child], draw.uniform(0.98, 1.15)))
            if samples(0.8) < len(take) < samples(SLOT - 0.05):
                takes.append(take)
        return takes

    def laughs(self, draw: Draw) -> list[np.ndarray]:
        """Return one laugh for each of the first nine voices: bursts of h and a vowel, tiring towards the end."""
        out = []
        for voice in self._voices[:9]:
            vowel = str(draw.choice(["a", "ɑ", "ɛ", "ʌ", "i"]))
            bursts = draw.integers(4, 8)
            text = " ".join([f"hˈ{vowel}"] * bursts) + "!"  # one word per burst, else the model slurs them together
            out.append(to_effects_rate(self._speaker.utter(text, voice, draw.uniform(1.1, 1.4))))
        return out


def to_effects_rate(take: np.ndarray) -> np.ndarray:
    """Return a take of the voices at the effects' sample rate, all equally loud."""
    wave = resample_poly(take, RATE, speech.RATE)
    return wave / np.sqrt((wave**2).mean())


def slots(takes: list[np.ndarray]) -> np.ndarray:
    """Return takes one after another, each at the start of its slot."""
    out = np.zeros(samples(SLOT) * len(takes))
    for number, take in enumerate(takes):
        place(out, band(take, 130, 7000), number * SLOT)
    return out


def whispered(take: np.ndarray, draw: Draw, order: int = 22) -> np.ndarray:
    """Return the same words without a voice: linear prediction keeps what mouth and tongue do (25 ms frames), and noise
    takes the place of the vocal cords."""
    low = resample_poly(take, 1, RATE // 16_000)
    frame, hop = 400, 160
    window = np.hanning(frame)
    out = np.zeros(len(low) + frame)
    for start in range(0, len(low) - frame, hop):
        part = low[start : start + frame] * window
        lags = np.correlate(part, part, "full")[frame - 1 : frame + order]
        if lags[0] < 1e-6:
            continue
        lags[0] *= 1.001
        predictor = solve_toeplitz(lags[:order], lags[1 : order + 1])
        gain = np.sqrt(max(lags[0] - predictor @ lags[1 : order + 1], 0) / frame)
        noise = lfilter([1.0], np.concatenate([[1.0], -predictor]), draw.standard_normal(frame) * gain)
        out[start : start + frame] += noise * window
    return band(resample_poly(out[: len(low)], RATE // 16_000, 1), 500, 7000)


def talk(child: int):
    """Return what makes the talk file of one child."""
    return lambda draw, children: slots(children.phrases(draw, child))


def whisper(child: int):
    """Return what makes the file of whispers of one child."""
    return lambda draw, children: slots([whispered(take, draw) for take in children.phrases(draw, child)])


def laugh_class(draw: Draw, children: Children) -> np.ndarray:
    """Several children laughing, each starting a little later than the first."""
    out = np.zeros(samples(3.2))
    for number, laugh in enumerate(children.laughs(draw)):
        distance = draw.uniform(0.35, 1)
        place(out, band(laugh * distance, 150, 3500 + 4500 * distance), number * draw.uniform(0.04, 0.1))
    return classroom(out * curve(len(out), (0, 1), (0.75, 1), (1, 0)), draw, 0.35, 0.6)


VOICED = {
    "laugh_class": laugh_class,
    **{f"talk_{number + 1}": talk(number) for number in range(TALKERS)},
    **{f"whisper_{number + 1}": whisper(number) for number in range(WHISPERERS)},
}
"""What the voices make, by name."""

SLOTTED = tuple(name for name in VOICED if name != "laugh_class")
"""Files that are cut into slots."""
