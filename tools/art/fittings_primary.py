"""The primary room: number line, day line, cloakroom, reading corner, trays, toys, sink, drawings on a line."""

import random

from bookcase import bookcase
from fittings_front import board_wall, sideboard
from fittings_kit import bins, clock, door_signs, framed, globe, picture, pinboard
from fittings_storage import cupboard
from plants import plant
from primary_hangings import bunting, day_line, drawings_on_line, paper_balls, sink
from primary_pieces import beanbag, bear, book_display, cloakroom, cushion, toy_shelf, tray_unit
from shapes import box, cylinder, quad, tube, turn

PALE = "f4efe2"


def front_wall(m, plan):
    """Board, number line above it, day line and hundred square on one side, weather and clocks on the other."""
    y = plan.front
    parts = board_wall(m, plan) + day_line(m, plan, -3.2, 2.08)
    parts.append(box("strip", (5.26, 0.012, 0.4), (0, y + 0.006, 2.775), m.paint, "d9b382", 0.003))
    parts.append(picture(m, "number_line", (0, y + 0.0125, 2.775), (-5.2, 0, 0), (0, 0, 0.387)))
    for name, x, z, wide, tall in (
        ("hundred_square", -2.62, 1.5, 0.5, 0.706),
        ("clocks", -3.32, 1.52, 0.46, 0.65),
        ("weather", 2.62, 1.78, 0.62, 0.62),
        ("seasons", 3.36, 1.76, 0.5, 0.707),
    ):
        parts += framed(m, name, (x, y, z), (-wide, 0, 0), (0, 0, tall), (0, 1, 0), PALE, 0.012)
    return parts + sideboard(m, (2.95, y + 0.21, 0), accent="f2c25e")


def door_wall(m, plan):
    """Bins under the measuring giraffe, cloakroom with posters over it, cupboard in the corner."""
    x = plan.right
    parts = door_signs(m, plan) + bins(m, plan, -1.6)
    parts += framed(m, "giraffe", (x, -1.35, 1.234), (0, -0.275, 0), (0, 0, 1.136), (-1, 0, 0), "8d5a3b", 0.008)
    parts += turn(cloakroom(m), -90, (x, 0.78, 0))
    for index, name in enumerate(("shapes", "birthdays", "drawing_3", "portrait_4", "drawing_6")):
        y = -0.42 + index * 0.6
        size = {"shapes": (0.44, 0.62), "birthdays": (0.46, 0.65)}.get(name, (0.42, 0.3))
        if name.startswith("portrait"):
            size = (0.36, 0.36)
        parts += framed(m, name, (x, y, 2.16), (0, -size[0], 0), (0, 0, size[1]), (-1, 0, 0), PALE, 0.02)
    return parts + cupboard(m, (x - 0.24, 2.98, 0))


def reading_corner(m, plan):
    """Rug, seat bag, cushions and the rack of picture books in the corner at the windows, bunting above."""
    left, back = plan.left, plan.back
    parts = [
        cylinder("rug", 0.56, 0.008, (left + 0.6, back - 0.62, 0.004), m.cloth, "ef8f6c", 40),
        cylinder("rug", 0.42, 0.01, (left + 0.6, back - 0.62, 0.006), m.cloth, "f7e3b0", 36),
        cylinder("rug", 0.26, 0.012, (left + 0.6, back - 0.62, 0.008), m.cloth, "37a6a6", 30),
    ]
    parts += turn(book_display(m), 0, (left + 1.42, back, 0))
    parts.append(beanbag(m, (left + 0.34, back - 0.3, 0), 0.26, "e0655c"))
    parts.append(cushion(m, (left + 0.31, back - 0.78, 0.075), (0.4, 0.4, 0.13), "f2c25e", 0.3))
    parts.append(cushion(m, (left + 0.32, back - 0.76, 0.19), (0.38, 0.38, 0.12), "4d8bbf", 0.1))
    parts.append(cushion(m, (left + 0.32, back - 1.22, 0.075), (0.4, 0.38, 0.13), "6bb56a", -0.2))
    parts += turn(bear(m, (0, 0, 0), 0.32), 25, (left + 0.31, back - 1.2, 0.13))
    parts += bunting(m, (left + 0.06, back - 1.75, 2.52), (left + 1.95, back - 0.05, 2.52))
    open_book = (left + 0.85, back - 0.62, 0.022)
    parts.append(box("open_book", (0.26, 0.18, 0.012), open_book, m.paint, "f6f2e4", 0.002, 1, (0, 0, 0.5)))
    return parts


