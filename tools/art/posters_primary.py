"""Pictures on the walls of the primary room: number line, day line, hundred square, birthdays, weather and others."""

import math
import random

from posters import INK, cloud, disc, number, settle, sheet

BRIGHT = ("#ef6f6c", "#f2a541", "#f2d24b", "#6bb56a", "#37a6a6", "#4d8bbf", "#8e6bb0", "#d9739f")


def number_line(width, height):
    """Nought to twenty, tens in red, with a dot for every one and a grasshopper that jumps along."""
    image, draw = sheet(width, height, "#fffdf4")
    w, h = image.size
    step = w / 21
    draw.line([step * 0.4, h * 0.62, w - step * 0.4, h * 0.62], fill=INK, width=8)
    for value in range(21):
        x = step * (value + 0.5)
        strong = value % 5 == 0
        draw.line([x, h * (0.54 if strong else 0.57), x, h * 0.7], fill=INK, width=9 if strong else 6)
        number(draw, x, h * 0.84, str(value), 76 if value % 10 == 0 else 62, "#c4463f" if value % 10 == 0 else INK)
        for dot in range(value):
            row, column = divmod(dot, 5)
            centre = (x + (column - 2) * 18, h * 0.44 - row * 20 - (10 if row > 1 else 0))
            disc(draw, *centre, 7, fill=BRIGHT[(row * 3) % 8])
    for start in (1, 3, 5):
        draw.arc([step * (start + 0.5), h * 0.3, step * (start + 2.5), h * 0.94], 180, 360, fill="#6bb56a", width=6)
    return settle(image)


def card(draw, w, h, colour):
    """White card with a coloured rim."""
    draw.rectangle([0, 0, w, h], fill=colour)
    draw.rounded_rectangle([w * 0.06, h * 0.06, w * 0.94, h * 0.94], w * 0.08, fill="#fffef8")


def child(draw, x, y, size, shirt, hair="#6b4a35"):
    """Head and shoulders of a child; y is the middle of the head."""
    draw.pieslice([x - size * 1.15, y + size * 0.7, x + size * 1.15, y + size * 3.4], 180, 360, fill=shirt)
    disc(draw, x, y, size * 0.82, fill=hair)
    disc(draw, x, y + size * 0.14, size * 0.7, fill="#f0c9a4")
    for side in (-1, 1):
        disc(draw, x + side * size * 0.26, y + size * 0.08, size * 0.08, fill=INK)
    draw.arc(
        [x - size * 0.3, y, x + size * 0.3, y + size * 0.48], 20, 160, fill="#b5523b", width=max(3, int(size * 0.1))
    )


def day_card(which, size):
    """One card of the day line: ``arrive``, ``circle``, ``read``, ``count``, ``play``, ``eat``, ``paint``, ``home``."""
    image, draw = sheet(size, size, "#ffffff")
    w = image.width
    names = list(DAY)
    card(draw, w, w, BRIGHT[names.index(which)])
    DAY[which](draw, w)
    return settle(image)


def arrive(draw, w):
    """A child with a school bag on the path."""
    draw.rounded_rectangle([w * 0.55, w * 0.45, w * 0.78, w * 0.75], 16, fill="#4d8bbf")
    child(draw, w * 0.44, w * 0.38, w * 0.14, "#ef6f6c")


def circle(draw, w):
    """Children around a mat."""
    disc(draw, w / 2, w / 2, w * 0.17, fill="#f2d24b")
    for place in range(8):
        angle = place * math.pi / 4
        x, y = w * (0.5 + 0.29 * math.cos(angle)), w * (0.5 + 0.29 * math.sin(angle))
        disc(draw, x, y, w * 0.075, fill=BRIGHT[place])
        disc(draw, x, y, w * 0.042, fill="#6b4a35")


def read(draw, w):
    """Open book."""
    for side in (-1, 1):
        page = [(0.5, 0.34), (0.5 + side * 0.32, 0.28), (0.5 + side * 0.32, 0.66), (0.5, 0.74)]
        draw.polygon([(w * x, w * y) for x, y in page], fill="#f2efe2", outline=INK, width=7)
        for line in range(3):
            y = 0.42 + 0.09 * line
            draw.line(
                [w * (0.5 + side * 0.06), w * y, w * (0.5 + side * 0.26), w * (y - 0.04)], fill="#9fb4c4", width=7
            )


