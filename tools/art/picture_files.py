"""Takes the pictures out of GLB files: each becomes a file of its own, which models with the same picture share."""

import hashlib

import gltf_read
import numpy as np

SUFFIX = {"image/jpeg": ".picture.jpg", "image/png": ".picture.png"}
"""Two-part endings: by them the application knows that a compressed copy may lie beside."""


class Use:
    """How models use a picture: as colour or as numbers, with parts that are not there, and where on bodies."""

    def __init__(self):
        self.colour = self.cut_out = False
        self.triangles = []


def take_out(models, write):
    """Move embedded pictures, and those that lie beside a model, to ``pictures/`` below its folder; drop what nobody uses.

    ``write`` (path, document, binary) writes a GLB file. Returns each picture's file with its use.
    """
    known, uses, beside = {}, {}, set()
    files = sorted(models.rglob("*.glb"))
    for file in files:
        for image in gltf_read.load(file)[0].get("images", []):
            if image.get("uri", "").startswith("pictures/"):
                picture = file.parent / image["uri"]
                known[hashlib.sha256(picture.read_bytes()).digest()] = picture
    for file in files:
        document, binary = gltf_read.load(file)
        beside |= {file.parent / image["uri"] for image in document.get("images", []) if is_beside(image)}
        if any([move(file, document, binary, image, known) for image in document.get("images", [])]):
            binary = without_unused_views(document, binary)
            write(file, document, binary)
        for number, image in enumerate(document.get("images", [])):
            use = uses.setdefault(file.parent / image["uri"], Use())
            note(document, binary, number, use)
    kept = set(uses) | {compressed(picture) for picture in uses}
    for folder in {picture.parent for picture in uses}:
        for left in set(folder.iterdir()) - kept:
            left.unlink()
    for moved in beside:
        moved.unlink()
    return uses


def is_beside(image):
    """Whether a picture lies beside the model as it was made."""
    return "uri" in image and not image["uri"].startswith("pictures/")


def compressed(picture):
    """The file with the compressed copy of a picture."""
    return picture.with_name(picture.name.split(".")[0] + ".ktx2")


def move(file, document, binary, image, known):
    """Make a file of one picture, unless the same is known; whether anything was to be done."""
    if image.get("uri", "").startswith("pictures/"):
        return False
    if "uri" in image:
        source = file.parent / image["uri"]
        kind, name = "image/" + source.suffix[1:].replace("jpg", "jpeg"), source.stem
        data = source.read_bytes()
    else:
        view = document["bufferViews"][image.pop("bufferView")]
        start = view.get("byteOffset", 0)
        data, kind, name = binary[start : start + view["byteLength"]], image.pop("mimeType"), image["name"]
    digest = hashlib.sha256(data).digest()
    if digest not in known:
        folder = file.parent / "pictures"
        folder.mkdir(exist_ok=True)
        known[digest] = folder / (name + SUFFIX[kind])
        known[digest].write_bytes(data)
    if known[digest].parent.parent != file.parent:
        raise SystemExit(f"{file.name} and {known[digest]} share a picture but no folder")
    image["uri"] = f"pictures/{known[digest].name}"
    return True


def without_unused_views(document, binary):
    """The binary chunk without what no accessor needs; numbers and offsets in the document follow."""
    holders = []
    for accessor in document.get("accessors", []):
        sparse = accessor.get("sparse", {})
        holders += [one for one in (accessor, sparse.get("indices"), sparse.get("values")) if one and "bufferView" in one]
    numbers = {number: at for at, number in enumerate(sorted({holder["bufferView"] for holder in holders}))}
    for holder in holders:
        holder["bufferView"] = numbers[holder["bufferView"]]
    out = bytearray()
    views = [document["bufferViews"][number] for number in numbers]
    for view in views:
        start = view.get("byteOffset", 0)
        data = binary[start : start + view["byteLength"]]
        view["byteOffset"] = len(out)
        out += data + b"\0" * (-len(data) % 4)
    document["bufferViews"], document["buffers"] = views, [{"byteLength": len(out)}]
    return bytes(out)


def note(document, binary, number, use):
    """Add how a model uses its picture of this number; triangles only of the full version of bodies."""
    for at, material in enumerate(document.get("materials", [])):
        surface = material.get("pbrMetallicRoughness", {})
        roles = {
            "colour": [surface.get("baseColorTexture"), material.get("emissiveTexture")],
            "numbers": [surface.get("metallicRoughnessTexture"), material.get("normalTexture")],
        }
        for role, textures in roles.items():
            for texture in textures:
                if texture is None or document["textures"][texture["index"]]["source"] != number:
                    continue
                use.colour |= role == "colour"
                use.cut_out |= role == "colour" and material.get("alphaMode", "OPAQUE") != "OPAQUE"
                if not use.cut_out:
                    use.triangles += corners(document, binary, at, f"TEXCOORD_{texture.get('texCoord', 0)}")


TYPES = {5121: np.uint8, 5123: np.uint16, 5125: np.uint32, 5126: np.float32}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}


def values(document, binary, number):
    """An accessor's rows; normalized integers as shares of one."""
    accessor = document["accessors"][number]
    kind, width = np.dtype(TYPES[accessor["componentType"]]), WIDTHS[accessor["type"]]
    view = document["bufferViews"][accessor["bufferView"]]
    start = view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
    rows = np.frombuffer(binary, kind, accessor["count"] * width, start).reshape(-1, width)
    return rows / np.iinfo(kind).max if accessor.get("normalized") else rows


def corners(document, binary, material, places):
    """Texture places of the corners of each triangle with this material, in the full version of a body."""
    found = []
    for mesh in document["meshes"]:
        if not mesh.get("name", "").endswith("_lod0"):
            continue
        for primitive in mesh["primitives"]:
            if primitive.get("material") == material and places in primitive["attributes"]:
                spots = values(document, binary, primitive["attributes"][places])
                indices = values(document, binary, primitive["indices"])[:, 0].astype(int)
                found.append(spots[indices].reshape(-1, 3, 2))
    return found
