"""Bakes the room's lightmap: diffuse light without surface colour, denoised, as one KTX2 atlas for TEXCOORD_1."""

import time

import bpy
import numpy as np

import classroom_scene
import denoise
import ktx2
import lighting

SAMPLES = 64
MARGIN = 4


def bake(work, models, plan, samples=SAMPLES):
    """Bake the scene that ``room_scene`` saved, with the furniture in place for its shadows."""
    bpy.ops.wm.open_mainfile(filepath=str(work / f"room{plan.suffix}.blend"))
    static = bpy.data.objects["static"]
    classroom_scene.furnish(classroom_scene.Library(models), plan)
    scene = lighting.set_up(plan, samples, 8)
    scene.cycles.use_denoising = False
    size = plan.lightmap_size
    picture = target(static, size)
    settings = scene.render.bake
    settings.margin, settings.margin_type = MARGIN, "EXTEND"
    settings.use_pass_direct = settings.use_pass_indirect = True
    settings.use_pass_color = False
    bpy.ops.object.select_all(action="DESELECT")
    static.select_set(True)
    bpy.context.view_layer.objects.active = static
    started = time.time()
    bpy.ops.object.bake(type="DIFFUSE", pass_filter={"DIRECT", "INDIRECT"})
    print(f"baked {size} px at {samples} samples in {time.time() - started:.0f} s")
    picture.filepath_raw, picture.file_format = str(work / f"lightmap_raw{plan.suffix}.exr"), "OPEN_EXR"
    picture.save()
    finish(work, models, plan)


def target(static, size):
    """Float image that every material of the room bakes into, through the second UV layer."""
    static.data.uv_layers["Lightmap"].active = True
    static.data.uv_layers["Lightmap"].active_render = False
    picture = bpy.data.images.new("lightmap", size, size, float_buffer=True, alpha=False)
    for slot in static.material_slots:
        tree = slot.material.node_tree
        node = tree.nodes.new("ShaderNodeTexImage")
        node.image = picture
        for other in tree.nodes:
            other.select = False
        node.select = True
        tree.nodes.active = node
    return picture


def finish(work, models, plan):
    """Denoise and write the KTX2 file; prints the mean brightness for the manifest."""
    clean = denoise.denoise(work / f"lightmap_raw{plan.suffix}.exr", work / f"lightmap{plan.suffix}.exr")
    np.save(work / f"lightmap{plan.suffix}.npy", clean)
    lit = clean[clean.max(axis=-1) > 1e-3]
    print(f"lightmap: mean {lit.mean():.3f}, median {np.median(lit):.3f}, 99 % {np.percentile(lit, 99):.3f}")
    ktx2.write(models / f"lightmap{plan.suffix}.ktx2", [ktx2.coarsen(clean[::-1])])
