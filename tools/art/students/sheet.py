"""Pictures to judge the models by, made from the GLB files themselves: `python sheet.py KIND OUT.png MODEL.glb ...`.

KIND is heads, lineup, lods or poses. SAMPLES and WIDTH in the environment change quality and size.
"""

import math
import os
import sys
from pathlib import Path

import bpy  # noqa: I001  (first: it brings the others)
import bmesh
from mathutils import Vector

SAMPLES = int(os.environ.get("SAMPLES", "20"))
WIDTH = int(os.environ.get("WIDTH", "1500"))
POSES = (
    ("write", 1.0),
    ("raise_hand", 2.0),
    ("listen", 1.0),
    ("sleep", 1.0),
    ("type", 0.5),
    ("talk", 1.0),
    ("phone", 0.5),
    ("idle", 0.0),
)


def load(path, level=0, clip=("stand", 1.6)):
    """Brings one model in with one version shown and a clip at a time; returns its root."""
    before = set(bpy.data.objects)
    bpy.ops.import_scene.gltf(filepath=str(path))
    new = [thing for thing in bpy.data.objects if thing not in before]
    rig = next(thing for thing in new if thing.type == "ARMATURE")
    for thing in new:
        if thing.type == "MESH":
            thing.hide_render = not thing.name.split(".")[0].endswith(f"_lod{level}")
    for track in rig.animation_data.nla_tracks:
        track.mute = track.name.split(".")[0] != clip[0]
    rig.animation_data.action = None
    bpy.context.scene.frame_set(round(clip[1] * bpy.context.scene.render.fps))
    freeze(rig, new)
    cut_out(new)
    return rig, new


def freeze(rig, things):
    """Keeps the pose of this moment, whatever other models need."""
    graph = bpy.context.evaluated_depsgraph_get()
    for thing in [t for t in things if t.type == "MESH" and not t.hide_render]:
        shape = bpy.data.meshes.new_from_object(thing.evaluated_get(graph))
        thing.modifiers.clear()
        thing.shape_key_clear() if thing.data.shape_keys else None
        thing.data = shape
    rig.animation_data_clear()


def cut_out(things):
    """Cuts hair where the application does: at half cover."""
    for thing in things:
        if thing.type != "MESH":
            continue
        for slot in thing.material_slots:
            nodes, links = slot.material.node_tree.nodes, slot.material.node_tree.links
            surface = nodes.get("Principled BSDF")
            if not surface or not surface.inputs["Alpha"].is_linked or "cut" in slot.material:
                continue
            slot.material["cut"] = True
            if "_hair" in slot.material.name:
                cut = nodes.new("ShaderNodeMath")
                cut.operation, cut.inputs[1].default_value = "GREATER_THAN", 0.4
                links.new(surface.inputs["Alpha"].links[0].from_socket, cut.inputs[0])
                links.new(cut.outputs[0], surface.inputs["Alpha"])
                surface.inputs["Roughness"].default_value = 0.7


