"""Drops faces that nobody in the room can ever see: backs against walls, undersides, sides between books."""

import bmesh
from mathutils import Vector
from mathutils.bvhtree import BVHTree


def eyes(plan):
    """Points all through the room, near the walls too, from which a face may be seen."""
    points = []
    for i in range(6):
        for j in range(5):
            for z in (0.12, 0.75, 1.35, 2.1, 2.85):
                x = (i / 5 - 0.5) * (plan.width - 0.24)
                y = (j / 4 - 0.5) * (plan.depth - 0.24)
                points.append(Vector((x, y, z)))
    points += [Vector((plan.right - 0.5, y, z)) for y in (-3.3, -2.75, -2.2) for z in (0.5, 1.6)]
    points += [
        Vector((plan.left - 0.05, y, z)) for y in (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0) for z in (1.05, 1.5, 2.4)
    ]
    return points


def samples(face):
    """The middle of a face and points near its corners and edges, a hair above it."""
    centre = face.calc_center_median()
    spots = [centre]
    verts = [vert.co for vert in face.verts]
    for a, b in zip(verts, verts[1:] + verts[:1]):
        spots.append(a + (centre - a) * 0.06)
        spots.append((a + b) / 2 + (centre - (a + b) / 2) * 0.06)
    return [spot + face.normal * 0.0006 for spot in spots]


def seen(face, tree, points):
    """Whether any sample of the face has free sight to any point in front of it."""
    for spot in samples(face):
        for point in points:
            ray = point - spot
            if ray.dot(face.normal) <= 0.001:
                continue
            distance = ray.length
            if tree.ray_cast(spot, ray / distance, distance)[0] is None:
                return True
    return False


def drop_hidden(thing, plan):
    """Remove hidden faces from an object's mesh; returns how many."""
    bm = bmesh.new()
    bm.from_mesh(thing.data)
    bm.normal_update()
    tree = BVHTree.FromBMesh(bm)
    points = eyes(plan)
    hidden = [
        face
        for face in bm.faces
        if max(abs(c) for c in face.calc_center_median()) < 2 * plan.width and not seen(face, tree, points)
    ]
    bmesh.ops.delete(bm, geom=hidden, context="FACES")
    bm.to_mesh(thing.data)
    bm.free()
    return len(hidden)
