"""Pot plants."""

import math
import random

from shapes import cylinder, sheet, turn


def plant(m, at, size=1.0, seed=0, leaves=15):
    """Pot plant with arching leaves."""
    rng = random.Random(seed)
    x, y, z = at
    parts = [
        cylinder(
            "pot",
            0.085 * size,
            0.18 * size,
            (0, 0, 0.09 * size),
            m.paint,
            rng.choice(("b5623f", "e9e4d6", "4f7f86")),
            18,
            None,
            0.115 * size,
        ),
        cylinder("soil", 0.1 * size, 0.004, (0, 0, 0.172 * size), m.paint, "4a3a2c", 14),
    ]
    for index in range(leaves):
        turn_by, length, rise = rng.uniform(0, 6.28), rng.uniform(0.26, 0.5) * size, rng.uniform(0.7, 1.35)
        colour = rng.choice(("3f7a3c", "4f8f45", "356b38"))
        parts.append(sheet("leaf", leaf_surface(turn_by, length, rise, size), 2, 5, m.paint, colour, 0.002))
    return turn(parts, 0, (x, y, z))


def leaf_surface(turn_by, length, rise, size):
    """Arching leaf that starts in the pot's middle."""

    def surface(u, v):
        reach = 0.02 * size + length * v * 0.7
        height = 0.17 * size + length * rise * math.sin(v * 2.0)
        half = 0.05 * size * math.sin(math.pi * min(1, v * 0.95 + 0.05)) * (u - 0.5) * 2
        x = math.cos(turn_by) * reach - math.sin(turn_by) * half
        y = math.sin(turn_by) * reach + math.cos(turn_by) * half
        return (x, y, height - abs(u - 0.5) * 0.02 * size)

    return surface
