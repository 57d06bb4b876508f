"""The board wall: digital board, whiteboards beside it, and the low cabinet with the printer."""

import math

from fittings_kit import picture
from plants import plant
from shapes import box, cylinder


def board_wall(m, plan):
    """Digital board (frame only; its picture is a mesh of its own), whiteboards beside it, speakers, magnets."""
    x, z = plan.board_centre
    width, height = plan.board_size
    y = plan.front + 0.035
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
        parts += whiteboard(m, plan, side * (width / 2 + 0.045 + 0.55), sketch)
        speaker = (side * (width / 2 + 0.045 + 0.12), plan.front + 0.09, 2.42)
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
        at = (-1.25 - 0.09 * index, plan.front + 0.04, 2.1)
        parts.append(cylinder("magnet", 0.014, 0.012, at, m.gloss, colour, 12, (math.pi / 2, 0, 0)))
    return parts


def whiteboard(m, plan, cx, sketch):
    """Whiteboard at cx with its sketch, and a tray with markers and an eraser under it."""
    z, height = plan.board_centre[1], plan.board_size[1]
    parts = []
    parts.append(box("wing", (1.06, 0.03, height + 0.07), (cx, plan.front + 0.02, z), m.gloss, "c4c9cc", 0.006))
    parts.append(picture(m, sketch, (cx, plan.front + 0.0365, z), (-1.0, 0, 0), (0, 0, height + 0.01)))
    parts.append(
        box("tray", (0.9, 0.075, 0.014), (cx, plan.front + 0.06, z - height / 2 - 0.05), m.gloss, "c4c9cc", 0.004)
    )
    for index, colour in enumerate(("2d5fa8", "c4463f", "2f8a56", "22262a")):
        at = (cx - 0.25 + index * 0.13, plan.front + 0.07, z - height / 2 - 0.034)
        parts.append(cylinder("marker", 0.009, 0.12, at, m.gloss, colour, 8, (0, math.pi / 2, 0.15 * index)))
    parts.append(
        box(
            "eraser",
            (0.11, 0.05, 0.03),
            (cx + 0.3, plan.front + 0.07, z - height / 2 - 0.028),
            m.gloss,
            "34495e",
            0.006,
        )
    )
    return parts


def sideboard(m, at, width=1.4, accent="93b8b0"):
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
                ("e8e4d8", accent, "e8e4d8")[index],
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
