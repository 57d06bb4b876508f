"""The computer room: worktop with computers, rack, trunking, spare parts, posters on safe passwords."""

import math
import random

from computer_pieces import (
    carton,
    cooling_unit,
    counter,
    headset_rail,
    plug_lead,
    printer_3d,
    rack,
    spare_shelf,
    trunking,
    workstation,
)
from fittings_front import board_wall, sideboard
from fittings_kit import bins, clock, door_signs, framed, picture
from fittings_storage import cupboard, trolley
from plants import plant
from shapes import box, cylinder, turn

DARK_FRAME, PALE = "2f3a40", "e3e7e9"


def poster(m, name, centre, direction, out, colour=PALE, wide=0.56):
    """Poster of the common shape in a thin frame; ``direction`` is where its right side points."""
    across = [wide * part for part in direction]
    return framed(m, name, centre, across, (0, 0, wide * 508 / 360), out, colour, 0.012)


def front_wall(m, plan):
    """Board, posture and hardware on one side, network and bait on the other, cabinet with the printer."""
    y = plan.front
    parts = board_wall(m, plan)
    for name, x, colour in (
        ("posture", -2.65, PALE),
        ("pixel_robot", -3.45, DARK_FRAME),
        ("network", 2.7, PALE),
        ("beware_bait", 3.45, DARK_FRAME),
    ):
        parts += poster(m, name, (x, y, 1.75), (-1, 0, 0), (0, 1, 0), colour)
    return parts + sideboard(m, (2.95, y + 0.21, 0), accent="7f9fb8")


def door_wall(m, plan):
    """Trunking along the wall, headsets on hooks, charging trolley, cupboard, posters above."""
    x, rng = plan.right, random.Random(4)
    parts = door_signs(m, plan) + bins(m, plan)
    local = trunking(m, -3.55, 1.35, 0.92, (-2.9, -1.9, -0.55, 0.25, 0.95))
    for at in (-1.98, -1.82, -0.63, 0.17):
        local += plug_lead(m, at, 0.92, rng)
    parts += turn(local + headset_rail(m), -90, (x, 0.0, 0))
    for index, name in enumerate(("hardware", "light_colours", "two_steps")):
        parts += poster(m, name, (x, -0.75 + 0.78 * index, 2.12), (0, -1, 0), (-1, 0, 0), (PALE, DARK_FRAME)[index % 2])
    parts.append(picture(m, "no_drinks", (x - 0.004, 1.25, 1.62), (0, -0.28, 0), (0, 0, 0.28)))
    return parts + trolley(m, (x - 0.262, 1.72, 0)) + cupboard(m, (x - 0.24, 2.98, 0))


def back_wall(m, plan):
    """Rack in the corner, four fixed computers, shelf with spare parts, cabinet with the 3D printer."""
    back, rng = plan.back, random.Random(8)
    local = counter(m, -3.3, 0.3) + trunking(m, -3.55, 3.6, 0.94, (-2.85, -1.95, -1.05, -0.15, 0.75, 2.5))
    for index, x in enumerate((-2.9, -2.0, -1.1, -0.2)):
        local += workstation(m, x, 0.74, (0, 1, 0, 2)[index], rng)
    for x in (-2.93, -2.03, -0.23):
        local += plug_lead(m, x, 0.94, rng)
    local += turn(spare_shelf(m), 0, (1.3, 0, 0)) + cooling_unit(m, (3.2, 0, 2.62))
    local += low_cabinet(m, 2.85) + carton(m, (-3.08, -0.19, 0), (0.34, 0.28, 0.26), 0.06)
    local += carton(m, (-1.3, -0.18, 0), (0.38, 0.28, 0.2), -0.05) + carton(
        m, (-1.28, -0.18, 0.2), (0.3, 0.24, 0.14), 0.12
    )
    parts = turn(local, 0, (0, back, 0)) + turn(rack(m), 0, (-3.9, back, 0)) + clock(m, plan)
    for index, name in enumerate(("strong_password", "keep_secret", "two_steps", "beware_bait")):
        x = -2.75 + 0.78 * index
        parts += poster(m, name, (x, back, 1.93), (1, 0, 0), (0, -1, 0), (PALE, DARK_FRAME)[index % 2])
    parts += poster(m, "network", (0.85, back, 1.85), (1, 0, 0), (0, -1, 0), PALE)
    parts += poster(m, "posture", (2.85, back, 1.85), (1, 0, 0), (0, -1, 0), DARK_FRAME)
    for index in range(4):
        at = (1.75, back - 0.17, 1.212 + 0.019 * index)
        parts.append(
            box(
                "laptop",
                (0.32, 0.22, 0.018),
                at,
                m.gloss,
                ("b4b8bd", "8f959b")[index % 2],
                0.004,
                1,
                (0, 0, 0.05 * index),
            )
        )
    return parts + plant(m, (0.72, back - 0.17, 1.2), 0.55, 17)


