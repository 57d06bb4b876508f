"""A piece worked out on the neutral body: charts on the picture, simpler versions, and which texel shows what.

The picture of a student is 1024 x 512: clothes and hands on the left half, head and eyes on the right one.
"""

import numpy as np

import person
from simplify import simplify

HALF = 512
NEUTRAL = person.neutral()
"""The body on which everything is cut."""


class Template:
    """Fine mesh with charts; `corners` are (vertex, chart) pairs, `versions` triangles over them."""

    def __init__(self, name, piece, points, charts, place, counts, importance=None, edge_weight=20.0, rank=None):
        self.name, self.piece = name, piece
        self.triangles, self.charts, self.tags = piece.triangles(), np.asarray(charts), piece.tags
        self.neutral = points
        self.index, self.corners = {}, []
        self.fine = self.split(self.triangles, self.charts)
        found = simplify(points, self.triangles, self.charts, counts, importance, edge_weight)
        self.versions = [self.split(faces, of) for faces, of in found]
        self.corners = np.array(self.corners)
        self.places = place(points[self.corners[:, 0]], self.corners[:, 1])
        self.texels = texels(self.places * HALF, self.fine, rank)

    def split(self, faces, charts):
        """Triangles over corners instead of vertices."""
        return np.array([[self.corner(v, chart) for v in face] for face, chart in zip(faces, charts)], int)

    def corner(self, vertex, chart):
        """Number of a vertex as seen from a chart."""
        key = (int(vertex), int(chart))
        if key not in self.index:
            self.index[key] = len(self.corners)
            self.corners.append(key)
        return self.index[key]

    def at_texels(self, of_vertices):
        """What fine vertices have, spread over this piece's texels."""
        _, triangle, share = self.texels
        return np.einsum("tc,tc...->t...", share, of_vertices[self.triangles[triangle]])

    def tag_at_texels(self):
        """The tag of the face at each texel."""
        return self.tags[self.texels[1]]


def texels(points, triangles, rank=None, margin=0.75):
    """Texel numbers (row times width plus column), triangle and corner shares of all covered texels.

    Where triangles share a place, the one of higher rank wins, then the one that covers the texel's middle best.
    """
    numbers, owners, shares = [], [], []
    for number, face in enumerate(triangles):
        a, b, c = points[face]
        low = np.maximum(np.floor(np.minimum(np.minimum(a, b), c) - margin), 0).astype(int)
        high = np.minimum(np.ceil(np.maximum(np.maximum(a, b), c) + margin), HALF - 1).astype(int)
        area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        if abs(area) < 1e-9 or (high < low).any():
            continue
        x, y = np.meshgrid(np.arange(low[0], high[0] + 1) + 0.5, np.arange(low[1], high[1] + 1) + 0.5)
        v = ((x - a[0]) * (c[1] - a[1]) - (y - a[1]) * (c[0] - a[0])) / area
        w = ((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / area
        u = 1 - v - w
        longest = np.sqrt(max(((b - a) ** 2).sum(), ((c - b) ** 2).sum(), ((a - c) ** 2).sum()))
        edge = margin * longest / abs(area)
        inside = np.minimum(np.minimum(u, v), w) > -edge
        if not inside.any():
            continue
        share = np.stack([u, v, w], -1)[inside]
        texel = ((y[inside] - 0.5) * HALF + x[inside] - 0.5).astype(int)
        numbers.append(texel), owners.append(np.full(len(texel), number)), shares.append(share)
    numbers, owners, shares = np.concatenate(numbers), np.concatenate(owners), np.concatenate(shares)
    ranks = np.zeros(len(owners)) if rank is None else rank[owners]
    covered = shares.min(1) > -0.02
    order = np.lexsort((-shares.min(1), -ranks, ~covered, numbers))
    first = np.unique(numbers[order], return_index=True)[1]
    chosen = order[first]
    shares = np.clip(shares[chosen], 0, None)
    return numbers[chosen], owners[chosen], shares / shares.sum(1, keepdims=True)


def rectangle(left, top, width, height, share_x, share_y):
    """Texture places in a rectangle of the half picture, in texels; shares run from 0 to 1."""
    pad = 2
    x = left + pad + np.clip(share_x, 0, 1) * (width - 2 * pad)
    y = top + pad + np.clip(share_y, 0, 1) * (height - 2 * pad)
    return np.stack([x, y], -1) / HALF


def scaled(values):
    """Values moved to 0..1."""
    low, high = values.min(), values.max()
    return (values - low) / max(high - low, 1e-9)


def centres(points, triangles):
    """Middle of each triangle."""
    return points[triangles].mean(1)


def face_normals(points, triangles):
    """Unit normal of each triangle."""
    across = np.cross(points[triangles[:, 1]] - points[triangles[:, 0]], points[triangles[:, 2]] - points[triangles[:, 0]])
    return across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-12)
