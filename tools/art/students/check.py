"""Checks what the application relies on: `python check.py MODEL.glb ...`. Says nothing of files that are as they should be."""

import sys
from pathlib import Path

from quick import Model, matrix_of_rest

CLIPS = "idle listen write type raise_hand phone talk laugh sleep nod shake throw stand walk".split()
SHAPES = "v_aa v_e v_i v_o v_u v_mbp v_fv v_s blink smile laugh sad angry surprise bored brows_up squint".split()
NODES = "body_lod0 body_lod1 body_lod2 face_lod0 brow_lod0 hair_lod0 hair_lod1 hair_lod2".split()
BUDGETS = (9500, 3500, 1050)
LARGEST = 1_400_000
DESK = 0.71
SEATED = "idle listen write type".split()


def triangles(model, level):
    """Triangles of one version."""
    total = 0
    for mesh in model.document["meshes"]:
        if mesh["name"].endswith(f"_lod{level}"):
            total += model.document["accessors"][mesh["primitives"][0]["indices"]]["count"] // 3
    return total


def faults(model):
    """What is wrong with a model."""
    document = model.document
    names = [node["name"] for node in document["nodes"]]
    prefix = next(name for name in names if name.endswith("_rig"))[:-4]
    yield from (f"no node {prefix}_{part}" for part in NODES if f"{prefix}_{part}" not in names)
    joints = document["skins"][0]["joints"]
    if len(joints) != 55:
        yield f"{len(joints)} joints"
    for level, most in enumerate(BUDGETS):
        if triangles(model, level) > most:
            yield f"version {level} has {triangles(model, level)} triangles, more than {most}"
    if model.path.stat().st_size > LARGEST:
        yield f"{model.path.stat().st_size} bytes"
    face = next(mesh for mesh in document["meshes"] if mesh["name"].endswith("_face_lod0"))
    if face["extras"]["targetNames"] != SHAPES or len(face["primitives"][0]["targets"]) != len(SHAPES):
        yield "other face shapes"
    if [clip["name"] for clip in document["animations"]] != CLIPS:
        yield "other clips"
    yield from clip_faults(document, joints)
    yield from hand_faults(model)


def clip_faults(document, joints):
    """Clips that do not move all joints."""
    for clip in document["animations"]:
        targets = [(c["target"]["node"], c["target"]["path"]) for c in clip["channels"]]
        for path, wanted in (("rotation", joints), ("translation", joints if clip["name"] == "stand" else [])):
            missing = [joint for joint in wanted if (joint, path) not in targets]
            if missing:
                yield f"{clip['name']} lacks the {path} of {len(missing)} joints"


def hand_faults(model):
    """Hands in the desk's top, or far above it, in clips that rest them there."""
    names = [node["name"] for node in model.document["nodes"]]
    joints = model.document["skins"][0]["joints"]
    for clip in SEATED:
        matrices = model.joint_matrices(clip, 5)
        for joint in ("hand_l", "hand_r", "middle_03_l", "index_03_r", "middle_03_r"):
            node = names.index(joint)
            height = (matrices[joints.index(node)] @ matrix_of_rest(model, node))[1, 3]
            if not DESK + 0.004 < height < DESK + 0.12:
                yield f"{clip}: {joint} is {100 * (height - DESK):.1f} cm above the desk"


if __name__ == "__main__":
    found = 0
    for given in sys.argv[1:]:
        if "wheelchair" in given:
            continue
        for fault in faults(Model(given)):
            print(f"{Path(given).name}: {fault}")
            found += 1
    sys.exit(bool(found))
