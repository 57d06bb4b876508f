"""Make the voices of a scenario's lines.

    python voices.py --work DIR [--assets DIR] SCENARIO.scenario.ron ...

For every line that somebody in the class says, and every language of the scenario, writes
`assets/audio/voice/<scenario>/<lang>/<line>.ogg`. Only lines whose text, voice or method changed are made again;
files of lines that are gone are removed. `assets/manifests/voices.ron` has the figures.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import soundfile

import ron
import speech
from audio_files import Figures, write_ogg
from phonemes import phonemes
from pitch import median_pitch

METHOD = "1"
"""Changed when the same text and voice should give another sound; every line is then made again."""

ANNOUNCER = speech.Voice((("bf_emma", 0.6), ("bf_isabella", 0.4)), 1.0)
"""An adult colleague or the public address."""

CAST = Path(__file__).resolve().parents[2] / "assets" / "models" / "students" / "cast.json"
"""Who the bodies are, written by `students/build.py`."""

BODIES = json.loads(CAST.read_text(encoding="utf-8"))
AGE = 13
"""In years, of somebody whose body is not known."""

CHORUS = 5
"""Students who say a line of the class."""


class Cast:
    """Who speaks with which voice in one scenario."""

    def __init__(self, scenario: ron.Struct):
        self._voices = {}
        for student in scenario.get("students", []):
            name = student.get("id")
            body = BODIES.get(student.get("look"), {})
            self._voices[name] = speech.student_voice(name, body.get("male", 1) < 0.5, body.get("age", AGE))

    def speakers(self, line: ron.Struct) -> list[speech.Voice]:
        """Return the voices that say a line, none if it is not voiced."""
        who = line.at(1, "speaker")
        if who.name == "Student":
            return [self._voices[who.at(0, "student")]]
        if who.name == "Class":
            names = sorted(self._voices, key=lambda name: hashlib.sha256((line.at(0, "id") + name).encode()).digest())
            return [self._voices[name] for name in names[:CHORUS]]
        if who.name == "Announcer":
            return [ANNOUNCER]
        return []


def recipe(sounds: str, voices: list[speech.Voice]) -> str:
    """Return the hash of all that decides how a line sounds."""
    return hashlib.sha256(repr((METHOD, sounds, voices)).encode()).hexdigest()[:16]


def together(takes: list[np.ndarray]) -> np.ndarray:
    """Mix several takes of one line: nobody starts at quite the same moment, the first is the loudest."""
    starts = [int(0.11 * number * speech.RATE) for number in range(len(takes))]
    out = np.zeros(max(start + len(take) for start, take in zip(starts, takes)))
    for number, (start, take) in enumerate(zip(starts, takes)):
        out[start : start + len(take)] += take / np.abs(take).max() * (1 - 0.12 * number)
    return out


def tempo_of(line: str) -> float:
    """Return how fast a line is said: a little different for each, the same each time."""
    return 0.94 + 0.1 * hashlib.sha256(line.encode()).digest()[0] / 255


def pitch_of(file: Path) -> int:
    """Return the median pitch of a shipped file in Hz."""
    wave, rate = soundfile.read(file)
    return round(median_pitch(wave if wave.ndim == 1 else wave.mean(axis=1), rate))


class Manifest:
    """The rows of `voices.ron`, by file."""

    HEAD = "// Voices in assets/audio/voice, measured on the shipped files. Written by tools/art/voices.py.\n"

    def __init__(self, path: Path):
        self._path = path
        self.rows: dict[str, str] = {}
        self.recipes: dict[str, str] = {}
        if path.exists():
            for file, row in ron.parse(path.read_text(encoding="utf-8")).items():
                fields = row.fields
                figures = Figures(
                    fields["sha256"], fields["bytes"], fields["seconds"], fields["channels"], fields["lufs"], fields["peak_db"]
                )
                self.put(file, fields["recipe"], figures, fields.get("pitch_hz") or pitch_of(path.parents[1] / file))

    def put(self, file: str, recipe_hash: str, figures: Figures, pitch: int) -> None:
        """Add or replace the row of a file."""
        self.recipes[file] = recipe_hash
        self.rows[file] = f'(recipe: "{recipe_hash}", pitch_hz: {pitch}, {figures.ron()})'

    def remove(self, file: str) -> None:
        """Forget a file."""
        del self.recipes[file], self.rows[file]

    def write(self) -> None:
        """Save all rows, sorted, so that one changed line is one changed row."""
        lines = "".join(f"    {ron.quote(file)}: {row},\n" for file, row in sorted(self.rows.items()))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(self.HEAD + "{\n" + lines + "}\n", encoding="utf-8")


def load_texts(scenario_file: Path, lang: str) -> dict[str, str]:
    """Return the texts of one language of a scenario, by id."""
    stem = scenario_file.name.removesuffix(".scenario.ron")
    return ron.parse((scenario_file.parent / f"{stem}.{lang}.ron").read_text(encoding="utf-8")).get("texts")


def make_scenario(file: Path, assets: Path, work: Path, manifest: Manifest) -> None:
    """Bring the voices of one scenario up to date; the manifest is saved after every file."""
    scenario = ron.parse(file.read_text(encoding="utf-8"))
    cast = Cast(scenario)
    vocabulary = speech.vocabulary()
    speaker = None
    wanted = set()
    for lang in scenario.get("languages"):
        texts = load_texts(file, lang)
        for line in scenario.get("lines", []):
            voices = cast.speakers(line)
            name = line.at(0, "id")
            if not voices:
                continue
            target = f"audio/voice/{scenario.get('id')}/{lang}/{name}.ogg"
            wanted.add(target)
            sounds = phonemes(texts[name], lang, vocabulary)
            made_of = recipe(sounds, voices)
            if manifest.recipes.get(target) == made_of and (assets / target).exists():
                continue
            speaker = speaker or speech.Speaker(work, threads=2)
            takes = [speaker.utter(sounds, voice, tempo_of(name)) for voice in voices]
            figures = write_ogg(assets / target, together(takes) if len(takes) > 1 else takes[0], speech.RATE)
            manifest.put(target, made_of, figures, pitch_of(assets / target))
            manifest.write()
            print(f"{lang} {name}: {figures.seconds:.1f} s, {figures.size} bytes, {figures.lufs:.1f} LUFS")
    folder = f"audio/voice/{scenario.get('id')}/"
    for gone in [row for row in manifest.rows if row.startswith(folder) and row not in wanted]:
        (assets / gone).unlink(missing_ok=True)
        manifest.remove(gone)
        print(f"removed {gone}: no line says it")
    manifest.write()


def main() -> None:
    """Parse the arguments and make the voices of the scenarios given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenarios", type=Path, nargs="+", metavar="SCENARIO.scenario.ron")
    parser.add_argument("--work", type=Path, required=True, help="folder for downloaded packages, outside the repository")
    parser.add_argument("--assets", type=Path, default=Path(__file__).resolve().parents[2] / "assets")
    args = parser.parse_args()
    manifest = Manifest(args.assets / "manifests" / "voices.ron")
    for file in args.scenarios:
        make_scenario(file, args.assets, args.work, manifest)


if __name__ == "__main__":
    main()
