"""The window wall: openings with frames, boards, blinds and radiators."""

import math

from shapes import box, cylinder, tube

WHITE, GREY = "f0f1ef", "c9cdd0"


def window_wall(m, plan):
    """Wall with openings: sill, lintel and piers of 24 cm, frames, window boards, blinds."""
    parts = []
    thick = 0.24
    x = plan.left - thick / 2
    parts.append(box("under", (thick, plan.depth, plan.sill), (x, 0, plan.sill / 2), m.wall, uv_scale=1 / 1.5))
    parts.append(
        box(
            "lintel",
            (thick, plan.depth, plan.height - plan.head),
            (x, 0, (plan.height + plan.head) / 2),
            m.wall,
            uv_scale=1 / 1.5,
        )
    )
    for index in range(plan.windows + 1):
        y = plan.front + plan.pier / 2 + index * (plan.window_width + plan.pier)
        parts.append(
            box(
                "pier",
                (thick, plan.pier, plan.head - plan.sill),
                (x, y, (plan.sill + plan.head) / 2),
                m.wall,
                uv_scale=1 / 1.5,
            )
        )
    for index, y in enumerate(plan.window_centres()):
        parts += window(m, plan, y)
        parts += (slats if plan.slatted else blind)(m, plan, y, plan.blinds[index])
        parts += radiator(m, plan, y)
    return parts


def window(m, plan, y):
    """Frame with two casements and a top light, handle, and the inner window board."""
    parts = []
    x, half = plan.left - 0.17, plan.window_width / 2
    middle, height = (plan.sill + plan.head) / 2, plan.head - plan.sill
    transom = plan.head - 0.5
    for offset in (-half + 0.03, 0.0, half - 0.03):
        parts.append(box("post", (0.07, 0.06, height), (x, y + offset, middle), m.gloss, WHITE, 0.006))
    for z in (plan.sill + 0.03, transom, plan.head - 0.03):
        parts.append(box("rail", (0.07, plan.window_width, 0.06), (x, y, z), m.gloss, WHITE, 0.006))
    for side in (-1, 1):
        centre = y + side * half / 2
        low, high = plan.sill + 0.06, transom - 0.03
        for offset in (-half / 2 + 0.055, half / 2 - 0.055):
            parts.append(
                box(
                    "sash",
                    (0.04, 0.045, high - low),
                    (x + 0.03, centre + offset, (low + high) / 2),
                    m.gloss,
                    WHITE,
                    0.005,
                )
            )
        for z in (low + 0.0225, high - 0.0225):
            parts.append(box("sash", (0.04, half - 0.07, 0.045), (x + 0.03, centre, z), m.gloss, WHITE, 0.005))
        parts.append(
            box("handle", (0.03, 0.022, 0.11), (x + 0.06, y + side * 0.055, plan.sill + 0.55), m.gloss, GREY, 0.005)
        )
    parts.append(
        box(
            "board",
            (0.30, plan.window_width + 0.08, 0.028),
            (plan.left + 0.02, y, plan.sill + 0.014),
            m.gloss,
            "e6e2d8",
            0.007,
            2,
        )
    )
    return parts


def blind(m, plan, y, drop):
    """Roller blind, let down a little."""
    x, width = plan.left - 0.06, plan.window_width - 0.06
    return [
        box("cassette", (0.075, width, 0.075), (x, y, plan.head - 0.0385), m.gloss, WHITE, 0.01),
        box("cloth", (0.003, width - 0.06, drop), (x, y, plan.head - 0.075 - drop / 2), m.paint, plan.blind_colour),
        cylinder("bar", 0.011, width - 0.06, (x, y, plan.head - 0.08 - drop), m.gloss, GREY, 8, (math.pi / 2, 0, 0)),
        cylinder("chain", 0.0025, 1.2, (x + 0.025, y - width / 2 + 0.02, plan.head - 0.66), m.gloss, GREY, 5),
    ]


def slats(m, plan, y, drop):
    """Blind of tilted slats with its cords and wand."""
    x, width = plan.left - 0.055, plan.window_width - 0.06
    parts = [box("cassette", (0.06, width, 0.05), (x, y, plan.head - 0.026), m.gloss, plan.blind_colour, 0.006)]
    step = 0.042
    count = int(drop / step)
    for index in range(count):
        at = (x, y, plan.head - 0.07 - index * step)
        parts.append(box("slat", (0.048, width - 0.02, 0.0022), at, m.gloss, plan.blind_colour, rotation=(0, 0.55, 0)))
    foot = plan.head - 0.07 - count * step
    parts.append(box("foot", (0.045, width - 0.02, 0.018), (x, y, foot), m.gloss, plan.blind_colour, 0.004))
    for side in (-0.36, 0.36):
        cord = (x + 0.026, y + side * width, (plan.head + foot) / 2 - 0.02)
        parts.append(box("cord", (0.002, 0.012, plan.head - foot - 0.06), cord, m.paint, "aab2b6"))
    wand = (x + 0.035, y - width / 2 + 0.08, plan.head - 0.55)
    parts.append(cylinder("wand", 0.005, 0.95, wand, m.gloss, "dfe3e5", 6))
    return parts


def radiator(m, plan, y):
    """Panel radiator with vertical ribs, valve and feed."""
    x, width = plan.left + 0.09, plan.window_width * 0.82
    parts = [
        box("body", (0.05, width, 0.52), (x, y, 0.42), m.gloss, WHITE, 0.008),
        box("grille", (0.075, width, 0.014), (x - 0.008, y, 0.69), m.gloss, "e2e4e4", 0.003),
    ]
    ribs = 22
    for index in range(ribs):
        place = y - width / 2 + (index + 0.5) * width / ribs
        parts.append(box("rib", (0.016, width / ribs * 0.55, 0.46), (x + 0.03, place, 0.42), m.gloss, WHITE, 0.006))
    parts.append(
        cylinder("valve", 0.022, 0.06, (x, y + width / 2 + 0.05, 0.64), m.gloss, "f7f7f5", 12, (math.pi / 2, 0, 0))
    )
    feed = [(x, y + width / 2, 0.62), (x, y + width / 2 + 0.035, 0.62), (x, y + width / 2 + 0.035, 0.0)]
    parts.append(tube("feed", feed, 0.009, m.gloss, GREY, 6, 0.02, 2))
    return parts