def count(draw, w):
    """Bead frame."""
    draw.rectangle([w * 0.2, w * 0.2, w * 0.8, w * 0.8], outline="#8d5a3b", width=16)
    for row, beads in enumerate((3, 5, 4)):
        y = w * (0.35 + 0.15 * row)
        draw.line([w * 0.2, y, w * 0.8, y], fill=INK, width=5)
        for bead in range(beads):
            disc(draw, w * (0.29 + 0.09 * bead), y, w * 0.042, fill=BRIGHT[(row * 3) % 8])


def play(draw, w):
    """Ball and skipping rope."""
    disc(draw, w * 0.4, w * 0.58, w * 0.2, fill="#ef6f6c")
    draw.pieslice([w * 0.2, w * 0.38, w * 0.6, w * 0.78], -60, 20, fill="#fffdf4")
    draw.pieslice([w * 0.2, w * 0.38, w * 0.6, w * 0.78], 120, 200, fill="#f2d24b")
    draw.arc([w * 0.56, w * 0.3, w * 0.84, w * 0.84], 0, 180, fill="#4d8bbf", width=12)
    for x in (0.57, 0.83):
        draw.line([w * x, w * 0.57, w * x, w * 0.42], fill="#8d5a3b", width=20)


def eat(draw, w):
    """Apple and bread box."""
    draw.rounded_rectangle([w * 0.16, w * 0.46, w * 0.56, w * 0.76], 18, fill="#6bb56a")
    draw.rounded_rectangle([w * 0.14, w * 0.42, w * 0.58, w * 0.5], 14, fill="#4f8f45")
    for x in (0.66, 0.76):
        disc(draw, w * x, w * 0.6, w * 0.12, fill="#d64541")
    draw.line([w * 0.71, w * 0.5, w * 0.74, w * 0.38], fill="#6b4a35", width=9)


def paint(draw, w):
    """Palette and brush."""
    draw.ellipse([w * 0.18, w * 0.32, w * 0.76, w * 0.78], fill="#d9b382")
    disc(draw, w * 0.62, w * 0.64, w * 0.05, fill="#fffef8")
    for index, (x, y) in enumerate(((0.3, 0.52), (0.4, 0.42), (0.53, 0.43), (0.35, 0.65))):
        disc(draw, w * x, w * y, w * 0.05, fill=BRIGHT[index * 2])
    draw.line([w * 0.55, w * 0.58, w * 0.84, w * 0.2], fill="#8d5a3b", width=14)


def home(draw, w):
    """House with a red roof."""
    draw.rectangle([w * 0.28, w * 0.46, w * 0.72, w * 0.8], fill="#f2d24b")
    draw.polygon([(w * 0.2, w * 0.48), (w * 0.5, w * 0.2), (w * 0.8, w * 0.48)], fill="#c4463f")
    draw.rectangle([w * 0.44, w * 0.58, w * 0.56, w * 0.8], fill="#6b4a35")


DAY = {
    "arrive": arrive,
    "circle": circle,
    "read": read,
    "count": count,
    "play": play,
    "eat": eat,
    "paint": paint,
    "home": home,
}


def hundred_square(width, height):
    """One to a hundred in rows of ten, every other row tinted."""
    image, draw = sheet(width, height, "#fffdf4")
    w, h = image.size
    step = w * 0.92 / 10
    for value in range(100):
        row, column = divmod(value, 10)
        x, y = w * 0.04 + column * step, h * 0.06 + row * step * 1.22
        fill = BRIGHT[3] if column == 9 else "#fbe9c4" if row % 2 else "#eaf4f1"
        draw.rectangle([x + 3, y + 3, x + step - 3, y + step * 1.22 - 3], fill=fill)
        number(draw, x + step / 2, y + step * 0.6, str(value + 1), 30)
    return settle(image)


