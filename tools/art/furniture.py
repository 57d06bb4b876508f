"""Desks, chair, bag: pieces the application places many times.  Origin: centre of the footprint, on the floor."""

import math

from plan import DESK_TOP, SEAT_HEIGHT
from shapes import box, cylinder, quad, rounded_rectangle, sheet, slab, tube

FRAME, FOOT, EDGE = "3f464c", "1c1e20", "d8d3c7"


def desk(materials, width=0.70, depth=0.50, height=DESK_TOP):
    """Single student's desk: round-cornered top, book shelf open towards the student (+y), bag hook."""
    m = materials
    outline = rounded_rectangle(width, depth, 0.035, 4)
    parts = [
        slab("top", outline, height - 0.019, height, m.wood, round_top=0.0025, uv_scale=1.3),
        slab(
            "edge",
            rounded_rectangle(width - 0.004, depth - 0.004, 0.034, 3),
            height - 0.024,
            height - 0.0185,
            m.paint,
            EDGE,
        ),
        box("shelf", (width - 0.16, depth - 0.16, 0.005), (0, -0.01, height - 0.125), m.paint, "565d63"),
        box("shelf_back", (width - 0.16, 0.005, 0.10), (0, -depth / 2 + 0.07, height - 0.076), m.paint, "565d63"),
    ]
    for side in (-1, 1):
        x = side * (width / 2 - 0.055)
        front, back = -depth / 2 + 0.035, depth / 2 - 0.035
        path = [
            (x, front - 0.012, 0.012),
            (x, front + 0.02, height - 0.032),
            (x, back - 0.02, height - 0.032),
            (x, back + 0.012, 0.012),
        ]
        parts.append(tube("legs", path, 0.0135, m.paint, FRAME, sides=8, corner=0.04, steps=3))
        parts.append(
            box(
                "shelf_side",
                (0.005, depth - 0.16, 0.10),
                (side * (width / 2 - 0.08), -0.01, height - 0.076),
                m.paint,
                "565d63",
            )
        )
        for y in (front - 0.012, back + 0.012):
            parts.append(cylinder("foot", 0.018, 0.016, (x, y, 0.008), m.paint, FOOT, sides=10))
    parts.append(
        tube(
            "rail",
            [
                (-width / 2 + 0.055, -depth / 2 + 0.05, height - 0.16),
                (width / 2 - 0.055, -depth / 2 + 0.05, height - 0.16),
            ],
            0.011,
            m.paint,
            FRAME,
            sides=6,
        )
    )
    hook = [
        (width / 2 - 0.03, 0.02, height - 0.03),
        (width / 2 + 0.012, 0.02, height - 0.06),
        (width / 2 + 0.026, 0.02, height - 0.04),
    ]
    parts.append(tube("hook", hook, 0.004, m.paint, FRAME, sides=5, corner=0.015, steps=2))
    return parts


def chair_surface(u, v, seat=SEAT_HEIGHT, width=0.40):
    """The bent plywood-like shell: v from the front edge (-y) over the seat to the top of the back (+y)."""
    across = 2 * (u - 0.5)
    x = (u - 0.5) * width * (1 - 0.10 * max(0.0, v - 0.55))
    if v < 0.5:
        t = v / 0.5
        y = -0.19 + 0.38 * t
        z = seat - 0.018 * math.exp(-((t / 0.13) ** 2)) + 0.012 * across**2 - 0.008 * math.sin(math.pi * t)
    elif v < 0.62:
        t = (v - 0.5) / 0.12
        bend = t * 1.35
        y = 0.19 + 0.05 * math.sin(bend)
        z = seat + 0.05 * (1 - math.cos(bend)) + 0.012 * across**2 * (1 - t)
    else:
        t = (v - 0.62) / 0.38
        y = 0.239 + 0.075 * t - 0.028 * across**2
        z = seat + 0.039 + 0.34 * t
        if t > 0.9:
            z -= 0.03 * abs(across) ** 4
    return (x, y, z)


def chair(materials, seat=SEAT_HEIGHT, width=0.40):
    """Student's chair; the sitter looks towards -y, the back is at +y."""
    m = materials
    parts = [sheet("shell", lambda u, v: chair_surface(u, v, seat, width), 6, 14, m.shell, thickness=0.009)]
    for side in (-1, 1):
        x = side * (width / 2 - 0.05)
        path = [(x * 1.15, -0.22, 0.008), (x, -0.13, seat - 0.024), (x, 0.13, seat - 0.024), (x * 1.15, 0.23, 0.008)]
        parts.append(tube("legs", path, 0.0105, m.paint, "a9aeb4", sides=6, steps=2))
        for y in (-0.22, 0.23):
            parts.append(box("foot", (0.026, 0.026, 0.014), (x * 1.15, y, 0.007), m.paint, FOOT))
    for y in (-0.11, 0.11):
        parts.append(
            tube(
                "brace",
                [(-width / 2 + 0.05, y, seat - 0.024), (width / 2 - 0.05, y, seat - 0.024)],
                0.009,
                m.paint,
                "a9aeb4",
                sides=6,
            )
        )
    return parts


