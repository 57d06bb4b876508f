"""Gives the middle and the far detail of each student the colours of the full one.

The baked pictures of the simpler bodies lie in hundreds of pieces a pixel apart: from two metres faces have specks. Here
each triangle of a simpler body takes its place on the pictures of the full body and face, from the piece that lies
nearest, and both details share one picture of body and face side by side.

    python tools/art/students_atlas.py assets/models/students/*.glb    # in place; then manifest.py

Needs numpy, scipy and pillow. Running it again changes nothing.
"""

import io
import json
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage
from scipy.spatial import cKDTree

import gltf_read

# Half of the shared picture: body left, face right, in pixels.
HALF = 512
# Skin so far below hair, in metres, takes its colour fully, or begins to: simpler hair leaves gaps.
UNDER_HAIR = (0.006, 0.014)
# A face that looks the other way is this much further away, in metres.
TURNED_AWAY = 0.03
KINDS = {5121: np.uint8, 5123: np.uint16, 5125: np.uint32, 5126: np.float32}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


class Model:
    """A GLB file whose parts can be read, replaced and written again."""

    def __init__(self, path):
        self.path = path
        self.document, self.binary = gltf_read.load(path)

    def view(self, number):
        view = self.document["bufferViews"][number]
        start = view.get("byteOffset", 0)
        return self.binary[start : start + view["byteLength"]]

    def array(self, number):
        accessor = self.document["accessors"][number]
        width, kind = WIDTHS[accessor["type"]], KINDS[accessor["componentType"]]
        data = np.frombuffer(self.view(accessor["bufferView"]), kind, accessor["count"] * width, accessor.get("byteOffset", 0))
        return data.reshape(accessor["count"], width)

    def add(self, data, target=None, **accessor):
        """Appends data; gives the number of its view, or of its accessor where its type is said."""
        self.binary += b"\0" * (-len(self.binary) % 4)
        view = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data)}
        self.binary += data
        self.document["bufferViews"].append(view | ({"target": target} if target else {}))
        if not accessor:
            return len(self.document["bufferViews"]) - 1
        accessor["bufferView"] = len(self.document["bufferViews"]) - 1
        self.document["accessors"].append(accessor)
        return len(self.document["accessors"]) - 1

    def mesh(self, part, detail):
        return next((m for m in self.document["meshes"] if m["name"].endswith(f"_{part}_lod{detail}")), None)

    def picture(self, mesh, mode="RGB"):
        material = self.document["materials"][mesh["primitives"][0]["material"]]
        texture = material["pbrMetallicRoughness"]["baseColorTexture"]["index"]
        image = self.document["images"][self.document["textures"][texture]["source"]]
        return Image.open(io.BytesIO(self.view(image["bufferView"]))).convert(mode)

    def write(self):
        """Writes what is used, and nothing else."""
        document = self.document
        drop_unused_textures(document)
        used_images = sorted({t["source"] for t in document["textures"]})
        for texture in document["textures"]:
            texture["source"] = used_images.index(texture["source"])
        document["images"] = [document["images"][at] for at in used_images]
        self.drop_unused_accessors()
        self.pack()
        text = json.dumps(document, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        head = b"glTF" + (2).to_bytes(4, "little")
        chunks = len(text).to_bytes(4, "little") + b"JSON" + text
        chunks += len(self.binary).to_bytes(4, "little") + b"BIN\0" + self.binary
        self.path.write_bytes(head + (12 + len(chunks)).to_bytes(4, "little") + chunks)

    def holders(self):
        """Every place in the document that names an accessor: container and key."""
        for mesh in self.document["meshes"]:
            for primitive in mesh["primitives"]:
                yield primitive, "indices"
                for group in [primitive["attributes"], *primitive.get("targets", [])]:
                    yield from ((group, name) for name in group)
        for skin in self.document["skins"]:
            yield skin, "inverseBindMatrices"
        for clip in self.document["animations"]:
            for sampler in clip["samplers"]:
                yield sampler, "input"
                yield sampler, "output"

    def drop_unused_accessors(self):
        used = sorted({holder[key] for holder, key in self.holders()})
        place = {old: new for new, old in enumerate(used)}
        for holder, key in list(self.holders()):
            holder[key] = place[holder[key]]
        self.document["accessors"] = [self.document["accessors"][at] for at in used]

    def pack(self):
        document = self.document
        # Pictures in files of their own have no view.
        users = [user for user in document["accessors"] + document["images"] if "bufferView" in user]
        for accessor in document["accessors"]:
            users += [accessor["sparse"][part] for part in ("indices", "values") if "sparse" in accessor]
        used = sorted({user["bufferView"] for user in users})
        binary = b""
        views = []
        for at in used:
            binary += b"\0" * (-len(binary) % 4)
            views.append(document["bufferViews"][at] | {"byteOffset": len(binary)})
            binary += self.view(at)
        for user in users:
            user["bufferView"] = used.index(user["bufferView"])
        document["bufferViews"] = views
        self.binary = binary + b"\0" * (-len(binary) % 4)
        document["buffers"] = [{"byteLength": len(self.binary)}]


def drop_unused_textures(document):
    """Drops textures that no material names."""
    holders = []
    for material in document["materials"]:
        for holder in (material, material["pbrMetallicRoughness"]):
            holders += [value for word, value in holder.items() if word.endswith("Texture")]
    used = sorted({holder["index"] for holder in holders})
    for holder in holders:
        holder["index"] = used.index(holder["index"])
    document["textures"] = [document["textures"][at] for at in used]


def closest(point, triangles):
    """Barycentric place of the closest point of each triangle to a point, and how far it is."""
    a, b, c = triangles[:, 0], triangles[:, 1], triangles[:, 2]
    ab, ac, ap = b - a, c - a, point - a
    d00, d01, d11 = (ab * ab).sum(1), (ab * ac).sum(1), (ac * ac).sum(1)
    d20, d21 = (ap * ab).sum(1), (ap * ac).sum(1)
    under = d00 * d11 - d01 * d01
    under = np.where(np.abs(under) < 1e-14, 1e-14, under)
    v, w = (d11 * d20 - d01 * d21) / under, (d00 * d21 - d01 * d20) / under
    places = np.stack([1 - v - w, v, w], 1)
    # Outside a triangle: clamped to it, which is exact enough for triangles of a few millimetres.
    places = np.clip(places, 0, None)
    places /= places.sum(1, keepdims=True)
    found = (places[:, :, None] * triangles).sum(1)
    return places, np.linalg.norm(found - point, axis=1)


class Source:
    """The full body and face, as triangles with their place on the shared picture."""

    def __init__(self, model):
        corners, places, pieces = [], [], []
        for side, part in enumerate(("body", "face")):
            primitive = model.mesh(part, 0)["primitives"][0]
            positions = model.array(primitive["attributes"]["POSITION"])
            uv = model.array(primitive["attributes"]["TEXCOORD_0"])
            faces = model.array(primitive["indices"]).reshape(-1, 3).astype(int)
            pieces.append(connected(positions, uv, faces) + (max(pieces[-1]) + 1 if pieces else 0))
            corners.append(positions[faces])
            places.append(uv[faces] * (0.5, 1.0) + (0.5 * side, 0.0))
        self.corners, self.places, self.pieces = (np.concatenate(x) for x in (corners, places, pieces))
        across = np.cross(self.corners[:, 1] - self.corners[:, 0], self.corners[:, 2] - self.corners[:, 0])
        self.normals = across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-12)
        samples = np.concatenate([self.corners.mean(1), *(self.corners[:, at] for at in range(3))])
        self.of_sample = np.tile(np.arange(len(self.corners)), 4)
        self.tree = cKDTree(samples)

    def near(self, point, count):
        return np.unique(self.of_sample[self.tree.query(point, count)[1]])

    def piece(self, point, normal):
        """The piece of the picture that a triangle lies on."""
        near = self.near(point, 40)
        _, far = closest(point, self.corners[near])
        far = far + TURNED_AWAY * (self.normals[near] @ normal < 0)
        return self.pieces[near[far.argmin()]]

    def place(self, point, piece):
        near = self.near(point, 60)
        near = near[self.pieces[near] == piece]
        if not len(near):
            near = np.flatnonzero(self.pieces == piece)
        places, far = closest(point, self.corners[near])
        best = far.argmin()
        return (places[best][:, None] * self.places[near[best]]).sum(0)


