"""Storage that stands against a wall: trolley, cupboard, bench."""

import math

from shapes import box, cylinder


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


def bench(m, at, width=1.3):
    """Low bench with cushions and boxes below."""
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
    return parts
