"""Make the sounds of the classroom.

    python sounds.py --work DIR [--assets DIR] [--only NAME ...]

Writes `assets/audio/fx/*.ogg` and `assets/manifests/audio.ron`. Nothing is recorded or sampled: things are noise,
tones and envelopes; laughter and talk come from the generated voices (`babble.py`).
"""

import argparse
import re
import zlib
from pathlib import Path

import numpy as np

import babble
from audio_files import write_ogg
from dsp import RATE, band, classroom, curve, decay, place, room_response, samples, times, tone

Draw = np.random.Generator


def bell(draw: Draw) -> np.ndarray:
    """School bell: a hammer at 26 strokes a second on a gong whose partials are not harmonic."""
    partials = [(1, 1, 0.45), (1.51, 0.7, 0.3), (2.03, 0.8, 0.35), (2.74, 0.5, 0.2), (3.77, 0.45, 0.15), (5.2, 0.3, 0.1)]
    t = times(0.5)
    stroke = 0.25 * draw.standard_normal(len(t)) * np.exp(-t / 0.004)
    for ratio, level, fall in partials:
        stroke += level * np.sin(2 * np.pi * 1180 * ratio * t + ratio) * np.exp(-t / fall)
    out = np.zeros(samples(3.4))
    at = 0.0
    while at < 2.2:
        place(out, stroke * draw.uniform(0.75, 1), at)
        at += draw.uniform(0.96, 1.04) / 26
    return classroom(out, draw, 0.25, 0.8)


def chair(draw: Draw, seconds: float = 0.7, pitch: float = 210) -> np.ndarray:
    """Chair leg on linoleum: stick-slip pulses that excite the resonances of the frame."""
    t = times(seconds)
    frequency = pitch + 0.55 * pitch * np.sin(np.pi * t / seconds) + np.cumsum(draw.standard_normal(len(t))) * 0.05
    phase = np.cumsum(frequency) / RATE
    pulses = np.maximum(0, 1 - (phase % 1) / 0.18) ** 2
    scrape = band(pulses * (1 + 0.6 * draw.standard_normal(len(t))), 160, 5200)
    out = scrape.copy()
    for centre, width in ((430, 60), (980, 110), (1730, 160), (2900, 260)):
        out += 0.8 * band(scrape, centre - width, centre + width)
    shake = 0.7 + 0.3 * np.sin(2 * np.pi * 9 * t) ** 2
    return classroom(out * curve(len(t), (0, 0), (0.07, 1), (0.6, 0.8), (1, 0)) * shake, draw, 0.18, 0.5)


def step(draw: Draw) -> np.ndarray:
    """One footstep of a soft sole: heel, then toe."""
    hard = draw.uniform(0.85, 1.1)
    heel = band(draw.standard_normal(samples(0.25)), 90, 900) * decay(0.25, 0.001, 0.028)
    heel += 0.5 * tone(draw.uniform(84, 100), len(heel)) * decay(0.25, 0.002, 0.035)
    toe = band(draw.standard_normal(samples(0.15)), 300, 3200) * decay(0.15, 0.002, 0.02) * 0.45
    out = np.zeros(samples(0.3))
    place(out, heel * hard, 0.0)
    place(out, toe, draw.uniform(0.075, 0.1))
    return classroom(out, draw, 0.18, 0.4)


def step_on_carpet(draw: Draw) -> np.ndarray:
    """The same on carpet tiles: no click of the sole, a dull heel, and pile that is brushed."""
    heel = band(draw.standard_normal(samples(0.25)), 60, 380) * decay(0.25, 0.004, 0.04)
    heel += 0.6 * tone(draw.uniform(62, 78), len(heel)) * decay(0.25, 0.004, 0.045)
    brush = band(draw.standard_normal(samples(0.18)), 900, 4200) * curve(samples(0.18), (0, 0), (0.3, 0.16), (1, 0))
    out = np.zeros(samples(0.3))
    place(out, heel * draw.uniform(0.85, 1.1), 0.0)
    place(out, brush, draw.uniform(0.06, 0.09))
    return classroom(out, draw, 0.1, 0.3)


