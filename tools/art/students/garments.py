"""Tops, trousers, skirts and shoes, cut from the base mesh's tights and skirt helpers."""

import functools

import numpy as np
from scipy.spatial import cKDTree

import makehuman as mh
import mesh
from template import NEUTRAL as N
from template import Template, centres, face_normals, rectangle, scaled

MAIN, RIB, SOLE = range(3)
"""Tags of faces, for painting."""

SIDES = ("l", "r")
ARM = {side: N.arm(side) for side in SIDES}
LEG = {side: N.leg(side) for side in SIDES}
ARM_ALONG = {side: N.arm_along(side) for side in SIDES}
LEG_ALONG = {side: N.leg_along(side) for side in SIDES}
ARMS, LEGS = ARM["l"] + ARM["r"], LEG["l"] + LEG["r"]
P = N.points
HIP, NECK, HEAD = (N.joints[bone][0] for bone in ("thigh_l", "neck_01", "head"))
COUNT = len(P)


class Garment(Template):
    """A template with a way to hang on any body: offset along normals, evened out, kept off the body."""

    def __init__(self, name, piece, charts, place, counts, offset, smooth, hold=None, pressed=None):
        self.offset, self.smooth, self.pressed = piece.values(offset), smooth, pressed
        self.hold = hold
        piece_points = piece.values(P)
        self.triangles = piece.triangles()
        self.mix = piece.mix
        points = self.hang(piece_points, 1.0)
        left = (centres(points, self.triangles)[:, 0] > 0).astype(float)
        super().__init__(name, piece, points, charts(points, self.triangles), place, counts, rank=left)

    def hang(self, skin, scale):
        """Points of the garment on skin points of its vertices; `scale` widens with the body's size."""
        out = mesh.normals(skin, self.triangles)
        wanted = skin + out * (self.offset * scale)[:, None]
        points = mesh.smoothed(wanted, self.triangles, self.smooth, pinned=self.hold)
        # Evening out must not sink the cloth into the body.
        depth = ((points - skin) * out).sum(1)
        least = np.minimum(self.offset * scale, 0.006 * scale)
        points += out * np.clip(least - depth, 0, None)[:, None]
        points = mesh.smoothed(points, self.triangles, 1, 0.3)
        return points if self.pressed is None else self.pressed(points, scale)

    def on(self, body):
        """Points on a body."""
        return self.hang(self.mix @ body.points, body.stature / 1.5)


def plane(point, normal):
    """Signed distance of base vertices from a plane."""
    normal = np.asarray(normal, float)
    return (P - point) @ (normal / np.linalg.norm(normal))


def angle_share(points, centre, back):
    """Place around an upright axis, 0 at one side and 1 at the other, in front or at the back."""
    sign = np.where(back, -1, 1)
    angle = np.arctan2(points[:, 0] - centre[0], sign * (points[:, 2] - centre[2]))
    return 0.5 + angle / np.radians(230)


TORSO_AXIS = np.array([0, 0, 0.02])


def top_charts(arms):
    """Front 0, back 1, then sleeves: outer 2 and inner 3 on the left, 4 and 5 on the right."""

    def charts(points, triangles):
        middle, out = centres(points, triangles), face_normals(points, triangles)
        result = (middle[:, 2] < TORSO_AXIS[2]).astype(int)
        for side, first, sign in (("l", 2, 1), ("r", 4, -1)):
            a, b = N.joints[f"upperarm_{side}"][0], N.joints[f"hand_{side}"][0]
            beyond = (middle - a) @ ((b - a) / np.linalg.norm(b - a)) > -0.012
            on_arm = beyond & (middle[:, 0] * sign > a[0] * sign - 0.02) & (arms[triangles].mean(1) > 0.5)
            result[on_arm] = first + (out[on_arm] @ sleeve_out(sign) < 0)
        return result

    return charts


def sleeve_out(sign):
    """Direction that parts a sleeve's outer half from its inner half."""
    return np.array([sign * 0.72, 0.62, -0.3])


