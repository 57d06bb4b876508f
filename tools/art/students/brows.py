"""Brows: two narrow strips that lie on the skin, worked out on the neutral head."""

import functools

import bpy  # noqa: F401  (brings mathutils)
import numpy as np
import scipy.sparse as sp
from mathutils.bvhtree import BVHTree

import head as h
import mesh
from template import NEUTRAL as N

PARTS = 12


@functools.lru_cache(None)
def strips():
    """Mixture of base vertices, texture places, triangles and which vertices lie above."""
    head = h.head()
    points, triangles = head.neutral, head.triangles
    tree = BVHTree.FromPolygons(points.tolist(), triangles.tolist(), all_triangles=True)
    rows, places, faces = [], [], []
    for side, sign in (("l", 1), ("r", -1)):
        eye, first = N.eyes[side], len(rows)
        for i in range(PARTS + 1):
            t = i / PARTS
            x = eye[0] + sign * (-0.0195 + 0.0435 * t)
            y = eye[1] + 0.0160 + 0.0042 * np.sin(np.pi * min(1, t * 0.9) ** 0.9) - 0.0045 * max(0, t - 0.55) / 0.45
            for v, off in ((0.0, 0.0062), (1.0, -0.0062)):
                hit, _, number, _ = tree.ray_cast((x, y + off, eye[2] + 0.2), (0, 0, -1))
                rows.append((number, np.array(hit)))
                places.append((t, v))
        for i in range(PARTS):
            a = first + 2 * i
            quad = [a, a + 1, a + 3, a + 2] if sign > 0 else [a, a + 2, a + 3, a + 1]
            faces += [[quad[0], quad[1], quad[2]], [quad[0], quad[2], quad[3]]]
    shares = np.zeros((len(rows), len(points)))
    for i, (number, hit) in enumerate(rows):
        corners = triangles[number]
        shares[i, corners] = barycentric(hit, points[corners])
    return sp.csr_matrix(shares) @ head.piece.mix, np.array(places), np.array(faces)


def barycentric(point, corners):
    """Shares of three corners at a point."""
    matrix = np.vstack([corners.T, np.ones(3)])
    return np.linalg.lstsq(matrix, np.append(point, 1), rcond=None)[0]


def on(body, thick):
    """Points and normals of the strips on a body; `thick` makes them narrower or wider."""
    mix, places, faces = strips()
    points = mix @ body.points
    middle = 0.5 * (points[0::2] + points[1::2])
    for start in (0, 1):
        points[start::2] = middle + (points[start::2] - middle) * thick
    head = h.head()
    skin = mesh.normals(head.on(body), head.triangles)
    near = np.array([np.argmin(((head.on(body) - p) ** 2).sum(1)) for p in points])
    out = skin[near]
    return points + out * 0.0014 * body.head_scale, out, places, faces