def birthdays(width, height):
    """Twelve cakes with one to twelve candles: who has a birthday in which month."""
    image, draw = sheet(width, height, "#bfe3f5")
    w, h = image.size
    for month in range(12):
        x, y = w * (0.185 + 0.315 * (month % 3)), h * (0.155 + 0.235 * (month // 3))
        half = w * 0.125
        draw.rounded_rectangle([x - half * 1.15, y - h * 0.09, x + half * 1.15, y + h * 0.1], 16, fill="#fffef8")
        draw.rounded_rectangle([x - half, y, x + half, y + h * 0.075], 10, fill=BRIGHT[month % 8])
        draw.rectangle([x - half, y + h * 0.018, x + half, y + h * 0.034], fill="#fffdf4")
        for candle in range(month + 1):
            cx = x + half * 1.7 * ((candle + 0.5) / (month + 1) - 0.5)
            draw.line([cx, y, cx, y - h * 0.036], fill=BRIGHT[(candle * 3 + 5) % 8], width=7)
            disc(draw, cx, y - h * 0.046, 5, fill="#f2a541")
    return settle(image)


def weather(width, height):
    """Sun, clouds, rain, snow, thunder and wind around an arrow that points at today's."""
    image, draw = sheet(width, height, "#fffdf4")
    w, h = image.size
    cx, cy, reach = w / 2, h / 2, w * 0.44
    skies = ("#8fd0ee", "#b9d9e8", "#8fa9bd", "#dfeaf2", "#6b7a90", "#a9dcd2")
    for part in range(6):
        draw.pieslice(
            [cx - reach, cy - reach, cx + reach, cy + reach], part * 60 - 120, part * 60 - 60, fill=skies[part]
        )
        angle = math.radians(part * 60 - 90)
        x, y, s = cx + reach * 0.62 * math.cos(angle), cy + reach * 0.62 * math.sin(angle), w * 0.05
        if part == 0:
            disc(draw, x, y, s * 1.5, fill="#fbc43d")
        elif part == 5:
            for line in range(3):
                draw.arc(
                    [x - s * 2, y + s * (line - 2), x + s * 2, y + s * (line + 1)], 200, 340, fill="#fffef8", width=9
                )
        else:
            cloud(draw, x, y - s * 0.6, s, "#fffef8")
        for drop in range(3 if part in (2, 3) else 0):
            dx = (drop - 1) * s
            disc(draw, x + dx, y + s * 1.1, s * 0.2, fill="#2f7fb8" if part == 2 else "#ffffff")
        if part == 4:
            draw.polygon(
                [
                    (x, y),
                    (x - s * 0.6, y + s),
                    (x, y + s),
                    (x - s * 0.4, y + s * 2),
                    (x + s, y + s * 0.6),
                    (x + s * 0.3, y + s * 0.6),
                ],
                fill="#f6dd5c",
            )
    draw.polygon([(cx - 14, cy), (cx + 14, cy), (cx + 60, cy - reach * 0.52)], fill="#c4463f")
    disc(draw, cx, cy, 26, fill="#c4463f")
    return settle(image)


def clocks(width, height):
    """Six clock faces on the hour and the half hour, with a sun or a moon above each."""
    image, draw = sheet(width, height, "#e8f3ec")
    w, h = image.size
    for index, (hour, half) in enumerate(((8, 0), (9, 30), (12, 0), (15, 30), (18, 0), (20, 30))):
        x, y, radius = w * (0.28 + 0.44 * (index % 2)), h * (0.2 + 0.3 * (index // 2)), w * 0.17
        disc(draw, x, y, radius, fill="#fffef8", outline=BRIGHT[index], width=16)
        for tick in range(12):
            angle = tick * math.pi / 6
            disc(draw, x + radius * 0.78 * math.sin(angle), y - radius * 0.78 * math.cos(angle), 6, fill=INK)
        for angle, reach, colour in (
            ((hour + half / 60) * math.pi / 6, 0.45, "#c4463f"),
            (half * math.pi / 30, 0.7, INK),
        ):
            draw.line(
                [x, y, x + radius * reach * math.sin(angle), y - radius * reach * math.cos(angle)],
                fill=colour,
                width=12,
            )
        disc(draw, x + radius * 1.05, y - radius * 0.95, w * 0.04, fill="#5a6ea8" if hour > 18 else "#fbc43d")
    return settle(image)


def giraffe(width, height):
    """Measuring strip: a giraffe's neck with a mark for every ten centimetres, from 70 to 160."""
    image, draw = sheet(width, height, "#cfe9d8")
    w, h = image.size
    rng = random.Random(12)
    draw.rectangle([w * 0.3, h * 0.14, w * 0.52, h], fill="#f0c35e")
    draw.ellipse([w * 0.2, h * 0.055, w * 0.78, h * 0.175], fill="#f0c35e")
    draw.ellipse([w * 0.58, h * 0.1, w * 0.9, h * 0.165], fill="#e3ad55")
    disc(draw, w * 0.5, h * 0.095, w * 0.045, fill=INK)
    for x in (0.32, 0.46):
        draw.line([w * x, h * 0.07, w * x, h * 0.025], fill="#8d5a3b", width=10)
        disc(draw, w * x, h * 0.022, w * 0.045, fill="#8d5a3b")
    for spot in range(26):
        x, y = w * rng.uniform(0.34, 0.48), h * (0.2 + 0.8 * spot / 26)
        draw.ellipse([x - 16, y - 12, x + 16, y + 14], fill="#b5762f")
    for step in range(10):
        y = h * (0.97 - 0.088 * step)
        draw.line([w * 0.56, y, w * 0.72, y], fill=INK, width=6)
        number(draw, w * 0.86, y, str(70 + 10 * step), 30)
    return settle(image)


def play_mat(width, height):
    """Carpet to play on: roads, a roundabout, houses, trees and a pond."""
    image, draw = sheet(width, height, "#86bd6a")
    w, h = image.size
    rng = random.Random(3)
    roads = (((0.25, 0), (0.25, 1)), ((0, 0.3), (1, 0.3)), ((0.25, 0.72), (1, 0.72)), ((0.75, 0.3), (0.75, 1)))
    for colour, broad in (("#e8e4d8", 58), ("#6d747b", 46)):
        for (x0, y0), (x1, y1) in roads:
            draw.line([w * x0, h * y0, w * x1, h * y1], fill=colour, width=broad)
        disc(draw, w * 0.25, h * 0.3, broad * 1.25, fill=colour)
    for (x0, y0), (x1, y1) in roads:
        for dash in range(0, 24, 2):
            a, b = dash / 24, (dash + 1) / 24
            draw.line(
                [
                    w * (x0 + (x1 - x0) * a),
                    h * (y0 + (y1 - y0) * a),
                    w * (x0 + (x1 - x0) * b),
                    h * (y0 + (y1 - y0) * b),
                ],
                fill="#f4f1e4",
                width=5,
            )
    disc(draw, w * 0.25, h * 0.3, 30, fill="#86bd6a")
    draw.ellipse([w * 0.38, h * 0.42, w * 0.62, h * 0.6], fill="#6fb2de", outline="#e8e4d8", width=8)
    for x, y in (
        (0.1, 0.12),
        (0.52, 0.12),
        (0.8, 0.14),
        (0.09, 0.5),
        (0.09, 0.82),
        (0.5, 0.86),
        (0.9, 0.5),
        (0.9, 0.88),
    ):
        colour, s = rng.choice(BRIGHT), w * 0.055
        draw.rectangle([w * x - s, h * y - s, w * x + s, h * y + s], fill=colour)
        draw.polygon(
            [(w * x - s * 1.2, h * y - s), (w * x, h * y - s * 2), (w * x + s * 1.2, h * y - s)], fill="#8d5a3b"
        )
    for _ in range(16):
        disc(
            draw,
            w * rng.choice((0.14, 0.36, 0.62, 0.66, 0.97)),
            h * rng.uniform(0.04, 0.97),
            rng.uniform(9, 15),
            fill="#4f8f45",
        )
    draw.rectangle([0, 0, w - 1, h - 1], outline="#3f7f8c", width=16)
    return settle(image)


def portrait(seed, width, height):
    """A child's painting of itself: round head, short or long hair, sometimes glasses."""
    rng = random.Random(40 + seed)
    image, draw = sheet(width, height, rng.choice(("#fdf3d0", "#dcefF7", "#fbe1e4", "#e3f2da")))
    w, h = image.size
    skin = rng.choice(("#f0c9a4", "#d9a373", "#8d5f3f", "#f4d7bb"))
    hair = rng.choice(("#e0b45a", "#6b4a35", "#2b2420", "#b5623f"))
    x, y, r = w * (0.5 + rng.uniform(-0.03, 0.03)), h * 0.45, h * 0.25
    if seed % 2:
        draw.rounded_rectangle([x - r * 1.2, y - r * 0.9, x + r * 1.2, y + r * 1.3], int(r * 0.6), fill=hair)
    draw.ellipse([x - r * 1.3, h * 0.7, x + r * 1.3, h * 1.4], fill=BRIGHT[(seed * 5 + 1) % 8])
    disc(draw, x, y - r * 0.12, r * 1.08, fill=hair)
    disc(draw, x, y + r * 0.12, r * 0.94, fill=skin)
    draw.pieslice([x - r, y - r * 1.1, x + r, y + r * 0.55], 195, 345, fill=hair)
    for side in (-1, 1):
        disc(draw, x + side * r * 0.36, y + r * 0.05, r * 0.1, fill=INK)
        disc(draw, x + side * r * 0.55, y + r * 0.42, r * 0.16, fill="#eb9a8a")
        if seed % 4 == 2:
            disc(draw, x + side * r * 0.36, y + r * 0.05, r * 0.25, outline="#2d5fa8", width=6)
    draw.arc([x - r * 0.42, y + r * 0.1, x + r * 0.42, y + r * 0.72], 20, 160, fill="#b5373f", width=9)
    return settle(image)
