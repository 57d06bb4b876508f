"""Hair as sheets of combed strands between guides, with loose locks on top.

A sheet is a function of two shares: `across` the strands and `along` them from root to tip. Simpler versions are the same
sheets sampled more coarsely.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

STRAIGHT = (0.0, 0.66)
"""Rows of the hair picture with combed strands: root to tip."""
COILS = (0.72, 0.99)
"""Rows of the hair picture with coils."""
STRAND_TILE = 0.13
"""Metres of hair that one width of the picture covers."""


@dataclass
class Sheet:
    """One sheet of hair."""

    place: Callable
    across: int
    along: int
    closed: bool = False
    rows: tuple = STRAIGHT
    root_shade: float = 0.55
    tip_shade: float = 1.0
    coils: bool = False
    tiles: float = 0.0
    far: bool = True
    tube: bool = False
    locks: int = 0
    lock_width: float = 0.013
    lock_range: tuple = (0.15, 1.0)
    lock_lift: float = 0.003


@dataclass
class Strands:
    """Triangles of hair."""

    points: list = field(default_factory=list)
    places: list = field(default_factory=list)
    shades: list = field(default_factory=list)
    outs: list = field(default_factory=list)
    triangles: list = field(default_factory=list)
    count: int = 0

    def grid(self, points, places, shades, outs):
        """Adds a grid of vertices, rows by columns."""
        rows, columns = points.shape[:2]
        number = self.count + np.arange(rows * columns).reshape(rows, columns)
        a, b, c, d = number[:-1, :-1], number[1:, :-1], number[1:, 1:], number[:-1, 1:]
        faces = np.concatenate([np.stack([a, b, c], -1).reshape(-1, 3), np.stack([a, c, d], -1).reshape(-1, 3)])
        flat, away = points.reshape(-1, 3), outs.reshape(-1, 3)
        corners = faces - self.count
        across = np.cross(flat[corners[:, 1]] - flat[corners[:, 0]], flat[corners[:, 2]] - flat[corners[:, 0]])
        turned = (across * away[corners].sum(1)).sum(1) < 0
        faces[turned] = faces[turned][:, ::-1]
        self.triangles.append(faces[np.linalg.norm(across, axis=1) > 1e-9])
        self.points.append(flat), self.places.append(places.reshape(-1, 2))
        self.shades.append(np.broadcast_to(shades, (rows, columns)).reshape(-1)), self.outs.append(outs.reshape(-1, 3))
        self.count += rows * columns

    def arrays(self):
        """Points, texture places, shades, outward directions and triangles."""
        parts = (self.points, self.places, self.shades, self.outs, self.triangles)
        return tuple(np.concatenate(part) for part in parts)


def grid_normals(points, middle):
    """Normals of a grid, pointing away from a middle."""
    down = np.gradient(points, axis=1)
    side = np.gradient(points, axis=0)
    out = np.cross(side, down)
    length = np.linalg.norm(out, axis=-1, keepdims=True)
    away = points - middle
    away /= np.maximum(np.linalg.norm(away, axis=-1, keepdims=True), 1e-9)
    out = np.where(length < 1e-9, away, out / np.maximum(length, 1e-9))
    out = np.where((out * away).sum(-1, keepdims=True) < 0, -out, out)
    mixed = 0.65 * out + 0.35 * away
    return mixed / np.linalg.norm(mixed, axis=-1, keepdims=True)


def build(sheets, middle, detail, rng):
    """Triangles of all sheets. `detail` is 0 for near, 1 for the middle, 2 for far."""
    strands = Strands()
    for sheet in sheets:
        if detail and not sheet.far:
            continue
        across = max(4, round(sheet.across * (1, 0.55, 0.28)[detail]))
        along = max(2, round(sheet.along * (1, 0.6, 0.32)[detail]))
        q, t = np.linspace(0, 1, across + 1), np.linspace(0, 1, along + 1)
        points = sheet.place(q[:, None] + 0 * t, t[None, :] + 0 * q[:, None])
        centre = points.mean(0, keepdims=True) if sheet.tube else middle
        widths = np.linalg.norm(np.diff(points, axis=0), axis=-1).mean(1)
        run = np.concatenate([[0], np.cumsum(widths)]) / STRAND_TILE
        tiles = sheet.tiles or max(1, round(run[-1]))
        u = run / max(run[-1], 1e-6) * tiles
        if sheet.coils:
            fold = np.abs((t * along / 2.0) % 2 - 1) if along > 3 else t
            v = sheet.rows[0] + fold * (sheet.rows[1] - sheet.rows[0])
        else:
            v = sheet.rows[0] + t * (sheet.rows[1] - sheet.rows[0])
        places = np.stack(np.broadcast_arrays(u[:, None], v[None, :]), -1)
        shade = sheet.root_shade + (sheet.tip_shade - sheet.root_shade) * np.clip(t * 1.8, 0, 1) ** 0.8
        strands.grid(points, places, np.broadcast_to(shade, (across + 1, along + 1)), grid_normals(points, centre))
        if detail < 2:
            locks(strands, sheet, sheet.locks if detail == 0 else sheet.locks // 4, middle, rng, detail)
    return strands.arrays()


def locks(strands, sheet, count, middle, rng, detail):
    """Loose locks a little above a sheet: they break up its surface and its end."""
    for _ in range(count):
        q0 = rng.uniform(0.01, 0.99)
        drift = rng.uniform(-0.012, 0.012)
        start = rng.uniform(sheet.lock_range[0], sheet.lock_range[0] + 0.45 * (sheet.lock_range[1] - sheet.lock_range[0]))
        end = min(sheet.lock_range[1], start + rng.uniform(0.4, 0.62))
        steps = 5 if detail == 0 else 3
        t = np.linspace(start, end, steps)
        q = np.clip(q0 + drift * np.linspace(0, 1, steps), 0, 1)
        middle_line = sheet.place(q, t)
        beside = sheet.place(np.clip(q + 0.004, 0, 1), t) - sheet.place(np.clip(q - 0.004, 0, 1), t)
        along = np.gradient(middle_line, axis=0)
        out = np.cross(beside, along)
        out /= np.maximum(np.linalg.norm(out, axis=-1, keepdims=True), 1e-9)
        away = middle_line - middle
        out = np.where((out * away).sum(-1, keepdims=True) < 0, -out, out)
        side = np.cross(along, out)
        side /= np.maximum(np.linalg.norm(side, axis=-1, keepdims=True), 1e-9)
        lift = sheet.lock_lift * np.sin(np.linspace(0.15, 1, steps) * np.pi * 0.6)[:, None]
        middle_line = middle_line + out * lift * rng.uniform(0.5, 1.3)
        half = (
            sheet.lock_width
            * rng.uniform(0.7, 1.2)
            * np.interp(np.linspace(0, 1, steps), [0, 0.3, 0.75, 1], [0.35, 0.5, 0.42, 0.08])[:, None]
        )
        points = np.stack(
            [middle_line - side * half - out * 0.0012, middle_line + out * 0.0005, middle_line + side * half - out * 0.0012], 0
        )
        low, high = sheet.rows
        v = np.linspace(low + (high - low) * max(0.15, start), high, steps)
        u = rng.uniform(0, 1) + np.array([-0.5, 0, 0.5]) * sheet.lock_width / STRAND_TILE
        places = np.stack(np.broadcast_arrays(u[:, None], v[None, :]), -1)
        shade = rng.uniform(0.8, 1.12) * (0.72 + 0.28 * np.linspace(0, 1, steps))
        strands.grid(points, places, np.broadcast_to(np.minimum(shade, 1.0), (3, steps)), np.broadcast_to(out, (3, steps, 3)))
