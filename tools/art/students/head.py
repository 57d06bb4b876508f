"""Head, hands and what belongs to a face: eyes, teeth, tongue, lashes. Only what clothes leave bare is built."""

import functools

import numpy as np

import makehuman as mh
import mesh
from garments import ARM, ARM_ALONG, ARMS, COUNT, NECK, SIDES, P
from simplify import simplify
from template import NEUTRAL as N
from template import Template, centres, face_normals, rectangle, scaled

EYE_HEIGHT = N.eyes["l"][1]
MOUTH = np.array([0.0, EYE_HEIGHT - 0.064, N.eyes["l"][2] + 0.012])
AXIS_Z = N.joints["head"][0][2] + 0.012
"""Depth of the upright axis that the head's texture is wrapped around."""
TOP = P[: mh.base().body_count, 1].max()
BOTTOM = NECK[1] - 0.06
FACE_STRIP = 412
"""Rows of the right half for the head; eyes, teeth and mouth lie below."""


class Skin(Template):
    """Skin that follows the body as it is."""

    def on(self, body):
        """Points on a body."""
        return self.piece.mix @ body.points


def outward(points, triangles):
    """Rank of triangles around the head's axis: what faces outwards first, then what lies farther out."""
    middle = centres(points, triangles) - [0, 0, AXIS_Z]
    flat = middle * [1, 0, 1]
    reach = np.linalg.norm(flat, axis=1)
    facing = (face_normals(points, triangles) * flat).sum(1) / np.maximum(reach, 1e-9)
    return np.where(facing > 0.05, 10, 0) + reach


def inner_mouth():
    """Which base faces line the mouth: they have texture places of their own."""
    base = mh.base()
    result = np.zeros(len(base.faces), bool)
    for i in base.faces_of("body"):
        place = base.places[base.face_places[i]].mean(0)
        result[i] = 0.75 < place[0] < 0.93 and place[1] < 0.145
    return result


def head_faces():
    """Base faces of head and neck."""
    base = mh.base()
    narrow = np.where(P[:, 1] > NECK[1] + 0.02, 0.125, 0.078)
    inside = (P[:, 1] > BOTTOM) & (np.abs(P[:, 0]) < narrow) & (ARMS < 0.3)
    return [i for i in base.faces_of("body") if inside[base.faces[i]].all()]


def warp(azimuth):
    """Place across the picture: the front gets most of it."""
    degrees = np.degrees(np.abs(azimuth))
    return 0.5 + np.sign(azimuth) * np.interp(degrees, [0, 62, 95, 180], [0, 0.315, 0.41, 0.5])


def warp_height(y):
    """Place down the picture: the face gets most of it, what hair and collar hide little."""
    chin, brow = EYE_HEIGHT - 0.118, EYE_HEIGHT + 0.045
    return np.interp(-y, [-TOP, -brow, -chin, -BOTTOM], [0, 0.22, 0.84, 1])


def head_places(points, charts):
    """The head wrapped around an upright axis; the mouth's lining on a small patch."""
    azimuth = np.arctan2(points[:, 0], points[:, 2] - AXIS_Z)
    azimuth = np.where(charts == 0, np.where(azimuth < -2, np.pi, np.maximum(azimuth, 0)), azimuth)
    azimuth = np.where(charts == 1, np.where(azimuth > 2, -np.pi, np.minimum(azimuth, 0)), azimuth)
    result = rectangle(0, 0, 512, FACE_STRIP, warp(azimuth), warp_height(points[:, 1]))
    patch = rectangle(320, 420, 90, 90, scaled(points[:, 0]), scaled(-points[:, 2] - points[:, 1]))
    return np.where((charts == 2)[:, None], patch, result)


def near(points, spots, radius):
    """From 1 at any of the spots to 0 farther than the radius."""
    distance = np.min([np.linalg.norm(points - spot, axis=1) for spot in spots], 0)
    return np.clip(1.5 - 1.5 * distance / radius, 0, 1)


@functools.lru_cache(None)
def head():
    """Head and neck."""
    base, chosen = mh.base(), head_faces()
    lining = inner_mouth()[chosen]
    piece = mesh.Piece.of(COUNT, [base.faces[i] for i in chosen])
    piece.tags = lining.astype(int)
    piece.triangulate()
    points = piece.values(P)
    triangles = piece.triangles()
    charts = np.where(piece.tags == 1, 2, np.where(centres(points, triangles)[:, 0] > 0, 0, 1))
    spots = [N.eyes["l"] + [0, 0, 0.02], N.eyes["r"] + [0, 0, 0.02], MOUTH, MOUTH + [0, 0.028, 0.016]]
    weight = 0.6 + 5 * near(points, spots, 0.05)
    weight *= np.where((points[:, 2] < AXIS_Z) & (points[:, 1] > EYE_HEIGHT - 0.05), 0.35, 1)
    weight *= np.where(np.abs(points[:, 0]) > 0.066, 0.5, 1)
    lined = np.unique(triangles[piece.tags == 1])
    weight[lined] *= 0.12
    skin = Skin("head", piece, points, charts, head_places, (2150,), weight, 5.0, outward(points, triangles))
    # Simpler heads have no inside of the mouth.
    shown = piece.tags == 0
    for faces, of in simplify(points, triangles[shown], charts[shown], (960, 385), weight, 5.0):
        skin.versions.append(skin.split(faces, of))
    return skin