def stage(eye, target, lens, width, height):
    """Light and camera."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.use_denoising, scene.cycles.max_bounces = SAMPLES, True, 4
    scene.cycles.transparent_max_bounces = 24
    scene.render.threads_mode, scene.render.threads = "FIXED", 2
    scene.render.resolution_x, scene.render.resolution_y = width, height
    scene.view_settings.view_transform = "Standard"
    world = bpy.data.worlds.new("world")
    scene.world = world
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (0.62, 0.66, 0.72, 1)
    world.node_tree.nodes["Background"].inputs[1].default_value = 0.75
    for energy, turn in ((1.9, (0.85, 0.1, 0.75)), (0.5, (1.2, 0, -1.2))):
        light = bpy.data.lights.new("sun", "SUN")
        light.energy, light.angle = energy, 0.3
        sun = bpy.data.objects.new("sun", light)
        scene.collection.objects.link(sun)
        sun.rotation_euler = turn
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.lens = lens
    scene.collection.objects.link(camera)
    scene.camera = camera
    camera.location = eye
    camera.rotation_euler = (Vector(target) - Vector(eye)).to_track_quat("-Z", "Y").to_euler()


def shoot(path):
    """Renders to a file."""
    bpy.context.scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)


def head_height(things):
    """Height of the middle of the face."""
    face = next(t for t in things if t.type == "MESH" and "_face_lod0" in t.name)
    tops = [(face.matrix_world @ v.co).z for v in face.data.vertices]
    return max(tops) - 0.11


def heads(out, models):
    """Faces close up, in rows, every second one turned a little."""
    columns = min(7, len(models))
    rows = math.ceil(len(models) / columns)
    for number, model in enumerate(models):
        rig, things = load(model)
        height = head_height(things)
        column, row = number % columns, number // columns
        rig.location = ((column - (columns - 1) / 2) * 0.40, 0, -height - row * 0.40)
        rig.rotation_mode = "XYZ"
        rig.rotation_euler.z = (0.0, 0.5, -0.5)[number % 3]
        hide_below(things, height - 0.17)
    middle = -(rows - 1) * 0.2 - 0.01
    distance = 6.0
    stage((0, -distance, middle), (0, 0, middle), 36 * distance / (columns * 0.40), WIDTH, WIDTH * rows // columns)
    shoot(out)


def hide_below(things, height):
    """Drops what would reach into the row below."""
    for thing in things:
        if thing.type == "MESH" and not thing.hide_render:
            keep = [v.index for v in thing.data.vertices if (thing.matrix_world @ v.co).z < height]
            mesh = bmesh.new()
            mesh.from_mesh(thing.data)
            mesh.verts.ensure_lookup_table()
            bmesh.ops.delete(mesh, geom=[mesh.verts[i] for i in keep], context="VERTS")
            mesh.to_mesh(thing.data)
            mesh.free()


def lineup(out, models):
    """Whole bodies side by side."""
    columns = min(10, len(models))
    rows = math.ceil(len(models) / columns)
    for number, model in enumerate(models):
        rig, _ = load(model)
        rig.location = ((number % columns - (columns - 1) / 2) * 0.62, 0, -(number // columns) * 1.95)
    middle = 0.95 - (rows - 1) * 0.97
    stage(
        (0, -14, middle),
        (0, 0, middle),
        36 * 14 / (columns * 0.62 + 0.2),
        WIDTH,
        int(WIDTH * (rows * 1.95 + 0.05) / (columns * 0.62 + 0.2)),
    )
    shoot(out)


def lods(out, models):
    """Each model in its three versions, from the knees up."""
    for number, model in enumerate(models):
        for level in range(3):
            rig, _ = load(model, level, ("listen", 1.0))
            rig.location = ((number * 3 + level - (len(models) * 3 - 1) / 2) * 0.66, 0, 0)
            rig.rotation_mode = "XYZ"
            rig.rotation_euler.z = 0.35
    wide = len(models) * 3 * 0.66
    stage((0, -9, 1.15), (0, 0, 0.88), 36 * 9 / wide, WIDTH, int(WIDTH * 1.05 / wide))
    shoot(out)


def poses(out, models):
    """Seated poses with a seat and a desk, from ahead and from the side."""
    for number, model in enumerate(models):
        pose = POSES[number % len(POSES)]
        for row in range(2):
            rig, _ = load(model, 0, pose)
            x = (number - (len(models) - 1) / 2) * 1.0
            root = bpy.data.objects.new("place", None)
            bpy.context.scene.collection.objects.link(root)
            rig.parent = root
            box(root, (0, 0.02, 0.415), (0.36, 0.36, 0.03))
            box(root, (0, -0.43, 0.695), (0.7, 0.5, 0.03))
            root.location = (x, 0, -row * 1.45)
            root.rotation_euler.z = 0 if row == 0 else math.radians(78)
    wide = len(models) * 1.0
    stage((0, -14, 0.5), (0, 0, -0.08), 36 * 14 / wide, WIDTH, int(WIDTH * 2.95 / wide))
    shoot(out)


def box(parent, place, size):
    """A plain board."""
    bpy.ops.mesh.primitive_cube_add(size=1, location=place, scale=size)
    bpy.context.object.parent = parent


if __name__ == "__main__":
    bpy.ops.wm.read_factory_settings(use_empty=True)
    kind, out = sys.argv[1:3]
    {"heads": heads, "lineup": lineup, "lods": lods, "poses": poses}[kind](Path(out).resolve(), [Path(p) for p in sys.argv[3:]])
