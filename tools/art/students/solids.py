"""Things worn that the base mesh has no shape for: hoods, collars, headscarves, glasses, hearing aids, hair ties."""

import numpy as np

import mesh
from paint_cloth import lump
from paint_skin import srgb
from parts import BODY, Obstacle, solid
from scalp import direction
from simplify import simplify
from template import HALF, texels

PATCH = (424, 416, 86, 94)
"""Place of these things on the right half of the picture: left, top, width, height."""
SCARF = (96, 52)
"""Points around and up a headscarf before it is simplified."""
SMALL = {"glasses": (412, 416), "hearing_aid": (412, 426), "tie": (412, 436)}


def grid_faces(rows, columns, closed=False):
    """Triangles of a grid of vertices."""
    number = np.arange(rows * columns).reshape(rows, columns)
    if closed:
        number = np.concatenate([number, number[:1]])
    a, b, c, d = number[:-1, :-1], number[1:, :-1], number[1:, 1:], number[:-1, 1:]
    return np.concatenate([np.stack([a, b, c], -1).reshape(-1, 3), np.stack([a, c, d], -1).reshape(-1, 3)])


def outward(points, triangles, middle):
    """Triangles turned so that they face away from a middle, one for each or all."""
    across = np.cross(points[triangles[:, 1]] - points[triangles[:, 0]], points[triangles[:, 2]] - points[triangles[:, 0]])
    away = points[triangles].mean(1) - middle
    turned = (across * away).sum(1) < 0
    triangles = triangles.copy()
    triangles[turned] = triangles[turned][:, ::-1]
    return triangles


def places_in(box, across, along):
    """Texture places in a box of the right half."""
    left, top, width, height = box
    x, y = left + 1.5 + across * (width - 3), top + 1.5 + along * (height - 3)
    return np.stack([x, y], -1).reshape(-1, 2) / HALF


def sampled_grid(points, versions):
    """Triangles of a grid for each version: every vertex, or only every so many rows and columns."""
    rows, columns = points.shape[:2]
    number = np.arange(rows * columns).reshape(rows, columns)
    result = []
    for step_row, step_column in versions:
        i = sorted({*range(0, rows, step_row), rows - 1})
        j = sorted({*range(0, columns, step_column), columns - 1})
        part = number[np.ix_(i, j)].ravel()
        result.append(part[grid_faces(len(i), len(j))])
    return result


def from_grid(name, points, versions, weights, middle, **info):
    """A part from a grid of points."""
    rows, columns = points.shape[:2]
    across, along = np.meshgrid(np.linspace(0, 1, rows), np.linspace(0, 1, columns), indexing="ij")
    flat = points.reshape(-1, 3)
    faces = [outward(flat, triangles, middle) for triangles in sampled_grid(points, versions)]
    normals = mesh.normals(flat, faces[0])
    return solid(name, BODY, 1, flat, normals, places_in(PATCH, across, along), weights, faces, **info)


def body_weights(student, points, shares):
    """The same bones for all points, with shares given for each."""
    weights = np.zeros((len(points), len(student.body.bones)))
    for bone, share in shares.items():
        weights[:, student.body.bones.index(bone)] = share
    return weights


def neck_ring(student, azimuth, height, out):
    """Points around the neck: `height` above the neck joint, `out` from the skin or the collar of the top."""
    neck = student.body.joints["neck_01"][0]
    points = np.zeros(np.broadcast(azimuth, height, out).shape + (3,))
    tree = student.collar_tree
    azimuth, height, out = np.broadcast_arrays(azimuth, height, out)
    for at in np.ndindex(azimuth.shape):
        heading = direction(azimuth[at], 0.0)
        start = neck + [0, height[at], 0.008] + heading * 0.35
        hit = tree.ray_cast(start.tolist(), (-heading).tolist(), 0.40)[0]
        surface = np.array(hit) if hit is not None else neck + [0, height[at], 0.008] + heading * 0.06
        points[at] = surface + heading * out[at]
    return points