def hand_charts(points, triangles):
    """Back and palm of the left arm, then of the right one."""
    out = face_normals(points, triangles)
    left = centres(points, triangles)[:, 0] > 0
    back = out @ [0.75, 0.35, -0.1] > 0
    back_right = out @ [-0.75, 0.35, -0.1] > 0
    return np.where(left, np.where(back, 0, 1), np.where(back_right, 2, 3))


def hand_places(points, charts):
    """A rectangle of 200 by 72 texels: back and palm."""
    aside = np.abs(points[:, 0])
    a, b = (N.joints[f"{bone}_l"][0] for bone in ("lowerarm", "middle_03"))
    along = (b - a) / np.linalg.norm(b - a)
    mirrored = np.stack([aside, points[:, 1], points[:, 2]], -1)
    out = np.array([0.75, 0.35, -0.1])
    across = np.cross(along, out)
    across /= np.linalg.norm(across)
    x, y = scaled(mirrored @ along), scaled(mirrored @ across)
    return np.where((charts % 2 == 1)[:, None], rectangle(200, 476, 200, 36, x, y), rectangle(200, 440, 200, 36, x, y))


@functools.lru_cache(None)
def hands(sleeve, counts=(860, 300, 96)):
    """Hands and what of the arms a sleeve of that length leaves bare."""
    base = mh.base()
    start = sleeve - 0.07
    bare = {side: (ARM[side] > 0.5) & (ARM_ALONG[side] > start) for side in SIDES}
    chosen = [i for i in base.faces_of("body") if any(bare[side][base.faces[i]].all() for side in SIDES)]
    piece = mesh.Piece.of(COUNT, [base.faces[i] for i in chosen])
    piece.triangulate()
    points, triangles = piece.values(P), piece.triangles()
    weight = np.ones(len(points))
    return Skin(
        f"hands{sleeve}",
        piece,
        points,
        hand_charts(points, triangles),
        hand_places,
        counts,
        weight,
        5.0,
        (centres(points, triangles)[:, 0] > 0).astype(float),
    )


def helper(name, groups, place, counts, keep=None):
    """A template of helper groups with one chart."""
    base = mh.base()
    piece = mesh.Piece.of(COUNT, [base.faces[i] for i in base.faces_of(*groups)])
    piece.triangulate()
    points = piece.values(P)
    if keep is not None:
        wanted = keep(centres(points, piece.triangles()))
        piece.keep(wanted)
        points = piece.values(P)
    charts = (centres(points, piece.triangles())[:, 0] < 0).astype(int)
    return Skin(name, piece, points, charts, place, counts, None, 2.0, 1.0 - charts)


EYE_PATCH = (0, FACE_STRIP + 2, 96)
EYE_ANGLE = np.radians(72)


def eye_places(points, charts):
    """Both eyes on one round picture: its middle is where they look."""
    result = np.zeros((len(points), 2))
    for chart, side in enumerate(SIDES):
        off = points - N.eyes[side]
        off /= np.maximum(np.linalg.norm(off, axis=1, keepdims=True), 1e-9)
        reach = np.arccos(np.clip(off[:, 2], -1, 1)) / EYE_ANGLE
        turn = np.arctan2(off[:, 1], off[:, 0])
        x, y = 0.5 + 0.5 * np.minimum(reach, 1) * np.cos(turn), 0.5 - 0.5 * np.minimum(reach, 1) * np.sin(turn)
        left, top, size = EYE_PATCH
        on = charts == chart
        result[on] = rectangle(left, top, size, size, x, y)[on]
    return result


@functools.lru_cache(None)
def eyes():
    """The front of both eyeballs."""
    return helper("eyes", ("helper-l-eye", "helper-r-eye"), eye_places, (160, 56, 20), lambda c: c[:, 2] > N.eyes["l"][2] + 0.002)


def patch(left, top, width, height):
    """A place for something small: across and up."""

    def place(points, charts):
        del charts
        return rectangle(left, top, width, height, scaled(points[:, 0]), 1 - scaled(points[:, 1]))

    return place


@functools.lru_cache(None)
def teeth():
    """Both rows of teeth."""
    return helper("teeth", ("helper-upper-teeth", "helper-lower-teeth"), patch(100, 420, 100, 40), (84, 0, 0))


@functools.lru_cache(None)
def tongue():
    """The tongue."""
    return helper("tongue", ("helper-tongue",), patch(210, 420, 50, 40), (60, 0, 0))


@functools.lru_cache(None)
def lashes():
    """Upper lashes."""
    groups = [f"helper-{side}-eyelashes-2" for side in SIDES]
    return helper("lashes", groups, patch(270, 420, 40, 20), (72, 0, 0))
