"""Reads facts from GLB files with nothing but Python's standard library."""

import json
import struct


def load(path):
    """JSON and binary chunk of a GLB file."""
    data = path.read_bytes()
    length = struct.unpack_from("<I", data, 12)[0]
    return json.loads(data[20 : 20 + length]), data[28 + length :]


def facts(path):
    """Names, triangles, draws, lightmapped meshes and animations of a file."""
    document, _ = load(path)
    count = draws = 0
    lit = []
    for mesh in document.get("meshes", []):
        for primitive in mesh["primitives"]:
            draws += 1
            index = primitive.get("indices", primitive["attributes"]["POSITION"])
            count += document["accessors"][index]["count"] // 3
        if all("TEXCOORD_1" in primitive["attributes"] for primitive in mesh["primitives"]):
            lit.append(mesh["name"])
    return {
        "nodes": [node.get("name", "") for node in document.get("nodes", [])],
        "triangles": count,
        "draws": draws,
        "lightmapped": sorted(lit),
        "animations": [clip["name"] for clip in document.get("animations", [])],
    }
