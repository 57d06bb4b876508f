"""Things of the computer room: workstations, rack, trunking, headsets, coiled cables, 3D printer, cooling unit.

Pieces that hang on or stand against a wall are modelled with the wall at y = 0 and the room towards -y; ``turn`` of
``shapes`` brings them to their wall.
"""

import math
import random

from fittings_kit import picture
from shapes import box, cylinder, quad, tube

DARK, GREY = "23282d", "aeb5ba"
LEADS = ("3c7fd0", "e0b23a", "3aa564", "c4463f", "8b95a0")


def trunking(m, start, end, z, sockets):
    """Cable duct along a wall from x = start to x = end, with socket plates at the given places."""
    wide, middle = end - start, (start + end) / 2
    parts = [
        box("duct", (wide, 0.055, 0.11), (middle, -0.0275, z), m.gloss, "eceeec", 0.006),
        box("seam", (wide, 0.002, 0.004), (middle, -0.0555, z + 0.032), m.paint, "c4c8c8"),
    ]
    for x in sockets:
        parts.append(box("plate", (0.27, 0.006, 0.088), (x, -0.057, z), m.gloss, "f7f8f7", 0.002))
        parts.append(picture(m, "wall_socket", (x, -0.0605, z), (0.26, 0, 0), (0, 0, 0.08)))
    for x in (start + 0.35, middle + 0.3, end - 0.5):
        parts.append(box("joint", (0.012, 0.058, 0.114), (x, -0.0285, z), m.gloss, "d9dcda"))
    return parts


def plug_lead(m, x, z, rng):
    """Plug in a socket whose lead hangs down to the floor along the wall."""
    colour = rng.choice(("2b3036", "e9ebea"))
    foot = x + rng.uniform(-0.2, 0.2)
    path = [(x, -0.1, z), (x + 0.01, -0.12, z - 0.14), (foot, -0.05, z - 0.45), (foot + 0.05, -0.06, 0.02)]
    return [
        cylinder("plug", 0.02, 0.045, (x, -0.08, z), m.paint, colour, 10, (math.pi / 2, 0, 0)),
        tube("lead", path, 0.0045, m.paint, colour, 5, 0.1, 3),
    ]


def counter(m, start, end, deep=0.38, tall=0.74):
    """Fixed worktop against the wall on steel frames, with a cable tray under it."""
    wide, middle = end - start, (start + end) / 2
    parts = [
        box("top", (wide, deep, 0.026), (middle, -deep / 2, tall - 0.013), m.wood, bevel=0.004),
        box("tray", (wide - 0.2, 0.1, 0.05), (middle, -0.07, tall - 0.12), m.paint, "565d63"),
    ]
    frames = 4
    for index in range(frames + 1):
        x = start + 0.05 + (wide - 0.1) * index / frames
        parts.append(
            box("leg", (0.035, 0.035, tall - 0.03), (x, -deep + 0.05, tall / 2 - 0.015), m.paint, "4b545b", 0.003)
        )
        parts.append(box("foot", (0.04, deep - 0.02, 0.025), (x, -deep / 2, 0.0125), m.paint, "4b545b", 0.003))
    return parts


