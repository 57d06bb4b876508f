"""Daylight and lamps of the room, the same for the bake, the probe and the check pictures."""

import math

import bpy
from mathutils import Vector

from plan import HEAD, SILL, SUN_TOWARDS, WIDTH, WINDOW_WIDTH, window_centres

SUN_STRENGTH, SKY_STRENGTH, LAMP_STRENGTH = 15.0, 7.0, 14.0


def set_world():
    """A sky that is bluish above and warm white at the horizon."""
    world = bpy.data.worlds.new("sky")
    bpy.context.scene.world = world
    world.use_nodes = True
    background = world.node_tree.nodes["Background"]
    background.inputs[0].default_value = (0.78, 0.89, 1.0, 1)
    background.inputs[1].default_value = SKY_STRENGTH


def add_sun():
    """A slightly soft sun, so that its patches have no staircase edges in the lightmap."""
    light = bpy.data.lights.new("sun", "SUN")
    light.energy, light.angle, light.color = SUN_STRENGTH, math.radians(2.5), (1.0, 0.96, 0.90)
    sun = bpy.data.objects.new("sun", light)
    bpy.context.scene.collection.objects.link(sun)
    sun.rotation_euler = Vector(SUN_TOWARDS).to_track_quat("-Z", "Y").to_euler()


def add_portals():
    """Tell Cycles where the sky comes in; they give no light of their own."""
    for y in window_centres():
        light = bpy.data.lights.new("portal", "AREA")
        light.shape, light.size, light.size_y = "RECTANGLE", HEAD - SILL, WINDOW_WIDTH
        light.cycles.is_portal = True
        portal = bpy.data.objects.new("portal", light)
        bpy.context.scene.collection.objects.link(portal)
        portal.location = (-WIDTH / 2 - 0.26, y, (SILL + HEAD) / 2)
        portal.rotation_euler = (0, -math.pi / 2, 0)


def brighten_lamps():
    """Give the ceiling lamps their real strength; in the exported model they only look white."""
    for material in bpy.data.materials:
        if material.name.split(".")[0] == "lamp":
            material.node_tree.nodes["Principled BSDF"].inputs["Emission Strength"].default_value = LAMP_STRENGTH


def cycles(samples, bounces=6):
    """Cycles on the processor with denoising for pictures."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device = "CPU"
    scene.cycles.samples, scene.cycles.max_bounces = samples, bounces
    scene.cycles.diffuse_bounces = bounces
    scene.cycles.use_denoising = True
    scene.cycles.caustics_reflective = scene.cycles.caustics_refractive = False
    scene.cycles.sample_clamp_indirect = 6.0
    return scene


def clear_view():
    """Let light pass the picture outside the windows; the camera still sees it."""
    for thing in bpy.data.objects:
        if thing.name.split(".")[0] == "outside":
            thing.visible_diffuse = thing.visible_glossy = thing.visible_shadow = thing.visible_transmission = False


def set_up(samples, bounces=6):
    """Everything at once."""
    set_world()
    add_sun()
    add_portals()
    brighten_lamps()
    clear_view()
    return cycles(samples, bounces)
