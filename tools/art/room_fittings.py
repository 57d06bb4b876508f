"""What makes the room a classroom: boards, posters, shelves with books, storage, plants, signs, clutter."""

import math
import random

from mathutils import Vector

from bookcase import bookcase
from plan import BOARD_CENTRE, BOARD_SIZE, DEPTH, DOOR_HEIGHT, DOOR_WIDTH, DOOR_Y, SILL, WIDTH, window_centres
from plants import plant
from shapes import ball, box, cylinder, quad, sheet, tube

LEFT, RIGHT, FRONT, BACK = -WIDTH / 2, WIDTH / 2, -DEPTH / 2, DEPTH / 2


def picture(m, name, centre, across, up):
    """A region of the picture atlas on a wall."""
    return quad(name, centre, across, up, m.pictures, region=m.regions[name])


def framed(m, name, centre, across, up, out, colour="5b4a3a", rim=0.02):
    """Picture in a thin frame; ``out`` is the wall's normal."""
    across, up, out, centre = Vector(across), Vector(up), Vector(out), Vector(centre)
    size = [abs(a) + abs(u) for a, u in zip(across, up)]
    size = [extent + 2 * rim if extent else 0.018 for extent in size]
    return [
        box("frame", size, centre + out * 0.009, m.paint, colour, 0.003),
        picture(m, name, centre + out * 0.019, across, up),
    ]


def front_wall(m):
    """Digital board (frame only; its picture is a mesh of its own), whiteboard wings, tray, speakers, map."""
    x, z = BOARD_CENTRE
    width, height = BOARD_SIZE
    y = FRONT + 0.035
    parts = [
        box("board", (width + 0.09, 0.07, height + 0.09), (x, y, z), m.gloss, "202428", 0.012, 2),
        box("chin", (width + 0.09, 0.075, 0.05), (x, y + 0.004, z - height / 2 - 0.045), m.gloss, "2a2f34", 0.01),
        cylinder(
            "power",
            0.008,
            0.01,
            (x + width / 2 - 0.02, y + 0.042, z - height / 2 - 0.045),
            m.gloss,
            "7ad08a",
            10,
            (math.pi / 2, 0, 0),
        ),
    ]
    for side, sketch in ((-1, "sketch_right"), (1, "sketch_left")):
        cx = side * (width / 2 + 0.045 + 0.55)
        parts.append(box("wing", (1.06, 0.03, height + 0.07), (cx, FRONT + 0.02, z), m.gloss, "c4c9cc", 0.006))
        parts.append(picture(m, sketch, (cx, FRONT + 0.0365, z), (-1.0, 0, 0), (0, 0, height + 0.01)))
        parts.append(
            box("tray", (0.9, 0.075, 0.014), (cx, FRONT + 0.06, z - height / 2 - 0.05), m.gloss, "c4c9cc", 0.004)
        )
        for index, colour in enumerate(("2d5fa8", "c4463f", "2f8a56", "22262a")):
            at = (cx - 0.25 + index * 0.13, FRONT + 0.07, z - height / 2 - 0.034)
            parts.append(cylinder("marker", 0.009, 0.12, at, m.gloss, colour, 8, (0, math.pi / 2, 0.15 * index)))
        parts.append(
            box(
                "eraser", (0.11, 0.05, 0.03), (cx + 0.3, FRONT + 0.07, z - height / 2 - 0.028), m.gloss, "34495e", 0.006
            )
        )
        speaker = (side * (width / 2 + 0.045 + 0.12), FRONT + 0.09, 2.42)
        parts.append(box("speaker", (0.17, 0.16, 0.26), speaker, m.paint, "26292d", 0.012))
        parts.append(
            cylinder(
                "cone",
                0.06,
                0.006,
                (speaker[0], speaker[1] + 0.081, speaker[2] - 0.04),
                m.paint,
                "4a4f55",
                18,
                (math.pi / 2, 0, 0),
            )
        )
    for index, colour in enumerate(("c4463f", "e9b44c", "2d5fa8")):
        at = (-1.25 - 0.09 * index, FRONT + 0.04, 2.1)
        parts.append(cylinder("magnet", 0.014, 0.012, at, m.gloss, colour, 12, (math.pi / 2, 0, 0)))
    parts += framed(m, "world_map", (3.32, FRONT, 1.75), (-1.3, 0, 0), (0, 0, 0.79), (0, 1, 0), "7a5b3e")
    parts += framed(m, "times_table", (-3.0, FRONT, 1.72), (-0.6, 0, 0), (0, 0, 0.847), (0, 1, 0), "e9e6de", 0.012)
    return parts + sideboard(m, (2.95, FRONT + 0.21, 0))