def top_places(points, charts):
    """Left 432 texels: front and back; the next 80: sleeves, both on the same place."""
    result = np.zeros((len(points), 2))
    back = charts == 1
    around = angle_share(points, TORSO_AXIS, back)
    height = (TOP_HIGH - points[:, 1]) / (TOP_HIGH - TOP_LOW)
    for chart, left in ((0, 0), (1, 216)):
        on = charts == chart
        result[on] = rectangle(left, 0, 216, 300, around[on], height[on])
    for chart, left in ((2, 432), (4, 432), (3, 472), (5, 472)):
        on = charts == chart
        if on.any():
            reach, turn = around_arm(points[on], "l" if chart < 4 else "r", chart in (3, 5))
            result[on] = rectangle(left, 0, 40, 300, 0.5 + turn / np.radians(250), (reach + 0.22) / 1.24)
    return result


def around_arm(points, side, inner):
    """Share of the way from shoulder to wrist, and angle around the arm from its outer or inner middle line."""
    chain = [N.joints[f"{bone}_{side}"][0] for bone in ("upperarm", "lowerarm", "hand")]
    lengths = [np.linalg.norm(b - a) for a, b in zip(chain, chain[1:])]
    sign = 1 if side == "l" else -1
    found = []
    for number in (0, 1):
        start, along = chain[number], (chain[number + 1] - chain[number]) / lengths[number]
        out = sleeve_out(sign)
        out = out - along * (out @ along)
        out /= np.linalg.norm(out)
        across = np.cross(along, out) * sign
        off = points - start
        reach = off @ along
        flat = off - np.outer(reach, along)
        turn = np.arctan2(flat @ across, (flat @ out) * (-1 if inner else 1))
        found.append((reach, turn))
    share = np.clip((found[0][0] - lengths[0] + 0.03) / 0.06, 0, 1)
    share = share * share * (3 - 2 * share)
    reach = (1 - share) * found[0][0] + share * (lengths[0] + found[1][0])
    turn = (1 - share) * found[0][1] + share * found[1][1]
    return reach / sum(lengths), turn


TOP_HIGH, TOP_LOW = HEAD[1] + 0.01, HIP[1] - 0.16


def arm_point(side, share):
    """Place and direction at a share of the way from shoulder to wrist."""
    chain = [N.joints[f"{bone}_{side}"][0] for bone in ("upperarm", "lowerarm", "hand")]
    upper, lower = np.linalg.norm(chain[1] - chain[0]), np.linalg.norm(chain[2] - chain[1])
    way = share * (upper + lower)
    start, end, done = (chain[0], chain[1], 0) if way < upper else (chain[1], chain[2], upper)
    unit = (end - start) / np.linalg.norm(end - start)
    return start + unit * (way - done), unit


@functools.lru_cache(None)
def top(sleeve, hem, loose, neck, ribbed):
    """A top: sleeve's share of the arm, hem under the hip in metres, width, height of the neckline, ribs or none."""
    hem_y = HIP[1] + hem
    piece = mesh.Piece.of(COUNT, [mh.base().faces[i] for i in mh.base().faces_of("helper-tights")])
    arms, y = piece.values(ARMS), piece.values(P[:, 1])
    neck_point = NECK + (HEAD - NECK) * neck
    inside = (arms > 0.5) | ((y > hem_y - 0.05) & (y < neck_point[1] + 0.1))
    piece.keep([all(inside[v] for v in face) for face in piece.faces])
    piece.split(P[:, 1] - hem_y, True, ARMS < 0.5)
    for side in SIDES:
        point, along = arm_point(side, sleeve)
        piece.split(-plane(point, along), True, ARM[side] > 0.5)
    up = HEAD - NECK
    up = up / np.linalg.norm(up) + np.array([0, 0, 0.30])
    around_neck = (P[:, 1] > NECK[1] - 0.12) & (ARMS < 0.5) & (np.abs(P[:, 0]) < 0.10)
    piece.split(-plane(neck_point, up), True, around_neck)
    piece.triangulate()
    name = f"top{sleeve}{hem}{loose}{neck}{ribbed}"
    charts, offset = top_charts(piece.values(ARMS)), top_offset(loose, hem_y, ribbed, sleeve)
    garment = Garment(name, piece, charts, top_places, (1350, 520, 150), offset, 14)
    edge = garment.neutral[np.unique(mesh.boundary_edges(garment.triangles))]
    edge = edge[(edge[:, 1] > NECK[1] - 0.1) & (np.abs(edge[:, 0]) < 0.12)]
    garment.cut = {"hem": hem_y, "sleeve": sleeve, "ribbed": ribbed, "neck_edge": cKDTree(edge)}
    return garment


