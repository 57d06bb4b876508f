"""Puts exported models together as the application does, to look at them and to cast the bake's contact shadows."""

import math
import pathlib

import bpy

from plan import (
    CHAIR_BEHIND_DESK,
    DESK_TOP,
    DEVICES_FROM_DESK,
    STUDENT_BEHIND_DESK,
    TEACHER_CHAIR_FROM_DESK,
)


class Library:
    """Imports a GLB once and places linked copies of it."""

    def __init__(self, models):
        self.models = models
        self.loaded = {}

    def load(self, name):
        """Objects of a model, kept out of the scene."""
        if name not in self.loaded:
            before = set(bpy.data.objects)
            bpy.ops.import_scene.gltf(filepath=str(self.models / f"{name}.glb"))
            found = [thing for thing in bpy.data.objects if thing not in before]
            for thing in found:
                for collection in list(thing.users_collection):
                    collection.objects.unlink(thing)
            self.loaded[name] = found
        return self.loaded[name]

    def place(self, name, at, degrees=0.0):
        """Copies of a model's meshes at a place (Blender's frame)."""
        copies = []
        for thing in self.load(name):
            if thing.type != "MESH":
                continue
            copy = bpy.data.objects.new(thing.name, thing.data)
            copy.matrix_world = thing.matrix_world
            copy.rotation_mode = "XYZ"
            bpy.context.scene.collection.objects.link(copy)
            holder = bpy.data.objects.new(name, None)
            bpy.context.scene.collection.objects.link(holder)
            holder.location, holder.rotation_euler = at, (0, 0, math.radians(degrees))
            copy.parent = holder
            copies.append(copy)
        return copies


def furnish(library, plan, rows=None):
    """Desks and chairs of the class (or of some rows), and the teacher's desk."""
    for x, y in plan.seats():
        if rows is not None and y not in rows:
            continue
        library.place("desk", (x, y, 0))
        library.place("chair", (x, y + CHAIR_BEHIND_DESK, 0))
    x, y = plan.teacher_desk
    library.place("teacher_desk", (x, y, 0))
    library.place("teacher_chair", (x, y + TEACHER_CHAIR_FROM_DESK, 0), 180)


def seat_student(path, x, y, clip, frame=20, lod=0):
    """A student from a GLB, sitting at the desk at (x, y), in one of the clips."""
    before = set(bpy.data.objects)
    bpy.ops.import_scene.gltf(filepath=str(path))
    found = [thing for thing in bpy.data.objects if thing not in before]
    rig = next(thing for thing in found if thing.type == "ARMATURE")
    action = next(a for a in bpy.data.actions if a.name.split(".")[0].startswith(clip))
    data = rig.animation_data
    for track in data.nla_tracks:
        track.mute = True
    data.action = action
    if hasattr(data, "action_slot") and action.slots:
        data.action_slot = action.slots[0]
    bpy.context.scene.frame_set(frame)
    rig.location = (x, y + STUDENT_BEHIND_DESK, 0)
    for thing in found:
        if "_lod" in thing.name and f"_lod{lod}" not in thing.name:
            bpy.data.objects.remove(thing, do_unlink=True)
    return rig


def devices_on(library, x, y, which):
    """One thing on the desk at (x, y)."""
    dx, dy = DEVICES_FROM_DESK[which]
    library.place(which, (x + dx, y + dy, DESK_TOP))


def models_folder():
    """Where the exported models lie."""
    return pathlib.Path(__file__).resolve().parent.parent.parent / "assets" / "models"
