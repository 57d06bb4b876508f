"""Assembles the room, gives its static meshes one shared lightmap UV, splits them per material and exports room.glb."""

import bpy

import gltf
import room_fittings
import room_shell
import unwrap
import visible
from materials import Materials
from shapes import merge, triangles

BUDGET = 45000
LIGHTMAP_SIZE = 1024
NOT_LIT = ("lamp",)
"""Materials of static parts that shine by themselves and need no lightmap."""


def static_mesh(materials):
    """All lightmapped parts as one object without hidden faces, and the lamps as another."""
    parts = room_shell.build(materials) + room_fittings.build(materials)
    shining = [part for part in parts if part.data.materials[0].name in NOT_LIT]
    lit = merge([part for part in parts if part not in shining], "static")
    lamps = merge(shining, "lamps")
    print(f"{visible.drop_hidden(lit)} hidden faces dropped")
    leaf = merge(room_shell.door_leaf(materials), "door")
    leaf.location = room_shell.DOOR_HINGE
    return merge([lit, leaf], "static"), lamps


def split(thing):
    """Take the joined mesh apart again, one object per material; the door's two become one node at its hinge."""
    bpy.ops.object.select_all(action="DESELECT")
    thing.select_set(True)
    bpy.context.view_layer.objects.active = thing
    bpy.ops.mesh.separate(type="MATERIAL")
    pieces = list(bpy.context.selected_objects)
    for piece in pieces:
        drop_unused_materials(piece)
        piece.name = piece.data.name = piece.data.materials[0].name
    leaf = [piece for piece in pieces if piece.name.startswith("door_")]
    rest = [piece for piece in pieces if piece not in leaf]
    return rest + [door(leaf)]


def drop_unused_materials(piece):
    """Keep only the material that the mesh really uses."""
    used = piece.data.materials[piece.data.polygons[0].material_index]
    piece.data.materials.clear()
    piece.data.materials.append(used)


def door(leaf):
    """Join the parts of the door and move its origin to the hinge."""
    joined = merge(leaf, "door")
    hinge = room_shell.DOOR_HINGE
    for vertex in joined.data.vertices:
        vertex.co = [c - h for c, h in zip(vertex.co, hinge)]
    joined.location = hinge
    return joined


def movable(materials):
    """What is not lightmapped: board picture, the view outside, the clock's hands."""
    hands = room_fittings.clock_hands(materials)
    for hand in hands:
        hand.data.transform(hand.matrix_basis)
        hand.matrix_basis.identity()
        hand.location = room_fittings.CLOCK
    return [room_fittings.board_screen(materials)] + room_shell.outside(materials) + hands


def export(work, models):
    """Build, unwrap, save the joined scene for the bake, then export one mesh per material."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    materials = Materials(work / "textures")
    static, lamps = static_mesh(materials)
    others = movable(materials)
    unwrap.unwrap(static, LIGHTMAP_SIZE)
    bpy.ops.wm.save_as_mainfile(filepath=str(work / "room.blend"))
    things = split(static) + [lamps] + others
    count = sum(triangles(thing) for thing in things)
    for thing in things:
        print(f"{thing.name}: {triangles(thing)} triangles")
    print(f"room: {count} triangles, {len(things)} nodes")
    if count > BUDGET:
        raise SystemExit(f"the room has {count} triangles, more than its budget of {BUDGET}")
    gltf.export(models / "room.glb", things)