def back_wall(m, plan):
    """Reading corner, trays, bookcase, toys and sink, with a pinboard, the clock and posters above."""
    back = plan.back
    parts = reading_corner(m, plan) + turn(tray_unit(m), 0, (-1.5, back, 0))
    parts += bookcase(m, plan, -0.12, 2) + turn(toy_shelf(m), 0, (1.32, back, 0)) + turn(sink(m), 0, (2.85, back, 0))
    names = [f"drawing_{k % 10}" if k % 2 else f"portrait_{k}" for k in range(12)]
    parts += pinboard(m, (-0.85, back, 1.9), 2.7, 0.92, names, 6, (0.38, 0.34))
    parts += framed(m, "birthdays", (1.05, back, 1.72), (0.54, 0, 0), (0, 0, 0.762), (0, -1, 0), PALE, 0.012)
    for index in range(2):
        parts.append(
            picture(m, "tiles", (2.525 + 0.65 * index, back - 0.004, 1.06), (0.65, 0, 0), (0, 0, 0.6), (0, 0, 0.54, 1))
        )
    parts += framed(m, "play_mat", (3.3, back, 1.86), (0.5, 0, 0), (0, 0, 0.738), (0, -1, 0), "5d8f9c", 0.012)
    parts += clock(m, plan)
    return parts + on_shelves(m, back)


def on_shelves(m, back):
    """Globe, bear, boxes of games, abacus, work trays and plants on top of the low shelves."""
    parts = globe(m, (-1.85, back - 0.19, 0.925)) + bear(m, (-1.3, back - 0.18, 0.925), 0.26, "8a6a4e")
    parts.append(box("tray", (0.34, 0.25, 0.07), (-1.03, back - 0.18, 0.96), m.paint, "8a9aa5", 0.006))
    parts.append(box("paper", (0.3, 0.21, 0.03), (-1.03, back - 0.18, 0.99), m.paint, "f6f4ec"))
    for index, (colour, wide) in enumerate((("4d8bbf", 0.34), ("ef6f6c", 0.32), ("f2d24b", 0.28), ("6bb56a", 0.26))):
        turned = (0, 0, 0.09 * ((index * 2) % 3 - 1))
        parts.append(
            box(
                "game",
                (wide, 0.24, 0.055),
                (-0.6, back - 0.18, 1.229 + 0.056 * index),
                m.paint,
                colour,
                0.004,
                1,
                turned,
            )
        )
    parts += abacus(m, (0.05, back - 0.17, 1.2)) + plant(m, (0.45, back - 0.18, 1.2), 0.6, 5)
    rng = random.Random(6)
    for index in range(11):
        level, place = (0, index) if index < 5 else (1, index - 5) if index < 9 else (2, index - 9)
        at = (0.96 + 0.072 * (place + level * 0.5), back - 0.17, 0.884 + 0.061 * level)
        colour = rng.choice(("ef6f6c", "f2a541", "f2d24b", "6bb56a", "4d8bbf"))
        parts.append(box("block", (0.06, 0.06, 0.06), at, m.gloss, colour, 0.004, 1, (0, 0, rng.uniform(-0.15, 0.15))))
    return parts + toy_truck(m, (1.62, back - 0.18, 0.851))


