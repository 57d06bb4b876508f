"""How high voices are: the pitch of a recording, and whether made voices are lower the older their speakers.

    python pitch.py --work DIR

lets some girls and boys of each band of age say a sentence, prints the median pitch of each band, and fails if a band is
not lower than the younger one.
"""

import argparse
from pathlib import Path

import numpy as np

LOWEST, HIGHEST = 70, 450
"""Where the pitch of a voice may lie, in Hz."""

VOICED = 0.55
"""From this likeness of one period to the next on, a moment counts as voiced."""

SENTENCE = "I have finished my work, may I go outside now?"
AGES = (7, 13, 17)
KEYS = 6
"""Speakers of each band and sex who are listened to."""


def median_pitch(wave: np.ndarray, rate: int) -> float:
    """Return the median pitch of the voiced moments of a recording in Hz, by autocorrelation; 0 if there are none."""
    length, step = int(0.05 * rate), int(0.01 * rate)
    shortest, longest = int(rate / HIGHEST), int(rate / LOWEST)
    found = []
    for start in range(0, len(wave) - length - longest, step):
        frame = wave[start : start + length + longest] - wave[start : start + length + longest].mean()
        here = frame[:length]
        power = np.convolve(frame**2, np.ones(length), "valid")
        likeness = np.correlate(frame, here, "valid") / np.sqrt(np.maximum(power * power[0], 1e-12))
        part = likeness[shortest : longest + 1]
        best = part.max()
        if power[0] < 1e-4 * length or best < VOICED:
            continue
        # The first peak that is nearly as good as the best: twice the period fits as well.
        peaks = np.flatnonzero((part[1:-1] >= part[:-2]) & (part[1:-1] >= part[2:]) & (part[1:-1] > 0.9 * best)) + 1
        if len(peaks):
            found.append(rate / (shortest + peaks[0]))
    return float(np.median(found)) if found else 0.0


def main() -> None:
    """Parse the arguments and compare the bands of age."""
    import speech
    from phonemes import phonemes

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True, help="folder for downloaded packages, outside the repository")
    speaker = speech.Speaker(parser.parse_args().work, threads=2)
    sounds = phonemes(SENTENCE, "en", speech.vocabulary())
    for girl in (True, False):
        bands = []
        for age in AGES:
            voices = [speech.student_voice(f"pitch-{key}", girl, age) for key in range(KEYS)]
            bands.append(np.median([median_pitch(speaker.utter(sounds, voice), speech.RATE) for voice in voices]))
        told = ", ".join(f"{age}: {pitch:.0f} Hz" for age, pitch in zip(AGES, bands))
        print(f"{'girls' if girl else 'boys'} of {told}", flush=True)
        if any(older >= 0.97 * younger for younger, older in zip(bands, bands[1:])):
            raise SystemExit("the older are not lower than the younger")


if __name__ == "__main__":
    main()
