"""A quick look without Blender: draws models from their GLB files with numpy.

`python quick.py OUT.png KIND LEVEL CLIP FRAME TURN MODEL.glb ...`; KIND is heads or bodies, TURN degrees about the upright axis.
"""

import io
import json
import struct
import sys
from pathlib import Path

import numpy as np
from PIL import Image

COMPONENTS = {5121: np.uint8, 5123: np.uint16, 5126: np.float32}
KINDS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
SKY = np.array([0.72, 0.75, 0.80])


class Model:
    """A GLB file."""

    def __init__(self, path):
        self.path, data = Path(path), Path(path).read_bytes()
        size = struct.unpack("<I", data[12:16])[0]
        self.document, self.binary = json.loads(data[20 : 20 + size]), data[28 + size :]
        self.pictures = {}

    def array(self, number):
        """An accessor's values; normalized ones as shares."""
        accessor = self.document["accessors"][number]
        kind, width = COMPONENTS[accessor["componentType"]], KINDS[accessor["type"]]
        view = self.document["bufferViews"][accessor["bufferView"]]
        values = np.frombuffer(self.binary, kind, accessor["count"] * width, view.get("byteOffset", 0)).reshape(-1, width)
        return values / np.iinfo(kind).max if accessor.get("normalized") else values

    def picture(self, material):
        """Base colour picture, linear, with cover."""
        texture = material["pbrMetallicRoughness"]["baseColorTexture"]["index"]
        number = self.document["textures"][texture]["source"]
        if number not in self.pictures:
            image = self.document["images"][number]
            if "uri" in image:
                picture = Image.open(self.path.parent / image["uri"])
            else:
                view = self.document["bufferViews"][image["bufferView"]]
                picture = Image.open(io.BytesIO(self.binary[view["byteOffset"] : view["byteOffset"] + view["byteLength"]]))
            values = np.asarray(picture.convert("RGBA"), float) / 255
            values[..., :3] **= 2.2
            self.pictures[number] = values
        return self.pictures[number]

    def joint_matrices(self, clip, frame):
        """Skinning matrices at a frame of a clip."""
        nodes = [dict(node) for node in self.document["nodes"]]
        animation = next(a for a in self.document["animations"] if a["name"] == clip)
        for channel in animation["channels"]:
            sampler = animation["samplers"][channel["sampler"]]
            values = self.array(sampler["output"])
            times = self.array(sampler["input"])[:, 0]
            at = np.searchsorted(times, frame / 10 + 1e-4) - 1
            nodes[channel["target"]["node"]][channel["target"]["path"]] = values[np.clip(at, 0, len(values) - 1)]
        world = {}

        def visit(number, above):
            node = nodes[number]
            world[number] = above @ local_matrix(node)
            for child in node.get("children", []):
                visit(child, world[number])

        visit(self.document["scenes"][0]["nodes"][0], np.eye(4))
        skin = self.document["skins"][0]
        inverse = self.array(skin["inverseBindMatrices"]).reshape(-1, 4, 4).transpose(0, 2, 1)
        return np.stack([world[joint] for joint in skin["joints"]]) @ inverse


def local_matrix(node):
    """Matrix of a node."""
    x, y, z, w = node.get("rotation", (0, 0, 0, 1))
    matrix = np.eye(4)
    matrix[:3, :3] = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    matrix[:3, 3] = node.get("translation", (0, 0, 0))
    return matrix


