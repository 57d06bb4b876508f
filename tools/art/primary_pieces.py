"""Things of the primary room: coats and bags on hooks, trays, toys, picture books, sink, bunting, line of drawings.

Pieces that hang on or stand against a wall are modelled with the wall at y = 0 and the room towards -y; ``turn`` of
``shapes`` brings them to their wall.
"""

import math
import random

from mathutils import Matrix

from fittings_kit import picture
from posters_small import MARKS
from shapes import ball, box, cylinder, sheet, tube

CLOTHES = ("c4463f", "2d5fa8", "2f8a56", "e0a13a", "5a4b7d", "34495e", "d9739f", "37a6a6", "7a8b45", "b5623f")


def squash(thing, centre, scale):
    """Scale a mesh about a point."""
    shift = Matrix.Translation(centre)
    thing.data.transform(shift @ Matrix.Diagonal((*scale, 1)) @ shift.inverted())
    return thing


def coat(m, x, z, colour, rng):
    """Child's coat on a hook: body with folds that widens downwards, hood, and two sleeves."""
    length, half = rng.uniform(0.46, 0.62), rng.uniform(0.1, 0.135)
    phase = rng.uniform(0, 6)

    def body(u, v):
        fall = 1 - v
        wide = half * (0.5 + 0.5 * min(1.0, fall * 3.5)) * (1 + 0.16 * fall)
        fold = 0.012 * math.sin(u * 15 + phase) * fall
        deep = 0.03 + 0.075 * (1 - (2 * u - 1) ** 2) * min(1.0, 0.35 + fall * 2.4) + fold
        return (x + (2 * u - 1) * wide, -deep, z - length * fall)

    parts = [sheet("coat", body, 8, 6, m.cloth, colour)]
    for side in (-1, 1):
        sleeve = [
            (x + side * half * 0.72, -0.05, z - 0.07),
            (x + side * half * 1.18, -0.07, z - 0.2),
            (x + side * half * 1.12, -0.08, z - 0.4),
        ]
        parts.append(tube("sleeve", sleeve, lambda t: 0.036 - 0.008 * t, m.cloth, colour, 6, 0.1, 2))
    hood = ball("hood", 0.07, (x, -0.07, z - 0.05), m.cloth, colour, 8)
    parts.append(squash(hood, (x, -0.07, z - 0.05), (1.15, 0.8, 0.75)))
    parts.append(box("zip", (0.008, 0.004, length * 0.8), (x, -0.117, z - length * 0.56), m.paint, "e9e6de"))
    return parts


def satchel(m, at, colour, rng):
    """School bag with a pocket and a loop, standing or hanging with its back to the wall; origin under it."""
    x, y, z = at
    wide, tall = rng.uniform(0.24, 0.3), rng.uniform(0.3, 0.36)
    lid = rng.choice(CLOTHES)
    loop = [
        (x - 0.04, y, z + tall - 0.01),
        (x - 0.04, y, z + tall + 0.04),
        (x + 0.04, y, z + tall + 0.04),
        (x + 0.04, y, z + tall - 0.01),
    ]
    return [
        box("bag", (wide, 0.14, tall), (x, y, z + tall / 2), m.cloth, colour, 0.05, 2),
        box("pocket", (wide * 0.74, 0.06, tall * 0.46), (x, y - 0.08, z + tall * 0.3), m.cloth, lid, 0.025),
        box("band", (wide * 0.9, 0.006, 0.012), (x, y - 0.073, z + tall * 0.66), m.paint, "f0efe8"),
        tube("loop", loop, 0.008, m.paint, "23272b", 5, 0.02, 1),
    ]