def sideboard(m, at, width=1.4):
    """Low cabinet with a printer, letter trays and a plant on it."""
    x, y, _ = at
    parts = [
        box("body", (width, 0.4, 0.7), (x, y, 0.41), m.wood, bevel=0.003),
        box("plinth", (width - 0.06, 0.36, 0.06), (x, y - 0.01, 0.03), m.paint, "3a3f44"),
        box("top", (width + 0.03, 0.43, 0.022), (x, y + 0.005, 0.771), m.paint, "e9e6dc", 0.004),
    ]
    for index in range(3):
        cx = x + (index - 1) * width / 3
        parts.append(
            box(
                "front",
                (width / 3 - 0.012, 0.018, 0.66),
                (cx, y + 0.205, 0.41),
                m.paint,
                ("e8e4d8", "93b8b0", "e8e4d8")[index],
                0.003,
            )
        )
        parts.append(box("grip", (0.12, 0.016, 0.012), (cx, y + 0.22, 0.69), m.gloss, "5d676c", 0.003))
    px, top = x - 0.4, 0.782
    parts.append(box("printer", (0.42, 0.34, 0.17), (px, y, top + 0.085), m.paint, "d5d8da", 0.012))
    parts.append(box("lid", (0.40, 0.32, 0.035), (px, y, top + 0.187), m.paint, "34393e", 0.01))
    parts.append(
        box("paper", (0.21, 0.16, 0.006), (px, y + 0.22, top + 0.06), m.paint, "fbfbf8", rotation=(0.12, 0, 0))
    )
    parts.append(box("panel", (0.1, 0.004, 0.035), (px + 0.12, y + 0.171, top + 0.14), m.gloss, "23282c"))
    for level in range(3):
        parts.append(
            box(
                "letter_tray",
                (0.25, 0.32, 0.012),
                (x + 0.02, y, top + 0.02 + 0.065 * level),
                m.paint,
                ("4d8bbf", "e6c85c", "d9785f")[level],
                0.003,
            )
        )
        parts.append(box("sheets", (0.21, 0.28, 0.018), (x + 0.02, y, top + 0.035 + 0.065 * level), m.paint, "f6f4ec"))
    return parts + plant(m, (x + 0.47, y, top), 0.7, 17)


def bench(m, at, width=1.3):
    """Low bench with cushions and boxes below, under two posters."""
    x, y, _ = at
    parts = [box("seat", (width, 0.36, 0.03), (x, y, 0.4), m.wood, bevel=0.003)]
    for side in (-1, 0, 1):
        parts.append(
            box("side", (0.022, 0.35, 0.385), (x + side * (width / 2 - 0.011), y, 0.1925), m.wood, bevel=0.002)
        )
    for index, colour in enumerate(("d9785f", "93b8b0", "e6c85c")):
        parts.append(box("cushion", (0.4, 0.34, 0.07), (x + (index - 1) * 0.42, y, 0.45), m.paint, colour, 0.03, 3))
    for index, colour in enumerate(("4d8bbf", "7fb069")):
        parts.append(box("crate", (0.5, 0.3, 0.26), (x + (index - 0.5) * 0.64, y, 0.14), m.paint, colour, 0.01))
    parts += framed(m, "shapes", (x - 0.34, BACK, 1.5), (0.56, 0, 0), (0, 0, 0.79), (0, -1, 0), "e9e6de", 0.012)
    parts += framed(m, "landscape", (x + 0.38, BACK, 1.5), (0.56, 0, 0), (0, 0, 0.79), (0, -1, 0), "2f3a40", 0.012)
    return parts


