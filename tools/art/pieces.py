"""Builds every instanced piece (furniture, devices) and exports each to its own GLB."""

import bpy

import devices
import furniture
import gltf
from materials import Materials
from shapes import merge, triangles

PIECES = {
    "desk": (furniture.desk, 950),
    "chair": (furniture.chair, 700),
    "teacher_desk": (furniture.teacher_desk, 2200),
    "teacher_chair": (furniture.teacher_chair, 900),
    "bag": (furniture.bag, 700),
    "laptop": (devices.laptop, 500),
    "tablet": (devices.tablet, 250),
    "phone": (devices.phone, 250),
    "notebook": (devices.notebook, 250),
    "cable": (devices.cable, 1400),
    "socket": (devices.socket, 800),
}
"""Piece name to its builder and its budget of triangles."""


def by_material(things, name):
    """Join the parts of a piece into one object per material, named ``piece_material`` or after a special mesh."""
    groups = {}
    for thing in things:
        groups.setdefault(thing.data.materials[0].name, []).append(thing)
    special = {"screen": "screen", "led": "led"}
    return [merge(group, special.get(material, f"{name}_{material}")) for material, group in groups.items()]


def build(name, materials):
    """Objects of one piece, one per material."""
    things = by_material(PIECES[name][0](materials), name)
    if name == "cable":
        things.append(merge(devices.plug(materials), "plug"))
    return things


def export_all(textures, models):
    """Write every piece and fail if one is over its budget."""
    for name, (_, budget) in PIECES.items():
        bpy.ops.wm.read_factory_settings(use_empty=True)
        things = build(name, Materials(textures))
        count = sum(triangles(thing) for thing in things)
        print(f"{name}: {count} triangles, {len(things)} meshes")
        if count > budget:
            raise SystemExit(f"{name} has {count} triangles, more than its budget of {budget}")
        gltf.export(models / f"{name}.glb", things)
