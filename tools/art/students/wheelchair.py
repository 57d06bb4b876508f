"""A wheelchair as a model of its own: `python wheelchair.py OUT.glb`.

It stands on the floor with its origin under the pelvis of who sits in it, faces +z like the bodies, and its seat is 46 cm high.
"""

import sys
from pathlib import Path

import numpy as np

import glb
import mesh

SEAT = 0.46
WIDTH = 0.40
WHEEL, CASTOR = 0.295, 0.065
MATERIALS = {
    # Linear colour, metal share, roughness.
    "frame": ((0.015, 0.10, 0.22), 0.3, 0.4),
    "metal": ((0.45, 0.46, 0.48), 0.9, 0.35),
    "tyre": ((0.018, 0.018, 0.02), 0.0, 0.85),
    "cloth": ((0.022, 0.024, 0.03), 0.0, 0.95),
}


class Pieces:
    """Triangles by material."""

    def __init__(self):
        self.found = {name: ([], []) for name in MATERIALS}

    def add(self, material, points, triangles):
        """Adds a shape."""
        shapes, faces = self.found[material]
        start = sum(len(s) for s in shapes)
        shapes.append(points), faces.append(np.asarray(triangles) + start)

    def tube(self, material, path, radius, sides=8, closed=False):
        """A round tube along a path."""
        path = np.asarray(path, float)
        ahead = np.roll(path, -1, 0) - np.roll(path, 1, 0) if closed else np.gradient(path, axis=0)
        ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
        helper = np.where(np.abs(ahead[:, :1]) > 0.7, [[0, 0, 1.0]], [[1.0, 0, 0]])
        side = np.cross(ahead, helper)
        side /= np.linalg.norm(side, axis=1, keepdims=True)
        other = np.cross(ahead, side)
        turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)[:, None, None]
        points = path + radius * (np.cos(turn) * side + np.sin(turn) * other)
        number = np.arange(sides * len(path)).reshape(sides, len(path))
        number = np.concatenate([number, number[:1]])
        if closed:
            number = np.concatenate([number, number[:, :1]], 1)
        a, b, c, d = number[:-1, :-1], number[1:, :-1], number[1:, 1:], number[:-1, 1:]
        faces = np.concatenate([np.stack([a, c, b], -1).reshape(-1, 3), np.stack([a, d, c], -1).reshape(-1, 3)])
        self.add(material, points.reshape(-1, 3), faces)

    def board(self, material, middle, size, tilt=0.0):
        """A box with flat sides, tilted about x by radians."""
        corners = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)]) * size
        c, s = np.cos(tilt), np.sin(tilt)
        corners = corners @ np.array([[1, 0, 0], [0, c, s], [0, -s, c]]) + middle
        quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
        points = corners[np.array(quads)].reshape(-1, 3)
        faces = [(4 * q + i, 4 * q + j, 4 * q + k) for q in range(6) for i, j, k in ((0, 1, 2), (0, 2, 3))]
        self.add(material, points, faces)


def circle(middle, radius, count, axis_x=True):
    """Points of an upright wheel."""
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    off = np.stack([0 * turn, np.cos(turn), np.sin(turn)], -1) * radius
    return np.asarray(middle) + off if axis_x else off


def wheels(pieces, sign):
    """A big wheel with a hand rim and spokes, and a castor."""
    hub = np.array([sign * (WIDTH / 2 + 0.045), WHEEL, -0.06])
    pieces.tube("tyre", circle(hub, WHEEL - 0.012, 36), 0.012, 8, True)
    pieces.tube("metal", circle(hub, WHEEL - 0.027, 36), 0.006, 5, True)
    pieces.tube("metal", circle(hub + [sign * 0.028, 0, 0], WHEEL - 0.035, 28), 0.008, 6, True)
    pieces.tube("metal", [hub - [0.03, 0, 0], hub, hub + [0.03, 0, 0]], 0.022, 10)
    for turn in np.linspace(0, 2 * np.pi, 12, endpoint=False):
        tip = hub + np.array([0, np.cos(turn), np.sin(turn)]) * (WHEEL - 0.03)
        pieces.tube("metal", [hub, 0.5 * (hub + tip), tip], 0.0016, 3)
    small = np.array([sign * (WIDTH / 2 - 0.02), CASTOR, 0.30])
    pieces.tube("tyre", circle(small, CASTOR - 0.014, 18), 0.014, 8, True)
    pieces.tube("metal", [small - [0.02, 0, 0], small, small + [0.02, 0, 0]], 0.012, 8)
    fork = [small + [0.02, 0, 0], small + [0.02, 0.08, 0.0], small + [0, 0.10, 0.012], small + [0, 0.17, 0.012]]
    pieces.tube("frame", fork, 0.008, 6)


