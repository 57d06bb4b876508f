"""Things that lie on a desk, hang on a wall or are held.  Origin: centre of the footprint, on the surface it lies on.

Devices face a student who sits at +y and looks towards -y, so their screens can be read from +y.
"""

import math

from mathutils import Matrix, Vector

from shapes import box, cylinder, quad, rounded_rectangle, slab, tube, turn

CASE, DARK = "b4b8bd", "17181a"


def laptop(materials, open_degrees=105, width=0.31, depth=0.215):
    """Notebook computer, hinged open; mesh ``screen`` carries the picture."""
    m = materials
    angle = math.radians(open_degrees)
    parts = [
        slab("base", rounded_rectangle(width, depth, 0.012, 3), 0.001, 0.015, m.paint, CASE, round_top=0.002),
        quad("keys", (0, 0.0, 0.0152), (width - 0.03, 0, 0), (0, depth - 0.03, 0), m.keys),
    ]
    hinge = Vector((0, depth / 2 - 0.006, 0.014))
    up = Vector((0, -math.cos(angle), math.sin(angle)))
    out = Vector((0, -math.sin(angle), -math.cos(angle)))
    lid = slab("lid", rounded_rectangle(width, depth, 0.012, 3), -0.003, 0.003, m.paint, CASE, round_top=0.001)
    lid.data.transform(_frame(hinge + up * (depth / 2), Vector((1, 0, 0)), up, out))
    parts.append(lid)
    parts.append(
        quad(
            "bezel", hinge + up * (depth / 2) + out * 0.0033, (width - 0.008, 0, 0), up * (depth - 0.008), m.paint, DARK
        )
    )
    parts.append(
        quad(
            "screen",
            hinge + up * (depth / 2 + 0.003) + out * 0.0037,
            (width - 0.024, 0, 0),
            up * (depth - 0.03),
            m.screen,
        )
    )
    parts.append(
        tube(
            "hinge",
            [(-width / 2 + 0.04, depth / 2 - 0.006, 0.013), (width / 2 - 0.04, depth / 2 - 0.006, 0.013)],
            0.005,
            m.paint,
            DARK,
            sides=6,
        )
    )
    return turn(parts, 180)


def _frame(origin, x, y, z):
    """Matrix that maps the axes to x, y, z at an origin."""
    matrix = Matrix((x, y, z)).transposed().to_4x4()
    matrix.translation = origin
    return matrix


def tablet(materials, width=0.25, depth=0.17):
    """Tablet lying flat; mesh ``screen``."""
    m = materials
    parts = [
        slab("case", rounded_rectangle(width, depth, 0.012, 3), 0, 0.008, m.paint, "2a2d31", round_top=0.002),
        quad("screen", (0, 0, 0.0083), (width - 0.02, 0, 0), (0, depth - 0.02, 0), m.screen),
    ]
    return turn(parts, 180)


def phone(materials, width=0.072, depth=0.15):
    """Phone lying flat; mesh ``screen``."""
    m = materials
    parts = [
        slab("case", rounded_rectangle(width, depth, 0.01, 3), 0, 0.008, m.paint, DARK, round_top=0.002),
        quad("screen", (0, 0, 0.0083), (width - 0.006, 0, 0), (0, depth - 0.01, 0), m.screen),
    ]
    return turn(parts, 180)