def door_open(draw: Draw) -> np.ndarray:
    """A door is opened: the handle goes down, the latch leaves its plate, air and hinges move."""
    out = np.zeros(samples(0.75))
    for at, level in ((0.0, 0.5), (0.14, 1.0)):
        latch = band(draw.standard_normal(samples(0.12)), 900, 6500) * decay(0.12, 0.0006, 0.008)
        latch += 0.5 * tone(draw.uniform(1250, 1500), len(latch)) * decay(0.12, 0.0006, 0.012)
        place(out, level * latch, at)
    air = band(draw.standard_normal(samples(0.55)), 80, 700) * curve(samples(0.55), (0, 0), (0.3, 0.3), (1, 0))
    hinge = tone(curve(samples(0.4), (0, 240), (0.5, 310), (1, 270)), samples(0.4)) * curve(samples(0.4), (0, 0), (0.4, 0.05), (1, 0))
    place(out, air, 0.15)
    place(out, hinge, 0.2)
    return classroom(out, draw, 0.2, 0.5)


def door_shut(draw: Draw) -> np.ndarray:
    """A door falls shut: wood on its frame, the pane rattles, the latch snaps."""
    out = np.zeros(samples(0.7))
    thud = band(draw.standard_normal(samples(0.4)), 45, 420) * decay(0.4, 0.002, 0.05)
    thud += 0.9 * tone(curve(samples(0.4), (0, 96), (1, 80)), samples(0.4)) * decay(0.4, 0.002, 0.07)
    pane = band(draw.standard_normal(samples(0.25)), 1500, 4200) * decay(0.25, 0.001, 0.03) * 0.16
    latch = band(draw.standard_normal(samples(0.1)), 1200, 7500) * decay(0.1, 0.0005, 0.007) * 0.6
    place(out, thud, 0.02)
    place(out, pane, 0.03)
    place(out, latch, 0.05)
    return classroom(out, draw, 0.22, 0.6)


