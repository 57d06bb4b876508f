"""Denoises a float picture with Open Image Denoise, through bpy's compositor."""

import bpy
import numpy as np


def denoise(source, target):
    """Read an OpenEXR picture, write the denoised one as 32-bit OpenEXR; returns its pixels (rows from the bottom)."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    picture = bpy.data.images.load(str(source))
    width, height = picture.size
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    scene.collection.objects.link(camera)
    scene.camera = camera
    scene.render.engine = "CYCLES"
    scene.cycles.samples = 1
    scene.render.resolution_x, scene.render.resolution_y = width, height
    scene.view_settings.view_transform = "Raw"
    connect(scene, picture)
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_depth = "32"
    scene.render.filepath = str(target)
    bpy.ops.render.render(write_still=True)
    return pixels(bpy.data.images.load(str(target)))


def connect(scene, picture):
    """Compositor: picture, denoise, output."""
    group = bpy.data.node_groups.new("denoise", "CompositorNodeTree")
    scene.compositing_node_group = group
    group.interface.new_socket("Image", in_out="OUTPUT", socket_type="NodeSocketColor")
    source = group.nodes.new("CompositorNodeImage")
    source.image = picture
    filter_node = group.nodes.new("CompositorNodeDenoise")
    filter_node.inputs["HDR"].default_value = True
    output = group.nodes.new("NodeGroupOutput")
    group.links.new(source.outputs[0], filter_node.inputs[0])
    group.links.new(filter_node.outputs[0], output.inputs[0])


def pixels(image):
    """Linear RGB of an image as (height, width, 3), rows from the bottom."""
    width, height = image.size
    flat = np.empty(width * height * image.channels, np.float32)
    image.pixels.foreach_get(flat)
    return flat.reshape(height, width, image.channels)[..., :3]