def notebook(materials):
    """Open exercise book with a pencil beside it."""
    m = materials
    parts = []
    for side in (-1, 1):
        page = box("pages", (0.165, 0.21, 0.006), (side * 0.083, 0, 0.005), m.book, rotation=(0, side * -0.02, 0))
        paint_uv(page, (0.01, 0.02, 0.03, 0.06))
        top = (0.5, 0.0, 0.75, 1.0) if side < 0 else (0.75, 0.0, 1.0, 1.0)
        parts += [
            page,
            quad(
                "page", (side * 0.0825, 0, 0.0085 + 0.0015), (0.161, 0, side * 0.003), (0, 0.206, 0), m.book, region=top
            ),
        ]
    parts.append(
        cylinder(
            "pencil", 0.0042, 0.15, (0.205, 0.0, 0.0045), m.paint, "e9b44c", sides=6, rotation=(math.pi / 2, 0, 0.25)
        )
    )
    tip = Vector((0.205, 0.0, 0.0045)) + Vector((math.sin(0.25), -math.cos(0.25), 0)) * 0.08
    parts.append(
        cylinder(
            "tip", 0.0042, 0.012, tip, m.paint, "e8cfa4", sides=6, rotation=(math.pi / 2, 0, 0.25), top_radius=0.0008
        )
    )
    return turn(parts, 180)


def paint_uv(thing, region):
    """Give every corner a UV inside one small region: a plain patch of a shared texture."""
    u0, v0, u1, v1 = region
    for corner in thing.data.uv_layers["UVMap"].data:
        corner.uv = ((u0 + u1) / 2, (v0 + v1) / 2)


def cable(materials):
    """Video cable of about 0.6 m in a loose curve with a big plug at its end; mesh ``plug``.

    The plug's contacts point towards -y; the plug's grip is the origin, so that a hand can carry it.
    """
    m = materials
    path = [
        (0, 0.05, 0.018),
        (0, 0.14, 0.016),
        (0.09, 0.25, 0.011),
        (0.2, 0.27, 0.011),
        (0.26, 0.38, 0.011),
        (0.22, 0.52, 0.011),
    ]
    parts = [tube("lead", path, 0.009, m.paint, "23262a", sides=10, corner=0.09, steps=6)]
    parts.append(
        tube(
            "sleeve",
            [(0, 0.03, 0.019), (0, 0.085, 0.017)],
            lambda t: 0.015 - 0.005 * t,
            m.paint,
            "3a3f45",
            sides=12,
            corner=0.0,
        )
    )
    return parts


def plug(materials):
    """The plug of the cable: grip with ridges and a bright connector."""
    m = materials
    parts = [
        box("grip", (0.042, 0.06, 0.03), (0, 0, 0.019), m.gloss, "d95f2b", 0.006, 2),
        box("connector", (0.027, 0.026, 0.0145), (0, -0.042, 0.019), m.gloss, "c9ccd0", 0.002),
        box("mouth", (0.021, 0.002, 0.007), (0, -0.0552, 0.019), m.gloss, "15171a"),
    ]
    for ridge in range(4):
        parts.append(box("ridge", (0.045, 0.004, 0.024), (0, -0.015 + 0.012 * ridge, 0.019), m.gloss, "b84d20", 0.001))
    return parts


def socket(materials):
    """Wall panel for the cable: origin at the back of the plate, the port faces +y; mesh ``led``."""
    m = materials
    plate = slab("plate", rounded_rectangle(0.12, 0.12, 0.012, 4), 0, 0.012, m.gloss, "f2f2ef", round_top=0.003)
    parts = [
        plate,
        slab("collar", rounded_rectangle(0.05, 0.03, 0.005, 3), 0.011, 0.018, m.gloss, "d95f2b", round_top=0.001),
        slab("port", rounded_rectangle(0.03, 0.0175, 0.003, 2), 0.0175, 0.0184, m.gloss, "121416"),
        cylinder("screw", 0.004, 0.002, (-0.045, 0.045, 0.0125), m.gloss, "b9bdc2", sides=10),
        cylinder("screw", 0.004, 0.002, (0.045, 0.045, 0.0125), m.gloss, "b9bdc2", sides=10),
        cylinder("led", 0.0055, 0.004, (0, 0.036, 0.0135), m.led, sides=12),
    ]
    upright = _frame(Vector((0, 0, 0)), Vector((-1, 0, 0)), Vector((0, 0, 1)), Vector((0, 1, 0)))
    for part in parts:
        part.data.transform(upright)
    return parts