def teacher_desk(materials, width=1.40, depth=0.70, height=0.74):
    """Teacher's desk: who sits there sits at -y and faces +y, the class; drawers on the right hand of the sitter."""
    m = materials
    parts = [
        slab(
            "top",
            rounded_rectangle(width, depth, 0.03, 4),
            height - 0.026,
            height,
            m.wood,
            round_top=0.003,
            uv_scale=1.1,
        ),
        box("modesty", (width - 0.16, 0.016, 0.42), (0, depth / 2 - 0.12, height - 0.24), m.wood),
        box("drawers", (0.42, depth - 0.14, 0.56), (-width / 2 + 0.27, -0.02, height - 0.32), m.paint, "e9e8e3", 0.004),
    ]
    for index in range(3):
        z = height - 0.13 - index * 0.183
        parts.append(
            box("front", (0.395, 0.014, 0.168), (-width / 2 + 0.27, -depth / 2 + 0.048, z), m.paint, "f4f3ef", 0.003)
        )
        parts.append(
            tube(
                "grip",
                [(-width / 2 + 0.2, -depth / 2 + 0.03, z + 0.03), (-width / 2 + 0.34, -depth / 2 + 0.03, z + 0.03)],
                0.006,
                m.paint,
                "8d9298",
                sides=6,
            )
        )
    for x in (-width / 2 + 0.06, width / 2 - 0.06):
        for y in (-depth / 2 + 0.06, depth / 2 - 0.06):
            parts.append(box("leg", (0.04, 0.04, height - 0.026), (x, y, (height - 0.026) / 2), m.paint, FRAME, 0.004))
    parts.append(cylinder("cup", 0.038, 0.1, (0.5, 0.14, height + 0.05), m.paint, "c8553d", sides=14, top_radius=0.042))
    for index, colour in enumerate(("e9b44c", "2b59c3", "2f8a56")):
        lean = (0.12 * (index - 1), 0.1, 0)
        parts.append(
            cylinder(
                "pencil",
                0.004,
                0.17,
                (0.485 + 0.015 * index, 0.14, height + 0.105),
                m.paint,
                colour,
                sides=6,
                rotation=lean,
            )
        )
    parts.append(
        box("papers", (0.21, 0.297, 0.018), (0.42, -0.13, height + 0.009), m.paint, "f5f3ea", rotation=(0, 0, 0.12))
    )
    parts.append(quad("sheet", (0.42, -0.13, height + 0.0185), (0.19, 0.02, 0), (-0.03, 0.26, 0), m.paint, "ffffff"))
    parts.append(
        box(
            "folder", (0.24, 0.32, 0.024), (0.12, 0.12, height + 0.012), m.paint, "2f6f9f", 0.003, rotation=(0, 0, -0.2)
        )
    )
    return parts


def teacher_chair(materials, seat=0.46):
    """Swivel chair; the sitter looks towards -y."""
    m = materials
    parts = [
        box("seat", (0.46, 0.45, 0.07), (0, 0, seat - 0.035), m.shell, bevel=0.03, segments=2),
        box(
            "back", (0.42, 0.06, 0.46), (0, 0.25, seat + 0.36), m.shell, bevel=0.028, segments=2, rotation=(-0.13, 0, 0)
        ),
        tube(
            "spine",
            [(0, 0.1, seat - 0.08), (0, 0.26, seat - 0.07), (0, 0.285, seat + 0.3)],
            0.016,
            m.paint,
            "2a2e32",
            sides=6,
        ),
        cylinder("column", 0.025, seat - 0.17, (0, 0, (seat + 0.03) / 2), m.paint, "2a2e32", sides=10),
        cylinder("hub", 0.05, 0.06, (0, 0, 0.1), m.paint, "2a2e32", sides=10),
    ]
    for arm in range(5):
        angle = math.radians(72 * arm + 18)
        x, y = math.cos(angle), math.sin(angle)
        parts.append(
            tube("foot", [(0.03 * x, 0.03 * y, 0.1), (0.29 * x, 0.29 * y, 0.07)], 0.016, m.paint, "2a2e32", sides=6)
        )
        parts.append(
            cylinder(
                "castor",
                0.03,
                0.04,
                (0.29 * x, 0.29 * y, 0.03),
                m.paint,
                "17181a",
                sides=10,
                rotation=(math.pi / 2, 0, angle),
            )
        )
    return parts


def bag(materials):
    """School bag that stands on the floor and leans back a little; one material so that its colour can vary."""
    m = materials
    parts = [
        box("body", (0.30, 0.16, 0.40), (0, 0, 0.20), m.shell, bevel=0.06, segments=3),
        box("pocket", (0.23, 0.07, 0.20), (0, -0.10, 0.13), m.shell, bevel=0.03, segments=2),
        tube(
            "handle",
            [(-0.04, 0.03, 0.395), (-0.04, 0.03, 0.44), (0.04, 0.03, 0.44), (0.04, 0.03, 0.395)],
            0.008,
            m.paint,
            "23272b",
            sides=5,
            corner=0.02,
        ),
        box("zip", (0.232, 0.004, 0.008), (0, -0.136, 0.2), m.paint, "23272b"),
    ]
    for side in (-1, 1):
        path = [
            (side * 0.08, 0.06, 0.38),
            (side * 0.085, 0.135, 0.34),
            (side * 0.09, 0.13, 0.12),
            (side * 0.1, 0.06, 0.05),
        ]
        parts.append(tube("strap", path, 0.012, m.paint, "23272b", sides=5, corner=0.06))
    return parts