def low_cabinet(m, x, wide=1.1):
    """Two-door cabinet with the 3D printer and rolls of thread."""
    parts = [
        box("body", (wide, 0.36, 0.74), (x, -0.18, 0.43), m.paint, "dfe3e4", 0.003),
        box("plinth", (wide - 0.06, 0.32, 0.06), (x, -0.17, 0.03), m.paint, "3a3f44"),
        box("top", (wide + 0.02, 0.38, 0.022), (x, -0.19, 0.811), m.wood, bevel=0.003),
    ]
    for side in (-1, 1):
        parts.append(
            box("door", (wide / 2 - 0.012, 0.016, 0.7), (x + side * wide / 4, -0.366, 0.43), m.paint, "7f9fb8", 0.003)
        )
        parts.append(box("grip", (0.014, 0.014, 0.12), (x + side * 0.05, -0.38, 0.6), m.gloss, "4b545b", 0.003))
    parts += printer_3d(m, (x - 0.22, -0.18, 0.822))
    for index, colour in enumerate(("3c7fd0", "3aa564", "e0b23a")):
        at = (x + 0.22 + 0.02 * (index % 2), -0.17, 0.852 + 0.062 * index)
        parts.append(cylinder("thread", 0.1, 0.056, at, m.gloss, colour, 20))
    return parts


def window_side(m, plan):
    """Trunking under the window boards, a few hardy plants, boxes, a robot on wheels."""
    left, sill = plan.left, plan.sill + 0.028
    first, middle, last = plan.window_centres()
    local = trunking(m, -3.55, 3.55, 0.84, (-2.2, -1.1, 0.0, 1.1, 2.2))
    parts = turn(local, 90, (left, 0, 0))
    parts += plant(m, (left + 0.06, first + 0.6, sill), 0.5, 3) + plant(m, (left + 0.06, last + 0.4, sill), 0.45, 8)
    parts += robot(m, (left + 0.07, middle + 0.2, sill))
    for index in range(3):
        at = (left + 0.06, middle - 0.5, sill + 0.012 + 0.022 * index)
        parts.append(
            box(
                "manual",
                (0.17, 0.24, 0.021),
                at,
                m.paint,
                ("3c7fa8", "d3a13f", "6b757e")[index],
                0.003,
                1,
                (0, 0, 0.12 * index),
            )
        )
    ceiling = (0.0, -0.6, plan.height - 0.02)
    parts.append(cylinder("antenna", 0.1, 0.035, ceiling, m.gloss, "f7f8f8", 24, None, 0.11))
    return parts + [cylinder("light", 0.008, 0.004, (0.0, -0.66, plan.height - 0.039), m.gloss, "58a0f0", 8)]


def robot(m, at):
    """Small robot that pupils programme: body, eyes, wheels, a bent aerial."""
    x, y, z = at
    parts = [
        box("body", (0.1, 0.13, 0.08), (x, y, z + 0.08), m.gloss, "f2f4f4", 0.015, 2),
        box("face", (0.004, 0.09, 0.04), (x + 0.052, y, z + 0.09), m.gloss, "1c2024"),
        cylinder("aerial", 0.003, 0.07, (x - 0.02, y + 0.03, z + 0.15), m.gloss, "6b757e", 6, (0.2, 0.1, 0)),
    ]
    for side in (-1, 1):
        parts.append(
            cylinder(
                "wheel", 0.042, 0.022, (x, y + side * 0.078, z + 0.042), m.paint, "2b3036", 16, (math.pi / 2, 0, 0)
            )
        )
        parts.append(
            cylinder(
                "eye",
                0.011,
                0.004,
                (x + 0.055, y + side * 0.022, z + 0.092),
                m.gloss,
                "58d0f0",
                10,
                (0, math.pi / 2, 0),
            )
        )
    return parts


def build(m, plan):
    """Every fitting that stays where it is."""
    return front_wall(m, plan) + door_wall(m, plan) + back_wall(m, plan) + window_side(m, plan)