def workstation(m, x, z, which, rng):
    """Monitor, keyboard, mouse, headset on its hook and a small computer behind; ``z`` is the worktop."""
    skew = rng.uniform(-0.12, 0.12)
    dx, dy = math.cos(skew), math.sin(skew)
    screen_y, high = -0.15, z + 0.29
    parts = [
        box("foot", (0.2, 0.15, 0.012), (x, -0.12, z + 0.006), m.paint, DARK, 0.004),
        box("neck", (0.045, 0.03, 0.2), (x, -0.105, z + 0.1), m.paint, DARK, 0.004),
        box("monitor", (0.53, 0.04, 0.325), (x, screen_y + 0.02, high), m.paint, DARK, 0.008, 1, (0, 0, skew)),
    ]
    front = (x + 0.002 * dy, screen_y - 0.0025, high + 0.006)
    region = m.regions[f"screen_{which}"]
    parts.append(quad("picture", front, (0.505 * dx, 0.505 * dy, 0), (0, 0, 0.286), m.monitors, region=region))
    keys = (x - 0.03 + rng.uniform(-0.03, 0.03), -0.3, z + 0.018)
    turned = (0.05, 0, rng.uniform(-0.1, 0.1))
    parts.append(box("keyboard", (0.42, 0.135, 0.016), (keys[0], keys[1], z + 0.01), m.paint, DARK, 0.004, 1, turned))
    across = (0.4 * math.cos(turned[2]), 0.4 * math.sin(turned[2]), 0)
    up = (-0.125 * math.sin(turned[2]), 0.125 * math.cos(turned[2]), 0.006)
    parts.append(picture(m, "keys", (keys[0], keys[1], z + 0.0195), across, up))
    mouse = (x + 0.29, -0.29 + rng.uniform(-0.03, 0.03), z + 0.016)
    parts.append(box("mouse", (0.058, 0.1, 0.03), mouse, m.gloss, DARK, 0.014, 2, (0, 0, rng.uniform(-0.3, 0.3))))
    lead = [(mouse[0], mouse[1] + 0.05, z + 0.01), (mouse[0] - 0.02, -0.16, z + 0.005), (x + 0.2, -0.04, z + 0.005)]
    parts.append(tube("lead", lead, 0.0028, m.paint, DARK, 4, 0.08, 2))
    for note in range(rng.randint(0, 2)):
        at = (x - 0.3 + 0.012 * note, -0.2 - 0.05 * note, z + 0.002)
        parts.append(
            box(
                "note",
                (0.075, 0.075, 0.003),
                at,
                m.paint,
                rng.choice(("f2e07a", "f0a0b8", "a5dca0")),
                0,
                1,
                (0, 0, note),
            )
        )
    return parts + tower(m, x + 0.33)


def carton(m, at, size, turned):
    """Cardboard box with tape over its lid."""
    x, y, z = at
    return [
        box("carton", size, (x, y, z + size[2] / 2), m.paint, "b88f5f", 0.004, 1, (0, 0, turned)),
        box(
            "tape", (0.05, size[1] + 0.002, 0.002), (x, y, z + size[2] + 0.001), m.gloss, "d8bd8c", 0, 1, (0, 0, turned)
        ),
    ]


def tower(m, x):
    """Computer under the worktop."""
    return [
        box("tower", (0.17, 0.3, 0.38), (x, -0.18, 0.24), m.paint, "2f353b", 0.006),
        box("face", (0.15, 0.006, 0.35), (x, -0.331, 0.24), m.gloss, "1c2024", 0.003),
        cylinder("button", 0.009, 0.006, (x + 0.05, -0.335, 0.39), m.gloss, "5fd0f0", 8, (math.pi / 2, 0, 0)),
        box("slot", (0.09, 0.004, 0.008), (x - 0.02, -0.335, 0.39), m.paint, "6b757e"),
    ]


def rack(m, wide=0.54, deep=0.52, tall=1.7):
    """Network cabinet with its door open to the units: switches, patch panels, a server, and leads between them."""
    x0, front = wide / 2, -deep
    parts = [
        box("side", (0.03, deep, tall), (-x0 + 0.015, -deep / 2, tall / 2), m.paint, DARK, 0.004),
        box("side", (0.03, deep, tall), (x0 - 0.015, -deep / 2, tall / 2), m.paint, DARK, 0.004),
        box("top", (wide, deep, 0.04), (0, -deep / 2, tall - 0.02), m.paint, DARK, 0.004),
        box("foot", (wide, deep, 0.08), (0, -deep / 2, 0.04), m.paint, DARK, 0.004),
        box("dark", (wide - 0.06, 0.01, tall - 0.12), (0, front + 0.12, tall / 2 + 0.02), m.paint, "0f1113"),
    ]
    units = (1, 0, 1, 0, 1, 0, 2, 2, None, None, 2)
    places = {}
    for index, which in enumerate(units):
        if which is None:
            continue
        z = tall - 0.2 - 0.075 * index
        places[index] = z
        parts.append(box("unit", (wide - 0.07, 0.1, 0.044), (0, front + 0.085, z), m.paint, "1a1d20"))
        parts.append(picture(m, f"rack_{which}", (0, front + 0.034, z), (wide - 0.07, 0, 0), (0, 0, 0.044)))
    rng = random.Random(13)
    for _ in range(22):
        top = rng.choice((0, 2, 4))
        a, b = (rng.uniform(-0.19, 0.19) for _ in range(2))
        z0, z1 = places[top] - 0.004, places[top + 1] - 0.004
        bow = [
            (a, front + 0.03, z0),
            (a, front - 0.015, z0 - 0.01),
            ((a + b) / 2 + rng.uniform(-0.06, 0.06), front - 0.015, (z0 + z1) / 2 - 0.015),
            (b, front - 0.015, z1 - 0.005),
            (b, front + 0.03, z1),
        ]
        parts.append(tube("patch", bow, 0.0035, m.paint, rng.choice(LEADS), 4, 0.02, 1, caps=False))
    for side in (-1, 1):
        parts.append(
            box(
                "frame",
                (0.03, 0.02, tall - 0.1),
                (side * (x0 - 0.03), front + 0.01, tall / 2),
                m.paint,
                "3a424a",
                0.003,
            )
        )
    parts.append(box("crate", (0.36, 0.3, 0.2), (0.02, -0.24, tall + 0.1), m.paint, "4d8bbf", 0.01))
    bundle = [(0.1, -0.1, tall - 0.02), (0.1, -0.1, tall + 0.3), (0.1, -0.04, 2.96)]
    return parts + [tube("bundle", bundle, 0.022, m.paint, "dfe3e4", 7, 0.06, 2)]