def connected(positions, uv, faces):
    """Which connected piece of the picture each triangle is on."""
    keys = np.round(np.concatenate([positions * 1e5, uv * 1e5], 1)).astype(np.int64)
    _, welded = np.unique(keys, axis=0, return_inverse=True)
    faces = welded.reshape(-1)[faces]
    parent = np.arange(faces.max() + 1)

    def root(at):
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for a, b, c in faces:
        parent[root(b)] = root(a)
        parent[root(c)] = root(a)
    roots = np.array([root(a) for a in faces[:, 0]])
    return np.unique(roots, return_inverse=True)[1]


def shared_picture(model, source):
    """Body and face side by side; what no triangle covers takes the colour beside it, so that no edge bleeds."""
    halves = [model.picture(model.mesh(part, 0)).resize((HALF, HALF), Image.LANCZOS) for part in ("body", "face")]
    picture = np.concatenate([np.asarray(half) for half in halves], 1)
    size = np.array([2 * HALF, HALF])
    covered = np.zeros((HALF, 2 * HALF), bool)
    skin = np.full((HALF, 2 * HALF, 3), np.nan)
    for corners, points in zip(source.places * size, source.corners):
        low = np.floor(corners.min(0)).astype(int).clip(0, size - 1)
        high = np.ceil(corners.max(0)).astype(int).clip(0, size - 1)
        x, y = np.meshgrid(np.arange(low[0], high[0] + 1) + 0.5, np.arange(low[1], high[1] + 1) + 0.5)
        sides = [cross2(corners[at], corners[(at + 1) % 3], x, y) for at in range(3)]
        inside = np.all([side >= 0 for side in sides], 0) | np.all([side <= 0 for side in sides], 0)
        covered[low[1] : high[1] + 1, low[0] : high[0] + 1] |= inside
        whole = sum(sides)
        whole = np.where(np.abs(whole) < 1e-9, 1e-9, whole)
        # A side's share is that of the corner opposite to it.
        at = sum((sides[(corner + 1) % 3] / whole)[..., None] * points[corner] for corner in range(3))
        skin[low[1] : high[1] + 1, low[0] : high[0] + 1][inside] = at[inside]
    picture = under_hair(model, picture, skin)
    beside = ndimage.distance_transform_edt(~covered, return_distances=False, return_indices=True)
    picture = picture[beside[0], beside[1]]
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "JPEG", quality=88)
    return out.getvalue()


