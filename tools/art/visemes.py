"""Make the mouth's shapes for the voices of a scenario's lines.

    python visemes.py [--assets DIR] SCENARIO.scenario.ron ...

Writes `assets/audio/voice/<scenario>/<lang>/visemes.json`: for each line the shapes of the mouth, each with the
millisecond at which it begins. The sounds of a line are known (`phonemes.py`); when each is said is found on the voice's
file: of all ways to spread the sounds over the time, the one that fits its loudness best (vowels are loud, closed lips
are not) and keeps to the usual length of each sound. Run it after `voices.py`.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import soundfile

import ron
import speech
from phonemes import phonemes
from voices import load_texts

SHAPES = ("aa", "e", "i", "o", "u", "mbp", "fv", "s", "rest")
"""Shapes of a face, in the order of the models' targets (`v_aa` to `v_s`); `rest` is a closed, relaxed mouth."""

FRAME = 0.02
"""Step of the search in seconds."""

SOUNDS = {
    "aa": "aɑæʌɐWI",
    "e": "eɛɜəAœ",
    "i": "iɪjYn",
    "o": "oɔOQɒ",
    "u": "uʊwyʏøɥɹ",
    "mbp": "mbp",
    "fv": "fvʋ",
    "s": "szʃʒʧʤtdxɣθðŋlkɡhrᵊ",
    "rest": ",.!?: ",
}
"""Which sounds have which shape. Sounds made far back in the mouth show little; they get the shape of spread teeth."""

VOWELS = set("aɑæʌɐWIeɛɜəAœiɪYoɔOQɒuʊyʏø")
LONG = set("WIAOQYœ")
PAUSES = set(",.!?:")
"""Sounds that last, double sounds, and what is silent between words."""


def spoken(sounds: str) -> list[tuple[str, float, float]]:
    """Return shape, usual length in seconds and expected loudness (0 to 1) of each sound of a line."""
    shape_of = {sound: shape for shape, members in SOUNDS.items() for sound in members}
    out = []
    for sound in sounds:
        if sound == "ː" and out:
            shape, secs, loud = out[-1]
            out[-1] = (shape, secs * 1.7, loud)
        elif sound in PAUSES:
            out.append(("rest", 0.12, 0.0))
        elif sound in shape_of and sound != " ":
            secs = (0.15 if sound in LONG else 0.1) if sound in VOWELS else 0.065
            loud = 0.9 if sound in VOWELS else 0.55 if sound in "mnŋlɹrwjʋ" else 0.25
            out.append((shape_of[sound], secs, loud))
    return [("rest", 0.06, 0.0), *out, ("rest", 0.12, 0.0)]


def loudness(wave: np.ndarray, rate: int) -> np.ndarray:
    """Return how loud each frame is, from 0 to 1 of 40 dB below the loudest."""
    size = int(FRAME * rate)
    count = max(1, len(wave) // size)
    level = np.sqrt((wave[: count * size].reshape(count, size) ** 2).mean(axis=1))
    decibels = 20 * np.log10(np.maximum(level / max(level.max(), 1e-9), 1e-3))
    return np.clip(1 + decibels / 40, 0, 1)


def align(sounds: list[tuple[str, float, float]], level: np.ndarray) -> list[int]:
    """Return the frame at which each sound begins: dynamic programming over the sounds and their ends.

    The cost of a sound is the squared distance of its frames from its expected loudness, and how far, in ratio, its
    length is from the usual one at this line's tempo.
    """
    count, frames = len(sounds), len(level)
    tempo = frames * FRAME / sum(secs for _, secs, _ in sounds)
    best = np.full((count + 1, frames + 1), np.inf)
    back = np.zeros((count + 1, frames + 1), dtype=int)
    best[0, 0] = 0
    for number, (_, secs, loud) in enumerate(sounds):
        misfit = np.concatenate([[0], np.cumsum((level - loud) ** 2)])
        usual = max(secs * tempo / FRAME, 1)
        longest = int(max(4 * usual, 12))
        for start in np.flatnonzero(np.isfinite(best[number])):
            ends = np.arange(start + 1, min(frames, start + longest) + 1)
            cost = best[number, start] + misfit[ends] - misfit[start] + 0.6 * np.log((ends - start) / usual) ** 2
            better = cost < best[number + 1, ends]
            best[number + 1, ends[better]] = cost[better]
            back[number + 1, ends[better]] = start
    if not np.isfinite(best[count, frames]):
        return [round(frames * number / count) for number in range(count)]
    starts, end = [], frames
    for number in range(count, 0, -1):
        end = back[number, end]
        starts.append(int(end))
    return starts[::-1]


def track(sounds: str, file: Path) -> list[list[int]]:
    """Return when each shape of a line begins, in milliseconds, and its number; equal neighbours are one."""
    wave, rate = soundfile.read(file)
    said = spoken(sounds)
    out: list[list[int]] = []
    for start, (shape, _, _) in zip(align(said, loudness(wave, rate)), said):
        number = SHAPES.index(shape)
        if not out or out[-1][1] != number:
            out.append([round(start * FRAME * 1000), number])
    return out


def make_scenario(file: Path, assets: Path) -> None:
    """Write the shapes of all lines of a scenario that have a voice."""
    scenario = ron.parse(file.read_text(encoding="utf-8"))
    vocabulary = speech.vocabulary()
    for lang in scenario.get("languages"):
        texts, folder = load_texts(file, lang), assets / "audio" / "voice" / scenario.get("id") / lang
        tracks = {}
        for line in scenario.get("lines", []):
            name = line.at(0, "id")
            voice = folder / f"{name}.ogg"
            if voice.exists():
                tracks[name] = track(phonemes(texts[name], lang, vocabulary), voice)
        rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(row, separators=(',', ':'))}" for name, row in sorted(tracks.items()))
        (folder / "visemes.json").write_text("{\n" + rows + "\n}\n", encoding="utf-8")
        print(f"{lang}: {len(tracks)} lines")


def list_files(assets: Path) -> None:
    """Write the manifest of all files of shapes."""
    rows = []
    for file in sorted((assets / "audio" / "voice").glob("*/*/visemes.json")):
        data, path = file.read_bytes(), file.relative_to(assets).as_posix()
        rows.append(f'    "{path}": (sha256: "{hashlib.sha256(data).hexdigest()}", bytes: {len(data)}),\n')
    head = "// Shapes of mouths in assets/audio/voice. Written by tools/art/visemes.py.\n"
    (assets / "manifests" / "visemes.ron").write_text(head + "{\n" + "".join(rows) + "}\n", encoding="utf-8")


def main() -> None:
    """Parse the arguments and make the shapes of the scenarios given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenarios", type=Path, nargs="+", metavar="SCENARIO.scenario.ron")
    parser.add_argument("--assets", type=Path, default=Path(__file__).resolve().parents[2] / "assets")
    args = parser.parse_args()
    for file in args.scenarios:
        make_scenario(file, args.assets)
    list_files(args.assets)


if __name__ == "__main__":
    main()