def headset(m, x, z, colour):
    """Headphones over a hook: band and two cushions."""
    band = [
        (x + 0.075 * math.cos(a), -0.075, z - 0.075 + 0.075 * math.sin(a)) for a in (0.0, 0.6, 1.2, 1.94, 2.54, 3.14)
    ]
    parts = [tube("band", band, 0.008, m.paint, DARK, 6, 0.03, 2)]
    for side in (-1, 1):
        at = (x + side * 0.07, -0.075, z - 0.1)
        parts.append(cylinder("cup", 0.036, 0.026, at, m.paint, colour, 14, (0, math.pi / 2, 0)))
        parts.append(
            cylinder("pad", 0.034, 0.018, (x + side * 0.05, -0.075, z - 0.1), m.paint, DARK, 14, (0, math.pi / 2, 0))
        )
    lead = [
        (x + 0.07, -0.075, z - 0.13),
        (x + 0.06, -0.06, z - 0.3),
        (x + 0.02, -0.05, z - 0.26),
        (x - 0.02, -0.05, z - 0.38),
    ]
    parts.append(tube("lead", lead, 0.003, m.paint, DARK, 4, 0.08, 2))
    return parts


def headset_rail(m, count=9, step=0.2):
    """Board with hooks for headsets and one coiled cable; two hooks are empty."""
    parts = [box("board", (count * step + 0.06, 0.02, 0.1), (0, -0.01, 1.5), m.wood, bevel=0.003)]
    for index in range(count):
        x = (index - (count - 1) / 2) * step
        hook = [(x, -0.02, 1.5), (x, -0.09, 1.49), (x, -0.1, 1.52)]
        parts.append(tube("hook", hook, 0.006, m.gloss, "9aa0a4", 5, 0.02, 1))
        if index == 4:
            parts += coil(m, x, 1.5, LEADS[0])
        elif index not in (2, 7):
            parts += headset(m, x, 1.505, ("4d8bbf", "d3723f", "6b757e")[index % 3])
    return parts


def coil(m, x, z, colour):
    """Cable wound in a ring that hangs on a hook."""
    parts = []
    for ring in range(3):
        radius = 0.095 + 0.008 * ring
        circle = [
            (x + radius * math.sin(a) * 0.8, -0.06 - 0.012 * ring, z - radius * 1.15 + radius * 1.15 * math.cos(a))
            for a in (2 * math.pi * k / 14 for k in range(15))
        ]
        parts.append(tube("coil", circle, 0.0055, m.paint, colour, 5, 0.0, 1, caps=False))
    return parts


def spare_shelf(m, wide=1.5):
    """Open shelf with stacks of keyboards, crates with mice and leads, and labelled boxes."""
    deep, rng = 0.34, random.Random(19)
    boards = (0.06, 0.44, 0.82, 1.19)
    parts = [box("back", (wide, 0.008, 1.18), (0, -0.006, 0.61), m.paint, "4b545b")]
    for z in boards:
        parts.append(box("board", (wide, deep, 0.022), (0, -deep / 2, z), m.wood, bevel=0.002))
    for side in (-1, 0, 1):
        parts.append(box("side", (0.022, deep, 1.2), (side * (wide / 2 - 0.011), -deep / 2, 0.6), m.wood, bevel=0.002))
    for level, z in enumerate(boards[:3]):
        for half in (-1, 1):
            x = half * wide / 4
            if (level + half) % 3 == 0:
                parts += keyboards(m, (x, -0.19, z + 0.011), 6 - level, rng)
            else:
                parts += crates(m, x, z + 0.011, rng)
    return parts


