"""What hangs in the primary room, and its sink: line of drawings, bunting, paper balls, day line, worktop."""

import math
import random

import bmesh
from mathutils import Vector

from fittings_kit import picture
from posters_primary import DAY
from shapes import ball, box, cylinder, finish, tube

PENNANTS = ("ef6f6c", "f2d24b", "37a6a6", "f2a541", "6bb56a", "4d8bbf", "d9739f")


def drawings_on_line(m, plan, z=2.66):
    """A cord along the windows with drawings and portraits on pegs, and a gap where one was taken home."""
    rng = random.Random(77)
    x = plan.left + 0.14
    ends = (plan.front + 0.15, plan.back - 0.15)
    cord = [(x, ends[0] + (ends[1] - ends[0]) * t / 12, z - 0.012 * math.sin(math.pi * (t % 4) / 4)) for t in range(13)]
    parts = [tube("cord", cord, 0.003, m.paint, "efeadd", 5, 0.0, 1)]
    names = [f"drawing_{k}" for k in range(10)] + [f"portrait_{k}" for k in range(12)]
    rng.shuffle(names)
    y = ends[0] + 0.35
    for name in names:
        wide = 0.31 if name.startswith("drawing") else 0.24
        tall = 0.22 if name.startswith("drawing") else 0.24
        tilt = rng.uniform(-0.05, 0.05)
        low = z - 0.02 - tall / 2
        across = Vector((rng.uniform(-0.01, 0.01), wide * math.cos(tilt), wide * math.sin(tilt)))
        up = Vector((0.015, -tall * math.sin(tilt), tall * math.cos(tilt)))
        parts.append(picture(m, name, (x + 0.006, y, low), across, up))
        for side in (-1, 1):
            peg = (x + 0.006, y + side * wide * 0.38, z - 0.005 + side * 0.38 * wide * math.sin(tilt))
            parts.append(
                box("peg", (0.014, 0.011, 0.05), peg, m.paint, rng.choice(("d9b382", "c9a06a", "ef6f6c", "4d8bbf")))
            )
        y += wide + rng.choice((0.02, 0.03, 0.05, 0.09))
        if y > ends[1] - 0.25:
            break
    return parts


def pennant(m, at, along, size, colour):
    """Cloth triangle under a cord: one face to each side."""
    bm = bmesh.new()
    along = Vector(along).normalized()
    out = along.cross(Vector((0, 0, 1))).normalized() * 0.002
    corners = [Vector(at) - along * size * 0.45, Vector(at) + along * size * 0.45, Vector(at) - Vector((0, 0, size))]
    front = [bm.verts.new(corner + out) for corner in corners]
    rear = [bm.verts.new(corner - out) for corner in corners]
    bm.faces.new(reversed(front))
    bm.faces.new(rear)
    return finish("pennant", bm, m.cloth, colour)


def bunting(m, start, end, sag=0.16, step=0.19):
    """Cord with pennants between two points."""
    start, end = Vector(start), Vector(end)
    count = int((end - start).length / step)
    points = [start.lerp(end, t / 10) - Vector((0, 0, sag * 4 * (t / 10) * (1 - t / 10))) for t in range(11)]
    parts = [tube("cord", points, 0.003, m.paint, "efeadd", 5, 0.0, 1)]
    for index in range(count):
        t = (index + 0.5) / count
        at = start.lerp(end, t) - Vector((0, 0, sag * 4 * t * (1 - t)))
        parts.append(pennant(m, at, end - start, 0.155, PENNANTS[index % 7]))
    return parts


def paper_balls(m, plan):
    """Honeycomb paper balls on threads, above everyone's head."""
    parts = []
    spots = (
        (-3.2, 1.6, 0.15),
        (-1.5, 3.0, 0.12),
        (0.6, 3.1, 0.15),
        (2.9, 2.0, 0.13),
        (-3.3, -0.9, 0.12),
        (3.2, -0.2, 0.15),
    )
    for index, (x, y, radius) in enumerate(spots):
        z = plan.height - 0.2 - radius - 0.05 * (index % 3)
        parts.append(ball("paper_ball", radius, (x, y, z), m.paint, PENNANTS[index], 16))
        parts.append(
            cylinder(
                "thread", 0.0015, plan.height - z - radius, (x, y, (plan.height + z + radius) / 2), m.paint, "efeadd", 4
            )
        )
    return parts


def day_line(m, plan, x, z, step=0.2):
    """Rail with the cards of the day, and a red arrow over the part that goes on now."""
    y = plan.front
    wide = len(DAY) * step
    parts = [
        box("rail", (wide + 0.06, 0.016, 0.022), (x, y + 0.014, z - 0.098), m.wood, bevel=0.003),
        box("rail", (wide + 0.06, 0.016, 0.022), (x, y + 0.014, z + 0.098), m.wood, bevel=0.003),
    ]
    for index, name in enumerate(DAY):
        at = (x + wide / 2 - (index + 0.5) * step, y + 0.012, z)
        parts.append(picture(m, f"day_{name}", at, (-0.175, 0, 0), (0, 0, 0.175)))
    now = x + wide / 2 - 3.5 * step
    parts.append(cylinder("arrow", 0.0, 0.07, (now, y + 0.025, z + 0.145), m.gloss, "d64541", 3, None, 0.042))
    return parts