def cloakroom(m, step=0.1875):
    """Rail with a hook and a mark for every child, shelf above, bench below; about three metres wide."""
    rng = random.Random(9)
    count = len(MARKS)
    wide = count * step
    parts = [
        box("rail", (wide, 0.022, 0.16), (0, -0.011, 1.28), m.wood, bevel=0.003),
        box("shelf", (wide, 0.26, 0.022), (0, -0.13, 1.52), m.wood, bevel=0.003),
        box("bench", (wide, 0.32, 0.03), (0, -0.17, 0.36), m.wood, bevel=0.004),
        box("grate", (wide - 0.08, 0.28, 0.016), (0, -0.16, 0.13), m.paint, "8d9298"),
    ]
    for side in range(5):
        x = (side / 4 - 0.5) * (wide - 0.06)
        parts.append(box("leg", (0.03, 0.3, 0.345), (x, -0.17, 0.1725), m.paint, "5d676c", 0.003))
        parts.append(box("bracket", (0.02, 0.2, 0.12), (x, -0.1, 1.45), m.paint, "5d676c"))
    for index, name in enumerate(MARKS):
        x = (index + 0.5) * step - wide / 2
        parts.append(picture(m, f"mark_{name}", (x, -0.0225, 1.305), (0.085, 0, 0), (0, 0, 0.085)))
        hook = [(x, -0.02, 1.25), (x, -0.065, 1.235), (x, -0.07, 1.265)]
        parts.append(tube("hook", hook, 0.006, m.gloss, "9aa0a4", 5, 0.02, 1))
        if index not in (3, 8, 13):
            parts += coat(m, x, 1.25, CLOTHES[(index * 7 + index // 3) % 10], rng)
        if index % 2 == 0:
            parts += satchel(m, (x, -0.2, 0.375), CLOTHES[(index * 3 + 4) % 10], rng)
        if index % 3 != 1:
            parts += shoes(m, x, CLOTHES[(index * 3) % 10])
    return parts + lunch_shelf(m, wide, rng)


def shoes(m, x, colour):
    """Pair of gym shoes on the grate."""
    return [
        box("shoe", (0.055, 0.17, 0.055), (x + side * 0.034, -0.2, 0.166), m.paint, colour, 0.018) for side in (-1, 1)
    ]


def lunch_shelf(m, wide, rng):
    """Bread boxes, cups and a forgotten hat on the shelf over the coats."""
    parts, x = [], -wide / 2 + 0.12
    while x < wide / 2 - 0.1:
        colour = rng.choice(("ef6f6c", "f2a541", "6bb56a", "4d8bbf", "8e6bb0", "37a6a6", "f2d24b"))
        kind = rng.random()
        if kind < 0.5:
            tilt = (0, 0, rng.uniform(-0.3, 0.3))
            parts.append(box("bread_box", (0.17, 0.12, 0.06), (x, -0.13, 1.561), m.paint, colour, 0.01, 1, tilt))
        elif kind < 0.82:
            parts.append(cylinder("beaker", 0.032, 0.13, (x, -0.12, 1.596), m.paint, colour, 12))
            parts.append(cylinder("cap", 0.026, 0.04, (x, -0.12, 1.68), m.paint, "f0efe8", 12))
        else:
            hat = ball("hat", 0.1, (x, -0.13, 1.596), m.cloth, colour, 12)
            parts.append(squash(hat, (x, -0.13, 1.596), (1, 1, 0.65)))
        x += rng.uniform(0.17, 0.34)
    return parts


def tray_unit(m, columns=3, rows=5):
    """Cabinet with rows of coloured trays, each with a child's mark; one tray stands out a little."""
    wide, tall, deep = columns * 0.36 + 0.04, rows * 0.15 + 0.16, 0.36
    parts = [
        box("back", (wide, 0.01, tall), (0, -0.006, tall / 2), m.wood),
        box("top", (wide + 0.02, deep + 0.02, 0.025), (0, -deep / 2 - 0.01, tall), m.wood, bevel=0.004),
        box("foot", (wide, deep, 0.03), (0, -deep / 2, 0.075), m.wood),
        box("plinth", (wide - 0.04, deep - 0.05, 0.06), (0, -deep / 2 + 0.02, 0.03), m.paint, "3a3f44"),
    ]
    for side in range(columns + 1):
        x = (side / columns - 0.5) * (wide - 0.02)
        parts.append(box("side", (0.02, deep, tall - 0.07), (x, -deep / 2, tall / 2 + 0.03), m.wood, bevel=0.002))
    colours = ("f2d24b", "ef6f6c", "4d8bbf", "6bb56a", "f2a541")
    for column in range(columns):
        for row in range(rows):
            x = ((column + 0.5) / columns - 0.5) * (wide - 0.02)
            z, out = 0.155 + row * 0.15, 0.06 if (column, row) in ((1, 3), (2, 1)) else 0.0
            front = -deep - 0.004 - out
            colour = colours[(row + column * 2) % 5]
            parts.append(box("tray", (0.315, 0.3 + out, 0.1), (x, -0.2 - out / 2, z), m.paint, colour))
            parts.append(box("front", (0.32, 0.012, 0.118), (x, front, z + 0.004), m.paint, colour, 0.005))
            parts.append(box("lip", (0.1, 0.022, 0.014), (x, front - 0.012, z + 0.05), m.paint, colour))
            name = MARKS[(column * rows + row) % len(MARKS)]
            parts.append(picture(m, f"mark_{name}", (x, front - 0.0065, z - 0.006), (0.062, 0, 0), (0, 0, 0.062)))
    return parts


def open_bin(m, at, size, colour):
    """Box without a lid; ``at`` is the middle of its floor."""
    (x, y, z), (wide, deep, tall) = at, size
    parts = [box("floor", (wide, deep, 0.012), (x, y, z + 0.006), m.paint, colour)]
    for side in (-1, 1):
        parts.append(
            box("wall", (0.012, deep, tall), (x + side * (wide / 2 - 0.006), y, z + tall / 2), m.paint, colour, 0.003)
        )
        parts.append(
            box("wall", (wide, 0.012, tall), (x, y + side * (deep / 2 - 0.006), z + tall / 2), m.paint, colour, 0.003)
        )
    return parts


def toys_in(m, at, size, rng, many=7):
    """Blocks and balls heaped in a bin."""
    (x, y, z), (wide, deep, tall) = at, size
    parts = []
    for _ in range(many):
        place = (
            x + rng.uniform(-0.38, 0.38) * wide,
            y + rng.uniform(-0.34, 0.34) * deep,
            z + tall * rng.uniform(0.66, 1.02),
        )
        colour = rng.choice(("ef6f6c", "f2a541", "f2d24b", "6bb56a", "4d8bbf", "8e6bb0", "c9a06a"))
        if rng.random() < 0.3:
            parts.append(ball("toy", rng.uniform(0.028, 0.05), place, m.gloss, colour, 8))
        else:
            turn_by = tuple(rng.uniform(-0.8, 0.8) for _ in range(3))
            side = rng.uniform(0.045, 0.07)
            parts.append(
                box("toy", (side, side, side * rng.choice((1, 1.7))), place, m.paint, colour, 0.004, 1, turn_by)
            )
    return parts


def toy_shelf(m, wide=1.2):
    """Two boards with toy bins."""
    deep, rng = 0.36, random.Random(31)
    parts = [box("back", (wide, 0.01, 0.82), (0, -0.006, 0.43), m.wood)]
    for z in (0.07, 0.44, 0.84):
        parts.append(box("board", (wide, deep, 0.022), (0, -deep / 2, z), m.wood, bevel=0.003))
    for side in (-1, 1):
        parts.append(
            box("side", (0.022, deep, 0.85), (side * (wide / 2 - 0.011), -deep / 2, 0.425), m.wood, bevel=0.003)
        )
    colours = ("37a6a6", "f2a541", "ef6f6c", "6bb56a", "4d8bbf", "f2d24b")
    for index in range(6):
        x, z = (index % 3 - 1) * (wide / 3 - 0.01), (0.081, 0.451)[index // 3]
        size = (wide / 3 - 0.05, 0.3, 0.2)
        parts += open_bin(m, (x, -0.19, z), size, colours[index]) + toys_in(m, (x, -0.19, z), size, rng)
    return parts


def book_display(m, wide=1.1, rows=3):
    """Ledges on which picture books stand with their covers to the front."""
    parts = [
        box("back", (wide, 0.012, 1.1), (0, -0.006, 0.55), m.wood),
        box("foot", (wide, 0.3, 0.07), (0, -0.15, 0.035), m.wood, bevel=0.003),
    ]
    for side in (-1, 1):
        parts.append(box("side", (0.02, 0.28, 1.06), (side * (wide / 2 - 0.01), -0.14, 0.53), m.wood, bevel=0.004))
    order = 0
    for row in range(rows):
        z, y = 0.08 + row * 0.33, -0.22 + row * 0.055
        parts.append(box("ledge", (wide - 0.04, 0.09, 0.014), (0, y, z), m.wood))
        parts.append(box("lip", (wide - 0.04, 0.012, 0.05), (0, y - 0.045, z + 0.02), m.wood, bevel=0.002))
        for column in range(5):
            x = (column - 2) * (wide - 0.1) / 5
            if (row, column) in ((1, 3), (2, 0)):
                order += 1
                continue
            parts.append(
                box("book", (0.176, 0.014, 0.232), (x, y + 0.012, z + 0.124), m.paint, "f0ead8", 0, 1, (-0.14, 0, 0))
            )
            cover = (x, y + 0.0045, z + 0.125)
            parts.append(picture(m, f"cover_{order % 10}", cover, (0.176, 0, 0), (0, 0.0325, 0.2297)))
            order += 1
    return parts


def cushion(m, at, size, colour, turned=0.0, lean=0.0):
    """Plump cushion; ``lean`` tips it against the wall behind."""
    return box("cushion", size, at, m.cloth, colour, min(size) * 0.44, 3, (lean, 0, turned))


def beanbag(m, at, radius, colour):
    """Sagging seat bag with a dent in its top."""
    x, y, z = at

    def surface(u, v):
        angle, rise = 2 * math.pi * u, v
        belly = math.sin(math.pi * (0.12 + 0.88 * rise) ** 0.8) if rise < 1 else 0.0
        reach = radius * (belly * 1.02 + 0.02 * math.sin(angle * 5) * rise)
        sag = 0.06 * radius * math.cos(angle) * rise
        return (
            x + reach * math.cos(angle),
            y + reach * math.sin(angle),
            z + radius * (1.25 * rise**0.9 - 0.1 * rise**6) + sag,
        )

    return sheet("beanbag", surface, 18, 9, m.cloth, colour)


def bear(m, at, size=0.3, colour="b98652"):
    """Sitting toy bear, looking towards -y."""
    x, y, z = at
    s = size
    spots = (
        ((0, 0, 0.3), 0.24, colour),
        ((0, -0.02, 0.66), 0.19, colour),
        ((0, -0.19, 0.62), 0.085, "e8d3ae"),
        ((-0.15, 0, 0.82), 0.075, colour),
        ((0.15, 0, 0.82), 0.075, colour),
        ((0, -0.12, 0.3), 0.16, "e8d3ae"),
        ((-0.26, -0.1, 0.38), 0.09, colour),
        ((0.26, -0.1, 0.38), 0.09, colour),
        ((-0.19, -0.26, 0.1), 0.11, colour),
        ((0.19, -0.26, 0.1), 0.11, colour),
    )
    parts = [ball("bear", r * s, (x + dx * s, y + dy * s, z + dz * s), m.cloth, c, 8) for (dx, dy, dz), r, c in spots]
    for dx, dy, dz in ((-0.07, -0.2, 0.71), (0.07, -0.2, 0.71), (0, -0.275, 0.63)):
        parts.append(ball("eye", 0.022 * s, (x + dx * s, y + dy * s, z + dz * s), m.gloss, "1b1d20", 6))
    return parts