def abacus(m, at):
    """Counting frame with a hundred beads on ten bars, some pushed to the other side."""
    x, y, z = at
    parts = [box("foot", (0.34, 0.1, 0.02), (x, y, z + 0.01), m.wood)]
    for side in (-1, 1):
        parts.append(box("post", (0.018, 0.03, 0.34), (x + side * 0.16, y, z + 0.19), m.wood, bevel=0.003))
    parts.append(box("beam", (0.34, 0.03, 0.018), (x, y, z + 0.36), m.wood, bevel=0.003))
    for bar in range(6):
        height, moved = z + 0.06 + 0.05 * bar, (3, 10, 7, 0, 5, 10)[bar]
        for side, many in ((-1, moved), (1, 10 - moved)):
            if many:
                middle = x + side * (0.148 - many * 0.0065)
                colour = ("ef6f6c", "f2d24b", "4d8bbf", "6bb56a", "f2a541", "8e6bb0")[bar]
                beads = [(middle - many * 0.0065, y, height), (middle + many * 0.0065, y, height)]
                parts.append(tube("beads", beads, 0.014, m.gloss, colour, 6))
        wire = [(x - 0.155, y, height), (x + 0.155, y, height)]
        parts.append(tube("bar", wire, 0.003, m.gloss, "b9bdc2", 4, caps=False))
    return parts


def toy_truck(m, at):
    """Wooden truck with a load of blocks."""
    x, y, z = at
    parts = [
        box("bed", (0.24, 0.11, 0.02), (x, y, z + 0.05), m.wood, bevel=0.003),
        box("cab", (0.08, 0.11, 0.1), (x + 0.09, y, z + 0.1), m.gloss, "d64541", 0.012, 2),
        box("load", (0.12, 0.1, 0.05), (x - 0.05, y, z + 0.085), m.gloss, "f2d24b", 0.004),
    ]
    for dx in (-0.08, 0.08):
        parts.append(cylinder("wheels", 0.032, 0.13, (x + dx, y, z + 0.032), m.gloss, "2b3036", 14, (1.5708, 0, 0)))
    return parts


def window_side(m, plan):
    """Plants, cress and beans on the window boards, drawings on a line, a mat to play on under the windows."""
    left, sill = plan.left, plan.sill + 0.028
    first, middle, last = plan.window_centres()
    parts = drawings_on_line(m, plan) + paper_balls(m, plan)
    for y, size, seed in (
        (first + 0.55, 0.6, 3),
        (middle - 0.6, 0.5, 8),
        (last - 0.5, 0.62, 11),
        (last + 0.55, 0.45, 4),
    ):
        parts += plant(m, (left + 0.06, y, sill), size, seed, 10)
    for index, colour in enumerate(("ef6f6c", "f2a541", "f2d24b", "6bb56a", "4d8bbf", "8e6bb0")):
        y = middle + 0.15 + 0.11 * index
        parts.append(cylinder("cup", 0.032, 0.08, (left + 0.07, y, sill + 0.04), m.paint, colour, 12, None, 0.038))
        tall = 0.05 + 0.03 * ((index * 2) % 5)
        stem = [
            (left + 0.07, y, sill + 0.07),
            (left + 0.075, y + 0.01, sill + 0.08 + tall / 2),
            (left + 0.085, y, sill + 0.08 + tall),
        ]
        parts.append(tube("stem", stem, 0.003, m.paint, "5a9e4d", 5))
        for side in (-1, 1):
            leaf = (left + 0.085, y + side * 0.014, sill + 0.08 + tall)
            parts.append(box("leaf", (0.018, 0.03, 0.004), leaf, m.paint, "6bb56a", 0, 1, (side * 0.5, 0, 0)))
    region = m.regions["play_mat"]
    parts.append(quad("play_mat", (left + 0.5, 0.25, 0.006), (0.62, 0, 0), (0, 0.915, 0), m.pictures, region=region))
    for index, (y, colour) in enumerate(((0.02, "d64541"), (0.2, "2d5fa8"), (0.52, "f2d24b"))):
        at = (left + 0.34 + 0.07 * index, y, 0.027)
        parts.append(box("car", (0.04, 0.075, 0.03), at, m.gloss, colour, 0.01, 2, (0, 0, 0.5 * index)))
    return parts


def build(m, plan):
    """Every fitting that stays where it is."""
    return front_wall(m, plan) + door_wall(m, plan) + back_wall(m, plan) + window_side(m, plan)
