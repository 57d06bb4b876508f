"""Makes a room's GLB smaller: lightmap coordinates and colours as 16-bit shares of one instead of 32-bit floats."""

import array
import struct

import gltf_read

FLOAT, USHORT = 5126, 5123
CHANNELS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}


def compact(path, write):
    """Rewrite the file with ``write`` (path, document, binary); every accessor keeps a view of its own."""
    document, binary = gltf_read.load(path)
    small, colours = set(), set()
    for mesh in document["meshes"]:
        for primitive in mesh["primitives"]:
            small |= {index for name, index in primitive["attributes"].items() if name in ("TEXCOORD_1", "COLOR_0")}
            colours |= {index for name, index in primitive["attributes"].items() if name == "COLOR_0"}
    replaced = {}
    for index in small:
        accessor = document["accessors"][index]
        if accessor["componentType"] == FLOAT:
            replaced[accessor["bufferView"]] = shares(document, binary, accessor, index in colours)
    write(path, document, rebuild(document, binary, replaced))


def shares(document, binary, accessor, colour):
    """Bytes of an accessor's values as 16-bit shares; colours get a fourth channel, so that rows stay aligned."""
    view, width = document["bufferViews"][accessor["bufferView"]], CHANNELS[accessor["type"]]
    values = array.array("f", binary[view["byteOffset"] : view["byteOffset"] + view["byteLength"]])
    rounded = [min(65535, max(0, round(value * 65535))) for value in values]
    rows = [rounded[start : start + width] for start in range(0, len(rounded), width)]
    if colour and width == 3:
        rows = [row + [65535] for row in rows]
        accessor["type"] = "VEC4"
    accessor["componentType"], accessor["normalized"] = USHORT, True
    accessor.pop("min", None)
    accessor.pop("max", None)
    return struct.pack(f"<{len(rows) * len(rows[0])}H", *(value for row in rows for value in row))


def rebuild(document, binary, replaced):
    """New binary chunk with the replaced views; offsets and lengths in the document follow."""
    out = bytearray()
    for number, view in enumerate(document["bufferViews"]):
        start = view.get("byteOffset", 0)
        data = replaced.get(number, binary[start : start + view["byteLength"]])
        view["byteOffset"], view["byteLength"] = len(out), len(data)
        out += data + b"\0" * (-len(data) % 4)
    document["buffers"] = [{"byteLength": len(out)}]
    return bytes(out)
