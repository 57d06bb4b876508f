"""Check pictures of the exported models: ``python tools/art/look.py VIEW OUT.png [options]``.

Views: ``seat`` (one desk, chair and sitting student), ``teacher`` (from the front towards the class), ``back``,
``door``, ``window``, ``pieces`` (every small piece side by side).
"""

import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import bpy
from mathutils import Vector

import classroom_scene as scene_kit
import lighting
from plan import BAG_FROM_DESK, ROOMS

VIEWS = {
    "teacher": ((0.6, -2.75, 1.62), (-0.3, 1.2, 0.95), 22),
    "back": ((1.2, 3.3, 1.7), (-0.4, -3.0, 1.35), 21),
    "door": ((-3.6, 2.9, 1.7), (3.4, -1.6, 1.2), 20),
    "window": ((3.7, -2.2, 1.6), (-3.6, 1.6, 1.1), 20),
    "seat": ((1.35, -0.85, 1.25), (0.0, 0.2, 0.62), 38),
    "pieces": ((0.0, 0.75, 0.95), (0.0, 0.0, 0.0), 34),
}


def camera(view):
    """Place the camera."""
    at, target, lens = VIEWS[view]
    data = bpy.data.cameras.new("camera")
    data.lens, data.clip_start = lens, 0.02
    thing = bpy.data.objects.new("camera", data)
    bpy.context.scene.collection.objects.link(thing)
    thing.location = at
    thing.rotation_euler = (Vector(target) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.camera = thing


def fill(view, plan, models):
    """Put into the scene what the view is about."""
    library = scene_kit.Library(models)
    students = models / "students"
    if view == "seat":
        library.place("desk", (0, 0, 0))
        library.place("chair", (0, scene_kit.CHAIR_BEHIND_DESK, 0))
        library.place("bag", (0.5, 0.1, 0), 20)
        scene_kit.devices_on(library, 0, 0, "laptop")
        scene_kit.seat_student(students / "student_01.glb", 0, 0, "type")
        return
    if view == "pieces":
        row = (("laptop", -0.5), ("tablet", -0.15), ("phone", 0.08), ("notebook", 0.36))
        for name, x in row:
            library.place(name, (x, -0.1, 0))
        library.place("cable", (-0.3, 0.22, 0), 180)
        library.place("socket", (0.2, 0.15, 0.1))
        return
    bpy.ops.import_scene.gltf(filepath=str(models / f"room{plan.suffix}.glb"))
    scene_kit.furnish(library, plan)
    for index, (x, y) in enumerate(plan.seats()):
        scene_kit.devices_on(library, x, y, ("laptop", "notebook", "tablet", "notebook")[index % 4])
        if index % 3 == 0:
            library.place("bag", (x + BAG_FROM_DESK[0], y + BAG_FROM_DESK[1], 0), 30 * index)
    if view == "teacher":
        clips = ("listen", "type", "write", "raise_hand", "idle")
        for index in (1, 3, 8, 10, 14, 5):
            x, y = plan.seats()[index]
            scene_kit.seat_student(students / f"student_{index + 1:02}.glb", x, y, clips[index % 5], lod=1)


def render(view, out, plan, models, samples, width):
    """Render one view."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    fill(view, plan, models)
    camera(view)
    if view in ("seat", "pieces"):
        lighting.set_world(plan.light)
        lighting.add_sun(plan.light)
        lighting.cycles(samples, 3)
        bpy.ops.mesh.primitive_plane_add(size=6)
    else:
        lighting.set_up(plan, samples, 5)
    scene = bpy.context.scene
    scene.render.resolution_x, scene.render.resolution_y = width, width * 9 // 16
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.exposure = -1.2 if view in ("seat", "pieces") else -0.4
    scene.render.filepath = str(out.resolve())
    bpy.ops.render.render(write_still=True)


def main():
    """Read what to look at from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("view", choices=VIEWS)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--room", choices=ROOMS, default="secondary")
    parser.add_argument("--models", type=pathlib.Path, default=scene_kit.models_folder())
    parser.add_argument("--samples", type=int, default=24)
    parser.add_argument("--width", type=int, default=960)
    options = parser.parse_args()
    render(options.view, options.out, ROOMS[options.room], options.models, options.samples, options.width)


if __name__ == "__main__":
    main()