def keyboards(m, at, many, rng):
    """Stack of spare keyboards, not quite straight."""
    x, y, z = at
    parts = []
    for index in range(many):
        turned, shift = rng.uniform(-0.09, 0.09), rng.uniform(-0.03, 0.03)
        parts.append(
            box(
                "keyboard",
                (0.44, 0.15, 0.018),
                (x + shift, y, z + 0.011 + 0.023 * index),
                m.paint,
                (DARK, GREY)[index % 2],
                0.004,
                1,
                (0, 0, turned),
            )
        )
    across, up = (
        (0.42 * math.cos(turned), 0.42 * math.sin(turned), 0),
        (-0.135 * math.sin(turned), 0.135 * math.cos(turned), 0),
    )
    return parts + [picture(m, "keys", (x + shift, y, z + 0.0215 + 0.023 * (many - 1)), across, up)]


def crates(m, x, z, rng):
    """Two crates, from one of which leads hang out."""
    parts = []
    for side in (-1, 1):
        at = (x + side * 0.165, -0.18, z + 0.1)
        colour = rng.choice(("5d8fb0", "8b95a0", "d3a13f", "6f9f86"))
        parts.append(box("crate", (0.29, 0.27, 0.2), at, m.paint, colour, 0.008))
        parts.append(box("label", (0.1, 0.004, 0.05), (at[0], -0.3165, z + 0.11), m.paint, "fbfaf4"))
        for loop in range(3 if side > 0 else 0):
            x0 = at[0] - 0.08 + 0.07 * loop
            path = [
                (x0, -0.22, z + 0.2),
                (x0 + 0.02, -0.3, z + 0.23),
                (x0 + 0.01, -0.33, z + 0.14),
                (x0 + 0.04, -0.33, z + 0.06),
            ]
            parts.append(tube("lead", path, 0.005, m.paint, LEADS[loop], 5, 0.06, 2))
    return parts


def printer_3d(m, at):
    """Open frame printer with a half-made cube on its bed and a roll of thread."""
    x, y, z = at
    parts = [
        box("base", (0.34, 0.28, 0.06), (x, y, z + 0.03), m.paint, DARK, 0.008),
        box("bed", (0.2, 0.2, 0.008), (x, y, z + 0.085), m.gloss, "3a424a"),
        box("print", (0.06, 0.06, 0.045), (x - 0.02, y, z + 0.112), m.gloss, "e0783a", 0.002),
        box("head", (0.05, 0.06, 0.06), (x - 0.02, y - 0.01, z + 0.2), m.paint, "d3493f", 0.008),
        box("beam", (0.34, 0.025, 0.03), (x, y + 0.02, z + 0.23), m.paint, "6b757e"),
        box("beam", (0.34, 0.03, 0.03), (x, y + 0.02, z + 0.39), m.paint, DARK),
        cylinder("roll", 0.085, 0.06, (x + 0.06, y + 0.02, z + 0.48), m.gloss, "e0783a", 20, (math.pi / 2, 0, 0)),
        box("dial", (0.08, 0.004, 0.04), (x + 0.09, y - 0.141, z + 0.03), m.gloss, "58a0f0"),
    ]
    for side in (-1, 1):
        parts.append(box("post", (0.03, 0.03, 0.38), (x + side * 0.155, y + 0.02, z + 0.22), m.paint, DARK, 0.003))
    return parts


def cooling_unit(m, at, wide=0.95):
    """Split cooling unit high on the wall with its pipe to the corner."""
    x, _, z = at
    return [
        box("case", (wide, 0.21, 0.28), (x, -0.105, z), m.gloss, "f4f6f6", 0.03, 3),
        box("mouth", (wide - 0.12, 0.02, 0.03), (x, -0.2, z - 0.105), m.paint, "39424a"),
        box("light", (0.02, 0.004, 0.008), (x + wide / 2 - 0.12, -0.2115, z - 0.02), m.gloss, "58e07a"),
        box(
            "pipe",
            (0.075, 0.06, 2.95 - z),
            (x + wide / 2 - 0.06, -0.03, (2.95 + z) / 2 + 0.02),
            m.gloss,
            "eceeec",
            0.004,
        ),
    ]