def top_offset(loose, hem_y, ribbed, sleeve):
    """How far the cloth of a top is from the body."""
    offset = np.full(COUNT, loose)
    waist = N.joints["spine_03"][0][1]
    low = np.clip((waist - P[:, 1]) / (waist - hem_y), 0, 1.1)
    offset = offset * np.where(ARMS < 0.4, 1 + 0.75 * low, 1)
    if ribbed:
        gathered = np.clip((P[:, 1] - hem_y) / 0.06, 0, 1)
        offset = np.where(ARMS < 0.4, offset * (0.72 + 0.28 * gathered), offset)
    for side in SIDES:
        along = np.clip(ARM_ALONG[side], 0, 1)
        wide = loose * (0.85 + 0.3 * along)
        if ribbed and sleeve > 0.7:
            wide *= np.where(along > sleeve - 0.085, 0.45, 1 + 0.35 * np.exp(-(((along - sleeve + 0.16) / 0.06) ** 2)))
        offset = np.where(ARM[side] > 0.3, wide, offset)
    return offset * np.where(ARMS < 0.3, np.interp(P[:, 1], [NECK[1] - 0.07, NECK[1] + 0.01], [1, 0.3]), 1)


def mean_of(piece, of_base):
    """Mean of a value over the corners of each face."""
    here = piece.values(of_base.astype(float))
    return np.array([np.mean(here[face]) for face in piece.faces])


def mark(piece, where, tag):
    """Sets the tag of some faces."""
    piece.tags = np.where(where, tag, piece.tags)


def leg_axis(points):
    """Middle of the leg at each point."""
    x = np.interp(points[:, 1], [N.joints["calf_l"][0][1], HIP[1]], [N.joints["calf_l"][0][0], HIP[0] * 0.85])
    z = np.interp(
        points[:, 1],
        [N.joints["foot_l"][0][1], N.joints["calf_l"][0][1], HIP[1]],
        [N.joints["foot_l"][0][2], N.joints["calf_l"][0][2], HIP[2] + 0.02],
    )
    low = points[:, 1] < N.joints["calf_l"][0][1]
    ankle = N.joints["foot_l"][0]
    x = np.where(low, np.interp(points[:, 1], [ankle[1], N.joints["calf_l"][0][1]], [ankle[0], N.joints["calf_l"][0][0]]), x)
    return x, z


def leg_charts(points, triangles):
    """Front and back of the left leg with its half of the hips, 0 and 1, and of the right one, 2 and 3."""
    middle = centres(points, triangles)
    _, z = leg_axis(middle)
    return (middle[:, 2] < z).astype(int) + np.where(middle[:, 0] < 0, 2, 0)


def leg_places(points, charts):
    """A strip of 512 by 140 texels; both legs on the same place."""
    x, z = leg_axis(points)
    back = charts % 2 == 1
    aside = np.where(charts >= 2, -1, 1) * points[:, 0]
    angle = np.arctan2(aside - x, np.where(back, -1, 1) * (points[:, 2] - z))
    high = HIP[1] + 0.13
    along = (high - points[:, 1]) / (high - 0.03)
    return rectangle(0, 300, 512, 70, along, 0.5 + angle / np.radians(230)) + np.stack(
        [np.zeros(len(points)), np.where(back, 70, 0) / 512], -1
    )


@functools.lru_cache(None)
def trousers(length=0.97, loose=0.011, flare=0.5, counts=(950, 330, 100)):
    """Trousers down to a share of the leg."""
    waist = HIP[1] + 0.075
    piece = mesh.Piece.of(COUNT, [mh.base().faces[i] for i in mh.base().faces_of("helper-tights")])
    y, arms = piece.values(P[:, 1]), piece.values(ARMS)
    piece.keep([all(arms[v] < 0.5 and y[v] < waist + 0.06 for v in face) for face in piece.faces])
    piece.split(waist - P[:, 1], True)
    chain = [N.joints[f"{bone}_l"][0][1] for bone in ("calf", "foot")]
    knee_share = 0.5
    hem = np.interp(length, [knee_share, 1.0], chain)
    piece.split(P[:, 1] - hem, True)
    sides = piece.split(P[:, 1] - hem - 0.022, False)
    mark(piece, ~sides, RIB)
    piece.triangulate()
    offset = loose * np.interp(P[:, 1], [HIP[1] - 0.16, HIP[1] - 0.02, waist], [1.0, 0.75, 0.3])
    for side in SIDES:
        offset = np.where(LEG[side] > 0.4, loose * (1 + flare * np.clip(LEG_ALONG[side], 0, 1)), offset)
    return Garment(f"trousers{length}{loose}", piece, leg_charts, leg_places, counts, offset, 8)