def hood(student):
    """A hood that lies on the back: a pouch open to the neck."""
    s = student.body.stature / 1.5
    azimuth = np.radians(180 + np.linspace(-130, 130, 25))
    behind = np.clip(np.cos((azimuth - np.pi) * 0.69), 0, 1) ** 1.1
    profile = np.linspace(0, 1, 9)
    height = np.zeros((25, 9))
    out = np.zeros((25, 9))
    for i, b in enumerate(behind):
        rise, drop = (0.006 + 0.032 * b) * s, (0.004 + 0.125 * b**1.6) * s
        knots = [0, 0.2, 0.38, 0.62, 0.84, 1]
        height[i] = np.interp(profile, knots, [0.004 * s, rise, rise * 0.98, -drop * 0.45, -drop, -drop * 0.85])
        out[i] = np.interp(
            profile,
            knots,
            np.array(
                [
                    0.002 + 0.001 * b,
                    0.003 + 0.008 * b,
                    0.003 + 0.034 * b**2,
                    0.003 + 0.049 * b**2.5,
                    0.002 + 0.036 * b**2.5,
                    0.0005,
                ]
            )
            * s,
        )
    points = neck_ring(student, azimuth[:, None], height, out)
    flat = points.reshape(-1, 3)
    points = mesh.smoothed(flat, grid_faces(25, 9), 2, 0.5).reshape(25, 9, 3)
    share = np.repeat(np.interp(profile, [0, 0.4, 1], [0.45, 0.25, 0.05])[None], 25, 0).ravel()
    weights = body_weights(student, flat, {"neck_01": share, "spine_03": 1 - share})
    neck = student.body.joints["neck_01"][0]
    return from_grid("hood", points, ((1, 1), (2, 2), (4, 4)), weights, neck + [0, -0.05, 0.0], colour="top", folded=0.5)


def collar(student):
    """A turned-down collar, open in front."""
    s = student.body.stature / 1.5
    azimuth = np.radians(np.linspace(14, 346, 25))
    front = np.clip(np.abs(azimuth - np.pi) / np.pi, 0, 1) ** 3
    profile = np.linspace(0, 1, 5)
    height = (
        np.interp(profile, [0, 0.25, 0.4, 1], [-0.006, 0.020, 0.022, -0.002])[None] * s
        - (front[:, None] * 0.014 + 0.020 * front[:, None] * profile) * s
    )
    out = np.interp(profile, [0, 0.25, 0.4, 1], [0.001, 0.003, 0.008, 0.014])[None] * s + 0 * height
    points = neck_ring(student, azimuth[:, None], height, out)
    points = mesh.smoothed(points.reshape(-1, 3), grid_faces(25, 5), 3, 0.5).reshape(25, 5, 3)
    flat = points.reshape(-1, 3)
    weights = body_weights(student, flat, {"neck_01": 0.5, "spine_03": 0.5})
    neck = student.body.joints["neck_01"][0]
    return from_grid(
        "collar", points, ((1, 1), (2, 2), (4, 4)), weights, neck, colour=student.look.get("collar", "top"), folded=0.0
    )


def envelope(heights, reaches):
    """The least outward curve over points of a profile that never bends inwards (heights rise)."""
    hull = []
    for point in zip(heights, reaches):
        while len(hull) > 1:
            (y0, r0), (y1, r1) = hull[-2], hull[-1]
            if (r1 - r0) * (point[0] - y0) <= (point[1] - r0) * (y1 - y0):
                hull.pop()
            else:
                break
        hull.append(point)
    return np.interp(heights, [p[0] for p in hull], [p[1] for p in hull])


def headscarf(student):
    """A headscarf: drapes over head, neck and shoulders and leaves the face free."""
    scale, size = student.body.head_scale, student.body.stature / 1.5
    scalp, neck = student.scalp, student.body.joints["neck_01"][0]
    axis = np.array([0, 0, neck[2] + 0.014])
    azimuth = np.linspace(-np.pi, np.pi, SCARF[0], endpoint=False)
    low = neck[1] - np.interp(np.cos(azimuth), [-1, -0.3, 0.3, 1], [0.10, 0.035, 0.05, 0.125]) * size
    share = np.linspace(0, 1, 30)
    rise = np.radians(np.linspace(3, 86, 22))
    grid = np.zeros((*SCARF, 3))
    for i, turn in enumerate(azimuth):
        heading = direction(turn, 0.0)
        heights = low[i] + (scalp.middle[1] - low[i]) * share
        reach = np.zeros(30)
        for j, y in enumerate(heights):
            hit = student.collar_tree.ray_cast((axis + [0, y, 0] + heading * 0.4).tolist(), (-heading).tolist(), 0.4)
            reach[j] = 0.4 - hit[3] if hit[3] is not None else 0.02
        reach = np.minimum(reach, 0.118 * size)
        reach[-1] = max(reach[-1], (scalp.middle + heading * scalp.radius(heading[None])[0] - axis) @ heading)
        reach = 0.72 * envelope(heights, reach) + 0.28 * reach + 0.010 * scale
        grid[i, :30] = axis + heading * reach[:, None] + heights[:, None] * [0, 1, 0]
        grid[i, 30:] = scalp.at(direction(turn, rise), 0.011 * scale)
    faces = grid_faces(*SCARF, True)
    points = mesh.smoothed(grid.reshape(-1, 3), faces, 14, 0.5)
    return scarf_part(student, points, faces, scale)


