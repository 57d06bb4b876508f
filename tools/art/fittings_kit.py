"""What every room has on its walls, and how pictures hang there: frames, pinboard, clock, signs, bins, globe."""

import math
import random

from mathutils import Vector

from shapes import box, cylinder, quad, sheet, tube


def picture(m, name, centre, across, up, part=(0, 0, 1, 1)):
    """A region of the picture atlas on a wall, or a ``part`` of it (u0, v0, u1, v1 in shares)."""
    u0, v0, u1, v1 = m.regions[name]
    wide, tall = u1 - u0, v1 - v0
    region = (u0 + wide * part[0], v0 + tall * part[1], u0 + wide * part[2], v0 + tall * part[3])
    return quad(name, centre, across, up, m.pictures, region=region)


def framed(m, name, centre, across, up, out, colour="5b4a3a", rim=0.02):
    """Picture in a thin frame; ``out`` is the wall's normal."""
    across, up, out, centre = Vector(across), Vector(up), Vector(out), Vector(centre)
    size = [abs(a) + abs(u) for a, u in zip(across, up)]
    size = [extent + 2 * rim if extent else 0.018 for extent in size]
    return [
        box("frame", size, centre + out * 0.009, m.paint, colour, 0.003),
        picture(m, name, centre + out * 0.019, across, up),
    ]


def pinboard(m, at, width, height, names, columns, size=(0.52, 0.367)):
    """Cork board with two rows of drawings, each pinned a little askew."""
    x, y, z = at
    parts = [box("rim", (width + 0.05, 0.02, height + 0.05), (x, y - 0.01, z), m.wood)]
    for index in range(3):
        parts.append(
            picture(m, "cork", (x + (index - 1) * width / 3, y - 0.0215, z), (width / 3, 0, 0), (0, 0, height))
        )
    rng = random.Random(5)
    for order, name in enumerate(names):
        cx = x - width / 2 + width * (order % columns + 0.5) / columns + rng.uniform(-0.02, 0.02)
        cz = z + height * (0.25 if order < columns else -0.25) + rng.uniform(-0.015, 0.015)
        tilt = rng.uniform(-0.05, 0.05)
        across = (size[0] * math.cos(tilt), 0, size[0] * math.sin(tilt))
        up = (-size[1] * math.sin(tilt), 0, size[1] * math.cos(tilt))
        parts.append(picture(m, name, (cx, y - 0.024, cz), across, up))
        parts.append(
            cylinder(
                "pin",
                0.008,
                0.01,
                (cx, y - 0.028, cz + size[1] / 2 - 0.0185),
                m.gloss,
                rng.choice(("c4463f", "2d5fa8", "e9b44c")),
                8,
                (math.pi / 2, 0, 0),
            )
        )
    return parts


def clock(m, plan):
    """Rim and dial of the clock; its hands move and are nodes of their own."""
    x, y, z = plan.clock
    return [
        cylinder("rim", 0.185, 0.035, (x, plan.back - 0.018, z), m.gloss, "2a2f34", 32, (math.pi / 2, 0, 0)),
        clock_dial(m, (x, plan.back - 0.0365, z), 0.17),
    ]


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


def door_signs(m, plan):
    """Exit sign over the door, extinguisher beside it."""
    parts = []
    x = plan.right
    parts.append(
        box("exit", (0.03, 0.36, 0.18), (x - 0.016, plan.door_y, plan.door_height + 0.24), m.gloss, "e8ebea", 0.004)
    )
    parts.append(picture(m, "exit", (x - 0.0315, plan.door_y, plan.door_height + 0.24), (0, -0.34, 0), (0, 0, 0.16)))
    y = plan.door_y + plan.door_width / 2 + 0.42
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
    return parts


def bins(m, plan, start=-1.42):
    """Waste separation beside the door: three bins by colour."""
    parts = []
    for index, colour in enumerate(("3c7fa8", "5b8e5a", "6a6f74")):
        at = (plan.right - 0.19, start + index * 0.33, 0.2)
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


def board_screen(m, plan):
    """The picture surface of the digital board, UV 0..1, upright for the class."""
    x, z = plan.board_centre
    return quad(
        "board_screen",
        (x, plan.front + 0.0715, z),
        (-plan.board_size[0], 0, 0),
        (0, 0, plan.board_size[1]),
        m.board_screen,
    )