def turned(degrees):
    """Rotation about the upright axis."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


class Canvas:
    """A picture with depth."""

    def __init__(self, width, height):
        self.colour = np.tile(SKY**2.2, (height, width, 1))
        self.depth = np.full((height, width), -np.inf)

    def triangle(self, points, attributes, shade):
        """Draws one triangle; points in pixels with depth."""
        a, b, c = points
        height, width = self.depth.shape
        low = np.maximum(np.floor(points[:, :2].min(0)), 0).astype(int)
        high = np.minimum(np.ceil(points[:, :2].max(0)) + 1, [width, height]).astype(int)
        area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        if (high <= low).any() or abs(area) < 1e-9:
            return
        x, y = np.arange(low[0], high[0])[None] + 0.5, np.arange(low[1], high[1])[:, None] + 0.5
        v = ((x - a[0]) * (c[1] - a[1]) - (y - a[1]) * (c[0] - a[0])) / area
        w = ((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / area
        u = 1 - v - w
        depth = u * a[2] + v * b[2] + w * c[2]
        inside = (u >= -1e-6) & (v >= -1e-6) & (w >= -1e-6) & (depth > self.depth[low[1] : high[1], low[0] : high[0]])
        if not inside.any():
            return
        share = np.stack([u[inside], v[inside], w[inside]], -1)
        colour, there = shade(share @ attributes, area)
        rows, columns = np.nonzero(inside)
        rows, columns = rows[there] + low[1], columns[there] + low[0]
        self.depth[rows, columns] = depth[inside][there]
        self.colour[rows, columns] = colour[there]


def shader(picture, factor, lights):
    """Shades texels by a few lights; attributes are normal, texture place, colour."""
    rows, columns = picture.shape[:2]

    def shade(values, area):
        normal = values[:, :3] / np.maximum(np.linalg.norm(values[:, :3], axis=1, keepdims=True), 1e-9)
        if area > 0:
            normal = -normal
        texel = picture[(values[:, 4] * rows).astype(int) % rows, (values[:, 3] * columns).astype(int) % columns]
        colour = texel[:, :3] * factor * values[:, 5:8]
        light = 0.5 + 0.22 * normal[:, 1]
        for heading, strength in lights:
            light = light + strength * np.clip(normal @ heading, 0, 1)
        return colour * light[:, None], texel[:, 3] > 0.45

    return shade


def draw(canvas, model, level, clip, frame, place):
    """Draws one model; `place` turns body points into pixels and depth."""
    matrices = model.joint_matrices(clip, frame)
    lights = [(np.array([-0.45, 0.5, 0.74]), 0.55), (np.array([0.8, 0.2, 0.5]), 0.15)]
    for node in model.document["nodes"]:
        if "mesh" not in node or not node["name"].endswith(f"_lod{level}"):
            continue
        primitive = model.document["meshes"][node["mesh"]]["primitives"][0]
        attribute = {name: model.array(number) for name, number in primitive["attributes"].items()}
        weights, joints = attribute["WEIGHTS_0"], attribute["JOINTS_0"].astype(int)
        blended = np.einsum("vj,vjab->vab", weights, matrices[joints])
        points = np.einsum("vab,vb->va", blended, np.c_[attribute["POSITION"], np.ones(len(weights))])[:, :3]
        normals = np.einsum("vab,vb->va", blended[:, :3, :3], attribute["NORMAL"])
        pixels, normals = place(points, normals)
        colours = attribute["COLOR_0"][:, :3] if "COLOR_0" in attribute else np.ones((len(points), 3))
        attributes = np.c_[normals, attribute["TEXCOORD_0"], colours]
        material = model.document["materials"][primitive["material"]]
        factor = np.array(material["pbrMetallicRoughness"].get("baseColorFactor", [1, 1, 1, 1])[:3])
        shade = shader(model.picture(material), factor, lights)
        for face in model.array(primitive["indices"]).reshape(-1, 3).astype(int):
            canvas.triangle(pixels[face], attributes[face], shade)


def viewer(target, turn, scale, left, top, cell):
    """A function that turns body points into pixels of one cell, and depth."""

    def place(points, normals):
        seen = (points - target) @ turn.T
        x, y = left + cell[0] / 2 + seen[:, 0] * scale, top + cell[1] / 2 - seen[:, 1] * scale
        inside = np.c_[np.clip(x, left, left + cell[0] - 0.01), np.clip(y, top, top + cell[1] - 0.01), seen[:, 2]]
        return inside, normals @ turn.T

    return place


def main(out, kind, level, clip, frame, turn, paths):
    """Draws all models in a grid."""
    heads = kind == "heads"
    cell = (260, 300) if heads else (260, 460)
    columns = min(len(paths), 7 if heads else 8)
    rows = -(-len(paths) // columns)
    canvas = Canvas(cell[0] * columns, cell[1] * rows)
    for number, path in enumerate(paths):
        model = Model(path)
        middle = np.array([0, 0.93 if clip in ("stand", "walk") else 0.72, 0.12])
        target = centre_of_head(model, clip, frame) if heads else middle
        degrees = turn or ((0, 28, -28)[number % 3] if heads else 0)
        left, top = number % columns * cell[0], number // columns * cell[1]
        place = viewer(target, turned(degrees), 760 if heads else 235, left, top, cell)
        draw(canvas, model, level, clip, frame, place)
    picture = (np.clip(canvas.colour, 0, 1) ** (1 / 2.2) * 255).astype(np.uint8)
    Image.fromarray(picture).save(out)


def matrix_of_rest(model, node):
    """Rest matrix of a joint."""
    skin = model.document["skins"][0]
    inverse = model.array(skin["inverseBindMatrices"]).reshape(-1, 4, 4).transpose(0, 2, 1)
    return np.linalg.inv(inverse[skin["joints"].index(node)])


def centre_of_head(model, clip, frame):
    """Middle of the face in a pose: between the eyes and a little lower."""
    joints = model.document["skins"][0]["joints"]
    matrices = model.joint_matrices(clip, frame)
    found = []
    for name in ("eye_l", "eye_r"):
        node = next(i for i, n in enumerate(model.document["nodes"]) if n["name"] == name)
        found.append((matrices[joints.index(node)] @ matrix_of_rest(model, node))[:3, 3])
    return np.mean(found, 0) + [0, -0.02, 0]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], float(sys.argv[5]), float(sys.argv[6]), sys.argv[7:])
