"""Environment maps of the lit room, for what moves: a panorama from its middle, filtered for diffuse and glossy light.

The cube maps follow Bevy's ``EnvironmentMapLight``: faces in KTX2 order, z negated when sampled, mip level equals
perceptual roughness times the last level.
"""

import math

import bpy
import numpy as np

import classroom_scene
import denoise
import ktx2
import lighting

SAMPLES, WIDTH = 96, 384
DIFFUSE_SIZE, SPECULAR_SIZE = 16, 64
PLACE = (0.0, 0.3, 1.45)


def panorama(work, models, plan):
    """Render the furnished room all around; returns linear pixels, rows from the bottom."""
    bpy.ops.wm.open_mainfile(filepath=str(work / f"room{plan.suffix}.blend"))
    classroom_scene.furnish(classroom_scene.Library(models), plan, rows=plan.seat_rows[:1] + plan.seat_rows[-1:])
    scene = lighting.set_up(plan, SAMPLES, 8)
    data = bpy.data.cameras.new("probe")
    data.type, data.panorama_type = "PANO", "EQUIRECTANGULAR"
    camera = bpy.data.objects.new("probe", data)
    scene.collection.objects.link(camera)
    camera.location, camera.rotation_euler = PLACE, (math.pi / 2, 0, 0)
    scene.camera = camera
    scene.render.resolution_x, scene.render.resolution_y = WIDTH, WIDTH // 2
    scene.view_settings.view_transform = "Raw"
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.filepath = str(work / "panorama.exr")
    bpy.ops.render.render(write_still=True)
    return denoise.pixels(bpy.data.images.load(str(work / "panorama.exr")))


def directions(height, width):
    """World direction (glTF frame) and solid angle of every panorama pixel."""
    turn = ((np.arange(width) + 0.5) / width - 0.5) * 2 * np.pi
    rise = ((np.arange(height) + 0.5) / height - 0.5) * np.pi
    turn, rise = np.meshgrid(turn, rise)
    x, ahead, up = np.sin(turn) * np.cos(rise), np.cos(turn) * np.cos(rise), np.sin(rise)
    solid = np.cos(rise) * (2 * np.pi / width) * (np.pi / height)
    return np.stack([x, up, -ahead], -1), solid


def cube_directions(size):
    """World direction of every texel of a cube map: (6, size, size, 3)."""
    line = (np.arange(size) + 0.5) / size * 2 - 1
    s, t = np.meshgrid(line, line)
    one = np.ones_like(s)
    faces = ((one, -t, -s), (-one, -t, s), (s, one, t), (s, -one, -t), (s, -t, one), (-s, -t, -one))
    cube = np.stack([np.stack(face, -1) for face in faces])
    cube /= np.linalg.norm(cube, axis=-1, keepdims=True)
    return cube * np.array([1, 1, -1])


def convolve(cube, light, rays, solid, kernel):
    """Weighted mean of the light for every cube direction; ``kernel`` maps cosines to weights."""
    out = []
    for block in np.array_split(cube.reshape(-1, 3), 64):
        weights = kernel(np.clip(block @ rays.T, -1, 1)) * solid
        out.append(weights @ light / weights.sum(axis=1, keepdims=True))
    return np.concatenate(out).reshape(cube.shape)


def glossy(roughness):
    """GGX lobe for a viewer in the direction of the normal."""
    alpha = max(roughness * roughness, 1e-3)

    def kernel(cosine):
        half = (1 + cosine) / 2
        return np.where(cosine > 0, cosine / (half * (alpha * alpha - 1) + 1) ** 2, 0)

    return kernel


def shrink(pixels, factor):
    """Average blocks of pixels."""
    height, width, _ = pixels.shape
    return pixels.reshape(height // factor, factor, width // factor, factor, 3).mean(axis=(1, 3))


def make(work, models, plan):
    """Render, filter and write both cube maps."""
    full = np.minimum(panorama(work, models, plan).astype(np.float64), 30.0)
    small = shrink(full, 3)
    rays, solid = directions(*small.shape[:2])
    rays, solid, light = rays.reshape(-1, 3), solid.reshape(-1), small.reshape(-1, 3)
    diffuse = convolve(cube_directions(DIFFUSE_SIZE), light, rays, solid, lambda cosine: np.maximum(cosine, 0))
    ktx2.write(models / f"probe_diffuse{plan.suffix}.ktx2", [diffuse])
    fine_rays, fine_solid = directions(*full.shape[:2])
    levels, count = [], int(math.log2(SPECULAR_SIZE)) + 1
    for level in range(count):
        cube = cube_directions(SPECULAR_SIZE >> level)
        if level < 2:
            source = fine_rays.reshape(-1, 3), fine_solid.reshape(-1), full.reshape(-1, 3)
        else:
            source = rays, solid, light
        roughness = max(level / (count - 1), 0.12)
        levels.append(convolve(cube, source[2], source[0], source[1], glossy(roughness)))
    ktx2.write(models / f"probe_specular{plan.suffix}.ktx2", levels)
    print(f"probe: diffuse up {diffuse[2].mean(axis=(0, 1)).round(3)}, down {diffuse[3].mean(axis=(0, 1)).round(3)}")