def under_hair(model, picture, skin):
    """Skin under hair has the hair's colour, so that gaps in simpler hair are not bald."""
    mesh = model.mesh("hair", 0)
    if mesh is None:
        return picture
    primitive = mesh["primitives"][0]
    positions = model.array(primitive["attributes"]["POSITION"])
    faces = model.array(primitive["indices"]).reshape(-1, 3).astype(int)
    tree = cKDTree(np.concatenate([positions, positions[faces].mean(1)]))
    material = model.document["materials"][primitive["material"]]["pbrMetallicRoughness"]
    texels = np.asarray(model.picture(mesh, "RGBA")).reshape(-1, 4) / 255
    strands = (texels[texels[:, 3] > 0.5, :3] ** 2.2).mean(0)
    # As dark as what lies below hair; linear light to the picture's.
    tint = 0.25 * strands * material.get("baseColorFactor", [1, 1, 1, 1])[:3]
    colour = 255 * np.clip(tint, 0, 1) ** (1 / 2.2)
    known = ~np.isnan(skin[:, :, 0])
    far = tree.query(skin[known], 3)[0].max(1)
    share = np.zeros(known.shape)
    share[known] = np.clip((UNDER_HAIR[1] - far) / (UNDER_HAIR[1] - UNDER_HAIR[0]), 0, 1)
    # The body's half has no skin under hair but collars.
    share[:, :HALF] = 0
    mixed = picture * (1 - share[..., None]) + colour * share[..., None]
    return mixed.round().astype(np.uint8)


