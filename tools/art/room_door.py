"""The door: its frame with switch and corridor, and its leaf."""

from shapes import box, quad, tube


def door_case(m, plan):
    """Frame around the door, light switch, and a dim corridor end so that an open door shows no void."""
    x, steel = plan.right - 0.01, plan.door_case
    low, high = plan.door_y - plan.door_width / 2, plan.door_y + plan.door_width / 2
    parts = [
        box(
            "jamb",
            (0.10, 0.06, plan.door_height + 0.06),
            (x, low - 0.03, (plan.door_height + 0.06) / 2),
            m.gloss,
            steel,
            0.006,
        ),
        box(
            "jamb",
            (0.10, 0.06, plan.door_height + 0.06),
            (x, high + 0.03, (plan.door_height + 0.06) / 2),
            m.gloss,
            steel,
            0.006,
        ),
        box("head", (0.10, plan.door_width, 0.06), (x, plan.door_y, plan.door_height + 0.03), m.gloss, steel, 0.006),
        quad("corridor", (plan.right + 0.9, plan.door_y, 1.2), (0, -2.4, 0), (0, 0, 2.6), m.paint, "d8d2c2"),
        quad("corridor_floor", (plan.right + 0.47, plan.door_y, 0.001), (0.94, 0, 0), (0, 2.4, 0), m.paint, "8f938f"),
        box("switch", (0.012, 0.082, 0.082), (plan.right - 0.006, high + 0.22, 1.1), m.gloss, "fafaf7", 0.004),
        box("rocker", (0.008, 0.05, 0.05), (plan.right - 0.014, high + 0.22, 1.1), m.gloss, "ffffff", 0.003),
    ]
    return parts


def door_leaf(m, plan):
    """The door with its glass slit, kick plate and handles, modelled around its hinge (the edge at low y)."""
    wood, paint = m.door_wood, m.door_paint
    width, tall, x = plan.door_width - 0.01, plan.door_height - 0.01, 0.0
    slit, slit_low, slit_high = 0.16, 1.0, 1.85
    centre = width - 0.26
    pieces = (
        (centre - slit / 2, 0, tall, 0),
        (width - centre - slit / 2, 0, tall, centre + slit / 2),
        (slit, 0, slit_low, centre - slit / 2),
        (slit, slit_high, tall, centre - slit / 2),
    )
    parts = [
        box("leaf", (0.044, wide, high - low), (x, start + wide / 2, (low + high) / 2), wood, uv_scale=0.8)
        for wide, low, high, start in pieces
    ]
    parts.append(
        box("glass", (0.01, slit, slit_high - slit_low), (x, centre, (slit_low + slit_high) / 2), paint, "a9c3c9")
    )
    for side in (-1, 1):
        face = x + side * 0.024
        for z in (slit_low, slit_high):
            parts.append(box("bead", (0.012, slit + 0.04, 0.02), (face, centre, z), paint, plan.door_case))
        for y in (centre - slit / 2, centre + slit / 2):
            parts.append(
                box(
                    "bead",
                    (0.012, 0.02, slit_high - slit_low + 0.02),
                    (face, y, (slit_low + slit_high) / 2),
                    paint,
                    plan.door_case,
                )
            )
        parts.append(box("kick", (0.004, width - 0.06, 0.24), (x + side * 0.023, width / 2, 0.15), paint, "aab0b4"))
        parts.append(box("plate", (0.006, 0.045, 0.22), (face, width - 0.07, 1.03), paint, "b9bdc2", 0.002))
        lever = [
            (face, width - 0.07, 1.06),
            (x + side * 0.07, width - 0.07, 1.06),
            (x + side * 0.07, width - 0.2, 1.06),
        ]
        parts.append(tube("lever", lever, 0.0095, paint, "c3c7cb", 8, 0.02, 2))
    return parts
