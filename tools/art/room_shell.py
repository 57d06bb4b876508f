"""The room itself: floor, ceiling, walls, lamps, and the world outside."""

import math

import bmesh
from mathutils import Vector

from room_door import door_case
from room_windows import window_wall
from shapes import box, cylinder, finish, quad
from surfaces import VIEW_DEGREES


def panel(name, centre, across, up, material, repeat):
    """Flat surface whose texture repeats every ``repeat`` metres."""
    region = (0, 0, Vector(across).length / repeat, Vector(up).length / repeat)
    return quad(name, centre, across, up, material, region=region)


def surfaces(m, plan):
    """Floor, ceiling and the three walls without windows."""
    middle = plan.height / 2
    parts = [
        panel("floor", (0, 0, 0), (plan.width, 0, 0), (0, plan.depth, 0), m.floor, 2.0),
        panel("ceiling", (0, 0, plan.height), (plan.width, 0, 0), (0, -plan.depth, 0), m.ceiling, 0.6),
        panel("front", (0, plan.front, middle), (-plan.width, 0, 0), (0, 0, plan.height), m.wall_accent, 1.5),
    ]
    parts += wall(m, plan, (0, plan.back), (plan.width, 0, 0), 0)
    door_low, door_high = plan.door_y - plan.door_width / 2, plan.door_y + plan.door_width / 2
    for low, high, bottom in (
        (plan.front, door_low, 0),
        (door_low, door_high, plan.door_height),
        (door_high, plan.back, 0),
    ):
        parts += wall(m, plan, (plan.right, (low + high) / 2), (0, -(high - low), 0), bottom)
    if plan.dado:
        low_wall = (plan.left + 0.001, 0, plan.sill / 2)
        parts.append(dado(m, low_wall, (0, plan.depth, 0), plan.sill))
    return parts


def wall(m, plan, middle, across, bottom):
    """Piece of wall from ``bottom`` to the ceiling; washable paint with a line above it on its lower part."""
    foot = max(bottom, plan.dado)
    parts = [
        panel("wall", (*middle, (foot + plan.height) / 2), across, (0, 0, plan.height - foot), m.wall, 1.5),
    ]
    if foot > bottom:
        parts.append(dado(m, (*middle, plan.dado / 2), across, plan.dado))
    return parts


def dado(m, centre, across, tall):
    """Strip of washable paint; its texture repeats along the wall only, so that its wear stays near the floor."""
    return quad("dado", centre, across, (0, 0, tall), m.dado, region=(0, 0, Vector(across).length / 2.0, 1))


def skirting(m, plan):
    """Boards along the foot of the walls, left open at the door."""
    colour, tall, thick = plan.skirting, 0.085, 0.014
    door_high = plan.door_y + plan.door_width / 2 + 0.06
    door_low = plan.door_y - plan.door_width / 2 - 0.06
    runs = (
        ((plan.width, thick, tall), (0, plan.front + thick / 2, tall / 2)),
        ((plan.width, thick, tall), (0, plan.back - thick / 2, tall / 2)),
        ((thick, plan.depth, tall), (plan.left + thick / 2, 0, tall / 2)),
        ((thick, plan.back - door_high, tall), (plan.right - thick / 2, (plan.back + door_high) / 2, tall / 2)),
        ((thick, door_low - plan.front, tall), (plan.right - thick / 2, (plan.front + door_low) / 2, tall / 2)),
    )
    return [box("skirting", size, at, m.paint, colour) for size, at in runs]


def ceiling_fittings(m, plan):
    """Recessed light panels, air grilles and a smoke detector."""
    parts = []
    for x in (-2.1, 0.0, 2.1):
        for y in (-1.8, 0.6, 2.4):
            parts.append(box("rim", (0.64, 1.24, 0.03), (x, y, plan.height - 0.012), m.gloss, "f6f6f4", 0.006))
            parts.append(quad("light", (x, y, plan.height - 0.0285), (0.58, 0, 0), (0, -1.18, 0), m.lamp))
    for y in (-0.6, 1.5):
        x = 3.3
        parts.append(box("vent", (0.58, 0.58, 0.016), (x, y, plan.height - 0.008), m.paint, "e8e9e8", 0.003))
        for slot in range(7):
            parts.append(
                box("slot", (0.46, 0.022, 0.006), (x, y - 0.195 + 0.065 * slot, plan.height - 0.017), m.paint, "9aa0a2")
            )
    parts.append(cylinder("detector", 0.055, 0.04, (1.05, 0.6, plan.height - 0.02), m.gloss, "fbfbfa", 18, None, 0.065))
    return parts


def outside(m, plan, radius=26.0):
    """Part of a sphere around the windows that carries the view, 190 degrees wide."""
    bm = bmesh.new()
    layer = bm.loops.layers.uv.new("UVMap")
    columns, rows = 24, 12
    low, high = VIEW_DEGREES
    centre = Vector((plan.left, 0, 1.6))
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


def build(m, plan):
    """Every part that stays where it is."""
    return surfaces(m, plan) + window_wall(m, plan) + skirting(m, plan) + door_case(m, plan) + ceiling_fittings(m, plan)