def cross2(a, b, x, y):
    return (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])


def transfer(model, source, mesh, material):
    """Moves a simpler body onto the shared picture."""
    primitive = mesh["primitives"][0]
    arrays = {name: model.array(number) for name, number in primitive["attributes"].items()}
    faces = model.array(primitive["indices"]).reshape(-1, 3).astype(int)
    corners = arrays["POSITION"][faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    # A vertex of its own only where normals or pieces differ: those that only the old picture split are one again.
    rest = [name for name in arrays if name != "TEXCOORD_0"]
    same = np.concatenate([np.round(arrays[name].astype(float) * 1e4) for name in rest], 1)
    first = np.unique(same, axis=0, return_index=True, return_inverse=True)
    original = first[1][first[2].reshape(-1)]
    numbers, order, places, indices = {}, [], [], []
    for face, points, normal in zip(faces, corners, across):
        normal = normal / max(np.linalg.norm(normal), 1e-12)
        piece = source.piece(points.mean(0), normal)
        for vertex, point in zip(original[face], points):
            if (vertex, piece) not in numbers:
                numbers[vertex, piece] = len(order)
                order.append(vertex)
                places.append(source.place(point, piece))
            indices.append(numbers[vertex, piece])
    arrays = {name: data[order] for name, data in arrays.items()} | {"TEXCOORD_0": np.array(places, np.float32)}
    for name, data in arrays.items():
        old = model.document["accessors"][primitive["attributes"][name]]
        bounds = {"min": data.min(0).tolist(), "max": data.max(0).tolist()} if name == "POSITION" else {}
        primitive["attributes"][name] = model.add(
            data.tobytes(), 34962, componentType=old["componentType"], type=old["type"], count=len(data), **bounds
        )
    data = np.array(indices, np.uint16)
    primitive["indices"] = model.add(data.tobytes(), 34963, componentType=5123, type="SCALAR", count=len(data))
    primitive["material"] = material


def better(path):
    model = Model(path)
    names = [image.get("name", "") for image in model.document["images"]]
    if any(name.endswith("_shared_c") for name in names):
        return f"{path.name}: done before"
    source = Source(model)
    document = model.document
    name = document["meshes"][0]["name"].split("_")[0]
    view = model.add(shared_picture(model, source))
    document["images"].append({"name": f"{name}_shared_c", "mimeType": "image/jpeg", "bufferView": view})
    old = document["materials"][model.mesh("body", 1)["primitives"][0]["material"]]
    sampler = document["textures"][old["pbrMetallicRoughness"]["baseColorTexture"]["index"]].get("sampler")
    texture = {"source": len(document["images"]) - 1} | ({} if sampler is None else {"sampler": sampler})
    document["textures"].append(texture)
    materials = {}
    for detail in (1, 2):
        mesh = model.mesh("body", detail)
        number = mesh["primitives"][0]["material"]
        materials[detail] = number
        document["materials"][number]["pbrMetallicRoughness"]["baseColorTexture"] = {"index": len(document["textures"]) - 1}
        transfer(model, source, mesh, number)
    before = path.stat().st_size
    model.write()
    return f"{path.name}: {before} -> {path.stat().st_size} bytes"


if __name__ == "__main__":
    for given in sys.argv[1:]:
        print(better(Path(given)), flush=True)