@functools.lru_cache(None)
def skirt(length=0.62):
    """A skirt over leggings, down to a share of the leg."""
    piece = mesh.Piece.of(COUNT, [mh.base().faces[i] for i in mh.base().faces_of("helper-skirt")])
    knee, ankle = (N.joints[f"{bone}_l"][0][1] for bone in ("calf", "foot"))
    hem = np.interp(length, [0, 0.5, 1], [HIP[1], knee, ankle])
    piece.split(HIP[1] + 0.085 - P[:, 1], True)
    piece.split(P[:, 1] - hem, True)
    sides = piece.split(P[:, 1] - hem - 0.02, False)
    mark(piece, ~sides, RIB)
    piece.triangulate()
    offset = np.interp(P[:, 1], [hem, HIP[1] - 0.05, HIP[1] + 0.08], [0.022, 0.026, 0.027])
    return Garment(f"skirt{length}", piece, leg_charts, skirt_places, (420, 200, 44), offset, 4)


def skirt_places(points, charts):
    """Shares the extras' rectangle."""
    back = charts % 2 == 1
    around = np.arctan2(points[:, 0], np.where(back, -1, 1) * (points[:, 2] - 0.02))
    x = rectangle(400, 440, 112, 36, 0.5 + around / np.radians(230), 1 - scaled(points[:, 1]))
    return x + np.stack([np.zeros(len(points)), np.where(back, 36, 0) / 512], -1)


SOLE_HEIGHT = 0.024


@functools.lru_cache(None)
def shoes():
    """Sneakers: an upper and a thick sole."""
    ankle = N.joints["foot_l"][0][1]
    foot = N.share_of("foot_l", "ball_l", "foot_r", "ball_r", "calf")
    piece = mesh.Piece.of(COUNT, [mh.base().faces[i] for i in mh.base().faces_of("helper-tights")])
    here, y = piece.values(foot), piece.values(P[:, 1])
    piece.keep([all(here[v] > 0.5 and y[v] < ankle + 0.09 for v in face) for face in piece.faces])
    piece.split(ankle * 1.32 - P[:, 1], True)
    sides = piece.split(P[:, 1] - SOLE_HEIGHT, False)
    mark(piece, ~sides, SOLE)
    piece.triangulate()
    low = np.clip((SOLE_HEIGHT + 0.004 - P[:, 1]) / 0.006, 0, 1)
    offset = 0.0075 + 0.006 * low

    def pressed(points, scale):
        points = points.copy()
        sole = SOLE_HEIGHT * scale
        flat = np.clip((sole * 0.75 - points[:, 1]) / (sole * 0.3), 0, 1)
        points[:, 1] *= 1 - flat
        points[:, 1] = np.maximum(points[:, 1], 0)
        return points

    return Garment("shoes", piece, shoe_charts, shoe_places, (560, 150, 44), offset, 5, pressed=pressed)


def shoe_charts(points, triangles):
    """Outer and inner half of each shoe, and soles from below."""
    middle, out = centres(points, triangles), face_normals(points, triangles)
    below = out[:, 1] < -0.75
    outside = np.where(middle[:, 0] > 0, out[:, 0], -out[:, 0]) > 0
    return np.where(below, 2, np.where(outside, 0, 1)) + np.where(middle[:, 0] < 0, 3, 0)


def shoe_places(points, charts):
    """A rectangle of 200 by 72 texels: outer and inner side above each other; below beside them."""
    kind = charts % 3
    along, high = scaled(points[:, 2]), 1 - scaled(points[:, 1])
    result = rectangle(0, 440, 150, 36, along, high)
    result = np.where((kind == 1)[:, None], rectangle(0, 476, 150, 36, along, high), result)
    across = scaled(np.abs(points[:, 0]))
    return np.where((kind == 2)[:, None], rectangle(150, 440, 50, 72, across, along), result)
