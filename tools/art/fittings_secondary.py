"""The secondary room: posters, bookcases, pinboard, laptop trolley."""

from bookcase import bookcase
from fittings_front import board_wall, sideboard
from fittings_kit import bins, clock, door_signs, framed, globe, pinboard
from fittings_storage import bench, cupboard, trolley
from plants import plant
from shapes import ball, box, cylinder


def front_wall(m, plan):
    """Board, map of the world, times table, cabinet with the printer."""
    parts = board_wall(m, plan)
    parts += framed(m, "world_map", (3.32, plan.front, 1.75), (-1.3, 0, 0), (0, 0, 0.79), (0, 1, 0), "7a5b3e")
    parts += framed(m, "times_table", (-3.0, plan.front, 1.72), (-0.6, 0, 0), (0, 0, 0.847), (0, 1, 0), "e9e6de", 0.012)
    return parts + sideboard(m, (2.95, plan.front + 0.21, 0))


def door_wall(m, plan):
    """Posters in a row over the device trolley, the bins and a cupboard."""
    parts, x = door_signs(m, plan), plan.right
    for index, name in enumerate(("solar_system", "water_cycle", "fractions", "seasons", "colour_wheel")):
        y = -1.15 + index * 0.74
        parts += framed(
            m, name, (x, y, 1.92), (0, -0.56, 0), (0, 0, 0.79), (-1, 0, 0), ("2f3a40", "e9e6de")[index % 2], 0.012
        )
    return parts + trolley(m, (x - 0.32, 1.05, 0)) + cupboard(m, (x - 0.24, 2.55, 0)) + bins(m, plan)


def back_wall(m, plan):
    """Bookcases, pinboard with children's drawings above them, globe, models and plants on top."""
    parts = bookcase(m, plan, -1.75, 1) + bookcase(m, plan, -0.2, 2) + bookcase(m, plan, 1.35, 3)
    parts += bench(m, (2.95, plan.back - 0.19, 0))
    for name, at, colour in (("shapes", 2.61, "e9e6de"), ("landscape", 3.33, "2f3a40")):
        parts += framed(m, name, (at, plan.back, 1.5), (0.56, 0, 0), (0, 0, 0.79), (0, -1, 0), colour, 0.012)
    parts += pinboard(m, (-1.15, plan.back, 1.86), 3.1, 0.98, [f"drawing_{seed}" for seed in range(10)], 5)
    parts += globe(m, (-2.15, plan.back - 0.18, 1.2)) + plant(m, (1.85, plan.back - 0.18, 1.2), 0.75, 5)
    for index, colour in enumerate(("e25c5c", "f2a541", "f6dd5c", "6cba6c", "5a9bd5")):
        parts.append(
            box(
                "block",
                (0.06, 0.06, 0.06),
                (0.15 + 0.07 * (index % 3), plan.back - 0.18 - 0.02 * index, 1.232 + 0.061 * (index // 3)),
                m.gloss,
                colour,
                0.004,
            )
        )
    parts.append(box("tray", (0.34, 0.25, 0.07), (-0.75, plan.back - 0.18, 1.24), m.paint, "8a9aa5", 0.006))
    parts.append(box("paper", (0.3, 0.21, 0.03), (-0.75, plan.back - 0.18, 1.27), m.paint, "f6f4ec"))
    return parts + clock(m, plan)


def window_side(m, plan):
    """Plants and things on the window boards, a big plant in the corner."""
    first, middle, last = plan.window_centres()
    parts = plant(m, (plan.left + 0.06, first + 0.5, plan.sill + 0.028), 0.6, 3) + plant(
        m, (plan.left + 0.06, middle - 0.55, plan.sill + 0.028), 0.5, 8
    )
    parts += plant(m, (plan.left + 0.06, last + 0.2, plan.sill + 0.028), 0.65, 11) + plant(
        m, (plan.left + 0.42, plan.back - 0.42, 0), 1.9, 2
    )
    for index, colour in enumerate(("d9785f", "4d8bbf", "e6c85c", "7fb069")):
        parts.append(
            cylinder(
                "cup",
                0.035,
                0.09,
                (plan.left + 0.07, middle + 0.3 + 0.1 * index, plan.sill + 0.073),
                m.paint,
                colour,
                12,
                None,
                0.04,
            )
        )
    parts.append(ball("ball", 0.11, (plan.left + 0.5, plan.back - 1.0, 0.11), m.paint, "e08a35", 16))
    return parts


def build(m, plan):
    """Every fitting that stays where it is."""
    return front_wall(m, plan) + door_wall(m, plan) + back_wall(m, plan) + window_side(m, plan)
