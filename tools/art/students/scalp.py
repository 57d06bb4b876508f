"""The scalp as a distance in every direction, and the line where hair begins."""

import numpy as np
from scipy.spatial import cKDTree

import makehuman as mh
from head import head_faces

FRONT_LINE = ([0, 20, 40, 54, 66, 76, 84, 92, 100, 110, 124, 140, 180], [27, 27, 26, 21, 10, -2, -10, 4, 4, -8, -26, -35, -40])
"""Turn from the front in degrees, and the height of the hairline there in degrees seen from the scalp's middle."""


def direction(azimuth, height):
    """Unit vectors; angles in radians, azimuth 0 ahead and positive to the left."""
    azimuth, height = np.broadcast_arrays(np.asarray(azimuth, float), np.asarray(height, float))
    return np.stack([np.sin(azimuth) * np.cos(height), np.sin(height), np.cos(azimuth) * np.cos(height)], -1)


def angles(vectors):
    """Azimuth and height of vectors."""
    flat = np.hypot(vectors[..., 0], vectors[..., 2])
    return np.arctan2(vectors[..., 0], vectors[..., 2]), np.arctan2(vectors[..., 1], flat)


def arc(start, end, share):
    """Points on the great circles between unit vectors."""
    cosine = np.clip((start * end).sum(-1, keepdims=True), -1, 0.9999)
    angle = np.arccos(cosine)
    return (np.sin((1 - share) * angle) * start + np.sin(share * angle) * end) / np.sin(angle)


class Scalp:
    """Distances from a middle of the head to its skin, ears left out."""

    def __init__(self, body, line_shift=0.0):
        base = mh.base()
        vertices = np.unique([v for i in head_faces() for v in base.faces[i]])
        ears = np.concatenate([mh.target(f"ears/{side}-ear-scale-incr")[0] for side in "lr"])
        vertices = np.setdiff1d(vertices, ears)
        points = body.points[vertices]
        eye = (body.eyes["l"] + body.eyes["r"]) / 2
        top = points[:, 1].max()
        skull = points[points[:, 1] > eye[1]]
        depth = (skull[:, 2].min() + skull[:, 2].max()) / 2 - 0.004
        self.middle = np.array([0, eye[1] + 0.25 * (top - eye[1]), depth])
        self.scale = body.head_scale
        off = points - self.middle
        self.radii = np.linalg.norm(off, axis=1)
        keep = off[:, 1] > -0.75 * self.radii
        self.tree = cKDTree((off / self.radii[:, None])[keep])
        self.radii = self.radii[keep]
        self.line_shift = line_shift

    def radius(self, directions):
        """Distance of the skin, evened out."""
        distance, at = self.tree.query(directions, 10)
        share = 1 / (distance + 0.03) ** 2
        return (self.radii[at] * share).sum(-1) / share.sum(-1)

    def at(self, directions, lift):
        """Points above the skin."""
        lift = np.broadcast_to(np.asarray(lift, float), directions.shape[:-1])
        return self.middle + directions * (self.radius(directions) + lift)[..., None]

    def line(self, azimuth):
        """Height of the hairline, in radians."""
        degrees = np.degrees(np.abs((np.asarray(azimuth) + np.pi) % (2 * np.pi) - np.pi))
        shift = np.interp(degrees, [0, 50, 75], [self.line_shift, self.line_shift, 0])
        return np.radians(np.interp(degrees, *FRONT_LINE) + shift)

    def line_direction(self, azimuth, above=0.0):
        """Directions of the hairline, or so many degrees above it."""
        return direction(azimuth, self.line(azimuth) + np.radians(above))

    def inside(self, points):
        """How many degrees points lie inside the hairline; negative outside."""
        azimuth, height = angles(points - self.middle)
        return np.degrees(height - self.line(azimuth))