def door_wall(m):
    """Posters in a row, pinboard with drawings, exit sign, extinguisher, coat rail, device trolley."""
    parts = []
    x = RIGHT
    for index, name in enumerate(("solar_system", "water_cycle", "fractions", "seasons", "colour_wheel")):
        y = -1.15 + index * 0.74
        parts += framed(
            m, name, (x, y, 1.92), (0, -0.56, 0), (0, 0, 0.79), (-1, 0, 0), ("2f3a40", "e9e6de")[index % 2], 0.012
        )
    parts.append(box("exit", (0.03, 0.36, 0.18), (x - 0.016, DOOR_Y, DOOR_HEIGHT + 0.24), m.gloss, "e8ebea", 0.004))
    parts.append(picture(m, "exit", (x - 0.0315, DOOR_Y, DOOR_HEIGHT + 0.24), (0, -0.34, 0), (0, 0, 0.16)))
    y = DOOR_Y + DOOR_WIDTH / 2 + 0.42
    parts.append(cylinder("extinguisher", 0.07, 0.42, (x - 0.09, y, 0.62), m.gloss, "c62f2b", 18))
    parts.append(cylinder("shoulder", 0.07, 0.06, (x - 0.09, y, 0.86), m.gloss, "c62f2b", 18, None, 0.025))
    parts.append(cylinder("valve", 0.02, 0.07, (x - 0.09, y, 0.92), m.gloss, "1f2225", 10))
    parts.append(
        tube(
            "hose",
            [(x - 0.09, y + 0.02, 0.93), (x - 0.09, y + 0.1, 0.9), (x - 0.09, y + 0.09, 0.6)],
            0.011,
            m.gloss,
            "1f2225",
            6,
            0.05,
            3,
        )
    )
    parts += trolley(m, (x - 0.32, 1.05, 0)) + cupboard(m, (x - 0.24, 2.55, 0)) + bins(m)
    return parts


def trolley(m, at):
    """Charging trolley for the class set of laptops, door ajar slots visible from the front."""
    x, y, _ = at
    parts = [
        box("body", (0.52, 0.9, 0.86), (x, y, 0.53), m.gloss, "dfe3e4", 0.012),
        box("top", (0.56, 0.94, 0.03), (x, y, 0.975), m.gloss, "41646e", 0.01),
        box("front", (0.006, 0.82, 0.72), (x - 0.262, y, 0.54), m.gloss, "eef0f0", 0.002),
        box("gap", (0.008, 0.008, 0.72), (x - 0.263, y, 0.54), m.gloss, "8d9498"),
    ]
    for side in (-1, 1):
        parts.append(box("grip", (0.02, 0.018, 0.16), (x - 0.275, y + side * 0.05, 0.6), m.gloss, "41646e", 0.005))
        for row in range(5):
            parts.append(
                box("slot", (0.008, 0.2, 0.012), (x - 0.264, y + side * 0.23, 0.76 - row * 0.03), m.gloss, "8d9498")
            )
        for wheel in (-1, 1):
            parts.append(
                cylinder(
                    "wheel",
                    0.05,
                    0.03,
                    (x + wheel * 0.2, y + side * 0.38, 0.05),
                    m.paint,
                    "26292d",
                    14,
                    (math.pi / 2, 0, 0),
                )
            )
    parts.append(box("lights", (0.004, 0.1, 0.008), (x - 0.266, y, 0.87), m.gloss, "5fd07a"))
    for index in range(3):
        parts.append(
            box(
                "lap",
                (0.23, 0.32, 0.018),
                (x + 0.05, y - 0.2, 1.0 + 0.019 * index),
                m.gloss,
                ("b4b8bd", "9fa4aa", "b4b8bd")[index],
                0.004,
                rotation=(0, 0, 0.08 * index),
            )
        )
    parts.append(box("box", (0.26, 0.3, 0.16), (x, y + 0.24, 1.07), m.paint, "d9a13b", 0.006))
    return parts