def side_frame(pieces, sign):
    """Tubes of one side: seat rail, back post, front leg and foot rest."""
    x = sign * (WIDTH / 2 - 0.005)
    rail = [
        [x, SEAT - 0.02, -0.20],
        [x, SEAT - 0.02, 0.0],
        [x, SEAT - 0.02, 0.20],
        [x, SEAT - 0.035, 0.235],
        [x * 0.94, SEAT - 0.10, 0.26],
    ]
    rail += [[x * 0.80, 0.16, 0.33], [x * 0.76, 0.11, 0.36]]
    pieces.tube("frame", rail, 0.0125, 8)
    post = [
        [x, WHEEL - 0.02, -0.14],
        [x, SEAT - 0.02, -0.185],
        [x, SEAT + 0.20, -0.205],
        [x, SEAT + 0.36, -0.215],
        [x, SEAT + 0.385, -0.235],
        [x, SEAT + 0.387, -0.29],
    ]
    pieces.tube("frame", post, 0.0125, 8)
    pieces.tube("tyre", [[x, SEAT + 0.387, -0.25], [x, SEAT + 0.387, -0.30], [x, SEAT + 0.386, -0.345]], 0.017, 8)
    low = [[x, WHEEL - 0.02, -0.14], [x, 0.24, 0.05], [x, 0.235, 0.24], [x, 0.24, 0.31]]
    pieces.tube("frame", low, 0.0125, 8)
    pieces.tube("frame", [[x, 0.235, 0.22], [x, 0.33, 0.235], [x, SEAT - 0.05, 0.235]], 0.011, 8)
    pieces.tube("frame", [[x, WHEEL, -0.06], [x + sign * 0.03, WHEEL, -0.06], [x + sign * 0.06, WHEEL, -0.06]], 0.014, 8)
    guard = np.array([x + sign * 0.014, SEAT + 0.05, -0.05])
    pieces.board("cloth", guard, (0.006, 0.12, 0.26))


def build():
    """All pieces."""
    pieces = Pieces()
    for sign in (1, -1):
        wheels(pieces, sign)
        side_frame(pieces, sign)
    pieces.board("cloth", (0, SEAT - 0.018, 0.0), (WIDTH - 0.02, 0.036, 0.40))
    pieces.board("cloth", (0, SEAT + 0.19, -0.215), (WIDTH - 0.02, 0.30, 0.022), -0.05)
    cross = WIDTH / 2 - 0.01
    pieces.tube("frame", [[-cross, SEAT - 0.04, 0.05], [0, 0.34, 0.05], [cross, 0.245, 0.05]], 0.010, 6)
    pieces.tube("frame", [[cross, SEAT - 0.04, 0.075], [0, 0.34, 0.075], [-cross, 0.245, 0.075]], 0.010, 6)
    pieces.board("tyre", (0, 0.105, 0.39), (0.30, 0.014, 0.13), 0.12)
    return pieces


def main(path):
    """Writes the file."""
    file, primitives, count = glb.File(), [], 0
    for name, (points, faces) in build().found.items():
        points, triangles = np.concatenate(points), np.concatenate(faces)
        colour, metal, rough = MATERIALS[name]
        surface = {"baseColorFactor": [*colour, 1], "metallicFactor": metal, "roughnessFactor": rough}
        material = file.add("materials", {"name": name, "doubleSided": True, "pbrMetallicRoughness": surface})
        attributes = {
            "POSITION": file.accessor(points.astype(np.float32), "VEC3", target=glb.ARRAY, bounds=True),
            "NORMAL": file.accessor(mesh.normals(points, triangles).astype(np.float32), "VEC3", target=glb.ARRAY),
        }
        indices = file.accessor(triangles.reshape(-1).astype(np.uint16), "SCALAR", glb.SHORT, glb.ELEMENT)
        primitives.append({"attributes": attributes, "indices": indices, "material": material})
        count += len(triangles)
    file.add("meshes", {"name": "wheelchair", "primitives": primitives})
    file.add("nodes", {"name": "wheelchair", "mesh": 0})
    file.add("scenes", {"name": "Scene", "nodes": [0]})
    file.document["samplers"] = []
    print(f"wheelchair: {count} triangles, {file.write(Path(path))} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
