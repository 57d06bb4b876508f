"""The room itself: floor, ceiling, walls, windows with blinds and radiators, door, lamps, and the world outside."""

import math

import bmesh
from mathutils import Vector

from plan import (
    DEPTH,
    DOOR_HEIGHT,
    DOOR_WIDTH,
    DOOR_Y,
    HEAD,
    HEIGHT,
    PIER,
    SILL,
    WIDTH,
    WINDOW_WIDTH,
    WINDOWS,
    window_centres,
)
from shapes import box, cylinder, finish, quad, tube
from surfaces import VIEW_DEGREES

WHITE, GREY = "f0f1ef", "c9cdd0"
LEFT, RIGHT, FRONT, BACK = -WIDTH / 2, WIDTH / 2, -DEPTH / 2, DEPTH / 2


def panel(name, centre, across, up, material, repeat):
    """Flat surface whose texture repeats every ``repeat`` metres."""
    region = (0, 0, Vector(across).length / repeat, Vector(up).length / repeat)
    return quad(name, centre, across, up, material, region=region)


def surfaces(m):
    """Floor, ceiling and the three walls without windows."""
    middle = HEIGHT / 2
    parts = [
        panel("floor", (0, 0, 0), (WIDTH, 0, 0), (0, DEPTH, 0), m.floor, 2.0),
        panel("ceiling", (0, 0, HEIGHT), (WIDTH, 0, 0), (0, -DEPTH, 0), m.ceiling, 0.6),
        panel("front", (0, FRONT, middle), (-WIDTH, 0, 0), (0, 0, HEIGHT), m.wall_accent, 1.5),
        panel("back", (0, BACK, middle), (WIDTH, 0, 0), (0, 0, HEIGHT), m.wall, 1.5),
    ]
    door_low, door_high = DOOR_Y - DOOR_WIDTH / 2, DOOR_Y + DOOR_WIDTH / 2
    for low, high, bottom in ((FRONT, door_low, 0), (door_low, door_high, DOOR_HEIGHT), (door_high, BACK, 0)):
        centre = (RIGHT, (low + high) / 2, (bottom + HEIGHT) / 2)
        parts.append(panel("right", centre, (0, -(high - low), 0), (0, 0, HEIGHT - bottom), m.wall, 1.5))
    return parts


def window_wall(m):
    """Wall with openings: sill, lintel and piers of 24 cm, frames, window boards, blinds."""
    parts = []
    thick = 0.24
    x = LEFT - thick / 2
    parts.append(box("under", (thick, DEPTH, SILL), (x, 0, SILL / 2), m.wall, uv_scale=1 / 1.5))
    parts.append(box("lintel", (thick, DEPTH, HEIGHT - HEAD), (x, 0, (HEIGHT + HEAD) / 2), m.wall, uv_scale=1 / 1.5))
    for index in range(WINDOWS + 1):
        y = FRONT + PIER / 2 + index * (WINDOW_WIDTH + PIER)
        parts.append(box("pier", (thick, PIER, HEAD - SILL), (x, y, (SILL + HEAD) / 2), m.wall, uv_scale=1 / 1.5))
    for index, y in enumerate(window_centres()):
        parts += window(m, y)
        parts += blind(m, y, (0.32, 0.18, 0.55)[index])
        parts += radiator(m, y)
    return parts


def window(m, y):
    """Frame with two casements and a top light, handle, and the inner window board."""
    parts = []
    x, half = LEFT - 0.17, WINDOW_WIDTH / 2
    middle, height = (SILL + HEAD) / 2, HEAD - SILL
    transom = HEAD - 0.5
    for offset in (-half + 0.03, 0.0, half - 0.03):
        parts.append(box("post", (0.07, 0.06, height), (x, y + offset, middle), m.gloss, WHITE, 0.006))
    for z in (SILL + 0.03, transom, HEAD - 0.03):
        parts.append(box("rail", (0.07, WINDOW_WIDTH, 0.06), (x, y, z), m.gloss, WHITE, 0.006))
    for side in (-1, 1):
        centre = y + side * half / 2
        low, high = SILL + 0.06, transom - 0.03
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
            box("handle", (0.03, 0.022, 0.11), (x + 0.06, y + side * 0.055, SILL + 0.55), m.gloss, GREY, 0.005)
        )
    parts.append(
        box("board", (0.30, WINDOW_WIDTH + 0.08, 0.028), (LEFT + 0.02, y, SILL + 0.014), m.gloss, "e6e2d8", 0.007, 2)
    )
    return parts


def blind(m, y, drop):
    """Roller blind, let down a little."""
    x, width = LEFT - 0.06, WINDOW_WIDTH - 0.06
    return [
        box("cassette", (0.075, width, 0.075), (x, y, HEAD - 0.0385), m.gloss, WHITE, 0.01),
        box("cloth", (0.003, width - 0.06, drop), (x, y, HEAD - 0.075 - drop / 2), m.paint, "e3d9c3"),
        cylinder("bar", 0.011, width - 0.06, (x, y, HEAD - 0.08 - drop), m.gloss, GREY, 8, (math.pi / 2, 0, 0)),
        cylinder("chain", 0.0025, 1.2, (x + 0.025, y - width / 2 + 0.02, HEAD - 0.66), m.gloss, GREY, 5),
    ]


def radiator(m, y):
    """Panel radiator with vertical ribs, valve and feed."""
    x, width = LEFT + 0.09, WINDOW_WIDTH * 0.82
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