def cupboard(m, at):
    """Tall cupboard with two doors and boxes on top."""
    x, y, _ = at
    parts = [
        box("body", (0.46, 1.1, 1.9), (x, y, 0.95), m.wood, uv_scale=0.8),
        box("plinth", (0.44, 1.08, 0.06), (x, y, 0.03), m.paint, "3a3f44"),
    ]
    for side in (-1, 1):
        parts.append(box("door", (0.018, 0.54, 1.8), (x - 0.238, y + side * 0.274, 0.98), m.paint, "e8e4d8", 0.003))
        parts.append(box("grip", (0.02, 0.014, 0.16), (x - 0.257, y + side * 0.04, 1.05), m.gloss, "5d676c", 0.004))
    for index, (colour, size) in enumerate((("4d8bbf", 0.3), ("d9785f", 0.26), ("e6c85c", 0.32))):
        parts.append(
            box(
                "crate", (0.34, 0.3, size * 0.7), (x, y - 0.36 + index * 0.36, 1.9 + size * 0.35), m.paint, colour, 0.01
            )
        )
        parts.append(
            box("lid", (0.355, 0.315, 0.02), (x, y - 0.36 + index * 0.36, 1.9 + size * 0.7), m.paint, "f0f0ec", 0.004)
        )
    return parts


def bins(m):
    """Waste separation beside the door: three bins by colour."""
    parts = []
    for index, colour in enumerate(("3c7fa8", "5b8e5a", "6a6f74")):
        at = (RIGHT - 0.19, -1.42 + index * 0.33, 0.2)
        parts.append(cylinder("bin", 0.12, 0.4, at, m.paint, colour, 16, None, 0.145))
        parts.append(cylinder("mouth", 0.125, 0.004, (at[0], at[1], 0.401), m.paint, "22262a", 16))
    return parts


def globe(m, at):
    """Globe with the atlas's map on it."""
    x, y, z = at
    u0, v0, u1, v1 = m.regions["world_map"]
    radius = 0.125

    def surface(u, v):
        longitude, latitude = 2 * math.pi * u, math.pi * (v - 0.5)
        return (
            x + radius * math.cos(latitude) * math.cos(longitude),
            y + radius * math.cos(latitude) * math.sin(longitude),
            z + 0.2 + radius * math.sin(latitude),
        )

    sphere = sheet("globe", surface, 20, 10, m.pictures)
    for corner in sphere.data.uv_layers["UVMap"].data:
        corner.uv = (u0 + (u1 - u0) * (0.02 + 0.96 * corner.uv[0]), v0 + (v1 - v0) * (0.02 + 0.96 * corner.uv[1]))
    return [
        sphere,
        cylinder("foot", 0.08, 0.02, (x, y, z + 0.01), m.wood, sides=18),
        cylinder("stem", 0.01, 0.06, (x, y, z + 0.05), m.wood, sides=8),
        tube(
            "meridian",
            [(x + 0.14 * math.cos(a), y, z + 0.2 + 0.14 * math.sin(a)) for a in (-1.5, -0.8, 0, 0.8, 1.5)],
            0.004,
            m.gloss,
            "b08d57",
            5,
            0.05,
            3,
        ),
    ]


