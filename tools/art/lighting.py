"""Daylight and lamps of a room, the same for the bake, the probe and the check pictures."""

import math

import bpy
from mathutils import Vector


def set_world(light):
    """A sky that is bluish above and warm white at the horizon."""
    world = bpy.data.worlds.new("sky")
    bpy.context.scene.world = world
    world.use_nodes = True
    background = world.node_tree.nodes["Background"]
    background.inputs[0].default_value = (0.78, 0.89, 1.0, 1)
    background.inputs[1].default_value = light.sky


def add_sun(light):
    """A slightly soft sun, so that its patches have no staircase edges in the lightmap."""
    lamp = bpy.data.lights.new("sun", "SUN")
    lamp.energy, lamp.angle, lamp.color = light.sun, math.radians(2.5), (1.0, 0.96, 0.90)
    sun = bpy.data.objects.new("sun", lamp)
    bpy.context.scene.collection.objects.link(sun)
    sun.rotation_euler = Vector(light.sun_towards).to_track_quat("-Z", "Y").to_euler()


def add_portals(plan):
    """Tell Cycles where the sky comes in; they give no light of their own."""
    for y in plan.window_centres():
        light = bpy.data.lights.new("portal", "AREA")
        light.shape, light.size, light.size_y = "RECTANGLE", plan.head - plan.sill, plan.window_width
        light.cycles.is_portal = True
        portal = bpy.data.objects.new("portal", light)
        bpy.context.scene.collection.objects.link(portal)
        portal.location = (plan.left - 0.26, y, (plan.sill + plan.head) / 2)
        portal.rotation_euler = (0, -math.pi / 2, 0)


def brighten_lamps(light):
    """Give the ceiling lamps their real strength; in the exported model they only look white."""
    for material in bpy.data.materials:
        if material.name.split(".")[0] == "lamp":
            material.node_tree.nodes["Principled BSDF"].inputs["Emission Strength"].default_value = light.lamps


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


def set_up(plan, samples, bounces=6):
    """Everything at once."""
    set_world(plan.light)
    add_sun(plan.light)
    add_portals(plan)
    brighten_lamps(plan.light)
    clear_view()
    return cycles(samples, bounces)
