"""Low bookcases with books, storage boxes and a leaning book here and there."""

import random

from shapes import box


def bookcase(m, plan, x, seed, width=1.5):
    """Low bookcase against the back wall, filled with books, boxes and a few toppled rows."""
    back, depth = plan.back, 0.32
    y = back - 0.18
    parts = [box("back", (width, 0.008, 1.18), (x, back - 0.012, 0.61), m.wood)]
    boards = (0.06, 0.44, 0.82, 1.19)
    for z in boards:
        parts.append(box("board", (width - 0.004, depth, 0.022), (x, y, z), m.wood, bevel=0.002))
    for side in (-1, 0, 1):
        parts.append(box("side", (0.022, depth, 1.2), (x + side * (width / 2 - 0.011), y, 0.6), m.wood, bevel=0.002))
    rng = random.Random(seed)
    for level, z in enumerate(boards[:3]):
        for half in (-1, 1):
            left = x - width / 2 + 0.03 if half < 0 else x + 0.016
            room = width / 2 - 0.05
            if (level * 2 + half + seed) % 5 == 0:
                parts += boxes_on(m, back, left, room, z + 0.011, rng)
            else:
                parts += books_on(m, back, left, room, z + 0.011, rng)
    return parts


def boxes_on(m, back, left, room, z, rng):
    """Two storage boxes with a label patch."""
    parts = []
    for index in range(2):
        x = left + room * (0.27 + 0.47 * index)
        colour = rng.choice(("e6c85c", "7fb069", "4d8bbf", "d9785f"))
        parts.append(box("storage", (room * 0.42, 0.26, 0.22), (x, back - 0.19, z + 0.11), m.paint, colour, 0.008))
        parts.append(box("label", (0.09, 0.004, 0.05), (x, back - 0.321, z + 0.13), m.paint, "fbfaf4"))
    return parts


def books_on(m, back, left, room, z, rng):
    """A row of books, ending in a leaning one and sometimes a lying pile."""
    parts, x = [], left
    stop = left + room * rng.uniform(0.72, 0.98)
    while x < stop:
        thick, tall, deep = rng.uniform(0.018, 0.045), rng.uniform(0.19, 0.29), rng.uniform(0.16, 0.22)
        parts.append(
            book(m, (x + thick / 2, back - 0.32 + deep / 2, z + tall / 2), (thick, deep, tall), rng.randrange(32))
        )
        x += thick + 0.0015
    if left + room - x > 0.09:
        lean = book(m, (0, 0, 0.12), (0.025, 0.18, 0.24), rng.randrange(32))
        lean.location, lean.rotation_euler = (x + 0.045, back - 0.23, z), (0, -0.24, 0)
        parts.append(lean)
    return parts


def book(m, at, size, spine):
    """Closed book: its spine shows a strip of the atlas, the other faces the strip's cover colour or paper."""
    thing = box("book", size, at, m.pictures)
    u0, v0, u1, v1 = m.regions["spines"]
    step = (u1 - u0) / 32
    left = u0 + spine * step
    paper = m.regions["paper"]
    layer = thing.data.uv_layers["UVMap"].data
    low = [min(v.co[i] for v in thing.data.vertices) for i in range(3)]
    for polygon in thing.data.polygons:
        for index, vertex in zip(polygon.loop_indices, polygon.vertices):
            co = thing.data.vertices[vertex].co
            if polygon.normal.y < -0.5:
                layer[index].uv = (
                    left + step * (0.04 + 0.92 * (co.x > low[0] + size[0] / 2)),
                    v0 + (v1 - v0) * (co.z > low[2] + size[2] / 2),
                )
            elif abs(polygon.normal.z) > 0.5:
                layer[index].uv = ((paper[0] + paper[2]) / 2, (paper[1] + paper[3]) / 2)
            else:
                layer[index].uv = (left + step * 0.1, v0 + (v1 - v0) * 0.5)
    return thing
