"""Takes out of the students' models what they hold twice, and what nobody looks at.

The full body and face take the shared picture that `students_atlas.py` made for the simpler ones; hair and brows, the same
for all, come from two files beside the models; the hair's relief, which the program never uses, goes; clips keep the
rotations, the pelvis's path, and in `stand`, from which a body's measures are read, the place of every joint.

    python tools/art/students_trim.py assets/models/students/*.glb    # in place, after students_atlas.py; then manifest.py

Needs numpy, scipy and pillow. Running it again changes nothing.
"""

import sys
from pathlib import Path

import numpy as np

from students_atlas import Model

# The clip from which the program reads a body's measures.
MEASURED = "stand"
# Pictures that all students have alike.
COMMON = ("hair", "brow")


def image_of(document, texture):
    return document["images"][document["textures"][texture["index"]]["source"]]


def share(model):
    """Moves the full body and face onto the halves of the shared picture; the relief stays where it was."""
    document = model.document
    shared = document["materials"][model.mesh("body", 1)["primitives"][0]["material"]]
    picture = shared["pbrMetallicRoughness"]["baseColorTexture"]
    for part, left in (("body", 0.0), ("face", 0.5)):
        primitive = model.mesh(part, 0)["primitives"][0]
        material = document["materials"][primitive["material"]]
        if image_of(document, material["pbrMetallicRoughness"]["baseColorTexture"])["name"].endswith("_shared_c"):
            continue
        attributes = primitive["attributes"]
        places = model.array(attributes["TEXCOORD_0"])
        if "normalTexture" in material:
            attributes["TEXCOORD_1"] = attributes["TEXCOORD_0"]
            material["normalTexture"]["texCoord"] = 1
        moved = np.array(places, np.float32) * [0.5, 1.0] + [left, 0.0]
        attributes["TEXCOORD_0"] = model.add(
            moved.astype(np.float32).tobytes(), 34962, componentType=5126, type="VEC2", count=len(moved)
        )
        material["pbrMetallicRoughness"]["baseColorTexture"] = dict(picture)


def without_relief_of_hair(model):
    for material in model.document["materials"]:
        if material["name"].endswith("_hair"):
            material.pop("normalTexture", None)


def common_pictures(model, folder):
    """Puts the pictures that all have alike beside the models."""
    for image in model.document["images"]:
        if image["name"] not in COMMON or "uri" in image:
            continue
        data = model.view(image.pop("bufferView"))
        image.pop("mimeType")
        image["uri"] = f"{image['name']}.png"
        file = folder / image["uri"]
        if file.exists() and file.read_bytes() != data:
            raise SystemExit(f"{model.path.name} has another picture of {image['name']} than {file}")
        file.write_bytes(data)


def slim_clips(model):
    """Drops what clips say of sizes, and of places but for the pelvis and the clip of measures."""
    nodes = model.document["nodes"]
    for clip in model.document["animations"]:
        keep = []
        for channel in clip["channels"]:
            path, joint = channel["target"]["path"], nodes[channel["target"]["node"]]["name"]
            if path == "rotation" or path == "translation" and (clip["name"] == MEASURED or joint == "pelvis"):
                keep.append(channel)
        clip["samplers"] = [dict(clip["samplers"][channel["sampler"]]) for channel in keep]
        for number, channel in enumerate(keep):
            channel["sampler"] = number
        clip["channels"] = keep


def trimmed(path):
    model = Model(path)
    before = path.stat().st_size
    share(model)
    without_relief_of_hair(model)
    common_pictures(model, path.parent)
    slim_clips(model)
    model.write()
    return f"{path.name}: {before} -> {path.stat().st_size} bytes"


if __name__ == "__main__":
    for given in sys.argv[1:]:
        print(trimmed(Path(given)), flush=True)