def sink(m, wide=1.3, deep=0.4, tall=0.72):
    """Low worktop with a basin, tap and cupboard below, against the wall y = 0."""
    top, x0 = tall + 0.015, -0.32
    hole, front = (0.44, 0.28), -deep
    parts = [
        box("plinth", (wide - 0.04, deep - 0.06, 0.08), (0, -deep / 2 + 0.02, 0.04), m.paint, "3a3f44"),
        box("body", (wide, deep - 0.02, tall - 0.1), (0, -deep / 2 + 0.01, tall / 2 + 0.03), m.paint, "e9e6dc", 0.003),
    ]
    left, right = wide / 2 + x0 - hole[0] / 2, wide / 2 - x0 - hole[0] / 2
    for size, at in (
        ((left, deep + 0.02, 0.03), (-wide / 2 + left / 2, -deep / 2 - 0.01, top)),
        ((right, deep + 0.02, 0.03), (wide / 2 - right / 2, -deep / 2 - 0.01, top)),
        ((hole[0], 0.06, 0.03), (x0, -0.03, top)),
        ((hole[0], deep + 0.02 - 0.06 - hole[1], 0.03), (x0, (front - 0.02 - 0.06 - hole[1]) / 2, top)),
    ):
        parts.append(box("worktop", size, at, m.gloss, "b9c4c6"))
    middle = -0.06 - hole[1] / 2
    parts.append(box("basin", (hole[0], hole[1], 0.01), (x0, middle, top - 0.001), m.gloss, "8d979b"))
    parts.append(cylinder("drain", 0.03, 0.004, (x0, middle, top + 0.005), m.gloss, "3f464c", 14))
    for side in (-1, 1):
        parts.append(
            box("rim", (0.014, hole[1] + 0.028, 0.04), (x0 + side * hole[0] / 2, middle, top), m.gloss, "d3d9db", 0.004)
        )
        parts.append(
            box("rim", (hole[0] + 0.028, 0.014, 0.04), (x0, middle + side * hole[1] / 2, top), m.gloss, "d3d9db", 0.004)
        )
    tap = [(x0, -0.05, top), (x0, -0.05, top + 0.22), (x0, -0.19, top + 0.22), (x0, -0.19, top + 0.16)]
    parts.append(tube("tap", tap, 0.011, m.gloss, "c9ced2", 8, 0.05, 3))
    parts.append(box("lever", (0.012, 0.07, 0.012), (x0 + 0.035, -0.05, top + 0.08), m.gloss, "c9ced2", 0.003))
    for door in range(3):
        x = (door - 1) * wide / 3
        parts.append(
            box(
                "door",
                (wide / 3 - 0.012, 0.016, tall - 0.12),
                (x, front + 0.012, tall / 2 + 0.03),
                m.paint,
                ("9ccbc4", "f6f4ec", "9ccbc4")[door],
                0.003,
            )
        )
        parts.append(box("grip", (0.09, 0.014, 0.012), (x, front - 0.002, tall - 0.09), m.gloss, "5d676c", 0.003))
    return parts + paint_things(m, top + 0.015) + over_sink(m, x0)


def paint_things(m, z):
    """Pots of paint, brushes in a jar and a stack of beakers beside the basin."""
    parts = []
    for index, colour in enumerate(("d64541", "f2d24b", "2d5fa8", "2f8a56", "f4f1e8")):
        x, y = 0.1 + 0.085 * index, -0.11 - 0.06 * (index % 2)
        parts.append(cylinder("pot", 0.034, 0.1, (x, y, z + 0.05), m.paint, colour, 10))
        parts.append(cylinder("lid", 0.036, 0.018, (x, y, z + 0.105), m.paint, "f4f3ef", 10))
    parts.append(cylinder("jar", 0.045, 0.12, (0.55, -0.22, z + 0.06), m.gloss, "a9c3c9", 14))
    for index in range(6):
        lean = (0.22 * math.sin(index * 1.9), 0.22 * math.cos(index * 1.9), 0)
        place = (0.55 + 0.02 * math.sin(index * 2.3), -0.22 + 0.02 * math.cos(index * 1.3), z + 0.17)
        parts.append(cylinder("brush", 0.005, 0.2, place, m.paint, ("d9b382", "c4463f", "2d5fa8")[index % 3], 6, lean))
    return parts + [cylinder("beakers", 0.03, 0.2, (0.58, -0.08, z + 0.1), m.paint, "f2a541", 12, None, 0.036)]


def over_sink(m, x0):
    """Soap, roll of paper and a towel on the tiles."""
    return [
        box("soap", (0.09, 0.09, 0.2), (x0 + 0.3, -0.05, 1.16), m.gloss, "f4f6f5", 0.012),
        box("towels", (0.26, 0.13, 0.32), (x0 - 0.06, -0.07, 1.52), m.gloss, "eef1f0", 0.015),
        box("sheet", (0.18, 0.004, 0.08), (x0 - 0.06, -0.07, 1.335), m.paint, "fbfbf6"),
        cylinder("hook", 0.008, 0.05, (0.3, -0.025, 1.25), m.gloss, "9aa0a4", 8, (math.pi / 2, 0, 0)),
        box("towel", (0.2, 0.03, 0.34), (0.3, -0.03, 1.07), m.cloth, "f2a541", 0.012, 2),
    ]
