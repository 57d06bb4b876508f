"""Writes a student as a GLB file."""

import json
import struct

import numpy as np

FLOAT, SHORT, BYTE = 5126, 5123, 5121
ARRAY, ELEMENT = 34962, 34963


class File:
    """A glTF document that is being filled."""

    def __init__(self):
        self.data = bytearray()
        self.document = {
            "asset": {"version": "2.0", "generator": "Proefles students"},
            "scene": 0, "scenes": [], "nodes": [], "meshes": [], "materials": [], "skins": [], "animations": [],
            "accessors": [], "bufferViews": [], "textures": [], "images": [], "samplers": [{"magFilter": 9729, "minFilter": 9987}],
        }  # fmt: skip
        self.known = {}

    def view(self, data, target=None):
        """Adds bytes."""
        self.data += b"\0" * (-len(self.data) % 4)
        view = {"buffer": 0, "byteOffset": len(self.data), "byteLength": len(data)}
        if target:
            view["target"] = target
        self.data += data
        self.document["bufferViews"].append(view)
        return len(self.document["bufferViews"]) - 1

    def accessor(self, array, kind, component=FLOAT, target=None, normalized=False, bounds=False):
        """Adds an array; the same content is kept once."""
        array = np.ascontiguousarray(array)
        key = (array.tobytes(), kind, component, target)
        if key in self.known:
            return self.known[key]
        entry = {"bufferView": self.view(array.tobytes(), target), "componentType": component, "count": len(array), "type": kind}
        if normalized:
            entry["normalized"] = True
        if bounds:
            flat = array.reshape(len(array), -1)
            entry["min"], entry["max"] = flat.min(0).tolist(), flat.max(0).tolist()
        self.known[key] = self.add("accessors", entry)
        return self.known[key]

    def add(self, where, entry):
        """Adds an entry and returns its number."""
        self.document[where].append(entry)
        return len(self.document[where]) - 1

    def sparse(self, offsets):
        """Adds a mostly empty array of offsets."""
        at = np.flatnonzero(np.abs(offsets).max(1) > 6e-5)
        entry = {"componentType": FLOAT, "count": len(offsets), "type": "VEC3"}
        kept = np.zeros_like(offsets, np.float32)
        kept[at] = offsets[at]
        entry["min"], entry["max"] = kept.min(0).tolist(), kept.max(0).tolist()
        if len(at):
            entry["sparse"] = {
                "count": len(at),
                "indices": {"bufferView": self.view(at.astype(np.uint16).tobytes()), "componentType": SHORT},
                "values": {"bufferView": self.view(kept[at].tobytes())},
            }
        return self.add("accessors", entry)

    def write(self, path):
        """Writes the file and returns its size."""
        document = {key: value for key, value in self.document.items() if value != []}
        self.data += b"\0" * (-len(self.data) % 4)
        document["buffers"] = [{"byteLength": len(self.data)}]
        text = json.dumps(document, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        total = 28 + len(text) + len(self.data)
        head = struct.pack("<4sIIII", b"glTF", 2, total, len(text), 0x4E4F534A)
        path.write_bytes(head + text + struct.pack("<II", len(self.data), 0x004E4942) + bytes(self.data))
        return total


def four_weights(weights):
    """The four strongest joints of each vertex and their shares as bytes that add up to 255."""
    order = np.argsort(-weights, 1)[:, :4]
    share = np.take_along_axis(weights, order, 1)
    share = share / np.maximum(share.sum(1, keepdims=True), 1e-9)
    whole = np.floor(share * 255).astype(int)
    whole[:, 0] += 255 - whole.sum(1)
    order = np.where(whole > 0, order, 0)
    return order.astype(np.uint8), whole.astype(np.uint8)


def primitive(file, arrays, triangles, material, targets=()):
    """A primitive with only the vertices its triangles use. `arrays` has points, normals, places and more."""
    used, packed = np.unique(triangles, return_inverse=True)
    taken = {name: array[used] for name, array in arrays.items()}
    joints, weights = four_weights(taken["weights"])
    attributes = {
        "POSITION": file.accessor(taken["points"].astype(np.float32), "VEC3", target=ARRAY, bounds=True),
        "NORMAL": file.accessor(taken["normals"].astype(np.float32), "VEC3", target=ARRAY),
        "JOINTS_0": file.accessor(joints, "VEC4", BYTE, ARRAY),
        "WEIGHTS_0": file.accessor(weights, "VEC4", BYTE, ARRAY, normalized=True),
    }
    for name, semantic in (("places", "TEXCOORD_0"), ("detail", "TEXCOORD_1")):
        if name in taken:
            short = np.round(np.clip(taken[name], 0, 1) * 65535).astype(np.uint16)
            whole = taken[name].min() < 0 or taken[name].max() > 1
            attributes[semantic] = (
                file.accessor(taken[name].astype(np.float32), "VEC2", target=ARRAY)
                if whole
                else file.accessor(short, "VEC2", SHORT, ARRAY, normalized=True)
            )
    if "colours" in taken:
        colours = np.round(np.clip(taken["colours"], 0, 1) * 255).astype(np.uint8)
        attributes["COLOR_0"] = file.accessor(colours, "VEC4", BYTE, ARRAY, normalized=True)
    indices = file.accessor(packed.reshape(-1).astype(np.uint16), "SCALAR", SHORT, ELEMENT)
    result = {"attributes": attributes, "indices": indices, "material": material}
    if len(targets):
        result["targets"] = [{"POSITION": file.sparse(offsets[used].astype(np.float32))} for offsets in targets]
    return result


def clips(file, recorded, node_of):
    """Adds the clips: rotations of all joints; places of the pelvis, and of all in `stand`."""
    for name, frames in recorded.items():
        times = np.arange(len(frames), dtype=np.float32) / 10
        many = file.accessor(times, "SCALAR", bounds=True)
        ends = file.accessor(times[[0, -1]], "SCALAR", bounds=True)
        channels, samplers = [], []
        for joint, node in node_of.items():
            turns = np.array([[q.x, q.y, q.z, q.w] for q, _ in (frame[joint] for frame in frames)], np.float32)
            turns /= np.linalg.norm(turns, axis=1, keepdims=True)
            places = np.array([tuple(place) for _, place in (frame[joint] for frame in frames)], np.float32)
            tracks = [("rotation", turns, "VEC4")]
            if joint == "pelvis" or name == "stand":
                tracks.append(("translation", places, "VEC3"))
            for path, values, kind in tracks:
                still = np.abs(values - values[0]).max() < 2e-5
                output = file.accessor(values[[0, 0]] if still else values, kind)
                samplers.append(
                    {"input": ends if still else many, "interpolation": "STEP" if still else "LINEAR", "output": output}
                )
                channels.append({"sampler": len(samplers) - 1, "target": {"node": node, "path": path}})
        file.add("animations", {"name": name, "channels": channels, "samplers": samplers})
