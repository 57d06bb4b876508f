"""Assembles the room, gives its static meshes one shared lightmap UV, splits them per material and exports its GLB."""

import bpy

import fittings_kit
import gltf
import gltf_compact
import room_door
import room_fittings
import room_shell
import unwrap
import visible
from materials import Materials
from shapes import merge, triangles

BUDGET, DRAWS = 40000, 34
NOT_LIT = {"lamp": "lamps", "monitors": "monitors"}
"""Materials of static parts that shine by themselves and need no lightmap, with the nodes they become."""


def static_mesh(materials, plan):
    """All lightmapped parts as one object without hidden faces, and those that shine as one for each material."""
    parts = room_shell.build(materials, plan) + room_fittings.build(materials, plan)
    groups = {}
    for part in parts:
        groups.setdefault(NOT_LIT.get(part.data.materials[0].name, "static"), []).append(part)
    lit = merge(groups.pop("static"), "static")
    shining = [merge(group, name) for name, group in groups.items()]
    print(f"{visible.drop_hidden(lit, plan)} hidden faces dropped")
    leaf = merge(room_door.door_leaf(materials, plan), "door")
    leaf.location = plan.door_hinge
    return merge([lit, leaf], "static"), shining


def split(thing, plan):
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
    return rest + [door(leaf, plan)]


def drop_unused_materials(piece):
    """Keep only the material that the mesh really uses."""
    used = piece.data.materials[piece.data.polygons[0].material_index]
    piece.data.materials.clear()
    piece.data.materials.append(used)


def door(leaf, plan):
    """Join the parts of the door and move its origin to the hinge."""
    joined = merge(leaf, "door")
    hinge = plan.door_hinge
    for vertex in joined.data.vertices:
        vertex.co = [c - h for c, h in zip(vertex.co, hinge)]
    joined.location = hinge
    return joined


def movable(materials, plan):
    """What is not lightmapped: board picture, the view outside, the clock's hands."""
    hands = fittings_kit.clock_hands(materials)
    for hand in hands:
        hand.data.transform(hand.matrix_basis)
        hand.matrix_basis.identity()
        hand.location = plan.clock
    return [fittings_kit.board_screen(materials, plan)] + room_shell.outside(materials, plan) + hands


def export(work, models, plan):
    """Build, unwrap, save the joined scene for the bake, then export one mesh per material."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    materials = Materials(work / "textures", plan)
    static, shining = static_mesh(materials, plan)
    others = movable(materials, plan)
    unwrap.unwrap(static, plan.lightmap_size, plan.clutter)
    bpy.ops.wm.save_as_mainfile(filepath=str(work / f"room{plan.suffix}.blend"))
    things = split(static, plan) + shining + others
    count = sum(triangles(thing) for thing in things)
    for thing in things:
        print(f"{thing.name}: {triangles(thing)} triangles")
    print(f"room: {count} triangles, {len(things)} nodes")
    if count > BUDGET or len(things) + 1 > DRAWS:
        raise SystemExit(f"the room has {count} triangles and {len(things) + 1} draws, more than {BUDGET} and {DRAWS}")
    path = models / f"room{plan.suffix}.glb"
    gltf.export(path, things)
    gltf_compact.compact(path, gltf.write)