def corridor(draw: Draw) -> np.ndarray:
    """A school's corridor, 16 s loop: a long hall, somebody's steps, a locker, far talk of which no word is understood."""
    count = samples(16)
    dry = np.zeros(count)
    at = 1.5
    while at < 8:
        place(dry, 0.5 * curve(6, (0, 0.3), (0.5, 1), (1, 0.3))[int((at - 1.5) // 1.2) % 6] * step(draw), at)
        at += draw.uniform(0.52, 0.58)
    place(dry, 0.35 * band(door_shut(draw), 60, 2400), 11.2)
    for centre, pitch in ((3.0, 205), (6.5, 245), (9.5, 225), (13.2, 190)):
        length = samples(2.2)
        voice = tone(pitch * (1 + 0.06 * np.sin(np.linspace(0, 9, length))), length)
        voice = np.sign(voice) * np.abs(voice) ** 0.4
        voice = band(voice, 300, 700) + 0.5 * band(voice, 1000, 1900)
        syllables = np.abs(np.sin(np.pi * np.linspace(0, 2.2 * draw.uniform(3.6, 4.6), length))) ** 1.5
        place(dry, 0.22 * voice * syllables * np.hanning(length), centre)
    hall = np.zeros(count)
    response = room_response(draw, 1.8)
    hall[: len(response)] = response
    # On a circle, so that the loop has no seam.
    wet = np.fft.irfft(np.fft.rfft(dry) * np.fft.rfft(hall), count)
    air = band(draw.standard_normal(count), 60, 500) * 0.012
    return 0.25 * dry + 0.75 * wet + air


def key_stroke(draw: Draw) -> np.ndarray:
    """One laptop key: the plate, the click of the cap, and the quieter release."""
    count = samples(0.09)
    down = band(draw.standard_normal(count), 900, 9000) * decay(0.09, 0.0006, 0.006)
    down += 0.35 * tone(draw.uniform(1700, 3200), count) * decay(0.09, 0.0005, 0.005)
    down += 0.6 * band(draw.standard_normal(count), 120, 600) * decay(0.09, 0.001, 0.012)
    up = band(draw.standard_normal(samples(0.03)), 2000, 9000) * decay(0.03, 0.0006, 0.004) * 0.4
    place(down, up, draw.uniform(0.05, 0.06))
    return down * draw.uniform(0.5, 1)


def keyboard(draw: Draw) -> np.ndarray:
    """Typing, about seven keys a second with pauses."""
    out = np.zeros(samples(4.3))
    at = 0.03
    while at < 4:
        place(out, key_stroke(draw), at)
        at += draw.choice([0.09, 0.12, 0.15, 0.2, 0.45], p=[0.25, 0.3, 0.25, 0.12, 0.08])
    return classroom(out, draw, 0.12, 0.4)


def pencil(draw: Draw) -> np.ndarray:
    """Writing: strokes of hiss with short lifts of the hand."""
    t = times(3)
    strokes = np.zeros(len(t))
    at = 0.0
    while at < 3:
        length = draw.uniform(0.06, 0.2)
        inside = (t >= at) & (t < at + length)
        strokes[inside] = np.sin(np.pi * (t[inside] - at) / length) ** 0.6 * draw.uniform(0.5, 1)
        at += length + draw.choice([0.02, 0.04, 0.25], p=[0.5, 0.4, 0.1])
    return classroom(band(draw.standard_normal(len(t)), 1800, 9500) * strokes, draw, 0.1, 0.4)


def paper(draw: Draw) -> np.ndarray:
    """A sheet crumpled: hundreds of tiny snaps."""
    out = np.zeros(samples(1.0))
    for _ in range(240):
        length = draw.integers(60, 900)
        snap = draw.standard_normal(length) * np.exp(-np.arange(length) / (length / 4)) * draw.exponential(0.5)
        place(out, snap, draw.uniform(0, 0.95))
    return classroom(band(out, 700, 12000) * curve(len(out), (0, 0.3), (0.2, 1), (1, 0.15)), draw, 0.1, 0.4)


def vibrate(draw: Draw) -> np.ndarray:
    """A phone on a desk: two buzzes of the motor, and the table top rattling along."""
    motor = tone(165, samples(0.45)) + 0.4 * np.sign(tone(165, samples(0.45)))
    rattle = band(np.abs(tone(82.5, len(motor))) ** 12 * draw.standard_normal(len(motor)), 350, 2600)
    buzz = (band(motor, 120, 1400) + 0.8 * rattle) * curve(len(motor), (0, 0), (0.08, 1), (0.9, 1), (1, 0))
    out = np.zeros(samples(1.3))
    place(out, buzz, 0.0)
    place(out, buzz, 0.75)
    return classroom(out, draw, 0.12, 0.4)


def chime(frequency: float, seconds: float, fall: float) -> np.ndarray:
    """A soft struck bar: fundamental and the fourth harmonic a bar has."""
    count = samples(seconds)
    return (
        tone(frequency, count) * decay(seconds, 0.004, fall)
        + 0.18 * tone(frequency * 3.98, count) * decay(seconds, 0.002, fall / 4)
    )


def notification(_: Draw) -> np.ndarray:
    """Two rising soft notes."""
    out = np.zeros(samples(0.9))
    place(out, 0.8 * chime(784, 0.7, 0.16), 0.0)
    place(out, chime(1175, 0.75, 0.2), 0.12)
    return out


def click(draw: Draw) -> np.ndarray:
    """The interface's click: short, round, not tiring."""
    count = samples(0.07)
    out = tone(curve(count, (0, 1150), (1, 760)), count) * decay(0.07, 0.0015, 0.011)
    return out + 0.12 * band(draw.standard_normal(count), 1500, 6000) * decay(0.07, 0.0005, 0.003)


def grab(draw: Draw) -> np.ndarray:
    """A hand closing on plastic: a soft thump and a touch of rub."""
    thump = band(draw.standard_normal(samples(0.2)), 140, 900) * decay(0.2, 0.004, 0.03)
    rub = band(draw.standard_normal(samples(0.2)), 1200, 5200) * curve(samples(0.2), (0, 0), (0.15, 0.3), (0.5, 0.12), (1, 0))
    return classroom(thump + 0.5 * rub, draw, 0.1, 0.3)


def plug(draw: Draw) -> np.ndarray:
    """A cable pushed home: it slides over the contacts, seats, and the latch snaps."""
    out = np.zeros(samples(0.45))
    slide = band(draw.standard_normal(samples(0.12)), 1500, 7000) * curve(samples(0.12), (0, 0), (0.6, 0.16), (1, 0.3))
    seat = band(draw.standard_normal(samples(0.1)), 250, 2600) * decay(0.1, 0.0008, 0.012)
    snap = band(draw.standard_normal(samples(0.1)), 2200, 10000) * decay(0.1, 0.0004, 0.004)
    snap += 0.4 * tone(3100, len(snap)) * decay(0.1, 0.0004, 0.008)
    place(out, slide, 0.0)
    place(out, seat, 0.115)
    place(out, 0.9 * snap, 0.165)
    return classroom(out, draw, 0.12, 0.4)


def outage(draw: Draw) -> np.ndarray:
    """The board failing: three falling notes that lose their power, and the fan running down."""
    out = np.zeros(samples(1.7))
    for at, frequency in ((0.0, 660), (0.17, 524), (0.34, 392)):
        count = samples(0.5)
        sag = curve(count, (0, 1), (0.3, 1), (1, 0.86))
        note = tone(frequency * sag, count) + 0.25 * tone(2 * frequency * sag, count)
        place(out, note * decay(0.5, 0.006, 0.15), at)
    fan = band(draw.standard_normal(samples(1.3)), 140, 1600) * curve(samples(1.3), (0, 0), (0.1, 0.1), (1, 0))
    whine = 0.05 * tone(curve(samples(1.3), (0, 720), (1, 130)), samples(1.3)) * curve(samples(1.3), (0, 0), (0.1, 1), (1, 0))
    place(out, fan + whine, 0.35)
    return classroom(out, draw, 0.12, 0.45)


def room_tone(draw: Draw) -> np.ndarray:
    """Ventilation, 16 s loop in stereo: low noise with the faint hum of the unit."""
    count = samples(16)
    air = band(draw.standard_normal((count, 2)), 45, 260) + 0.09 * band(draw.standard_normal((count, 2)), 260, 2400)
    # Whole numbers of cycles in 16 s keep the loop closed.
    hum = tone(100, count) + 0.4 * tone(150, count)
    swell = 1 + 0.08 * np.sin(2 * np.pi * 3 * np.arange(count) / count)
    return air * swell[:, None] + 0.02 * hum[:, None]


def chair_2(draw: Draw) -> np.ndarray:
    """A chair pushed back shortly and lower."""
    return chair(draw, 0.45, 165)


SOUNDS = {
    "bell": bell, "chair_1": chair, "chair_2": chair_2, "step_1": step, "step_2": step, "step_3": step, "step_4": step,
    **{f"step_carpet_{number}": step_on_carpet for number in range(1, 5)},
    "corridor": corridor, "door_open": door_open, "door_shut": door_shut, "keyboard": keyboard, "pencil": pencil, "paper": paper, "vibrate": vibrate, "notification": notification,
    "click": click, "grab": grab, "plug": plug, "outage": outage, "room_tone": room_tone,
}
LOOPS = ("room_tone", "corridor")


def seed(name: str) -> int:
    """Return a fixed seed for each sound, so that adding one does not change the others."""
    return zlib.crc32(name.encode())


def write_manifest(path: Path, rows: dict[str, str]) -> None:
    """Write the manifest of all effects; rows of sounds that were not made this time are kept, of gone ones dropped."""
    known = {}
    if path.exists():
        known = dict(re.findall(r'^    "(\w+)": \((.*)\),$', path.read_text(encoding="utf-8"), re.MULTILINE))
    known = {name: row for name, row in known.items() if name in SOUNDS or name in babble.VOICED}
    known.update(rows)
    lines = "\n".join(f'    "{name}": ({row}),' for name, row in sorted(known.items()))
    head = "// Sounds in assets/audio/fx, measured on the shipped files. Written by tools/art/sounds.py.\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + "{\n" + lines + "\n}\n", encoding="utf-8")


def main() -> None:
    """Parse the arguments and make the sounds asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True, help="folder for downloaded packages, outside the repository")
    parser.add_argument("--assets", type=Path, default=Path(__file__).resolve().parents[2] / "assets")
    parser.add_argument("--only", nargs="+", default=[*SOUNDS, *babble.VOICED], metavar="NAME")
    args = parser.parse_args()
    children = babble.Children(args.work) if any(name in babble.VOICED for name in args.only) else None
    rows = {}
    for name in args.only:
        draw = np.random.default_rng(seed(name))
        voiced = babble.VOICED.get(name)
        wave = voiced(draw, children) if voiced else SOUNDS[name](draw)
        # What is cut to pieces by the clock keeps its length, silence at the end included.
        loop, whole = name in LOOPS, name in LOOPS or name in babble.SLOTTED
        figures = write_ogg(args.assets / "audio" / "fx" / f"{name}.ogg", wave, RATE, fade=0 if whole else 0.004)
        rows[name] = f'file: "audio/fx/{name}.ogg", loops: {str(loop).lower()}, {figures.ron()}'
        write_manifest(args.assets / "manifests" / "audio.ron", rows)
        print(f"{name:13} {figures.seconds:6.2f} s {figures.size:7} bytes {figures.lufs:6.1f} LUFS peak {figures.peak_db:5.1f} dB")


if __name__ == "__main__":
    main()