def scarf_part(student, points, faces, scale):
    """Cuts the face opening out of the draped cloth, lays its rim on the face and makes simpler versions."""
    eye = 0.5 * (student.body.eyes["l"] + student.body.eyes["r"])
    middle = eye + [0, -0.024 * scale, 0]
    x = points[:, 0] / (0.060 * scale)
    y = (points[:, 1] - middle[1]) / (np.where(points[:, 1] > middle[1], 0.080, 0.094) * scale)
    value = np.where(points[:, 2] > eye[2] - 0.085 * scale, (np.abs(x) ** 2.2 + np.abs(y) ** 2.2) ** (1 / 2.2) - 1, 1.0)
    pull = np.zeros(len(points))
    for i in np.flatnonzero((np.abs(value) < 0.6) & (y > -0.85)):
        hit = student.face_tree.ray_cast((points[i] + [0, 0, 0.2]).tolist(), (0, 0, -1), 0.4)[0]
        if hit is not None:
            pull[i] = np.clip(hit[2] + 0.006 - points[i, 2], -0.022 * scale, 0) * np.clip(1.3 - abs(value[i]) / 0.45, 0, 1)
    near = mesh.neighbours(len(points), faces)
    for _ in range(10):
        pull = 0.4 * pull + 0.6 * (near @ pull)
    points[:, 2] += 1.35 * pull
    piece = mesh.Piece.of(len(points), faces.tolist())
    piece.split(value, True)
    piece.triangulate()
    # Left and right share their places, so that there is no seam.
    around = 1 - np.abs(2 * np.arange(SCARF[0]) / SCARF[0] - 1)
    across, along = np.meshgrid(around, np.linspace(1, 0, SCARF[1]), indexing="ij")
    places = piece.mix @ places_in(PATCH, across, along)
    cloth = piece.mix @ points
    triangles = outward(cloth, piece.triangles(), student.body.joints["head"][0] + [0, -0.03, 0])
    found = simplify(cloth, triangles, np.zeros(len(triangles), int), (950, 330, 150))
    normals = mesh.normals(cloth, triangles)
    versions = [version for version, _ in found]
    return solid("scarf", BODY, 1, cloth, normals, places, student.bone_shares(cloth), versions, colour="scarf", folded=1.0)