def back_wall(m):
    """Bookcases, pinboard with children's drawings above them, globe, models and plants on top."""
    parts = bookcase(m, -1.75, 1) + bookcase(m, -0.2, 2) + bookcase(m, 1.35, 3)
    parts += bench(m, (2.95, BACK - 0.19, 0))
    parts += pinboard(m, (-1.15, BACK, 1.86), 3.1, 0.98, range(10), 5)
    parts += globe(m, (-2.15, BACK - 0.18, 1.2)) + plant(m, (1.85, BACK - 0.18, 1.2), 0.75, 5)
    for index, colour in enumerate(("e25c5c", "f2a541", "f6dd5c", "6cba6c", "5a9bd5")):
        parts.append(
            box(
                "block",
                (0.06, 0.06, 0.06),
                (0.15 + 0.07 * (index % 3), BACK - 0.18 - 0.02 * index, 1.232 + 0.061 * (index // 3)),
                m.gloss,
                colour,
                0.004,
            )
        )
    parts.append(box("tray", (0.34, 0.25, 0.07), (-0.75, BACK - 0.18, 1.24), m.paint, "8a9aa5", 0.006))
    parts.append(box("paper", (0.3, 0.21, 0.03), (-0.75, BACK - 0.18, 1.27), m.paint, "f6f4ec"))
    parts.append(cylinder("rim", 0.185, 0.035, (1.75, BACK - 0.018, 2.35), m.gloss, "2a2f34", 32, (math.pi / 2, 0, 0)))
    parts.append(clock_dial(m, (1.75, BACK - 0.0365, 2.35), 0.17))
    return parts


CLOCK = (1.75, BACK - 0.042, 2.35)
"""Centre of the clock, where the nodes of its hands have their origin."""


def clock_dial(m, at, radius, sides=32):
    """Round face with its region of the atlas."""
    dial = cylinder("dial", radius, 0.002, at, m.pictures, sides=sides, rotation=(math.pi / 2, 0, 0))
    u0, v0, u1, v1 = m.regions["clock"]
    layer = dial.data.uv_layers["UVMap"].data
    for loop in dial.data.loops:
        co = dial.data.vertices[loop.vertex_index].co
        layer[loop.index].uv = (
            u0 + (u1 - u0) * (0.5 + (co.x - at[0]) / radius / 2),
            v0 + (v1 - v0) * (0.5 + (co.z - at[2]) / radius / 2),
        )
    return dial


def clock_hands(m):
    """Hour and minute hand pointing at twelve, each around the clock's centre."""
    return [
        box("clock_hour", (0.014, 0.004, 0.105), (0, 0, 0.04), m.clock_hour),
        box("clock_minute", (0.009, 0.004, 0.15), (0, -0.005, 0.06), m.clock_minute),
    ]


def pinboard(m, at, width, height, drawings, columns):
    """Cork board with rows of drawings, each pinned a little askew."""
    x, y, z = at
    parts = [box("rim", (width + 0.05, 0.02, height + 0.05), (x, y - 0.01, z), m.wood)]
    for index in range(3):
        parts.append(
            picture(m, "cork", (x + (index - 1) * width / 3, y - 0.0215, z), (width / 3, 0, 0), (0, 0, height))
        )
    rng = random.Random(5)
    for order, seed in enumerate(drawings):
        cx = x - width / 2 + width * (order % columns + 0.5) / columns + rng.uniform(-0.02, 0.02)
        cz = z + height * (0.25 if order < columns else -0.25) + rng.uniform(-0.015, 0.015)
        tilt = rng.uniform(-0.05, 0.05)
        across = (0.52 * math.cos(tilt), 0, 0.52 * math.sin(tilt))
        up = (-0.367 * math.sin(tilt), 0, 0.367 * math.cos(tilt))
        parts.append(picture(m, f"drawing_{seed}", (cx, y - 0.024, cz), across, up))
        parts.append(
            cylinder(
                "pin",
                0.008,
                0.01,
                (cx, y - 0.028, cz + 0.165),
                m.gloss,
                rng.choice(("c4463f", "2d5fa8", "e9b44c")),
                8,
                (math.pi / 2, 0, 0),
            )
        )
    return parts


def window_side(m):
    """Plants and things on the window boards, a big plant in the corner."""
    first, middle, last = window_centres()
    parts = plant(m, (LEFT + 0.06, first + 0.5, SILL + 0.028), 0.6, 3) + plant(
        m, (LEFT + 0.06, middle - 0.55, SILL + 0.028), 0.5, 8
    )
    parts += plant(m, (LEFT + 0.06, last + 0.2, SILL + 0.028), 0.65, 11) + plant(
        m, (LEFT + 0.42, BACK - 0.42, 0), 1.9, 2
    )
    for index, colour in enumerate(("d9785f", "4d8bbf", "e6c85c", "7fb069")):
        parts.append(
            cylinder(
                "cup",
                0.035,
                0.09,
                (LEFT + 0.07, middle + 0.3 + 0.1 * index, SILL + 0.073),
                m.paint,
                colour,
                12,
                None,
                0.04,
            )
        )
    parts.append(ball("ball", 0.11, (LEFT + 0.5, BACK - 1.0, 0.11), m.paint, "e08a35", 16))
    return parts


def build(m):
    """Every fitting that stays where it is."""
    return front_wall(m) + door_wall(m) + back_wall(m) + window_side(m)


def board_screen(m):
    """The picture surface of the digital board, UV 0..1, upright for the class."""
    x, z = BOARD_CENTRE
    return quad("board_screen", (x, FRONT + 0.0715, z), (-BOARD_SIZE[0], 0, 0), (0, 0, BOARD_SIZE[1]), m.board_screen)
