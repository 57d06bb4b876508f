"""What a body is made of: parts with points, texture places and weights in up to three versions."""

from dataclasses import dataclass, field

import bpy  # noqa: F401  (brings mathutils)
import numpy as np
from mathutils.bvhtree import BVHTree

import mesh

BODY, FACE = "body", "face"


@dataclass
class Part:
    """One piece of one body. Texture places are those of a half of the picture."""

    name: str
    mesh: str
    half: int
    points: np.ndarray
    normals: np.ndarray
    places: np.ndarray
    weights: np.ndarray
    versions: list
    template: object = None
    fine_points: np.ndarray = None
    fine_normals: np.ndarray = None
    flat: bool = False
    mix: object = None
    shade: np.ndarray = None
    info: dict = field(default_factory=dict)

    def picture_places(self):
        """Places on the whole picture."""
        return (self.places + [self.half, 0]) * [0.5, 1.0]


def from_template(template, body, mesh_name, half, bones=None, levels=3):
    """A part that follows a template on a body. `bones` names one bone for each chart instead of the body's weights."""
    fine = template.on(body)
    normals = mesh.normals(fine, template.triangles)
    vertex = template.corners[:, 0]
    weights = (template.piece.mix @ body.weights)[vertex]
    total = weights.sum(1, keepdims=True)
    weights = weights / np.where(total < 1e-6, 1, total)
    if bones:
        weights = np.zeros((len(vertex), len(body.bones) + 2))
        for chart, bone in enumerate(bones):
            weights[template.corners[:, 1] == chart, (body.bones + ["eye_l", "eye_r"]).index(bone)] = 1
    return Part(
        template.name, mesh_name, half, fine[vertex], normals[vertex], template.places, weights, template.versions[:levels],
        template=template, fine_points=fine, fine_normals=normals, mix=template.piece.mix[vertex],
    )  # fmt: skip


def solid(name, mesh_name, half, points, normals, places, weights, versions, **info):
    """A part made for one body only."""
    return Part(name, mesh_name, half, points, normals, places, weights, versions, flat=True, info=info)


class Obstacle:
    """Surfaces that hair stays out of and that shade each other."""

    def __init__(self, shapes):
        points, triangles, count = [], [], 0
        for shape, faces in shapes:
            points.append(shape), triangles.append(np.asarray(faces) + count)
            count += len(shape)
        self.tree = BVHTree.FromPolygons(np.concatenate(points).tolist(), np.concatenate(triangles).tolist(), all_triangles=True)

    def keep_out(self, points, distance):
        """Points moved so that none is nearer to the surfaces than a distance, or behind them."""
        result = points.copy()
        for i, point in enumerate(points):
            near, normal, _, gap = self.tree.find_nearest(point.tolist())
            if near is None or gap > 0.12:
                continue
            above = sum((p - q) * n for p, q, n in zip(point, near, normal))
            if above < distance:
                result[i] = point + np.array(normal) * (distance - above)
        return result


def occlusion(tree, points, normals, rays=26, reach=0.22, start=0.0035, seed=1):
    """Share of open sky above each point: 1 is open."""
    rng = np.random.default_rng(seed)
    u, turn = (np.arange(rays) + 0.5) / rays, np.arange(rays) * 2.399963
    local = np.stack([np.sqrt(u) * np.cos(turn), np.sqrt(u) * np.sin(turn), np.sqrt(1 - u)], -1)
    helper = np.where(np.abs(normals[:, :1]) > 0.8, [[0.0, 1, 0]], [[1.0, 0, 0]])
    side = np.cross(normals, helper)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    other = np.cross(normals, side)
    spin = rng.uniform(0, 2 * np.pi, len(points))
    result = np.ones(len(points))
    cast = tree.ray_cast
    for i, origin in enumerate(points + normals * start):
        c, s = np.cos(spin[i]), np.sin(spin[i])
        a, b = c * side[i] + s * other[i], c * other[i] - s * side[i]
        directions = local[:, :1] * a + local[:, 1:2] * b + local[:, 2:] * normals[i]
        blocked = 0.0
        start_at = origin.tolist()
        for heading in directions.tolist():
            distance = cast(start_at, heading, reach)[3]
            if distance is not None:
                blocked += 1 - 0.6 * distance / reach
        result[i] = 1 - blocked / rays
    return result