def rod(path, radius, sides=5):
    """A thin tube along a path."""
    path = np.asarray(path, float)
    along = np.gradient(path, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    helper = np.where(np.abs(along[:, 1:2]) > 0.8, [[1.0, 0, 0]], [[0, 1.0, 0]])
    side = np.cross(along, helper)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    other = np.cross(along, side)
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    ring = np.cos(turn)[:, None, None] * side[None] + np.sin(turn)[:, None, None] * other[None]
    points = path[None] + radius * ring
    faces = grid_faces(sides, len(path), True)
    flat = points.reshape(-1, 3)
    return flat, faces, ring.reshape(-1, 3)


def glasses(student):
    """Round or squarish frames with arms over the ears."""
    body, s = student.body, student.body.head_scale
    square = student.look.get("glasses") == "square"
    bits = []
    for side, sign in (("l", 1), ("r", -1)):
        eye = body.eyes[side]
        turn = np.linspace(0, 2 * np.pi, 12)
        power = 0.55 if square else 0.85
        x = np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** power * 0.0245 * s
        y = np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** power * 0.019 * s
        front = eye[2] + 0.030 * s
        rim = np.stack(
            [eye[0] + sign * 0.001 + x, eye[1] - 0.003 * s + y, front - 6.0 * x * x / s - 0.10 * np.abs(x) * (x * sign > 0)], -1
        )
        bits.append(rod(rim, 0.00135 * s, 4))
        corner = np.array([eye[0] + sign * 0.026 * s, eye[1] + 0.004 * s, front - 0.009 * s])
        ear = student.ear(side)
        bits.append(
            rod(
                [
                    corner,
                    [ear[0] + sign * 0.001, eye[1] + 0.002 * s, corner[2] - 0.03],
                    ear + [0, 0.004, 0],
                    ear + [0, -0.016, -0.014],
                ],
                0.0013 * s,
                4,
            )
        )
    left, right = body.eyes["l"], body.eyes["r"]
    bridge = np.linspace(right + [0.024 * s, 0, 0.029 * s], left + [-0.024 * s, 0, 0.029 * s], 5)
    bridge[1:4, 1] += 0.003 * s
    bridge[1:4, 2] += 0.002 * s
    bits.append(rod(bridge, 0.0014 * s, 4))
    return joined("glasses", student, bits, "frames")


def hearing_aids(student):
    """A small case behind each ear and a clear tube into it."""
    bits, s = [], student.body.head_scale
    for side, sign in (("l", 1), ("r", -1)):
        ear = student.ear(side)
        case = np.array([[0.002, 0.012, 0.004], [0.003, 0.010, -0.006], [0.003, 0.0, -0.012], [0.003, -0.012, -0.012]]) * s
        bits.append(rod(ear + case * [sign, 1, 1] + [sign * 0.004, 0, -0.004], 0.0042 * s, 6))
        tube = np.array([[0.003, 0.012, 0.004], [0.010, 0.008, 0.012], [0.010, -0.010, 0.016]]) * s
        bits.append(rod(ear + tube * [sign, 1, 1], 0.0012 * s, 4))
    return joined("hearing_aid", student, bits, "aid")


def ties(student, found):
    """Bands around tails of hair."""
    bits = []
    for middle, heading, radius in found:
        axis = np.asarray(heading) / np.linalg.norm(heading)
        side = np.cross(axis, [1.0, 0.3, 0])
        side /= np.linalg.norm(side)
        turn = np.linspace(0, 2 * np.pi, 11)[:, None]
        bits.append(rod(middle + radius * (np.cos(turn) * side + np.sin(turn) * np.cross(axis, side)), radius * 0.42, 5))
    return [joined("tie", student, bits, "tie_colour")] if bits else []


def joined(name, student, bits, colour):
    """Thin things on the head as one part; they are not there in the simplest version."""
    points, faces, normals, count = [], [], [], 0
    for p, f, n in bits:
        points.append(p), faces.append(f + count), normals.append(n)
        count += len(p)
    points, faces, normals = np.concatenate(points), np.concatenate(faces), np.concatenate(normals)
    across = np.cross(points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]])
    turned = (across * normals[faces[:, 0]]).sum(1) < 0
    faces[turned] = faces[turned][:, ::-1]
    left, top = SMALL[name]
    places = np.tile([(left + 5) / HALF, (top + 5) / HALF], (len(points), 1))
    weights = body_weights(student, points, {"head": 1.0})
    return solid(name, BODY, 1, points, normals, places, weights, [faces, faces], colour=colour, box=(left, top, 10, 10))


def worn(student):
    """Parts for what a student wears besides clothes."""
    look, result = student.look, []
    student.collar_tree = Obstacle(
        [(p.fine_points, p.template.triangles) for p in (student.part(student.top), student.by_name["head"])]
    ).tree
    head = student.by_name["head"]
    student.face_tree = Obstacle([(head.fine_points, head.template.triangles)]).tree
    if look["outfit"] in ("hoodie", "zip") and look["hair"] != "wisps":
        result.append(hood(student))
    if look["outfit"] in ("shirt", "polo"):
        result.append(collar(student))
    if look.get("scarf"):
        student.scarf_tree = student.collar_tree
        result.append(headscarf(student))
    if look.get("glasses"):
        result.append(glasses(student))
    if look.get("hearing_aids"):
        result.append(hearing_aids(student))
    return result


def painted(part, student):
    """Texels and colours of such a part."""
    look, colour = student.look, part.info["colour"]
    look = {"tie_colour": look["top"], **look}
    flat = {"frames": look.get("frame_colour", "2a2a2e"), "aid": look.get("aid_colour", "c9c4ba")}
    base = srgb(flat.get(colour) or look.get(colour) or colour)
    if "box" in part.info:
        left, top, width, height = part.info["box"]
        x, y = np.meshgrid(np.arange(left, left + width), np.arange(top, top + height))
        numbers = (y * HALF + x).ravel()
        return numbers, np.tile(base, (len(numbers), 1))
    left = (part.points[part.versions[0]].mean(1)[:, 0] > 0).astype(float)
    numbers, owner, share = texels(part.places * HALF, part.versions[0], left if part.name == "scarf" else None)
    points = np.einsum("tc,tcd->td", share, part.points[part.versions[0][owner]])
    sky = np.einsum("tc,tc->t", share, part.shade[part.versions[0][owner]])
    sky = 1 - (1 - sky) * (0.55 if part.name == "scarf" else 0.65)
    fold = part.info["folded"] * 0.10 * lump(points, np.array([16.0, 7.0, 16.0]), 21)
    grain = 0.03 * lump(points, 130.0, 22)
    return numbers, base * ((0.42 + 0.58 * sky) * (1 + fold + grain))[:, None]
