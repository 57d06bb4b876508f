"""Writes GLB files: one mesh per material, named nodes, and corrections that Blender's exporter cannot make."""

import bpy
import gltf_read
from glb_write import write

UNLIT = {"outside", "screen", "monitors", "board_screen"}
"""Materials that show a picture as it is, whatever the light."""


def export(path, things):
    """Write the objects (and nothing else) to a GLB file."""
    bpy.ops.object.select_all(action="DESELECT")
    for thing in things:
        thing.select_set(True)
    bpy.context.view_layer.objects.active = things[0]
    bpy.ops.export_scene.gltf(
        filepath=str(path),
        use_selection=True,
        export_format="GLB",
        export_yup=True,
        export_apply=False,
        export_animations=False,
        export_skins=False,
        export_morph=False,
        export_extras=False,
        export_cameras=False,
        export_lights=False,
        export_texcoords=True,
        export_normals=True,
        export_tangents=False,
        export_vertex_color="MATERIAL",
        export_all_vertex_colors=False,
        export_active_vertex_color_when_no_material=False,
        export_image_format="JPEG",
        export_jpeg_quality=88,
        export_materials="EXPORT",
    )
    correct(path)


def correct(path):
    """Turn picture materials into unlit ones and name each mesh after its node."""
    document, binary = gltf_read.load(path)
    for material in document.get("materials", []):
        if material["name"].split(".")[0] in UNLIT:
            make_unlit(document, material)
    for node in document["nodes"]:
        if "mesh" in node:
            document["meshes"][node["mesh"]]["name"] = node["name"]
    write(path, document, binary)


def make_unlit(document, material):
    """Move the glowing picture to the base colour and mark the material unlit."""
    surface = {"metallicFactor": 0, "roughnessFactor": 1}
    texture = material.pop("emissiveTexture", None)
    factor = material.pop("emissiveFactor", [1, 1, 1])
    surface["baseColorFactor"] = list(factor) + [1]
    if texture is not None:
        surface["baseColorTexture"] = texture
    material["pbrMetallicRoughness"] = surface
    extensions = material.setdefault("extensions", {})
    extensions.pop("KHR_materials_emissive_strength", None)
    extensions["KHR_materials_unlit"] = {}
    used = document.setdefault("extensionsUsed", [])
    if "KHR_materials_unlit" not in used:
        used.append("KHR_materials_unlit")