def skirting(m):
    """Boards along the foot of the walls, left open at the door."""
    colour, tall, thick = "6f7a7e", 0.085, 0.014
    door_high = DOOR_Y + DOOR_WIDTH / 2 + 0.06
    door_low = DOOR_Y - DOOR_WIDTH / 2 - 0.06
    runs = (
        ((WIDTH, thick, tall), (0, FRONT + thick / 2, tall / 2)),
        ((WIDTH, thick, tall), (0, BACK - thick / 2, tall / 2)),
        ((thick, DEPTH, tall), (LEFT + thick / 2, 0, tall / 2)),
        ((thick, BACK - door_high, tall), (RIGHT - thick / 2, (BACK + door_high) / 2, tall / 2)),
        ((thick, door_low - FRONT, tall), (RIGHT - thick / 2, (FRONT + door_low) / 2, tall / 2)),
    )
    return [box("skirting", size, at, m.paint, colour) for size, at in runs]


def door_case(m):
    """Frame around the door, light switch, and a dim corridor end so that an open door shows no void."""
    x, steel = RIGHT - 0.01, "5d676c"
    low, high = DOOR_Y - DOOR_WIDTH / 2, DOOR_Y + DOOR_WIDTH / 2
    parts = [
        box("jamb", (0.10, 0.06, DOOR_HEIGHT + 0.06), (x, low - 0.03, (DOOR_HEIGHT + 0.06) / 2), m.gloss, steel, 0.006),
        box(
            "jamb", (0.10, 0.06, DOOR_HEIGHT + 0.06), (x, high + 0.03, (DOOR_HEIGHT + 0.06) / 2), m.gloss, steel, 0.006
        ),
        box("head", (0.10, DOOR_WIDTH, 0.06), (x, DOOR_Y, DOOR_HEIGHT + 0.03), m.gloss, steel, 0.006),
        quad("corridor", (RIGHT + 0.9, DOOR_Y, 1.2), (0, -2.4, 0), (0, 0, 2.6), m.paint, "d8d2c2"),
        quad("corridor_floor", (RIGHT + 0.47, DOOR_Y, 0.001), (0.94, 0, 0), (0, 2.4, 0), m.paint, "8f938f"),
        box("switch", (0.012, 0.082, 0.082), (RIGHT - 0.006, high + 0.22, 1.1), m.gloss, "fafaf7", 0.004),
        box("rocker", (0.008, 0.05, 0.05), (RIGHT - 0.014, high + 0.22, 1.1), m.gloss, "ffffff", 0.003),
    ]
    return parts


def door_leaf(m):
    """The door with its glass slit, kick plate and handles, modelled around its hinge (the edge at low y)."""
    wood, paint = m.door_wood, m.door_paint
    width, tall, x = DOOR_WIDTH - 0.01, DOOR_HEIGHT - 0.01, 0.0
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
            parts.append(box("bead", (0.012, slit + 0.04, 0.02), (face, centre, z), paint, "5d676c"))
        for y in (centre - slit / 2, centre + slit / 2):
            parts.append(
                box(
                    "bead",
                    (0.012, 0.02, slit_high - slit_low + 0.02),
                    (face, y, (slit_low + slit_high) / 2),
                    paint,
                    "5d676c",
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


DOOR_HINGE = (RIGHT - 0.012, DOOR_Y - DOOR_WIDTH / 2 + 0.005, 0.005)
"""Where the door's origin lies in the room; it opens outwards about the vertical."""


def ceiling_fittings(m):
    """Recessed light panels, air grilles and a smoke detector."""
    parts = []
    for x in (-2.1, 0.0, 2.1):
        for y in (-1.8, 0.6, 2.4):
            parts.append(box("rim", (0.64, 1.24, 0.03), (x, y, HEIGHT - 0.012), m.gloss, "f6f6f4", 0.006))
            parts.append(quad("light", (x, y, HEIGHT - 0.0285), (0.58, 0, 0), (0, -1.18, 0), m.lamp))
    for y in (-0.6, 1.5):
        x = 3.3
        parts.append(box("vent", (0.58, 0.58, 0.016), (x, y, HEIGHT - 0.008), m.paint, "e8e9e8", 0.003))
        for slot in range(7):
            parts.append(
                box("slot", (0.46, 0.022, 0.006), (x, y - 0.195 + 0.065 * slot, HEIGHT - 0.017), m.paint, "9aa0a2")
            )
    parts.append(cylinder("detector", 0.055, 0.04, (1.05, 0.6, HEIGHT - 0.02), m.gloss, "fbfbfa", 18, None, 0.065))
    return parts


def outside(m, radius=26.0):
    """Part of a sphere around the windows that carries the view, 190 degrees wide."""
    bm = bmesh.new()
    layer = bm.loops.layers.uv.new("UVMap")
    columns, rows = 24, 12
    low, high = VIEW_DEGREES
    centre = Vector((LEFT, 0, 1.6))
    verts, uvs = [], {}
    for i in range(columns + 1):
        line = []
        for j in range(rows + 1):
            u, v = i / columns, j / rows
            azimuth, elevation = math.radians(85 + 190 * u), math.radians(low + (high - low) * v)
            ray = Vector(
                (math.cos(elevation) * math.cos(azimuth), math.cos(elevation) * math.sin(azimuth), math.sin(elevation))
            )
            vert = bm.verts.new(centre + ray * radius)
            uvs[vert] = (u, v)
            line.append(vert)
        verts.append(line)
    for i in range(columns):
        for j in range(rows):
            bm.faces.new((verts[i + 1][j], verts[i][j], verts[i][j + 1], verts[i + 1][j + 1]))
    for face in bm.faces:
        for loop in face.loops:
            loop[layer].uv = uvs[loop.vert]
    return [finish("outside", bm, m.outside, smooth=True)]


def build(m):
    """Every part that stays where it is."""
    return surfaces(m) + window_wall(m) + skirting(m) + door_case(m) + ceiling_fittings(m)
